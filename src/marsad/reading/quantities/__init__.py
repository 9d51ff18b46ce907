"""Finds counts with their hedges, units and periods."""

from marsad.reading.quantities.reader import read_quantities
from marsad.reading.quantities.singulars import read_singulars

__all__ = ["read_quantities", "read_singulars"]
