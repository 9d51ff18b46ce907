"""What a count was before: "up from 68,000 in May" tells of 68,000 in May beside what there are now."""

from collections.abc import Iterator, Sequence

import msgspec

from marsad.grammar.compared import is_compared, joined
from marsad.grammar.draft import Draft
from marsad.grammar.sentence import Sentence
from marsad.model.mention import QuantityMention, Span, TimeMention

COUNTING = ("displacement", "population", "casualty")


def with_earlier(s: Sentence, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, and behind each what its count is told to have been at an earlier time, where that time is told."""
    made: list[Draft] = []
    for d in drafts:
        made.append(d)
        if d.card.kind in COUNTING and d.quantity is not None and d.status in ("asserted", "estimated"):
            made += [_at_that_time(d, number, time) for number, time in _before(s, d.quantity)]
    return made


def _at_that_time(d: Draft, number: QuantityMention, time: TimeMention) -> Draft:
    """The draft with the number and the time of the comparison; of a total without a stretch of its own it was reached by that time."""
    if d.card.claim.measure != "stock" and not d.times:
        time = msgspec.structs.replace(time, relation="by")
    evidence = Span(min(d.evidence.start, number.start), max(d.evidence.end, number.end))
    return msgspec.structs.replace(d, quantity=number, times=(time,), told=(), evidence=evidence, since=False)


def _before(s: Sentence, now: QuantityMention) -> Iterator[tuple[QuantityMention, TimeMention]]:
    """The number with which a count is compared, and its time: "up from 68,000 in May", "from 68,000 in May to 90,000"."""
    counts = [c for c in s.quantities if c[2].unit in (None, now.unit)]
    here = next((n for n, (_, _, m) in enumerate(counts) if m.start == now.start), None)
    if here is None:
        return
    reached = s.lower(counts[here][0] - 1) == "to"
    for first, last, m in counts[max(here - 1, 0) : here + 2]:
        compared = is_compared(s, first) if m.start > now.start else reached and s.lower(first - 1) == "from"
        time = next((t for at, _, t in s.times if joined(s, last, at)), None) if compared else None
        if time is not None:
            yield msgspec.structs.replace(m, unit=now.unit), time
