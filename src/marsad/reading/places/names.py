"""Capitalised words of a text in runs, and the names of the gazetteer in them."""

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from marsad.data.places.gazetteer import BEGINS, ORDINARY, Place, load_gazetteer
from marsad.data.places.keys import ARTICLES, consonant_key, name_key
from marsad.reading.places.words import spatial_words
from marsad.reading.times.checks import month_names

LONGEST = 6  # words of a name
_CAPITAL = re.compile(r"(?<![\w&])(?:(?:[A-Z]\.){2,}|[^\W\d_a-zß-ÿ]\w*(?:['’ʿ‘`](?!s\b|S\b)\w+)*)")
_LOWER_WORD = re.compile(r"(?<![\w'’.-])[a-z]{4,}")
_ENGLISH = frozenset({"at", "as", "an", "us", "ad", "et", "en"})  # articles that are English words too
_BEFORE_MONTH = re.compile(r"(?:\b(?:in|on|by|since|until|from|during|early|mid|late|last|next|this)[ -]|\d )\Z", re.IGNORECASE)
_ENDS = '.!?:…"”»“‘•*'
_DOTTED = frozenset("St Ste Mt Ft Pt Gen Lt Col Maj Sgt Capt Cpl Cmdr Adm Brig Dr Mr Mrs Ms Rev Sen Rep Gov Prof Hon Jr Messrs".split())


class Word(msgspec.Struct, frozen=True, gc=False):
    """A capitalised word with its offsets."""

    text: str
    start: int
    end: int


class Named(msgspec.Struct, frozen=True, gc=False):
    """A name of the gazetteer in a run: the run's words from `first` up to but not including `last`."""

    run: tuple[Word, ...]
    first: int
    last: int
    start: int
    end: int
    key: str
    places: tuple[Place, ...]
    flags: int


class Lines:
    """How the lines of a text are written: in capitals, as a headline, or as sentences."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[int, tuple[bool, bool]] = {}

    def style(self, at: int) -> tuple[bool, bool]:
        """Whether the line at this offset is all in capitals, and whether its capitals say nothing of names."""
        start = self._text.rfind("\n", max(0, at - 3000), at) + 1
        known = self._known.get(start)
        if known is None:
            end = self._text.find("\n", start)
            line = self._text[start : end if end >= 0 else len(self._text)][:3000]
            capitals = sum(map(str.isupper, line))
            small = sum(map(str.islower, line))
            upper = capitals > 8 and small < capitals * 0.12
            lowers = len(_LOWER_WORD.findall(line, 0, 400))
            known = (
                upper,
                upper or (lowers == 0 and line.count(" ") >= 3) or (lowers <= 1 and capitals >= 4 and 4 <= line.count(" ") <= 18),
            )
            self._known[start] = known
        return known


@lru_cache(maxsize=1)
def _gaps() -> frozenset[str]:
    gaps = {" ", "-", "–", "\u00a0", " - ", " d'", " d’", "-d'", "-d’"}  # Côte d'Ivoire
    for word in spatial_words().connectors:
        spaced = word.replace("-", " ")
        gaps |= {f" {spaced} ", f" {spaced}-", f"-{spaced}-"}
    for article in ARTICLES:
        gaps |= {f" {article}-", f"-{article}-", f"-{article} "}
        if article not in _ENGLISH:
            gaps.add(f" {article} ")
    return frozenset(gaps)


def runs(text: str) -> Iterator[tuple[Word, ...]]:
    """Capitalised words that stand together, small connecting words between them allowed."""
    gaps = _gaps()
    run: list[Word] = []
    for match in _CAPITAL.finditer(text):
        word = Word(match.group(), match.start(), match.end())
        if run:
            last = run[-1]
            gap = text[last.end : word.start] if word.start - last.end < 14 else ""
            dotted = gap in (". ", ".") and (last.text in _DOTTED or len(last.text) == 1)
            if not (gap in gaps or dotted) or len(run) >= 40:
                yield tuple(run)
                run = []
        if _is_month(text, word):  # "In May Zintan fell"
            if run:
                yield tuple(run)
            run = []
            continue
        run.append(word)
    if run:
        yield tuple(run)


def _is_month(text: str, word: Word) -> bool:
    """Whether a word is the name of a month behind what introduces one, and no given name."""
    return word.text.lower() in month_names() and _BEFORE_MONTH.search(text, max(0, word.start - 9), word.start) is not None


def names_in(text: str, run: tuple[Word, ...]) -> Iterator[Named]:
    """The longest names of the gazetteer in a run, left to right, none overlapping another."""
    look = load_gazetteer().look
    i, count = 0, len(run)
    while i < count:
        found: Named | None = None
        for last in range(i + 1, min(count, i + LONGEST) + 1):
            key = name_key(text[run[i].start : run[last - 1].end])
            flags, places = look(key)
            if places and not _spans_dash(text, run, i, last, places):
                found = Named(run, i, last, run[i].start, run[last - 1].end, key, places, _flags(key, places))
            if not flags & BEGINS:
                break
        if found:
            yield found
        i = found.last if found else i + 1


def _flags(key: str, places: tuple[Place, ...]) -> int:
    """What else the name is; several words are ordinary where each of them is and no large place bears them."""
    flags = load_gazetteer().flags
    if " " not in key:
        return flags(key)
    if all(flags(word) & ORDINARY for word in key.split()) and all(
        p.population < 20_000 and p.kind in ("settlement", "admin2") for p in places
    ):
        return ORDINARY
    return 0


def _spans_dash(text: str, run: tuple[Word, ...], first: int, last: int, places: tuple[Place, ...]) -> bool:
    """Whether the words are rather two names joined by a dash that makes a road of them."""
    return last - first == 2 and text[run[first].end : run[first + 1].start] in ("–", " - ") and all(p.alternate for p in places)


@lru_cache(maxsize=8192)
def similar_places(name: str) -> tuple[Place, ...]:
    """Places of the gazetteer whose romanised Arabic name has the same consonants."""
    key = consonant_key(name)
    return load_gazetteer().find("~" + key) if key else ()


def starts_sentence(text: str, at: int) -> bool:
    """Whether the word at this offset begins a sentence or a line."""
    before = text[max(0, at - 6) : at]
    stripped = before.rstrip(" \t\u00a0")
    return (
        not stripped
        or stripped[-1] in "\n"
        or stripped[-1] in _ENDS
        or (stripped[-1] in "'’(" and len(stripped) > 1 and stripped[-2] in " \n")
    )
