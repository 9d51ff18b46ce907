"""A clause behind a bare "and" whose subject the parse listed with a noun before: "Rebels shelled Zintan and soldiers fled"."""

from collections.abc import Iterator
from typing import NamedTuple

from marsad.model.syntax import Token
from marsad.reading.mend.hanging import FINITE, Tokens, above, hung, is_placed, last_of
from marsad.reading.mend.subordinate import OPENING
from marsad.reading.voices.cues import cue_forms
from marsad.reading.wordlists import word_set

NAMING = ("NOUN", "PROPN", "PRON", "NUM")
AND = ("and", "but")
JOINED = ("conj", "parataxis", "xcomp", "ccomp", "advcl")
PERCEIVING = word_set("mends", "perceiving")


class _Clause(NamedTuple):
    """The verb of the clause, its subject, and the verb before."""

    verb: Token
    subject: Token
    first: Token


def with_and_clauses(tokens: Tokens) -> Tokens:
    """The tokens with each such clause beside the one before, with its own subject and its own adjuncts."""
    for clause in list(_clauses(tokens)):
        tokens = hung(tokens, _apart(tokens, clause))
    return tokens


def _clauses(tokens: Tokens) -> Iterator[_Clause]:
    for noun in tokens:
        listed = noun.dep == "conj" and noun.head < noun.i and noun.pos in NAMING
        if not listed or not any(c.dep == "cc" and c.head == noun.i and c.text.lower() in AND for c in tokens[: noun.i]):
            continue
        behind = last_of(tokens, noun.i) + 1
        verb = tokens[behind] if behind < len(tokens) else noun
        first = next((v for v in reversed(tokens[: noun.i]) if v.tag in FINITE and v.pos == "VERB"), None)
        if verb.pos == "VERB" and first is not None and verb.tag == first.tag and _stands_alone(tokens, verb, noun, first):
            yield _Clause(verb, noun, first)


def _stands_alone(tokens: Tokens, verb: Token, noun: Token, first: Token) -> bool:
    """Whether a verb is that of the noun alone, by how it hangs together with the verb before and by what it has of its own."""
    joined = (verb.head == first.i and verb.dep in JOINED) or (first.head == verb.i and first.dep == "ccomp")
    opened = any(c.dep == "case" and c.text.lower() in OPENING for c in tokens if c.head == noun.head)  # "as rebels and troops clashed"
    if not joined or opened or first.text.lower() in cue_forms() or first.text.lower() in PERCEIVING:
        return False
    own = [c for c in tokens if c.head == verb.i]
    if verb.text.isupper() and all(c.dep != "obj" for c in own):
        return False  # in capitals "MEMBERS INVOLVED IN" is tagged as a deed of the past
    subjects = [c.i for c in own if c.dep.startswith("nsubj")]
    if verb.text.lower() in cue_forms() and any(_opens_behind_comma(tokens, i) for i in subjects):
        return False  # "bombed the town, a priest and two nurses said"
    return not any(c.dep in ("cc", "mark") or c.dep.startswith("aux") for c in own) and all(i in above(tokens, noun.i) for i in subjects)


def _opens_behind_comma(tokens: Tokens, noun: int) -> bool:
    """Whether a phrase stands right behind a comma."""
    first = min([t.i for t in tokens[:noun] if t.head == noun and t.dep != "punct"], default=noun)
    return first > 0 and tokens[first - 1].text == ","


def _apart(tokens: Tokens, clause: _Clause) -> dict[int, tuple[int, str]]:
    """Where the words hang once the clause stands for itself."""
    verb, subject, first = (t.i for t in clause)
    top = tokens[verb]
    anew = {verb: (first, "conj"), subject: (verb, "nsubj")}
    if tokens[first].head == verb:  # "killed six guards in Zintan and soldiers fled", with "fled" on top
        anew[first] = (first if top.head == verb else top.head, top.dep)
    for t in tokens:
        if t.i in anew or t.dep == "punct":
            continue
        if t.head == verb and t.i < subject:
            listed = t.dep.startswith("nsubj")
            anew[t.i] = (first, ("obl" if is_placed(tokens, t.i) else "obj") if listed else t.dep)
        elif (t.dep == "cc" and t.head == subject) or (t.i > verb and t.head in (first, subject)):
            anew[t.i] = (verb, t.dep)
    return anew
