"""Checks of claims about what is done for people."""

from enum import StrEnum

from marsad.claims.warning import Populations, surely
from marsad.model.claim import Claim

LARGEST_SITE = 1_000_000  # the largest camps of the world held about half of that


class ResponseWarning(StrEnum):
    """Why a claim of response is suspicious; the value is what a person reads."""

    SITE_TOO_LARGE = "room for more than a million people"
    SITE_RATE = "room at a site has no rate"


def check(claim: Claim, _populations: Populations) -> tuple[ResponseWarning, ...]:
    """What is suspicious in a claim of response."""
    found = []
    if claim.type in ("site_capacity", "site_opened") and claim.quantity is not None:
        if claim.quantity.unit in ("person", "household") and surely(claim.quantity) > LARGEST_SITE:
            found.append(ResponseWarning.SITE_TOO_LARGE)
        if claim.type == "site_capacity" and claim.quantity.measure == "rate":
            found.append(ResponseWarning.SITE_RATE)
    return tuple(found)
