"""What several reports together support: figures, holdings and incidents, each with its reasons."""

from collections.abc import Sequence

import msgspec

from marsad.model.claim import Claim
from marsad.model.picture import Contradiction, Holding, Reconciled, Unused
from marsad.model.report import Report
from marsad.reconcile.checks import checks_of
from marsad.reconcile.contradict import contradictions_of, deny
from marsad.reconcile.dating import infer_dates, retime
from marsad.reconcile.figure import draw_figures
from marsad.reconcile.holding import deny_holdings, enter, holder_contradictions, holding_of, periods_of, share_contradictions
from marsad.reconcile.incident import incidents_of
from marsad.reconcile.independence import Rewrites
from marsad.reconcile.observed import entries, is_named, observations
from marsad.reconcile.reasons import Reason
from marsad.reconcile.said import Said
from marsad.reconcile.same_figure import is_counted
from marsad.reconcile.saying import say_all
from marsad.reconcile.territory import spread
from marsad.reconcile.where import Places
from marsad.uncollected import uncollected

NOT_YET = frozenset({"expected", "planned"})


def reconcile(reports: Sequence[Report], claims: Sequence[Claim]) -> Reconciled:
    """Figures, holdings and incidents of all claims, whatever their order; each claim is in one of them or unused with a reason."""
    with uncollected():
        return _reconcile(infer_dates(reports, claims), claims)


def _reconcile(reports: Sequence[Report], claims: Sequence[Claim]) -> Reconciled:
    known, distinct_claims = _once(reports, retime(reports, claims))
    rewrites = Rewrites(known, distinct_claims)
    places = Places((claim.report, place) for claim in distinct_claims for place in claim.places)
    said = say_all(known, distinct_claims, rewrites, places)
    told = [one for one in said if one.claim.status not in NOT_YET]

    counted = [one for one in told if is_counted(one)]
    drawn, links = draw_figures([one for one in counted if not one.claim.negated], rewrites, places)
    denials, denied = deny(drawn, [one for one in counted if one.claim.negated])
    found = [*contradictions_of(drawn), *denials]

    holdings, clashes, held = _control(told, rewrites, places)
    incidents = incidents_of([one for one in told if _is_incident(one)], rewrites)
    figures = tuple(sorted((one.figure for one in drawn), key=lambda figure: (figure.kind, figure.type, figure.id)))
    used = {claim for figure in figures for claim in figure.claims} | denied | held
    used |= {claim for incident in incidents for claim in incident.claims}
    where = {one.figure.id: one.lead.where.key for one in drawn if one.lead.where}
    return Reconciled(
        figures=figures,
        holdings=tuple(holdings),
        incidents=tuple(sorted(incidents, key=lambda incident: incident.id)),
        contradictions=tuple(sorted([*found, *clashes], key=lambda one: (one.kind, one.id))),
        checks=tuple(sorted(checks_of(figures, where), key=lambda check: check.id)),
        links=tuple(sorted(links, key=lambda link: (link.other, link.one, link.verdict))),
        unused=tuple(Unused(claim=one.id, reason=_why_unused(one)) for one in said if one.id not in used),
    )


def _once(reports: Sequence[Report], claims: Sequence[Claim]) -> tuple[list[Report], list[Claim]]:
    """Each report and each claim once, in an order of their own; a claim whose report is missing gets an empty one."""
    by_id = {report.id: report for report in sorted(reports, key=lambda report: (report.id, report.sha256))}
    each = {claim.id: claim for claim in sorted(claims, key=lambda claim: (claim.id, claim.report))}
    for claim in each.values():
        by_id.setdefault(claim.report, Report(id=claim.report, text="", sha256=""))
    return [by_id[key] for key in sorted(by_id)], [each[key] for key in sorted(each)]


def _is_incident(one: Said) -> bool:
    claim = one.claim
    if claim.kind == "event":
        return claim.status not in ("denied", "possible")
    if claim.kind == "casualty":
        return not is_counted(one) and claim.status != "possible"
    return claim.kind == "responsibility"


def _control(told: Sequence[Said], rewrites: Rewrites, places: Places) -> tuple[list[Holding], list[Contradiction], set[str]]:
    control = [one for one in told if one.claim.kind == "control" and one.claim.status != "possible"]
    seen = list(observations((one for one in control if one.claim.status != "denied"), places))
    periods = periods_of(seen)
    advances = (one for one in told if one.claim.type == "advance" and one.claim.status not in ("denied", "possible"))
    enter(periods, entries(advances, places))
    deny_holdings(periods, observations((one for one in control if one.claim.status == "denied"), places))
    clashes = share_contradictions(periods)
    clashes += spread(periods, places)
    clashes += holder_contradictions(periods)
    taken: set[str] = set()
    in_order = [period for key in sorted(periods) for period in periods[key]]
    holdings = [holding_of(period, rewrites, taken) for period in in_order]
    by_key: dict[str, list[str]] = {}
    for holding, period in zip(holdings, in_order, strict=True):
        by_key.setdefault(period.where.key, []).append(holding.id)
    clashes = [msgspec.structs.replace(clash, about=tuple(by_key[clash.about[0]])) for clash in clashes]
    used = {claim for holding in holdings for claim in (*holding.claims, *holding.contradicted_by)}
    return holdings, clashes, used


def _why_unused(one: Said) -> str:
    claim = one.claim
    if claim.status in NOT_YET:
        return Reason.NOT_YET.value
    if claim.negated:
        return Reason.NOT_HAPPENED.value
    if claim.status == "possible":
        return Reason.POSSIBLE.value
    if claim.kind == "control":
        if not any(place.role in ("at", "target") and is_named(place) for place in claim.places):
            return Reason.NO_PLACE.value
        return Reason.PARTIAL.value
    return Reason.NO_NUMBER.value


__all__ = ["infer_dates", "reconcile", "retime"]
