"""Which claims count the same thing: series of claims, and in each series the states that claims agree on."""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from marsad.model.claim import Claim
from marsad.reconcile import value
from marsad.reconcile.reasons import Reason
from marsad.reconcile.said import Said

STRETCH = re.compile(r"(?i)\b(?:hours?|days?|weeks?|fortnights?|months?|years?)\s*\Z")
START_DAYS = 7  # two beginnings this close are one
TOLD_DAYS = 3
BACK = 12  # states of a series that a claim is compared with, newest first
JOIN_DAYS = {"cumulative": 2, "stock": 2, "rate": 7, "incident": 1}
COUNTED = frozenset({"cumulative", "stock", "rate"})

WAR = 10_000.0  # dead or hurt: no one deed
LONG_REACH = 120  # characters behind a toll in which its war or siege is named
_MODAL = re.compile(r"(?i)\b(?:could|may|might|would|can|likely|possibly|feared|if)\b")
_LASTING = re.compile(
    r"(?i)\b(?:since|so far|(?:siege|battle|struggle) (?:of|for|against)|wars?|conflict|offensive|campaign|uprising|insurgency"
    r"|months?-long|weeks?-long|years?-long|in (?:recent|past) (?:days|weeks|months))\b"
)

GROUPS = frozenset(
    "children women men girls boys soldiers policemen police peacekeepers fighters militants rebels insurgents journalists medics"
    " students refugees migrants".split()
)

Key = tuple[str, ...]


@dataclass(slots=True)
class Series:
    """Claims of one kind of count, for one place and role, in one unit and measure, since one day."""

    key: Key
    since: datetime.date | None
    said: list[Said]
    states: list["State"] = field(default_factory=list)

    @property
    def measure(self) -> str:
        """How the count is kept; plain counts are taken as one event each."""
        return self.key[5] or "incident"


@dataclass(slots=True)
class State:
    """Claims that give one value of a series at one time."""

    said: list[Said]
    best: Said  # the most exact of them
    as_of: datetime.date | None

    def add(self, other: Said, *, moves: bool) -> None:
        """The claim belongs to the state; a later claim moves its date on."""
        self.said.append(other)
        if value.exactness(other.quantity) < value.exactness(self.best.quantity):
            self.best = other
        if moves and other.as_of and (self.as_of is None or other.as_of > self.as_of):
            self.as_of = other.as_of


def is_counted(one: Said) -> bool:
    """True where the claim gives a number that belongs to a figure, not to a holding or a single incident."""
    claim = one.claim
    if claim.quantity is None or claim.quantity.unit == "percent" or _empty(claim):
        return False
    if claim.kind in ("displacement", "population", "response"):
        return claim.status != "possible" or claim.kind != "displacement" or _has_moved(claim)
    if claim.kind == "control":
        return claim.quantity.unit is not None and (value.point(claim.quantity) or 0.0) >= 2  # "one of two areas" counts nothing
    if claim.kind == "casualty" and claim.quantity.measure == "cumulative":
        return _runs_on(one) and claim.status != "possible"  # else the toll of one event
    return claim.kind in ("casualty", "event") and claim.quantity.measure in COUNTED


def _has_moved(claim: Claim) -> bool:
    """ "As many as 300,000 have fled" is a ceiling of what has been; who could flee has not fled: the outlook tells of them."""
    quantity = claim.quantity
    ceiling = quantity is not None and quantity.low is None and quantity.best is not None
    return ceiling and _MODAL.search(claim.evidence.text) is None


def _runs_on(one: Said) -> bool:
    """True for the toll of a war, a siege or a stretch of days, which grows, and is no toll of one event."""
    start, end = one.start, one.claim.time.end
    if start is not None:
        return start != end
    if (value.point(one.quantity) or 0.0) >= WAR:
        return True
    told = one.fuller or one.claim.evidence
    kept = one.report.kept(told.field)
    sentence = kept[max(0, told.start - 40) : told.end + LONG_REACH].partition(". ")[0] if kept else told.text
    return _LASTING.search(sentence) is not None


def series_of(said: Iterable[Said]) -> list[Series]:
    """The claims as series, in an order that does not depend on the order of input."""
    blocks: dict[Key, list[Said]] = defaultdict(list)
    for one in said:
        blocks[_key(one)].append(one)
    return [series for key in sorted(blocks) for series in _by_start(key, sorted(blocks[key], key=_order))]


def find_states(series: Series) -> None:
    """The series' claims are grouped into states: each joins a recent state that it agrees with, or begins one."""
    states: list[State] = []
    for one in series.said:
        home = _home(one, states, series.measure)
        if home is None:
            states.append(State([one], one, one.as_of))
        else:
            home.add(one, moves=home is states[-1] or series.measure == "rate")
    series.states = sorted(states, key=lambda state: (state.as_of or datetime.date.max, state.said[0].order))


def link_reasons(one: Said, lead: Said) -> tuple[str, ...]:
    """Why a claim is counted with the lead claim of its figure."""
    reasons: list[str] = [Reason.SAME_KIND, Reason.SAME_PLACE, Reason.SAME_MEASURE]
    if one.as_of == lead.as_of:
        reasons.append(Reason.SAME_WINDOW)
    reasons.append(Reason.SAME_VALUE if value.same(one.quantity, lead.quantity) else Reason.AGREEING_VALUE)
    if one.original == lead.original and one.report.id != lead.report.id:
        reasons.append(Reason.COPY)
    elif one.root.name == lead.root.name:
        reasons.append(Reason.SAME_ROOT)
    if one.context:
        reasons.append(Reason.PLACE_FROM_CONTEXT)
    return tuple(reasons)


def apart_reasons(one: Series, other: Series) -> tuple[str, ...]:
    """Why two series of neighbouring counts are not one."""
    compared = (
        (1, Reason.OTHER_TYPE),
        (2, Reason.OTHER_PLACE),
        (3, Reason.OTHER_ROLE),
        (4, Reason.OTHER_UNIT),
        (5, Reason.OTHER_MEASURE),
        (6, Reason.OTHER_MEASURE),
        (7, Reason.PART_OF_COUNT),
    )
    reasons = [reason.value for index, reason in compared if one.key[index] != other.key[index]]
    if one.since != other.since:
        reasons.append(Reason.START_UNSAID if None in (one.since, other.since) else Reason.OTHER_START)
    return tuple(dict.fromkeys(reasons))


def _key(one: Said) -> Key:
    claim, quantity = one.claim, one.quantity
    place = one.where.key if one.where else f"?{one.original}"
    part = f"part:{_group(claim)}" if one.part_of else "more" if claim.additional else ""
    group = _group(claim) if claim.kind == "casualty" else ""
    return (
        claim.kind, claim.type, place, _role(one), quantity.unit or "", quantity.measure or "", quantity.per or "", part, group,
    )  # fmt: skip


def _group(claim: Claim) -> str:
    """Of whom a toll is: "children", "soldiers"; people told apart by nothing but being civilians, or by nothing."""
    words = re.findall(r"[a-z]+", (claim.victims or "").lower())
    named = next((word for word in reversed(words) if word in GROUPS), "")
    return named or ("civilian" if claim.civilian else "fighter" if claim.civilian is False else "")


def _role(one: Said) -> str:
    """People displaced in a place, while it is counted how many were, are displaced from it; a stock lives where it is counted."""
    if one.role in ("origin", "destination"):
        return one.role
    moved = one.claim.type in ("displaced", "evacuated") and one.quantity.measure in ("cumulative", "rate", "incident")
    return "origin" if moved and one.where is not None else "at"


def _order(one: Said) -> tuple[str, int, tuple[str, ...]]:
    return (one.order[0], value.exactness(one.quantity), one.order)


def _by_start(key: Key, said: Sequence[Said]) -> list[Series]:
    """Claims counted since different days are different series; those that do not say join the only one there is."""
    if key[5] != "cumulative":
        return [Series(key, None, list(said))]
    starts = {one.id: counted_since(one) for one in said}
    dated = sorted({start for start in starts.values() if start})
    begins: dict[datetime.date, datetime.date] = {}
    for day in dated:
        before = begins.get(dated[dated.index(day) - 1]) if begins else None
        begins[day] = before if before and (day - before).days <= START_DAYS else day
    begins = _by_day_told(begins, {starts[one.id] for one in said if not STRETCH.search(one.claim.time.text or "")})
    groups: dict[datetime.date | None, list[Said]] = defaultdict(list)
    firsts = sorted(set(begins.values()))
    for one in said:
        start = starts[one.id]
        if start is not None:
            groups[begins[start]].append(one)
        else:
            groups[_fitting_start(one, firsts)].append(one)
    return [Series(key, since, groups[since]) for since in sorted(groups, key=lambda day: day or datetime.date.max)]


def _by_day_told(begins: dict[datetime.date, datetime.date], told: set[datetime.date | None]) -> dict[datetime.date, datetime.date]:
    """The beginnings; one that was told by its day goes before one that a round stretch gives, "in two weeks"."""
    exact = {first: min((d for d, f in begins.items() if f == first and d in told), default=first) for first in begins.values()}
    return {day: exact[first] for day, first in begins.items()}


def counted_since(one: Said) -> datetime.date | None:
    """The day since which a total is counted; "by Friday" and "on Friday" say when it was told, not since when."""
    start, end, text = one.start, one.as_of, one.claim.time.text or ""
    if start is None or (end is not None and (end - start).days <= TOLD_DAYS and "since" not in text.lower()):
        return None
    return start


def _fitting_start(one: Said, firsts: Sequence[datetime.date]) -> datetime.date | None:
    """The start of the only count that had begun when the claim was made."""
    begun = [first for first in firsts if one.as_of is None or first <= one.as_of]
    return begun[0] if len(begun) == 1 else None


def _home(one: Said, states: Sequence[State], measure: str) -> State | None:
    fitting = [state for state in states[-BACK:] if _joins(one, state, measure)]
    return min(fitting, key=lambda state: _distance(one, state), default=None)


def _joins(one: Said, state: State, measure: str) -> bool:
    if one.as_of is None or state.as_of is None:
        return value.same(one.quantity, state.best.quantity)
    days = abs((one.as_of - state.as_of).days)
    if measure == "incident" and one.start and days > JOIN_DAYS[measure]:
        return False
    if days <= JOIN_DAYS.get(measure, 1):
        return value.agree(one.quantity, state.best.quantity)
    return measure in ("cumulative", "stock") and value.exactness(one.quantity) < 4 and value.same(one.quantity, state.best.quantity)


def _distance(one: Said, state: State) -> tuple[bool, bool, float, tuple[str, ...]]:
    a, b = value.point(one.quantity), value.point(state.best.quantity)
    gap = abs(a - b) if a is not None and b is not None else 0.0
    return (
        all(other.original != one.original for other in state.said[:BACK]),
        all(other.root != one.root for other in state.said[:BACK]),
        gap,
        state.said[0].order,
    )


def _empty(claim: Claim) -> bool:
    quantity = claim.quantity
    return quantity is None or (quantity.low is None and quantity.best is None and quantity.high is None)
