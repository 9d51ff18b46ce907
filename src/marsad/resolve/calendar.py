"""Arithmetic on TIMEX3 values: steps, intervals, seasons."""

import calendar
import datetime
import re
from typing import NamedTuple

Interval = tuple[datetime.date | None, datetime.date | None]
NOTHING: Interval = (None, None)
DAYS = {"D": 1, "W": 7, "FN": 14}
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(T.*)?")
MONTH = re.compile(r"(\d{4})-(\d\d)")
WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")
PART = re.compile(r"(\d{4})-([HQ])([1-4])")
SPAN = re.compile(r"\d{2,4}")
EARLY = re.compile(r"\b(?:early|beginning|start|opening|onset|outset|first half|turn)\b", re.IGNORECASE)
MID = re.compile(r"\b(?:mid|middle)\b", re.IGNORECASE)
LATE = re.compile(r"\b(?:late|end|close|conclusion|latter|second half)\b", re.IGNORECASE)


class Moment(NamedTuple):
    """A date of which the day, or the day and the month, may be unknown."""

    year: int
    month: int | None = None
    day: int | None = None

    def date(self) -> datetime.date | None:
        """The day, where it is known."""
        return make_date(self.year, self.month, self.day) if self.month and self.day else None

    def first(self) -> datetime.date | None:
        """The first day that it can be."""
        return make_date(self.year, self.month or 1, self.day or 1)


def make_date(year: int, month: int, day: int) -> datetime.date | None:
    """The date, None where the calendar has none such."""
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        return None
    return datetime.date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None


def month_span(year: int, month: int) -> Interval:
    """The first and the last day of a month."""
    if not 1 <= year <= 9999:
        return NOTHING
    return datetime.date(year, month, 1), datetime.date(year, month, calendar.monthrange(year, month)[1])


def add_months(date: datetime.date, months: int) -> datetime.date | None:
    """The same day some months on, or the last of that month."""
    total = date.year * 12 + date.month - 1 + months
    year, month = divmod(total, 12)
    if not 1 <= year <= 9999:
        return None
    return datetime.date(year, month + 1, min(date.day, calendar.monthrange(year, month + 1)[1]))


def add_days(date: datetime.date, days: int) -> datetime.date | None:
    """The day some days on, None beyond the calendar."""
    ordinal = date.toordinal() + days
    return datetime.date.fromordinal(ordinal) if 1 <= ordinal <= datetime.date.max.toordinal() else None


def add(date: datetime.date, count: int, unit: str) -> datetime.date | None:
    """The day some units on."""
    if unit in ("H", "M60", "S"):
        return add_days(date, round(count / 24) if unit == "H" else 0)
    if unit in DAYS:
        return add_days(date, count * DAYS[unit])
    return add_months(date, count * {"M": 1, "Y": 12, "DE": 120, "CE": 1200}[unit])


def value_at(date: datetime.date, unit: str) -> str:
    """The TIMEX3 value of the day, week, month, year ... that holds the date."""
    if unit == "W":
        year, week, _ = date.isocalendar()
        return f"{year:04d}-W{week:02d}"
    digits = {"D": 10, "M": 7, "Y": 4, "DE": 3, "CE": 2}.get(unit, 10)
    return date.isoformat()[:digits]


def interval_of(value: str) -> Interval:
    """The first and the last day of a TIMEX3 date; nothing for what is no date or has unknown parts."""
    if match := DAY.fullmatch(value):
        date = make_date(int(match[1]), int(match[2]), int(match[3]))
        return date, date
    if match := MONTH.fullmatch(value):
        return month_span(int(match[1]), int(match[2])) if 1 <= int(match[2]) <= 12 else NOTHING
    if match := WEEK.fullmatch(value):
        return _week(int(match[1]), int(match[2]), weekend=match[3] is not None)
    if match := SEASON.fullmatch(value):
        start = make_date(int(match[1]), SEASON_MONTHS[match[2]], 1)
        after = add_months(start, 3) if start else None
        return (start, add_days(after, -1)) if after else NOTHING
    if match := PART.fullmatch(value):
        months = 6 if match[2] == "H" else 3
        last = months * int(match[3])
        return (month_span(int(match[1]), last - months + 1)[0], month_span(int(match[1]), last)[1]) if last <= 12 else NOTHING
    if SPAN.fullmatch(value):
        return make_date(int(value.ljust(4, "0")), 1, 1), make_date(int(value.ljust(4, "9")), 12, 31)
    return NOTHING


def _week(year: int, week: int, *, weekend: bool) -> Interval:
    if not 1 <= week <= 53 or not 1 <= year <= 9998:
        return NOTHING
    monday = datetime.date.fromisocalendar(year, 1, 1) + datetime.timedelta(weeks=week - 1)
    return monday + datetime.timedelta(days=5 if weekend else 0), monday + datetime.timedelta(days=6)


def narrowed(interval: Interval, text: str) -> Interval:
    """The part of a month, season or year that `early`, `mid`, `the end of` in the text leave."""
    start, end = interval
    if start is None or end is None or (end - start).days < 20 or "arlier" in text or "ater" in text:
        return interval
    length = (end - start).days + 1
    third = length // 3
    if MID.search(text):
        return add_days(start, third - (length < 40)), add_days(start, length - third - 1)
    if EARLY.search(text):
        return start, add_days(start, third - 1)
    if LATE.search(text):
        return add_days(end, -third + 1), end
    return interval


def month_in(word: str) -> int | None:
    """The month of a number, or the first of a season."""
    return SEASON_MONTHS.get(word) or (int(word) if word.isdigit() else None)


def stepped(base: Moment, count: int, unit: str) -> str | None:
    """The value of the day, month, year ... some steps from a moment, as far as the moment is known."""
    known = base.date()
    if known is None and (unit in ("Y", "DE", "CE") or (unit == "M" and base.month is not None)):
        known = base.first()
    if known is not None:
        date = add(known, count, unit)
        return value_at(date, unit) if date else None
    return f"{base.year:04d}-" + {"W": "WXX", "D": "XX-XX"}.get(unit, "XX")


def weekday_from(base: datetime.date, weekday: int, way: str) -> datetime.date | None:
    """The nearest such weekday: `<` before, `<=` up to, `>` after, `>=` from, `=` in the week of the date."""
    if way == "=":
        return add_days(base, weekday - base.isoweekday())
    if way in ("<", "<="):
        back = (base.isoweekday() - weekday) % 7
        return add_days(base, -(back or (7 if way == "<" else 0)))
    ahead = (weekday - base.isoweekday()) % 7
    return add_days(base, ahead or (7 if way == ">" else 0))
