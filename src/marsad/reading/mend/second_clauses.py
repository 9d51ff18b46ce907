"""A second clause whose subject the parse made one list with a noun of the first.

"Zintan was shelled in May and four members of the council were killed" has no council that is shelled.
"Five killed, 20 injured" is a clause and another, whatever the parse made of the second.
"""

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from marsad.model.syntax import Token
from marsad.reading.mend.hanging import FINITE, Tokens, above, as_subject, hung, is_placed, last_of

JOINING = ("and", "but", "while")
DASHES = ("–", "—", "-", "--")


class _Clause(NamedTuple):
    """The verb of a second clause, the subject that is told apart, and the verb of the first."""

    verb: int
    subject: int
    first: int


def with_second_clauses(tokens: Tokens) -> Tokens:
    """The tokens with second clauses, each with its own subject and its own object."""
    tokens = hung(tokens, {verb: (first, "conj") for verb, first in _behind_infinitives(tokens)})
    for noun, verb in list(_before_dashes(tokens)):
        tokens = hung(tokens, {noun: (tokens[verb].head, "obj"), verb: (tokens[verb].head, "parataxis")})
    for verb, subject, first in list(_behind_predicates(tokens)):
        top = (first if tokens[verb].head == verb else tokens[verb].head, tokens[verb].dep)
        tokens = hung(tokens, {first: top, verb: (first, "conj"), subject: as_subject(tokens, verb)})
    for verb, subject, first in list(_behind_commas(tokens)):
        tokens = hung(tokens, {verb: (first, "conj"), subject: (first, "nsubj:pass")})
    for clause in list(_second_clauses(tokens)):
        anew = hung(tokens, _apart(tokens, clause))
        tokens = tuple(msgspec.structs.replace(t, pos="VERB") if t.i == clause.verb else t for t in anew)
    return tokens


def _behind_infinitives(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Each finite verb that was joined to an infinitive, with the finite verb above: "tried to storm Zintan but were beaten back"."""
    for verb in tokens:
        own = [c for c in tokens if c.head == verb.i and c.i < verb.i]
        finite = verb.tag in ("VBD", "VBZ") or any(c.dep.startswith("aux") and c.tag in ("VBD", "VBZ") for c in own)
        if verb.dep != "conj" or not finite or tokens[verb.head].tag != "VB":
            continue
        first = next((i for i in above(tokens, verb.i) if tokens[i].tag != "VB"), verb.i)
        if tokens[first].pos == "VERB" and tokens[first].tag in FINITE and any(c.dep == "cc" for c in own):
            yield verb.i, first


def _before_dashes(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Each object that the verb behind a dash took for a subject beside its own, and that verb: "killed 12 people – 30 were injured"."""
    for noun in tokens:
        verb = tokens[noun.head]
        first = tokens[verb.head]
        if not noun.dep.startswith("nsubj") or first.tag not in FINITE or not first.i < noun.i < verb.i or verb.dep == "acl:relcl":
            continue
        own = [c.i for c in tokens if c.head == verb.i and c.dep.startswith("nsubj") and c.i > noun.i]
        dashed = own and any(t.text in DASHES for t in tokens[noun.i + 1 : own[0]])
        if dashed and not any(c.dep == "obj" and c.head == first.i for c in tokens):
            yield noun.i, verb.i


def _behind_commas(tokens: Tokens) -> Iterator[_Clause]:
    """Each participle with its own count that the parse took for the object of the one before: "five killed, 20 injured"."""
    for verb in tokens:
        first, subject, count = tokens[verb.head], tokens[verb.head - 1], tokens[verb.i - 1]
        if verb.dep not in ("obj", "ccomp", "xcomp") or first.tag not in ("VBN", "VBD") or count.pos != "NUM" or count.i != first.i + 2:
            continue
        joined = tokens[first.i + 1].text == "," and not any(
            c.head == first.i and c.dep in ("aux", "obj") and c.i != verb.i for c in tokens
        )
        if joined and all(n.head == v and n.dep.startswith("nsubj") for n, v in ((subject, first.i), (count, verb.i))):
            yield _Clause(verb.i, subject.i, first.i)


def _second_clauses(tokens: Tokens) -> Iterator[_Clause]:
    """Each clause behind an "and" whose subject hangs in the clause before."""
    for noun in tokens:
        if noun.dep != "conj" or noun.head > noun.i or not any(c.dep == "cc" and c.head == noun.i and c.i < noun.i for c in tokens):
            continue
        last = last_of(tokens, noun.i)
        verb = _verb_behind(tokens, last + 1)
        if verb is None or not _may_be_told(tokens, noun, last, verb) or _has_subject(tokens, verb.i, noun.i):
            continue
        first = next((a for a in above(tokens, noun.i) if tokens[a].pos in ("VERB", "AUX") and a != verb.i), None)
        if first is not None:
            yield _Clause(verb.i, noun.i, first)


def _behind_predicates(tokens: Tokens) -> Iterator[_Clause]:
    """Each verb that took for a subject what is said of another: "Zintan is in the hands of rebels and Rawa is held by the army"."""
    for said in tokens:
        verb = tokens[said.head]
        own = {c.dep for c in tokens if c.head == said.i and c.i < said.i}
        if not said.dep.startswith("nsubj") or verb.i < said.i or not {"cop", "nsubj"} <= own:
            continue
        joint = next((t.i for t in tokens[said.i : verb.i] if t.text.lower() in JOINING), None)
        helper = next((t.i for t in tokens[said.i : verb.i] if t.head == verb.i and t.dep.startswith("aux")), verb.i)
        nouns = [
            t.i
            for t in tokens[joint or helper : helper]
            if t.pos in ("NOUN", "PROPN") and (joint or 0) > tokens[t.i].head or t.head == verb.i
        ]
        if joint is not None and nouns:
            yield _Clause(verb.i, nouns[0], said.i)


def _may_be_told(tokens: Tokens, noun: Token, last: int, verb: Token) -> bool:
    """Whether a verb can be that of a noun, by where the parse hung it; without an auxiliary only that of a bare count."""
    if verb.i > last + 1:
        return verb.dep in ("conj", "parataxis")
    counted = noun.pos == "NUM" or any(c.dep == "nummod" and c.head == noun.i for c in tokens[: noun.i])
    return counted and last == noun.i and verb.dep in ("amod", "case", "conj")


def _has_subject(tokens: Tokens, verb: int, noun: int) -> bool:
    """Whether a verb has a subject, be it not a phrase behind a preposition that the noun was made one list with."""
    subjects = [c.i for c in tokens if c.head == verb and c.dep.startswith("nsubj")]
    return any(not (i in above(tokens, noun) and is_placed(tokens, i)) for i in subjects)


def _verb_behind(tokens: Tokens, i: int) -> Token | None:
    """The finite verb, or the verb of the auxiliary, that stands at a token."""
    if i >= len(tokens):
        return None
    token = tokens[i]
    if token.dep.startswith("aux") and token.head > i:
        return tokens[token.head]
    return token if token.tag in FINITE else None


def _apart(tokens: Tokens, clause: _Clause) -> dict[int, tuple[int, str]]:
    """Where the words of the second clause hang once it stands for itself."""
    verb, subject, first = clause
    noun = tokens[verb].head if tokens[verb].dep in ("amod", "case") else None
    inside = {subject, *(t.i for t in tokens if subject in above(tokens, t.i))}
    anew = {verb: (first, "conj"), subject: as_subject(tokens, verb)}
    if noun is not None and noun > verb:
        anew.setdefault(noun, (verb, "obj"))
    for t in tokens:
        if t.i in anew:
            continue
        if t.head == verb and t.dep.startswith("nsubj"):
            anew[t.i] = (first, "obl")
        elif (t.dep == "cc" and t.head == subject) or (t.i > verb and t.dep != "punct" and (t.head == first or t.head in inside)):
            anew[t.i] = (verb, t.dep)
    return anew
