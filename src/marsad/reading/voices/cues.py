"""The words that report speech, with their forms."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import msgspec

from marsad.reading.wordlists import word_list, words_of


class Cue(msgspec.Struct, frozen=True):
    """A form of a reporting word: its lemma, what it takes, and which form it is (base, third, past, participle, ing)."""

    lemma: str
    takes: str  # statement, finding, object, belief, intent
    form: str


FORMS = ("base", "third", "past", "participle", "ing")


@cache
def cue_forms() -> Mapping[str, Cue]:
    """Every form of every reporting verb."""
    found: dict[str, Cue] = {}
    for takes in ("statement", "finding", "object", "belief", "intent"):
        for word, cue in _forms(takes, takes):
            found.setdefault(word, cue)
    return found


@cache
def counting_forms() -> Mapping[str, Cue]:
    """Every form of the verbs that report where a number follows: "counted 300 bodies"."""
    return dict(_forms("counting", "object"))


def _forms(name: str, takes: str) -> Iterable[tuple[str, Cue]]:
    for written in words_of(word_list("reporting"), name):
        forms = written.split("/") if "/" in written else list(_regular(written))
        yield from ((word, Cue(forms[0], takes, form)) for form, word in zip(FORMS, forms, strict=True) if word != "-")


def _regular(base: str) -> Iterable[str]:
    yield base
    yield base + "s"
    stem = base if not base.endswith("e") else base[:-1]
    yield stem + "ed"
    yield stem + "ed"
    yield stem + "ing"


@cache
def words(name: str) -> frozenset[str]:
    """A list of words of the file."""
    if name == "finite_words":  # a clause can hardly be without one of them
        return words("auxiliaries") | words("finite")
    return frozenset(words_of(word_list("reporting"), name))


@cache
def phrasal() -> Mapping[str, tuple[str, ...]]:
    """Verbs that report only together with their next word."""
    raw: Mapping[str, Any] = word_list("reporting")["phrasal"]
    return {str(verb): tuple(str(n) for n in after) for verb, after in raw.items()}


@cache
def pronouns() -> Mapping[str, str]:
    """Pronouns by their subject form."""
    return {str(k): str(v) for k, v in word_list("reporting")["pronouns"].items()}
