"""Reads the counts of a text: the number, the hedge before it, the noun and the period behind it."""

from typing import Literal, NamedTuple

import msgspec

from marsad.model.mention import QuantityMention, Span
from marsad.model.report import Field
from marsad.reading.quantities.cores import JOINED, NONE_WORDS, Core, core_at, phrase_at
from marsad.reading.quantities.lexicon import Lexicon, lexicon
from marsad.reading.quantities.nouns import Counted, counted
from marsad.reading.times.reader import scan_times
from marsad.reading.wordpatterns import Words, words_of_text

Per = Literal["hour", "day", "week", "month", "year"]
PERIODS: dict[str, Per] = {"hour": "hour", "day": "day", "week": "week", "month": "month", "year": "year"}
SMALL_FOR_PLACE_HEDGES = 10
RATE_REACH = 8
TOTAL_REACH = 14
SENTENCE_END = frozenset(".!?;:")


class Hedge(NamedTuple):
    """What the words before a number do to it, and where they begin."""

    first: int
    effects: frozenset[str]
    more: bool


def read_quantities(text: str, *, field: Field = "text") -> list[QuantityMention]:
    """The counts of a text, in order; dates, ages, names and ranks are none."""
    words, lex = words_of_text(text), lexicon()
    blocked = _times(words, text)
    found: list[QuantityMention] = []
    i, floor = 0, 0
    while i < len(words):
        low = words.lows[i]
        if not (low[0].isdigit() or low in lex.starts) or i in blocked:
            i += 1
            continue
        core = core_at(words, i, lex)
        made = _mention(words, core, floor, blocked, lex, field) if core is not None else None
        if core is None or made is None:
            i = core.last if core is not None and core.digits else i + 1
            continue
        mention, last = made
        found.append(mention)
        i = floor = max(last, core.last)
    return _also(found, text)


def _times(words: Words, text: str) -> frozenset[int]:
    """The words that tell a time, so count nothing."""
    return frozenset(i for e in scan_times(text) for i in range(e.first, e.last))


def _mention(
    words: Words, core: Core, floor: int, blocked: frozenset[int], lex: Lexicon, field: Field
) -> tuple[QuantityMention, int] | None:
    if _named(words, core, lex) or _times_follow(words, core, blocked):
        return None
    what = counted(words, core, lex)
    if what is None:
        return None
    core, what = _special(words, core, what, lex)
    if what is None:
        return None
    hedge = _hedge(words, core, floor, lex)
    money = lex.currencies.get(words.lows[hedge.first - 1]) if hedge.first > 0 else None
    if money is not None:
        hedge = _hedge(words, core._replace(first=core.first - 1), floor, lex) if words.lows[core.first - 1] in lex.currencies else hedge
        first = min(hedge.first, core.first - 1)
        what = Counted(
            what.noun if what.unit in lex.measures.values() else None,
            money,
            core.last if what.unit not in lex.measures.values() else what.last,
        )
    else:
        first = hedge.first
    if money is None and _stray(words, core, what, hedge, lex):
        return None
    last, effects = _behind(words, core, what, lex)
    effects |= hedge.effects
    unit = what.unit or _total_of(words, first, core, lex)
    per, last = _per(words, first, last, lex)
    low, best, high, approximate = _bounds(core, effects)
    start, end = words.starts[first], words.ends[last - 1]
    mention = QuantityMention(
        start=start, end=end, text=words.text[start:end], field=field, low=low, best=best, high=high,
        approximate=approximate, unit=unit, per=per,
        noun=None if what.noun is None else Span(words.starts[what.noun], words.ends[what.noun]),
        number=Span(words.starts[core.first], words.ends[core.last - 1]),
        estimated="estimate" in effects, more=hedge.more or "more" in effects,
    )  # fmt: skip
    return mention, last


def _bounds(core: Core, effects: frozenset[str]) -> tuple[float | None, float | None, float | None, bool]:
    low, best, high = core.low, core.best, core.high
    approximate = core.approximate or "about" in effects or "estimate" in effects
    if core.spelled_range and "max" in effects and not core.percent:
        return None, best, high, approximate
    if core.spelled_range or (low != high and low is not None):
        return low, best, high, approximate
    if "max" in effects or "under" in effects:
        return None, best, high, approximate
    if "min" in effects:
        return low, best, None, approximate
    return low, best, high, approximate


def _named(words: Words, core: Core, lex: Lexicon) -> bool:
    """Whether the number is part of a name, a phone number or a mark of a list."""
    i = core.first
    if (
        core.digits
        and (core.best or 0) < 100
        and words.lows[core.last : core.last + 1] in (["."], [")"])
        and words.text[: words.starts[i]].rstrip(" \t")[-1:] in ("", "\n")
    ):
        return True
    if i == 0:
        return False
    before = words.lows[i - 1]
    if words.glued(i) and core.digits:
        if before.isalpha() and before not in ("us", "usd", "eur", "gbp") or before in "#/@_*=°":
            return True
        if before in JOINED and i > 1 and words.glued(i - 1):
            return True
        if before in ".:" and i > 1 and words.glued(i - 1) and words.lows[i - 2][0].isalnum():
            return True
    if (
        core.digits
        and core.last < len(words)
        and words.glued(core.last)
        and words.lows[core.last] in ("/", ":", "°", "_", "@")
        and core.last + 1 < len(words)
        and words.glued(core.last + 1)
    ):
        return True
    if core.digits and (_phone(words, i) or _lettered(words, core, lex) or _aged(words, i)):
        return True
    if (
        before in ("in", "of")
        and i > 1
        and words.lows[i - 2] in ("one", "out")
        and (core.best or 0) <= 100
        and words.lows[i - 2 : i] != ["one", "of"]
    ):
        return True
    at = i - 2 if before == "." and i > 1 else i - 1
    return words.lows[at] in lex.always_numberers or (words.lows[at] == "no" and words.raws[at] != "no" and core.digits)


def _lettered(words: Words, core: Core, lex: Lexicon) -> bool:
    """Whether letters that are no unit are glued to the digits: `60s`, `4x4`, `2AA`."""
    k = core.last
    if k >= len(words) or not words.glued(k) or not words.lows[k].isalpha():
        return False
    return (
        words.lows[k] not in lex.measures
        and words.lows[k] not in lex.percent
        and words.lows[k] not in ("sq", "square")
        and len(words.lows[k]) < 5
    )


def _aged(words: Words, i: int) -> bool:
    """Whether the number is a later one of `aged 5, 7 and 9`."""
    k = i - 1
    while k > 0 and i - k < 9 and (words.raws[k].isdigit() or words.lows[k] in (",", "and", "to", "between", "from")):
        k -= 1
    return words.lows[k] in ("aged", "ages", "age")


def _phone(words: Words, i: int) -> bool:
    """Whether the number stands in a row of numbers, as those of telephones do."""
    first = i
    while first > 0 and i - first < 6 and (words.raws[first - 1].isdigit() or words.lows[first - 1] in JOINED):
        first -= 1
    last = i
    while last < len(words) and last - i < 8 and (words.raws[last].isdigit() or words.lows[last] in JOINED):
        last += 1
    row = [raw for raw in words.raws[first:last] if raw.isdigit()]
    signed = first > 0 and words.lows[first - 1] == "+"
    dialled = len(row) >= 2 and any(raw[0] == "0" for raw in row) or (first > 0 and words.lows[first - 1] == ")" and len(row) == 2)
    return signed or dialled or (len(row) >= 3 and not all(len(raw) == 3 for raw in row[1:])) or len(row) >= 5


def _times_follow(words: Words, core: Core, blocked: frozenset[int]) -> bool:
    """`thousands of years`, `hundreds of days` count time."""
    k = core.last
    if k < len(words) and words.lows[k] == "of":
        k += 1
        return k in blocked and words.lows[k] in ("years", "days", "hours", "weeks", "months", "minutes", "seconds", "centuries")
    return (
        k in blocked
        and not core.percent
        and words.lows[k] in ("years", "days", "hours", "weeks", "months", "minutes", "seconds", "decades")
    )


def _special(words: Words, core: Core, what: Counted, lex: Lexicon) -> tuple[Core, Counted | None]:
    """Words that count only in company: one, no, none, both, several."""
    low = words.lows[core.first]
    if low in NONE_WORDS or low == "both":
        return core, _none(words, core, what, lex)
    if core.last - core.first == 1 and low == "one":
        before = words.lows[core.first - 1] if core.first > 0 else ""
        if before == "no":
            return core, None
        if before in ("the", "every", "any", "each", "this", "that", "another") and what.noun is None:
            return core, None
        known = what.noun is not None and words.lows[what.noun] in lex.nouns or what.unit in ("percent", *lex.measures.values())
        harmed = what.noun is None and what.unit == "person"
        dies = (
            core.last < len(words)
            and words.lows[core.last] in ("was", "is", "has", "died")
            and words.lows[core.last + 1 : core.last + 2]
            and words.lows[core.last + 1] in ONE_HARMED
        )
        if not (known or harmed or dies):
            return core, None
        return core, what if not dies or known else what._replace(unit="person")
    if low in ("several", "a", "couple") and (core.spelled_range or core.approximate) and what.noun is None and core.best != 12:
        return core, None
    return core, what


def _none(words: Words, core: Core, what: Counted, lex: Lexicon) -> Counted | None:
    """`no civilians`, `none of the passengers`, `both soldiers`: only people and what happens to them."""
    following = words.lows[core.last] if core.last < len(words) else ""
    if (
        what.noun is not None
        and words.lows[what.noun] in lex.nouns
        and (what.unit in PEOPLED or words.lows[core.first] == "both")
        and what.noun - core.last <= 3
    ):
        return what if following not in ("longer", "one", "doubt", "matter") else None
    if words.lows[core.first] == "none" and following in ("was", "were", "of", "have", "had", "has"):
        return what._replace(last=core.last)
    return None


PEOPLED = frozenset({"person", "fighter", "household"})
ONE_HARMED = frozenset("killed wounded injured shot hurt arrested kidnapped abducted dead missing slain executed".split())


def _hedge(words: Words, core: Core, floor: int, lex: Lexicon) -> Hedge:
    first = core.first
    effects: set[str] = set()
    more = False
    for _ in range(4):
        if first == floor or first == 0:
            break
        step = _hedge_before(words, first, floor, lex)
        if step is None:
            break
        phrase, effect = step
        if (
            effect in ("min", "under")
            and len(phrase) == 1
            and phrase[0] in ("over", "under", "below", "above")
            and (core.best or 99) < SMALL_FOR_PLACE_HEDGES
        ):
            break
        more = more or phrase in lex.more_before
        first -= len(phrase)
        effects.add(effect)
    if first < core.first and effects == {"plain"} and not more:
        first = core.first
    while first < core.first and words.lows[first] in SILENT:
        first += 1
    if first > floor and words.lows[first - 1] == "between" and core.low != core.high and core.best is not None:
        first -= 1
    return Hedge(first, frozenset(effects), more)


SILENT = frozenset({"the", "these", "those", "all", "its", "his", "their"})


def _hedge_before(words: Words, first: int, floor: int, lex: Lexicon) -> tuple[tuple[str, ...], str] | None:
    for phrase, effect in lex.hedges.get(words.lows[first - 1], ()):
        at = first - len(phrase)
        if at >= floor and phrase_at(words, at, phrase):
            return phrase, effect
    return None


def _stray(words: Words, core: Core, what: Counted, hedge: Hedge, lex: Lexicon) -> bool:
    """A bare number behind a name, in a list of marks, or between the commas of an age."""
    if what.unit is not None or what.noun is not None or hedge.effects - {"plain"} or not core.digits and core.best != 1:
        return False
    i, lows = core.first, words.lows
    before = lows[i - 1] if i > 0 else "\n\n"
    after = lows[core.last] if core.last < len(words) else "\n\n"
    if before.isspace() and after in ".)":
        return True
    if before == "." and i > 1:
        before = lows[i - 2]
    if (
        before in lex.numberers
        or after == "block"
        or (after.isalpha() and words.raws[core.last][0].isupper() and any(w in lex.streets for w in lows[core.last + 1 : core.last + 4]))
    ):
        return True
    small = (core.best or 0) < 120
    if small and after == ")" and before.isalpha() or before in JOINED and i > 1 and len(lows[i - 2]) == 1:
        return True
    if small and before in ",(" and after in ",);." and i > 1 and words.raws[i - 2][0].isupper():
        return True
    return (
        i > 1
        and (core.best or 0) < 1000
        and not words.upper
        and words.raws[i - 1][0].isupper()
        and lows[i - 2] not in SENTENCE_END
        and not lows[i - 2].isspace()
    )


def _behind(words: Words, core: Core, what: Counted, lex: Lexicon) -> tuple[int, frozenset[str]]:
    """Where the mention ends, and what `or more`, `-plus`, `more` behind the number or the noun do."""
    effects: set[str] = set()
    last = what.last
    for at in {core.last, what.last}:
        if at >= len(words):
            continue
        if words.lows[at] == "+" and words.glued(at):
            effects.add("min")
            last = max(last, at + 1)
            continue
        k = at + 1 if words.lows[at] in JOINED and words.glued(at) and at + 1 < len(words) else at
        for phrase, effect in lex.after.get(words.lows[k], ()):
            if phrase_at(words, k, phrase) and words.lows[k + len(phrase) : k + len(phrase) + 1] != ["than"]:
                effects.add(effect)
                last = max(last, k + len(phrase))
                break
        if at == core.last and k + 1 < len(words) and words.lows[k] == "odd" and k > at:
            effects.add("about")
    return last, frozenset(effects)


def _per(words: Words, first: int, last: int, lex: Lexicon) -> tuple[Per | None, int]:
    """The period of a rate, and where the mention ends with it."""
    lows, n = words.lows, len(words)
    for k in range(last, min(n, last + RATE_REACH)):
        low = lows[k]
        if low in SENTENCE_END or low.isspace() or low[0].isdigit() or low in (",", "(", "and", "but"):
            break
        unit = PERIODS.get(lex.per.get(lows[k + 1], "")) if k + 1 < n else None
        if low in ("per", "each", "every", "/") and unit is not None:
            return unit, k + 2 if k == last else last
        if (
            low in ("a", "an")
            and unit is not None
            and lows[k - 1] not in NO_RATE
            and lows[k + 2 : k + 3] not in (["ago"], ["later"], ["earlier"], ["after"], ["before"], ["old"], ["long"])
        ):
            return unit, k + 2 if k == last else last
        if low in ("daily", "weekly", "monthly", "hourly", "yearly", "annually") and (
            k + 1 >= n or not lows[k + 1].isalpha() or lows[k + 1] in lex.closers
        ):
            return PERIODS[lex.per[low]], k + 1 if k == last else last
    at = first - 1 if first > 0 and lows[first - 1] == "," else first
    if at >= 2 and lows[at - 2] in ("each", "every") and lows[at - 1] in PERIODS:
        return PERIODS[lows[at - 1]], last
    return None, last


NO_RATE = frozenset(
    "in for within after over of than about once such during half as one nearly almost more until by at with on was is like for".split()
)


def _total_of(words: Words, first: int, core: Core, lex: Lexicon) -> str | None:
    """The unit of a number that stands behind what it counts: `the number of people ... could be as high as 78,000`."""
    lows = words.lows
    for k in range(first - 1, max(first - TOTAL_REACH, -1), -1):
        low = lows[k]
        if low in SENTENCE_END or low.isspace():
            return None
        if low in ("toll", "population") and k > 0:
            return "person"
        if low == "number" and lows[k + 1 : k + 2] == ["of"]:
            return next((lex.nouns[w] for w in lows[k + 2 : k + 6] if w in lex.nouns), None)
    return None


def _also(found: list[QuantityMention], text: str) -> list[QuantityMention]:
    """`300 families (1,800 people)` becomes one count in two units."""
    joined: list[QuantityMention] = []
    for mention in found:
        last = joined[-1] if joined else None
        if last is not None and _same_count(last, mention, text):
            end = mention.end + (text[mention.end : mention.end + 1] == ")")
            joined[-1] = msgspec.structs.replace(
                last, end=end, text=text[last.start : end], also=(*last.also, mention), per=last.per or mention.per
            )
        else:
            joined.append(mention)
    return joined


def _same_count(one: QuantityMention, two: QuantityMention, text: str) -> bool:
    if one.unit is None or two.unit is None or one.unit == two.unit or one.per != two.per and two.per is not None:
        return False
    between = text[one.end : two.start].strip()
    closed = text[two.end : two.end + 1] == ")"
    convertible = {one.unit, two.unit} <= PEOPLED or one.unit in DISTANCES and two.unit in DISTANCES
    return (between == "(" and closed and convertible) or (between in (", or", "or") and convertible and text[two.end : two.end + 1] == ",")


DISTANCES = frozenset({"kilometre", "mile", "metre", "foot", "km2", "square mile", "hectare", "acre", "yard"})


def read_singulars(text: str, *, field: Field = "text") -> list[QuantityMention]:
    """One person each for `a soldier`, `an elderly woman`: an article and a person in the singular."""
    words, lex = words_of_text(text), lexicon()
    found: list[QuantityMention] = []
    for i, low in enumerate(words.lows):
        if low not in ("a", "an"):
            continue
        for k in range(i + 1, min(i + 5, len(words))):
            word = words.lows[k]
            if word in lex.closers or not word.isalpha():
                break
            following = words.lows[k + 1] if k + 1 < len(words) else "."
            if (
                lex.nouns.get(word) in ("person", "fighter")
                and word not in MANY
                and not word.endswith("s")
                and following not in lex.nouns
                and following not in ("'", "’", "-")
            ):
                start, end = words.starts[i], words.ends[k]
                found.append(
                    QuantityMention(
                        start=start,
                        end=end,
                        text=text[start:end],
                        field=field,
                        low=1.0,
                        best=1.0,
                        high=1.0,
                        unit=lex.nouns[word],
                        noun=Span(words.starts[k], end),
                        number=Span(start, words.ends[i]),
                    )  # fmt: skip
                )
                break
    return found


MANY = frozenset(
    "people police personnel crew staff men women children dead wounded injured missing elderly homeless death injury life body casualty soul staff major general private minor human adult other".split()
)
