"""Warnings: what the checks found impossible or suspicious in a claim; nothing is dropped for it, a person looks."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from marsad.model.claim import Claim, ClaimPlace, PlaceRole, Quantity

Populations = Mapping[str, int]  # id of a place -> how many people are known to live there
PEOPLE = ("person", "household")
PER_YEAR = {"hour": 24 * 365, "day": 365, "week": 52, "month": 12, "year": 1}


class ClaimWarning(StrEnum):
    """Why a claim of any kind cannot be right as it was read; the value is what a person reads."""

    NEGATIVE = "a count below zero"
    INVERTED_RANGE = "the low end of the range lies above its high end"
    PERCENT_ABOVE_100 = "more than all of it: a share above 100 percent"
    ENDS_BEFORE_START = "the time ends before it starts"


def warned(kind: str, reasons: Iterable[StrEnum]) -> tuple[str, ...]:
    """Warnings as claims carry them, each with its id: "check.displacement.to_where_from: ..."."""
    return tuple(f"check.{kind}.{reason.name.lower()}: {reason.value}" for reason in reasons)


def check(claim: Claim) -> tuple[ClaimWarning, ...]:
    """What is impossible in a claim of any kind."""
    found = []
    q = claim.quantity
    if q is not None:
        given = [n for n in (q.low, q.best, q.high) if n is not None]
        if any(n < 0 for n in given):
            found.append(ClaimWarning.NEGATIVE)
        if given != sorted(given):
            found.append(ClaimWarning.INVERTED_RANGE)
        if q.unit == "percent" and surely(q) > 100:
            found.append(ClaimWarning.PERCENT_ABOVE_100)
    if claim.time.start is not None and claim.time.end is not None and claim.time.end < claim.time.start:
        found.append(ClaimWarning.ENDS_BEFORE_START)
    return tuple(found)


def surely(quantity: Quantity | None) -> float:
    """The least that the count says: its low end, its number, or nothing where only a ceiling is told."""
    if quantity is None:
        return 0.0
    if quantity.low is not None:
        return quantity.low
    return quantity.best or 0.0 if quantity.high is None else 0.0


def a_year(quantity: Quantity | None) -> float:
    """What a rate comes to in a year; zero for counts that are no rates."""
    if quantity is None or quantity.measure != "rate" or quantity.per is None:
        return 0.0
    return surely(quantity) * PER_YEAR[quantity.per]


def places_of(claim: Claim, *roles: PlaceRole) -> list[ClaimPlace]:
    """The claim's places in these roles."""
    return [p for p in claim.places if p.role in roles]


def exceeds_population(claim: Claim, populations: Populations, *roles: PlaceRole) -> bool:
    """Whether the claim counts more people than are known to live in all its places of these roles together."""
    if claim.quantity is None or claim.quantity.unit not in PEOPLE:
        return False
    living = [populations.get(p.id or "", 0) if p.kind != "relative" else 0 for p in places_of(claim, *roles)]
    return bool(living) and all(living) and surely(claim.quantity) > sum(living)


def same_place(one: ClaimPlace, other: ClaimPlace) -> bool:
    """Whether two roles name one resolved place, part and all."""
    return one.id is not None and (one.id, one.part) == (other.id, other.part)
