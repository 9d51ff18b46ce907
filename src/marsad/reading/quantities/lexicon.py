"""The words that counts are made of, ready for look-up."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from marsad.model.syntax import Token
from marsad.reading.wordlists import names_people, word_list, words_of

Phrase = tuple[str, ...]


class Lexicon(NamedTuple):
    """Number words, hedges, range words and counted nouns."""

    cardinals: dict[str, float]
    multipliers: dict[str, float]
    short_multipliers: dict[str, float]
    fractions: dict[str, float]
    ranges: dict[str, list[tuple[Phrase, float, float]]]  # by first word, longest first
    few: dict[str, list[tuple[Phrase, float]]]
    shares: dict[str, list[tuple[Phrase, float, float]]]
    hedges: dict[str, list[tuple[Phrase, str]]]  # by last word, longest first
    more_before: frozenset[Phrase]
    after: dict[str, list[tuple[Phrase, str]]]
    per: dict[str, str]
    numberers: frozenset[str]
    always_numberers: frozenset[str]
    nouns: dict[str, str]
    measures: dict[str, str]
    currencies: dict[str, str]
    percent: frozenset[str]
    closers: frozenset[str]
    lean: frozenset[str]
    streets: frozenset[str]
    irregular: dict[str, str]
    starts: frozenset[str]


def _by(position: int, phrases: Iterable[tuple[Any, ...]]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for entry in sorted(phrases, key=lambda e: -len(e[0])):
        found.setdefault(entry[0][position], []).append(entry)
    return found


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon of English, read once."""
    n, u = word_list("numbers"), word_list("units")
    ranges = [(tuple(k.split()), float(v[0]), float(v[1])) for part in ("ranges", "ranges_of") for k, v in n[part].items()]
    few = [(tuple(k.split()), float(v)) for k, v in n["few"].items()]
    shares = [(tuple(k.split()), float(v[0]), float(v[1])) for k, v in n["shares"].items() if v]
    hedges = [(tuple(p.split()), effect) for effect, phrases in n["hedges"].items() for p in phrases]
    after = [(tuple(p.split()), effect) for key, effect in AFTER.items() for p in n[key]]
    nouns = {w: unit for unit in UNITS for w in words_of(u, unit)}
    cardinals = {k: float(v) for k, v in n["cardinals"].items()}
    multipliers = {k: float(v) for k, v in n["multipliers"].items()}
    by_range, by_few, by_share = _by(0, ranges), _by(0, few), _by(0, shares)
    starts = {*cardinals, *multipliers, *by_range, *by_few, *by_share, "half", "a", "an", "no", "none", "both"}
    return Lexicon(
        cardinals,
        multipliers,
        {k: float(v) for k, v in n["short_multipliers"].items()},
        {k: float(v) for k, v in n["fractions"].items()},
        by_range,
        by_few,
        by_share,
        _by(-1, hedges),
        frozenset(tuple(p.split()) for p in n["more_before"]),
        _by(0, after),
        dict(n["per"]),
        frozenset(words_of(n, "numberers")),
        frozenset(words_of(n, "always_numberers")),
        nouns,
        {w: unit for unit, words in u["measures"].items() for w in words},
        dict(u["currencies"]),
        frozenset(words_of(u, "percent")),
        frozenset(words_of(u, "closers")),
        frozenset(words_of(u, "lean")),
        frozenset(words_of(u, "streets")),
        dict(u["irregular"]),
        frozenset(starts),
    )


UNITS = ("person", "fighter", "household", "place", "site", "strike")
AFTER = {"floor_after": "min", "ceiling_after": "max", "about_after": "about", "more_after": "more"}


def singular(noun: str) -> str:
    """The dictionary form of a plural noun, by rule but for the irregular ones."""
    known = lexicon().irregular.get(noun)
    if known is not None:
        return known
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        return noun[:-1]
    return noun


def counts_people(noun: Token) -> bool:
    """Whether so many of a noun are so many people, by the list of what is counted or as a word for people."""
    nouns = lexicon().nouns
    return nouns.get(noun.text.lower(), nouns.get(noun.lemma.lower())) in ("person", "fighter") or names_people(noun.text.lower())
