"""Portions of a month or a year: "the first week of June", "the last three months of the year", "the second half of May"."""

import datetime
import re
from collections.abc import Sequence
from functools import cache

import msgspec

from marsad.model.mention import TimeMention
from marsad.resolve.calendar import NOTHING, Interval, add_months, month_span

MONTHS = "january february march april may june july august september october november december".split()
NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
ORDINALS = {"first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4}
SOME = {"days": 9, "weeks": 6, "months": 4}
WEEK = 7


@cache
def _portion() -> re.Pattern[str]:
    order = r"(?P<order>first|opening|second|third|fourth|last|final|latter)"
    count = rf"(?:(?P<count>\d{{1,2}}|{'|'.join(NUMBERS)})[ ])?"
    named = r"(?P<which>the|this|last)[ ](?P<named>year|month)"
    whole = rf"(?:(?P<month>{'|'.join(MONTHS)})(?:,?[ ](?P<year>\d{{4}}))?|{named}|(?P<only>\d{{4}}))\b"
    return re.compile(rf"\b{order}[ ]{count}(?P<unit>half|days?|weeks?|months?)[ ]of[ ]{whole}", re.IGNORECASE)


def portioned(text: str, mentions: Sequence[TimeMention], published: datetime.date | None) -> list[TimeMention]:
    """The mentions, those that are a portion of a month or a year bounded by it."""
    done = list(mentions)
    for match in _portion().finditer(text):
        bounds = _bounds(match, published)
        for i, mention in enumerate(done) if bounds else ():
            if bounds and mention.start < match.end() and mention.end > match.start():
                done[i] = msgspec.structs.replace(mention, value_start=bounds[0], value_end=bounds[1], relation="during")
    return done


def _bounds(match: re.Match[str], published: datetime.date | None) -> Interval | None:
    first, last = _whole(match, published)
    if first is None or last is None:
        return None
    order, unit = match["order"].lower(), match["unit"].lower().rstrip("s")
    vague = SOME.get(match["unit"].lower(), 1)  # "the first days of May"
    count = vague if match["count"] is None else NUMBERS.get(match["count"].lower()) or int(match["count"])
    if unit == "half":
        return _half(first, last, early=order in ("first", "opening"))
    late = order in ("last", "final", "latter")
    if unit == "month":
        return _months(first, last, count, late=late, skipped=0 if late else ORDINALS[order] - 1)
    days = count * (WEEK if unit == "week" else 1)
    if late:
        return last - datetime.timedelta(days - 1), last
    start = first + datetime.timedelta((ORDINALS[order] - 1) * days)
    return start, min(start + datetime.timedelta(days - 1), last)


def _whole(match: re.Match[str], published: datetime.date | None) -> Interval:
    """The month or the year of which it is a portion; a month without a year is the last of that name."""
    if match["month"]:
        month = MONTHS.index(match["month"].lower()) + 1
        if match["year"]:
            return month_span(int(match["year"]), month)
        return month_span(published.year - (month > published.month), month) if published else NOTHING
    if not match["only"] and published is None:
        return NOTHING
    if match["named"] and match["named"].lower() == "month" and published is not None:
        first = add_months(published, -(match["which"].lower() == "last"))
        return month_span(first.year, first.month) if first else NOTHING
    year = int(match["only"]) if match["only"] else published.year - (match["which"].lower() == "last") if published else 0
    return (datetime.date(year, 1, 1), datetime.date(year, 12, 31)) if year > 0 else NOTHING


def _half(first: datetime.date, last: datetime.date, *, early: bool) -> Interval:
    middle = datetime.date(first.year, 7, 1) if (last - first).days > 31 else first.replace(day=16)
    return (first, middle - datetime.timedelta(1)) if early else (middle, last)


def _months(first: datetime.date, last: datetime.date, count: int, *, late: bool, skipped: int) -> Interval | None:
    start = add_months(last + datetime.timedelta(1), -count) if late else add_months(first, skipped * count)
    end = last if late else add_months(first, (skipped + 1) * count)
    return None if start is None or end is None else (start, end if late else end - datetime.timedelta(1))
