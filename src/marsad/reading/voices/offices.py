"""The words for offices and roles by which people are told of without a name: "the governor", "an unnamed official"."""

from functools import cache

from marsad.reading.wordlists import word_list, words_of


@cache
def offices() -> frozenset[str]:
    """The last words of such phrases, in lower case."""
    return frozenset(words_of(word_list("titles"), "roles"))
