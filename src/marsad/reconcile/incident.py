"""Incidents across reports: what several reports tell of one event becomes one."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from marsad.model.claim import Quantity
from marsad.model.picture import Incident, IncidentActor, Interval
from marsad.reconcile import value
from marsad.reconcile.families import side
from marsad.reconcile.gather import tellings
from marsad.reconcile.grade import grade
from marsad.reconcile.ids import distinct, make_id
from marsad.reconcile.independence import Rewrites, count_roots
from marsad.reconcile.reasons import Reason
from marsad.reconcile.said import Said, weakest
from marsad.reconcile.telling import LONG, ONE_PLACE, Telling, names, same_spot
from marsad.reconcile.victims import victims
from marsad.reconcile.where import Where, fold, wide
from marsad.reconcile.words import listed

BUCKET_DAYS = 4
LONG_BUCKET_DAYS = 60
COMPARED = 25  # neighbours in a bucket, which is kept in order of place and day
SENTENCE_WORDS = 6
MASS = 50.0


@dataclass(frozen=True, slots=True)
class Face:
    """What is compared of a telling, reckoned once."""

    report: str
    original: str
    families: frozenset[str]
    where: Where | None
    wide: bool
    exact: bool
    window: tuple[datetime.date, datetime.date] | None
    agents: frozenset[str]
    sentences: frozenset[tuple[str, str]]
    counts: dict[str, list[Quantity]]
    order: tuple[str, ...]


def incidents_of(said: Iterable[Said], rewrites: Rewrites) -> list[Incident]:
    """One incident for each event that the claims tell of, however many reports tell it; every claim is in exactly one."""
    told = sorted(tellings(said), key=lambda telling: telling.order)
    taken: set[str] = set()
    copied = frozenset(one.original for telling in told for one in telling.said if one.report.id != one.original)
    return [_draw(group, rewrites, taken) for group in _merge(told, copied)]


def one_event(one: Face, other: Face) -> bool:
    """True where two reports tell of one event: kind, place and day fit, and an actor or a number ties them."""
    if one.report == other.report:
        return False
    if one.sentences & other.sentences:
        return True
    if one.original == other.original:
        return False  # what a report tells as two, its copy does not make one
    if not _kinds_fit(one, other) or not _days_fit(one, other):
        return False
    here, there = one.where, other.where
    if here is None or there is None or not same_spot(here, there):
        return False
    actors = bool(one.agents & other.agents)
    numbers = _numbers_fit(one, other)
    if numbers is False and not actors:
        return False
    if actors and _one_day(one, other) and _mass(one) and _mass(other) and numbers is not None:
        return True  # two strikes that kill so many on one day by one hand are rarer than one that is told with two tolls
    if one.wide or other.wide or not (one.exact and other.exact):
        return bool(numbers) or (actors and not one.wide and not other.wide)
    return actors or bool(numbers) or not (one.agents and other.agents)


def _merge(told: Sequence[Telling], copied: frozenset[str]) -> list[list[Telling]]:
    faces = [_face(telling, copied) for telling in told]
    leader = list(range(len(told)))

    def head(number: int) -> int:
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    for bucket in _buckets(faces):
        for position, second in enumerate(bucket):
            for first in bucket[max(0, position - COMPARED) : position]:
                a, b = head(first), head(second)
                if a != b and one_event(faces[first], faces[second]) and _heads_agree(faces[a], faces[b]):
                    leader[max(a, b)] = min(a, b)
    groups: dict[int, list[Telling]] = defaultdict(list)
    for number, telling in enumerate(told):
        groups[head(number)].append(telling)
    return [groups[number] for number in sorted(groups)]


def _face(telling: Telling, copied: frozenset[str]) -> Face:
    where = telling.where
    words: set[tuple[str, str]] = {(one.claim.kind, told) for one in telling.said if (told := _sentence(one))}
    words |= {
        (one.claim.type, f"{one.original} {one.root.name} {fold(one.claim.evidence.text)}")
        for one in telling.said
        if one.original in copied
    }
    return Face(
        report=telling.said[0].report.id,
        original=telling.said[0].original,
        families=frozenset(telling.families),
        where=where,
        wide=where is not None and wide(where),
        exact=telling.exact is not None,
        window=telling.window,
        agents=frozenset(telling.agents),
        sentences=frozenset(words),
        counts={kind: _counts(telling, kind) for kind in ("killed", "injured")},
        order=telling.order,
    )


def _heads_agree(one: Face, other: Face) -> bool:
    """Chains of half-fitting reports never join two events that exclude each other."""
    if one.sentences & other.sentences:
        return True
    return _days_fit(one, other) and (one.where is None or other.where is None or same_spot(one.where, other.where))


def _buckets(faces: Sequence[Face]) -> Iterable[list[int]]:
    """Tellings that could be of one event: same kind, same area, same days; or the same sentence."""
    buckets: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, face in enumerate(faces):
        for key in _keys(face):
            buckets[key].append(number)
    for key in sorted((key for key, several in buckets.items() if len(several) > 1), key=str):
        yield sorted(buckets[key], key=lambda number: (_spot(faces[number].where), faces[number].order))


def _keys(face: Face) -> Iterable[tuple[object, ...]]:
    for words in sorted({words for _, words in face.sentences}):
        yield ("words", words)
    where, window = face.where, face.window
    if where is None or window is None:
        return
    kinds = sorted({"attack" if family in ONE_PLACE else family for family in face.families}) or ["attack"]
    areas = sorted({where.base, where.container or where.base, f"{where.country}|{where.admin1}" if where.admin1 else where.base})
    if _mass(face) and face.exact and window[0] == window[1]:
        areas.append(f"{where.country}|many dead")
    days = LONG_BUCKET_DAYS if face.families & LONG else BUCKET_DAYS
    margin = 1 if days == BUCKET_DAYS else 0
    first, last = (window[0].toordinal() - margin) // days, (window[1].toordinal() + margin) // days
    for kind in kinds:
        for area in areas:
            for slot in range(first, min(last, first + 3) + 1):
                yield (kind, area, slot)


def _sentence(one: Said) -> str:
    words = fold(one.claim.evidence.text)
    return words if words.count(" ") + 1 >= SENTENCE_WORDS else ""


def _kinds_fit(one: Face, other: Face) -> bool:
    a, b = one.families, other.families
    if a & b or not a or not b:
        return bool(a & b) or bool((a or b) & ONE_PLACE) or not (a or b)
    return "attack" in (a | b) and bool(a & ONE_PLACE) and bool(b & ONE_PLACE)


def _days_fit(one: Face, other: Face) -> bool:
    a, b = one.window, other.window
    if a is None or b is None:
        return False
    slack = datetime.timedelta(days=0 if one.exact and other.exact else 1)
    return a[0] <= b[1] + slack and b[0] <= a[1] + slack


def _numbers_fit(one: Face, other: Face) -> bool | None:
    """Whether the numbers of dead or injured agree; None where not both give one."""
    verdict: bool | None = None
    for kind, mine in one.counts.items():
        theirs = other.counts[kind]
        if mine and theirs:
            fits = any(value.agree(a, b) or _near(a, b) for a in mine for b in theirs)
            verdict = fits if verdict is None else verdict or fits
    return verdict


def _one_day(one: Face, other: Face) -> bool:
    a, b = one.window, other.window
    return one.exact and other.exact and a is not None and a == b and a[0] == a[1]


def _mass(face: Face) -> bool:
    """True where somebody counts many dead."""
    return any((value.point(quantity) or 0.0) >= MASS for quantity in face.counts["killed"])


def _near(one: Quantity, other: Quantity) -> bool:
    a, b = value.point(one), value.point(other)
    return a is not None and b is not None and min(a, b) > 0 and max(a, b) / min(a, b) <= 1.5


def _counts(telling: Telling, kind: str) -> list[Quantity]:
    told = [one.claim.quantity for one in telling.said if one.claim.type == kind]
    return [quantity for quantity in told if quantity is not None and value.point(quantity) is not None]


def _draw(group: Sequence[Telling], rewrites: Rewrites, taken: set[str]) -> Incident:
    said = sorted((one for telling in group for one in telling.said), key=lambda one: one.order)
    whole = Telling()
    for one in said:
        whole.add(one)
    counted = count_roots([(one.root, one.report.id, None) for one in said], rewrites)
    graded = grade(said, rewrites)
    where = whole.where
    types = _types(said)
    made = make_id("incident", types[0], where.key if where else "", whole.window, min(one.id for one in group[0].said))
    while made in taken:
        made = make_id("incident", made)
    taken.add(made)
    return Incident(
        id=made,
        types=types,
        place=where.picture if where else None,
        time=_time(whole),
        actors=_actors(said),
        killed=victims(said, "killed"),
        injured=victims(said, "injured"),
        grade=graded.grade,
        sources=counted.roots,
        claims=distinct(one.id for one in said),
        reasons=tuple(dict.fromkeys((*_reasons(group, whole), *graded.reasons, *counted.reasons))),
        strike_status=graded.strike_status,
        reports=distinct(one.report.id for one in said),
        certainty=weakest([one.claim.status for one in said if one.claim.status != "denied"]),
        parties=graded.parties,
        positions=graded.positions,
        copies=len({one.report.id for one in said if one.report.id != one.original}),
    )


def _types(said: Sequence[Said]) -> tuple[str, ...]:
    events = sorted({one.claim.type for one in said if one.claim.kind == "event"})
    return tuple(events or sorted({one.claim.type for one in said}))


def _time(whole: Telling) -> Interval:
    if whole.exact:
        return Interval(start=whole.exact[0], end=whole.exact[1])
    ends = [one.as_of for one in whole.said if one.as_of]
    return Interval(start=None, end=min(ends) if ends else None)


def _actors(said: Sequence[Said]) -> tuple[IncidentActor, ...]:
    found = {(actor.role, actor.name or actor.text) for one in said if one.claim.status != "denied" for actor in one.claim.actors}
    return tuple(IncidentActor(role=role, name=name) for role, name in sorted(found))


def _reasons(group: Sequence[Telling], whole: Telling) -> list[str]:
    found: list[str] = []
    reports = {telling.said[0].report.id for telling in group}
    if len(reports) > 1:
        found.append(f"told by {len(reports)} reports: same kind, place and day")
    agents = sorted({side(name) for one in whole.said for name in names(one.claim, "agent")})
    if len(reports) > 1 and agents:
        found.append(f"acting: {listed(tuple(agents))}")
    if whole.where is None:
        found.append(Reason.NO_PLACE)
    if whole.exact is None:
        found.append("no day is told: it happened before the report")
    if any(one.claim.status == "doubted" for one in whole.said):
        found.append(Reason.DOUBTED)
    return [str(reason) for reason in found]


def _spot(where: Where | None) -> str:
    return where.key if where else ""
