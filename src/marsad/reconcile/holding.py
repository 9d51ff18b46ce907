"""Who holds which place in which period, from what single claims say."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from marsad.model.picture import Contradiction, Holding, HoldingState, Side
from marsad.reconcile.families import side
from marsad.reconcile.ids import distinct, make_id
from marsad.reconcile.independence import Rewrites, count_roots
from marsad.reconcile.observed import Observation
from marsad.reconcile.reasons import Reason
from marsad.reconcile.where import Where
from marsad.reconcile.words import day_words, listed, place_name

SAME_TIME_DAYS = 14  # two holders named within this time, and no change of hands told, contradict each other
LOOK = 20  # periods of a place, newest first, among which a rival is looked for
SHARE_DAYS = 7
SHARE_SLACK = 10.0  # "about half" and "about 60 percent" are rounded


@dataclass(slots=True)
class Period:
    """One holder of one place from one day to another."""

    where: Where
    holder: str | None
    state: HoldingState
    start: datetime.date | None = None
    end: datetime.date | None = None
    as_of: datetime.date | None = None
    share: float | None = None
    former: str | None = None
    seen: list[Observation] = field(default_factory=list)
    against: list[Observation] = field(default_factory=list)
    entered: set[str] = field(default_factory=set)
    extra: set[str] = field(default_factory=set)  # claims that end or touch the period without naming its holder
    reasons: list[str] = field(default_factory=list)

    @property
    def side(self) -> str | None:
        """The side of the holder."""
        return side(self.holder) if self.holder else None

    @property
    def open(self) -> bool:
        """True where nobody says that it ended."""
        return self.end is None

    @property
    def vague(self) -> bool:
        """True where nobody names the holder by more than a common noun."""
        return bool(self.seen) and all(seen.vague for seen in self.seen)

    def add(self, seen: Observation) -> None:
        """One more claim for the same holder."""
        self.seen.append(seen)
        if seen.day and (self.as_of is None or seen.day > self.as_of):
            self.as_of = seen.day
        if seen.start and (self.start is None or seen.start < self.start):
            self.start = seen.start

    def note(self, reason: str) -> None:
        """One more reason, once."""
        if reason not in self.reasons:
            self.reasons.append(reason)


def periods_of(observations: Iterable[Observation]) -> dict[str, list[Period]]:
    """The periods of every place by its key, oldest first."""
    by_place: dict[str, list[Observation]] = defaultdict(list)
    for one in observations:
        by_place[one.where.key].append(one)
    return {key: _follow(sorted(by_place[key], key=lambda one: one.order)) for key in sorted(by_place)}


def _follow(observed: Sequence[Observation]) -> list[Period]:
    periods: list[Period] = []
    shares: dict[str, list[Period]] = defaultdict(list)
    for one in observed:
        if one.partial or one.type == "contested":
            continue
        if one.share is not None and one.side is not None:
            _follow_share(one, shares[one.side])
        elif one.type == "lost":
            _lose(one, periods)
        elif one.holder is not None:
            _hold(one, periods)
    for side_, track in shares.items():
        _narrow(track, [period for period in periods if period.side == side_])
        periods += track
    for one in observed:
        if one.partial or one.type == "contested":
            _touch(one, periods)
    return periods


def _hold(one: Observation, periods: list[Period]) -> None:
    last = periods[-1] if periods else None
    if last is not None and last.holder is None:
        _fill(one, last, periods)
    elif last is None:
        _begin(one, periods)
    elif last.side == one.side or _may_be_one(last, one):
        last.add(one)
        if not one.vague and all(seen.vague for seen in last.seen[:-1]):
            last.holder = one.holder
    elif one.type == "gained" and not _told_before(one, last):
        last.end = one.start or one.day
        last.extra.add(one.said.id)
        _begin(one, periods)
        periods[-1].former = one.former or last.holder
    elif _days(last.as_of, one.day) > SAME_TIME_DAYS:
        last.end = one.day
        last.note(f"changed hands between {day_words(last.as_of, year=True)} and {day_words(one.day, year=True)}: nobody says when")
        _begin(one, periods)
    else:
        _contradict(one, periods)


def _may_be_one(last: Period, one: Observation) -> bool:
    """Soldiers or units without a name contradict nobody who took or held the place at the same time."""
    if one.former_side is not None and one.former_side == last.side:
        return False
    unnamed = (one.vague and one.type == "held") or last.vague or (one.vague and last.seen[-1].type == "gained")
    return unnamed and abs(_days(last.as_of, one.day)) <= SAME_TIME_DAYS


def _fill(one: Observation, vacant: Period, periods: list[Period]) -> None:
    """A holder is named for a place that was said to be lost: on one day the two are one change of hands."""
    if _days(vacant.as_of, one.day) == 0 or one.start is None:
        periods.pop()
        _begin(one, periods)
        new = periods[-1]
        new.former = one.former or vacant.former
        new.start = new.start or vacant.start
        new.extra |= vacant.extra | {seen.said.id for seen in vacant.seen}
    else:
        vacant.end = one.start
        _begin(one, periods)


def _told_before(one: Observation, last: Period) -> bool:
    """True where a gain is dated before the newest word that the other side holds the place."""
    return one.start is not None and last.as_of is not None and one.day is not None and one.day < last.as_of


def _contradict(one: Observation, periods: list[Period]) -> None:
    last = periods[-1]
    rival = next((p for p in reversed(periods[-LOOK:]) if p.side == one.side and p.open and p.state == "contested"), None)
    if rival is None:
        rival = Period(one.where, one.holder, "contested")
        periods.insert(len(periods) - 1, rival)
        rival.against.extend(last.seen)
    rival.add(one)
    last.state = "contested"
    last.against.append(one)
    for period, other in ((last, rival), (rival, last)):
        period.note(f"{other.holder} is said to hold it at the same time")


def _begin(one: Observation, periods: list[Period]) -> None:
    period = Period(one.where, one.holder, "held", share=one.share, former=one.former)
    period.add(one)
    periods.append(period)


def _lose(one: Observation, periods: list[Period]) -> None:
    last = periods[-1] if periods else None
    if last is not None and last.holder is not None and (one.former_side is None or last.side == one.former_side):
        last.end = one.start or one.day
        last.extra.add(one.said.id)
        periods.append(_vacant(one))
    elif last is None:
        periods.append(_vacant(one))
    elif last.holder is None:
        last.add(one)
    else:
        last.extra.add(one.said.id)
        if one.former_side is not None and one.day and last.as_of and one.day > last.as_of:
            last.as_of = one.day


def _vacant(one: Observation) -> Period:
    period = Period(one.where, None, "unknown", former=one.former)
    period.add(one)
    if one.said.claim.type == "gained":
        period.note(f"taken{f' from {one.former}' if one.former else ''}; the sentence does not say by whom")
    else:
        period.note(f"{one.former or 'the holder'} lost it; nobody says who holds it now")
    return period


def _follow_share(one: Observation, track: list[Period]) -> None:
    last = track[-1] if track else None
    if last is not None and last.share == one.share:
        last.add(one)
        return
    if last is not None:
        last.end = one.start or one.day
    _begin(one, track)


def _narrow(track: Sequence[Period], wholes: Sequence[Period]) -> None:
    """Once a share is told, the word that the same side holds the place no longer means the whole of it."""
    first = track[0]
    for whole in wholes:
        if whole.open and whole.as_of is not None and first.as_of is not None and whole.as_of <= first.as_of:
            whole.end = first.start or first.as_of
            whole.note(f"since then {first.share:g} percent of it is told")


def _touch(one: Observation, periods: list[Period]) -> None:
    """A claim about an unnamed part, or about fighting for the place, touches the period of its day."""
    home = _at(one, periods)
    if one.type == "contested":
        if home is None:
            home = Period(one.where, None, "contested")
            periods.append(home)
        home.state = "contested"
        home.add(one)
        home.note("said to be contested")
    elif home is None:
        return
    elif home.side != one.side and one.side is not None and home.holder is not None and one.type in ("gained", "held"):
        home.state = "contested"
        home.extra.add(one.said.id)
        home.note(f"{one.holder} is said to hold a part of it ({Reason.PARTIAL})")
    else:
        home.extra.add(one.said.id)


def _at(one: Observation, periods: Sequence[Period]) -> Period | None:
    for period in reversed(periods):
        if period.share is None and (one.day is None or period.end is None or one.day <= period.end):
            return period
    return None


def enter(periods: dict[str, list[Period]], entered: Iterable[Observation]) -> set[str]:
    """Forces said to be inside are noted with the period; returns the claims that were used."""
    used: set[str] = set()
    for one in sorted(entered, key=lambda seen: seen.order):
        several = periods.setdefault(one.where.key, [])
        home = _at(one, several) or next((p for p in reversed(several) if p.open and p.share is not None), None)
        if home is None:
            home = Period(one.where, None, "unknown")
            home.add(one)
            home.note("forces went in; nobody says who holds it")
            several.append(home)
        elif home.side == one.side:
            continue
        home.extra.add(one.said.id)
        home.entered.add(one.holder or "")
        home.note(f"{one.holder} is said to have entered it")
        used.add(one.said.id)
    return used


def deny_holdings(periods: dict[str, list[Period]], denials: Iterable[Observation]) -> set[str]:
    """A denied gain, loss or hold makes the period of its day contested; returns the claims that were used."""
    used: set[str] = set()
    for one in sorted(denials, key=lambda seen: seen.order):
        for period in periods.get(one.where.key, ()):
            if period.open and one.side is not None and period.side == one.side:
                period.state = "contested"
                period.against.append(one)
                period.note(f"{Reason.DENIED} by {one.said.root.name}")
                used.add(one.said.id)
    return used


def share_contradictions(periods: dict[str, list[Period]]) -> list[Contradiction]:
    """Shares of one place at one time that add up to more than the whole."""
    found = []
    for several in periods.values():
        shares = [p for p in several if p.share is not None and p.as_of]
        for number, one in enumerate(shares):
            for other in shares[number + 1 : number + 6]:
                if one.side == other.side or abs(_days(one.as_of, other.as_of)) > SHARE_DAYS:
                    continue
                if (one.share or 0.0) + (other.share or 0.0) > 100 + SHARE_SLACK:
                    found.append(clash("shares", one, other, f"{one.share:g} and {other.share:g} percent of one place"))
                    one.state = other.state = "contested"
                    one.against.extend(other.seen)
                    other.against.extend(one.seen)
    return found


def holder_contradictions(periods: dict[str, list[Period]]) -> list[Contradiction]:
    """Places that two sides are said to hold at one time."""
    found = []
    for several in periods.values():
        for number, one in enumerate(several):
            if one.state != "contested" or not one.against or one.share is not None:
                continue
            rival = next((p for p in several[number + 1 :] if p.state == "contested" and p.side != one.side and p.share is None), None)
            if rival is not None:
                found.append(clash("holders", one, rival, "two sides are said to hold it"))
            elif any(seen.said.claim.status == "denied" for seen in one.against):
                found.append(_denied(one))
    return found


def holding_of(period: Period, rewrites: Rewrites, taken: set[str]) -> Holding:
    """The period as the picture shows it."""
    said = [seen.said for seen in period.seen]
    counted = count_roots([(one.root, one.report.id, None) for one in said], rewrites)
    reasons = [*period.reasons, *counted.reasons]
    party = period.holder is not None and all(_speaks_for(seen, period.side) for seen in period.seen)
    if party:
        reasons.append(f"only {period.holder} says so of itself")
    means = next((seen.means for seen in period.seen if seen.means), None)
    made = make_id("holding", period.where.key, period.side, period.share, period.start)
    while made in taken:
        made = make_id("holding", made)
    taken.add(made)
    if any(one.claim.status == "doubted" for one in said):
        reasons.append(Reason.DOUBTED)
    return Holding(
        id=made,
        place=period.where.picture,
        holder=period.holder,
        share=period.share,
        state=period.state,
        from_=period.start,
        to=period.end,
        as_of=period.as_of,
        claims=distinct([*(one.id for one in said), *period.extra]),
        contradicted_by=distinct(seen.said.id for seen in period.against),
        means=means,
        claimed_by_party=party,
        reasons=tuple(dict.fromkeys(str(reason) for reason in reasons)),
        sources=counted.roots,
        reports=distinct(one.report.id for one in said),
        former_holder=period.former,
        entered_by=tuple(sorted(period.entered)),
    )


def _speaks_for(seen: Observation, holder: str | None) -> bool:
    """True where the claim's source belongs to the holder's own side."""
    sources = seen.said.claim.sources
    if not sources:
        return False
    return any(side(name) == holder for source in sources for name in (source.org, source.name) if name)


def clash(kind: str, one: Period, other: Period, what: str) -> Contradiction:
    """Two periods that cannot both be so, in words."""
    sides = tuple(_side(period) for period in (one, other))
    place = place_name(one.where.picture)
    words = f"{place}: {what}: {listed(tuple(f'{s.says} ({listed(s.who)})' for s in sides))}"
    days = sorted(day for period in (one, other) for day in (period.as_of,) if day)
    return Contradiction(
        id=make_id("contradiction", kind, one.where.key, words),
        kind="shares" if kind == "shares" else "holders",
        about=(one.where.key,),
        place=one.where.picture,
        words=words,
        sides=sides,
        claims=distinct(claim for side_ in sides for claim in side_.claims),
        since=days[0] if days else None,
        until=days[-1] if days else None,
    )


def _denied(one: Period) -> Contradiction:
    denials = [seen for seen in one.against if seen.said.claim.status == "denied"]
    who = tuple(sorted({seen.said.root.name for seen in denials}))
    sides = (_side(one), Side(who=who, says="denies it", claims=distinct(seen.said.id for seen in denials)))
    words = f"{place_name(one.where.picture)}: {sides[0].says}; denied by {listed(who)}"
    return Contradiction(
        id=make_id("contradiction", "holders", one.where.key, words),
        kind="holders",
        about=(one.where.key,),
        place=one.where.picture,
        words=words,
        sides=sides,
        claims=distinct(claim for s in sides for claim in s.claims),
        since=one.as_of,
        until=one.as_of,
    )


def _side(period: Period) -> Side:
    share = f" {period.share:g} percent" if period.share is not None else ""
    return Side(
        who=tuple(sorted({seen.said.root.name for seen in period.seen})),
        says=f"held{share} by {period.holder or 'nobody named'} as of {day_words(period.as_of, year=True)}",
        claims=distinct(seen.said.id for seen in period.seen),
    )


def _days(one: datetime.date | None, other: datetime.date | None) -> int:
    return (other - one).days if one and other else 0
