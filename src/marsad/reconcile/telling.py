"""What one report tells of one incident: its claims about the event, the people harmed and who did it."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from marsad.model.claim import Claim
from marsad.reconcile.families import side
from marsad.reconcile.said import Said
from marsad.reconcile.where import Where, fold, near, wide, within

FAMILY = {
    "ied": "blast", "suicide_bomb": "blast", "air_strike": "air", "shelling": "shelling", "attack": "attack", "execution": "execution",
    "abduction": "abduction", "armed_clash": "fight", "offensive": "offensive", "advance": "advance", "retreat": "retreat",
    "encirclement": "encirclement", "mine_clearance": "mine_clearance", "ceasefire": "ceasefire", "arrest": "arrest",
    "chemical_attack": "chemical", "sexual_violence": "sexual_violence", "looting": "looting",
}  # fmt: skip
VIOLENT = frozenset({"blast", "air", "shelling", "attack", "execution", "fight", "chemical", "abduction"})
ONE_PLACE = ("attack", "blast", "air", "shelling", "execution", "chemical")  # an "attack" may be told again as any of these
COMMON = frozenset(
    "people persons men women children civilians soldiers policemen police members workers residents peasants fighters others".split()
)
ONE_EVENT = frozenset({"attack", "blast", "air", "shelling", "execution", "abduction"})
LONG = frozenset({"offensive", "encirclement", "ceasefire"})
SENTENCE = 120  # characters: within one sentence, as a rule
NEXT = 300  # characters: about one sentence further
SOON = 900  # about a paragraph or two further
RECENT = datetime.timedelta(days=3)  # without time words, an event is taken to have happened this long before publication at most


@dataclass(slots=True)
class Telling:
    """The claims of one report about one incident."""

    said: list[Said] = field(default_factory=list)

    @property
    def events(self) -> list[Said]:
        """The claims that say what happened."""
        return [one for one in self.said if one.claim.kind == "event"]

    @property
    def families(self) -> frozenset[str]:
        """The families of its types; empty where only victims are told."""
        return frozenset(FAMILY[one.claim.type] for one in self.events)

    @property
    def where(self) -> Where | None:
        """The closest place that any of its claims names, events first."""
        ranked = [one for one in (*self.events, *self.said) if one.where is not None]
        best = min(ranked, key=lambda one: (_breadth(one.where), one.claim.kind != "event", one.id), default=None)
        return best.where if best else None

    @property
    def exact(self) -> tuple[datetime.date, datetime.date] | None:
        """The shortest interval that its words give."""
        times = [one.claim.time for one in self.said]
        told = [(time.start, time.end) for time in times if time.start is not None and time.end is not None]
        return min(told, key=lambda days: (days[1] - days[0], days[0]), default=None)

    @property
    def window(self) -> tuple[datetime.date, datetime.date] | None:
        """The interval in which it lies: told, or the days before the report."""
        if self.exact:
            return self.exact
        ends = [one.as_of for one in self.said if one.as_of]
        return (min(ends) - RECENT, max(ends)) if ends else None

    @property
    def agents(self) -> frozenset[str]:
        """The sides that act."""
        return frozenset(side(name) for one in self.said for name in names(one.claim, "agent"))

    @property
    def order(self) -> tuple[str, ...]:
        """A place in time that does not depend on the order of input."""
        return min(one.order for one in self.said)


def tellings(said: Iterable[Said]) -> list[Telling]:
    """The claims of every report grouped by the incident that they tell of; every claim is in exactly one group."""
    by_report: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        by_report[one.report.id].append(one)
    return [telling for report in sorted(by_report) for telling in _of_report(sorted(by_report[report], key=_position))]


def names(claim: Claim, role: str) -> tuple[str, ...]:
    """The names of the actors in a role."""
    return tuple(actor.name or actor.text for actor in claim.actors if actor.role == role)


def known(claim: Claim, role: str) -> tuple[str, ...]:
    """The names of the actors in a role that are more than common nouns: "the gunmen" contradict nobody."""
    return tuple(actor.name for actor in claim.actors if actor.role == role and actor.name)


def gap(one: Said, other: Said) -> int:
    """The characters between two pieces of evidence; 0 where they overlap."""
    a, b = one.claim.evidence, other.claim.evidence
    if a.field != b.field:
        return NEXT
    return max(0, max(a.start, b.start) - min(a.end, b.end))


def same_time(one: Said, other: Telling) -> bool:
    """False where the told dates exclude each other."""
    start, end = one.claim.time.start, one.claim.time.end
    exact = other.exact
    if start is None or end is None or exact is None:
        return True
    return start <= exact[1] and exact[0] <= end


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


def _of_report(said: Sequence[Said]) -> list[Telling]:
    groups: list[Telling] = []
    for one in said:
        if one.claim.kind == "event":
            home = _event_home(one, groups)
            if home is None:
                groups.append(Telling([one]))
            else:
                home.said.append(one)
    for kind, reach in (("casualty", 4 * SOON), ("responsibility", 4 * SOON)):
        for one in said:
            if one.claim.kind == kind:
                _place(one, groups, reach)
    return groups


def _event_home(one: Said, groups: Sequence[Telling]) -> Telling | None:
    family = FAMILY[one.claim.type]
    fitting = [group for group in groups if _one_kind(family, group) or _one_clause(one, group)]
    fitting = [group for group in fitting if same_time(one, group) and _agents_fit(one, group)]
    fitting = [group for group in fitting if shares_target(one, group) or (same_spot(one.where, group.where) and _bound(one, group))]
    fitting = [group for group in fitting if not _other_person(one, group)]
    return min(
        fitting, key=lambda group: (not shares_target(one, group), min(gap(one, o) for o in group.events), group.order), default=None
    )


def _one_kind(family: str, group: Telling) -> bool:
    families = group.families
    if family in families:
        return True
    exact = families - {"attack"}
    return family in ONE_PLACE and families <= set(ONE_PLACE) and (family == "attack" or not exact)


def shares_target(one: Said, group: Telling) -> bool:
    """True where both tell of the same named target or victim: a person is murdered once."""
    mine = _hit(one)
    return bool(mine) and any(mine & _hit(other) for other in group.said)


def _hit(one: Said) -> frozenset[str]:
    """The names of persons and things that were hit; single words and counted people are no names."""
    hit = (actor.name or actor.text for actor in one.claim.actors if actor.role in ("target", "victim") and actor.kind in (None, "person"))
    folded = (fold(text) for text in hit if not any(letter.isdigit() for letter in text))
    return frozenset(text for text in folded if text.count(" ") >= 1 and text.split()[-1] not in COMMON)


def _other_person(one: Said, group: Telling) -> bool:
    """True where another person by name was hit, and not in the same sentence."""
    mine = _persons(one)
    others = frozenset(name for other in group.said for name in _persons(other))
    return bool(mine and others) and not mine & others and min(gap(one, other) for other in group.said) > SENTENCE


def _persons(one: Said) -> frozenset[str]:
    return frozenset(fold(a.name) for a in one.claim.actors if a.role in ("target", "victim") and a.kind == "person" and a.name)


def _one_clause(one: Said, group: Telling) -> bool:
    """True where one clause was read as two kinds of attack."""
    starts = {other.claim.evidence.start for other in group.events if other.claim.evidence.field == one.claim.evidence.field}
    return _loose(one, group) and one.claim.evidence.start in starts


def _agents_fit(one: Said, group: Telling) -> bool:
    mine = {side(name) for name in known(one.claim, "agent")}
    others = {side(name) for other in group.events for name in known(other.claim, "agent")}
    return not mine or not others or bool(mine & others)


def _bound(one: Said, group: Telling) -> bool:
    """True where something ties the two: nearness, a shared place or date, or nothing new in the second."""
    distance = min(gap(one, other) for other in group.events)
    if distance <= NEXT or _loose(one, group):
        return True
    if one.where is not None and group.where is not None and one.where.key == group.where.key:
        return not wide(one.where) or distance <= SOON
    shared = {side(name) for name in names(one.claim, "agent")} & {side(n) for o in group.events for n in names(o.claim, "agent")}
    same_type = any(one.claim.type == other.claim.type for other in group.events)
    return distance <= SOON and (bool(shared) or (same_type and one.where is None))


def _loose(one: Said, group: Telling) -> bool:
    """Attacks of one report that nothing tells apart are taken to be one: reports come back to their event."""
    return FAMILY[one.claim.type] in ONE_EVENT and bool(group.families & ONE_EVENT)


def _place(one: Said, groups: list[Telling], reach: int) -> None:
    """A claim about harm or responsibility joins the nearest incident that it does not contradict, else stands alone."""
    fitting = [
        (min(gap(one, other) for other in group.said), group)
        for group in groups
        if (not group.families or group.families & VIOLENT) and same_time(one, group) and same_spot(one.where, group.where)
    ]
    fitting = [item for item in fitting if item[0] <= reach and (item[0] == 0 or (_blame_fits(one, item[1]) and _voice_fits(one, *item)))]
    if fitting:
        min(fitting, key=lambda item: (item[0], not item[1].families, item[1].order))[1].said.append(one)
    else:
        groups.append(Telling([one]))


def _blame_fits(one: Said, group: Telling) -> bool:
    """Victims of one agent's act do not join another agent's; blame may fall on anyone."""
    return one.claim.kind == "responsibility" or _agents_fit(one, group)


def _voice_fits(one: Said, distance: int, group: Telling) -> bool:
    """Further than a sentence away, only who told of the event is taken to tell of its victims."""
    return distance <= NEXT or one.claim.kind == "responsibility" or any(other.root == one.root for other in group.said)


def _breadth(where: Where | None) -> float:
    if where is None:
        return 1e9
    if where.lat is None:
        return 500.0
    return (1000.0 if wide(where) else 0.0) + (where.radius_km or 0.0)


def _name_inside(one: Where, other: Where) -> bool:
    a, b = set(one.name.lower().split()), set(other.name.lower().split())
    return a <= b or b <= a or (one.lat is None and one.name[:1].islower()) or (other.lat is None and other.name[:1].islower())


def _position(one: Said) -> tuple[bool, int, int, str]:
    evidence = one.claim.evidence
    return (evidence.field == "text", evidence.start, evidence.end, one.id)
