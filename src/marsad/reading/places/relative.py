"""Places said by their way from others: so far and in that direction of one, between two, the road from one to another."""

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from marsad.reading.places.words import spatial_words

_NUMBER = (
    r"(?P<number>\d{1,3}(?:[,.]\d{1,3})?|a few|several|some|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty|fifty)"
)
_UNIT = r"(?P<unit>km|kms|kilomet(?:er|re)s?|miles?|mi)\b"
_COUNTS = {
    "a few": 5,
    "several": 10,
    "some": 10,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
}
BEARINGS = {"north": 0, "northeast": 45, "east": 90, "southeast": 135, "south": 180, "southwest": 225, "west": 270, "northwest": 315}


class Way(msgspec.Struct, frozen=True):
    """The words of a distance or direction that end where an anchor begins."""

    start: int
    distance_km: float | None
    bearing: int | None


@lru_cache(maxsize=2)
def _pattern() -> re.Pattern[str]:
    ways = "|".join(w for w in sorted(spatial_words().directions, key=len, reverse=True) if not w.endswith("ern"))
    hedge = r"(?:(?:about|around|some|roughly|approximately|nearly|almost|just)[ \n]+)?"
    far = rf"(?:{_NUMBER}[ -]?{_UNIT}(?:[ ]?\([^()\n]{{2,24}}\))?[ ,\n]+)?"
    way = rf"(?:(?:to[ ]the[ ])?(?P<way>{ways})(?:[ \n]+of|[ \n]+from)|from|away[ ]from|outside)[ \n]+"
    town = r"(?:the[ ]+(?:\w+[ ]+)?(?:city|town|village|capital)[ ]+(?:of[ ]+)?)?"
    return re.compile(rf"{hedge}{far}{way}{town}\Z", re.IGNORECASE)


def way_before(text: str, start: int) -> Way | None:
    """The distance, the direction or both that the text gives just before this offset."""
    match = None
    window = text[max(0, start - 90) : start]
    low = window.lower()
    if not any(word in low for word in ("from", "of", "outside")):  # the pattern is slow, and each of its ways holds one of these
        return None
    for found in _pattern().finditer(window):
        match = found
    if match is None or (match.group("number") is None and (match.group("way") is None or "from" in match.group().lower())):
        return None
    number, way = match.group("number"), match.group("way")
    distance = None
    if number:
        distance = float(_COUNTS.get(number.lower(), 0) or number.replace(",", "."))
        if match.group("unit").lower().startswith("mi"):
            distance *= 1.609
    at = max(0, start - 90) + match.start()
    return Way(at, distance, BEARINGS.get(spatial_words().directions[way.lower()]) if way else None)


_ROAD_AFTER = re.compile(r"[ ]+(?:road|highway|route|motorway|axis|line|corridor|supply route|main road)\b", re.IGNORECASE)
_ROAD_BEFORE = re.compile(
    r"(?:road|highway|route|motorway|supply line|railway|corridor)s?[ ]+(?:which[ ]+)?(?:that[ ]+)?"
    r"(?:linking|links|connecting|connects|joining|between|from|leading from)[ ]+(?:the[ ]+\w+[ ]+of[ ]+)?\Z",
    re.IGNORECASE,
)
_ROAD_NUMBER = re.compile(r"\b(?:(?:Highway|Route|Interstate|Motorway|HIGHWAY|ROUTE)[ -]|I-)\d{1,4}\b")
_JOIN = re.compile(r"[ ]?[-–—][ ]?|[ ]to[ ]")
_WITH = re.compile(r"[ ]+(?:with|to|and)[ ]+(?:the[ ]+)?", re.IGNORECASE)
_ASIDE = re.compile(r",[ ][^,.;:\n]{3,60},[ ]+and[ ]+(?:the[ ]+)?")  # "between Sake, 20 km west of Goma, and Masisi"
_PARTIES = re.compile(  # who talk or fight across no land between them
    r"\b(?:talks|negotiations|relations|tensions?|agreement|deal|truce|treaty|accord|ceasefire|match|game|dispute|dialogue|rivalry|ties"
    r"|meeting|choice|difference)[ \n]+\Z",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?<!\w)between[ ]+(?:the[ ]+(?:\w+[ ]+)?(?:of[ ]+)?)?\Z", re.IGNORECASE)


class Span2(msgspec.Struct, frozen=True):
    """A phrase over two anchors."""

    start: int
    end: int
    kind: str


def over_two(text: str, first: tuple[int, int], second: tuple[int, int]) -> Span2 | None:
    """The phrase that two neighbouring names make together: a road, or what lies between them."""
    gap = text[first[1] : second[0]]
    if _JOIN.fullmatch(gap) and (after := _ROAD_AFTER.match(text, second[1])):
        return Span2(first[0], after.end(), "road")
    if _WITH.fullmatch(gap) or _ASIDE.fullmatch(gap):
        window = text[max(0, first[0] - 70) : first[0]]
        offset = max(0, first[0] - 70)
        if road := _ROAD_BEFORE.search(window):
            return Span2(offset + road.start(), second[1], "road")
        if (between := _BETWEEN.search(window)) and not _PARTIES.search(window, 0, between.start()):
            return Span2(offset + between.start(), second[1], "relative")
    return None


def numbered_roads(text: str) -> Sequence[tuple[int, int]]:
    """Roads that go by a number."""
    return [(m.start(), m.end()) for m in _ROAD_NUMBER.finditer(text)]
