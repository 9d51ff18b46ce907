"""Words of a report that name places."""

from marsad.reading.places.read import read_places
from marsad.reading.places.words import demonym_country

__all__ = ["demonym_country", "read_places"]
