"""Whom a place is home to, where the parse took "home to" for a preposition: "Zintan, home to 40,000 people, fell"."""

from collections.abc import Iterator
from itertools import pairwise

from marsad.reading.mend.hanging import Tokens, hung
from marsad.reading.wordlists import word_set

HOMES = word_set("mends", "homes")
OF_HOME = ("cop", "nsubj", "advmod", "aux")  # what hangs on the noun instead, when the noun is taken for what is said


def with_homes(tokens: Tokens) -> Tokens:
    """The tokens with each "home to" as what is said of a place, and who lives there below it."""
    for home, noun in list(_objects(tokens)):
        tokens = hung(tokens, {noun: (home, "obl"), home + 1: (noun, "case")})
    for home, noun in list(_homes(tokens)):
        above, said = tokens[noun].head, tokens[noun].dep
        is_said = above == noun or any(c.dep == "cop" and c.head == home for c in tokens)
        lent = {t.i: (home, t.dep) for t in tokens if t.head == noun and t.dep in OF_HOME and t.i < home}
        top = (home if above == noun else above, said if is_said else "appos")
        tokens = hung(tokens, lent | {home: top, noun: (home, "obl"), home + 1: (noun, "case")})
        tokens = hung(tokens, {t.i: (home, "punct") for t in tokens if t.head == noun and t.dep == "punct" and t.i > noun})
    return tokens


def _objects(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Each "home to" that the parse took for a verb, with its object."""
    for home, to in pairwise(tokens):
        if home.text.lower() in HOMES and home.pos == "NOUN" and to.text.lower() == "to":
            yield from ((home.i, t.i) for t in tokens[to.i :] if t.head == home.i and t.dep == "obj")


def _homes(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Each "home to" that hangs on who lives there, with them."""
    for t in tokens[:-2]:
        noun = tokens[tokens[t.head].head] if tokens[t.head].dep == "nummod" else tokens[t.head]
        if t.text.lower() in HOMES and tokens[t.i + 1].text.lower() == "to" and t.dep in ("advmod", "case") and noun.i > t.i + 1:
            if noun.pos in ("NOUN", "PROPN"):
                yield t.i, noun.i
