"""Word lists of a language, read from its YAML files."""

from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from marsad.languages import load_yaml

LANGUAGES = Path(__file__).resolve().parent.parent / "languages"
JOINED = 6  # letters of a word that is two


@lru_cache(maxsize=32)
def word_list(name: str, language: str = "en") -> dict[str, Any]:
    """The content of one file of word lists, read once."""
    path = LANGUAGES / language / f"{name}.yml"
    content = load_yaml(path)
    if not isinstance(content, dict):
        raise TypeError(f"{path.name}: expected named lists")
    return content


def words_of(content: dict[str, Any], name: str) -> tuple[str, ...]:
    """A list of words, written in the file as one string or as a list."""
    value = content[name]
    return tuple(value.split()) if isinstance(value, str) else tuple(str(v) for v in value)


def word_set(file: str, name: str) -> frozenset[str]:
    """A list of words as a set, to ask whether a word is one of it."""
    return frozenset(words_of(word_list(file), name))


def words_listed(file: str, name: str) -> tuple[str, ...]:
    """A list of words in its order."""
    return words_of(word_list(file), name)


@cache
def people_words() -> frozenset[str]:
    """The words for people by trade, office, kin or deed, one and many."""
    ones = words_listed("people", "kinds")
    return frozenset(ones) | {_plural(one) for one in ones}


def _plural(one: str) -> str:
    if one.endswith("-in-law"):
        return f"{one[: -len('-in-law')]}s-in-law"
    if one.endswith("man"):
        return f"{one[:-3]}men"
    if one.endswith("y") and one[-2] not in "aeiou":
        return f"{one[:-1]}ies"
    return f"{one}es" if one.endswith(("s", "x", "ch", "sh")) else f"{one}s"


@lru_cache(maxsize=1 << 16)
def names_people(word: str) -> bool:
    """Whether a word, lower case, is one for people, or ends as such words do that no list has: "schoolteachers"."""
    joined = len(word) >= JOINED and word.endswith(words_listed("people", "endings")) and word not in word_set("people", "not_people")
    return joined or word in people_words()
