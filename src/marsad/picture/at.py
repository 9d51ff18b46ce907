"""The picture as of one date, from the reports that were out by then."""

import datetime
from collections.abc import Sequence

import msgspec

from marsad.model.claim import Claim
from marsad.model.picture import Figure, Freshness, Holding, Picture, Reconciled
from marsad.model.report import Report, SetAside
from marsad.picture.gaps import gaps
from marsad.picture.outlook import outlooks
from marsad.picture.sources import source_lines
from marsad.reconcile import infer_dates, reconcile
from marsad.reconcile.said import published

FRESH_DAYS = 7
AGEING_DAYS = 30
KINDS = ("displacement", "population", "response", "casualty", "control", "event")


def picture_at(
    as_of: datetime.date | None,
    reports: Sequence[Report],
    reconciled: Reconciled | None,
    claims: Sequence[Claim],
    set_aside: Sequence[SetAside] = (),
) -> Picture:
    """The picture of all that was published by the date; without a date, by the newest report."""
    dated = infer_dates(reports, claims)
    days = sorted(day for report in dated if (day := published(report)))
    newest = days[-1] if days else None
    until = as_of or newest
    if reconciled is None or (until is not None and newest is not None and until < newest):
        dated, claims = known_by(until, dated, claims)
        days = [day for report in dated if (day := published(report))]
        reconciled = reconcile(dated, claims)
    holdings = tuple(aged(holding, until) for holding in reconciled.holdings)
    figures = tuple(sorted(reconciled.figures, key=prominence))
    return Picture(
        as_of=until,
        first=min(days, default=None),
        reports=tuple(sorted(report.id for report in dated)),
        figures=figures,
        holdings=holdings,
        incidents=tuple(sorted(reconciled.incidents, key=lambda incident: (str(incident.time.end or ""), incident.id))),
        contradictions=reconciled.contradictions,
        checks=reconciled.checks,
        gaps=tuple(gaps(until, dated, figures, holdings, reconciled.incidents, claims, set_aside)),
        outlook=tuple(outlooks(until, figures, claims)),
        sources=tuple(source_lines(dated, claims, reconciled)),
        links=reconciled.links,
        unused=reconciled.unused,
    )


def known_by(day: datetime.date | None, reports: Sequence[Report], claims: Sequence[Claim]) -> tuple[list[Report], list[Claim]]:
    """The reports that were out on the day, and their claims; a report that cannot be dated at all is taken to be out."""
    out = [report for report in reports if day is None or (published(report) or report.published_earliest or day) <= day]
    ids = {report.id for report in out}
    return out, [claim for claim in claims if claim.report in ids]


def aged(holding: Holding, as_of: datetime.date | None) -> Holding:
    """The holding with the age of its newest word and how fresh that makes it."""
    if as_of is None or holding.as_of is None:
        return holding
    days = max(0, (as_of - holding.as_of).days)
    freshness: Freshness = "fresh" if days <= FRESH_DAYS else "ageing" if days <= AGEING_DAYS else "stale"
    reasons = holding.reasons
    if holding.to is None and days > FRESH_DAYS:
        reasons = (*reasons, f"no report of it for {days} days")
    return msgspec.structs.replace(holding, age_days=days, freshness=freshness, reasons=reasons)


def prominence(figure: Figure) -> tuple[bool, bool, int, float, str]:
    """Current figures first, then by kind, then the larger ones."""
    size = figure.best or figure.high or figure.low or 0.0
    kind = KINDS.index(figure.kind) if figure.kind in KINDS else len(KINDS)
    return (figure.status == "superseded", figure.doubtful, kind, -size, figure.id)
