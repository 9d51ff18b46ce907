"""Counts of one movement reckoned against each other: rate and total, still displaced and returned."""

import datetime
from collections import defaultdict
from collections.abc import Sequence

from marsad.model.picture import Check, Figure, PicturePlace
from marsad.reconcile.ids import make_id
from marsad.reconcile.words import day_words, number, place_name, span

PER_DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4, "year": 365.0}
NEAR_DAYS = 5  # a rate and a total are compared where their last days are this close
SLACK = 1.15  # both are rounded


def checks_of(figures: Sequence[Figure], places: dict[str, str]) -> list[Check]:
    """What the figures of one place say about each other; `places` gives each figure's place key."""
    groups: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.kind == "displacement" and figure.unit == "person" and figure.id in places:
            groups[places[figure.id], figure.unit].append(figure)
    found: list[Check] = []
    for group in groups.values():
        found.extend(_rates(group))
        found.extend(_still_and_returned(group))
    return found


def _rates(group: Sequence[Figure]) -> list[Check]:
    rates = [f for f in group if f.measure == "rate" and f.per and f.since and f.as_of and f.best is not None]
    totals = [f for f in group if f.measure == "cumulative" and f.as_of and f.type == "displaced"]
    found = []
    for rate in rates[:50]:
        close = [t for t in totals if t.type == rate.type and abs(_days(rate.as_of, t.as_of)) <= NEAR_DAYS]
        nearest = min(close, key=lambda t: (abs(_days(rate.as_of, t.as_of)), t.status == "superseded", t.id), default=None)
        if nearest is not None:
            found.append(_rate_check(rate, nearest))
    return found


def _rate_check(rate: Figure, total: Figure) -> Check:
    days = _days(rate.since, total.as_of)
    per_day = (rate.best or 0.0) / PER_DAYS[rate.per or "day"]
    made = per_day * days
    low = total.low if total.low is not None else total.best
    high = total.high if total.high is not None else (total.best or low or 0.0) * 1.25
    same_start = total.since is not None and rate.since is not None and abs(_days(rate.since, total.since)) <= 2
    began_later = total.since is not None and rate.since is not None and total.since > rate.since + datetime.timedelta(days=2)
    if days <= 0 or began_later:
        verdict = "cannot be told"
    elif made <= high * SLACK and (not same_start or made * SLACK * SLACK >= (low or 0.0)):
        verdict = "consistent"
    else:
        verdict = "mismatch"
    since = f" since {day_words(total.since)}" if total.since else " in all"
    would = f"{number(rate.best)} a {rate.per} since {day_words(rate.since)} would make about {number(round(made, -2))}"
    told = f"{span(total.low, total.best, total.high)}{since} is reported"
    words = f"{would} by {day_words(total.as_of)}; {told}: {verdict}"
    return _check((rate, total), verdict, words)


def _still_and_returned(group: Sequence[Figure]) -> list[Check]:
    """Displaced in all = still displaced + returned, where one day gives all three."""
    current = [f for f in group if f.status != "superseded" and f.best is not None and f.as_of]
    found = []
    for total in (f for f in current if f.type == "displaced" and f.measure == "cumulative"):
        still = _same_day(current, total, ("displaced", "sheltering"), ("stock",))
        back = _same_day(current, total, ("returned",), ("cumulative", "stock", "incident", None))
        if still is None or back is None:
            continue
        made, told = (still.best or 0.0) + (back.best or 0.0), total.best or 0.0
        fits = made <= 1.05 * (total.high or 1.25 * told) and made >= 0.95 * told
        verdict = "consistent" if fits else "mismatch"
        words = (
            f"{number(still.best)} still displaced and {number(back.best)} returned make {number(made)}; "
            f"{span(total.low, total.best, total.high)} displaced in all is reported for {place_name(total.place)}: {verdict}"
        )
        found.append(_check((total, still, back), verdict, words))
    return found


def _same_day(figures: Sequence[Figure], total: Figure, types: tuple[str, ...], measures: tuple[str | None, ...]) -> Figure | None:
    fitting = [f for f in figures if f is not total and f.type in types and f.measure in measures and abs(_days(f.as_of, total.as_of)) <= 2]
    return min(fitting, key=lambda f: (abs(_days(f.as_of, total.as_of)), f.id), default=None)


def _check(figures: tuple[Figure, ...], verdict: str, words: str) -> Check:
    place: PicturePlace | None = figures[0].place
    ids = tuple(figure.id for figure in figures)
    return Check(id=make_id("check", *ids), figures=ids, verdict=verdict, words=words, place=place)  # type: ignore[arg-type]  # one of the three


def _days(one: datetime.date | None, other: datetime.date | None) -> int:
    return (other - one).days if one and other else 0
