"""Words that stand for a place named before: "the town", "the western side of the city", "the old city", "both towns"."""

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from marsad.reading.places.words import spatial_words
from marsad.reading.wordpatterns import found_from


class Anaphor(msgspec.Struct, frozen=True):
    """Offsets, the kind of place it can stand for, the part of it, and how many places (0: one)."""

    start: int
    end: int
    noun: str
    part: str | None
    number: int


@lru_cache(maxsize=2)
def _pattern() -> re.Pattern[str]:
    words = spatial_words()
    ways = "|".join(sorted(words.directions, key=len, reverse=True))
    nouns = "|".join(sorted(words.stand_ins, key=len, reverse=True))
    parts = "|".join(words.part_nouns)
    centres = "|".join(words.centre_nouns)
    many = "cities|towns|villages|provinces|districts|areas|camps|countries|neighbou?rhoods"
    all_of = rf"(?P<all>both|the[ ](?:two|three|four))[ \n]+(?P<many>{many})"
    part_of = rf"(?P<way>{ways})[ \n]+(?:{parts})[ \n]+of[ \n]+the[ \n]+|(?P<mid>{centres})[ \n]+of[ \n]+the[ \n]+|(?:{ways})[ \n]+"
    after = rf"['’]s[ ](?P<way3>{ways})[ ](?:{parts})|(?:['’]s)?[ ](?P<mid2>centre|center)\b"
    one = rf"(?:the|this|that)[ \n]+(?:{part_of})?(?P<one>{nouns})(?:{after})?"
    old = r"the[ \n]+(?P<old>old[ \n](?:city|town|quarter))"
    return re.compile(rf"(?<![\w-])(?:{all_of}|{old}|{one})(?![\w-])", re.IGNORECASE)


_FIRST = frozenset({"both", "the", "this", "that"})
_NAMED = re.compile(r"[ ](?:city[ ]|town[ ])?(?:of[ ])?[A-Z]")  # "the capital Kabul", "the capital city of Mali"
_AFTER = re.compile(r"[ \n]+([A-Za-z]+)")
_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4}


def anaphors(text: str) -> Iterator[Anaphor]:
    """Every such phrase, left to right."""
    words = spatial_words()
    for match in found_from(_FIRST, _pattern(), text):
        following = _AFTER.match(text, match.end())
        if following and (following.group(1).lower() in words.after_anaphor or following.group(1).lower() == "of"):
            continue
        if match.group("one") and _NAMED.match(text, match.end()) and not text[match.start()].isupper():
            continue
        if match.group("all"):
            yield Anaphor(
                match.start(), match.end(), _singular(match.group("many").lower()), None, _NUMBERS[match.group("all").lower().split()[-1]]
            )
            continue
        if match.group("old"):
            yield Anaphor(match.start(), match.end(), "city", "old city", 0)
            continue
        way = match.group("way") or match.group("way3")
        part = words.directions[way.lower()] if way else "centre" if match.group("mid") or match.group("mid2") else None
        yield Anaphor(match.start(), match.end(), match.group("one").lower(), part, 0)


def _singular(noun: str) -> str:
    return {"cities": "city", "countries": "country"}.get(noun, noun.removesuffix("s"))
