"""The claims of one report gathered into incidents: victims and blame join the event that they are told of."""

import datetime
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Sequence

from marsad.reconcile.families import side
from marsad.reconcile.said import Said
from marsad.reconcile.telling import FAMILY, NEXT, ONE_PLACE, Telling, hit_by_name, known, names, persons, same_person, same_spot
from marsad.reconcile.where import wide

VIOLENT = frozenset({"blast", "air", "shelling", "attack", "execution", "fight", "chemical", "abduction"})
ONE_EVENT = frozenset({"attack", "blast", "air", "shelling", "execution", "abduction"})
SINGLED = frozenset({"execution", "abduction"})
WEEKS = 10  # days
INHERITED = ("context", "dateline")  # how a place came to a claim that names none
SENTENCE = 120  # characters: within one sentence, as a rule
SOON = 900  # about a paragraph or two further
FAR = 4 * SOON
LOOK = 80  # incidents around a claim with which it is compared: a report of a thousand incidents is read in linear time


def tellings(said: Iterable[Said]) -> list[Telling]:
    """The claims of every report grouped by the incident that they tell of; every claim is in exactly one group."""
    by_report: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        by_report[one.report.id].append(one)
    return [telling for report in sorted(by_report) for telling in _of_report(sorted(by_report[report], key=_position))]


def _of_report(said: Sequence[Said]) -> list[Telling]:
    events: list[Telling] = []
    slain = _slain(said)
    for one in said:
        if one.claim.kind == "event":
            dead = slain.get(one.id, frozenset())
            home = _told_dead(dead, one, events[-LOOK:]) or _event_home(one, events[-LOOK:])
            if home is None:
                home = Telling()
                events.append(home)
            home.add(one)
            home.dead |= dead
    begins = [group.spans[0] for group in events]
    others: list[Telling] = []
    for kind in ("casualty", "responsibility"):
        for one in said:
            if one.claim.kind == kind:
                at = bisect(begins, _position(one)[:3])
                _join(one, [*events[max(0, at - LOOK) : at + LOOK], *others[-LOOK:]], others)
    return [*events, *others]


def _slain(said: Sequence[Said]) -> dict[str, frozenset[str]]:
    """For each event whose words tell that persons by name were killed, these."""
    killed: dict[tuple[bool, int], frozenset[str]] = defaultdict(frozenset)
    for one in said:
        if one.claim.type == "killed":
            killed[_position(one)[:2]] |= persons(one)
    return {one.id: killed[_position(one)[:2]] & persons(one) for one in said if one.claim.kind == "event"}


def _told_dead(dead: frozenset[str], one: Said, groups: Sequence[Telling]) -> Telling | None:
    """The incident in which the same person was killed: nobody dies twice, whatever day and place a later mention lacks."""
    again = [group for group in groups if same_person(dead, group.dead)]
    return min(again, key=lambda group: (group.gap(one), group.order), default=None)


def _event_home(one: Said, groups: Sequence[Telling]) -> Telling | None:
    fitting = [group for group in groups if _kinds_fit(one, group) or _one_clause(one, group)]
    fitting = [group for group in fitting if _same_time(one, group) and _agents_fit(one, group) and _deed_fits(one, group)]
    mine = hit_by_name(one)
    fitting = [group for group in fitting if mine & group.hit or (same_spot(one.where, group.where) and _bound(one, group))]
    fitting = [group for group in fitting if not _other_person(one, group) and not _over_weeks(one, group)]
    return min(fitting, key=lambda group: (not mine & group.hit, group.gap(one), group.order), default=None)


def _join(one: Said, groups: Sequence[Telling], others: list[Telling]) -> None:
    """A claim about harm or responsibility joins the nearest incident that it does not contradict, else stands alone."""
    before = _told_dead(persons(one) if one.claim.type == "killed" else frozenset(), one, groups)
    if before is not None:
        before.add(one)
        return
    fitting = [group for group in groups if not group.families or group.families & VIOLENT]
    fitting = [group for group in fitting if _same_time(one, group) and (group.gap(one) == 0 or same_spot(one.where, group.where))]
    ranked = [(group.gap(one), group) for group in fitting]
    ranked = [
        (gap, group) for gap, group in ranked if gap == 0 or (gap <= FAR and _blame_fits(one, group) and _voice_fits(one, gap, group))
    ]
    if ranked:
        min(ranked, key=lambda item: (item[0] > 0, item[0] > NEXT, not item[1].families, item[0], item[1].order))[1].add(one)
    else:
        others.append(Telling())
        others[-1].add(one)


def _same_time(one: Said, group: Telling) -> bool:
    """False where the told dates exclude each other."""
    start, end = one.claim.time.start, one.claim.time.end
    if start is None or end is None or group.exact is None:
        return True
    return start <= group.exact[1] and group.exact[0] <= end


def _kinds_fit(one: Said, group: Telling) -> bool:
    """True where the two are of one kind, or one may be the other told again: an explosion and an attack are one within a sentence only."""
    family = FAMILY[one.claim.type]
    if family in group.families:
        return True
    if "blast" in {family, *group.families} and group.gap(one) > SENTENCE:
        return False
    exact = group.families - {"attack"}
    return family in ONE_PLACE and group.families <= ONE_PLACE and (family == "attack" or not exact)


def _one_clause(one: Said, group: Telling) -> bool:
    """True where one clause was read as two kinds of attack."""
    return _loose(one, group) and _position(one)[:2] in group.starts


def _loose(one: Said, group: Telling) -> bool:
    """Attacks of one report that nothing tells apart are taken to be one: reports come back to their event."""
    return FAMILY[one.claim.type] in ONE_EVENT and bool(group.families & ONE_EVENT)


def _bound(one: Said, group: Telling) -> bool:
    """True where something ties the two: nearness, a shared place or actor, or nothing new in the second."""
    distance = group.gap(one)
    if distance <= NEXT or (_loose(one, group) and FAMILY[one.claim.type] in group.families and not _says_wide(one)):
        return True
    if one.where is not None and group.where is not None and one.where.key == group.where.key:
        return not wide(one.where) or distance <= SOON
    shared = any(side(name) in group.agents for name in names(one.claim, "agent"))
    return distance <= SOON and (shared or (one.claim.type in group.types and one.where is None))


def _says_wide(one: Said) -> bool:
    """True where its own words place it in a whole country or region: "strikes in Colombia" come back to no one raid."""
    taken = all(place.method in INHERITED for place in one.claim.places)
    return not taken and one.where is not None and wide(one.where)


def _other_person(one: Said, group: Telling) -> bool:
    """True where another person by name was hit, and not in the same sentence."""
    mine = persons(one)
    return bool(mine and group.persons) and not same_person(mine, group.persons) and group.gap(one) > SENTENCE


def _agents_fit(one: Said, group: Telling) -> bool:
    mine = {side(name) for name in known(one.claim, "agent")}
    return not mine or not group.known or bool(mine & group.known)


def _over_weeks(one: Said, group: Telling) -> bool:
    """True where one of the two tells of deeds over weeks and stands apart from the other: "car bombings since October" are no one raid."""
    if FAMILY[one.claim.type] not in ONE_EVENT or group.gap(one) <= SENTENCE:
        return False
    return any((end - start).days > WEEKS for start, end in filter(None, (group.exact, _days(one))))


def _days(one: Said) -> tuple[datetime.date, datetime.date] | None:
    start, end = one.claim.time.start, one.claim.time.end
    return (start, end) if start and end else None


def _deed_fits(one: Said, group: Telling) -> bool:
    """An execution or an abduction is part of a raid where both have one doer, or neither is told: lack of contradiction is not enough."""
    family = FAMILY[one.claim.type]
    if family in group.families or not {family, *group.families} & SINGLED:
        return True
    return bool(names(one.claim, "agent")) == bool(group.agents)


def _blame_fits(one: Said, group: Telling) -> bool:
    """Victims of one agent's act do not join another agent's; blame may fall on anyone."""
    return one.claim.kind == "responsibility" or _agents_fit(one, group)


def _voice_fits(one: Said, distance: int, group: Telling) -> bool:
    """Further than a paragraph away, only who told of the event is taken to tell of its victims."""
    return distance <= SOON or one.claim.kind == "responsibility" or one.root in group.roots


def _position(one: Said) -> tuple[bool, int, int, str]:
    evidence = one.claim.evidence
    return (evidence.field == "text", evidence.start, evidence.end, one.id)
