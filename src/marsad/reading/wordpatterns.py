"""Patterns over words: each word becomes one character that stands for its classes, and `re` does the rest.

A pattern is written in words: `day:DAY TH? of? month:MONTH COMMA? year:YEAR`. Upper-case names are classes, lower-case
names are words as they stand, `name:` keeps a word and `name=(...)` a part; all else (brackets, bars, question marks, bounds)
means what it means in `re`.
"""

import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import lru_cache
from re import Match, Pattern
from typing import TypeVar

TOKEN = re.compile(r"\d+(?:[.,٬٫'’\u00a0\u202f]\d+)*|[^\W\d_]+|\n[ \t\r]*\n|[^\w\s]|_")
PIECE = re.compile(r"\[([^\]]*)\]|\((\?<?[!=])?|[)|]")
OPTIONAL = re.compile(r"[?*]|\{0,")
ITEM = re.compile(r"([a-z]\w*)=\(|(?:([a-z]\w*):)?([A-Za-z]\w*)")
HYPHENS = "-\u2010\u2011\u2012\u2013\u2014"
OTHER = "x"
SHORT = 20_000  # characters of a text whose words may be kept until its whole batch of reports has been parsed
Found = TypeVar("Found")


class Words:
    """The words of a text, with their offsets and lower-case forms."""

    __slots__ = ("ends", "lows", "raws", "starts", "text", "upper")

    def __init__(self, text: str) -> None:
        self.text = text
        found = list(TOKEN.finditer(text))
        self.raws = [match[0] for match in found]
        self.starts = [match.start() for match in found]
        self.ends = [match.end() for match in found]
        self.lows = [raw.lower() for raw in self.raws]
        self.upper = _mostly_upper(text)

    def __len__(self) -> int:
        return len(self.raws)

    def glued(self, i: int) -> bool:
        """Whether word i follows the one before it without white space."""
        return i > 0 and self.starts[i] == self.ends[i - 1]

    def slice(self, first: int, last: int) -> str:
        """The text of the words from `first` up to but not including `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]]


def _mostly_upper(text: str) -> bool:
    letters = list(filter(str.isalpha, text[:4000]))
    return len(letters) > 12 and sum(map(str.isupper, letters)) > 0.85 * len(letters)


def words_of_text(text: str) -> Words:
    """The words of a text; the last texts are remembered, as several readers ask for the same one: of long texts only a few."""
    return _words_of_short(text) if len(text) <= SHORT else _words_of_long(text)


@lru_cache(maxsize=256)
def _words_of_short(text: str) -> Words:
    return Words(text)


@lru_cache(maxsize=4)
def _words_of_long(text: str) -> Words:
    return Words(text)


def found_from(firsts: Container[str], pattern: Pattern[str], text: str) -> Iterator[Match[str]]:
    """What `pattern.finditer` finds, where each match begins with one of these words: all others are passed over at once."""
    words, behind = words_of_text(text), 0
    for start in [start for start, low in zip(words.starts, words.lows, strict=True) if low in firsts]:
        if start >= behind and (match := pattern.match(text, start)) is not None:
            behind = match.end()
            yield match


class WordPatterns:
    """Named patterns over classes of words, tried in their order at each word."""

    def __init__(self, classes: Mapping[str, Iterable[str]], patterns: Mapping[str, str]) -> None:
        members = {name: frozenset(words) for name, words in classes.items()}
        for source in patterns.values():
            for _, _, item in ITEM.findall(source):
                if item and item not in members:
                    if item.isupper():
                        raise KeyError(f"pattern names an unknown class: {item}")
                    members[item] = frozenset([item])
        self._number(members)
        self._each: dict[str, Pattern[str]] = {name: self._compile(source) for name, source in patterns.items()}
        self._begun_by: dict[str, list[str]] = {}  # for each character the names of the patterns that may begin with it
        for name, pattern in self._each.items():
            for char in beginnings(pattern.pattern):
                self._begun_by.setdefault(char, []).append(name)
        self._begin = re.compile(f"[{''.join(self._begun_by)}]")  # most words begin nothing: passed over at once
        self._any = re.compile("|".join(re.sub(r"\?P<\w+>", "?:", one.pattern) for one in self._each.values()))

    def _number(self, members: Mapping[str, frozenset[str]]) -> None:
        by_word: dict[str, set[str]] = {}
        for name, words in members.items():
            for word in words:
                by_word.setdefault(word, set()).add(name)
        chars: dict[frozenset[str], str] = {}
        self.code_of: dict[str, str] = {}
        for word, names in sorted(by_word.items()):
            self.code_of[word] = chars.setdefault(frozenset(names), chr(0x4E00 + len(chars)))
        self._chars = {name: "".join(c for names, c in chars.items() if name in names) or "\x00" for name in members}

    def _compile(self, source: str) -> Pattern[str]:
        seen: Counter[str] = Counter()

        def kept(name: str) -> str:
            seen[name] += 1
            return f"?P<{name}>" if seen[name] == 1 else f"?P<{name}__{seen[name]}>"

        def item(match: Match[str]) -> str:
            part, name, word = match.groups()
            if part:
                return f"({kept(part)}"
            chars = f"[{self._chars[word]}]"
            return f"({kept(name)}{chars})" if name else chars

        grouped = re.sub(r"(?<!=)\((?!\?)", "(?:", source)
        return re.compile(re.sub(r"\s", "", ITEM.sub(item, grouped)))

    def codes(self, keys: Iterable[str]) -> str:
        """One character per word."""
        get = self.code_of.get
        return "".join([get(key, OTHER) for key in keys])

    def find(self, codes: str, accept: Callable[[str, Match[str]], Found | None]) -> Iterator[Found]:
        """What `accept` makes of the patterns found, left to right, none overlapping another.

        At each word the patterns are tried in their order until `accept` takes one.
        """
        position = 0
        while (begin := self._begin.search(codes, position)) is not None:
            start = begin.start()
            position = start + 1
            if self._any.match(codes, start) is None:
                continue
            for name in self._begun_by[begin[0]]:
                inner = self._each[name].match(codes, start)
                found = accept(name, inner) if inner is not None else None
                if inner is not None and found is not None:
                    position = max(position, inner.end())
                    yield found
                    break

    @staticmethod
    def group(match: Match[str], name: str) -> str | None:
        """The group under which a part was kept; a pattern may name a part more than once."""
        groups = match.re.groupindex
        for candidate in (name, f"{name}__2", f"{name}__3", f"{name}__4"):
            if candidate not in groups:
                return None
            if match.start(candidate) >= 0:
                return candidate
        return None

    def chars(self, name: str) -> str:
        """The characters of a class, to ask whether a word is one of it."""
        return self._chars[name]


def beginnings(pattern: str) -> set[str]:
    """The characters with which what a compiled pattern matches may begin."""
    return _first_of(PIECE.finditer(pattern), pattern)[0]


def _first_of(pieces: Iterator[Match[str]], pattern: str) -> tuple[set[str], bool, int]:
    """The same of the pieces up to the end of their bracket, whether they may match nothing, and where they end."""
    chars: set[str] = set()
    empty, first = False, True  # whether a branch may match nothing, and whether all before this piece of its branch may
    for piece in pieces:
        if piece[0] == ")":
            return chars, empty or first, piece.end()
        if piece[0] == "|":
            empty, first = empty or first, True
            continue
        inner, nothing, end = (piece[1], False, piece.end()) if piece[1] is not None else _first_of(pieces, pattern)
        if first and not piece[2]:  # else it only looks around
            chars.update(inner)
            first = nothing or OPTIONAL.match(pattern, end) is not None
    return chars, empty or first, len(pattern)
