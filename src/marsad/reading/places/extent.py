"""How far a mention of a place reaches beyond its name: its part, the word for what it is, an article before it."""

import re
from functools import lru_cache

import msgspec

from marsad.reading.places.words import spatial_words

_ARTICLE_BEFORE = re.compile(r"(?<![\w-])(?:(?:[AaEe][lrsdnt]|[AaEe]sh|[AaEe]dh|[AaEe]th|[AaEe]z)[-‑]|(?:Al|El|Ar|Ash|Az|Ad)[ ])\Z")
_JOINED = re.compile(r"\w[ ]?[-–—][ ]?\Z")
_WIDE = frozenset({"region", "country", "continent", "sea"})  # "the West Bank city" names another place


class Extent(msgspec.Struct, frozen=True):
    """Offsets of the whole mention, the part and the kind that its words say."""

    start: int
    end: int
    part: str | None = None
    kind: str | None = None


class Patterns(msgspec.Struct, frozen=True):
    """What may stand before and after a name."""

    part_before: re.Pattern[str]
    part_within: re.Pattern[str]  # "in the east of Goma"; "to the east of Goma" lies beside it
    centre_before: re.Pattern[str]
    type_before: re.Pattern[str]
    type_after: re.Pattern[str]
    part_after: re.Pattern[str]


@lru_cache(maxsize=2)
def patterns() -> Patterns:
    """The patterns of the language's words."""
    words = spatial_words()
    ways = "|".join(sorted(words.directions, key=len, reverse=True))
    kinds = "|".join(sorted(words.types, key=len, reverse=True))
    parts, centres = "|".join(words.part_nouns), "|".join(words.centre_nouns)
    of = rf"[ \n]+of[ \n]+(?:the[ \n]+)?(?:(?:{kinds})[ \n]+of[ \n]+)?"
    old = "old city|old town|old quarter|historic centre|historic center"
    side = rf"(?P<way>{ways})[ ]+(?:{parts}|district|neighbou?rhoods?)"
    flags = re.IGNORECASE
    return Patterns(
        part_before=re.compile(
            rf"(?<![\w-])(?:(?P<other>{ways})[ \n]+(?:and|or)[ \n]+)?(?P<way>{ways})(?:[ \n]+(?:(?:{parts}){of})?|[-–])\Z", flags
        ),
        part_within=re.compile(rf"(?:(?<=\bin the )|(?<=\bacross the )|(?<=\bthroughout the ))(?P<way>{ways}){of}\Z", flags),
        centre_before=re.compile(
            rf"(?<![\w-])(?:(?P<old>{old})|(?:{centres}|(?:town|city)[ -](?:centre|center))){of}\Z|(?<![\w-])downtown[ \n]+\Z", flags
        ),
        type_before=re.compile(rf"(?<![\w-])(?P<kind>{kinds})[ \n]+of[ \n]+(?:the[ \n]+)?\Z", flags),
        type_after=re.compile(
            rf"(?:[ \n]+(?:refugee|displacement|idp|border|military|oil))?[ \n]+(?P<kind>{kinds})\b(?!['’]?[ ]of\b)", flags
        ),
        part_after=re.compile(rf"['’]s[ ]+(?:(?P<old>{old})|{side}|(?P<centre>(?:city|town)[ ](?:centre|center)))\b", flags),
    )


@lru_cache(maxsize=1)
def _stems() -> tuple[str, ...]:
    """The shortest words of direction: every other one holds one of them."""
    ways = spatial_words().directions
    return tuple(w.lower() for w in ways if not any(o != w and o.lower() in w.lower() for o in ways))


def name_start(text: str, start: int) -> int:
    """Where the name begins with the Arabic article that may stand before it."""
    match = _ARTICLE_BEFORE.search(text, max(0, start - 4), start)
    return match.start() if match else start


def joined_before(text: str, start: int) -> bool:
    """Whether a dash joins this name to the one before it: "the Goma – Sake road"."""
    return _JOINED.search(text, max(0, start - 4), start) is not None


def extent_of(text: str, start: int, end: int, kinds: frozenset[str]) -> Extent:
    """The whole mention around a name."""
    p = patterns()
    start = name_start(text, start)
    kind, part = None, None
    after = p.type_after.match(text, end)
    if after and (after.group("kind")[0].islower() or text[end + 1].isupper()) and not after.group("kind").lower().endswith("s"):
        said = spatial_words().types[after.group("kind").lower()]
        if said not in ("settlement", "camp", "neighbourhood", "admin2") or not kinds or not kinds <= _WIDE:
            kind, end = said, after.end()
    window = max(0, start - 60)
    low = text[window:start].lower()  # the patterns are slow where none of their words stands
    of, aimed = "of" in low, any(stem in low for stem in _stems())
    before = p.type_before.search(text, window, start) if of else None
    if before and kind is None:
        kind = spatial_words().types[before.group("kind").lower()]
    if kind == "road" and joined_before(text, start):
        kind, end = None, end - len(after.group()) if after else end
    if way := p.part_before.search(text, window, start) if aimed else None:
        ways = [w for w in (way.group("other"), way.group("way")) if w]
        start, part = way.start(), " and ".join(spatial_words().directions[w.lower()] for w in ways)
    elif within := p.part_within.search(text, window, start) if of and aimed else None:
        start, part = within.start(), spatial_words().directions[within.group("way").lower()]
    elif centre := p.centre_before.search(text, window, start) if of or "downtown" in low else None:
        start, part = centre.start(), "old city" if centre.group("old") else "centre"
    elif later := p.part_after.match(text, end):
        way_word = later.group("way")
        part = "old city" if later.group("old") else spatial_words().directions[way_word.lower()] if way_word else "centre"
        end = later.end()
    return Extent(start, end, part, kind)
