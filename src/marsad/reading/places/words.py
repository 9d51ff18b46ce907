"""The words of a language about places, ready for looking up."""

from functools import lru_cache

import msgspec

from marsad.reading.wordlists import word_list, words_of

QUARTER = r"(?:district|neighbou?rhood|quarter|area|suburb|section|ward)"  # what is a part of a town: "the Makeen area of Kidal"
TOWN = r"(?:city|town|village|hamlet|settlement|suburb|port|capital)"  # what an apposition calls a place: "Sake, a village near Goma"


class SpatialWords(msgspec.Struct, frozen=True):
    """Words about places; `types`, `directions` and `stand_ins` give the kind, the part and the kinds that a word stands for."""

    types: dict[str, str]
    directions: dict[str, str]
    streets: frozenset[str]
    institutions: frozenset[str]
    papers: frozenset[str]
    institution_of: frozenset[str]
    titles: frozenset[str]
    speech: frozenset[str]
    townsfolk: frozenset[str]
    inhabitants: frozenset[str]
    generic: frozenset[str]
    acronyms: frozenset[str]
    no_places: frozenset[str]
    in_words: frozenset[str]
    also_persons: frozenset[str]
    openers: frozenset[str]
    possessed: frozenset[str]
    befallen: frozenset[str]
    only_places: frozenset[str]
    place_verbs: frozenset[str]
    place_openers: frozenset[str]
    of_places: frozenset[str]
    on_places: frozenset[str]
    at_places: frozenset[str]
    to_places: frozenset[str]
    between_places: frozenset[str]
    behind_places: frozenset[str]
    of_words: frozenset[str]
    connectors: tuple[str, ...]
    part_nouns: tuple[str, ...]
    centre_nouns: tuple[str, ...]
    after_anaphor: frozenset[str]
    seats: frozenset[str]
    came_from: frozenset[str]
    went_to: frozenset[str]
    ways: frozenset[str]
    name_heads: frozenset[str]
    abbreviations: dict[str, str]
    stand_ins: dict[str, frozenset[str]]


@lru_cache(maxsize=4)
def spatial_words(language: str = "en") -> SpatialWords:
    """The language's words about places."""
    content = word_list("spatial", language)
    types = {word: kind for kind in content["types"] for word in words_of(content["types"], kind)}
    plurals = {w[:-1] + "ies" if w.endswith("y") and w[-2] not in "aeo" else w + "s": k for w, k in types.items() if not w.endswith("s")}
    return SpatialWords(
        types={**types, **plurals},
        directions={word: part for part in content["directions"] for word in words_of(content["directions"], part)},
        **{
            name: frozenset(words_of(content, name))
            for name in (
                "streets",
                "institutions",
                "papers",
                "institution_of",
                "titles",
                "speech",
                "townsfolk",
                "inhabitants",
                "generic",
                "acronyms",
                "no_places",
                "in_words",
                "also_persons",
                "openers",
                "possessed",
                "befallen",
                "only_places",
                "place_verbs",
                "place_openers",
                "of_places",
                "on_places",
                "at_places",
                "to_places",
                "between_places",
                "behind_places",
                "of_words",
                "after_anaphor",
                "seats",
                "came_from",
                "went_to",
                "ways",
                "name_heads",
            )
        },
        connectors=words_of(content, "connectors"),
        part_nouns=words_of(content, "part_nouns"),
        centre_nouns=words_of(content, "centre_nouns"),
        stand_ins={str(noun): frozenset(words_of(content["stand_ins"], noun)) for noun in content["stand_ins"]},
        abbreviations={str(k): str(v) for k, v in content["abbreviations"].items()},
    )


@lru_cache(maxsize=4)
def demonyms(language: str = "en") -> dict[str, str]:
    """Each word for a country's people or things and the country's code; the code is empty where there is none."""
    found = {}
    for country, words in word_list("demonyms", language).items():
        for word in words:
            found[word] = country
            if not word.endswith(("s", "h", "e", "se", "ss", "men", "man")):
                found[word + "s"] = country
    found["Danes"], found["Swedes"], found["Poles"], found["Turks"] = "DK", "SE", "PL", "TR"
    return found


@lru_cache(maxsize=4096)
def demonym_country(word: str) -> str | None:
    """The country (ISO alpha-2) whose people or things the word names, or None."""
    known = demonyms()
    return known.get(word) or known.get(word[:1].upper() + word[1:].lower()) or None
