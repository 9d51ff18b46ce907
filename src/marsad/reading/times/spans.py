"""What durations and repeated times say."""

from collections.abc import Callable

from marsad.reading.times.notes import Expression, Found, count_in, period, unit_of
from marsad.reading.wordlists import word_list


def _stretch(f: Found) -> list[Expression] | None:
    if f.has("num") or f.has("vague"):
        return f.one(period(count_in(f), unit_of(f)), "duration")
    plural = f.low("unit").endswith("s")
    return f.one(period(None if plural else 1.0, unit_of(f)), "duration")


def _span_rel(f: Found) -> list[Expression] | None:
    return f.one(period(count_in(f), unit_of(f, f.first_of("unit", "unit2") or "unit")), "duration")


def _span_vague(f: Found) -> list[Expression] | None:
    return f.one(period(None, unit_of(f)), "duration")


SETS = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX", "DE": "XXX"}


def _every(f: Found) -> list[Expression] | None:
    count = count_in(f)
    unit = unit_of(f)
    if (count is None or count == 1.0) and unit in SETS and "other" not in f.lows():
        return f.one(SETS[unit], "set")
    return f.one(period(2.0 if "other" in f.lows() else count, unit), "set")


def _per(f: Found) -> list[Expression] | None:
    return f.one(period(1.0, unit_of(f)), "set")


def _repeated(f: Found) -> list[Expression] | None:
    return f.one(str(word_list("times")["sets"][f.low("word")]), "set")


def _duration(f: Found) -> list[Expression] | None:
    return f.one(period(count_in(f), unit_of(f)), "duration")


def _age_word(f: Found) -> list[Expression] | None:
    return [Expression(f.at("num"), f.match.end(), period(count_in(f), "Y"), "duration")]


def _half_unit(f: Found) -> list[Expression] | None:
    count = count_in(f) if f.has("num") else 1.0
    return f.one(period((count or 1.0) + 0.5, unit_of(f)), "duration")


def _plain_units(f: Found) -> list[Expression] | None:
    return f.one(period(None, unit_of(f)), "duration")


def _time_vague(f: Found) -> list[Expression] | None:
    return f.one(None, "duration")


def _unit_long(f: Found) -> list[Expression] | None:
    count = None if f.low("unit").endswith("s") else 1.0
    return [Expression(f.at("unit"), f.match.end(), period(count, unit_of(f)), "duration")]


SPANS: dict[str, Callable[[Found], list[Expression] | None]] = {
    "stretch": _stretch,
    "span_rel": _span_rel,
    "span_vague": _span_vague,
    "every": _every,
    "per": _per,
    "set": _repeated,
    "age_word": _age_word,
    "age": _duration,
    "half_unit": _half_unit,
    "compound": _duration,
    "time_vague": _time_vague,
    "unit_long": _unit_long,
    "duration": _duration,
    "plain_units": _plain_units,
}
