"""Which passages can carry a claim: a trigger word and, for each role that its card requires, a word that could fill it.

Only these are parsed, since the parse is the slow part; what the gate asks for is a subset of what the cards ask for,
so that nothing is lost that a card would have read.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from marsad.model.mention import Mentions
from marsad.model.passage import Passage
from marsad.model.report import Report

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
PLAIN = re.compile(r"[^\W\d_]+")
ARMED = {"armed group", "state force", "coalition"}
OPEN = ARMED | {"humanitarian"}  # whose naming opens a report for every card
MANY = 25  # persons or households: fewer are told of in peace too and make no claim there
COUNTED = {None, "person", "household", "percent"}  # units of what may be people
ENOUGH = 3  # different words of conflict in a report of any length ...
SHORT = 60  # ... or one in so few words
LONG, SAMENESS = 40, 8  # words of a passage, and how often each is said on average, beyond which nobody wrote it
Needs = tuple[frozenset[str], ...]  # for each required role: names of classes and lists of which one must be present


def says_nothing(words: Sequence[str]) -> bool:
    """Whether a passage is the same few words over and over: no sentence, and made to cost every card and every voice."""
    return len(words) > LONG and len(set(words)) * SAMENESS < len(words)


class Need(msgspec.Struct, frozen=True):
    """What one card needs in a passage besides its trigger's first word."""

    roles: Needs
    rest: tuple[str, ...]  # the further words of the trigger
    peace: bool  # whether its claim may stand in a report that tells of no conflict ...
    many: bool = False  # ... though only of many people


class Gate(msgspec.Struct, frozen=True):
    """For each form of a trigger the needs of its cards; for each class or list its words."""

    needs: Mapping[str, tuple[Need, ...]]
    words: Mapping[str, frozenset[str]]
    stand_ins: frozenset[str]  # pronouns and the like, which may stand for anybody
    conflict: frozenset[str]  # words that show organised violence or its victims
    conflict_pairs: frozenset[tuple[str, ...]]

    def tells_of_conflict(self, report: Report) -> bool:
        """Whether the report's own words show organised violence or its victims."""
        found = [w.lower() for w in PLAIN.findall(f"{report.title or ''} {report.text}")]
        shown = self.conflict.intersection(found)
        pairs = sum(1 for pair in set(zip(found, found[1:], strict=False)) if pair in self.conflict_pairs)
        count = len(shown) + pairs
        return count >= ENOUGH or (count >= 2 and len(found) <= 4 * SHORT) or (count >= 1 and len(found) <= SHORT)

    def candidates(self, passages: Sequence[Passage], mentions: Mentions, conflict: bool) -> list[Passage]:
        """The passages that can carry a claim, in order; in a report without conflict only those whose claim may stand there."""
        marks = _marks(passages, mentions)
        return [p for p, found in zip(passages, marks, strict=True) if self._passes(p, found, conflict)]

    def _passes(self, passage: Passage, found: set[str], conflict: bool) -> bool:
        if passage.kind in ("header", "row"):
            return False
        said = [w.lower() for w in WORD.findall(passage.text)]
        words = set(said)
        if says_nothing(said):
            return False
        open_ = conflict or "armed" in found
        hits = [
            need for w in words if w in self.needs for need in self.needs[w] if open_ or (need.peace and (not need.many or "many" in found))
        ]
        if not hits:
            return False
        known = {"heading": passage.kind == "headline" or passage.field == "title"}
        known["item"] = passage.kind in ("bullet", "headline")
        known["armed_group"] = "armed_group" in found

        def present(name: str) -> bool:
            if name not in known:
                listed = self.words.get(name)
                known[name] = name in found or listed is None or not listed.isdisjoint(words)
                if not known[name] and name in ("people", "force", "actor", "person", "any", "pronoun", "helper"):
                    known[name] = (open_ or name != "force") and not self.stand_ins.isdisjoint(words)
                elif not known[name] and name == "place":
                    known[name] = conflict and "it" in words  # "the militia retook it"
            return known[name]

        ones = {w[:-3] + "y" if w.endswith("ies") else w[:-1] for w in words if w.endswith("s")}  # "throats": the trigger names it as one
        said_or_one = words | ones
        return any(said_or_one.issuperset(need.rest) and all(any(present(n) for n in one) for one in need.roles) for need in hits)


def _marks(passages: Sequence[Passage], mentions: Mentions) -> list[set[str]]:
    """For each passage the classes that a mention in it could fill."""
    marks: list[set[str]] = [set() for _ in passages]
    _mark(passages, marks, mentions.places, _place_marks)
    _mark(passages, marks, mentions.actors, _actor_marks)
    _mark(passages, marks, mentions.quantities, _count_marks)
    return marks


def _place_marks(mention: object) -> tuple[str, ...]:
    kind = getattr(mention, "kind", None)
    if kind == "country":
        return ("place", "actor", "located")
    named = ("place", "town", "part_of_country", "located")
    return (*named, "actor") if kind is None else named


def _count_marks(mention: object) -> tuple[str, ...]:
    most = max(getattr(mention, "low", None) or 0, getattr(mention, "best", None) or 0)
    unit = getattr(mention, "unit", None)
    many = unit in COUNTED and (most >= MANY or unit == "percent")
    return ("count", "people", "many") if many else ("count", "people")


def _actor_marks(mention: object) -> tuple[str, ...]:
    armed = getattr(mention, "kind", None) in OPEN and getattr(mention, "name", None)
    marks = ("force", "actor", "person", "armed") if armed else ("force", "actor", "person")
    more = {"humanitarian": ("helper",), "people": ("people",), "armed group": ("armed_group",)}  # "Somalis are fleeing the town"
    return (*marks, *more.get(getattr(mention, "kind", None) or "", ()))


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
