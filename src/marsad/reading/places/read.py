"""Every mention of a place in a text, not yet resolved: `name` holds the name's own words."""

import re
from collections.abc import Iterator, Sequence

from marsad.model.mention import PlaceMention
from marsad.model.report import Field
from marsad.reading.places.anaphora import anaphors
from marsad.reading.places.capitals import capitals
from marsad.reading.places.listed import MOST, gazetteer_names
from marsad.reading.places.said import contained, generic, of_one_kind, relative, sharing, unlisted
from marsad.reading.places.spelt import abbreviated, demonyms_in, variants
from marsad.reading.places.taken import Taken

NAMING = 16  # characters: "identified as "
_CALLED = re.compile(r"\b(?:identified|named)[ ]as[ ]\Z")  # who is named behind it is a person


def read_places(text: str, *, field: Field = "text") -> list[PlaceMention]:
    """The mentions in text order; one that covers others (a road between two towns) comes before them."""
    peoples = list(demonyms_in(text, field))
    found = [*of_one_kind(text, field), *sharing(text, field), *gazetteer_names(text, field, {m.country for m in peoples if m.country})]
    found += list(variants(text, field, found, peoples))
    found += list(abbreviated(text, field, found))
    found = [m for m in found if not _CALLED.search(text, max(0, m.start - NAMING), m.start)]
    taken = Taken(found)
    found += [m for m in peoples if taken.free(m.start, m.end)]
    found = _without_overlap([*found, *unlisted(text, field, found)])
    found = _without_overlap([*found, *contained(text, field, found)])
    seats = list(capitals(text, found))
    found = [m for m in found if not (m.part and any(m.start == c.start for c in seats))]  # "the heart of Mali's capital", not of Mali
    found += relative(text, field, found) + seats + relative(text, field, seats)
    found += list(_standing_for(text, field, found))
    found += list(generic(text, field, found))
    return sorted(found, key=lambda m: (m.start, -m.end))[:MOST]


def _standing_for(text: str, field: Field, found: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """Words that stand for a place named before; `kind` holds their noun and `population` their number until they are resolved."""
    taken = Taken(found)
    for a in anaphors(text):
        if taken.free(a.start, a.end):
            yield PlaceMention(
                start=a.start,
                end=a.end,
                text=text[a.start : a.end],
                field=field,
                part=a.part,
                kind=a.noun,
                anaphor=True,
                population=a.number or None,
            )


def _without_overlap(found: Sequence[PlaceMention]) -> list[PlaceMention]:
    kept: list[PlaceMention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept
