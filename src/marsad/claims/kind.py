"""What every folder of a claim kind says of itself."""

import msgspec

from marsad.model.claim import ActorRole, Kind, Measure, PlaceRole


class ClaimKind(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of claim: its types, the roles that its cards may give, and the measures that its counts may have."""

    name: Kind
    says: str
    types: tuple[str, ...]
    places: frozenset[PlaceRole]
    actors: frozenset[ActorRole]
    measures: frozenset[Measure]
