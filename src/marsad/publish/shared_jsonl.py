"""The contract's lines for an edition: exact in an internal one; in a public one masked, coarse and without the reports' text."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from marsad.model.claim import Claim
from marsad.model.picture import Figure, Holding, Incident
from marsad.model.report import Report
from marsad.publish.edition import Edition
from marsad.publish.mask import NAME, is_protected
from marsad.publish.private import is_private
from marsad.publish.table import shown_at

ENCODER = msgspec.json.Encoder()


def claim_lines(edition: Edition) -> Iterator[bytes]:
    """Claims by report, in the order of its words; `masked` says where words were withheld."""
    for claim in sorted(edition.claims, key=lambda c: (c.report, c.evidence.field != "title", c.evidence.start, c.evidence.end, c.id)):
        yield ENCODER.encode(claim if edition.internal else _public_claim(edition, claim))


def _public_claim(edition: Edition, claim: Claim) -> dict[str, Any]:
    """The claim with every text masked; offsets stay, so that the exact words can be found again where the report is kept."""
    protected = is_protected(claim.type)
    shown = msgspec.structs.replace(claim, places=tuple(edition.mask.place(p, protected=protected) for p in claim.places))
    fields = _masked(edition, msgspec.to_builtins(shown))
    for source, given in zip(fields["sources"], claim.sources, strict=True):
        if is_private(given):
            source |= {"text": NAME, "name": None, "person": None}
    assert isinstance(fields, dict)
    return fields | ({"masked": True} if fields["evidence"]["text"] != claim.evidence.text else {})


def _masked(edition: Edition, value: Any) -> Any:
    """The same structure with every text masked, ids and words of the vocabulary excepted by not holding names."""
    match value:
        case str():
            return edition.mask.text(value)
        case dict():
            return {k: v if k in {"id", "report", "card"} else _masked(edition, v) for k, v in value.items()}
        case list() | tuple():
            return [_masked(edition, v) for v in value]
    return value


def report_lines(edition: Edition) -> Iterator[bytes]:
    """Reports by id; a public edition tells what they are and their hash, never their text."""
    for report in sorted(edition.reports, key=lambda r: r.id):
        yield ENCODER.encode(report if edition.internal else _public_report(edition, report))


def _public_report(edition: Edition, report: Report) -> dict[str, Any]:
    kept = {"id", "title", "url", "published", "published_method", "publisher", "language", "sha256", "copy_of", "dateline"}
    fields = {k: v for k, v in msgspec.to_builtins(report).items() if k in kept}
    return fields | {"text": None, "title": edition.mask.text(report.title or "") or None}


def picture_lines(edition: Edition, name: str) -> Iterator[bytes]:
    """Figures, holdings or incidents by id."""
    lists: dict[str, Sequence[Figure | Holding | Incident]] = {
        "figures": edition.picture.figures,
        "holdings": edition.picture.holdings,
        "incidents": edition.picture.incidents,
    }
    for thing in sorted(lists[name], key=lambda t: t.id):
        if edition.internal:
            yield ENCODER.encode(thing)
            continue
        shown = msgspec.structs.replace(thing, place=shown_at(edition, thing.place, thing.claims))
        fields = msgspec.to_builtins(shown)
        ids = {k: fields[k] for k in ("id", "claims", "series", "reports") if k in fields}
        yield ENCODER.encode(_masked(edition, fields) | ids)
