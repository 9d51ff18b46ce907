"""Checks of claims about people in place."""

from enum import StrEnum

from marsad.claims.warning import Populations, exceeds_population
from marsad.model.claim import Claim


class PopulationWarning(StrEnum):
    """Why a claim of population is suspicious; the value is what a person reads."""

    EXCEEDS_POPULATION = "more people than are known to live in the place"
    A_RATE = "people in place are counted at one time, never by the day"


def check(claim: Claim, populations: Populations) -> tuple[PopulationWarning, ...]:
    """What is suspicious in a claim of population."""
    found = []
    if exceeds_population(claim, populations, "at"):
        found.append(PopulationWarning.EXCEEDS_POPULATION)
    if claim.quantity is not None and claim.quantity.measure == "rate":
        found.append(PopulationWarning.A_RATE)
    return tuple(found)
