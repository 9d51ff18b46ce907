"""Finds the words that tell a time, and what they say by themselves."""

from marsad.reading.times.notes import Expression, weekday_named
from marsad.reading.times.patterns import PAST_REF, SAME_PERIOD, THEN
from marsad.reading.times.reader import read_times, scan_times

__all__ = ["PAST_REF", "SAME_PERIOD", "THEN", "Expression", "read_times", "scan_times", "weekday_named"]
