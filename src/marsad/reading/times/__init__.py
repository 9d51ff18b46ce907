"""Finds the words that tell a time, and what they say by themselves."""

from marsad.reading.times.reader import read_times, scan_times
from marsad.reading.times.values import Expression

__all__ = ["Expression", "read_times", "scan_times"]
