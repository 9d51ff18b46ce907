"""Who holds which place: gained by a new holder, lost where no new holder is named, held, or contested.

A share of the place is a quantity with unit `percent`; `means` says how, where the report does: fire, or handover.
"""

from marsad.claims.kind import ClaimKind
from marsad.model.claim import TYPES

KIND = ClaimKind(
    name="control",
    says="who holds which place",
    types=TYPES["control"],
    places=frozenset(("at", "near", "toward", "origin")),
    actors=frozenset(("holder", "former_holder", "agent", "target", "supporter")),
    measures=frozenset(("stock", "cumulative", "incident")),
)
