"""Clauses with "which" or "who" between two commas: "Zintan, which rebels seized in May, was shelled" has a Zintan that was seized."""

from collections.abc import Iterator
from typing import NamedTuple

from marsad.model.syntax import Token
from marsad.reading.mend.hanging import FINITE, Tokens, above, as_subject, hung, is_placed
from marsad.reading.wordlists import names_people

WHO = ("which", "who", "whom")
BEFORE_VERBS = ("ADV", "PART")
ADRIFT = ("root", "vocative", "dislocated", "discourse", "parataxis", "nsubj", "nsubj:pass", "obl:unmarked", "dep", "advmod")
NAMING = ("NOUN", "PROPN", "PRON")
OF_CLAUSE = ("advmod", "obl", "cc", "mark")


class _Told(NamedTuple):
    """A noun, the word that stands for it or for a noun of its phrase, the verb of that clause, and the verb behind it."""

    noun: int
    who: int
    inner: int
    outer: int


def with_relative_clauses(tokens: Tokens) -> Tokens:
    """The tokens with each such clause on its noun, and the noun as the subject of the verb behind it."""
    for told in list(_told(tokens)):
        tokens = hung(tokens, _apart(tokens, told))
    return tokens


def _told(tokens: Tokens) -> Iterator[_Told]:
    """Each such clause of one verb, behind a noun that stands behind no preposition, where the parse has it otherwise."""
    for who in tokens[2:]:
        if who.text.lower() not in WHO or tokens[who.i - 1].text != ",":
            continue
        noun = _noun_before(tokens, who.i - 2, who.text.lower() == "which")
        close = next((t.i for t in tokens[who.i :] if t.text == ","), None)
        if noun is None or close is None:
            continue
        inner, outer = _one_verb(tokens, who.i + 1, close), _verb_at(tokens, close + 1)
        if inner is None or outer is None or (tokens[inner].head == noun and tokens[outer].i in above(tokens, noun)):
            continue
        if not any(t.head == outer and t.dep.startswith("nsubj") and t.i > close for t in tokens):
            yield _Told(noun, who.i, inner, outer)


def _noun_before(tokens: Tokens, last: int, thing: bool) -> int | None:
    """The noun of the phrase that ends at a word and may be a subject; no people where a thing is told of: "men of Zintan, which"."""
    noun = last
    while tokens[noun].dep in ("nmod", "compound", "flat", "appos") and tokens[noun].head <= last and tokens[noun].head != noun:
        noun = tokens[noun].head
    fits = tokens[noun].pos in ("NOUN", "PROPN") and tokens[noun].dep in ADRIFT
    return (
        noun if fits and not is_placed(tokens, noun) and not (thing and noun < last and names_people(tokens[noun].text.lower())) else None
    )


def _verb_at(tokens: Tokens, i: int) -> int | None:
    """The finite verb that stands at a word but for adverbs, or that of the auxiliary there."""
    while i < len(tokens) and tokens[i].pos in BEFORE_VERBS:
        i += 1
    if i >= len(tokens):
        return None
    t = tokens[i]
    if t.dep.startswith(("aux", "cop")) and t.head > i:
        return t.head
    return i if t.pos in ("VERB", "AUX") and t.tag in FINITE else None


def _one_verb(tokens: Tokens, first: int, close: int) -> int | None:
    """The only verb between two words, its auxiliaries apart."""
    verbs = [t for t in tokens[first:close] if t.pos == "VERB" and t.tag in (*FINITE, "VBN", "VBG")]
    finite = [t for t in verbs if t.tag in FINITE or _helped(tokens, t, first) or _has_noun_before(tokens, t, first)]
    return finite[0].i if len(finite) == 1 and verbs[0] is finite[0] else None


def _helped(tokens: Tokens, verb: Token, first: int) -> bool:
    """Whether an auxiliary stands before a verb."""
    return any(t.head == verb.i and t.dep.startswith("aux") for t in tokens[first : verb.i])


def _has_noun_before(tokens: Tokens, verb: Token, first: int) -> bool:
    """Whether a noun stands before a verb that was read as a participle."""
    return verb.tag == "VBN" and any(t.pos in ("NOUN", "PROPN") for t in tokens[first : verb.i])


def _apart(tokens: Tokens, told: _Told) -> dict[int, tuple[int, str]]:
    """Where the words hang once each of the two clauses has its own."""
    noun, who, inner, outer = told
    doer = next((t.i for t in reversed(tokens[who + 1 : inner]) if t.pos in NAMING and t.dep not in ("compound", "obl")), None)
    passive = any(t.head == inner and t.dep == "aux:pass" for t in tokens)
    anew = {who: (inner, "obj" if doer is not None else "nsubj:pass" if passive else "nsubj")}
    if doer is not None:
        anew[doer] = (inner, "nsubj")
    if noun in above(tokens, outer):  # the noun on top: the verb behind it takes its place
        anew[outer] = (outer if tokens[noun].head == noun else tokens[noun].head, tokens[noun].dep)
        own = (t for t in tokens if t.head == noun and t.i != noun)
        anew |= {t.i: (outer, t.dep) for t in own if t.i > outer or (t.dep in OF_CLAUSE and t.i < noun)}
    elif tokens[outer].head == inner:
        anew[outer] = (tokens[inner].head, tokens[inner].dep) if tokens[inner].head != inner else (outer, "root")
    near = tokens[inner].head
    kept = tokens[inner].dep == "acl:relcl" and noun < near < who and tokens[who].text.lower() == "which"
    anew[inner] = (near if kept else noun, "acl:relcl")  # "the commander of the garrison, which was attacked"
    anew[noun] = as_subject(tokens, outer)
    return anew
