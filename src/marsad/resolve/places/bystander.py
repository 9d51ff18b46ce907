"""Places that a report names in passing: where somebody speaks or lives, where help came from, where a road leads."""

import re
from functools import lru_cache

from marsad.model.mention import PlaceMention
from marsad.reading.places.words import TOWN, spatial_words

REACH = 90  # characters before a name in which the words that make it one in passing stand
BASED = re.compile(r"[-‑](?:based|born|educated|trained)\b")
SHORT = 30  # characters before it in which the last of those words stands
BESIDE = re.compile(r"\b(?:in|at|from|to|for|towards?)[ \n](?:the[ \n][^.,;\n]*)?\Z", re.IGNORECASE)
STANDS = re.compile(r"[ \n](?:is|was|are|were|has|have|had|remains?|remained|stays?|stayed)\b")  # "the road to Nalut was closed"


def named_in_passing(text: str, m: PlaceMention) -> bool:
    """Whether the words beside a place say that it is not where the report plays: "a spokesman in Zintan", "flew back to Nalut"."""
    said = BESIDE.search(text, max(0, m.start - SHORT), m.start)
    found = _before().search(text, max(0, m.start - REACH), m.start) if said else None
    if found is not None and found["way"]:
        return STANDS.match(text, m.end) is not None  # who cuts the road to a town is near it
    return found is not None or BASED.match(text, m.end) is not None


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    words = spatial_words()
    few = r"(?:[ \n](?!(?:in|at|to|from|on|near)\b)[\w’'-]+){0,3}?"
    whose = r"(?:[ \n](?:for|of|with|from)[ \n](?:the[ \n])?[\w-]+(?:[ \n][\w-]+)?)?"  # "for the coalition"
    ward = r"[ \n](?:an?|the)[ \n](?:[\w-]+[ \n]){0,2}(?:hospital|clinic)s?"
    seat, came, went, way = (_any_of(some) for some in (words.seats, words.came_from, words.went_to, words.ways))
    said = (
        rf"{seat}{whose}[ \n](?:in|at|from)",
        r"now[ \n]living[ \n]in",
        rf"{came}{few}[ \n]from",
        rf"{went}{few}[ \n](?:back[ \n])?(?:to|for|towards?)(?:{ward}[ \n](?:in|at))?",
        rf"(?P<way>{way})[ \n](?:(?:leading|linking|running|back)[ \n])?(?:to|from)",
    )
    town = rf"(?:[ \n]the[ \n](?:[\w-]+[ \n]){{0,2}}{TOWN}(?:[ \n]of)?)?"
    return re.compile(rf"\b(?:{'|'.join(said)}){town}[ \n]\Z", re.IGNORECASE)


def _any_of(words: frozenset[str]) -> str:
    return f"(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})"
