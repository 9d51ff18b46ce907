"""A mention that stands for a place of the gazetteer without bearing its name: "the capital", "the Malian capital"."""

from msgspec.structs import replace

from marsad.data.places.gazetteer import Place
from marsad.model.mention import PlaceMention, PlaceMethod


def as_place(mention: PlaceMention, place: Place, method: PlaceMethod, reason: str) -> PlaceMention:
    """The mention with all that the gazetteer knows of the place, and with how it was found."""
    return replace(
        mention,
        name=place.name,
        id=place.id,
        lat=place.lat,
        lon=place.lon,
        country=place.country,
        admin1=place.admin1,
        kind=place.kind,
        radius_km=place.radius_km,
        method=method,
        population=place.population,
        reason=reason,
    )
