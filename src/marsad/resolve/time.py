"""Anchors times: to the report's date in news, to the running date of the story in histories."""

import re
from collections.abc import Sequence

from marsad.model.mention import TimeMention
from marsad.model.report import Report
from marsad.resolve.story import Anchor, Story

FEWEST_YEARS = 2
FEWEST_OLD = 6


def resolve_times(report: Report, mentions: Sequence[TimeMention]) -> list[TimeMention]:
    """The mentions with TIMEX3 values and the interval of days that each bounds; what cannot be known stays open."""
    anchor = anchor_of(report, mentions)
    resolved: list[TimeMention] = []
    for field in ("title", "text"):
        chosen = [m for m in mentions if m.field == field]
        if chosen:
            resolved += Story(report.kept(field), chosen, anchor).told()
    return resolved


def anchor_of(report: Report, mentions: Sequence[TimeMention]) -> Anchor:
    """News counts from its publication; a text that has none, or tells of years long before it, counts from its own dates."""
    years = [int(m.value[:4]) for m in mentions if m.value is not None and re.match(r"\d{4}", m.value)]
    if report.published is None:
        return Anchor(None, len(years) >= FEWEST_YEARS)
    old = sum(year < report.published.year - 1 for year in years)
    return Anchor(report.published, old >= FEWEST_OLD and old > 0.8 * len(years) and old >= 0.3 * len(mentions))
