"""Claims beside their reports, places and roots, ready to be compared."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from marsad.model.claim import Claim, PlaceRole
from marsad.model.report import Report
from marsad.reconcile import value
from marsad.reconcile.families import is_body
from marsad.reconcile.independence import Rewrites, root_of
from marsad.reconcile.parts import parts_of
from marsad.reconcile.retold import retell
from marsad.reconcile.said import Said, main_place, published
from marsad.reconcile.together import together
from marsad.reconcile.where import Places, Where, within
from marsad.resolve.whole_war import concerns_whole_war

NEAR = 700  # characters back to the sentence whose place is meant
_ELSEWHERE = re.compile(r"\b(?:in|at|near) [A-Z][a-z]{2}")
SENTENCE = 120  # characters behind a count in which it says of what
LENT_DAYS = 30
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
    return _borrow(found)


def exact_number(claim: Claim) -> float | None:
    """The claim's number where it has three digits or more that carry meaning."""
    best = claim.quantity.best if claim.quantity is not None else None
    return best if best is not None and value.digits(best) >= 3 else None


def _of_report(report: Report, claims: Sequence[Claim], rewrites: Rewrites, places: Places) -> list[Said]:
    found: list[Said] = []
    last: tuple[Where, Claim, PlaceRole | None] | None = None
    original = rewrites.original(report.id)
    parts = parts_of(report, claims)
    for claim, fuller in retell(claims):
        place = main_place(claim)
        where = places.of(report.id, place) if place else None
        if where is not None and claim.kind in PEOPLE:
            where = together(report, claim, where, places)
        role: PlaceRole | None = place.role if place else None
        from_context = False
        if where is not None and where.kind != "country" and where.lat is not None:
            last = (where, claim, role)
        elif where is None and claim.kind in PEOPLE and last and _close(claim, last[1]) and not _told_elsewhere(report, claim):
            moved = claim.kind == "displacement" == last[1].kind
            where, role, from_context = last[0], last[2] if moved else "at", True
        root = root_of(claim, rewrites.first_print(claim))
        day = published(report)
        found.append(Said(claim, report, original.id, day, where, role, root, from_context, fuller=fuller, part=parts.get(claim.id)))
    return found


def _close(claim: Claim, before: Claim) -> bool:
    same_field = claim.evidence.field == before.evidence.field
    return same_field and claim.evidence.start - before.evidence.end <= NEAR


def _told_elsewhere(report: Report, claim: Claim) -> bool:
    """True where the sentence says that the whole war is meant, or names another place that the claim does not take up."""
    kept, told = report.kept(claim.evidence.field), claim.evidence
    rest = kept[told.start : told.end + SENTENCE].partition(". ")[0] if kept else told.text
    return concerns_whole_war(rest) or (claim.kind == "response" and _ELSEWHERE.search(told.text) is not None)


def _borrow(said: Sequence[Said]) -> list[Said]:
    """A number without a source goes back to whom another claim names for the very same number at that time."""
    named: dict[tuple[str, float], list[Said]] = defaultdict(list)
    for one in said:
        number = exact_number(one.claim)
        if number is not None and not one.root.own:
            named[one.claim.type, number].append(one)
    return [_borrowed(one, named) for one in said]


def _borrowed(one: Said, named: dict[tuple[str, float], list[Said]]) -> Said:
    number = exact_number(one.claim)
    if number is None or not one.root.own:
        return one
    if is_body(one.root.name):  # an agency that prints its own count needs nobody else for it
        return one
    near = [other for other in named.get((one.claim.type, number), ()) if _same_days(one, other) and _same_ground(one.where, other.where)]
    if not near:
        return one
    lender = min(near, key=lambda other: (other.report.id != one.report.id, other.order))
    return replace(one, root=lender.root, borrowed=True)


def _same_ground(one: Where | None, other: Where | None) -> bool:
    """False where the two counts are of different places: the same number may be counted twice by chance."""
    return one is None or other is None or one.base == other.base or within(one, other) or within(other, one)


def _same_days(one: Said, other: Said) -> bool:
    if one.published is None or other.published is None:
        return one.published == other.published
    return abs((one.published - other.published).days) <= LENT_DAYS
