"""Which place "the town", "the western side of the city" or "both cities" stands for."""

import functools
import math
from collections.abc import Sequence, Set
from itertools import takewhile

from msgspec.structs import replace

from marsad.data.places.gazetteer import Place, load_gazetteer
from marsad.model.mention import PlaceMention
from marsad.model.report import Report
from marsad.reading.places.relative import BEARINGS
from marsad.reading.places.words import spatial_words
from marsad.resolve.places.bystander import named_in_passing
from marsad.resolve.places.earth import moved
from marsad.resolve.places.known import as_place

HEAD = 80  # characters in which a dateline stands
REACH = 4000  # characters back in which an antecedent is looked for
HALF = 350.0  # characters after which a mention counts half
CAPITAL_NAMED = 2.0  # what it adds to a country that its capital was named as a town, and not as where the report was written
AGAIN = 2.0  # how many mentions an earlier "the city" is worth: a new one rarely means another
LEAD = 250  # characters in which a report names what it is about
THEME = 0.12  # what that adds to a mention
CITY, GREAT_CITY, UNLIKELY = 60_000, 400_000, 0.6
ABROAD = 0.3  # what a mention of where a report was written weighs, where its headline names a town of another country
PASSING = 0.2  # what a mention weighs of a place where somebody speaks, or from which help came
HALF_OF = {"country": 80.0}  # "fled Ukraine ... inside the country": the one just named, not the one named most
_WITH_STATES = frozenset("US AU IN NG SD SS MX BR MM ET SO VE MY DE".split())  # elsewhere "the state" is the government
_TOWN_NOUNS = frozenset({"capital", "city", "town", "village"})


def resolve_anaphors(report: Report, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The mentions; an anaphor has its antecedent's place, and a plural one is there once for each."""
    if not any(m.anaphor for m in mentions):
        return list(mentions)
    result: list[PlaceMention] = []
    passing = {id(m) for m in mentions if not m.anaphor and named_in_passing(report.kept(m.field), m)}
    for n, mention in enumerate(mentions):
        result += _resolved(mention, result, mentions[n + 1 : n + 2], passing) if mention.anaphor else [mention]
    return result


def _resolved(
    mention: PlaceMention, before: Sequence[PlaceMention], behind: Sequence[PlaceMention], passing: Set[int]
) -> list[PlaceMention]:
    noun, number = mention.kind or "", mention.population or 1
    bare = replace(mention, kind=None, population=None)
    if noun in _TOWN_NOUNS and (named := next((m for m in behind if _stands_beside(mention, m)), None)) is not None:
        return [replace(_like(bare, named), reason="the place named beside it")]
    if mention.text[:5].lower() == "this " and noun in ("city", "town", "capital", "village") and (head := _dateline(before, mention)):
        return [replace(_like(bare, head), method="dateline", reason="the place that the report is dated from")]
    if noun == "capital":
        reason = "the capital of the country last named"
        return [as_place(bare, place, "context", reason) for place in _of_country(before[-400:], "*")] or [bare]
    ranked = _ranked(mention, noun, before, passing)
    if noun == "country" and not ranked and number == 1:
        return [as_place(bare, place, "context", "the country of the places named") for place in _of_country(before[-400:], "=")] or [bare]
    if len(ranked) < number:
        return [bare]
    return [_like(bare, m) for m in ranked[:number]]


def _stands_beside(mention: PlaceMention, named: PlaceMention) -> bool:
    """Whether a town is named right behind, after a comma: "the capital, Malakal"."""
    town = named.kind == "settlement" and named.lat is not None and not named.anaphor and not named.adjectival
    return town and named.field == mention.field and named.start - mention.end in (len(" "), len(", "))


def _dateline(before: Sequence[PlaceMention], mention: PlaceMention) -> PlaceMention | None:
    """The town named at the head of the text."""
    heads = (m for m in before[:8] if m.field == mention.field and m.start < HEAD and m.kind == "settlement" and m.lat is not None)
    return next((m for m in heads if not m.anaphor and not m.adjectival), None)


def _ranked(mention: PlaceMention, noun: str, before: Sequence[PlaceMention], passing: Set[int]) -> list[PlaceMention]:
    """One mention of each place that fits, the likeliest first: recent ones and those named often."""
    kinds = frozenset({"settlement"}) if mention.part == "old city" else spatial_words().stand_ins[noun]
    weight: dict[str, float] = {}
    last: dict[str, PlaceMention] = {}
    heads = _heads(before)
    for m in reversed(before):
        away = mention.start - m.end if m.field == mention.field else REACH // 2
        if away > REACH:
            break
        if m.kind not in kinds or away < 0 or not m.name or (m.lat is None and (m.anaphor or m.name != m.text)):
            continue
        if m.anaphor and noun not in m.text.lower().split():  # "the city" that stood for a place speaks for it; "the area" does not
            continue
        if noun == "city" and m.population is not None and m.population < 4000:
            continue
        if noun in ("village", "hamlet") and (m.population or 0) > 60_000:
            continue
        if noun == "state" and m.country not in _WITH_STATES:
            continue
        key = m.id or m.name
        share = 0.4 if m.adjectival else AGAIN if m.anaphor else 1.0
        share *= _fits_size(noun, m.population) * (ABROAD if _written_abroad(m, heads) else 1.0) * (PASSING if id(m) in passing else 1.0)
        opens = noun in _TOWN_NOUNS and not m.adjectival and (m.field == "title" or m.start < LEAD)
        told_of = THEME if opens else 0.0  # what the report is about
        weight[key] = weight.get(key, 0.0) + share * (math.pow(0.5, away / HALF_OF.get(noun, HALF)) + 0.12 + told_of)
        if key not in last or (last[key].anaphor and not m.anaphor):
            last[key] = m
    return [last[k] for k in sorted(weight, key=lambda k: (-weight[k], k))]


def _written_abroad(m: PlaceMention, heads: Sequence[PlaceMention]) -> bool:
    """Whether a town in capitals below a headline on another country's town is where the report was written, and not what it is about."""
    if not m.text.isupper() or m.kind != "settlement" or m.field != "text":
        return False
    return any(h.country != m.country and (h.field == "title" or h.end <= m.start) for h in heads)


def _heads(before: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The towns that a report names first, but for those in capitals."""
    first = takewhile(lambda m: m.field == "title" or m.end <= LEAD, before)
    return [m for m in first if m.kind == "settlement" and m.lat is not None and not m.text.isupper()]


def _fits_size(noun: str, population: int | None) -> float:
    """How well a place of so many people is called so: a town of 40,000 is hardly "the city", a city of two million no "town"."""
    people = population or 0
    return UNLIKELY if (noun == "city" and 0 < people < CITY) or (noun == "town" and people > GREAT_CITY) else 1.0


def _like(bare: PlaceMention, antecedent: PlaceMention) -> PlaceMention:
    point = (antecedent.lat, antecedent.lon, antecedent.radius_km)
    part = bare.part or None
    town = antecedent.kind in ("settlement", "neighbourhood")
    if part is None and antecedent.part and not town:
        part = antecedent.part
    if part != antecedent.part and antecedent.id and town:
        point = _part_of(antecedent, part)
    return replace(
        bare,
        name=antecedent.name,
        id=antecedent.id,
        lat=point[0],
        lon=point[1],
        country=antecedent.country,
        admin1=antecedent.admin1,
        part=part,
        kind=antecedent.kind,
        radius_km=point[2],
        method="context",
        population=antecedent.population,
        container=antecedent.container,
        reason=f"stands for {antecedent.text}",
    )


def _part_of(antecedent: PlaceMention, part: str | None) -> tuple[float | None, float | None, float | None]:
    """The whole place's point moved towards the part."""
    lat, lon, radius = antecedent.lat, antecedent.lon, antecedent.radius_km or 1.0
    if lat is None or lon is None:
        return lat, lon, radius
    if antecedent.part:
        radius = round(radius / 0.6, 1)
        if antecedent.part in BEARINGS:
            lat, lon = moved(lat, lon, BEARINGS[antecedent.part] + 180, 0.4 * radius)
    if part:
        if part in BEARINGS:
            lat, lon = moved(lat, lon, BEARINGS[part], 0.4 * radius)
        radius = max(1.0, round(0.6 * radius, 1))
    return lat, lon, radius


@functools.cache
def _capitals(country: str) -> frozenset[str]:
    return frozenset(p.id for p in load_gazetteer().find(f"*{country.lower()}"))


def _of_country(before: Sequence[PlaceMention], mark: str) -> list[Place]:
    """The country (mark "=") that the report names or plays in most, or its capital (mark "*")."""
    weight: dict[str, float] = {}
    for n, m in enumerate(before):
        if m.country and not m.anaphor:
            named = CAPITAL_NAMED if mark == "*" and m.start > HEAD and m.id in _capitals(m.country) else 0.0
            weight[m.country] = weight.get(m.country, 0.0) + named + (0.5 if m.adjectival else 1.0) * (1.0 + n / (len(before) + 1))
    if not weight:
        return []
    country = max(sorted(weight), key=lambda c: weight[c])
    return list(load_gazetteer().find(f"{mark}{country.lower()}"))[:1]
