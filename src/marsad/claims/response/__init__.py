"""What is done for people: aid delivered, sites opened or with room, and who can or cannot be reached."""

from marsad.claims.kind import ClaimKind
from marsad.model.claim import TYPES

KIND = ClaimKind(
    name="response",
    says="what is done for people",
    types=TYPES["response"],
    places=frozenset(("at", "destination", "near", "origin", "toward")),
    actors=frozenset(("provider", "agent", "victim", "target", "supporter")),
    measures=frozenset(("stock", "cumulative", "rate", "incident")),
)
