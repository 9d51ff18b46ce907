"""Which passages can carry a claim: a trigger word and, for each role that its card requires, a word that could fill it.

Only these are parsed, since the parse is the slow part; what the gate asks for is a subset of what the cards ask for,
so that nothing is lost that a card would have read.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from marsad.model.mention import Mentions
from marsad.model.passage import Passage

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
Needs = tuple[frozenset[str], ...]  # for each required role: names of classes and lists of which one must be present


class Gate(msgspec.Struct, frozen=True):
    """For each form of a trigger the needs of its cards; for each class or list its words."""

    needs: Mapping[str, tuple[tuple[Needs, tuple[str, ...]], ...]]
    words: Mapping[str, frozenset[str]]
    stand_ins: frozenset[str]  # pronouns and the like, which may stand for anybody

    def candidates(self, passages: Sequence[Passage], mentions: Mentions) -> list[Passage]:
        """The passages that can carry a claim, in order."""
        marks = _marks(passages, mentions)
        return [p for p, found in zip(passages, marks, strict=True) if self._passes(p, found)]

    def _passes(self, passage: Passage, found: set[str]) -> bool:
        if passage.kind == "header":
            return False
        words = {w.lower() for w in WORD.findall(passage.text)}
        hits = [need for w in words if w in self.needs for need in self.needs[w]]
        if not hits:
            return False
        known: dict[str, bool] = {}

        def present(name: str) -> bool:
            if name not in known:
                listed = self.words.get(name)
                known[name] = name in found or listed is None or not listed.isdisjoint(words)
                if not known[name] and name in ("people", "force", "actor", "person", "any", "pronoun"):
                    known[name] = not self.stand_ins.isdisjoint(words)
            return known[name]

        return any(all(words_ in words for words_ in rest) and all(any(present(n) for n in one) for one in needs) for needs, rest in hits)


def _marks(passages: Sequence[Passage], mentions: Mentions) -> list[set[str]]:
    """For each passage the classes that a mention in it could fill."""
    marks: list[set[str]] = [set() for _ in passages]
    _mark(passages, marks, mentions.places, lambda m: ("place", "actor") if getattr(m, "kind", None) in ("country", None) else ("place",))
    _mark(passages, marks, mentions.actors, lambda _: ("force", "actor", "person"))
    _mark(passages, marks, mentions.quantities, lambda _: ("count", "people"))
    return marks


class _Spanned(msgspec.Struct):
    start: int
    end: int
    field: str


def _mark(
    passages: Sequence[Passage], marks: list[set[str]], mentions: Iterable[object], classes: Callable[[object], tuple[str, ...]]
) -> None:
    i = 0
    ordered = sorted(mentions, key=lambda m: (m.field != passages[0].field, m.start)) if passages else []  # type: ignore[attr-defined]
    for m in ordered:
        if m.field != passages[0].field:  # type: ignore[attr-defined]
            continue
        while i < len(passages) and passages[i].end <= m.start:  # type: ignore[attr-defined]
            i += 1
        if i == len(passages):
            return
        marks[i].update(classes(m))
