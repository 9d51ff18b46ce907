"""Where the words around say that no time is meant: names, counts, verbs that look like months."""

from collections.abc import Callable
from functools import lru_cache

from marsad.reading.times.notes import Found
from marsad.reading.wordlists import word_list, word_set, words_of
from marsad.reading.wordpatterns import HYPHENS, Words


@lru_cache(maxsize=1)
def doubtful_words() -> frozenset[str]:
    """Words that name a month or a weekday only in company."""
    months = word_list("months")
    return frozenset([*months["doubtful_months"], *months["short_weekdays"]])


@lru_cache(maxsize=1)
def month_names() -> frozenset[str]:
    """Every word for a month."""
    return frozenset(name for names in word_list("months")["months"].values() for name in names)


@lru_cache(maxsize=1)
def openers() -> tuple[frozenset[str], frozenset[str]]:
    """Words that a year follows, and words that follow a time."""
    times = word_list("times")
    return frozenset(words_of(times, "year_openers")), frozenset(words_of(times, "places_in_time"))


@lru_cache(maxsize=1)
def persons() -> frozenset[str]:
    """Words for people that are counted, among them those for peoples."""
    return frozenset(words_of(word_list("units"), "person"))


def _year_check(f: Found) -> bool:
    """A bare number of four digits is a year unless it counts something or numbers something."""
    at = f.at("year")
    words, end = f.words, f.match.end()
    before = words.lows[f.match.start() - 1] if f.match.start() > 0 else "."
    after = words.lows[end] if end < len(words) else "."
    if end < len(words) and words.glued(end) and (after.isalpha() or after in "%°/"):
        return False
    if (
        before in NUMBERERS
        or (before in "$€£#:/.," and words.glued(at))
        or (before in HYPHENS and words.glued(at) and not _year_prefix(words, at))
    ):
        return False
    if opens_with_year(words, at):
        return True
    if before.isalpha() and after in persons() and before not in openers()[0]:
        return False  # "estimates that 1033 Lebanese died"
    if after in COUNTED or (before in COUNTERS and after.isalpha() and after not in openers()[1]):
        return False
    if after == "." and end + 1 < len(words) and words.glued(end + 1) and words.raws[end + 1].isdigit():
        return False
    if f.match.end() - f.match.start() > 1 or before in openers()[0] or not before.isalpha():
        return True
    return not (
        after.endswith("s")
        and after.isalpha()
        and len(after) > 3
        and not words.raws[end][0].isupper()
        and before not in ("the", "a", "its", "their", "s")
    ) or before in ("the", "its", "their", "s")


def opens_with_year(words: Words, at: int) -> bool:
    """Whether four digits are the year with which a clause opens, whatever stands behind: "In 2014 rebels", "that since 1994 people"."""
    opener = at - 1
    while opener > 0 and words.lows[opener] in MODIFIERS:
        opener -= 1
    before = words.lows[opener - 1] if opener > 0 else "."
    first = before == "that" or (not before.isalnum() and words.raws[opener][0].isupper())
    year = len(words.raws[at]) == 4 and words.raws[at].isdigit() and 1900 <= int(words.raws[at]) < 2100
    return first and year and words.lows[opener] in YEAR_OPENS


def _year_prefix(words: Words, at: int) -> bool:
    return (
        at >= 2 and words.lows[at - 2] in ("pre", "post", "mid", "early", "late", "inter") or (at >= 2 and words.lows[at - 2][0].isdigit())
    )


def _date_check(f: Found) -> bool:
    """A day of the calendar before a body's noun is a part of its name: `the March 23 Movement`."""
    words, end = f.words, f.match.end()
    if end < len(words) and words.lows[end].isdigit():
        end += 1
    return words.upper or end >= len(words) or words.lows[end] not in NAMED_AFTER_DAYS or words.raws[end][0].islower()


def _month_day_check(f: Found) -> bool:
    """ "In May 14 people were killed": the number counts people."""
    first, end, words = f.match.start(), f.match.end(), f.words
    counts = first > 0 and words.lows[first - 1] in ("in", "of", "early", "late") and end < len(words) and words.lows[end] in persons()
    return not (counts and words.lows[end - 1].isdigit()) and _date_check(f)


NAMED_AFTER_DAYS = word_set("times", "named_after_days")
MODIFIERS = frozenset({*word_list("times")["early"], *word_list("times")["late"], "mid", "-"})
YEAR_OPENS = ("in", "since", "during", "until")


NUMBERERS = word_set("times", "numberers")


COUNTERS = word_set("times", "counters")


COUNTED = word_set("times", "counted")  # fmt: skip


def _month_check(f: Found) -> bool:
    """A doubtful month alone needs a word of time before it, unless its capital can only be a name's."""
    at = f.at("mon")
    low, words = f.low("mon"), f.words
    if not _date_check(f):
        return False
    if low == "sun" or low not in doubtful_words():
        return True
    if low not in ("may", "march", "august"):
        return False
    first = f.match.start()
    before = words.lows[first - 1] if first > 0 else "."
    if before in openers()[1] or at > first or (before == "," and first > 1 and words.lows[first - 2].isdigit()):
        return True
    after = words.lows[at + 1] if at + 1 < len(words) else "."
    if words.upper or low == "march" and after in ("on", "to", "of", "into", "through", "from"):
        return False
    return before[0].isalnum() and not words.raws[first - 1][0].isupper() or (before in "(,[;" and (after in ",;)" or after in HYPHENS))


def _season_check(f: Found) -> bool:
    """Fall and spring are seasons only where the words around say so."""
    low, words = f.low("season"), f.words
    end = f.match.end()
    after = words.lows[end] if end < len(words) else "."
    first = f.match.start()
    before = words.lows[first - 1] if first > 0 else "."
    if low == "fall" and after in ("campaign", "offensive", "harvest", "elections", "term"):
        return True
    if low == "fall":
        return (f.match.end() - first > 1 or before in ("in", "last", "this", "next", "by")) and after not in (
            "of",
            "into",
            "to",
            "in",
            "back",
        )
    if after in ("up", "from", "water", "forth") and low == "spring":
        return False
    if low == "spring":
        return (
            f.match.end() - first > 1
            and after not in ("up", "from", "water")
            or before in openers()[1]
            or before[0] in ".("
            or after in ("offensive", "campaign", "offensives", "fighting")
        )
    return True


def _weekday_check(f: Found) -> bool:
    low, words = f.low("wd"), f.words
    if f.has("rel") and f.low("rel") == "following" and (f.at("rel") == 0 or words.lows[f.at("rel") - 1] not in ("the", "that")):
        return False  # "wounded following Thursday's ambush": after it
    if low not in doubtful_words():
        return True
    end = f.match.end()
    return (
        words.upper is False and end < len(words) and words.lows[end] in ".," and end + 1 < len(words) and words.lows[end + 1][0].isdigit()
    )


def _daypart_check(f: Found) -> bool:
    """A part of the day with a capital inside a sentence is a name: Operation Dawn."""
    at, words = f.at("part"), f.words
    return words.upper or not words.raws[at][0].isupper() or at == 0 or words.lows[at - 1] in '.!?\n\u201c"' or words.lows[at - 1].isspace()


def _day_pair_check(f: Found) -> bool:
    """`May 4 and 5`: the second number counts nothing of its own."""
    words, end = f.words, f.match.end()
    after = words.lows[end] if end < len(words) else "."
    return not after.isalpha() or after in openers()[1] or after in ("were", "was", "when", "as", "the")


def _duration_check(f: Found) -> bool:
    """`a second`, `one day` and the like count time; `a day` after a count is a rate, and still a time."""
    low = f.low("unit")
    if len(f.lows()) > 2 and f.lows()[-2] in persons():
        return False  # "killed 40 people hours after"
    return not (low in ("minute",) and f.lows()[0] == "a" and f.match.end() - f.match.start() > 2)


def _clock_check(f: Found) -> bool:
    words, first = f.words, f.match.start()
    return not (first > 0 and words.glued(first) and words.lows[first - 1] in (":", "/"))


def _day_only_check(f: Found) -> bool:
    """`the 17th and 18th centuries` tells no day."""
    end = f.match.end()
    return not any(w in ("century", "centuries") for w in f.words.lows[end : end + 5])


def _four_check(f: Found) -> bool:
    """Four digits are a time of day where hours and minutes fit."""
    four = f.low("four")
    return int(four[:2]) < 24 and int(four[2:]) < 60


CHECKS: dict[str, Callable[[Found], bool]] = {
    "dm": _date_check,
    "md": _month_day_check,
    "year": _year_check,
    "month": _month_check,
    "season": _season_check,
    "weekday": _weekday_check,
    "duration": _duration_check,
    "clock": _clock_check,
    "clock_four": _four_check,
    "clock_at": _four_check,
    "daypart": _daypart_check,
    "day_only": _day_only_check,
    "day_pair_mdy": _day_pair_check,
}
