"""Which counts are parts of others: "seven people, among them two children", "33,000 people, of whom 15,200"."""

import re
from collections.abc import Sequence

from marsad.model.claim import Claim
from marsad.model.report import Report

PEOPLE = frozenset({"displacement", "population", "response"})
COUNTED = PEOPLE | {"casualty"}
LOOK = 8  # counts behind a whole that are looked at for its parts
SENTENCE = 260  # characters between a whole and its part
_BEFORE = re.compile(
    r"(?:\b(?:including|among them|among whom|among the dead|amongst them|of whom|of them|of which|most of them|comprising|counting)\b"
    r"|\bincluded)[\s,:]{1,3}(?:at least |some |about |around |nearly |more than |over |up to |an estimated |many )?$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"[\s,]{1,3}(?:of (?:them|whom|which|those)|were (?:women|children|civilians))\b", re.IGNORECASE)
_AND = re.compile(r"[\w -]{0,30}(?:,| and| as well as)\s{1,2}$", re.IGNORECASE)
_ENDS = re.compile(r"[.!?][\"”’]?\s+[A-Z“\"]")


def parts_of(report: Report, claims: Sequence[Claim]) -> dict[str, str]:
    """The claims that count a part, each with the claim of the whole: as the words say, or of two like counts in one clause the smaller."""
    found = _overlapping(claims) | {claim.id: claim.part_of for claim in claims if claim.part_of is not None}
    counted = [claim for claim in claims if claim.kind in COUNTED and _best(claim) is not None]
    counted.sort(key=lambda claim: (claim.evidence.field, _at(claim), -(_best(claim) or 0), claim.id))
    for number, whole in enumerate(counted):
        behind = counted[number + 1 : number + 1 + LOOK]
        for part in behind:
            if part.id not in found and _like(whole, part) and _said_part(report, whole, part, behind, found):
                found[part.id] = whole.id
    return found


def _like(whole: Claim, part: Claim) -> bool:
    """Both count people of one matter, and the part is the smaller and stands behind the whole in its sentence."""
    one, other = _best(whole), _best(part)
    moved = {"displacement", "population"}
    matter = (whole.kind, whole.type) == (part.kind, part.type) or {whole.kind, part.kind} <= moved
    if not matter or one is None or other is None or other >= one or whole.evidence.field != part.evidence.field:
        return False
    return _at(whole) < _at(part) <= _at(whole) + SENTENCE


def _said_part(report: Report, whole: Claim, part: Claim, counted: Sequence[Claim], found: dict[str, str]) -> bool:
    kept, at = report.kept(part.evidence.field), _at(part)
    between = kept[_at(whole) : at]
    if _ENDS.search(between):
        return False
    if _BEFORE.search(between) or _AFTER.match(kept, _end(part)):
        return True
    siblings = (one for one in counted if found.get(one.id) == whole.id and _end(one) <= at)
    return any(_AND.match(kept[_end(one) : at]) for one in siblings)


def _overlapping(claims: Sequence[Claim]) -> dict[str, str]:
    """Of two like counts, one told within the words of the other, the smaller is a part."""
    found: dict[str, str] = {}
    counted = [claim for claim in claims if claim.kind in PEOPLE and _best(claim)]
    for one, other in zip(counted, counted[1:], strict=False):
        a, b = one.quantity, other.quantity
        if a is None or b is None or a.best is None or b.best is None or a.best == b.best:
            continue
        alike = (one.type, one.evidence.field, a.unit, a.measure) == (other.type, other.evidence.field, b.unit, b.measure)
        within = other.evidence.start < one.evidence.end and (a.text in other.evidence.text or b.text in one.evidence.text)
        if alike and within and one.kind == other.kind:
            small, large = (one, other) if a.best < b.best else (other, one)
            found[small.id] = large.id
    return found


def _best(claim: Claim) -> float | None:
    return claim.quantity.best if claim.quantity is not None and claim.quantity.unit != "percent" else None


def _at(claim: Claim) -> int:
    """Where the number stands in the field."""
    text = claim.quantity.text if claim.quantity is not None else ""
    inside = claim.evidence.text.find(text) if text else -1
    return claim.evidence.start + max(inside, 0)


def _end(claim: Claim) -> int:
    return _at(claim) + (len(claim.quantity.text) if claim.quantity is not None else 0)
