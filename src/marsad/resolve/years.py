"""Which year a date belongs to that tells none: by the years told around it in histories, by tense and nearness in news."""

import bisect
import datetime
import re
from collections.abc import Sequence

from marsad.model.mention import TimeMention
from marsad.resolve.calendar import Moment, make_date
from marsad.resolve.tense import is_future, is_past

OPENS = re.compile(r"(?:^|[.!?\n(\"\u201d])\s*(?:[A-Z]\w* ){0,3}$")
YEAR = re.compile(r"\d{4}")
YEAR_TURNS_AFTER = 8  # months back that make a date without a year belong to the next one
TURNS_SOON_AFTER = 4  # the same where the next year is told further on
NEXT_TOLD = 3  # years told further on that are looked at
NEAR_DAYS = 75


class ToldYears:
    """The dates of a text that tell their year, in order."""

    def __init__(self, text: str, mentions: Sequence[TimeMention]) -> None:
        self._text = text
        self._dated = [m for m in mentions if m.kind == "date" and YEAR.match(m.value or "")]
        self._starts = [m.start for m in self._dated]

    def _years(self, first: int, last: int) -> list[int]:
        return [int((m.value or "")[:4]) for m in self._dated[max(0, first) : last]]

    def ahead(self, mention: TimeMention, running: Moment | None) -> int | None:
        """The next year told that is none of a time long past."""
        i = bisect.bisect_right(self._starts, mention.start)
        years = self._years(i, i + NEXT_TOLD)
        floor = running.year - 1 if running else 0
        return next((y for y in years if y >= floor), years[0] if years else None)

    def in_passing(self, mention: TimeMention, value: str, running: Moment | None) -> bool:
        """Whether a year leaves the story's own alone: those before and behind agree on another, or the next is nearer to it."""
        return self._is_excursion(mention) or self._is_aside(mention, int(value[:4]), running)

    def _is_excursion(self, mention: TimeMention) -> bool:
        if not YEAR.match(mention.value or ""):
            return False
        i = bisect.bisect_left(self._starts, mention.start)
        before, after = self._years(i - 1, i), self._years(i + 1, i + 2)
        if not before or not after:
            return False
        year, one, two = int((mention.value or "")[:4]), before[0], after[0]
        return abs(one - two) <= 1 and min(abs(year - one), abs(year - two)) >= 2

    def _is_aside(self, mention: TimeMention, year: int, running: Moment | None) -> bool:
        ahead = self.ahead(mention, running)
        if running is None or ahead is None:
            return False
        before = self._text[max(0, mention.start - 30) : mention.start]
        return OPENS.search(before) is None and abs(ahead - running.year) < abs(ahead - year)

    def year_for(self, mention: TimeMention, month: int, running: Moment) -> int:
        """The year of a month in a story that has come to `running`; guesses do not drift beyond the years told around."""
        year = running.year
        ahead = self.ahead(mention, running)
        turns_after = TURNS_SOON_AFTER if ahead is not None and ahead > year else YEAR_TURNS_AFTER
        if running.month is not None and running.month - month >= turns_after:
            year += 1
        i = bisect.bisect_left(self._starts, mention.start)
        around = [*self._years(i - 1, i), *([] if ahead is None else [ahead])]
        return min([year, max(around)]) if around else year


def news_year(text: str, mention: TimeMention, month: int, day: int | None, published: datetime.date) -> tuple[int, str]:
    """The year of a date in news, and how it was found: the past one, unless the verb looks ahead or the day is soon to come."""
    candidate = (month, day or (published.day if month == published.month else 1))
    now = (published.month, published.day)
    if is_future(text, mention.start, mention.end):
        return published.year + (candidate < now), "tense"
    bounding = mention.relation in ("by", "until")  # "agreed to leave by 30 April"
    if mention.relation != "since" and _is_near(candidate, published) and (bounding or not is_past(text, mention.start, mention.end)):
        return published.year + (candidate < now), "anchor:published"
    return published.year - (candidate > now), "anchor:published"


def _is_near(candidate: tuple[int, int], published: datetime.date) -> bool:
    """Whether the date lies in the weeks to come: of last year's a report would say so."""
    year = published.year + (candidate < (published.month, published.day))
    date = make_date(year, *candidate)
    return date is not None and 0 <= (date - published).days <= NEAR_DAYS


def year_with_weekday(year: int, month: int, day: int, weekday: int) -> int:
    """The year, or the one before or after it in which the day falls on that weekday."""
    for candidate in (year, year - 1, year + 1):
        date = make_date(candidate, month, day)
        if date is not None and date.isoweekday() == weekday:
            return candidate
    return year
