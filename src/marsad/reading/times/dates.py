"""What dates of the calendar say: days, months, seasons, years, decades, centuries."""

from collections.abc import Callable

from marsad.reading.times.notes import (
    LAST_DAY,
    Expression,
    Found,
    anchor_note,
    dated,
    direction,
    month_number,
    month_of,
    ordinal_of,
    tables,
    told_year,
    year_of,
)
from marsad.reading.wordlists import word_list


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
    mark = next((k for k in range(f.end("n"), f.match.end()) if f.words.lows[k][0] in "b"), f.match.end() - 1)
    if not number.isdigit() or not f.words.raws[mark].isupper() and "." not in f.lows():
        return None
    value = f"BC{int(number):04d}"
    if f.has("since"):
        first = f.at("since")
        earlier = Expression(first, first + 1, f"BC{f.number('since'):04d}")
        return [earlier, Expression(f.at("n"), f.match.end(), value)] if f.number("since") > int(number) else None
    if "s" in f.lows()[f.at("n") - f.match.start() :][1:2]:
        return f.one(value[:-1])
    if f.has("season"):
        return f.one(f"{value}-{tables()[2][f.low('season')]}")
    months = [month_number(w) for w in f.lows() if w in tables()[0]]
    return f.one(f"{value}-{months[0]:02d}" if months else value)


def _bc_century(f: Found) -> list[Expression] | None:
    number = next((n for w in f.lows() if (n := ordinal_of(w)) is not None), None)
    return None if number is None else f.one(f"BC{number - 1:02d}")


TO = ("-", "–", "—", "/", "to", "and", "or", "until", "till", "through")


def _day_range(f: Found) -> list[Expression] | None:
    other = f.first_of("day2", "day3")
    if other is None:
        return None
    month = month_of(f)
    year = f.low("year3") if f.has("year3") else None
    one, two = dated(f, month, f.number("day"), year), dated(f, month, f.number(other), year)
    if one is None or two is None or f.number("day") >= f.number(other):
        return None
    cut = f.at("day") + 1
    if cut < f.match.end() and f.words.lows[cut] in ("st", "nd", "rd", "th"):
        cut += 1
    begin = f.at(other)
    while begin - 1 > cut and f.words.lows[begin - 1] not in ("the", *TO):  # "Monday 10 and Wednesday 12 June"
        begin -= 1
    return [Expression(f.match.start(), cut, one), Expression(begin, f.match.end(), two)]


def _day(f: Found) -> list[Expression] | None:
    value = dated(f, month_of(f), f.number("day"))
    return f.one(value) if value else None


def _wire(f: Found) -> list[Expression] | None:
    if not f.words.raws[f.at("mon")].isupper() or len(f.low("two")) != 2:
        return None
    return _day(f)


def _month_only(f: Found) -> list[Expression] | None:
    return f.one(f"{year_of(f)}-{month_of(f):02d}")


def _month_year(f: Found) -> list[Expression] | None:
    refyear = told_year(f)
    return f.one(f"{refyear}|{month_of(f):02d}") if refyear else _month_only(f)


def _month_rel(f: Found) -> list[Expression] | None:
    return f.one(f"{direction(f, 'rel')}{month_of(f):02d}")


def _month_each(f: Found) -> list[Expression] | None:
    return f.one(f"XXXX-{month_of(f):02d}", "set")


def _season(f: Found) -> list[Expression] | None:
    code = tables()[2][f.low("season")]
    refyear = told_year(f)
    if f.has("rel"):
        return f.one(direction(f, "rel") + code)
    return f.one(f"{refyear}|{code}" if refyear else f"{year_of(f)}-{code}")


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
    number = ordinal_of(f.low("n") if f.has("n") else f.low("ord"))
    return None if number is None or not 1 <= number <= 30 else f.one(f"{number - 1:02d}")


def _half_year(f: Found) -> list[Expression] | None:
    half = word_list("times")["halves"][f.low("half")]
    if f.has("year"):
        return f.one(f"{f.low('year')}-H{half}")
    if f.has("rel"):
        return f.one(f"{anchor_note(f.low('rel'), f.words.lows[f.at('rel') - 1] == 'the')}Y|H{half}")
    return f.one(f"ref+0Y|H{half}")


def _quarter_year(f: Found) -> list[Expression] | None:
    quarter = ordinal_of(f.low("ord"))
    if quarter is None or quarter > 4:
        return None
    if f.has("year"):
        return f.one(f"{f.low('year')}-Q{quarter}")
    anchor = anchor_note(f.low("rel"), f.words.lows[f.at("rel") - 1] == "the") if f.has("rel") else "now+0"
    return f.one(f"{anchor}Y|Q{quarter}")


def _year_range(f: Found) -> list[Expression] | None:
    at = f.at("year2") if f.has("year2") else f.at("two")
    second = f.low("year2") if f.has("year2") else f.low("year")[:2] + f.low("two")
    if len(second) != 4 or int(second) <= f.number("year") or not f.words.glued(at) or not f.words.glued(at - 1):
        return None
    return [Expression(f.match.start(), at - 1, f.low("year")), Expression(at, at + 1, second)]


def _year_only(f: Found) -> list[Expression] | None:
    return f.one(year_of(f))


def _holiday(f: Found) -> list[Expression] | None:
    lows = f.lows()
    year = f.low("year") if f.has("year") else "XXXX"
    if lows[0] in ("christmas", "xmas"):
        part = "TNI" if "night" in lows else ""
        return f.one(f"{year}-12-{'24' if 'eve' in lows else '25'}{part}")
    if lows[0] == "new":
        return f.one(f"{year}-12-31" if "eve" in lows else f"{year}-01-01")
    return f.one(None)


def _day_only(f: Found) -> list[Expression] | None:
    return f.one(f"XXXX-XX-{f.number('day'):02d}")


DATES: dict[str, Callable[[Found], list[Expression] | None]] = {
    "iso": _iso,
    "slashed": _slashed,
    "dotted": _dotted,
    "bc": _bc,
    "bc_range": _bc,
    "bc_century": _bc_century,
    "day_range_dmy": _day_range,
    "day_range_mdy": _day_range,
    "day_pair_mdy": _day_range,
    "dmy": _day,
    "mdy": _day,
    "wire": _wire,
    "dm": _day,
    "md": _day,
    "month_year": _month_year,
    "month_rel": _month_rel,
    "month_each": _month_each,
    "month": _month_only,
    "season_year": _season,
    "year_season": _season,
    "season_rel": _season,
    "season": _season,
    "season_kind": _nothing,
    "decade": _decade,
    "decade_word": _decade_word,
    "century": _century,
    "half_year": _half_year,
    "quarter_year": _quarter_year,
    "year_range": _year_range,
    "year": _year_only,
    "year_short": _year_only,
    "holiday": _holiday,
    "day_only": _day_only,
}
