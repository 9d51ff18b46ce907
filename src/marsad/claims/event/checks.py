"""Checks of claims about what happened."""

from enum import StrEnum

from marsad.claims.warning import Populations, surely
from marsad.model.claim import Claim

MOST_HELD = 50_000  # people abducted, arrested or executed in one event


class EventWarning(StrEnum):
    """Why a claim of an event is impossible or suspicious; the value is what a person reads."""

    AGAINST_ITSELF = "the one who acts is the one acted against"
    TOO_MANY_HELD = "more than 50,000 people taken or executed in one event"


def check(claim: Claim, _populations: Populations) -> tuple[EventWarning, ...]:
    """What is impossible or suspicious in a claim of an event."""
    found = []
    agents = {a.name for a in claim.actors if a.role == "agent" and a.name}
    if agents and agents == {a.name for a in claim.actors if a.role == "target"}:
        found.append(EventWarning.AGAINST_ITSELF)
    one_event = claim.quantity is not None and claim.quantity.measure == "incident"
    if claim.type in ("abduction", "arrest", "execution") and one_event and surely(claim.quantity) > MOST_HELD:
        found.append(EventWarning.TOO_MANY_HELD)
    return tuple(found)
