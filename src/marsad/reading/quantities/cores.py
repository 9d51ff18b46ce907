"""The number's own words: where they end and what they say."""

from typing import NamedTuple

from marsad.reading.quantities.digits import value_of
from marsad.reading.quantities.lexicon import Lexicon, Phrase
from marsad.reading.wordlists import word_set
from marsad.reading.wordpatterns import HYPHENS, Words

ORDINAL = frozenset({"st", "nd", "rd", "th", "d"})
VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
RANGE_WORDS = frozenset({"to", "or"})
SPANNING = word_set("numbers", "spanning")
JOINED = frozenset("-\u2010\u2011")
NONE_WORDS = frozenset({"no", "none"})
MOST_WORDS = 12


class Core(NamedTuple):
    """Words `first` up to but not including `last`, and the number that they say."""

    first: int
    last: int
    low: float | None
    best: float | None
    high: float | None
    approximate: bool = False
    percent: bool = False
    digits: bool = False
    spelled_range: bool = False  # "dozens", "several": best stays open


def core_at(words: Words, i: int, lex: Lexicon) -> Core | None:
    """The number that begins at word i, the widest reading first."""
    low = words.lows[i]
    if low[0].isdigit():
        return _round_plural(words, i, lex) or ratio_at(words, i, lex) or _ranged(words, _digits(words, i, lex), lex)
    if low not in lex.starts:
        return None
    if low in NONE_WORDS or low == "both":
        number = 2.0 if low == "both" else 0.0
        return Core(i, i + 1, number, number, number)
    return (
        _part_of_million(words, i, lex)
        or _share(words, i, lex)
        or ratio_at(words, i, lex)
        or _spelled_range(words, i, lex)
        or _few(words, i, lex)
        or _ranged(words, _spelled(words, i, lex), lex)
    )


def phrase_at(words: Words, i: int, phrase: Phrase) -> bool:
    """Whether the phrase stands at word i."""
    return words.lows[i : i + len(phrase)] == list(phrase)


def _digits(words: Words, i: int, lex: Lexicon) -> Core | None:
    last, raw = i + 1, words.raws[i]
    if raw.isdigit() and len(raw) <= 3 and not (i > 0 and words.raws[i - 1].isdigit() and words.starts[i] - words.ends[i - 1] == 1):
        while (
            last < min(len(words), i + 4)
            and len(words.raws[last]) == 3
            and words.raws[last].isdigit()
            and words.text[words.ends[last - 1] : words.starts[last]] == " "
        ):
            raw += words.raws[last]
            last += 1
    part, last = _part_behind(words, last, lex) if raw.isdigit() and len(raw) <= 3 else (0.0, last)
    scale, last = _scale(words, last, lex)
    value = value_of(raw, scaled=scale is not None)
    if value is None:
        return None
    value += part
    if scale is None and last < len(words) and words.glued(last) and words.lows[last] in ORDINAL:
        return None
    number = value * (scale or 1.0)
    number = float(round(number)) if abs(number - round(number)) < 1e-6 else number
    return Core(i, last, number, number, number, digits=True)


def _part_behind(words: Words, last: int, lex: Lexicon) -> tuple[float, int]:
    """What is added to digits by "½" or, before a million, by "and a half"; and the word behind it."""
    if last < len(words) and words.raws[last] in VULGAR:
        return VULGAR[words.raws[last]], last + 1
    if words.lows[last : last + 1] == ["and"] and (part := _and_part(words, last, lex)) is not None:
        return part if words.lows[part[1] : part[1] + 1] and words.lows[part[1]] in lex.multipliers else (0.0, last)
    return 0.0, last


def _round_plural(words: Words, i: int, lex: Lexicon) -> Core | None:
    """`100s of`, `1,000s of`: as the word for that range."""
    word = {"100": "hundreds", "1000": "thousands", "1,000": "thousands"}.get(words.raws[i])
    if word is None or words.lows[i + 1 : i + 3] != ["s", "of"] or not words.glued(i + 1):
        return None
    least, most = lex.ranges[word][-1][1:]
    return Core(i, i + 2, least, None, most, spelled_range=True)


def _scale(words: Words, last: int, lex: Lexicon) -> tuple[float | None, int]:
    if last >= len(words):
        return None, last
    low = words.lows[last]
    if words.glued(last) and low in lex.short_multipliers and not (low == "m" and not _millions(words, last, lex)):
        return lex.short_multipliers[low], last + 1
    at = last + 1 if low in JOINED and words.glued(last) and last + 1 < len(words) else last
    scale = 1.0
    for k in range(at, min(at + 2, len(words))):
        word = words.lows[k]
        if word in lex.multipliers:
            scale *= lex.multipliers[word]
            last = k + 1
        elif word == "dozen":
            return scale * 12, k + 1
        else:
            break
    return (scale, last) if scale > 1 else (None, last)


def _millions(words: Words, at: int, lex: Lexicon) -> bool:
    """Whether a glued `m` means millions: money before it, or people behind."""
    if at >= 2 and words.lows[at - 2] in lex.currencies:
        return True
    if any(w in lex.nouns for w in words.lows[at + 1 : at + 4]):
        return True
    return at + 1 < len(words) and words.lows[at + 1] in MILLIONS_DO


MILLIONS_DO = word_set("numbers", "millions_do")


def _spelled(words: Words, i: int, lex: Lexicon) -> Core | None:
    lows = words.lows
    total = current = 0.0
    last, k, approximate = i, i, False
    if lows[i] in ("a", "an"):
        if i + 1 >= len(words) or lows[i + 1] not in ("hundred", "thousand", "million", "billion", "lakh", "crore"):
            return None
        k = i + 1
    elif lows[i] == "half":
        return _half(words, i)
    while k < min(len(words), i + MOST_WORDS):
        word = lows[k]
        if word in lex.cardinals:
            value = lex.cardinals[word]
            if not _fits(current, value) and k > i:
                break
            current += value
        elif word == "hundred":
            current = max(current, 1.0) * 100
        elif word in lex.multipliers:
            total += max(current, 1.0) * lex.multipliers[word]
            current = 0.0
        elif word == "dozen" and k > i:
            current, approximate = max(current, 1.0) * 12, True
        elif word == "and" and k > i and (part := _and_part(words, k, lex)) is not None:
            whole = lex.multipliers.get(lows[k - 1], 0.0) if total and not current else 0.0  # "a million and a half"
            total, current = (total + part[0] * whole, 0.0) if whole else (total, current + part[0])
            k = part[1] - 1
        elif (
            not ((word == "and" and lows[k - 1] in lex.multipliers) or (word in JOINED and words.glued(k)))
            or k + 1 >= len(words)
            or not _goes_on(lows[k + 1], word, lex)
        ):
            break
        k += 1
        if lows[k - 1] != "and" and lows[k - 1] not in JOINED:
            last = k
    if last == i:
        return None
    value = total + current
    return Core(i, last, value, value, value, approximate)


def _fits(current: float, value: float) -> bool:
    rest = current % 100
    return rest == 0 or (rest >= 20 and rest % 10 == 0 and value < 10)


def _goes_on(word: str, joint: str, lex: Lexicon) -> bool:
    return word in lex.cardinals or (joint != "and" and word in lex.multipliers)


def _half(words: Words, i: int) -> Core | None:
    """`half of the people`, `about half are children`: a share."""
    lows = words.lows
    if (
        i + 1 < len(words)
        and lows[i + 1] in ("of", "the", "its", "their", "his", "her", "all", "those", "that", "our")
        and not (i > 0 and (lows[i - 1] in HALVED or lows[i - 1] in HYPHENS))
    ):
        return Core(i, i + 1, 50.0, 50.0, 50.0, percent=True)
    if (
        i > 0
        and lows[i - 1] in HALF_HEDGES
        and i + 1 < len(words)
        and lows[i + 1] not in ("a", "an", "an", "hour", "past", "way", "century")
        and lows[i + 1] not in HYPHENS
    ):
        return Core(i, i + 1, 50.0, 50.0, 50.0, percent=True)
    return None


HALVED = word_set("numbers", "halved")
HALF_HEDGES = word_set("numbers", "half_hedges")


def _part(words: Words, i: int, lex: Lexicon) -> tuple[float, int] | None:
    """The part of one that "half", "a quarter", "three-quarters" is, and the word behind it."""
    lows = words.lows
    if lows[i] == "half":
        return 0.5, i + 1
    count = 1.0 if lows[i] in ("a", "one") else lex.cardinals.get(lows[i])
    k = i + 1 + (i + 1 < len(words) and lows[i + 1] in JOINED)
    if count is None or not 1 <= count <= 9 or k >= len(words) or lows[k] not in lex.fractions:
        return None
    share = lex.fractions[lows[k]]
    return count * (1 / 3 if lows[k].startswith("third") else share / 100.0), k + 1


def _and_part(words: Words, k: int, lex: Lexicon) -> tuple[float, int] | None:
    """What the "and" at word k adds: "two and a half million", not "three million, and a third of them"."""
    part = _part(words, k + 1, lex) if k + 2 < len(words) else None
    return part if part is not None and words.lows[part[1] : part[1] + 1] != ["of"] else None


def _part_of_million(words: Words, i: int, lex: Lexicon) -> Core | None:
    """`half a million`, `a quarter of a million`, `three-quarters of a million`, `a quarter million`."""
    part = _part(words, i, lex) if i + 1 < len(words) else None
    if part is None:
        return None
    share, k = part
    lows = words.lows
    while k < min(len(words), part[1] + 4) and (lows[k] in ("of", "a", "one") or lows[k] in JOINED):
        k += 1
    if k >= len(words) or lex.multipliers.get(lows[k], 0.0) < 1000:
        return None
    value = float(round(share * lex.multipliers[lows[k]]))
    return Core(i, k + 1, value, value, value)


def _share(words: Words, i: int, lex: Lexicon) -> Core | None:
    for phrase, least, most in lex.shares.get(words.lows[i], ()):
        if phrase_at(words, i, phrase):
            return Core(i, i + len(phrase) - 1, least, None, most, percent=True, spelled_range=True)
    return _fraction(words, i, lex)


def ratio_at(words: Words, i: int, lex: Lexicon) -> Core | None:
    """`nine out of 10 people`, `one in five residents`: a share, where the number of all is a round one and people follow."""
    lows = words.lows
    joint = 1 if lows[i + 1 : i + 2] == ["in"] else 2 if lows[i + 1 : i + 3] == ["out", "of"] else 0
    k = i + 1 + joint + (lows[i + 1 + joint : i + 2 + joint] == ["every"])
    if not joint or k + 1 >= len(words):
        return None
    part, whole = _small(words, i, lex), _small(words, k, lex)
    told_again = i > 0 and lows[i - 1] == "or" and lows[k + 1] in (",", ")", ".", "of")  # "1.9 million, or nine in ten,"
    behind = lows[k + 1 : k + 2] if lows[k + 1] != "of" else lows[k + 2 : k + OF_WHOM]
    people = any(lex.nouns.get(word) in ("person", "household") for word in behind)
    if part is None or whole not in WHOLES or part >= whole or not (told_again or people):
        return None
    share = round(100.0 * part / whole, 1)
    return Core(i, k + 1, share, share, share, percent=True)


def _small(words: Words, i: int, lex: Lexicon) -> float | None:
    raw = words.raws[i]
    return float(raw) if raw.isdigit() and len(raw) < 4 else lex.cardinals.get(words.lows[i])


OF_WHOM = 10  # words: "one in ten of the country's 4.6 million people"
WHOLES = (2.0, 3.0, 4.0, 5.0, 10.0, 20.0, 100.0)


def _fraction(words: Words, i: int, lex: Lexicon) -> Core | None:
    """`a third of`, `two-thirds`, `three quarters of the`."""
    lows = words.lows
    count = 1.0 if lows[i] in ("a", "one") else lex.cardinals.get(lows[i])
    if count is None or not 1 <= count <= 9:
        return None
    k = i + 1
    joined = k < len(words) and lows[k] in JOINED
    k += joined
    if k >= len(words) or lows[k] not in lex.fractions or lows[k] == "half":
        return None
    if (count > 1) != lows[k].endswith("s"):
        return None
    after = lows[k + 1] if k + 1 < len(words) else ""
    if after not in ("of", "the", "its", "their", "his", "were", "are", "was", "is", "have") and not (count > 1):
        return None
    if after == "was" and lows[k] == "third":  # "two policemen were killed and a third was hurt"
        return None
    if after == "of" and lows[k + 2 : k + 3] == ["a"] and lows[k + 3 : k + 4] and lows[k + 3] in lex.multipliers:
        return None
    share = 100.0 * count * lex.fractions[lows[k]] / 100.0
    share = 66.7 if count == 2 and lows[k] == "thirds" else round(share, 1)
    return Core(i, k + 1, share, share, share, percent=True)


def _spelled_range(words: Words, i: int, lex: Lexicon) -> Core | None:
    for phrase, least, most in lex.ranges.get(words.lows[i], ()):
        if phrase_at(words, i, phrase):
            last = i + len(phrase)
            if phrase == ("scores",) and not (last < len(words) and words.lows[last] in SCORED):
                return None
            return Core(i, last, least, None, most, spelled_range=True)
    return None


SCORED = word_set("numbers", "scored")


def _few(words: Words, i: int, lex: Lexicon) -> Core | None:
    for phrase, value in lex.few.get(words.lows[i], ()):
        if phrase_at(words, i, phrase):
            last = i + len(phrase)
            of = last < len(words) and words.lows[last] == "of"
            scale = words.lows[last + of] if last + of < len(words) else ""
            if value == 2 and (scale in lex.multipliers or scale == "dozen"):
                value, last = 2 * (lex.multipliers.get(scale) or 12.0), last + of + 1
            return Core(i, last, value, value, value, True)
    return None


def _ranged(words: Words, one: Core | None, lex: Lexicon) -> Core | None:
    """`3,000-4,000`, `3,000 to 4,000`, `two or three`, `between 3,000 and 4,000`: one number with both ends."""
    if one is None or one.percent or one.best is None or one.last + 1 >= len(words):
        return one
    joint = words.lows[one.last]
    before = words.lows[one.first - 1] if one.first > 0 else ""
    if before == "least" and (ceiling := _ceiling(words, one.last, lex)) is not None and ceiling.best is not None:
        return Core(one.first, ceiling.last, one.best, (one.best + ceiling.best) / 2, ceiling.best, digits=one.digits)
    glued = joint in HYPHENS and (words.glued(one.last) == words.glued(one.last + 1))
    spans = before != "from" or (one.first > 1 and words.lows[one.first - 2] in SPANNING)
    if not (glued or (joint in RANGE_WORDS and spans) or (joint == "and" and before == "between")):
        return one
    at = one.last + 1
    low = words.lows[at]
    two = (
        _digits(words, at, lex)
        if low[0].isdigit()
        else _spelled(words, at, lex)
        if low in lex.cardinals or low in lex.multipliers
        else None
    )
    if two is None or two.best is None or two.percent:
        return one
    least, most = one.best, two.best
    if joint == "or" and one.digits is False and least >= 20:
        return one
    scale = _scale_of(words, two, lex)
    if _scaled_by_word(words, two, lex) and least < scale and least <= most / scale:  # "two to three hundred"
        least *= scale
    elif glued and least < 10 and least <= most / 1000 and words.lows[two.last - 1].endswith(",000"):  # "2-3,000"
        least *= 1000
    if least >= most:
        return None if glued and max(least, most) < 1000 else one
    return Core(one.first, two.last, least, (least + most) / 2, most, one.approximate or two.approximate, digits=one.digits)


def _ceiling(words: Words, k: int, lex: Lexicon) -> Core | None:
    """The second number of "at least seven and as many as 14"."""
    if words.lows[k] not in ("and", "or", "but", "to"):
        return None
    at = next((k + 1 + len(phrase) for phrase in CEILINGS if phrase_at(words, k + 1, phrase)), None)
    if at is None or at >= len(words):
        return None
    return _digits(words, at, lex) if words.lows[at][0].isdigit() else _spelled(words, at, lex)


CEILINGS = (("as", "many", "as"), ("up", "to"), ("possibly", "as", "many", "as"), ("possibly", "up", "to"))


def _scaled_by_word(words: Words, core: Core, lex: Lexicon) -> bool:
    last = words.lows[core.last - 1]
    return last in lex.multipliers or last in lex.short_multipliers


def _scale_of(words: Words, core: Core, lex: Lexicon) -> float:
    last = words.lows[core.last - 1]
    return lex.multipliers.get(last) or lex.short_multipliers.get(last) or 1.0
