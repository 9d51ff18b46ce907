"""Lists of counted people that the parse broke off: "killed 90 militants, 40 soldiers and police, and 21 civilians"."""

from collections.abc import Iterator

from marsad.model.syntax import Token
from marsad.reading.mend.hanging import Tokens, hung

EVERYBODY = frozenset("people person victim civilian casualty fatality dead death other resident member".split())  # who may be told apart


def with_whole_lists(tokens: Tokens) -> Tokens:
    """The tokens with each counted noun of a list joined to its first, where the parse took it for the same people told again."""
    return hung(tokens, {i: (tokens[i].head, "conj") for i in _items(tokens)})


def _items(tokens: Tokens) -> Iterator[int]:
    for t in tokens:
        first = tokens[t.head]
        if t.dep != "appos" or t.i < first.i or first.lemma.lower() in EVERYBODY or tokens[first.i + 1].text != ",":
            continue
        counts = [_number(tokens, n) for n in (first, t)]
        last = [c for c in tokens if c.dep == "conj" and c.head in (first.i, t.i) and c.i > t.i and _number(tokens, c) is not None]
        if None not in counts and last and _number(tokens, first) != sum(_number(tokens, n) or 0 for n in (t, *last)):
            yield t.i


def _number(tokens: Tokens, noun: Token) -> int | None:
    """The number before a noun, in figures."""
    found = [c.text.replace(",", "") for c in tokens if c.head == noun.i and c.dep == "nummod" and c.i < noun.i]
    return int(found[0]) if found and found[0].isdecimal() else None
