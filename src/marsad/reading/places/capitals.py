"""Capitals told by their country: "the Malian capital", "Mali's capital", "the capital of Mali"."""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from marsad.data.places.gazetteer import load_gazetteer
from marsad.data.places.keys import name_key
from marsad.model.mention import PlaceMention

_BEHIND = re.compile(
    r"(?:['’][sS]?)?[ ]+(?:[a-z-]+[ ]){0,2}?(?:capital(?:[ ]city)?|CAPITAL(?:[ ]CITY)?)"
    r"(?![\w-]|[ ]+(?i:(?:[a-z]+[ ])?(?:of|punishment|crime|markets?|gains?|flows?|flight|spending|investments?)\b))"
)
_BEFORE = re.compile(r"(?:the[ ]+(?:[a-z-]+[ ]){0,2})?capital[ ]+(?:city[ ]+)?of[ ]+(?:the[ ]+)?\Z", re.IGNORECASE)
_ARTICLE = re.compile(r"\bthe[ ]+(?:[a-z-]+[ ])?\Z", re.IGNORECASE)
PROVINCIAL = re.compile(r"\b(?:provincial|regional|state|district|former|de facto|self-declared)\b")
REACH = 40  # characters


def capitals(text: str, found: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """A mention of the capital for each such phrase that its own name does not stand beside; `name` and `country` are the capital's."""
    begun = {m.start for m in found if not m.adjectival}
    ended = {m.end for m in found if not m.adjectival}
    for m in found:
        span = _phrase(text, m)
        code = _country(m) if span else None  # looked up last: most names stand beside no capital
        if code is None or span is None:
            continue
        start, end = span
        named = end + 1 in begun or end + 2 in begun or (start - 2 in ended and text[start - 2] == ",")
        place = load_gazetteer().find(f"*{code.lower()}")
        if place and not named and not PROVINCIAL.search(text, start, end):
            name = place[0].name
            yield replace(m, start=start, end=end, text=text[start:end], name=name, country=code, kind="capital", adjectival=False)


def _country(m: PlaceMention) -> str | None:
    """The country that a mention names, or whose people or things it names."""
    if m.adjectival or m.anaphor:
        return m.country if not m.anaphor else None
    known = load_gazetteer().find(name_key(m.name or ""))
    return known[0].country if known and known[0].kind == "country" else None


def _phrase(text: str, m: PlaceMention) -> tuple[int, int] | None:
    """Where the phrase for the capital begins and ends that holds this mention."""
    if behind := _BEHIND.match(text, m.end):
        article = _ARTICLE.search(text, max(0, m.start - REACH), m.start)
        return (article.start() if article else m.start), behind.end()
    before = _BEFORE.search(text, max(0, m.start - REACH), m.start) if not m.adjectival else None
    return (before.start(), m.end) if before else None
