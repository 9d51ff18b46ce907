"""The words and names by which actors are told, in one table that a text is looked up in word by word."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from marsad.languages import load_yaml
from marsad.reading.wordlists import LANGUAGES, word_list, words_of
from marsad.reading.wordpatterns import TOKEN

DATA = Path(__file__).resolve().parents[2] / "data" / "actors"

_ACRONYM = re.compile(r"[A-Z0-9]{2,}(?:[-/][A-Z0-9]+)*$")


class Entry(msgspec.Struct, frozen=True):
    """One actor known by name."""

    id: str
    name: str
    kind: str
    country: tuple[str, ...] = ()
    sort: str = ""
    generic: bool = False
    aliases: tuple[str, ...] = ()


class Phrase(msgspec.Struct, frozen=True):
    """Words that mean something to the readers of actors; `marks` says what, each with its value."""

    words: tuple[str, ...]
    written: tuple[str, ...]
    marks: Mapping[str, Any]
    acronym: bool = False
    cased: bool = False


class Lexicon:
    """All phrases, by their first word, longest first."""

    def __init__(
        self, phrases: Iterable[Phrase], entries: Mapping[str, Entry], countries: Mapping[str, str], adjectives: Mapping[str, str]
    ) -> None:
        table: dict[tuple[str, ...], list[Phrase]] = {}
        for phrase in phrases:
            table.setdefault(phrase.words, []).append(phrase)
        self.by_first: dict[str, list[tuple[Phrase, ...]]] = {}
        for same in table.values():
            self.by_first.setdefault(same[0].words[0], []).append(tuple(same))
        for groups in self.by_first.values():
            groups.sort(key=lambda group: -len(group[0].words))
        self.entries = entries
        self.countries = countries
        self.adjectives = adjectives
        self.shared: dict[str, list[Entry]] = {}
        for entry in entries.values():
            for alias in dict.fromkeys((*entry.aliases, entry.name)):
                self.shared.setdefault(alias.lower(), []).append(entry)
        self.shared = {alias: same for alias, same in self.shared.items() if len(same) > 1}
        self.by_alias = {alias.lower(): e for e in entries.values() for alias in (*e.aliases, e.name)}

    def adjective(self, code: str) -> str:
        """The adjective that names of a country's forces begin with."""
        return self.adjectives.get(code, code)


def tokens(text: str) -> tuple[str, ...]:
    """The words of a phrase as texts are cut into words."""
    return tuple(TOKEN.findall(text.replace("’", "'")))


def _spellings(alias: str) -> Iterable[tuple[str, ...]]:
    cut = tokens(alias)
    yield cut
    if "-" in cut[1:-1]:
        yield tuple(word for word in cut if word != "-")
    elif len(cut) > 1 and cut[0].lower() == "al":
        yield (cut[0], "-", *cut[1:])


def _phrases_of(words: Iterable[str], mark: str, value: Any, *, cased: bool = False) -> Iterable[Phrase]:
    for text in words:
        for cut in _spellings(text):
            yield Phrase(tuple(w.lower() for w in cut), cut, {mark: value}, bool(_ACRONYM.match(text)), cased)


def _load(path: Path) -> Any:
    return load_yaml(path)


def _entries() -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for path in [*sorted(DATA.glob("groups_*.yml")), DATA / "bodies.yml", DATA / "leaders.yml"]:
        for raw in _load(path):
            entry = msgspec.convert(raw, Entry)
            if entry.id in found:
                raise ValueError(f"{path.name}: two actors have the id {entry.id}")
            found[entry.id] = entry
    return found


def _noun_phrases(lists: Mapping[str, Any]) -> Iterable[Phrase]:
    for name, force in lists["forces"].items():
        yield from _phrases_of(force["words"], "FORCE", (name, force["kind"]))
    for sort, words in lists["fighters"].items():
        yield from _phrases_of(words, "FIGHT", sort)
    for name, words in lists["governments"].items():
        yield from _phrases_of(words, "GOV", name)
    for kind, words in lists["heads"].items():
        yield from _phrases_of(words, "HEAD", kind, cased=True)
    for mark, name in (("ANAPHOR", "anaphors"), ("COAL", "coalition"), ("PEOPLE", "people")):
        yield from _phrases_of(lists[name], mark, name)
    yield from _phrases_of(lists["modifiers"].split(), "MOD", True)
    yield from _phrases_of(lists["acts"].split(), "ACT", True)
    yield from _phrases_of(lists["locatives"].split(), "LOC", True)


def _title_phrases() -> Iterable[Phrase]:
    titles = word_list("titles")
    for name, mark in (("ranks", "RANK"), ("honorifics", "HONOR"), ("offices", "OFFICE"), ("roles", "ROLE"), ("before", "BEFORE")):
        yield from _phrases_of(words_of(titles, name), mark, name)
    for name, mark in (("particles", "PART"), ("months", "MONTH"), ("given", "GIVEN")):
        yield from _phrases_of(words_of(titles, name), mark, name)


def _state_phrases(states: Mapping[str, Any]) -> Iterable[Phrase]:
    for code, names in states["names"].items():
        yield from _phrases_of(names, "STATE", code, cased=True)
    for code, cities in states["cities"].items():
        yield from _phrases_of(cities, "CITY", code, cased=True)
    for code, words in word_list("demonyms").items():
        for word in words:
            yield from _phrases_of([word], "NAT", code, cased=True)
            if word.endswith(("n", "i", "k", "b", "d", "r", "t", "e")):
                yield from _phrases_of([word + "s"], "NATS", code, cased=True)


def _grammar_phrases() -> Iterable[Phrase]:
    for mark, words in nouns()["grammar"].items():
        yield from _phrases_of(str(words).split(), str(mark), True)


@cache
def nouns() -> Mapping[str, Any]:
    """The lists of words for actors that are no names."""
    content: Mapping[str, Any] = _load(DATA / "nouns.yml")
    return content


@cache
def actor_words(name: str) -> frozenset[str]:
    """One of the smaller lists of words."""
    return frozenset(str(nouns()[name]).split())


@cache
def fighter_sorts() -> Mapping[str, str]:
    """For each word for armed people without a name, the sort of group that it suggests."""
    return {word.lower(): sort for sort, words in nouns()["fighters"].items() for word in words}


@cache
def force_cores() -> Mapping[str, str]:
    """For each word for a state's forces, what their canonical name says."""
    return {word.lower(): core for core, force in nouns()["forces"].items() for word in force["words"]}


@cache
def common_words() -> frozenset[str]:
    """Words of the language that upper-case copy must not take for names: those that cards and readers of speech know."""
    found = {"tonight", *words_of(word_list("reporting"), "auxiliaries"), *words_of(word_list("reporting"), "time")}
    found.update(words_of(word_list("reporting"), "adverbs"))
    for name in ("statement", "object", "belief", "finding"):
        for verb in words_of(word_list("reporting"), name):
            found.update(verb.split("/"))
            found.update((verb + "s", verb + "ed", verb + "ing"))
    forms = msgspec.json.decode((LANGUAGES / "en" / "forms.json").read_bytes())
    for table in forms.values():
        for base, inflected in table.items():
            found.add(base)
            found.update(inflected)
    return frozenset(found)


@cache
def lexicon() -> Lexicon:
    """The table of all words and names of actors, made once."""
    entries = _entries()
    states = _load(DATA / "states.yml")
    phrases: list[Phrase] = []
    for entry in entries.values():
        phrases += _phrases_of(
            dict.fromkeys((*entry.aliases, entry.name)), "LEADER" if entry.kind == "person" else "ACTOR", entry, cased=True
        )
    phrases += _noun_phrases(nouns())
    phrases += _title_phrases()
    phrases += _state_phrases(states)
    phrases += _grammar_phrases()
    adjectives = {code: words[0] for code, words in word_list("demonyms").items()} | states["adjective"]
    return Lexicon(phrases, entries, {code: names[0] for code, names in states["names"].items()}, adjectives)
