"""Stretches in which something came about, which end at the report: "fled in the space of three days", "in less than two weeks"."""

import datetime
import re

from marsad.model.mention import TimeMention
from marsad.resolve.calendar import Moment
from marsad.resolve.tense import is_past

FRAME = re.compile(
    r"\b(?:in|within|inside|over)(?: the)?(?: (?:space|course|span) of(?: the)?| a period of)?"
    r"(?: (?:just|only|barely|under|little more than|a mere))?\s*$",
    re.IGNORECASE,
)
SHORT = re.compile(r"P(?:T[\dX]+[HM]|[\dX]+D|[1-8]W|XW)")
# what is ordered, wanted or told again: "told to leave within 24 hours", "the second raid in two days"
OPEN = re.compile(
    r"\b(?:told|tells|order\w*|deadline|ultimatum|demand\w*|must|should|could|can|may|might|if|unless|promis\w*|agreed|expir\w*"
    r"|hop(?:e|es|ed|ing)|plan\w*|want\w*|expect\w*|aim\w*|intend\w*|prepar\w*|vow\w*|threat\w*|likely"
    r"|first|second|third|fourth|fifth|every|each|once|twice|after|before|later|earlier)\b",
    re.IGNORECASE,
)
SENTENCE = 240  # characters looked at on either side
ENDS = re.compile(r"[.!?]\s|\n")
FRESH = 31  # days between the report and the last day told of


def has_elapsed(text: str, mention: TimeMention, told: Moment | None, published: datetime.date) -> bool:
    """Whether a short stretch is the one that ends with the report: told of as past, in a sentence and a story that have no older day."""
    if SHORT.fullmatch(mention.value or "") is None or FRAME.search(text, max(0, mention.start - SENTENCE), mention.start) is None:
        return False
    if told is not None and ((last := told.date()) is None or not 0 <= (published - last).days <= FRESH):
        return False
    before = text[max(0, mention.start - SENTENCE) : mention.start]
    opens = [m.end() for m in ENDS.finditer(before)]
    after = text[mention.end : mention.end + SENTENCE]
    closes = ENDS.search(after)
    sentence = before[opens[-1] if opens else 0 :] + " " + after[: closes.start() if closes else None]
    return OPEN.search(sentence) is None and is_past(text, mention.start, mention.end)
