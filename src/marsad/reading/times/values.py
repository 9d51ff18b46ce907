"""What the words of a time say by themselves: TIMEX3 values, and short notes for what only the report can decide.

A note is `XXXX-05-03` (a year is wanted), `XXXX-WXX-3` (a weekday), `XX44` (a century is wanted), or an anchor with a step:
`dct-1M` is one month before the report, `ref+3D` three days after the time told of, `dct<07` the last July before the report,
`ref+0Y|05-09` 9 May of the year told of, `now+0Y` the report's year in news and the year told of in histories. `TMO`, `TNI` ... behind any of these is the part of the day.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from re import Match
from typing import NamedTuple

from marsad.reading.times.patterns import FUTURE_REF, PAST_REF, PRESENT_REF
from marsad.reading.wordlists import word_list
from marsad.reading.wordpatterns import WordPatterns, Words

NUMBER_WORDS = {
    w: n for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
    )
} | {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)} | {"hundred": 100, "dozen": 12}  # fmt: skip
DEICTIC = {"last": -1, "past": -1, "this": 0, "current": 0, "present": 0, "next": 1, "coming": 1}
TOLD = {
    "previous": -1,
    "preceding": -1,
    "prior": -1,
    "following": 1,
    "ensuing": 1,
    "subsequent": 1,
    "succeeding": 1,
    "same": 0,
    "very": 0,
    "that": 0,
}
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
def _tables() -> tuple[dict[str, int], dict[str, int], dict[str, str], dict[str, str], dict[str, str]]:
    months, times = word_list("months"), word_list("times")
    month = {name: int(n) for n, names in months["months"].items() for name in names}
    weekday = {name: int(n) for n, names in months["weekdays"].items() for name in names}
    season = {name: code for code, names in months["seasons"].items() for name in names}
    unit = {name: code for code, names in times["units"].items() for name in names}
    part = {name: code for code, names in times["dayparts"].items() for name in names}
    return month, weekday, season, unit, part


def month_number(word: str) -> int:
    """The month that the word names."""
    return _tables()[0][word]


def _month(f: Found) -> int:
    return month_number(f.low("mon"))


def _part(f: Found) -> str:
    found = f.first_of("part", "part2")
    if found is None:
        return "TMO" if "hours" in f.lows()[:6] and f.lows()[0] in ("the", "early") else ""
    return "T" + _tables()[4][f.low(found)]


def _year(f: Found) -> str:
    """The year that the match names: four digits, or a note."""
    if f.has("year"):
        return f.low("year")
    if f.has("two"):
        return "XX" + f.low("two").zfill(2)
    return "XXXX"


def _anchor(word: str, the: bool) -> str:
    """The note for `last`, `this`, `next`, `previous` ...: what it is counted from and which way."""
    if word in TOLD:
        return f"ref{TOLD[word]:+d}"
    if the and word in ("next", "coming"):
        return "ref+1"
    return f"dct{DEICTIC[word]:+d}"


def _refyear(f: Found) -> str | None:
    if not f.has("refyear"):
        return None
    word = f.low("refyear")
    at = f.at("refyear")
    return ("ref+0" if word == "the" else _anchor(word, f.words.lows[at - 1] == "the")) + "Y"


def _dated(f: Found, month: int, day: int, year: str | None = None) -> str | None:
    if not 1 <= day <= LAST_DAY[month]:
        return None
    refyear = _refyear(f) if year is None else None
    if refyear is not None:
        return f"{refyear}|{month:02d}-{day:02d}{_part(f)}"
    return f"{year or _year(f)}-{month:02d}-{day:02d}{_part(f)}"


def _iso(f: Found) -> list[Expression] | None:
    w, i = f.words, f.match.start()
    month, day = f.number("m"), f.number("day")
    if not all(w.glued(i + k) for k in range(1, 5)) or not (1 <= month <= 12 and 1 <= day <= LAST_DAY[month]):
        return None
    return f.one(f"{f.low('year')}-{month:02d}-{day:02d}")


def _slashed(f: Found) -> list[Expression] | None:
    w, i = f.words, f.match.start()
    a, b, c = f.number("a"), f.number("b"), f.low("c")
    if not all(w.glued(i + k) for k in range(1, 5)) or len(c) == 1:
        return None
    month, day = (a, b) if b > 12 else (b, a)
    if not (1 <= month <= 12 and 1 <= day <= LAST_DAY[month]) or (a <= 12 and b <= 12 and a != b):
        return f.one(None) if 1 <= month <= 12 and day <= 12 else None
    return f.one(f"{c if len(c) == 4 else 'XX' + c}-{month:02d}-{day:02d}")


def _dotted(f: Found) -> list[Expression] | None:
    day, month, year = f.low("whole").split(".")
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= LAST_DAY[int(month)]):
        return None
    return f.one(f"{year if len(year) == 4 else 'XX' + year}-{int(month):02d}-{int(day):02d}")


def _bc(f: Found) -> list[Expression] | None:
    number = f.low("n")
    if not number.isdigit() or not f.words.raws[f.end("n")].isupper() and "." not in f.lows():
        return None
    value = f"BC{int(number):04d}"
    if "s" in f.lows()[f.at("n") - f.match.start() :][1:2]:
        return f.one(value[:-1])
    if f.has("season"):
        return f.one(f"{value}-{_tables()[2][f.low('season')]}")
    months = [month_number(w) for w in f.lows() if w in _tables()[0]]
    return f.one(f"{value}-{months[0]:02d}" if months else value)


def _bc_century(f: Found) -> list[Expression] | None:
    number = next((n for w in f.lows() if (n := _ordinal(w)) is not None), None)
    return None if number is None else f.one(f"BC{number - 1:02d}")


def _ordinal(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    found = word_list("times")["ordinals"].get(word)
    return int(found) if found is not None else None


def _day_range(f: Found) -> list[Expression] | None:
    other = f.first_of("day2", "day3")
    if other is None:
        return None
    month = _month(f)
    year = f.low("year3") if f.has("year3") else None
    one, two = _dated(f, month, f.number("day"), year), _dated(f, month, f.number(other), year)
    if one is None or two is None or f.number("day") >= f.number(other):
        return None
    cut = f.at("day") + 1
    if cut < f.match.end() and f.words.lows[cut] in ("st", "nd", "rd", "th"):
        cut += 1
    return [Expression(f.match.start(), cut, one), Expression(f.at(other), f.match.end(), two)]


def _day(f: Found) -> list[Expression] | None:
    value = _dated(f, _month(f), f.number("day"))
    return f.one(value) if value else None


def _wire(f: Found) -> list[Expression] | None:
    if not f.words.raws[f.at("mon")].isupper() or len(f.low("two")) != 2:
        return None
    return _day(f)


def _month_only(f: Found) -> list[Expression] | None:
    return f.one(f"{_year(f)}-{_month(f):02d}")


def _month_year(f: Found) -> list[Expression] | None:
    refyear = _refyear(f)
    return f.one(f"{refyear}|{_month(f):02d}") if refyear else _month_only(f)


def _direction(f: Found, name: str) -> str:
    word = f.low(name)
    at = f.at(name)
    the = at > 0 and f.words.lows[at - 1] == "the"
    anchor = _anchor(word, the)
    return anchor[:3] + {"-1": "<", "+0": "=", "+1": ">"}[anchor[3:]]


def _month_rel(f: Found) -> list[Expression] | None:
    return f.one(f"{_direction(f, 'rel')}{_month(f):02d}")


def _month_each(f: Found) -> list[Expression] | None:
    return f.one(f"XXXX-{_month(f):02d}", "set")


def _season(f: Found) -> list[Expression] | None:
    code = _tables()[2][f.low("season")]
    refyear = _refyear(f)
    if f.has("rel"):
        return f.one(_direction(f, "rel") + code)
    return f.one(f"{refyear}|{code}" if refyear else f"{_year(f)}-{code}")


def _nothing(f: Found) -> list[Expression] | None:
    return f.one(None)


def _decade(f: Found) -> list[Expression] | None:
    if f.has("year"):
        year = f.low("year")
        return f.one(year[:3]) if year.endswith("0") else None
    return f.one("XX" + f.low("two")[0]) if f.low("two").endswith("0") else None


def _decade_word(f: Found) -> list[Expression] | None:
    return f.one("XX" + str(word_list("times")["decades"][f.low("word")]))


def _century(f: Found) -> list[Expression] | None:
    number = _ordinal(f.low("n") if f.has("n") else f.low("ord"))
    return None if number is None or not 1 <= number <= 30 else f.one(f"{number - 1:02d}")


def _half_year(f: Found) -> list[Expression] | None:
    half = word_list("times")["halves"][f.low("half")]
    if f.has("year"):
        return f.one(f"{f.low('year')}-H{half}")
    if f.has("rel"):
        return f.one(f"{_anchor(f.low('rel'), f.words.lows[f.at('rel') - 1] == 'the')}Y|H{half}")
    return f.one(f"ref+0Y|H{half}")


def _year_range(f: Found) -> list[Expression] | None:
    at = f.at("year2") if f.has("year2") else f.at("two")
    second = f.low("year2") if f.has("year2") else f.low("year")[:2] + f.low("two")
    if len(second) != 4 or int(second) <= f.number("year") or not f.words.glued(at) or not f.words.glued(at - 1):
        return None
    return [Expression(f.match.start(), at - 1, f.low("year")), Expression(at, at + 1, second)]


def _year_only(f: Found) -> list[Expression] | None:
    return f.one(_year(f))


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


def _count(f: Found) -> float | None:
    if f.has("num"):
        return count_of(f.words, f.at("num"), f.end("num"))
    return None if f.has("vague") else 1.0


def _unit(f: Found, name: str = "unit") -> str:
    return _tables()[3][f.low(name)]


def _stretch(f: Found) -> list[Expression] | None:
    if f.has("num") or f.has("vague"):
        return f.one(period(_count(f), _unit(f)), "duration")
    plural = f.low("unit").endswith("s")
    return f.one(period(None if plural else 1.0, _unit(f)), "duration")


def _clock(f: Found) -> list[Expression] | None:
    if f.has("four"):
        four = f.low("four")
        hour, minute = int(four[:2]), int(four[2:])
    elif f.has("h2"):
        parts = re.split(r"\D", f.low("h2"))
        if len(parts) != 2 or len(parts[1]) != 2:
            return None
        hour, minute = int(parts[0]), int(parts[1])
    else:
        hour, minute = f.number("h"), f.number("mi") if f.has("mi") else 0
        if f.has("mi") and not (f.words.glued(f.at("mi")) and len(f.low("mi")) == 2):
            return None
    lows = f.lows()
    if ("pm" in lows or "p" in lows) and hour < 12:
        hour += 12
    elif ("am" in lows or "a" in lows) and hour == 12:
        hour = 0
    if hour > 24 or minute > 59:
        return None
    if f.match.re.pattern and not f.has("four") and not f.has("h2") and not f.has("mi") and f.has("h") and f.number("h") > 12:
        return None
    first = f.match.start() if not f.has("four") else f.at("four")
    return [Expression(first, f.match.end(), f"XXXX-XX-XXT{hour:02d}:{minute:02d}", "time")]


def _weekday_set(f: Found) -> list[Expression] | None:
    name = f.first_of("wd", "wds")
    return f.one(f"XXXX-WXX-{_tables()[1][f.low(name)]}", "set") if name else None


def _weekday(f: Found) -> list[Expression] | None:
    note = f"XXXX-WXX-{_tables()[1][f.low('wd')]}"
    if f.has("rel"):
        note = f"{_direction(f, 'rel')}W{_tables()[1][f.low('wd')]}"
    return f.one(note + _part(f))


def _weekend(f: Found) -> list[Expression] | None:
    if f.has("rel"):
        return f.one(_anchor(f.low("rel"), f.words.lows[f.at("rel") - 1] == "the") + "W|WE")
    return f.one("dct-1W|WE")


def _day_before_yesterday(f: Found) -> list[Expression] | None:
    step = word_list("times")["today"][f.low("deictic")] + (-1 if "before" in f.lows() else 1)
    return f.one(f"dct{step:+d}D")


def _today(f: Found) -> list[Expression] | None:
    word = f.low("deictic")
    part = "TNI" if word == "tonight" else _part(f)
    return f.one(f"dct{word_list('times')['today'][word]:+d}D{part}")


def _daypart_rel(f: Found) -> list[Expression] | None:
    if not f.has("rel"):
        return f.one(f"XXXX-XX-XX{_part(f)}", "time")
    word = f.low("rel")
    the = f.words.lows[f.at("rel") - 1] == "the"
    return f.one(f"{_anchor(word, the)}D{_part(f)}", "time")


def _ago(f: Found) -> list[Expression] | None:
    if f.words.lows[f.match.end() - 1] == "back" and not f.has("num"):
        return None
    count = _count(f)
    if count is None:
        return f.one(PAST_REF, "ref")
    return f.one(_step("dct", -count, _unit(f)))


def _step(anchor: str, count: float, unit: str) -> str:
    if unit == "FN":
        count, unit = 2 * count, "W"
    if unit in ("S", "M60"):
        return f"{anchor}+0D"
    if count != int(count):
        if unit == "Y":
            count, unit = round(count * 12), "M"
        elif unit == "M":
            count, unit = round(count * 4), "W"
        else:
            count = round(count)
    sign = "-" if count < 0 else "+"
    return f"{anchor}{sign}{abs(int(count))}{unit}"


def _offset(f: Found) -> list[Expression] | None:
    word = f.low("dir")
    end = f.match.end()
    nominal = word in ("after", "before", "prior") and end < len(f.words) and (f.words.lows[end][0].isalnum())
    named = f.has("num") or f.has("vague") or f.lows()[0] in ("a", "an") or any(w in ("a", "an") for w in f.lows())
    count = _count(f) if named else None
    if nominal:
        return [Expression(f.match.start(), end - 1, period(count, _unit(f)), "duration")] if named else None
    back = word in ("before", "earlier", "previously", "prior", "beforehand")
    if not named and not f.low("unit").endswith("s"):
        return None
    if count is None:
        return f.one(PAST_REF if back else FUTURE_REF, "ref")
    return f.one(_step("ref", -count if back else count, _unit(f)))


def _day_next(f: Found) -> list[Expression] | None:
    unit = f.first_of("unit", "unit2") or "unit"
    back = f.first_of("rel2", "rel4") is not None
    after = f.first_of("rel3", "rel4")
    if f.has("rel") and f.low("rel") == "next" and f.lows()[0] != "the":
        return f.one(_step("dct", 1, _unit(f, unit)))
    if after and _unit(f, unit) not in ("D", "Y", "M", "W"):
        return None
    if _over(f):
        return f.one(period(1.0, _unit(f, unit)), "duration")
    return f.one(_step("ref", -1 if back else 1, _unit(f, unit)))


def _over(f: Found) -> bool:
    """Whether a word before the match makes a stretch of it: `for the next year`."""
    first = f.match.start()
    return (
        first > 0
        and f.words.lows[first - 1] in ("for", "over", "during", "within", "throughout", "in")
        and f.first_of("rel", "rel3") is not None
        and (f.words.lows[first - 1] != "in" or f.words.lows[f.match.end() - 2] in ("coming", "next"))
    )


def _span_rel(f: Found) -> list[Expression] | None:
    return f.one(period(_count(f), _unit(f, f.first_of("unit", "unit2") or "unit")), "duration")


def _span_vague(f: Found) -> list[Expression] | None:
    first = f.match.start()
    if f.words.lows[first] in ("in", "over", "during", "within"):
        first += 1
    return [Expression(first, f.match.end(), period(None, _unit(f)), "duration")]


def _unit_rel(f: Found) -> list[Expression] | None:
    word, unit = f.low("rel"), _unit(f)
    the = f.words.lows[f.at("rel") - 1] == "the"
    if word == "past" or (the and word == "last" and unit not in ("CE",)):
        return f.one(period(1.0, unit), "duration")
    if unit in ("S", "M60", "H"):
        return f.one(None, "time")
    return f.one(f"{_anchor(word, the)}{unit}")


def _unit_edge(f: Found) -> list[Expression] | None:
    unit = f.low("unit") if f.has("unit") else f.lows()[0]
    code = _tables()[3][unit]
    if code in ("S", "M60", "H") or (code in ("D", "CE", "DE") and "half" in f.lows()):
        return None
    return f.one(f"now+0{code}")


SETS = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX", "DE": "XXX"}


def _every(f: Found) -> list[Expression] | None:
    count = _count(f)
    unit = _unit(f)
    if (count is None or count == 1.0) and unit in SETS and "other" not in f.lows():
        return f.one(SETS[unit], "set")
    return f.one(period(2.0 if "other" in f.lows() else count, unit), "set")


def _per(f: Found) -> list[Expression] | None:
    return f.one(period(1.0, _unit(f)), "set")


def _set(f: Found) -> list[Expression] | None:
    return f.one(str(word_list("times")["sets"][f.low("word")]), "set")


def _duration(f: Found) -> list[Expression] | None:
    return f.one(period(_count(f), _unit(f)), "duration")


def _age_word(f: Found) -> list[Expression] | None:
    return [Expression(f.at("num"), f.match.end(), period(_count(f), "Y"), "duration")]


def _half_unit(f: Found) -> list[Expression] | None:
    count = _count(f) if f.has("num") else 1.0
    return f.one(period((count or 1.0) + 0.5, _unit(f)), "duration")


def _plain_units(f: Found) -> list[Expression] | None:
    return f.one(period(None, _unit(f)), "duration")


def _present(f: Found) -> list[Expression] | None:
    first = f.match.start()
    while f.words.lows[first] in ("at", "up", "to") and f.match.end() - first > 1:
        first += 1
    return [Expression(first, f.match.end(), PRESENT_REF, "ref")]


def _past(f: Found) -> list[Expression] | None:
    return f.one(PAST_REF, "ref")


def _future(f: Found) -> list[Expression] | None:
    return f.one(FUTURE_REF, "ref")


def _same_time(f: Found) -> list[Expression] | None:
    if f.lows()[-1] in ("point", "moment") and "same" not in f.lows():
        return None
    return f.one(None, "ref")


def _ref(f: Found) -> list[Expression] | None:
    return f.one(str(word_list("times")["refs"][f.low("word")]), "ref")


def _holiday(f: Found) -> list[Expression] | None:
    lows = f.lows()
    year = f.low("year") if f.has("year") else "XXXX"
    if lows[0] in ("christmas", "xmas"):
        part = "TNI" if "night" in lows else ""
        return f.one(f"{year}-12-{'24' if 'eve' in lows else '25'}{part}")
    if lows[0] == "new":
        return f.one(f"{year}-12-31" if "eve" in lows else f"{year}-01-01")
    return f.one(None)


def _daypart(f: Found) -> list[Expression] | None:
    return f.one(f"XXXX-XX-XX{_part(f)}", "time")


def _day_only(f: Found) -> list[Expression] | None:
    return f.one(f"XXXX-XX-{f.number('day'):02d}")


BUILDERS: dict[str, Callable[[Found], list[Expression] | None]] = {
    "iso": _iso, "slashed": _slashed, "dotted": _dotted, "bc": _bc, "bc_century": _bc_century,
    "day_range_dmy": _day_range, "day_range_mdy": _day_range, "day_pair_mdy": _day_range, "dmy": _day, "mdy": _day, "wire": _wire, "dm": _day, "md": _day,
    "month_year": _month_year, "month_rel": _month_rel, "month_each": _month_each, "month": _month_only,
    "season_year": _season, "year_season": _season, "season_rel": _season, "season": _season, "season_kind": _nothing,
    "decade": _decade, "decade_word": _decade_word, "century": _century, "half_year": _half_year, "year_range": _year_range,
    "year": _year_only, "year_short": _year_only, "stretch": _stretch, "clock": _clock, "clock_dot": _clock, "clock_hour": _clock, "clock_at": _clock,
    "clock_four": _clock, "weekday_set": _weekday_set, "weekday": _weekday, "weekend": _weekend,
    "day_before_yesterday": _day_before_yesterday, "today": _today, "daypart_rel": _daypart_rel, "ago": _ago, "offset": _offset,
    "day_next": _day_next, "span_rel": _span_rel, "span_vague": _span_vague, "unit_rel": _unit_rel, "unit_edge": _unit_edge,
    "every": _every, "per": _per, "set": _set, "age_word": _age_word, "age": _duration, "half_unit": _half_unit, "compound": _duration,
    "unit_long": _plain_units, "duration": _duration, "plain_units": _plain_units, "present": _present, "past": _past,
    "future": _future, "same_time": _same_time, "ref": _ref, "holiday": _holiday, "daypart": _daypart, "day_only": _day_only,
}  # fmt: skip
