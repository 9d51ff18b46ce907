"""Aid that the parse took for a verb: "closed to aid", "reopened to aid trucks", "delivered drinking water to 900 families"."""

from collections.abc import Iterator
from itertools import pairwise

import msgspec

from marsad.model.syntax import Token
from marsad.reading.mend.hanging import Tokens, hung

GOODS = frozenset(
    {("drinking", "water"), ("cooking", "fuel"), ("cooking", "oil"), ("cooking", "sets"), ("cooking", "pots"), ("cooking", "utensils")}
    | {
        ("cooking", "kits"),
        ("cooking", "gas"),
        ("plastic", "sheeting"),
        ("sleeping", "mats"),
        ("sleeping", "bags"),
        ("building", "materials"),
        ("heating", "fuel"),
    }
)
OPENED = frozenset({"open", "reopen", "re-open", "unblock", "close", "shut", "block", "seal"})


def with_aid(tokens: Tokens) -> Tokens:
    """The tokens with aid as the noun to which a way is opened or closed."""
    for t in list(_to_aid(tokens)):
        carried = next((n for n in tokens if n.head == t.i and n.dep == "obj" and n.i == t.i + 1), None)
        noun = carried or t
        anew = {t.i - 1: (noun.i, "case"), noun.i: (t.head, "obl")}
        anew |= {n.i: (t.head, n.dep) for n in tokens if n.head == t.i and n.i > t.i and n.i != noun.i}
        if carried:
            anew[t.i] = (carried.i, "compound")
        tokens = tuple(msgspec.structs.replace(n, pos="NOUN", tag="NN") if n.i == t.i else n for n in hung(tokens, anew))
    for t in list(_goods(tokens)):
        anew = {n.i: (t.head, n.dep) for n in tokens if n.head == t.i} | {t.i + 1: (t.head, "obj"), t.i: (t.i + 1, "compound")}
        tokens = tuple(msgspec.structs.replace(n, pos="NOUN", tag="NN") if n.i == t.i else n for n in hung(tokens, anew))
    return tokens


def _goods(tokens: Tokens) -> Iterator[Token]:
    """The first words of names of goods that were read as deeds: "delivered drinking water"."""
    for t, noun in pairwise(tokens):
        if t.tag == "VBG" and t.dep == "xcomp" and (t.text.lower(), noun.text.lower()) in GOODS and noun.head == t.i:
            yield t


def _to_aid(tokens: Tokens) -> Iterator[Token]:
    for t in tokens:
        if t.text.lower() == "aid" and t.tag == "VB" and t.i and tokens[t.i - 1].text.lower() == "to" and tokens[t.i - 1].head == t.i:
            if t.head != t.i and tokens[t.head].lemma.lower() in OPENED:
                yield t
