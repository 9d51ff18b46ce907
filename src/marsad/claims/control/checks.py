"""Checks of claims about who holds what."""

from enum import StrEnum

from marsad.claims.warning import Populations
from marsad.model.claim import Claim


class ControlWarning(StrEnum):
    """Why a claim of control is impossible or suspicious; the value is what a person reads."""

    TAKEN_FROM_ITSELF = "the new holder is the former holder"
    NO_PLACE = "no place is named"
    LOST_TO_SOMEBODY = "the place is said to be lost, yet a new holder is named"


def check(claim: Claim, _populations: Populations) -> tuple[ControlWarning, ...]:
    """What is impossible or suspicious in a claim of control."""
    found = []
    holders = {a.name for a in claim.actors if a.role == "holder" and a.name}
    if holders & {a.name for a in claim.actors if a.role == "former_holder"}:
        found.append(ControlWarning.TAKEN_FROM_ITSELF)
    if not claim.places:
        found.append(ControlWarning.NO_PLACE)
    if claim.type == "lost" and holders:
        found.append(ControlWarning.LOST_TO_SOMEBODY)
    return tuple(found)
