"""Days counted from other days: "two days after June 3", "a week after it fell on 4 May", "on Sunday, a day after the truce ended"."""

import datetime
import re
from collections.abc import Sequence

import msgspec

from marsad.model.mention import TimeMention
from marsad.resolve.calendar import add

STRETCH = re.compile(r"P(?P<clock>T?)(?P<count>\d{1,4}|X)(?P<unit>[HMSDWY])")
WAY = re.compile(r"\s(?P<way>after|before|following)\s(?=\S)", re.IGNORECASE)
OF = re.compile(r"\s(?P<way>of)\s(?=\S)")
WITHIN = re.compile(r"\bwithin\s$", re.IGNORECASE)
SOME = 9  # the most that "within days of" means
ROUGH = re.compile(r"\b(?:almost|nearly|some|around|roughly|approximately|about)\b", re.IGNORECASE)
VAGUE = re.compile(r"\b(?:more|over|least|fewer|less|under|within|next|coming|last|past|recent|first|following)\b", re.IGNORECASE)
LASTING = re.compile(r"\b(?:in|over|within|during|for|throughout)\s(?:the\s)?$", re.IGNORECASE)
ENDING = re.compile(r"\bthe (?P<unit>day|week|fortnight|month|year)(?P<turn> (?:after|before))$", re.IGNORECASE)
DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T..|T\d\d:\d\d)?")
BREAK = re.compile(r"[.!?;:\n]")
REACH = 90  # characters between a stretch and the day that it is counted from
BESIDE = 2  # times looked at on either side


def counted_off(text: str, mentions: Sequence[TimeMention]) -> list[TimeMention]:
    """The mentions, each stretch before an "after" or a "before" with the day counted from the one told behind it, else before it.

    Told behind it ("a week after rebels seized it on 4 May") the day is that of what is told around; told before it ("on Sunday, a
    day after the truce ended") it is that of what is told behind.
    """
    done = list(mentions)
    for i, mention in enumerate(mentions):
        said = _turn(text, mention)
        steps = _steps(mention, within=said["way"] == "of") if said else None
        if said is None or steps is None:
            continue
        way = -1 if said["way"].lower() == "before" else 1
        behind = next((k for k in range(i + 1, min(i + 1 + BESIDE, len(done))) if _is_day(done[k])), None)
        before = next((k for k in range(i - 1, max(-1, i - 1 - BESIDE), -1) if _is_day(done[k])), None)
        if behind is not None and _is_near(gap := text[said.end() : done[behind].start]) and "," not in gap:
            count, unit = way * steps[0], steps[1]
            if _lasts(text, mention):
                done[i] = _between(mention, _counted(done[behind], count, unit), _counted(done[behind], 0, "D"))
            else:
                done[i] = _from(mention, done[behind], count, unit)
            if done[behind].relation in ("after", "before"):  # "two days after June 3"
                done[behind] = _on(done[behind], done[i].value_start)
        elif before is not None and not _lasts(text, mention) and _is_own(done[before]):
            if _is_near(text[done[before].end : mention.start]):
                done[i] = _from(mention, done[before], -way * steps[0], steps[1])
    return done


def _turn(text: str, mention: TimeMention) -> re.Match[str] | None:
    """The "after" or "before" that a stretch stands before, or with which it ends: "two days after the raid", "the day after the raid"."""
    if mention.kind == "duration":
        within = WITHIN.search(text[max(0, mention.start - len("within ")) : mention.start])
        return WAY.match(text, mention.end) or (OF.match(text, mention.end) if within else None)
    ends = ENDING.search(mention.text)
    return WAY.match(text, mention.start + ends.start("turn")) if ends else None


def _is_near(gap: str) -> bool:
    """Whether two times stand in one sentence, not far apart."""
    return len(gap) <= REACH and BREAK.search(gap) is None


def _steps(mention: TimeMention, *, within: bool) -> tuple[int, str] | None:
    """How many of which unit a stretch is; hours are of the same day."""
    if ends := ENDING.search(mention.text):
        return (14, "D") if ends["unit"].lower() == "fortnight" else (1, ends["unit"][0].upper())
    match = STRETCH.fullmatch(mention.value or "")
    if match is None or VAGUE.search(mention.text):
        return None
    if match["clock"]:
        return 0, "D"
    return None if match["count"] == "X" and not within else (SOME if match["count"] == "X" else int(match["count"]), match["unit"])


def _lasts(text: str, mention: TimeMention) -> bool:
    """Whether the whole stretch is meant: "in the two weeks after", "for three days after"."""
    before = text[max(0, mention.start - 16) : mention.start] + ("the " if mention.text[:4].lower() == "the " else "")
    return mention.relation in ("for", "during") or LASTING.search(before) is not None


def _is_day(mention: TimeMention) -> bool:
    return (
        mention.kind in ("date", "time")
        and DAY.fullmatch(mention.value or "") is not None
        and mention.relation in ("on", "after", "before")
    )


def _is_own(mention: TimeMention) -> bool:
    return mention.relation == "on" and mention.value_start is not None and mention.value_start == mention.value_end


def _counted(mention: TimeMention, count: int, unit: str) -> datetime.date | None:
    day = DAY.fullmatch(mention.value or "")
    return add(datetime.date.fromisoformat(day[1]), count, unit) if day else None


def _from(mention: TimeMention, day: TimeMention, count: int, unit: str) -> TimeMention:
    """The mention as the day counted from another; as those within one unit of it where it is rough: "almost nine months after"."""
    if not ROUGH.search(mention.text):
        return _on(mention, _counted(day, count, unit))
    first, last = (_counted(day, count + more, unit) for more in (-1, 1))
    if first is None or last is None:
        return mention
    return msgspec.structs.replace(mention, value_start=first, value_end=last, relation="on", kind="date", method="context")


def _between(mention: TimeMention, one: datetime.date | None, other: datetime.date | None) -> TimeMention:
    if one is None or other is None:
        return mention
    first, last = sorted((one, other))
    return msgspec.structs.replace(mention, value_start=first, value_end=last, relation="during", method="context")


def _on(mention: TimeMention, day: datetime.date | None) -> TimeMention:
    if day is None:
        return mention
    value = day.isoformat() if DAY.fullmatch(mention.value or "") else mention.value
    return msgspec.structs.replace(mention, value=value, value_start=day, value_end=day, relation="on", kind="date", method="context")
