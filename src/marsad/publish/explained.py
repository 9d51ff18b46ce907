"""Claims with their reasons beside them: the sentence, the words that were understood in it, and the card."""

from collections.abc import Iterator
from typing import Any

import msgspec

from marsad.model.claim import Claim
from marsad.model.mention import Mention, Mentions
from marsad.model.report import Report
from marsad.publish.jsonl import Run, encoded, mention_fields

AROUND = 160  # characters of context on either side


def explained_lines(run: Run) -> Iterator[bytes]:
    """A line for each claim as in claims.jsonl, with `explain`: card, context, mentions."""
    reports = {report.id: report for report in run.reports}
    for claim in sorted(run.claims, key=lambda claim: (claim.report, claim.evidence.start, claim.evidence.end, claim.id)):
        fields: dict[str, Any] = msgspec.to_builtins(claim)
        fields["explain"] = explanation(claim, reports[claim.report], run.mentions.get(claim.report, Mentions()))
        yield encoded(fields)


def explanation(claim: Claim, report: Report, mentions: Mentions) -> dict[str, Any]:
    """The card that made the claim, the words around its evidence and the mentions inside."""
    kept = report.kept(claim.evidence.field)
    start, end = max(0, claim.evidence.start - AROUND), min(len(kept), claim.evidence.end + AROUND)
    return {
        "card": claim.card,
        "before": kept[start : claim.evidence.start],
        "after": kept[claim.evidence.end : end],
        "mentions": [mention_fields(mention) for mention in _inside(claim, mentions)],
    }


def _inside(claim: Claim, mentions: Mentions) -> list[Mention]:
    groups: tuple[tuple[Mention, ...], ...] = (mentions.places, mentions.times, mentions.quantities, mentions.actors, mentions.attributions)
    field, start, end = claim.evidence.field, claim.evidence.start, claim.evidence.end
    inside = [mention for group in groups for mention in group if mention.field == field and mention.start < end and mention.end > start]
    return sorted(inside, key=lambda mention: (mention.start, mention.end, type(mention).__name__))
