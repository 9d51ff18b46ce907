"""Checks of claims about people harmed."""

from enum import StrEnum

from marsad.claims.warning import Populations, exceeds_population, surely
from marsad.model.claim import Claim

MOST_IN_ONE = 10_000


class CasualtyWarning(StrEnum):
    """Why a claim of casualties is suspicious; the value is what a person reads."""

    TOO_MANY_IN_ONE = "more than 10,000 people harmed in one incident"
    EXCEEDS_POPULATION = "more people harmed than are known to live in the place"
    SHARE = "a share of people, not a number"


def check(claim: Claim, populations: Populations) -> tuple[CasualtyWarning, ...]:
    """What is suspicious in a claim of casualties."""
    found = []
    if claim.quantity is not None and claim.quantity.measure == "incident" and surely(claim.quantity) > MOST_IN_ONE:
        found.append(CasualtyWarning.TOO_MANY_IN_ONE)
    if exceeds_population(claim, populations, "at"):
        found.append(CasualtyWarning.EXCEEDS_POPULATION)
    if claim.quantity is not None and claim.quantity.unit == "percent":
        found.append(CasualtyWarning.SHARE)
    return tuple(found)
