"""The shapes that expressions of time take in English, as patterns over classes of words."""

import re
from functools import lru_cache

from marsad.reading.wordlists import word_list, words_of
from marsad.reading.wordpatterns import HYPHENS, WordPatterns

PRESENT_REF, PAST_REF, FUTURE_REF = "PRESENT_REF", "PAST_REF", "FUTURE_REF"
THEN, SAME_PERIOD = "then", "period"  # what was told last: its beginning, its stretch
SHARED = re.compile(r"\{([A-Z]\w*)\}")


@lru_cache(maxsize=1)
def time_patterns() -> WordPatterns:
    """The patterns, made ready once."""
    months, times = word_list("months"), word_list("times")
    full = [names[0] for names in months["months"].values()]
    abbr = [name for names in months["months"].values() for name in names[1:]]
    weekdays = [name for names in months["weekdays"].values() for name in names]
    units: dict[str, list[str]] = times["units"]
    classes: dict[str, list[str]] = {
        "DAY": ["0day"],
        "TWO": ["0day", "0two"],
        "YEAR": ["0year"],
        "ANYYEAR": ["0day", "0two", "0year"],
        "FOUR": ["0year", "0four"],
        "INT": ["0day", "0two", "0three", "0year", "0four", "0decimal"],
        "DOTDATE": ["0dotdate"],
        "CLOCK": ["0decimal"],
        "TH": ["0th"],
        "S0": ["0s"],
        "MONTH": full,
        "ABBR": abbr,
        "WEEKDAY": [w for w in weekdays if not w.endswith("days")],
        "WEEKDAYS": [w for w in weekdays if w.endswith("days")],
        "SEASON": [name for names in months["seasons"].values() for name in names],
        "UNIT": [name for names in units.values() for name in names],
        "UNIT1": [name for names in units.values() for name in names[:1]],
        "UNITS": [names[1] for key, names in units.items() if len(names) > 1 and key not in ("S",)],
        "DAYPART": [name for names in times["dayparts"].values() for name in names],
        "DAYPARTS": [name for names in times["dayparts"].values() for name in names if name.endswith("s")],
        "EDGE": [name for names in times["edges"].values() for name in names],
        "EARLY": list(times["early"]),
        "LATE": list(times["late"]),
        "MODS": [*times["early"], *times["late"]],
        "MID": list(times["mid"]),
        "HALF": list(times["halves"]),
        "COMING": ["coming", "next"],
        "REL": [w for key in ("last", "this", "next", "previous", "following", "same", "that") for w in times[key]],
        "FOLLOWING": [*times["following"], "next"],
        "PREVIOUS": list(times["previous"]),
        "AFTERWORD": ["after"],
        "BEFOREWORD": ["before"],
        "SHIFT": [*times["after"][:4], "hence", *times["before"]],
        "AGO": list(times["ago"]),
        "ABOUT": list(times["about"]),
        "CARD": list(times["counts"]),
        "ORD": list(times["ordinals"]),
        "DECADE": list(times["decades"]),
        "SET": list(times["sets"]),
        "REF": list(times["refs"]),
        "TODAY": list(times["today"]),
        "ZONE": ["gmt", "utc", "local", "est", "edt", "pst", "cet", "zulu"],
        "BC": ["bc", "bce"],
        "DOT": ["."],
        "COMMA": [","],
        "COLON": [":"],
        "SEMI": [";"],
        "SLASH": ["/"],
        "APOS": ["'", "’", "‘"],
        "CLOSE": [")", "]"],
        "HY": list(HYPHENS),
        "PREP": list(words_of(times, "places_in_time")),
        "OTHERWORD": ["0word"],
    }
    return WordPatterns(classes, _patterns())


def _patterns() -> dict[str, str]:
    """The patterns with their shared parts written out; a shared part may name earlier ones."""
    content = word_list("time_patterns")
    shared: dict[str, str] = {}
    for name, part in content["shared"].items():
        shared[name] = _written_out(part, shared)
    return {name: _written_out(pattern, shared) for name, pattern in content["patterns"].items()}


def _written_out(pattern: str, shared: dict[str, str]) -> str:
    return SHARED.sub(lambda match: shared[match[1]], pattern)
