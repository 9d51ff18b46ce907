"""People on the move, or living displaced: who fled, was evacuated, returned, shelters somewhere or crossed a border.

Fighters who flee are never displacement: that is `event/retreat`.
"""

from marsad.claims.kind import ClaimKind
from marsad.model.claim import TYPES

KIND = ClaimKind(
    name="displacement",
    says="people on the move, or living displaced",
    types=TYPES["displacement"],
    places=frozenset(("origin", "destination", "at", "toward", "near")),
    actors=frozenset(("agent", "victim", "provider", "target")),
    measures=frozenset(("cumulative", "stock", "rate", "incident")),
)
