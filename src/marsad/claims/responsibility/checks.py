"""Checks of claims about who did it."""

from enum import StrEnum

from marsad.claims.warning import Populations
from marsad.model.claim import Claim


class ResponsibilityWarning(StrEnum):
    """Why a claim of responsibility is suspicious; the value is what a person reads."""

    NOBODY_NAMED = "nobody is named who did it or denies it"
    ATTRIBUTED_BY_ITSELF = "attributed to the one who says so: that would be claimed"


def check(claim: Claim, _populations: Populations) -> tuple[ResponsibilityWarning, ...]:
    """What is suspicious in a claim of responsibility."""
    found = []
    agents = {a.name for a in claim.actors if a.role == "agent" and a.name}
    if not any(a.role == "agent" for a in claim.actors):
        found.append(ResponsibilityWarning.NOBODY_NAMED)
    if claim.type == "attributed" and agents & {s.name for s in claim.sources[:1]}:
        found.append(ResponsibilityWarning.ATTRIBUTED_BY_ITSELF)
    return tuple(found)
