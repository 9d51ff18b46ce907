"""What one report tells of one incident: its claims about the event, the people harmed and who did it."""

import datetime
from bisect import bisect, insort
from collections.abc import Collection
from dataclasses import dataclass, field

from marsad.model.claim import Claim
from marsad.reconcile.families import side
from marsad.reconcile.independence import Root
from marsad.reconcile.said import Said
from marsad.reconcile.where import Where, fold, near, wide, within

FAMILY = {
    "ied": "blast", "suicide_bomb": "blast", "air_strike": "air", "shelling": "shelling", "attack": "attack", "execution": "execution",
    "abduction": "abduction", "armed_clash": "fight", "offensive": "offensive", "advance": "advance", "retreat": "retreat",
    "encirclement": "encirclement", "mine_clearance": "mine_clearance", "ceasefire": "ceasefire", "arrest": "arrest",
    "chemical_attack": "chemical", "sexual_violence": "sexual_violence", "looting": "looting",
}  # fmt: skip
LONG = frozenset({"offensive", "encirclement", "ceasefire"})
ONE_PLACE = frozenset({"attack", "blast", "air", "shelling", "execution", "chemical"})  # an "attack" may be told again as any of these
COMMON = frozenset(
    "people persons men women children civilians soldiers policemen police members workers residents peasants fighters others".split()
)
NEXT = 300  # characters: about one sentence further
NEIGHBOURS = 4
RECENT = datetime.timedelta(days=3)  # without time words, an event is taken to have happened this long before publication at most


@dataclass(slots=True)
class Telling:
    """The claims of one report about one incident; what is asked of them often is kept as they come."""

    said: list[Said] = field(default_factory=list)
    families: set[str] = field(default_factory=set)  # of the events; empty where only victims are told
    types: set[str] = field(default_factory=set)
    agents: set[str] = field(default_factory=set)  # the sides that act
    known: set[str] = field(default_factory=set)  # those of the events that are named by more than common nouns
    hit: set[str] = field(default_factory=set)
    persons: set[str] = field(default_factory=set)
    dead: set[str] = field(default_factory=set)  # the persons by name who were killed
    roots: set[Root] = field(default_factory=set)
    starts: set[tuple[bool, int]] = field(default_factory=set)  # of the events' evidence
    spans: list[tuple[bool, int, int]] = field(default_factory=list)
    where: Where | None = None  # the closest place that any of its claims names, events first
    exact: tuple[datetime.date, datetime.date] | None = None  # the shortest interval that its words give
    first: datetime.date | None = None
    last: datetime.date | None = None
    order: tuple[str, ...] = ("~",)

    def add(self, one: Said) -> None:
        """The claim belongs to the incident."""
        claim, evidence = one.claim, one.claim.evidence
        self.said.append(one)
        self.agents.update(side(name) for name in names(claim, "agent"))
        self.hit |= hit_by_name(one)
        self.persons |= persons(one)
        self.dead |= persons(one) if claim.type == "killed" else set()
        self.roots.add(one.root)
        insort(self.spans, (evidence.field == "text", evidence.start, evidence.end))
        self.order = min(self.order, one.order)
        if claim.kind == "event":
            self.families.add(FAMILY[claim.type])
            self.types.add(claim.type)
            self.known.update(side(name) for name in known(claim, "agent"))
            self.starts.add((evidence.field == "text", evidence.start))
        self._place(one)
        self._date(one)

    @property
    def window(self) -> tuple[datetime.date, datetime.date] | None:
        """The interval in which it lies: told, or the days before the report."""
        if self.exact is not None:
            return self.exact
        return (self.first - RECENT, self.last) if self.first and self.last else None

    def gap(self, one: Said) -> int:
        """The characters between a claim's evidence and the nearest of the incident's; 0 where they overlap."""
        evidence = one.claim.evidence
        own = (evidence.field == "text", evidence.start, evidence.end)
        at = bisect(self.spans, own)
        near = self.spans[max(0, at - NEIGHBOURS) : at + NEIGHBOURS]
        return min((_gap(own, other) for other in near), default=10**9)

    def _place(self, one: Said) -> None:
        if one.where is not None:
            best = (_breadth(self.where), self.where.key if self.where else "")
            self.where = one.where if (_breadth(one.where), one.where.key) < best else self.where

    def _date(self, one: Said) -> None:
        start, end, day = one.claim.time.start, one.claim.time.end, one.as_of
        if start is not None and end is not None:
            told = (start, end)
            self.exact = min(self.exact or told, told, key=lambda days: (days[1] - days[0], days[0]))
        if day is not None:
            self.first = min(self.first or day, day)
            self.last = max(self.last or day, day)


def names(claim: Claim, role: str) -> tuple[str, ...]:
    """The names of the actors in a role."""
    return tuple(actor.name or actor.text for actor in claim.actors if actor.role == role)


def known(claim: Claim, role: str) -> tuple[str, ...]:
    """The names of the actors in a role that are more than common nouns: "the gunmen" contradict nobody."""
    return tuple(actor.name for actor in claim.actors if actor.role == role and actor.name)


def hit_by_name(one: Said) -> frozenset[str]:
    """The names of persons and things that were hit; single words and counted people are no names."""
    hit = (actor.name or actor.text for actor in one.claim.actors if actor.role in ("target", "victim") and actor.kind in (None, "person"))
    folded = (fold(text) for text in hit if not any(letter.isdigit() for letter in text))
    return frozenset(text for text in folded if text.count(" ") >= 1 and text.split()[-1] not in COMMON)


def persons(one: Said) -> frozenset[str]:
    """The persons by name that were hit."""
    return frozenset(fold(a.name) for a in one.claim.actors if a.role in ("target", "victim") and a.kind == "person" and a.name)


def same_person(some: Collection[str], others: Collection[str]) -> bool:
    """True where a name of the one may stand for a name of the other: "Haddad" and "Omar Haddad"."""
    return any(set(a.split()) <= set(b.split()) or set(b.split()) <= set(a.split()) for a in some for b in others)


def same_spot(one: Where | None, other: Where | None) -> bool:
    """False where the places exclude each other."""
    if one is None or other is None or one.key == other.key:
        return True
    if within(one, other) or within(other, one) or one.base == other.base:
        return one.part == other.part or None in (one.part, other.part) or one.base != other.base
    if one.lat is None or other.lat is None:
        return _name_inside(one, other)
    if (wide(one) or wide(other)) and one.country == other.country and "admin1" not in (one.kind, other.kind):
        return True
    return near(one, other)


def _gap(one: tuple[bool, int, int], other: tuple[bool, int, int]) -> int:
    if one[0] != other[0]:
        return NEXT
    return max(0, max(one[1], other[1]) - min(one[2], other[2]))


def _breadth(where: Where | None) -> float:
    if where is None:
        return 1e9
    if where.lat is None:
        return 500.0
    return (1000.0 if wide(where) else 0.0) + (where.radius_km or 0.0)


def _name_inside(one: Where, other: Where) -> bool:
    a, b = set(one.name.lower().split()), set(other.name.lower().split())
    return a <= b or b <= a or (one.lat is None and one.name[:1].islower()) or (other.lat is None and other.name[:1].islower())
