"""Places in other words than the gazetteer's: other spellings, abbreviations, words for peoples."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from marsad.data.places.entries import ROMANISED
from marsad.data.places.gazetteer import Place, load_gazetteer
from marsad.data.places.keys import name_key, without_article
from marsad.model.mention import PlaceMention
from marsad.model.report import Field
from marsad.reading.places.extent import extent_of
from marsad.reading.places.listed import never_places
from marsad.reading.places.names import Lines, similar_places
from marsad.reading.places.taken import Taken
from marsad.reading.places.words import demonyms, spatial_words


@lru_cache(maxsize=1)
def _variant_pattern() -> re.Pattern[str]:
    words = "|".join(sorted(w for w in spatial_words().in_words if len(w) > 1))
    return re.compile(
        rf"\b(?:{words}|Near|In|At)[ \n]+(?:the[ ](?:city|town|village|district|province)[ ]of[ ])?"
        r"(?P<name>(?:[AaEe][a-z]{1,2}[- ])?[A-Z][\w’'‘`]{2,20}"
        r"(?:(?:[ -]|[ -](?:al|el|az|ez|as|ar|ash|ad|ed|us)[- ])[A-Z][\w’'‘`]{1,20}){0,2})"
    )


def variants(text: str, field: Field, found: Sequence[PlaceMention], peoples: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """Names spelt as no gazetteer has them, after a word for being somewhere, that sound like a place of a country named."""
    countries = {m.country for m in peoples if m.country}
    for mention in found:
        countries |= {p.country for p in load_gazetteer().find(name_key(mention.name or "")) if p.kind == "country"}
    if not countries & ROMANISED:
        return
    taken = Taken(found)
    for match in _variant_pattern().finditer(text):
        name, start = match.group("name"), match.start("name")
        words = re.split(r"[ -]", name)
        if words[0] in demonyms() or _is_thing(words, text, match.end("name")):
            continue
        while words and taken.free(start, start + len(name)):
            if any(p.country in countries and alike(name, p) for p in similar_places(name)) and name_key(words[-1]) not in never_places():
                e = extent_of(text, start, start + len(name), frozenset())
                yield PlaceMention(start=e.start, end=e.end, text=text[e.start : e.end], field=field, name=name, part=e.part, kind=e.kind)
                break
            name = name[: -len(words.pop())].rstrip(" -")


def _is_thing(words: Sequence[str], text: str, end: int) -> bool:
    """Whether the name is that of a street or of an institution: "Al-Noor Street Hospital"."""
    after = re.match(r"[ ]([A-Z][a-z]+)", text[end : end + 24])
    things = spatial_words().streets | spatial_words().institutions
    return bool(things & set(words[1:])) or (after is not None and after.group(1) in things)


def alike(name: str, place: Place) -> bool:
    """Whether the two spellings may be of one name."""
    key = name_key(name)
    return max(ratio(key, name_key(place.name)), ratio(without_article(key), without_article(name_key(place.name)))) >= 70


@lru_cache(maxsize=1)
def _abbreviation_pattern() -> re.Pattern[str]:
    forms = sorted(spatial_words().abbreviations, key=len, reverse=True)
    dotted = "|".join(re.escape(f) for f in forms if f.count(".") > 1 and f != "B.C.")
    others = "|".join(re.escape(f) for f in forms if f.count(".") <= 1 or f == "B.C.")
    return re.compile(rf"(?<![\w.])(?:{dotted})(?!\w)|(?<=\w,[ ])(?:{others})(?!\w)")


def abbreviated(text: str, field: Field, found: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """States by their abbreviations: after a town and a comma, or where the form is unmistakable."""
    taken, lines = Taken(found), Lines(text)
    for match in _abbreviation_pattern().finditer(text):
        name = spatial_words().abbreviations[match.group()]
        word = len(match.group()) == 2 and lines.style(match.start())[0]  # "IN" and "OR" of upper-case copy are words
        if not word and taken.free(match.start(), match.end()):
            yield PlaceMention(start=match.start(), end=match.end(), text=match.group(), field=field, name=name, kind="admin1")


@lru_cache(maxsize=1)
def _demonym_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<![\w-])[A-Z][A-Za-zé]+(?:[ ][A-Z][a-z]+)?")


def demonyms_in(text: str, field: Field) -> Iterator[PlaceMention]:
    """Words for the people and things of a country."""
    known = demonyms()
    for match in _demonym_pattern().finditer(text):
        words = match.group()
        for form in (words, words.partition(" ")[0], words.partition(" ")[2]):
            country = known.get(form) or known.get(form.capitalize() if form.isupper() else form)
            if country:
                start = match.start() if words.startswith(form) else match.end() - len(form)
                yield PlaceMention(
                    start=start, end=start + len(form), text=form, field=field, name=form, country=country, kind="country", adjectival=True
                )
                break
