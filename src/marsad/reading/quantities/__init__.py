"""Finds counts with their hedges, units and periods."""

from marsad.reading.quantities.reader import read_quantities

__all__ = ["read_quantities"]
