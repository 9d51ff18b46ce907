"""Places that no gazetteer has, where the words say that they are places."""

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from marsad.data.places.gazetteer import GIVEN, SURNAME, load_gazetteer
from marsad.reading.places.words import demonyms, spatial_words
from marsad.reading.wordpatterns import found_from

NAME = r"(?:[Aa]l-|[Ee]l-)?[A-Z][\w’'‘]*(?:(?:[ -]|-[ei]-|-[ei][ ]|[ ]al-|[ ]el-|-al-|[ ]de[ ]|[ ]de[ ]la[ ]|[ ]del[ ])[A-Z][\w’'‘]*){0,3}"
_SITES = frozenset({"site", "crossing", "road", "camp", "neighbourhood", "mountain", "river", "valley", "lake", "island"})
_TOWN_NOUNS = frozenset({"Village", "Township", "Hamlet", "Town", "Commune"})
_BY_NOUN = _SITES - {"neighbourhood"}  # such a place is called by its name and its noun


class Local(msgspec.Struct, frozen=True):
    """A name that the words around it make a place: offsets of the mention and of the name, and the kind said."""

    start: int
    end: int
    name: str
    kind: str


@lru_cache(maxsize=2)
def _patterns() -> tuple[frozenset[str], re.Pattern[str], re.Pattern[str]]:
    """A kind of place before its name, with the first words for kinds, and one behind it."""
    words = spatial_words()
    said = sorted((w for w in words.types if words.types[w] not in ("sea",) and not w.endswith("s")), key=len, reverse=True)
    kinds = "|".join(re.escape(w) for w in said)
    before = re.compile(rf"\b(?P<kind>{kinds})[ \n]+of[ \n]+(?P<name>{NAME})")
    kinds = rf"{kinds}|{'|'.join(k.capitalize() for k in said)}"
    use = r"(?:[ ](?:refugee|displacement|border|military|oil|displaced))?"
    after = re.compile(rf"(?<![\w.])(?P<name>{NAME}){use}[ ](?P<kind>{kinds})(?![\w-])")
    return frozenset(word.partition("-")[0] for word in said), before, after


_NEVER = frozenset(
    (
        "The This That These Those A An In On At By For From His Her Their Its Our Your My Some Many Most Every Each Another "
        "Any All No One Two Three First Second Last Next New Old Local State National Federal Public City County Town Village "
        "North South East West Northern Southern Eastern Western Central Upper Lower Inner Outer Military Police Army Air "
        "Security Special School General District Mayor Home What Which Both Other Several Such Same Between When While As But "
        "And Or If Since After Before"
    ).split()
)


def local_names(text: str) -> Iterator[Local]:
    """Names beside a word for a kind of place."""
    first_words, before, after = _patterns()
    types = spatial_words().types
    for match in found_from(first_words, before, text):
        if can_be_name(match.group("name")):
            yield Local(match.start("name"), match.end("name"), match.group("name"), types[match.group("kind").lower()])
    for match in after.finditer(text):
        name, start = match.group("name"), match.start("name")
        while (first := re.match(r"([A-Z]\w*)[ -]", name)) and _opens(first.group(1)):
            name, start = name[first.end() :], start + first.end()
        if owned := re.search(r"['’]s[ ](?=[A-Z]|[aeAE]l-)", name):
            name, start = name[owned.end() :], start + owned.end()
        if name.endswith(("'s", "’s")):
            continue
        kind = types[match.group("kind").lower()]
        area = (
            kind == "region"
            and match.group("kind").islower()
            and bool(re.match(r"[ \n]+(?:of|in)[ \n]+(?:the[ ])?[\w-]", text[match.end() : match.end() + 20]))
        )
        if kind == "camp" and " " not in name and load_gazetteer().flags(name.lower()) & (GIVEN | SURNAME):
            continue
        if can_be_name(name) and (area or kind in _SITES or kind == "admin2" or kind == "settlement" and _names_town(text, match)):
            end = match.end("name") if area else match.end("kind")
            yield Local(start, end, name if area or kind not in _BY_NOUN else text[start:end], "neighbourhood" if area else kind)


def _names_town(text: str, match: re.Match[str]) -> bool:
    """Whether "X town" or "X Village" names a town, and is no piece of a longer name."""
    noun = match.group("kind")
    return noun.islower() or (noun in _TOWN_NOUNS and not re.match(r"[ ](?:[A-Z]|of\b)", text[match.end() : match.end() + 3]))


def _opens(word: str) -> bool:
    """Whether a word stands before names, and in none: "Inside Kidal town"."""
    return word in _NEVER or (word.lower() in spatial_words().openers and word.lower() not in spatial_words().directions)


def can_be_name(name: str) -> bool:
    """Whether capitalised words may be a place's name by themselves."""
    first = re.split(r"[ -]", name)[0]
    words = re.split(r"[ -]", name)
    return (
        first not in _NEVER
        and words[-1] not in demonyms()
        and not words[-1].endswith(("ist", "ists"))
        and first not in spatial_words().titles
        and not name.isupper()
    )
