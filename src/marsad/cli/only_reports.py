"""A flow without readers, until they are all there: reports and what was set aside."""

from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any

from marsad.ingest.copies import find_copies
from marsad.model.mention import Mentions
from marsad.model.report import Report, SetAside


def read(inputs: Iterable[Report | SetAside]) -> Any:
    """Reports with copies found; nothing is read in them."""
    records = list(inputs)
    reports = find_copies([record for record in records if isinstance(record, Report)])
    aside = [record for record in records if isinstance(record, SetAside)]
    return SimpleNamespace(reports=reports, mentions={}, claims=[], figures=[], holdings=[], incidents=[], set_aside=aside)


def read_reports(reports: Iterable[Report]) -> Any:
    """Reports without mentions and claims."""
    return [SimpleNamespace(report=report, mentions=Mentions(), claims=()) for report in reports]
