"""Anchors times: to the report's date in news, to the running date of the story in histories."""

import datetime
import re
from collections.abc import Sequence

from marsad.model.mention import TimeMention
from marsad.model.report import Report
from marsad.resolve.portions import portioned
from marsad.resolve.story import Anchor, Story

YEAR = re.compile(r"\d{4}")
SPOKEN = re.compile(r"dct|XXXX-WXX-\d")  # from where the writer stands: yesterday, last month, on Tuesday
FEWEST_YEARS = 4
YEARS_TO_SPOKEN = 3
FEWEST_OLD = 6
WIRED = 3  # days after which a dispatch is printed at the latest


def resolve_times(report: Report, mentions: Sequence[TimeMention]) -> list[TimeMention]:
    """The mentions with TIMEX3 values and the interval of days that each bounds; what cannot be known stays open."""
    anchor = anchor_of(report, mentions)
    resolved: list[TimeMention] = []
    for field in ("title", "text"):
        chosen = [m for m in mentions if m.field == field]
        if chosen:
            told = Story(report.kept(field), chosen, anchor).told()
            resolved += portioned(report.kept(field), told, None if anchor.narrative else report.published)
    return resolved


def anchor_of(report: Report, mentions: Sequence[TimeMention]) -> Anchor:
    """News counts from its publication; a text that has none, or tells of years long before it, counts from its own dates."""
    years = [int(m.value[:4]) for m in mentions if m.value is not None and YEAR.match(m.value)]
    if report.published is None:
        spoken = sum(SPOKEN.match(m.value or "") is not None for m in mentions)
        return Anchor(None, len(years) >= max(FEWEST_YEARS, YEARS_TO_SPOKEN * spoken))
    old = sum(year < report.published.year - 1 for year in years)
    return Anchor(_written(report, report.published), old >= FEWEST_OLD and old > 0.8 * len(years) and old >= 0.3 * len(mentions))


def _written(report: Report, published: datetime.date) -> datetime.date:
    """The day of the dateline, from which a dispatch counts that a paper prints a day or two later; else the day of publication."""
    day = report.dateline.date if report.dateline else None
    return day if day is not None and 0 < (published - day).days <= WIRED else published
