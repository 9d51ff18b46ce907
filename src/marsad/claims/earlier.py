"""What a count was before: "up from 68,000 in May" tells of 68,000 in May beside what there are now."""

from collections.abc import Iterator, Sequence

import msgspec

from marsad.grammar.draft import Draft
from marsad.grammar.sentence import Sentence
from marsad.grammar.when import IN_BETWEEN, is_compared
from marsad.model.mention import QuantityMention, Span, TimeMention

COUNTING = ("displacement", "population", "casualty")
REACH = 4  # tokens between a number and its time: "68,000 at the end of May"


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
    reached = d.card.claim.measure != "stock" and not d.times
    evidence = Span(min(d.evidence.start, number.start), max(d.evidence.end, number.end))
    assert d.quantity is not None
    count = msgspec.structs.replace(number, unit=d.quantity.unit)
    return msgspec.structs.replace(
        d,
        quantity=count,
        times=(msgspec.structs.replace(time, relation="by") if reached else time,),
        told=(),
        evidence=evidence,
        since=False,
    )


def _before(s: Sentence, now: QuantityMention) -> Iterator[tuple[QuantityMention, TimeMention]]:
    """The number with which a count is compared, and its time: "up from 68,000 in May", "from 68,000 in May to 90,000"."""
    counts = [c for c in s.quantities if c[2].unit in (None, now.unit)]
    here = next((n for n, (_, _, m) in enumerate(counts) if m.start == now.start), None)
    if here is None:
        return
    reached = s.lower(counts[here][0] - 1) == "to"
    for first, last, m in counts[max(here - 1, 0) : here + 2]:
        time = next((t for at, _, t in s.times if last < at <= last + REACH and _joined(s, last, at)), None)
        compared = is_compared(s, first) if m.start > now.start else reached and s.lower(first - 1) == "from"
        if m.start != now.start and compared and time is not None:
            yield m, time


def _joined(s: Sentence, last: int, at: int) -> bool:
    """Whether nothing but words of time and place stands between a number and a time."""
    return all(s.tokens[k].pos in IN_BETWEEN for k in range(last + 1, at))
