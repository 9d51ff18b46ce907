"""Word lists by name and the inflected forms under which their words stand in a text."""

import functools
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

import marsad
from marsad.languages import folder, load_yaml

POS = ("verb", "noun", "adjective", "word")


class WordList(msgspec.Struct, frozen=True):
    """Words of one meaning; `forms` maps each first word's form to the lemma entries that begin with it."""

    name: str
    pos: str
    entries: tuple[tuple[str, ...], ...]  # each entry a sequence of words: ("pull", "out")
    forms: Mapping[str, tuple[tuple[str, ...], ...]]
    pairs: frozenset[tuple[str, ...]]  # the entries of two words, with the second word's plural
    alone: frozenset[str]  # the forms of the entries of one word

    def __contains__(self, form: object) -> bool:
        return form in self.alone


class _Inflections(msgspec.Struct, frozen=True):
    verb: dict[str, list[str]]
    noun: dict[str, list[str]]


@functools.cache
def inflections(language: str = "en") -> _Inflections:
    """Lemma to forms, for verbs and nouns; made by scripts/build_forms.py from all word lists."""
    file = folder(language) / "forms.json"
    return msgspec.json.decode(file.read_bytes(), type=_Inflections) if file.is_file() else _Inflections({}, {})


def forms_of(word: str, pos: str, language: str = "en") -> tuple[str, ...]:
    """The word and its inflected forms, lower case."""
    table = inflections(language)
    known = {"verb": table.verb, "noun": table.noun}.get(pos, {}).get(word, [])
    return (word, *known)


@functools.cache
def past_forms(language: str = "en") -> frozenset[str]:
    """The regular past forms of the verbs in the word lists that are no nouns: "torched", whatever the tagger makes of it."""
    table = inflections(language)
    nouns = {*table.noun, *(f for forms in table.noun.values() for f in forms)}
    return frozenset(f for forms in table.verb.values() for f in forms if f.endswith("ed")) - nouns


def word_list(name: str, pos: str, words: list[str], language: str = "en") -> WordList:
    """A list with the forms of every entry's first word."""
    if pos not in POS:
        raise ValueError(f"word list {name}: pos {pos!r} is unknown; allowed: {', '.join(POS)}")
    forms: dict[str, tuple[tuple[str, ...], ...]] = {}
    split = [w.replace("-", " ") for w in words if "-" in w]  # a hyphen makes three tokens of "cease-fire"
    entries = tuple(dict.fromkeys(tuple(str(w).lower().split()) for w in (*words, *split)))
    for entry in entries:
        for form in forms_of(entry[0], pos, language):
            forms[form] = (*forms.get(form, ()), entry)
    two = [e for e in entries if len(e) == 2]
    alone = frozenset(form for form, found in forms.items() if any(len(e) == 1 for e in found))
    return WordList(name, pos, entries, forms, frozenset(two) | frozenset((a, b + "s") for a, b in two), alone)


def read_word_lists(file: Path, language: str = "en") -> dict[str, WordList]:
    """The lists of one words file; a malformed one raises ValueError with file, list and what was allowed."""
    content = msgspec.convert(load_yaml(file) or {}, dict[str, Any])
    lists = {}
    for name, value in content.items():
        if not isinstance(value, dict) or set(value) != {"pos", "words"} or not value["words"]:
            raise ValueError(f"{file}: list {name}: expected pos and words, got {json.dumps(value)[:80]}")
        try:
            lists[name] = word_list(name, value["pos"], [str(w) for w in value["words"]], language)
        except ValueError as error:
            raise ValueError(f"{file}: {error}") from None
    return lists


@functools.cache
def lists_of(kind: str, language: str = "en") -> dict[str, WordList]:
    """The word lists in the folder of a kind of claim, or of what wraps any claim; none where it has none. Read once."""
    file = Path(marsad.__file__).parent / "claims" / kind / f"words.{language}.yml"
    return read_word_lists(file, language) if file.is_file() else {}


@functools.cache
def shared_lists(language: str = "en") -> dict[str, WordList]:
    """Word lists that every kind of claim may name: people, forces, places without a name, support verbs ..."""
    return read_word_lists(folder(language) / "classes.yml", language)
