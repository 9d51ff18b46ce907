"""The noun that a number counts, and the unit that it counts in."""

from typing import NamedTuple

from marsad.reading.quantities.cores import JOINED, Core, phrase_at
from marsad.reading.quantities.lexicon import Lexicon, singular
from marsad.reading.wordlists import names_people, word_set
from marsad.reading.wordpatterns import HYPHENS, Words

MOST_ADJECTIVES = 7
MOST_AUXILIARIES = 5
WRAPPED = 50  # characters
AUXILIARIES = word_set("numbers", "auxiliaries")
DETERMINERS = word_set("numbers", "determiners")
HARMED = word_set("numbers", "harmed")
DEMONYM_ENDINGS = ("ians", "eans", "oans", "ans", "ese", "ites", "ists")
SQUARE = frozenset({"square", "sq", "cubic"})
PEOPLED = frozenset({"person", "fighter", "household"})
CAPTIVE = frozenset({"prisoner", "hostage", "captive"})  # what those become who are taken: "took 14 soldiers prisoner"
COMPOUND_PEOPLE = frozenset({"member", "man", "person", "strong", "woman", "soldier"})


class Counted(NamedTuple):
    """The noun's word (None where there is none), the unit, and where the mention ends."""

    noun: int | None
    unit: str | None
    last: int


def counted(words: Words, core: Core, lex: Lexicon) -> Counted | None:
    """What the number counts; None where the words behind say that it counts nothing."""
    k, lows, n = core.last, words.lows, len(words)
    if k >= n or new_line(words, k):
        return Counted(None, "percent" if core.percent else None, k)
    direct = _direct(words, core, lex)
    if direct is not None:
        return direct
    if core.percent:
        return Counted(None, "percent", k)
    if lows[k] in HYPHENS and words.glued(k) and k + 1 < n and words.glued(k + 1) and lows[k + 1][0].isalpha():
        return _compound(words, core, lex)
    at = k = _past_hedge(words, k, lex)
    if k >= n:
        return Counted(None, None, k)
    if lows[at] == "of":
        at = _past_of(words, at)
    noun = _noun(words, at, lex, one=core.best == 1 and at == k)
    if noun is None:
        return Counted(None, "person" if _harmed(words, at) else None, core.last)
    if at > k and (owned := _owned(words, noun, lex)) is not None:
        return Counted(None, unit_of(words, owned, lex), core.last)
    return Counted(noun, unit_of(words, noun, lex), noun + 1)


def _past_of(words: Words, k: int) -> int:
    """The word behind `of the`, `of them`, `of the 5`."""
    at = k + 1
    while at < min(len(words) - 1, k + 4) and (
        words.lows[at] in DETERMINERS or words.lows[at] in ("them", "whom") or words.lows[at][0].isdigit()
    ):
        at += 1
    return at


def _owned(words: Words, owner: int, lex: Lexicon) -> int | None:
    """What is counted where the noun behind "of the" only owns it: "3,000 of the town's 70,000 residents"."""
    lows = words.lows
    mark = owner + 1
    if mark >= len(words) or lows[mark] not in "'’" or lows[mark + 1 : mark + 2] != ["s"]:
        return None
    behind = range(mark + 2, min(len(words), mark + 2 + MOST_ADJECTIVES))
    known = next((k for k in behind if lows[k] in lex.nouns), None)
    if known is None and mark + 3 < len(words) and lows[mark + 2].isdigit() and lows[mark + 3].isalpha():
        return mark + 3  # "14 of Shan's 17 townships"
    return known


def new_line(words: Words, k: int) -> bool:
    """Whether word k begins a line of its own: behind a blank line, or with a capital where the line before was too short to be wrapped."""
    if k == 0 or words.lows[k].isspace():
        return True
    at = words.text.find("\n", words.ends[k - 1], words.starts[k])
    if at < 0 or words.raws[k][0].islower() or words.upper:
        return False
    return words.text.rfind("\n", max(0, at - WRAPPED), at) >= 0 or at < WRAPPED


def _past_hedge(words: Words, k: int, lex: Lexicon) -> int:
    """The word behind `or more`, `or so`, where they stand right behind the number."""
    if words.lows[k] == "+" and words.glued(k):
        return k + 1
    for phrase, effect in lex.after.get(words.lows[k], ()):
        if effect != "more" and phrase_at(words, k, phrase) and words.lows[k + len(phrase) : k + len(phrase) + 1] != ["than"]:
            return k + len(phrase)
    return k


def _harmed(words: Words, k: int) -> bool:
    """Whether what happens to those counted, a few auxiliaries on, happens to people."""
    last = min(k + MOST_AUXILIARIES, len(words) - 1)
    while k < last and words.lows[k] in AUXILIARIES:
        k += 1
    return words.lows[k] in HARMED


def unit_of(words: Words, noun: int, lex: Lexicon) -> str:
    """The unit that a counted noun stands for."""
    low = words.lows[noun]
    person = _demonym(words, noun) or names_people(low)
    return lex.nouns.get(low) or lex.measures.get(low) or ("person" if person else singular(low))


def _demonym(words: Words, i: int) -> bool:
    raw = words.raws[i]
    return not words.upper and raw[0].isupper() and raw.endswith(DEMONYM_ENDINGS)


def _direct(words: Words, core: Core, lex: Lexicon) -> Counted | None:
    """Units that stand right behind the number: percent, measures."""
    k, lows, n = core.last, words.lows, len(words)
    low = lows[k]
    if low in lex.percent:
        return Counted(None, "percent", k + 1)
    if low == "per" and k + 1 < n and lows[k + 1] == "cent":
        return Counted(None, "percent", k + 2)
    at = k + 1 if low in HYPHENS and words.glued(k) and k + 1 < n else k
    if lows[at] in SQUARE and at + 1 < n:
        at += 1 + (lows[at + 1] == "." and at + 2 < n)
        if lows[at] in lex.measures:
            unit = lex.measures[lows[at]]
            return Counted(at, "km2" if unit == "kilometre" else f"square {unit}", at + 1)
        return None
    if (
        lows[at] in lex.measures
        and not (at + 1 < n and lows[at] == "m" and lows[at + 1] in HYPHENS)
        and not (lows[at] in ("m", "mi", "ha") and at > k)
    ):
        squared = at + 1 < n and words.glued(at + 1) and lows[at + 1] in ("2", "²")
        return Counted(at, "km2" if squared and lex.measures[lows[at]] == "kilometre" else lex.measures[lows[at]], at + 1 + squared)
    return None


def _compound(words: Words, core: Core, lex: Lexicon) -> Counted | None:
    """`1,400-member`, `300-odd`; other compounds (`three-storey`) count nothing."""
    at = core.last + 1
    if words.lows[at] in COMPOUND_PEOPLE:
        return Counted(at, "person", at + 1)
    if words.lows[at] in ("plus", "odd"):
        noun = _noun(words, at + 1, lex, one=False)
        return Counted(None, None, at + 1) if noun is None else Counted(noun, unit_of(words, noun, lex), noun + 1)
    return None


def _noun(words: Words, at: int, lex: Lexicon, *, one: bool) -> int | None:
    lows, n = words.lows, len(words)
    k = at
    while k < min(n, at + MOST_ADJECTIVES) and not (k > at and new_line(words, k)):
        low = lows[k]
        if _is_noun(words, k, lex, one=one):
            return _behind_and(words, k, lex) or _head(words, k, lex, one=one)
        if low in ("more", "other", "additional", "further") or (
            low in lex.closers and k > at and lows[k - 1] in HYPHENS and words.glued(k)
        ):
            pass
        elif low in lex.lean:
            if not any(w in lex.nouns for w in lows[k + 1 : k + 3]):
                return None
        elif low in lex.closers or not (low.isalpha() or low in HYPHENS or low in "'’“\"&" or (low == "." and len(lows[k - 1]) == 1)):
            return None
        elif low.isalpha() and low.endswith("ed") and k + 1 < n and lows[k + 1] in lex.closers:
            return None
        k += 1
    return None


def _behind_and(words: Words, k: int, lex: Lexicon) -> int | None:
    """The noun of `Colombian and indigenous families`, whose first word only looks like the one that is counted."""
    if not words.raws[k][0].isupper() or words.lows[k].endswith("s") or words.lows[k + 1 : k + 2] != ["and"]:
        return None
    return next((j for j in (k + 2, k + 3) if j < len(words) and words.lows[j] in lex.nouns and words.raws[j][0].islower()), None)


def _is_noun(words: Words, k: int, lex: Lexicon, *, one: bool) -> bool:
    low = words.lows[k]
    if k + 1 < len(words) and words.lows[k + 1] in JOINED and words.glued(k + 1):
        return False
    if k >= 2 and words.lows[k - 1] in HYPHENS and words.glued(k) and words.lows[k - 2] == "anti":  # "20 anti-personnel mines"
        return False
    if low.endswith("men") and len(low) > 5 and low not in ("specimen", "regimen", "document"):
        return True
    if low in lex.nouns:
        return not (
            low in ("major", "general", "private", "minor", "human", "dead", "wounded", "injured", "missing", "elderly", "adult", "female")
            and _more_noun(words, k + 1, lex)
        )
    if one or low in lex.closers or low in lex.lean:
        return False
    return low in lex.irregular or _plural(words, k)


def _more_noun(words: Words, k: int, lex: Lexicon) -> bool:
    return any(w in lex.nouns or (len(w) > 3 and w.endswith("s")) for w in words.lows[k : k + 1])


def _plural(words: Words, k: int) -> bool:
    low, raw = words.lows[k], words.raws[k]
    if len(raw) > 2 and raw.endswith("s") and raw[:-1].isupper() and raw[:-1].isalpha() and not words.upper:
        return True
    if len(low) < 4 or not low.isalpha() or not low.endswith("s") or low.endswith(("ss", "us", "is", "ous")):
        return False
    return words.upper or raw[0].islower() or _demonym(words, k)


def _head(words: Words, k: int, lex: Lexicon, *, one: bool) -> int:
    """The last noun of a compound: `police officers`, `family members`."""
    while k + 1 < len(words):
        following = words.lows[k + 1]
        if following in lex.closers or following in lex.lean or (following in CAPTIVE and words.lows[k].endswith("s")):
            break
        if following in lex.nouns and words.lows[k] != "people":
            k += 1
        elif (
            not one
            and not words.lows[k].endswith("s")
            and words.lows[k] not in lex.irregular
            and _plural(words, k + 1)
            and words.lows[k] not in ("people", "men", "women", "children", "police")
        ):
            k += 1
        else:
            break
    return k
