"""Places located from others: by distance and direction, between two, along the road from one to another, inside a named one."""

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from marsad.data.places.gazetteer import load_gazetteer
from marsad.model.mention import PlaceMention
from marsad.model.report import Report
from marsad.reading.places.relative import way_before
from marsad.reading.places.words import TOWN
from marsad.resolve.places.earth import distance_km, halfway, moved
from marsad.resolve.places.known import as_place

_OF = re.compile(
    r"[ \n]*(?:,[ ])?(?:[a-z]+[ ]){0,2}(?:of|in|near|outside|inside)[ \n]+(?:the[ ](?:[a-z]+[ ])?(?:city[ ]of[ ]|town[ ]of[ ])?)?\Z"
    r"|,[ ]\Z|[ ]\(\Z"
)
_BY_IT = re.compile(  # "Sake, a town near Goma", "Sake, just outside Goma"
    rf",?[ \n]+(?:an?[ ](?:[a-z-]+[ ]){{0,3}}{TOWN}[ ](?:in|of|on|near|outside|close[ ]to)"
    r"|(?:just[ ])?(?:near|outside|close[ ]to|not[ ]far[ ]from))[ \n]+(?:the[ ](?:[a-z]+[ ])?(?:city|town|village)[ ]of[ ])?"
)
_ROAD_NOUN = re.compile(r"\b(?:highway|motorway|route|railway|corridor|axis)\b", re.IGNORECASE)
_BY_NOUN = frozenset({"camp", "site", "crossing", "river", "lake", "mountain", "valley", "desert", "island", "peninsula", "sea"})
_WHOLE = ("country", "admin1", "region")  # "Turkey's Syria offensive": no part of Turkey
_KIND_BEHIND = re.compile(r"[ ][a-z]+\Z")
_OF_TOWNS = frozenset({"neighbourhood", "site", "crossing"})
SAME_LINES = 160  # characters
APPOSED = 60  # characters: ", a small farming village about "
BY_A_TOWN_KM = 10.0  # a village "in" a town lies around it
ROAD_KM = 30.0  # what a road may run from the one end that is known
BETWEEN_KM = 40.0  # what may lie between a known place and one that is in no list
DIRECTION_ONLY_KM = 15.0
ELSEWHERE_KM = 100.0  # from where its own words put it: another place of that name is meant
DOUBT = 3.0  # times the radius of what is said: reports count kilometres along roads, and bearings loosely


def resolve_relations(report: Report, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The mentions; those that only the report's own words locate have a point and an honest radius."""
    result = [_capital(m) if m.kind == "capital" else m for m in mentions]
    result = [_country_of_people(m) if m.adjectival and m.country and m.lat is None else m for m in result]
    for i, mention in enumerate(result):
        owner = _owner(report, mention, result, i)
        whole = mention.kind in _WHOLE and not (mention.kind == "admin1" and _KIND_BEHIND.search(mention.text))
        part = owner is not None and owner.kind == "settlement" and not whole
        if owner is not None and part and mention.lat is not None and mention.country != owner.country:
            own = replace(mention, id=None, kind="neighbourhood", name=_KIND_BEHIND.sub("", mention.text))
            result[i] = _within(own, owner)  # "Zintan's Jadida district" is no town of that name abroad
        if mention.lat is None and mention.kind in _BY_NOUN and mention.name and not mention.part and not mention.anaphor:
            result[i] = replace(mention, name=mention.text)
        if mention.lat is None and mention.kind in ("relative", "road") and not mention.anaphor:
            result[i] = _from_anchors(report, mention, result, i)
    named = [i for i, mention in enumerate(result) if not mention.generic]
    for i, behind in pairwise(named):
        mention, said = result[i], result[behind]
        if mention.name and not mention.anaphor and said.kind == "relative" and said.adjectival and _is_news(mention, said):
            result[i] = _as_said(mention, said)
        elif _lies_by(report, mention, said):
            result[i] = _within(replace(mention, name=mention.text, id=None, population=None), said)
    for i, mention in enumerate(result):
        if mention.lat is None and mention.name and not mention.anaphor and mention.kind != "relative":
            result[i] = _inside_next(report, mention, result, i)
    for i, mention in enumerate(result):  # where an end of it has a place by now
        if mention.lat is None and mention.kind == "relative" and not mention.anaphor and not mention.adjectival:
            result[i] = _from_anchors(report, mention, result, i)
    result = _same_name(result)
    for i, mention in enumerate(result):
        if mention.lat is None and mention.kind in _OF_TOWNS and mention.name and not mention.anaphor and not mention.adjectival:
            result[i] = _by_its_sentence(mention, result, i)
    return result


def _country_of_people(mention: PlaceMention) -> PlaceMention:
    found = load_gazetteer().find(f"={(mention.country or '').lower()}")
    if not found:
        return mention
    place = found[0]
    return replace(
        mention, name=place.name, id=place.id, lat=place.lat, lon=place.lon, kind="country", radius_km=place.radius_km, method="gazetteer"
    )


def _capital(mention: PlaceMention) -> PlaceMention:
    """A capital told by its country, found by the country's code."""
    found = load_gazetteer().find(f"*{(mention.country or '').lower()}")
    return as_place(mention, found[0], "gazetteer", "the capital of the country named") if found else mention


def _covered(mention: PlaceMention, mentions: Sequence[PlaceMention], i: int) -> list[PlaceMention]:
    found: list[PlaceMention] = []
    for other in mentions[i + 1 : i + 6]:
        if other.field != mention.field or other.start >= mention.end:
            break
        if other.lat is not None and other.end <= mention.end and not (found and other.end <= found[-1].end):
            found.append(other)
    return found


def _from_anchors(report: Report, mention: PlaceMention, mentions: Sequence[PlaceMention], i: int) -> PlaceMention:
    anchors = _covered(mention, mentions, i)
    if len(anchors) >= 2:
        return _between(mention, anchors[0], anchors[-1])
    if len(anchors) == 1 and mention.kind == "road":
        return _leading_from(mention, anchors[0])
    if len(anchors) == 1 and mention.text.lower().startswith("between"):
        return _beside(mention, anchors[0])
    if len(anchors) == 1:
        return _away(report, mention, anchors[0])
    return mention


def _leading_from(mention: PlaceMention, anchor: PlaceMention) -> PlaceMention:
    """A road of which one end alone is known lies somewhere around it."""
    said = f"a road from {anchor.name}; its other end is in no gazetteer"
    found = replace(mention, lat=anchor.lat, lon=anchor.lon, country=anchor.country, method="relation", reason=said)
    return replace(found, radius_km=round((anchor.radius_km or 1.0) + ROAD_KM, 1))


def _beside(mention: PlaceMention, anchor: PlaceMention) -> PlaceMention:
    """What lies between two places of which one alone is known lies somewhere around it, how far off is not told."""
    found = replace(mention, lat=anchor.lat, lon=anchor.lon, country=anchor.country, method="relation")
    said = f"between {anchor.name} and a place that no gazetteer has"
    return replace(found, radius_km=round((anchor.radius_km or 1.0) + BETWEEN_KM, 1), reason=said)


def _between(mention: PlaceMention, a: PlaceMention, b: PlaceMention) -> PlaceMention:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return mention
    apart = distance_km(a.lat, a.lon, b.lat, b.lon)
    if apart > 1500:
        return mention
    lat, lon = halfway(a.lat, a.lon, b.lat, b.lon)
    noun = _ROAD_NOUN.search(mention.text)
    name = f"{a.name}-{b.name} {noun.group().lower() if noun else 'road'}" if mention.kind == "road" else f"between {a.name} and {b.name}"
    return replace(
        mention,
        name=name,
        lat=lat,
        lon=lon,
        country=a.country if a.country == b.country else None,
        radius_km=round(max(2.0, apart / 2), 1),
        method="relation",
        reason=f"half-way from {a.name} to {b.name}, {apart:.0f} km apart",
    )


def _away(report: Report, mention: PlaceMention, anchor: PlaceMention) -> PlaceMention:
    if anchor.lat is None or anchor.lon is None:
        return mention
    way = way_before(report.kept(mention.field), anchor.start)
    if way is None:
        return mention
    room = anchor.radius_km or 1.0
    if way.bearing is None:
        lat, lon, radius = anchor.lat, anchor.lon, (way.distance_km or DIRECTION_ONLY_KM) + room
        said = f"within {radius:.0f} km of {anchor.name}: the direction is not said"
    else:
        km = way.distance_km if way.distance_km is not None else room + DIRECTION_ONLY_KM
        lat, lon = moved(anchor.lat, anchor.lon, way.bearing, km)
        radius = max(3.0, 0.3 * km + min(room, 10.0)) if way.distance_km is not None else km
        said = f"{km:.0f} km from {anchor.name} at {way.bearing}°" + ("" if way.distance_km is not None else "; the distance is not said")
    return replace(
        mention,
        lat=lat,
        lon=lon,
        country=anchor.country,
        admin1=None,
        radius_km=round(radius, 1),
        method="relation",
        reason=said,
        container=None,
    )


def _is_news(mention: PlaceMention, said: PlaceMention) -> bool:
    """Whether a name has no place yet, or one that lies far from where the words after it say: another place of that name."""
    if mention.lat is None or mention.lon is None or said.lat is None or said.lon is None:
        return mention.lat is None
    gap = distance_km(mention.lat, mention.lon, said.lat, said.lon)
    return mention.kind == "settlement" and gap > ELSEWHERE_KM + DOUBT * (said.radius_km or 0.0) + (mention.radius_km or 0.0)


def _lies_by(report: Report, mention: PlaceMention, other: PlaceMention) -> bool:
    """Whether the words say that a name lies by another, while what bears it lies far away in another country."""
    named = (m for m in (mention, other) if not m.adjectival and not m.anaphor and m.lat is not None)
    if len(list(named)) < 2 or mention.field != other.field or mention.kind != "settlement" or mention.country == other.country:
        return False
    if (mention.population or 0) > (other.population or 0) or not _is_news(mention, other):
        return False
    return bool(_BY_IT.fullmatch(report.kept(mention.field)[mention.end : other.start]))


def _as_said(mention: PlaceMention, said: PlaceMention) -> PlaceMention:
    """A name where the words after it say how far and in which direction from another place it lies."""
    if said.field != mention.field or said.start - mention.end > APPOSED or said.lat is None:
        return mention
    return replace(
        mention,
        name=mention.name if mention.lat is None else _KIND_BEHIND.sub("", mention.text),
        id=None,
        lat=said.lat,
        lon=said.lon,
        country=said.country,
        admin1=None,
        radius_km=said.radius_km,
        method="relation",
        reason=said.reason,
    )


def _inside_next(report: Report, mention: PlaceMention, mentions: Sequence[PlaceMention], i: int) -> PlaceMention:
    """A name that no gazetteer has, located by what the words say just after it: "the X area of southwest Y"."""
    text = report.kept(mention.field)
    if owner := _owner(report, mention, mentions, i):
        return _within(mention, owner)
    for other in mentions[i + 1 : i + 3]:
        if (
            other.field != mention.field
            or other.start - mention.end > 40
            or other.start < mention.end
            or other.lat is None
            or other.adjectival
        ):
            continue
        if not _OF.fullmatch(text[mention.end : other.start]):
            continue
        return _within(mention, other)
    return mention


def _owner(report: Report, mention: PlaceMention, mentions: Sequence[PlaceMention], i: int) -> PlaceMention | None:
    """The place whose the words say this one is: "Zintan's market"."""
    owner = mentions[i - 1] if i else None
    if owner is None or owner.lat is None or owner.adjectival or owner.field != mention.field:
        return None
    return owner if report.kept(mention.field)[owner.end : mention.start] in ("'s ", "’s ") else None


def _by_its_sentence(mention: PlaceMention, mentions: Sequence[PlaceMention], i: int) -> PlaceMention:
    """An unlisted neighbourhood or site is taken to be in the town named just before it, with room for doubt."""
    for other in reversed(mentions[max(0, i - 4) : i]):
        near = other.field == mention.field and mention.start - other.end <= SAME_LINES
        if near and other.kind == "settlement" and other.lat is not None and not other.adjectival and not other.anaphor:
            found = _within(mention, other)
            return replace(
                found, method="context", radius_km=round((other.radius_km or 1.0) + 10.0, 1), reason=f"named next to {other.name}"
            )
    return mention


def _within(mention: PlaceMention, other: PlaceMention) -> PlaceMention:
    beside = other.kind == "settlement" and mention.kind not in ("neighbourhood", None)
    said = "the report says where" if other.kind == "relative" else f"the report says that it lies in or by {other.name}"
    return replace(
        mention,
        lat=other.lat,
        lon=other.lon,
        country=other.country,
        admin1=other.admin1,
        radius_km=round((other.radius_km or 1.0) + (BY_A_TOWN_KM if beside else 0.0), 1),
        method="relation",
        container=other.id,
        reason=said,
    )


def _same_name(mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """An unlisted name that is located once in the report is so wherever it stands."""
    known = {m.name: m for m in mentions if m.method == "relation" and m.name and m.kind != "relative"}
    result = []
    for m in mentions:
        same = known.get(m.name) if m.lat is None and m.name and not m.anaphor else None
        result.append(
            m
            if same is None
            else replace(
                m,
                lat=same.lat,
                lon=same.lon,
                country=same.country,
                admin1=same.admin1,
                radius_km=same.radius_km,
                method="relation",
                container=same.container,
                reason=same.reason,
                kind=m.kind or same.kind,
            )
        )
    return result
