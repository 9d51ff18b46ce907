"""Which of the places of one name is meant: by what speaks for each, by what contains it, by the report's other places."""

import math
import re
from collections.abc import Sequence

from msgspec.structs import replace

from marsad.data.places.gazetteer import Place
from marsad.model.mention import PlaceMention, PlaceMethod
from marsad.model.report import Report
from marsad.reading.places.relative import BEARINGS
from marsad.reading.places.words import QUARTER
from marsad.resolve.places.asked import AREAS, Asked, ask
from marsad.resolve.places.context import Context
from marsad.resolve.places.earth import distance_km, moved
from marsad.resolve.places.nearness import NEAR_KM, Neighbourhood, gap_km
from marsad.resolve.places.options import Option

ROUNDS = 3
BLOCK = 250  # mentions that are weighed together
SUPPORTED = 1.0  # near enough to other places of the report to be meant after all
BY_ITS_TOWN_KM = 8.0
ELSEWHERE_KM = 300.0  # from the edge of an area: no part of it by any count
WELL_KNOWN = 1_000_000  # people: said in a breath with an area that does not contain it ("in Riyadh, Iraq said")
_QUARTER_OF = re.compile(rf"[ \n]{QUARTER}[ \n](?:of|in)\b")
_IN_BEFORE = re.compile(r"\b(?:in|at|near|from|to|of|outside|around|NEAR|IN|AT|FROM|OF)[ \n]+\Z")


def choose(report: Report, mentions: Sequence[PlaceMention], context: Context) -> list[PlaceMention]:
    """The mentions, those resolved that the gazetteer knows; a very long report is read in blocks."""
    result: list[PlaceMention] = []
    for first in range(0, len(mentions), BLOCK):
        result += _choose_block(report, mentions[first : first + BLOCK], context)
    return result


def _choose_block(report: Report, mentions: Sequence[PlaceMention], context: Context) -> list[PlaceMention]:
    asked = ask(report, mentions, context)
    at = {i: a for a in asked for i in a.indices}
    for one in asked:
        one.holder = at.get(one.within) if one.within is not None else None
        if one.holder:
            one.holder.held.append(one)
        one.chosen = one.alone = max(one.options, key=lambda o: (o.base, o.place.population, o.place.id), default=None)
    for _ in range(ROUNDS):
        near, changed = Neighbourhood(asked), False
        for one in sorted(asked, key=lambda a: len(a.options)):
            changed |= _choose_again(one, near)
        if not changed:
            break
    near = Neighbourhood(asked)
    for one in asked:
        if one.chosen and one.chosen.doubtful and near.company(one, one.chosen.place) >= SUPPORTED:
            one.chosen = replace(one.chosen, doubtful=False)
    result = list(mentions)
    for one in asked:
        for i in one.indices:
            result[i] = _resolved(report.kept(mentions[i].field), mentions[i], one)
    return result


def _choose_again(one: Asked, near: Neighbourhood) -> bool:
    if len(one.options) == 1:  # chosen already
        return False
    best, best_score = one.chosen, -math.inf
    for option in one.options:
        score = option.base + near.company(one, option.place)
        if one.holder and one.holder.chosen:
            score += 7.0 if _inside(option.place, one.holder.options) else 0.0
        for inner in one.held:
            score += 4.0 if any(_inside(o.place, [option]) for o in inner.options) else 0.0
        if score > best_score:
            best, best_score = option, score
    changed = best is not one.chosen
    one.chosen = best
    return changed


def _inside(place: Place, options: Sequence[Option]) -> bool:
    for option in options:
        outer = option.place
        if outer.id == place.id or outer.kind not in AREAS:
            continue
        if outer.kind == "country" and outer.country == place.country and place.kind != "country":
            return True
        if outer.kind == "admin1" and outer.admin1 and outer.admin1 == place.admin1:
            return True
        if (
            outer.kind != "country"
            and outer.country == place.country
            and distance_km(place.lat, place.lon, outer.lat, outer.lon) <= 1.1 * outer.radius_km + 5
        ):
            return True
    return False


def _resolved(text: str, mention: PlaceMention, one: Asked) -> PlaceMention:
    option = one.chosen
    if option is None or _lies_elsewhere(one, option.place):
        return mention
    if option.doubtful:  # words before it may still say that it is a place, unlisted
        return (
            mention
            if mention.kind or _IN_BEFORE.search(text, max(0, mention.start - 12), mention.start) or _QUARTER_OF.match(text, mention.end)
            else replace(mention, adjectival=True)
        )
    place = option.place
    if option.anchor:
        return replace(
            mention,
            name=mention.text,
            lat=place.lat,
            lon=place.lon,
            country=place.country or None,
            admin1=place.admin1 or None,
            radius_km=round(place.radius_km + BY_ITS_TOWN_KM, 1),
            method="relation",
            container=place.id,
            reason=f"bears the name of {place.name}, and lies in or by it",
        )
    method: PlaceMethod = "gazetteer" if option is one.alone else "context"
    reason = _reason(one)
    lat, lon, radius = place.lat, place.lon, place.radius_km
    if mention.part and place.kind in ("settlement", "neighbourhood"):
        if mention.part in BEARINGS:
            lat, lon = moved(lat, lon, BEARINGS[mention.part], 0.4 * radius)
        radius = max(1.0, round(0.6 * radius, 1))
    return replace(
        mention,
        name=place.name,
        id=place.id,
        lat=lat,
        lon=lon,
        country=place.country or None,
        admin1=place.admin1 or None,
        kind=place.kind,
        radius_km=radius,
        method=method,
        population=place.population or None,
        reason=reason,
    )


def _lies_elsewhere(one: Asked, place: Place) -> bool:
    """Whether what is said to contain the name is far from the only places of that name: another one is meant, which no gazetteer has."""
    holder = one.holder
    if holder is None or holder.chosen is None or place.population >= WELL_KNOWN or place.kind not in ("settlement", "admin2"):
        return False
    areas = [o.place for o in holder.options if o.place.kind in AREAS]
    limit = ELSEWHERE_KM if any(area.kind == "country" for area in areas) else NEAR_KM
    return bool(areas) and all(area.country != place.country and gap_km(place, area) > limit for area in areas)


def _reason(one: Asked) -> str:
    if len(one.options) == 1:
        return "the only place of that name in the gazetteer"
    holder = one.holder
    if holder and holder.chosen and one.chosen and _inside(one.chosen.place, holder.options):
        return f"the report says that it lies in {holder.chosen.place.name}"
    if one.chosen is one.alone:
        return f"the likeliest of {len(one.options)} places of that name by size and by the countries that the report names"
    return f"of {len(one.options)} places of that name the one near the report's other places"
