"""Stretches that begin with what was told last: "since then", "within a week 900 had fled", "in the following weeks", "two weeks later"."""

import datetime
import re

from marsad.model.mention import TimeMention
from marsad.resolve.calendar import NOTHING, Interval, add
from marsad.resolve.tense import is_past

NEXT_WORDS = re.compile(r"\b(?:next|coming)\b", re.IGNORECASE)
FOLLOWING_WORDS = re.compile(r"\b(?:the|these|those) (?:following|ensuing|subsequent)\b", re.IGNORECASE)  # not "following 9 days of"
FOLLOWED = re.compile(r" (?:(?:that|which) followed|afterwards|thereafter)\b")
WITHIN = re.compile(r"\bwithin (?:just )?$", re.IGNORECASE)
HAD = re.compile(r"[^.;:\n]{0,60}\bhad\b")
REACH = 600  # characters from what was told
MONTH = 31  # days: of a longer stretch nothing is counted on


def since_told(told: Interval, gap: int) -> Interval:
    """From what was told last, where that is near: "the truce collapsed on 3 May. Since then 40 people have died"."""
    return (told[0], told[0]) if gap <= REACH else NOTHING


def within_told(text: str, mention: TimeMention, told: Interval, gap: int) -> bool:
    """ "Troops went in on 3 May. Within a week 900 had fled": whether the stretch begins with what was told last, not before the report."""
    before = text[max(0, mention.start - len("within just ")) : mention.start]
    return WITHIN.search(before) is not None and HAD.match(text, mention.end) is not None and told[1] is not None and gap <= REACH


def follows_told(text: str, mention: TimeMention) -> bool:
    """Whether a stretch follows what was told last: "in the following weeks", "over the next three months, 900 were killed"."""
    if FOLLOWING_WORDS.search(mention.text) or FOLLOWED.match(text, mention.end):
        return True
    return NEXT_WORDS.search(mention.text) is not None and is_past(text, mention.start, mention.end)


def prolonged(told: Interval, count: int, unit: str, published: datetime.date) -> Interval:
    """What was told last with so many units behind it, ended by the report."""
    first, last = told
    last = add(last, count, unit) if last else None
    return (first, min(last, published)) if first and last and first <= published else NOTHING


def shifted(told: Interval, gap: int, count: int, unit: str, published: datetime.date) -> Interval:
    """What was told last, that many days or weeks on: "at the start of the month ... two weeks later"."""
    first, last = told
    if first is None or last is None or count == 0 or unit not in ("D", "W") or (last - first).days > MONTH or gap > REACH:
        return NOTHING
    first, last = add(first, count, unit), add(last, count, unit)
    return (first, min(last, published) if first <= published else last) if first and last else NOTHING
