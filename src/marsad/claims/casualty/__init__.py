"""People harmed: killed, injured, missing, or casualties where the report does not tell the killed from the injured."""

from marsad.claims.kind import ClaimKind
from marsad.model.claim import TYPES

KIND = ClaimKind(
    name="casualty",
    says="people harmed",
    types=TYPES["casualty"],
    places=frozenset(("at", "near", "origin", "target", "destination")),
    actors=frozenset(("victim", "agent", "target")),
    measures=frozenset(("incident", "cumulative", "rate", "stock")),
)
