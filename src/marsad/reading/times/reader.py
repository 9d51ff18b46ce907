"""Reads the times of a text: patterns over its words, held back where the words around say that no time is meant."""

import re
from collections.abc import Callable
from functools import lru_cache
from re import Match
from typing import Literal

from marsad.model.mention import TimeMention
from marsad.model.report import Field
from marsad.reading.times.checks import CHECKS, doubtful_words, month_names, openers
from marsad.reading.times.notes import Expression, Found
from marsad.reading.times.patterns import time_patterns
from marsad.reading.times.values import BUILDERS
from marsad.reading.wordlists import word_set
from marsad.reading.wordpatterns import Words, words_of_text

Relation = Literal["on", "since", "until", "before", "after", "during", "for", "by"]


Kind = Literal["date", "time", "duration", "set", "ref"]


KINDS: dict[str, Kind] = {"date": "date", "time": "time", "duration": "duration", "set": "set", "ref": "ref"}


RELATIONS: dict[str, Relation] = {
    "since": "since", "until": "until", "till": "until", "before": "before", "after": "after", "following": "after",
    "during": "during", "throughout": "during", "for": "for", "by": "by",
}  # fmt: skip


OF_EVENTS = frozenset({"after", "before", "until", "by"})
PRONOUNS = frozenset({"i", "we", "you", "he", "she", "it", "they", "the", "a", "there", "when", "was", "were", "had", "who", "all"})
ARTICLES = ("the", "a", "an")
PARTS_OF_DAY = word_set("times", "parts_of_day")
RITES = word_set("times", "rites")  # what is held on a day
TELLING = word_set("times", "telling")
ENTER = frozenset({"the", "a", "an", "around", "about", "some", "at", "least", "early", "late", "as", "in", "on"})


DOTDATE = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})")


DECIMAL = re.compile(r"\d+[.,٫]\d+")


def _shape(raw: str) -> str:
    """A stand-in for a number in digits, by what it could be in a date."""
    if not raw.isdigit():
        if DOTDATE.fullmatch(raw):
            return "0dotdate"
        return "0decimal" if DECIMAL.fullmatch(raw) else "0other"
    if not raw.isascii():
        return "0other"
    value, length = int(raw[:6]), len(raw)
    if length <= 2:
        return "0day" if 1 <= value <= 31 else "0two"
    if length == 3:
        return "0three"
    if length == 4:
        return "0year" if 1000 <= value <= 2150 else "0four"
    return "0other"


def _keys(words: Words, known: Callable[[str], bool]) -> list[str]:
    doubtful = doubtful_words()
    keys: list[str] = []
    for i, low in enumerate(words.lows):
        if low[0].isdigit():
            keys.append(_shape(low))
        elif low in SUFFIXES and words.glued(i) and words.raws[i - 1][-1].isdigit():
            keys.append("0s" if low == "s" else "0th")
        elif low == "s" and i > 1 and words.glued(i) and words.lows[i - 1] in ("'", "’"):
            keys.append("0s")
        elif low in doubtful and words.raws[i] == low:
            keys.append("0word")
        elif known(low):
            keys.append(low)
        else:
            keys.append("0word" if low.isalpha() else low)
    return keys


BEGINNINGS = frozenset({"beginning", "start", "outbreak", "onset", "launch", "eruption", "resumption", "escalation"})
BEGAN = 12  # words from "since" to the day of the beginning
SUFFIXES = frozenset({"st", "nd", "rd", "th", "s", "d"})


@lru_cache(maxsize=4)
def scan_times(text: str) -> tuple[Expression, ...]:
    """The times of a text, over its words, in order."""
    words = words_of_text(text)
    patterns = time_patterns()
    codes = patterns.codes(_keys(words, patterns.code_of.__contains__))

    def accept(name: str, match: Match[str]) -> list[Expression] | None:
        found = Found(words, match)
        check = CHECKS.get(name)
        if _opens_what_is_said(words, match.start()) or (check is not None and not check(found)):
            return None
        return BUILDERS[name](found)

    return tuple(expression for group in patterns.find(codes, accept) for expression in group)


def _opens_what_is_said(words: Words, i: int) -> bool:
    """Whether a "that" points at no day: "said that overnight", "told reporters that two days ago"."""
    return words.lows[i] == "that" and not TELLING.isdisjoint(words.lows[max(0, i - 2) : i])


def read_times(text: str, *, field: Field = "text") -> list[TimeMention]:
    """The times that a text tells, unresolved: `value` is a TIMEX3 value, or a note of what is still to be found."""
    words = words_of_text(text)
    return [_mention(words, e, field) for e in scan_times(text)]


def _mention(words: Words, e: Expression, field: Field) -> TimeMention:
    start, end = words.starts[e.first], words.ends[e.last - 1]
    return TimeMention(
        start=start, end=end, text=words.text[start:end], field=field, value=e.value, kind=KINDS[e.kind], relation=_relation(words, e)
    )


def _relation(words: Words, e: Expression) -> Relation:
    relation = _relation_before(words, e.first)
    return "on" if relation in OF_EVENTS and _is_attribute(words, e) else relation


def _is_attribute(words: Words, e: Expression) -> bool:
    """Whether the time only tells which event is meant: `after the 3 May attack`, `by a June 4 strike`, `after Saturday's raid`."""
    following = words.lows[e.last] if e.last < len(words) else "."
    if following in RITES:  # "after Friday prayers"
        return True
    if following in ("'", "’") and words.lows[e.last + 1 : e.last + 2] == ["s"]:
        return True
    article = words.lows[e.first] == "the"
    if following == "," and (article or (e.first > 0 and words.lows[e.first - 1] == "the")) and words.lows[e.last - 1].isdigit():
        following = words.lows[e.last + 1] if e.last + 1 < len(words) else "."  # "after the June 3, 2024, attack"
    head = words.lows[min(e.first + article, e.last - 1)]
    if not (article or (e.first > 0 and words.lows[e.first - 1] in ARTICLES)) or not (head[0].isdigit() or head in month_names()):
        return False
    return following.isalpha() and following not in openers()[1] and following not in PRONOUNS


def _relation_before(words: Words, first: int) -> Relation:
    if words.lows[first] == "since":
        return "since"
    of_that_day = words.lows[first] in PARTS_OF_DAY  # "before dawn Tuesday" is on Tuesday
    for i in range(first - 1, max(first - 4, -1), -1):
        low = words.lows[i]
        if low in PARTS_OF_DAY:
            of_that_day = True
            continue
        if low == "until" and i > 0 and words.lows[i - 1] == "not":
            return "on"  # "it was not until Thursday that"
        if low in RELATIONS:
            return "on" if of_that_day and RELATIONS[low] in ("before", "after") else RELATIONS[low]
        if low == "to" and i > 0 and words.lows[i - 1] == "prior":
            return "before"
        if low == "to" and i > 0 and words.lows[i - 1] == "up":
            return "until"
        if low in ("of", "at") and i > 0 and words.lows[i - 1] == "as":
            return "by"  # "as of 10 June", "as at 10 June": so many up to that day
        if low not in ENTER:
            break
    return "since" if _begins_then(words, first) else "on"


def _begins_then(words: Words, first: int) -> bool:
    """Whether the time is that of a beginning since which something goes on: "since the start of the unrest on 9 May"."""
    lows = words.lows[max(0, first - BEGAN) : first]
    if len(lows) < 4 or lows[-1] not in ("on", "in") or "since" not in lows or {",", ".", ";"} & set(lows):
        return False
    behind = lows[len(lows) - lows[::-1].index("since") : -1]
    return any(low in BEGINNINGS for low in behind) and "of" in behind
