"""People in place and at risk: who lives there, stayed behind, is trapped or in need."""

from marsad.claims.kind import ClaimKind
from marsad.model.claim import TYPES

KIND = ClaimKind(
    name="population",
    says="people in place and at risk",
    types=TYPES["population"],
    places=frozenset(("origin", "destination", "at", "near")),
    actors=frozenset(("agent", "victim", "provider", "target")),
    measures=frozenset(("stock", "cumulative", "rate")),
)
