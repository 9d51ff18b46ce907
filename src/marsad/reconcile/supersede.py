"""A series over time: later values replace earlier ones, and what cannot be so is flagged."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from marsad.model.picture import Mark
from marsad.model.report import Report
from marsad.reconcile import value
from marsad.reconcile.reasons import Reason
from marsad.reconcile.said import Said
from marsad.reconcile.same_figure import Series, State

_CORRECTS = re.compile(r"(?i)\b(?:correction|corrects|corrected|erratum|clarification|retraction)\b")
SAME_DAY = {"cumulative": 1, "stock": 2, "rate": 1, "incident": 1}
FALL_DAYS = 30  # a lower count of another source after this long may have begun later
JUMP_DAYS = 30  # over a longer time a count may grow fivefold
BACK = 8


@dataclass(slots=True)
class Stand:
    """One value of a series, or several that exclude each other at one time."""

    states: list[State]
    superseded_by: "Stand | None" = None
    supersedes: "Stand | None" = None
    marks: set[Mark] = field(default_factory=set)
    reasons: list[str] = field(default_factory=list)
    doubted_against: "Stand | None" = None  # the value from which a doubtful one departs

    as_of: datetime.date | None = None  # the newest day of which it speaks
    roots: set[str] = field(default_factory=set)  # who says so, before families are folded

    def __post_init__(self) -> None:
        """What the states say together is kept beside them."""
        states, self.states = self.states, []
        for state in states:
            self.absorb(state)

    def absorb(self, state: State) -> None:
        """One more value, which excludes the others."""
        self.states.append(state)
        self.roots.update(one.root.name for one in state.said)
        if state.as_of is not None:
            self.as_of = max(self.as_of or state.as_of, state.as_of)

    @property
    def point(self) -> float | None:
        """The number by which it is put in order."""
        return value.point(self.states[0].best.quantity)


def stands_of(series: Series) -> list[Stand]:
    """The states of a series, each current, superseded, contested or doubtful, oldest first."""
    stands: list[Stand] = []
    current: list[Stand] = []
    withdrawn = withdrawals(series.states)
    for state in series.states:
        if id(state) in withdrawn:
            continue
        new = Stand([state])
        if new.as_of is None:
            new.marks.add("undated")
            new.reasons.append(Reason.UNDATED)
            stands.append(new)
            continue
        doubtful = [stand for stand in stands[-BACK:] if "jump" in stand.marks]
        joined = _meet(new, current[-BACK:], series.measure, doubtful)
        if joined is None:
            stands.append(new)
            current = [stand for stand in current if stand.superseded_by is None]
            if "jump" not in new.marks:
                current.append(new)
    for stand in stands:
        _split_outliers(stand, stands)
    for state in series.states:
        if id(state) in withdrawn:
            stands.append(_withdrawn(state, withdrawn[id(state)], stands))
    return stands


def withdrawals(states: Sequence[State]) -> dict[int, State]:
    """The states whose number a correction takes back, by identity, with the state that the correction gives instead."""
    found: dict[int, State] = {}
    for state in states:
        for said in state.said:
            if not is_correction(said.report):
                continue
            for other in states:
                if other is not state and _takes_back(said, other):
                    found[id(other)] = state
    return found


def is_correction(report: Report) -> bool:
    """True where the head of the report says that it corrects an earlier one."""
    return bool(_CORRECTS.search(f"{report.title or ''}\n{report.text[:400]}"))


def _takes_back(correction: Said, other: State) -> bool:
    """The correction names the other number, and no one else stands by it after the correction."""
    number = _plain(value.point(other.best.quantity))
    told = re.search(rf"(?<![\d,.]){re.escape(number)}(?![\d,]*\d)", correction.report.text) is not None
    return told and all(one.report.id != correction.report.id and one.order[1] <= correction.order[1] for one in other.said)


def _withdrawn(state: State, better: State, stands: Sequence[Stand]) -> Stand:
    new = Stand([state], marks={"withdrawn"})
    new.superseded_by = next((stand for stand in stands if better in stand.states), None)
    new.reasons.append(f"{Reason.WITHDRAWN} ({_plain(value.point(better.best.quantity))} instead)")
    return new


def _meet(new: Stand, current: Sequence[Stand], measure: str, doubtful: Sequence[Stand]) -> Stand | None:
    """The new value is compared with those that stand; returns the contested value that it joined, if any."""
    for old in reversed(current):
        days = (new.as_of - old.as_of).days if new.as_of and old.as_of else 0
        same_source = bool(new.roots & old.roots)
        if measure == "incident":
            if abs(days) <= 1 and not same_source:
                return _contest(old, new)
            continue
        if measure == "rate" and not same_source:
            if _windows_overlap(new, old):
                return _contest(old, new)
            continue
        if days <= JUMP_DAYS and _jumps(old, new, doubtful):
            new.marks.add("jump")
            new.doubted_against = old
            new.reasons.append(f"{Reason.JUMP} ({_plain(old.point)}, then {_plain(new.point)})")
            continue
        if days <= SAME_DAY.get(measure, 1) and not (same_source and days > 0):
            return _contest(old, new)
        if measure == "cumulative" and _lower(new, old):
            new.marks.add("fall")
            if same_source:
                new.reasons.append(f"{Reason.CORRECTED} (from {_plain(old.point)} to {_plain(new.point)})")
            elif days <= FALL_DAYS:
                new.reasons.append(f"{Reason.FALLS} (from {_plain(old.point)} to {_plain(new.point)})")
                return _contest(old, new)
            else:
                new.reasons.append(f"{Reason.FALLS} (from {_plain(old.point)} to {_plain(new.point)})")
                new.doubted_against = old
                continue
        _supersede(old, new)
    return None


def _supersede(old: Stand, new: Stand) -> None:
    old.superseded_by = new
    if new.supersedes is None:
        new.supersedes = old
    new.reasons.append(f"{Reason.NEWER} (before: {_plain(old.point)} as of {old.as_of})")


def _contest(old: Stand, new: Stand) -> Stand:
    for state in new.states:
        old.absorb(state)
    old.marks |= new.marks
    old.reasons.extend(new.reasons)
    return old


def _lower(new: Stand, old: Stand) -> bool:
    low = value.span(old.states[0].best.quantity)[0]
    return value.span(new.states[0].best.quantity)[1] < low


def _jumps(old: Stand, new: Stand, doubtful: Sequence[Stand]) -> bool:
    """A jump is doubted while one source alone says it."""
    if len(new.roots) > 1 or not value.jump(old.point, new.point):
        return False
    return not any(other.roots != new.roots and not value.jump(other.point, new.point) for other in doubtful)


def _windows_overlap(one: Stand, other: Stand) -> bool:
    first, second = one.states[0].best, other.states[0].best
    starts = [said.start or said.as_of for said in (first, second)]
    ends = [said.as_of for said in (first, second)]
    if None in starts or None in ends:
        return False
    begin, end = max(s for s in starts if s), min(e for e in ends if e)
    shortest = min((e - s).days for s, e in zip(starts, ends, strict=True) if s and e)
    return (end - begin).days >= 0.5 * shortest and begin <= end


def _split_outliers(stand: Stand, stands: list[Stand]) -> None:
    """Where one report stands against several, the several keep their value and the one is set apart as doubtful."""
    if len(stand.states) < 2:
        return
    main = max(stand.states, key=lambda state: (len(_originals(state)), len(_roots(state)), -(value.exactness(state.best.quantity))))
    odd = [state for state in stand.states if state is not main and _outlier(state, main)]
    if not odd:
        return
    kept = [state for state in stand.states if not any(state is other for other in odd)]
    stand.states, stand.roots, stand.as_of = [], set(), None
    for state in kept:
        stand.absorb(state)
    for state in odd:
        lone = Stand([state], marks={"outlier"}, doubted_against=stand)
        number, before = value.point(state.best.quantity), value.point(main.best.quantity)
        lone.reasons.append(f"{Reason.OUTLIER} ({_plain(number)} against {_plain(before)})")
        stands.append(lone)


def _outlier(state: State, main: State) -> bool:
    if len(_originals(state)) > 1 or len(_originals(main)) < 2:
        return False
    far = value.jump(value.point(state.best.quantity), value.point(main.best.quantity))
    misquoted = all(one.root.own for one in state.said) or _roots(state) <= _roots(main)
    return len(_roots(main)) >= 3 or (far and len(_roots(main)) >= 2) or (misquoted and len(_originals(main)) >= 3)


def _roots(state: State) -> set[str]:
    return {one.root.name for one in state.said}


def _originals(state: State) -> set[str]:
    return {one.original for one in state.said}


def _plain(number: float | None) -> str:
    return "no number" if number is None else f"{number:,.0f}" if number == int(number) else f"{number:,}"
