"""A text as a row of units: the names and phrases of the table, and the words between them, one character each for patterns."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

import msgspec

from marsad.reading.actors.called import called_groups
from marsad.reading.actors.lexicon import Phrase, actor_words, lexicon
from marsad.reading.wordpatterns import Words, words_of_text

NONE: Mapping[str, Any] = {}
LOWER, TITLE, UPPER, DIGIT, OTHER = range(5)  # how a unit is written
BREAK: Mapping[str, Any] = {"BREAK": True}  # a blank line


class Alphabet:
    """One character for each set of marks and way of writing."""

    def __init__(self) -> None:
        self._sets: dict[frozenset[str], int] = {frozenset(): 0, frozenset(["BREAK"]): 1}
        for groups in lexicon().by_first.values():
            for group in groups:
                for some in _subsets(group):
                    self._sets.setdefault(some, len(self._sets))
        self._cache: dict[tuple[str, ...], int] = {}

    def char(self, marks: Mapping[str, Any], shape: int) -> str:
        """The character of a unit."""
        key = tuple(marks)
        number = self._cache.get(key)
        if number is None:
            number = self._cache[key] = self._sets[frozenset(marks)]
        return chr(0x4E00 + number * 5 + shape)

    def chars(self, *, any_of: str = "", none_of: str = "", shapes: tuple[int, ...] = (LOWER, TITLE, UPPER, DIGIT, OTHER)) -> str:
        """The characters of all units with one of these marks and none of those, written in one of these ways."""
        want, refuse = frozenset(any_of.split()), frozenset(none_of.split())
        return "".join(
            chr(0x4E00 + number * 5 + shape)
            for marks, number in self._sets.items()
            if (not want or marks & want) and not marks & refuse
            for shape in shapes
        )


def _subsets(group: tuple[Phrase, ...]) -> list[frozenset[str]]:
    """Every set of marks that a unit of these phrases may come to, as capitals rule some of them out."""
    always = frozenset(m for p in group if not (p.cased or p.acronym) for m in p.marks)
    cased = [frozenset(p.marks) for p in group if p.cased or p.acronym]
    return [always, *(always | one for one in cased), always | frozenset(m for one in cased for m in one), *cased]


@cache
def alphabet() -> Alphabet:
    """The alphabet of the table, made once."""
    return Alphabet()


class Units(msgspec.Struct):
    """The units of one text; unit i covers the words first[i]..last[i]."""

    words: Words
    first: list[int]
    last: list[int]
    marks: list[Mapping[str, Any]]
    codes: str

    def start(self, i: int) -> int:
        """Offset of unit i."""
        return self.words.starts[self.first[i]]

    def end(self, i: int) -> int:
        """Offset behind unit i."""
        return self.words.ends[self.last[i]]

    def text(self, i: int, j: int) -> str:
        """The text of the units from i up to but not including j."""
        return self.words.text[self.start(i) : self.end(j - 1)]

    def low(self, i: int) -> str:
        """The lower-case words of unit i."""
        return " ".join(self.words.lows[self.first[i] : self.last[i] + 1])


@lru_cache(maxsize=4)
def units_of_text(text: str) -> Units:
    """The units of a text; the last few texts are remembered."""
    words = words_of_text(text)
    by_first, letters = lexicon().by_first, alphabet()
    called = called_groups(text)
    first: list[int] = []
    last: list[int] = []
    marks: list[Mapping[str, Any]] = []
    codes: list[str] = []
    i, n = 0, len(words)
    lows, raws = words.lows, words.raws
    plain = [letters.char(NONE, shape) for shape in range(OTHER + 1)]
    while i < n:
        groups = by_first.get(lows[i] if lows[i] != "’" else "'")
        if called and lows[i] in called:
            groups = [*called[lows[i]], *(groups or ())]
        found: Mapping[str, Any] = NONE
        length = 1
        if groups is not None:
            length, found = _longest(words, i, n, groups)
        elif raws[i][0] == "\n":
            found = BREAK
        first.append(i)
        last.append(i + length - 1)
        marks.append(found)
        shape = _shape(raws[i])
        codes.append(letters.char(found, shape) if found else plain[shape])  # most words are of no phrase
        i += length
    return Units(words, first, last, marks, "".join(codes))


def _shape(word: str) -> int:
    if word.islower():
        return LOWER
    if word.isupper():
        return UPPER if len(word) > 1 else TITLE
    if word[0].isdigit():
        return DIGIT
    return TITLE if word[0].isupper() else OTHER


def _longest(words: Words, i: int, n: int, groups: list[tuple[Phrase, ...]]) -> tuple[int, Mapping[str, Any]]:
    for group in groups:
        wanted = group[0].words
        length = len(wanted)
        if i + length > n or (length > 1 and not _same(words.lows, i, wanted)):
            continue
        fitting = [p for p in group if _written(words, i, p)]
        if fitting:
            return length, fitting[0].marks if len(fitting) == 1 else _merged(tuple(fitting))
    return 1, NONE


def _same(lows: list[str], i: int, wanted: tuple[str, ...]) -> bool:
    """Whether the words of a phrase follow its first one."""
    for k in range(1, len(wanted)):
        got, word = lows[i + k], wanted[k]
        if got != word and not (word == "'" and got in "’‘`"):
            return False
    return True


_MERGED: dict[tuple[int, ...], Mapping[str, Any]] = {}


def _merged(group: tuple[Phrase, ...]) -> Mapping[str, Any]:
    key = tuple(map(id, group))
    found = _MERGED.get(key)
    if found is None:
        found = _MERGED[key] = {mark: value for p in reversed(group) for mark, value in p.marks.items()}
    return found


def _written(words: Words, i: int, phrase: Phrase) -> bool:
    """Whether the capitals of the text are those that the phrase asks for."""
    if not (phrase.cased or phrase.acronym):
        return True
    raws = words.raws
    if len(phrase.words) == 1 and phrase.words[0] in actor_words("ordinary") and "ACTOR" in phrase.marks or phrase.words == ("us",):
        return raws[i].isupper() and (not _shouted(words, i) or _bracketed(raws, i))
    for k, want in enumerate(phrase.written):
        got = raws[i + k]
        if want[0].isupper() and not got[0].isupper():
            return False
        if len(want) > 1 and not want[1:].islower() and not want.isupper() and want.isalpha() and got != want and not words.upper:
            return False
        if len(want) > 1 and want.isupper() and not got.isupper() and len(want) < 4:
            return False
    return True


def _bracketed(raws: list[str], i: int) -> bool:
    return 0 < i < len(raws) - 1 and raws[i - 1] in "([" and raws[i + 1] in ")]"


def _shouted(words: Words, i: int) -> bool:
    """Whether the words around are in capitals too, so that capitals mean nothing."""
    if words.upper:
        return True
    near = [w for w in words.raws[max(0, i - 3) : i] + words.raws[i + 1 : i + 4] if len(w) > 1 and w.isalpha()]
    return len(near) >= 2 and all(w.isupper() for w in near)


def compiled(source: str, classes: Mapping[str, str]) -> re.Pattern[str]:
    """A pattern written in names of classes, each standing for one unit; a name before a colon keeps what follows in brackets."""
    named = re.sub(r"([a-z]+):\(", r"(?P<\1>", source)
    return re.compile(re.sub(r"\b([A-Z]{2,})\b", lambda m: f"[{classes[m.group(1)]}]", named).replace(" ", ""))
