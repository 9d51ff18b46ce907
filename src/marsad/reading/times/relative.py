"""What times say that are counted from today or from the time told of, and times of the day."""

import re
from collections.abc import Callable

from marsad.reading.times.notes import (
    Expression,
    Found,
    anchor_note,
    count_in,
    direction,
    part_of,
    period,
    step,
    tables,
    unit_of,
)
from marsad.reading.times.patterns import FUTURE_REF, PAST_REF, PRESENT_REF, SAME_PERIOD, THEN
from marsad.reading.wordlists import word_list


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
    return f.one(f"XXXX-WXX-{tables()[1][f.low(name)]}", "set") if name else None


def _weekday(f: Found) -> list[Expression] | None:
    note = f"XXXX-WXX-{tables()[1][f.low('wd')]}"
    if f.has("rel"):
        note = f"{direction(f, 'rel')}W{tables()[1][f.low('wd')]}"
    return f.one(note + part_of(f))


def _weekend(f: Found) -> list[Expression] | None:
    if f.has("rel"):
        return f.one(anchor_note(f.low("rel"), f.words.lows[f.at("rel") - 1] == "the") + "W|WE")
    return f.one("dct-1W|WE")


def _day_before_yesterday(f: Found) -> list[Expression] | None:
    step = word_list("times")["today"][f.low("deictic")] + (-1 if "before" in f.lows() else 1)
    return f.one(f"dct{step:+d}D")


def _today(f: Found) -> list[Expression] | None:
    word = f.low("deictic")
    part = "TNI" if word == "tonight" else part_of(f)
    return f.one(f"dct{word_list('times')['today'][word]:+d}D{part}")


def _daypart_rel(f: Found) -> list[Expression] | None:
    if not f.has("rel"):
        return f.one(f"XXXX-XX-XX{part_of(f)}", "time")
    word = f.low("rel")
    the = f.words.lows[f.at("rel") - 1] == "the"
    return f.one(f"{anchor_note(word, the or word == 'next')}D{part_of(f)}", "time")


def _daypart_before(f: Found) -> list[Expression] | None:
    """ "The night before": of the day before the one told of."""
    end = f.match.end()
    if end < len(f.words) and (f.words.lows[end] in ("the", "a", "an", "they", "he", "she", "it") or f.words.lows[end][0].isdigit()):
        return None  # "the night before the attack"
    return f.one(f"ref-1D{part_of(f)}")


def _ago(f: Found) -> list[Expression] | None:
    if f.words.lows[f.match.end() - 1] == "back" and not f.has("num"):
        return None
    count = count_in(f)
    if count is None:
        return f.one(f"dct-X{unit_of(f)}")
    return f.one(step("dct", -count, unit_of(f)))


def _offset(f: Found) -> list[Expression] | None:
    word = f.low("dir")
    end = f.match.end()
    nominal = word in ("after", "before", "prior") and end < len(f.words) and (f.words.lows[end][0].isalnum())
    named = f.has("num") or f.has("vague") or f.lows()[0] in ("a", "an") or any(w in ("a", "an") for w in f.lows())
    count = count_in(f) if named else None
    if nominal:
        return [Expression(f.match.start(), end - 1, period(count, unit_of(f)), "duration")] if named else None
    back = word in ("before", "earlier", "previously", "prior", "beforehand")
    if not named and not f.low("unit").endswith("s"):
        return None
    if count is None and unit_of(f) in ("H", "M60"):
        return f.one("ref+0D")  # "hours later": of the day told of
    if count is None:
        return f.one(PAST_REF if back else FUTURE_REF, "ref")
    return f.one(step("ref", -count if back else count, unit_of(f)))


def _day_next(f: Found) -> list[Expression] | None:
    unit = f.first_of("unit", "unit2") or "unit"
    back = f.first_of("rel2", "rel4") is not None
    after = f.first_of("rel3", "rel4")
    if f.has("rel") and f.low("rel") == "next" and f.lows()[0] != "the" and unit_of(f, unit) != "D":
        return f.one(step("dct", 1, unit_of(f, unit)))
    if after and unit_of(f, unit) not in ("D", "Y", "M", "W"):
        return None
    if _over(f) and unit_of(f, unit) != "D":
        return f.one(period(1.0, unit_of(f, unit)), "duration")
    return f.one(step("ref", -1 if back else 1, unit_of(f, unit)))


def _over(f: Found) -> bool:
    """Whether a word before the match makes a stretch of it: `for the next year`."""
    first = f.match.start()
    return (
        first > 0
        and f.words.lows[first - 1] in ("for", "over", "during", "within", "throughout", "in")
        and f.first_of("rel", "rel3") is not None
        and (f.words.lows[first - 1] != "in" or f.words.lows[f.match.end() - 2] in ("coming", "next"))
    )


def _unit_rel(f: Found) -> list[Expression] | None:
    word, unit = f.low("rel"), unit_of(f)
    the = f.words.lows[f.at("rel") - 1] == "the"
    if word == "past" or (the and word == "last" and unit not in ("CE",)):
        return f.one(period(1.0, unit), "duration")
    if unit in ("S", "M60", "H"):
        return f.one(None, "time")
    return f.one(f"{anchor_note(word, the)}{unit}")


def _unit_edge(f: Found) -> list[Expression] | None:
    unit = f.low("unit") if f.has("unit") else f.lows()[0]
    code = tables()[3][unit]
    if code in ("S", "M60", "H") or (code in ("D", "CE", "DE") and "half" in f.lows()):
        return None
    return f.one(f"{'ref' if code == 'D' else 'now'}+0{code}")


def _present(f: Found) -> list[Expression] | None:
    first = f.match.start()
    while f.words.lows[first] in ("at", "up", "to") and f.match.end() - first > 1:
        first += 1
    return [Expression(first, f.match.end(), PRESENT_REF, "ref")]


def _past(f: Found) -> list[Expression] | None:
    return f.one(PAST_REF, "ref")


def _future(f: Found) -> list[Expression] | None:
    return f.one(FUTURE_REF, "ref")


def _since_then(f: Found) -> list[Expression] | None:
    return [Expression(f.match.end() - 1, f.match.end(), THEN, "ref")]


def _same_time(f: Found) -> list[Expression] | None:
    if f.lows()[-1] in ("point", "moment") and "same" not in f.lows():
        return None
    return f.one(SAME_PERIOD if f.lows()[-1] == "period" else None, "ref")


def _ref(f: Found) -> list[Expression] | None:
    return f.one(str(word_list("times")["refs"][f.low("word")]), "ref")


def _this_day(f: Found) -> list[Expression] | None:
    return f.one("ref+0D")


def _early_hours(f: Found) -> list[Expression] | None:
    late = "late" in f.lows() and not f.has("part")
    return f.one("XXXX-XX-XX" + ("TNI" if late else part_of(f) or "TMO"), "time")


def _daypart(f: Found) -> list[Expression] | None:
    return f.one(f"XXXX-XX-XX{part_of(f)}", "time")


RELATIVE: dict[str, Callable[[Found], list[Expression] | None]] = {
    "clock": _clock,
    "clock_dot": _clock,
    "clock_hour": _clock,
    "clock_at": _clock,
    "clock_four": _clock,
    "weekday_set": _weekday_set,
    "weekday": _weekday,
    "weekend": _weekend,
    "day_before_yesterday": _day_before_yesterday,
    "today": _today,
    "daypart_rel": _daypart_rel,
    "daypart_before": _daypart_before,
    "ago": _ago,
    "offset": _offset,
    "day_next": _day_next,
    "unit_rel": _unit_rel,
    "unit_edge": _unit_edge,
    "present": _present,
    "past": _past,
    "future": _future,
    "since_then": _since_then,
    "same_time": _same_time,
    "ref": _ref,
    "daypart": _daypart,
    "early_hours": _early_hours,
    "this_day": _this_day,
}
