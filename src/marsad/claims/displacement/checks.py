"""Checks of claims about people on the move."""

from enum import StrEnum

from marsad.claims.warning import Populations, a_year, exceeds_population, places_of, same_place
from marsad.model.claim import Claim

MOST_A_DAY = 500_000  # Rwanda's border in July 1994 saw about a million people in four days
LEFT = ("displaced", "evacuated")


class DisplacementWarning(StrEnum):
    """Why a claim of displacement is impossible or suspicious; the value is what a person reads."""

    TO_WHERE_FROM = "the people are said to go to the place that they left"
    EXCEEDS_POPULATION = "more people than are known to live in the place that they left"
    RATE_TOO_HIGH = "more than 500,000 people a day"
    COUNTS_FIGHTERS = "counts fighters, who are no displaced people"


def check(claim: Claim, populations: Populations) -> tuple[DisplacementWarning, ...]:
    """What is impossible or suspicious in a claim of displacement."""
    found = []
    if any(same_place(o, d) for o in places_of(claim, "origin") for d in places_of(claim, "destination")):
        found.append(DisplacementWarning.TO_WHERE_FROM)
    if claim.type in LEFT and exceeds_population(claim, populations, "origin"):
        found.append(DisplacementWarning.EXCEEDS_POPULATION)
    if a_year(claim.quantity) > MOST_A_DAY * 365:
        found.append(DisplacementWarning.RATE_TOO_HIGH)
    if claim.quantity is not None and claim.quantity.unit == "fighter":
        found.append(DisplacementWarning.COUNTS_FIGHTERS)
    return tuple(found)
