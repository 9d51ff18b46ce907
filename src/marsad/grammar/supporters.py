"""Who backs those that act or hold: "rebels, backed by Chad, took the town", "with the support of aircraft"."""

from collections.abc import Iterator, Sequence

from marsad.grammar.clause import AIDING
from marsad.grammar.draft import Filler
from marsad.grammar.fill import Filling
from marsad.grammar.sentence import Sentence
from marsad.reading.wordlists import word_set

SUPPORT = word_set("frames", "support")
DOERS = ("agent", "holder")


def supporters(filling: Filling, i: int, fillers: Sequence[Filler]) -> list[Filler]:
    """The supporters of the deed that a predicate tells of, each as a filler."""
    s = filling.s
    doers = [f.head for f in fillers if f.role in DOERS and not f.hidden]
    taken = {f.head for f in fillers}
    found = dict.fromkeys(c for o in _backers(s, i, doers) for c in s.conjuncts(o)) if doers else {}
    return [filling.make("supporter", c) for c in found if c not in taken and (filling.classes.is_force(c) or filling.classes.is_actor(c))]


def _backers(s: Sentence, i: int, doers: Sequence[int]) -> Iterator[int]:
    for above in (*doers, i):
        for v in s.kids(above, "acl", "advcl"):
            if s.tokens[v].tag == "VBN" and s.lemma(v) in AIDING:
                yield from (o for o in s.kids(v, "obl") if s.case(o) in ("by", "with"))
    for o in s.kids(i, "obl"):
        if s.case(o) == "with" and s.lemma(o) in SUPPORT:
            yield from (c for c in s.kids(o, "nmod") if s.case(c) in ("of", "from", "by"))
