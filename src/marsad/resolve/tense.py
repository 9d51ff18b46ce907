"""Whether the words around a time look ahead."""

import re

from marsad.reading.wordlists import words_listed

REACH = 90
# "due to arrive", not "due to rain"
DUE = r"(?:is|are|was|were)\s+due\s+(?!to\s+(?:the|a|an|its|their)\b)|due\s+(?:in|on|back|next|to\s+(?:be|begin|start|take|end|hold))"
WOULD = r"would(?!\s+have)"
AHEAD = re.compile(rf"(?<!\bhad )\b(?:{'|'.join(words_listed('times', 'ahead'))}|{DUE}|{WOULD})\b", re.IGNORECASE)
PAST = re.compile(rf"\b(?:{'|'.join(words_listed('times', 'behind'))}|\w{{3,}}ed)\b", re.IGNORECASE)
CLAUSE_END = re.compile(
    r"[.;!?:\"\u201c\u201d\n]|,\s(?:[\w'’-]{1,20}\s){1,4}(?:said|says|told|announced)\b|,\s(?:and|but|which|who|while|when|after|before)\b"
)


def is_future(text: str, start: int, end: int) -> bool:
    """Whether the nearest verb in the clause of the words `start` to `end` is one of the future."""
    before, after = _clause(text, start, end)
    gap = _nearest(AHEAD, before, after)
    return gap is not None and ((past := _nearest(PAST, before, after)) is None or gap <= past)


def is_past(text: str, start: int, end: int) -> bool:
    """Whether the clause of the words `start` to `end` has a verb of the past, and none of the future."""
    before, after = _clause(text, start, end)
    return _nearest(PAST, before, after) is not None and _nearest(AHEAD, before, after) is None


def _clause(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and behind the words `start` to `end` in their clause, within reach."""
    before = text[max(0, start - REACH) : start]
    after = text[end : end + REACH]
    ends = list(CLAUSE_END.finditer(before))
    if ends:
        before = before[ends[-1].end() :]
    stop = CLAUSE_END.search(after)
    return before, after[: stop.start()] if stop else after


def _nearest(pattern: re.Pattern[str], before: str, after: str) -> int | None:
    back = [len(before) - m.end() for m in pattern.finditer(before)]
    ahead = pattern.search(after)
    distances = ([min(back)] if back else []) + ([ahead.start()] if ahead else [])
    return min(distances, default=None)
