"""Calendar dates as headers, feeds and file fields write them; a year that is not written stays open."""

import datetime
import re
from email.utils import parsedate_to_datetime
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from marsad.languages import load_yaml

WORDS = Path(__file__).parent.parent / "languages" / "en" / "datelines.yml"
YEARS = range(1900, 2101)
IN_ADDRESS = re.compile(r"/(?P<year>(?:19|20)\d\d)(?P<mark>[/-])(?P<month>\d\d?|[A-Za-z]{3,9})(?P=mark)(?P<day>\d\d?)(?![\w.])")
BARE_YEAR = r"(?<=[ \t-])(?<!,[ \t])\d\d(?![ \t]+[a-z])"  # "3 MAR 90", not "3 March, 16 villages"
YEAR_BEHIND = rf"(?:[ \t,-]{{0,3}}(?P<year>(?<=[ \t,-])\d{{4}}|{BARE_YEAR}|['’]\d\d)(?![\d:]))?"
COMPACT = r"(?<![\d-])(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"  # 20170303
ORDINAL = r"(?:st|nd|rd|th)?"


class PartialDate(msgspec.Struct, frozen=True):
    """A day whose year may be unsaid."""

    month: int
    day: int
    year: int | None = None

    def on(self, year: int | None = None) -> datetime.date | None:
        """The calendar day, or None where the year is unknown or the day does not exist."""
        chosen = self.year or year
        if chosen is None or chosen not in YEARS:
            return None
        try:
            return datetime.date(chosen, self.month, self.day)
        except ValueError:
            return None

    def near(self, published: datetime.date) -> datetime.date | None:
        """The day of that name that was last when the report came out."""
        if self.year:
            return self.on()
        latest = published + datetime.timedelta(days=1)
        days = (self.on(year) for year in (published.year + 1, published.year, published.year - 1))
        return next((day for day in days if day and day <= latest), None)


@cache
def words() -> dict[str, Any]:
    """The words of datelines, as `languages/en/datelines.yml` has them."""
    return msgspec.convert(load_yaml(WORDS), dict[str, Any])


@cache
def date_source() -> str:
    """A pattern for a written date, without anchors; `read_date` understands what it matches."""
    months = "|".join(sorted(words()["months"], key=len, reverse=True))
    weekdays = "|".join(sorted(words()["weekdays"], key=len, reverse=True))
    return (
        rf"(?:(?:{weekdays})\b\.?,?[ \t]{{1,3}})?"
        rf"(?:\d{{4}}-\d\d?-\d\d?|(?<![\d/])\d{{4}}/\d\d?/\d\d?(?![\d/])|{COMPACT}"
        rf"|\d\d?{ORDINAL}[ \t-]{{1,3}}(?:of )?(?:{months})\b\.?(?:[ \t,-]{{1,3}}(?:\d{{4}}|'\d\d|{BARE_YEAR})(?![\d:])|['’]\d\d(?!\d))?"
        rf"|(?:{months})\b\.?[ \t]{{1,3}}\d\d?{ORDINAL}(?!\d)(?:,?[ \t]{{1,3}}\d{{4}}(?!\d))?"
        r"|(?<![\d-])\d\d?[./-]\d\d?[./-]\d{4}(?!\d))"
    )


@cache
def _parts() -> tuple[re.Pattern[str], ...]:
    months = "|".join(sorted(words()["months"], key=len, reverse=True))
    return tuple(
        re.compile(source, re.IGNORECASE)
        for source in (
            r"(?P<year>\d{4})(?P<mark>[-/])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?)",
            rf"(?P<day>\d\d?){ORDINAL}[ \t-]{{1,3}}(?:of )?(?P<month>{months})\b\.?{YEAR_BEHIND}",
            rf"(?P<month>{months})\b\.?[ \t]{{1,3}}(?P<day>\d\d?){ORDINAL}(?!\d)(?:,?[ \t]{{1,3}}(?P<year>\d{{4}})(?!\d))?",
            r"(?P<day>\d\d?)(?P<either>[./-])(?P<month>\d\d?)(?P=either)(?P<year>\d{4})",
            COMPACT,
        )
    )


def read_date(written: str) -> PartialDate | None:
    """The day that the words name; 03/04/2017 names none, since it has two readings."""
    for pattern in _parts():
        if found := pattern.search(written):
            return _partial(found.groupdict())
    return None


def read_given(value: object) -> datetime.date | None:
    """The day in a field that should hold a date: ISO 8601, RFC 822, GDELT's digits or plain words; None where it has none."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or len(value) > 100:
        return None
    written = value.strip()
    if digits := re.match(r"(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?$", written):
        return PartialDate(int(digits[2]), int(digits[3]), int(digits[1])).on()
    if iso := re.match(r"(\d{4})-(\d\d)-(\d\d)(?!\d)", written):
        return PartialDate(int(iso[2]), int(iso[3]), int(iso[1])).on()
    partial = read_date(written)
    if partial and partial.year:
        return partial.on()
    return _rfc822(written)


def read_address(url: str | None) -> datetime.date | None:
    """The day in the path of a page's address, as papers and agencies file their pages: `/2013/05/04/`, `/2013/may/04/`."""
    if url is None or not (found := IN_ADDRESS.search(url)):
        return None
    month = found["month"].lower()
    if not month.isdigit() and month not in words()["months"]:
        return None
    return PartialDate(_month(month), int(found["day"]), int(found["year"])).on()


def _rfc822(written: str) -> datetime.date | None:
    try:
        return parsedate_to_datetime(written).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _partial(parts: dict[str, str | None]) -> PartialDate | None:
    month, day = _month(parts["month"] or ""), int(parts["day"] or 0)
    if parts.get("either") in ("/", "-") and day <= 12 and month <= 12 and day != month:
        return None
    if parts.get("either") in ("/", "-") and month > 12:
        day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return PartialDate(month, day, _year(parts["year"]))


def _month(written: str) -> int:
    return int(written) if written.isdigit() else int(words()["months"][written.lower()])


def _year(written: str | None) -> int | None:
    """Two digits below 50 lie in this century: no clock is asked."""
    if written is None:
        return None
    year = int(written.lstrip("'’"))
    if year >= 100:
        return year
    return 2000 + year if year < 50 else 1900 + year
