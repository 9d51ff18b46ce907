"""Places that the text's own words make: unlisted names, phrases that locate by other places, common nouns."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from marsad.data.places.entries import WARS
from marsad.data.places.gazetteer import load_gazetteer
from marsad.data.places.keys import name_key
from marsad.model.mention import PlaceMention
from marsad.model.report import Field
from marsad.reading.places.apposed import apposed_names
from marsad.reading.places.extent import joined_before
from marsad.reading.places.listed import never_places
from marsad.reading.places.local import local_names
from marsad.reading.places.relative import numbered_roads, over_two, way_before
from marsad.reading.places.taken import Taken
from marsad.reading.places.used import ends_there, used_names
from marsad.reading.places.words import TOWN, demonyms, spatial_words
from marsad.reading.wordpatterns import found_from

MOST_AGAIN = 200  # unlisted names that are looked for in the whole text
_APPOSED = re.compile(
    rf",?[ \n]+(?:an?[ ](?:[a-z-]+[ ]){{0,3}}{TOWN}[ ])?"
    r"(?:\(|about[ ]|some[ ]|just[ ]|(?:(?:which|that)[ ])?(?:is|lies|located|situated|lying)[ ])?|[ ]\(",
    re.IGNORECASE,
)


def unlisted(text: str, field: Field, found: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """Places that no gazetteer has; one found by the words around it is found again wherever the same name stands."""
    taken = Taken(found)
    again: dict[str, str] = {}
    used = list(used_names(text))
    sure = {one.name for one in used}
    for one in (*local_names(text), *apposed_names(text), *used):
        inside = taken.inside(one.start, one.end)
        if inside and one.name in sure and one.name.split()[0] not in spatial_words().name_heads:
            continue  # a list has a part of it
        within = all(one.start <= s and e <= one.end and text[s:e] not in (one.name, text[one.start : one.end]) for s, e in inside)
        if within and not (one.kind == "road" and len(inside) > 1):
            if one.kind == "road" and joined_before(text, one.start):  # one end of a road, not a road by that name
                end = one.start + len(one.name.rpartition(" ")[0])
                yield PlaceMention(start=one.start, end=end, text=text[one.start : end], field=field, name=text[one.start : end])
                continue
            if (" " in one.name or "-" in one.name or one.name in sure) and len(again) < MOST_AGAIN:
                again.setdefault(one.name, one.kind)
            yield PlaceMention(start=one.start, end=one.end, text=text[one.start : one.end], field=field, name=one.name, kind=one.kind)
    for match in _any_of(again).finditer(text) if again else ():
        if taken.free(match.start(), match.end()) and (match.group() not in sure or ends_there(text, match.end())):
            name = match.group()
            yield PlaceMention(start=match.start(), end=match.end(), text=name, field=field, name=name, kind=again[name])
    for start, end in numbered_roads(text):
        if taken.free(start, end):
            yield PlaceMention(start=start, end=end, text=text[start:end], field=field, name=text[start:end], kind="road")


def of_one_kind(text: str, field: Field) -> Iterator[PlaceMention]:
    """The names of a list that ends with what they all are: "Anbar and Nineveh provinces"."""
    for plural in _plural_pattern().finditer(text):
        match = _LIST.search(text, max(0, plural.start() - 160), plural.start())
        if match is None:
            continue
        kind = spatial_words().types[plural.group().lower()]
        for name in _NAME.finditer(text, match.start(), match.end()):
            key = name_key(name.group())
            if key not in never_places() and name.group() not in demonyms() and load_gazetteer().find(key):
                yield PlaceMention(start=name.start(), end=name.end(), text=name.group(), field=field, name=name.group(), kind=kind)


_SIDE = r"(?:North|South|East|West)(?:ern|-?[Ee]ast(?:ern)?|-?[Ww]est(?:ern)?)?|Central|Upper|Lower|Inner|Outer"
_SIDES = re.compile(
    rf"\b(?P<sides>(?:{_SIDE})(?:,[ ](?:{_SIDE})){{0,3}}),?[ ](?:and|or)[ ](?P<last>{_SIDE})[ \n](?P<noun>[A-Z][\w'’-]{{2,30}})"
)


def sharing(text: str, field: Field) -> Iterator[PlaceMention]:
    """Names that share their last word: "North and South Kivu" are two provinces, where both are known."""
    known = load_gazetteer().find
    for match in _SIDES.finditer(text):
        noun, first = match["noun"], match.start("sides")
        if not known(name_key(f"{match['last']} {noun}")):
            continue
        for side in re.finditer(_SIDE, match["sides"]):
            if known(name_key(f"{side[0]} {noun}")):
                start, end = first + side.start(), first + side.end()
                yield PlaceMention(start=start, end=end, text=text[start:end], field=field, name=f"{side[0]} {noun}")


_WORD = r"(?<!\w)(?!(?:AND|OR|IN|OF|THE|AT|FROM|In|The|Both|At|From|Of|Across)\b)[A-Z][\w-]*"
_NAME = re.compile(rf"{_WORD}(?:[ ]{_WORD}){{0,2}}")
_LIST = re.compile(rf"{_NAME.pattern}(?:,[ ]{_NAME.pattern}){{0,8}},?[ ](?:and|or|AND|OR)[ ]{_NAME.pattern}[ ]\Z")


@lru_cache(maxsize=1)
def _plural_pattern() -> re.Pattern[str]:
    kinds = ("admin1", "admin2")
    words = sorted(
        (w for w, k in spatial_words().types.items() if (k in kinds and w.endswith("s")) or w == "regions"), key=len, reverse=True
    )
    plural = "|".join(words)
    return re.compile(rf"\b(?:{plural}|{plural.upper()})\b")


def contained(text: str, field: Field, found: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """Unlisted names that are said to lie in a place of a country whose small places are often in no list."""
    taken = Taken(m for m in found if not m.adjectival)
    for outer in found:
        if outer.adjectival or not outer.name:
            continue
        match = _in_pattern().search(text, max(0, outer.start - 80), outer.start)
        if match is None:
            continue
        name, start = match.group("name"), match.start("name")
        while (first := name.partition(" "))[0] in demonyms() and first[2]:
            name, start = first[2], start + len(first[0]) + 1
        end = start + len(name)
        if taken.free(start, end) and name not in demonyms() and name_key(name) not in never_places() and _in_a_war(outer):
            yield PlaceMention(start=start, end=end, text=name, field=field, name=name, kind="settlement")


@lru_cache(maxsize=1)
def _in_pattern() -> re.Pattern[str]:
    words = "|".join(sorted(w for w in spatial_words().in_words if len(w) > 1))
    name = r"(?:[AaEe]l-)?[A-Z][\w’'‘`]{2,20}(?:[ -][A-Z][\w’'‘`]{1,20}){0,2}"
    return re.compile(rf"(?:\b(?:{words}|took|takes|of|and)|,)[ \n]+(?P<name>{name})(?:,[ ]|[ ]\(|[ ]in[ ](?:the[ ])?)\Z")


def _in_a_war(outer: PlaceMention) -> bool:
    places = [p for p in load_gazetteer().find(name_key(outer.name or "")) if not p.alternate]
    areas = [p for p in places if p.kind in ("country", "admin1", "admin2", "region")]
    return bool(areas) and all(p.country in WARS or not p.country for p in areas)


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(n) for n in sorted(names, key=len, reverse=True))})(?![\w-])")


def _is_country(mention: PlaceMention) -> bool:
    return any(p.kind in ("country", "continent") for p in load_gazetteer().find(name_key(mention.name or "")))


def relative(text: str, field: Field, found: list[PlaceMention]) -> list[PlaceMention]:
    """Phrases that locate by other places: they cover the places that they start from."""
    more: list[PlaceMention] = []
    taken = Taken(found)
    for first, second in zip(found, found[1:], strict=False):
        small = not first.adjectival and not second.adjectival and not _is_country(first) and not _is_country(second)
        pair = over_two(text, (first.start, first.end), (second.start, second.end)) if small else None
        if pair:
            words = text[pair.start : pair.end]
            more.append(PlaceMention(start=pair.start, end=pair.end, text=words, field=field, name=words, kind=pair.kind))
            taken.add(more[-1])
    for first, second in zip(found, found[2:], strict=False):
        if first.adjectival or second.adjectival or text[first.end : first.end + 1] != ",":
            continue
        if aside := over_two(text, (first.start, first.end), (second.start, second.end)):
            words = text[aside.start : aside.end]
            more.append(PlaceMention(start=aside.start, end=aside.end, text=words, field=field, name=words, kind=aside.kind))
    for before, mention in zip([None, *found], found, strict=False):
        way = None if mention.adjectival or mention.part else way_before(text, mention.start)
        if way and taken.free(way.start, way.start + 1):
            words = text[way.start : mention.end]
            said_of = before is not None and before.end <= way.start and bool(_APPOSED.fullmatch(text[before.end : way.start]))
            more.append(
                PlaceMention(start=way.start, end=mention.end, text=words, field=field, name=words, kind="relative", adjectival=said_of)
            )
    return more


@lru_cache(maxsize=1)
def _generic_pattern() -> re.Pattern[str]:
    nouns = "|".join(sorted(spatial_words().generic, key=len, reverse=True))
    return re.compile(rf"\b(?:{nouns})\b")


def generic(text: str, field: Field, found: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """Common nouns for places, where no name covers them."""
    taken = Taken(found)
    for match in found_from(spatial_words().generic, _generic_pattern(), text):
        if taken.free(match.start(), match.end()):
            yield PlaceMention(start=match.start(), end=match.end(), text=match.group(), field=field, adjectival=True, generic=True)
