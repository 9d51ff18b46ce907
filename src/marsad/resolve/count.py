"""How many, of what, and counted how: the unit and the measure of a claim's count."""

import re

from marsad.grammar.draft import Draft
from marsad.model.claim import AlsoQuantity, ClaimTime, Measure, Quantity
from marsad.model.mention import QuantityMention

MANY = 1000  # so many killed, or struck so often, is no one incident unless a day is named
LONG = 6  # days: a count over a longer time than this is cumulative, not one incident
STOCKS = {("displacement", "sheltering")}
PERFECT = re.compile(r"\b(?:has|have|had)\s+(?:\w+\s+){0,2}(?:killed|wounded|injured|died|claimed|lost|been)\b", re.IGNORECASE)
COUNTED_SINCE = re.compile(r"\bso far (?:this|in|during)\b|\bthis (?:year|month) so far\b", re.IGNORECASE)
LASTING = re.compile(
    r"\b(?:battles?|fighting|war|conflict|offensive|operations?|campaign|siege|unrest|hostilities|violence)\b", re.IGNORECASE
)


def claim_count(draft: Draft, time: ClaimTime) -> Quantity | None:
    """The count that a claim makes, in its unit and by its measure; None where it counts nothing."""
    q = draft.quantity
    if q is None:
        return None
    unit = _unit(draft, q)
    return Quantity(
        text=q.text,
        low=q.low,
        best=q.best,
        high=q.high,
        approximate=q.approximate,
        unit=unit,
        measure=_measure(draft, q, time, unit),
        per=q.per,
        also=tuple(AlsoQuantity(a.low, a.best, a.high, a.unit) for a in q.also),
    )


def _unit(draft: Draft, q: QuantityMention) -> str | None:
    if draft.card.claim.unit:
        return draft.card.claim.unit
    counted = draft.counted.role if draft.counted else ""
    if (
        draft.card.kind in ("displacement", "population", "casualty")
        or counted in ("victim", "who")
        or (draft.card.kind == "event" and counted == "target")
    ):
        if draft.card.kind == "event" and q.unit not in (None, "person", "household", "percent", "fighter"):
            return q.unit
        return q.unit if q.unit in ("household", "percent") else "person"
    if draft.card.kind == "event" and draft.card.claim.type == "air_strike":
        return "strike"
    if draft.card.kind == "control" and q.unit is None:
        return "place"
    return q.unit


def _measure(draft: Draft, q: QuantityMention, time: ClaimTime, unit: str | None) -> Measure | None:
    if q.per:
        return "rate"
    card = draft.card
    if card.claim.measure:
        return card.claim.measure
    if unit == "percent" or card.kind == "control":
        return None
    since = draft.since or any(
        t.relation in ("since", "for", "during") and (t.relation == "since" or t.kind == "duration") or t.kind == "duration"
        for t in draft.times
    )
    since = since or COUNTED_SINCE.search(draft.passage.text) is not None
    days = (time.end - time.start).days if time.start and time.end else None
    if card.kind == "displacement":
        if (card.kind, card.claim.type) in STOCKS or draft.state:
            return "stock"
        return "incident" if days is not None and days <= 1 and not since else "cumulative"
    if card.kind in ("casualty", "event"):
        if q.low == q.high == 1:
            return "incident"  # one person dies once, however vague the day
        undated = (q.low or q.best or 0) >= MANY and time.start is None
        lasting = card.kind == "casualty" and time.start is None and _over_a_fight(draft)
        reached = time.start is None and any(t.relation in ("by", "until") for t in draft.times)
        return "cumulative" if since or undated or lasting or reached or (days is not None and days > LONG) else "incident"
    return "cumulative" if card.kind == "response" else "stock"


def _over_a_fight(draft: Draft) -> bool:
    """Whether those harmed are counted over a fight that goes on: "the battle has killed 443 people", not "a blast has"."""
    start = draft.passage.start
    words = draft.passage.text[max(0, draft.evidence.start - start - 20) : draft.evidence.end - start + 40]
    return PERFECT.search(words) is not None and LASTING.search(words) is not None
