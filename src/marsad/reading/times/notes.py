"""What the words of a time say by themselves: TIMEX3 values, and short notes for what only the report can decide.

A note is `XXXX-05-03` (a year is wanted), `XXXX-WXX-3` (a weekday), `XX44` (a century is wanted), or an anchor with a step:
`dct-1M` is one month before the report, `dct-XD` some days, `ref+3D` three days after the time told of, `dct<07` the last July
before the report, `ref+0Y|05-09` 9 May of the year told of, `now+0Y` the report's year in news and the year told of in histories.
`TMO`, `TNI` ... behind any of these is the part of the day.
"""

import re
from functools import lru_cache
from re import Match
from typing import NamedTuple

from marsad.reading.wordlists import word_list
from marsad.reading.wordpatterns import WordPatterns, Words

NUMBER_WORDS: dict[str, int] = {**word_list("numbers")["cardinals"], "hundred": 100, "dozen": 12}
DEICTIC: dict[str, int] = word_list("times")["deictic"]
TOLD: dict[str, int] = word_list("times")["told"]
HOURS = 24
LAST_DAY = {1: 31, 2: 29, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}


class Expression(NamedTuple):
    """Words `first` up to but not including `last`, what they say, and what kind of time that is."""

    first: int
    last: int
    value: str | None
    kind: str = "date"


class Found(NamedTuple):
    """A match of a pattern in a text's words, with ways to ask for its parts."""

    words: Words
    match: Match[str]

    def has(self, part: str) -> bool:
        """Whether the part was there."""
        return WordPatterns.group(self.match, part) is not None

    def at(self, part: str) -> int:
        """The index of the part's first word."""
        return self.match.start(WordPatterns.group(self.match, part) or part)

    def end(self, part: str) -> int:
        """The index behind the part's last word."""
        return self.match.end(WordPatterns.group(self.match, part) or part)

    def low(self, part: str) -> str:
        """The part's first word in lower case."""
        return self.words.lows[self.at(part)]

    def number(self, part: str) -> int:
        """The part's first word as a whole number."""
        return int(self.low(part))

    def first_of(self, *parts: str) -> str | None:
        """The first of these parts that was there."""
        return next((p for p in parts if self.has(p)), None)

    def one(self, value: str | None, kind: str = "date") -> list[Expression]:
        """One expression over all the words matched."""
        return [Expression(self.match.start(), self.match.end(), value, kind)]

    def lows(self) -> list[str]:
        """The words matched, in lower case."""
        return self.words.lows[self.match.start() : self.match.end()]


@lru_cache(maxsize=1)
def tables() -> tuple[dict[str, int], dict[str, int], dict[str, str], dict[str, str], dict[str, str]]:
    """The names of months, weekdays, seasons, units and parts of the day, with their codes."""
    months, times = word_list("months"), word_list("times")
    month = {name: int(n) for n, names in months["months"].items() for name in names}
    weekday = {name: int(n) for n, names in months["weekdays"].items() for name in names}
    season = {name: code for code, names in months["seasons"].items() for name in names}
    unit = {name: code for code, names in times["units"].items() for name in names}
    part = {name: code for code, names in times["dayparts"].items() for name in names}
    return month, weekday, season, unit, part


def month_number(word: str) -> int:
    """The month that the word names."""
    return tables()[0][word]


def weekday_named(text: str) -> int | None:
    """The weekday, counted from Monday as 1, that the text's words name."""
    days = tables()[1]
    return next((days[w] for w in re.findall(r"[^\W\d_]+", text.lower()) if w in days), None)


def month_of(f: Found) -> int:
    """The number of the month that the match names."""
    return month_number(f.low("mon"))


def part_of(f: Found) -> str:
    """The part of the day that the match names, as TIMEX3 writes it behind a date."""
    found = f.first_of("part", "part2")
    if found is None:
        return "TMO" if "hours" in f.lows()[:6] and f.lows()[0] in ("the", "early") else ""
    return "T" + tables()[4][f.low(found)]


def year_of(f: Found) -> str:
    """The year that the match names: four digits, or a note."""
    if f.has("year"):
        return f.low("year")
    if f.has("two"):
        return "XX" + f.low("two").zfill(2)
    return "XXXX"


def anchor_note(word: str, the: bool) -> str:
    """The note for `last`, `this`, `next`, `previous` ...: what it is counted from and which way."""
    if word in TOLD:
        return f"ref{TOLD[word]:+d}"
    if the and word in ("next", "coming"):
        return "ref+1"
    return f"dct{DEICTIC[word]:+d}"


def told_year(f: Found) -> str | None:
    """The note for `that year`, `the following year` ..., None where no such words stand."""
    if not f.has("refyear"):
        return None
    word = f.low("refyear")
    at = f.at("refyear")
    return ("ref+0" if word == "the" else anchor_note(word, f.words.lows[at - 1] == "the")) + "Y"


def dated(f: Found, month: int, day: int, year: str | None = None) -> str | None:
    """The value of a day, None where its month has none such."""
    if not 1 <= day <= LAST_DAY[month]:
        return None
    refyear = told_year(f) if year is None else None
    if refyear is not None:
        return f"{refyear}|{month:02d}-{day:02d}{part_of(f)}"
    return f"{year or year_of(f)}-{month:02d}-{day:02d}{part_of(f)}"


def ordinal_of(word: str) -> int | None:
    """The number that an ordinal, in digits or as a word, says."""
    if word.isdigit():
        return int(word)
    found = word_list("times")["ordinals"].get(word)
    return int(found) if found is not None else None


def direction(f: Found, name: str) -> str:
    """The note for `last`, `this`, `the following` ... before a month, a season or a weekday."""
    word = f.low(name)
    at = f.at(name)
    the = at > 0 and f.words.lows[at - 1] == "the"
    anchor = anchor_note(word, the)
    return anchor[:3] + {"-1": "<", "+0": "=", "+1": ">"}[anchor[3:]]


def count_of(words: Words, first: int, last: int) -> float | None:
    """The number that words `first` up to `last` say, None where they say none."""
    total, half = 0.0, False
    for word in words.lows[first:last]:
        if word in ("to", "–", "-") and total and words.lows[first].isdigit():
            total = 0.0
        if word == "half":
            half = True
        elif word in NUMBER_WORDS:
            value = NUMBER_WORDS[word]
            total = max(total, 1) * value if value in (100, 12) else total + value
        elif word == "a" and last - first > 1:
            total = total or (1.0 if words.lows[last - 1] == "half" else 0.0)
        elif word[0].isdigit():
            total += float(re.sub(r"[^\d.]", "", word.replace(",", "")) or 0) if word.count(".") < 2 else 0
    total += 0.5 if half else 0
    return total or None


def plain_number(value: float) -> str:
    """A number as TIMEX3 writes it: no decimals where there are none."""
    return str(int(value)) if value == int(value) else str(value)


def period(value: float | None, unit: str) -> str:
    """A TIMEX3 duration; X stands for a number that is not told."""
    if unit == "FN":
        value, unit = None if value is None else value * 2, "W"
    number = "X" if value is None else plain_number(value)
    if unit in ("S", "M60", "H"):
        return f"PT{number}{unit[0]}"
    return f"P{number}{unit}"


def count_in(f: Found) -> float | None:
    """How many units the match counts, None where it does not say."""
    if f.has("num"):
        return count_of(f.words, f.at("num"), f.end("num"))
    if f.has("vague") and "couple" in f.lows()[f.at("vague") - f.match.start() : f.end("vague") - f.match.start()]:
        return 2.0
    return None if f.has("vague") else 1.0


def unit_of(f: Found, name: str = "unit") -> str:
    """The code of the unit of time that the match names."""
    return tables()[3][f.low(name)]


def step(anchor: str, count: float, unit: str) -> str:
    """The note for some units from an anchor; half units become smaller ones."""
    if unit == "FN":
        count, unit = 2 * count, "W"
    if unit in ("S", "M60", "H"):
        count, unit = (round(count / HOURS) if unit == "H" else 0), "D"
    if count != int(count):
        if unit == "Y":
            count, unit = round(count * 12), "M"
        elif unit == "M":
            count, unit = round(count * 4), "W"
        else:
            count = round(count)
    sign = "-" if count < 0 else "+"
    return f"{anchor}{sign}{abs(int(count))}{unit}"
