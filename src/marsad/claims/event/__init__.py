"""What happened: fighting, strikes, bombs, raids, abductions, arrests, ceasefires and the rest of the list."""

from marsad.claims.kind import ClaimKind
from marsad.model.claim import TYPES

KIND = ClaimKind(
    name="event",
    says="what happened",
    types=TYPES["event"],
    places=frozenset(("origin", "destination", "at", "target", "toward", "near")),
    actors=frozenset(("agent", "target", "victim", "supporter", "holder", "former_holder")),
    measures=frozenset(("incident", "cumulative", "rate", "stock")),
)
