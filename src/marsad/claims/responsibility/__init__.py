"""Who says who did it: claimed by the actor itself, denied by it, or attributed to it by others."""

from marsad.claims.kind import ClaimKind
from marsad.model.claim import TYPES

KIND = ClaimKind(
    name="responsibility",
    says="who says who did it",
    types=TYPES["responsibility"],
    places=frozenset(("at", "target", "near")),
    actors=frozenset(("agent", "target", "victim")),
    measures=frozenset(("incident",)),
)
