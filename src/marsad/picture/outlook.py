"""What the reported figures would imply: ranges with their arithmetic and assumptions, never facts."""

import datetime
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from marsad.model.claim import Claim
from marsad.model.picture import Figure, Outlook, PicturePlace
from marsad.reconcile.checks import PER_DAYS
from marsad.reconcile.ids import make_id
from marsad.reconcile.said import main_place
from marsad.reconcile.words import ROLE_WORDS, day_words, number, place_name, span

FAR_DAYS = 30  # a rate is carried no further back or on than this
AHEAD_DAYS = 366


def outlooks(as_of: datetime.date | None, figures: Sequence[Figure], claims: Sequence[Claim]) -> list[Outlook]:
    """Capacity against people still inside, days until they are out at the reported rates, movements that reports announce."""
    current = [figure for figure in figures if figure.status != "superseded" and not figure.doubtful]
    inside = [f for f in current if f.type in ("remaining", "trapped") and f.unit == "person" and (f.best or f.high)]
    found = [*_capacity(inside, current), *_days_out(inside, current), *_announced(as_of, claims)]
    return sorted(found, key=lambda outlook: (outlook.kind, outlook.id))


def _capacity(inside: Sequence[Figure], current: Sequence[Figure]) -> Iterable[Outlook]:
    for people in inside:
        for sites in (f for f in current if f.type == "site_capacity" and f.unit == "person" and _one_area(people, f)):
            most, least = people.high or people.best or 0.0, people.low or 0.0
            room_low, room_high = sites.low or sites.best or 0.0, sites.high
            short = most - room_low
            spare = (room_high or room_low) - least
            where = place_name(people.place)
            if short > 0:
                words = (
                    f"If all of {span(people.low, people.best, people.high)} people left {where}, up to {number(short)} would find no place"
                )
            else:
                words = f"Sites near {where} would hold all of {span(people.low, people.best, people.high)} people still inside"
            yield Outlook(
                id=make_id("outlook", "capacity", people.id, sites.id),
                kind="capacity",
                words=f"{words} in sites for {span(sites.low, sites.best, sites.high)}",
                low=min(0.0, -spare) if least else 0.0,
                high=max(0.0, short),
                unit="person",
                arithmetic=(f"{number(most)} inside at most − {number(room_low)} places at least = {number(short)}",),
                assumptions=(
                    "everybody still inside leaves at once",
                    "no place is taken already, and no site is added"
                    + (f": sites are said to hold {number(room_low)} or more" if room_high is None else ""),
                    f"both numbers hold as of {day_words(people.as_of, year=True)}",
                ),
                place=people.place,
                figures=(people.id, sites.id),
                claims=tuple(sorted({*people.claims, *sites.claims})),
            )


def _days_out(inside: Sequence[Figure], current: Sequence[Figure]) -> Iterable[Outlook]:
    rates = [f for f in current if f.kind == "displacement" and f.measure == "rate" and f.per and f.best and f.role == "origin"]
    for people in inside:
        near = [rate for rate in rates if _one_area(people, rate) and _soon(people, rate)]
        if not near or people.as_of is None:
            continue
        paces = (
            sorted((_per_day(rate), rate) for rate in near)
            if len(near) == 1
            else sorted(((_per_day(r), r) for r in near), key=lambda p: (p[0], p[1].id))
        )
        slowest, fastest = paces[0], paces[-1]
        least, most = people.low or people.best or 0.0, people.high or people.best or people.low or 0.0
        quick, slow = math.ceil(least / fastest[0]), math.ceil(most / slowest[0])
        if slow > AHEAD_DAYS * 5:
            continue
        base = max([people.as_of, *(rate.as_of for _, rate in paces if rate.as_of)])
        yield Outlook(
            id=make_id("outlook", "days", people.id, *(rate.id for _, rate in paces)),
            kind="days until out",
            words=f"At the reported rates {place_name(people.place)} would be empty in {quick} to {slow} days"
            if quick != slow
            else f"At the reported rate {place_name(people.place)} would be empty in {quick} days",
            low=float(quick),
            high=float(slow),
            unit="day",
            earliest=base + datetime.timedelta(days=quick),
            latest=base + datetime.timedelta(days=slow),
            arithmetic=_once(
                f"{number(least)} ÷ {number(fastest[0])} a day ({', '.join(fastest[1].sources)}) = {quick} days",
                f"{number(most)} ÷ {number(slowest[0])} a day ({', '.join(slowest[1].sources)}) = {slow} days",
            ),
            assumptions=(
                "everybody leaves, at the same rate every day",
                f"the number inside holds as of {day_words(people.as_of, year=True)}",
                *(
                    f"{number(pace)} a day is said for {place_name(rate.place)} as of {day_words(rate.as_of, year=True)}"
                    for pace, rate in paces
                ),
            ),
            place=people.place,
            figures=(people.id, *(rate.id for _, rate in paces)),
            claims=tuple(sorted({*people.claims, *(claim for _, rate in paces for claim in rate.claims)})),
        )


def _once(*lines: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(lines))


def _announced(as_of: datetime.date | None, claims: Sequence[Claim]) -> Iterable[Outlook]:
    """Movements that the reports themselves expect."""
    for claim in claims:
        moving = claim.kind in ("displacement", "population") and claim.status in ("expected", "planned", "possible")
        quantity = claim.quantity
        if not moving or quantity is None or (claim.kind == "population" and claim.status == "possible"):
            continue
        who = ", ".join(dict.fromkeys(source.name or source.text for source in claim.sources)) or "the report itself"
        yield Outlook(
            id=make_id("outlook", "announced", claim.id),
            kind="announced",
            words=f"{who} {_verb(claim.status)}: {span(quantity.low, quantity.best, quantity.high)} {_moved(claim)}",
            low=quantity.low,
            high=quantity.high,
            unit=quantity.unit,
            earliest=as_of,
            latest=claim.time.end if as_of and claim.time.end and claim.time.end > as_of else None,
            arithmetic=("as the source says it",),
            assumptions=(f"the source is right: it says no more than that it is {claim.status}",),
            place=_place(claim),
            claims=(claim.id,),
        )


@dataclass(frozen=True, slots=True)
class OutlookScore:
    """How an outlook fared against what was reported later."""

    outlook: str
    words: str
    verdict: str  # inside, below, above, not yet told
    told: str


TOLD_BY = {"capacity": ("sheltering", "displaced"), "days until out": ("remaining", "trapped"), "announced": ("displaced",)}


def score_outlooks(earlier: Sequence[Outlook], later: Sequence[Figure], day: datetime.date) -> list[OutlookScore]:
    """Each outlook of the picture of a day against the counts of people at the same place that were reported after it."""
    counts = [f for f in later if f.unit == "person" and f.measure in ("stock", "cumulative") and not f.part_of and not f.doubtful]
    return [_score(outlook, [f for f in counts if f.as_of and f.as_of > day], later) for outlook in earlier]


def _score(outlook: Outlook, counts: Sequence[Figure], figures: Sequence[Figure]) -> OutlookScore:
    about = [f for f in counts if f.type in TOLD_BY[outlook.kind] and f.status != "superseded" and _same_ground(f.place, outlook.place)]
    newest = max(about, key=lambda f: (f.as_of or datetime.date.min, f.id), default=None)
    told = span(newest.low, newest.best, newest.high) if newest else "nothing"
    amount = _reckoned(outlook, newest, figures) if newest else None
    if amount is None or (outlook.latest and newest and newest.as_of and newest.as_of < outlook.latest):
        return OutlookScore(outlook.id, outlook.words, "not yet told", told)
    if outlook.kind == "days until out":
        verdict = "inside" if amount == 0 else "above"
    else:
        verdict = "below" if amount < (outlook.low or 0.0) else "above" if outlook.high is not None and amount > outlook.high else "inside"
    return OutlookScore(outlook.id, outlook.words, verdict, told)


def _reckoned(outlook: Outlook, newest: Figure, figures: Sequence[Figure]) -> float | None:
    """What the outlook speaks of, by the later count: of capacity how many people found no place."""
    amount = newest.best if newest.best is not None else newest.low or 0.0
    if outlook.kind != "capacity":
        return amount
    sites = next((f for f in figures if f.id in outlook.figures and f.type == "site_capacity"), None)
    return max(0.0, amount - (sites.low or sites.best or 0.0)) if sites else None


def _one_area(one: Figure, other: Figure) -> bool:
    """True where both are about one place, or one place is a part of the other."""
    return _same_ground(one.place, other.place)


def _same_ground(one: PicturePlace | None, other: PicturePlace | None) -> bool:
    if one is None or other is None or one.name != other.name or one.id != other.id:
        return False
    return one.part == other.part or None in (one.part, other.part)


def _soon(people: Figure, rate: Figure) -> bool:
    return people.as_of is not None and rate.as_of is not None and abs((rate.as_of - people.as_of).days) <= FAR_DAYS


def _per_day(rate: Figure) -> float:
    return (rate.best or 0.0) / PER_DAYS[rate.per or "day"]


def _place(claim: Claim) -> PicturePlace | None:
    place = main_place(claim)
    if place is None:
        return None
    name, part = place.name or place.text, place.part
    return PicturePlace(name=name, id=place.id, lat=place.lat, lon=place.lon, country=place.country, part=part, radius_km=place.radius_km)


def _moved(claim: Claim) -> str:
    """What is expected to happen, and where: "people displaced from Hawija"."""
    place = _place(claim)
    if place is None:
        return f"people {claim.type.replace('_', ' ')}"
    role = next((one.role for one in claim.places if (one.name or one.text) == place.name), "at")
    return f"people {claim.type.replace('_', ' ')} {ROLE_WORDS.get(role, 'in')} {place_name(place)}"


def _verb(status: str) -> str:
    return {"expected": "expects", "planned": "plans for", "possible": "thinks possible"}[status]
