"""Claims beside their reports, places and roots, ready to be compared."""

from collections import defaultdict
from collections.abc import Sequence

from marsad.model.claim import Claim, PlaceRole
from marsad.model.report import Report
from marsad.reconcile.independence import Rewrites, root_of
from marsad.reconcile.said import Said, main_place, published
from marsad.reconcile.where import Places, Where

NEAR = 700  # characters back to the sentence whose place is meant
PEOPLE = frozenset({"displacement", "population", "response"})


def say_all(reports: Sequence[Report], claims: Sequence[Claim], rewrites: Rewrites, places: Places) -> list[Said]:
    """Every claim with its report, place and root, by report and then by place in the text."""
    by_id = {report.id: report for report in reports}
    by_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_report[claim.report].append(claim)
    found: list[Said] = []
    for report in sorted(by_report):
        in_order = sorted(by_report[report], key=lambda claim: (claim.evidence.field == "text", claim.evidence.start, claim.id))
        found.extend(_of_report(by_id[report], in_order, rewrites, places))
    return found


def _of_report(report: Report, claims: Sequence[Claim], rewrites: Rewrites, places: Places) -> list[Said]:
    found: list[Said] = []
    last: tuple[Where, Claim, PlaceRole | None] | None = None
    original = rewrites.original(report.id)
    for claim in claims:
        place = main_place(claim)
        where = places.of(report.id, place) if place else None
        role: PlaceRole | None = place.role if place else None
        from_context = False
        if where is not None and where.kind != "country":
            last = (where, claim, role)
        elif where is None and claim.kind in PEOPLE and last and _close(claim, last[1]):
            moved = claim.kind == "displacement" == last[1].kind
            where, role, from_context = last[0], last[2] if moved else "at", True
        root = root_of(claim, rewrites.first_print(claim))
        day = published(report)
        found.append(Said(claim, report, original.id, day, where, role, root, from_context))
    return found


def _close(claim: Claim, before: Claim) -> bool:
    same_field = claim.evidence.field == before.evidence.field
    return same_field and claim.evidence.start - before.evidence.end <= NEAR
