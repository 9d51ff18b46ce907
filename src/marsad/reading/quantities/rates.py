"""The period of a rate, the thing that a total counts, and the same count in two units."""

from typing import Literal

import msgspec

from marsad.model.mention import QuantityMention
from marsad.reading.quantities.lexicon import Lexicon
from marsad.reading.quantities.nouns import HARMED, PEOPLED
from marsad.reading.wordlists import word_set
from marsad.reading.wordpatterns import Words

Per = Literal["hour", "day", "week", "month", "year"]


PERIODS: dict[str, Per] = {"hour": "hour", "day": "day", "week": "week", "month": "month", "year": "year"}


RATE_REACH = 8


TOTAL_REACH = 14
LABEL_WORDS = 6


SENTENCE_END = frozenset(".!?;:")


def period_of(words: Words, first: int, last: int, lex: Lexicon) -> tuple[Per | None, int]:
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
    if at >= 3 and lows[at - 1] == "of" and lows[at - 2] in RATES and lows[at - 3] in lex.per:  # "at a daily rate of 900"
        return PERIODS[lex.per[lows[at - 3]]], last
    return None, last


RATES = frozenset({"rate", "pace", "average"})
NO_RATE = word_set("numbers", "no_rate")


def total_of(words: Words, first: int, lex: Lexicon) -> str | None:
    """The unit of a number that stands behind what it counts: `the number of people ... could be as high as 78,000`."""
    lows = words.lows
    if first > 1 and lows[first - 1] == ":":
        return _labelled(words, first - 1, lex)
    for k in range(first - 1, max(first - TOTAL_REACH, -1), -1):
        low = lows[k]
        if low in SENTENCE_END or low.isspace():
            return None
        if low in ("toll", "population") and k > 0:
            return "person"
        if low == "number" and lows[k + 1 : k + 2] == ["of"]:
            return next((lex.nouns[w] for w in lows[k + 2 : k + 6] if w in lex.nouns), None)
    return None


def _labelled(words: Words, colon: int, lex: Lexicon) -> str | None:
    """The unit of a number in a table's line: `Households displaced: 300`."""
    line = words.text.rfind("\n", 0, words.starts[colon]) + 1
    label: list[str] = []
    for k in range(colon - 1, max(colon - LABEL_WORDS, -1), -1):
        if words.starts[k] < line or words.lows[k] in SENTENCE_END:
            break
        label.append(words.lows[k])
    known = next((lex.nouns[w] for w in label if w in lex.nouns), None)
    return known or ("person" if any(w in HARMED for w in label) else None)


def joined_counts(found: list[QuantityMention], text: str) -> list[QuantityMention]:
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
    if two.unit == "percent" and one.unit in (None, *PEOPLED):  # "50,000 (98 per cent)"
        return text[one.end : two.start].strip() == "(" and text[two.end : two.end + 1] == ")"
    if one.unit is None or two.unit is None or one.unit == two.unit or one.per != two.per and two.per is not None:
        return False
    between = " ".join(text[one.end : two.start].split())
    after = text[two.end : two.end + 1]
    if {one.unit, two.unit} == {"person", "household"} and _sizes_agree(one, two):
        return between in SAME_PEOPLE or (between in ("(", "(or", "[") and (not after or after in ")],;:"))
    convertible = {one.unit, two.unit} <= PEOPLED or one.unit in DISTANCES and two.unit in DISTANCES
    return (between == "(" and after == ")" and convertible) or (between in (", or", "or") and convertible and after == ",")


def _sizes_agree(one: QuantityMention, two: QuantityMention) -> bool:
    """Whether so many people can be so many households."""
    people, homes = (one, two) if one.unit == "person" else (two, one)
    many, few = people.best or people.low or people.high, homes.best or homes.low or homes.high
    return many is not None and few is not None and few >= FEWEST_HOUSEHOLDS and LEAST_HOUSEHOLD <= many / max(few, 1) <= MOST_HOUSEHOLD


FEWEST_HOUSEHOLDS = 4  # "three people of one family" is no count told twice
LEAST_HOUSEHOLD, MOST_HOUSEHOLD = 1.5, 20  # people in one household, on average
SAME_PEOPLE = frozenset(
    {
        "or",
        ", or",
        "/",
        "in",
        "from",
        "of",
        ", in",
        "comprising",
        ", comprising",
        "comprised of",
        "consisting of",
        "made up of",
        "representing",
        ", representing",
    }
    | {"with", "totalling", ", totalling", "totaling", ", totaling", ", or a total of", "i.e.", "equivalent to", "=", "–", "-", "(i.e."}
)
DISTANCES = frozenset({"kilometre", "mile", "metre", "foot", "km2", "square mile", "hectare", "acre", "yard"})
