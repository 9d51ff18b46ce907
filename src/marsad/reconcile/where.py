"""Which claims speak of one place, and which place lies in which."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from anyascii import anyascii

from marsad.model.claim import ClaimPlace
from marsad.model.picture import PicturePlace

SAME_NAME_KM = 25.0
CELLS = 4  # to the degree
LEAST_KM, MOST_KM = 3.0, 50.0  # discs of towns that hold quarters
_WIDE = frozenset({"admin1", "country", "region", "river", "road", "mountain", "sea", "continent", "valley"})
_WORD = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Where:
    """One place as all claims share it."""

    key: str
    base: str  # the key without the part
    name: str
    part: str | None
    country: str | None
    admin1: str | None
    kind: str | None
    container: str | None
    id: str | None
    lat: float | None
    lon: float | None
    radius_km: float | None

    @property
    def picture(self) -> PicturePlace:
        """The place as figures, holdings and incidents show it."""
        return PicturePlace(
            name=self.name, id=self.id, lat=self.lat, lon=self.lon, country=self.country, part=self.part, radius_km=self.radius_km
        )


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """A name in plain lower-case letters, without articles: what two spellings of one name share."""
    plain = _WORD.sub(" ", anyascii(name).lower()).strip()
    return re.sub(r"^(?:the|al|el|ar|as|ash|ad|an|at) ", "", plain)


def km(one: Where, other: Where) -> float | None:
    """The distance between two places, or None where one has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    a, b = math.radians(one.lat), math.radians(other.lat)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(half)))


def within(inner: Where, outer: Where) -> bool:
    """True where the first place is known to lie inside the second, and is not the same place."""
    if inner.key == outer.key:
        return False
    if inner.base == outer.base:
        return inner.part is not None and (outer.part is None or (outer.part != inner.part and outer.part in inner.part))
    if outer.part is not None:
        return inner.container == outer.key
    if outer.id is not None and inner.container == outer.id:
        return True
    if outer.kind == "country":
        return inner.kind != "country" and inner.country is not None and inner.country == outer.country
    if outer.kind == "admin1":
        return inner.kind not in ("country", "admin1") and _same_admin1(inner, outer)
    if outer.kind in _WIDE or outer.radius_km is None or inner.radius_km is None or inner.kind in _WIDE:
        return False
    distance = km(inner, outer)
    return distance is not None and inner.radius_km <= 0.7 * outer.radius_km and distance + 0.5 * inner.radius_km <= outer.radius_km


def near(one: Where, other: Where, slack_km: float = 5.0) -> bool:
    """True where the two discs of uncertainty touch."""
    distance = km(one, other)
    return distance is not None and distance <= (one.radius_km or 0.0) + (other.radius_km or 0.0) + slack_km


def wide(place: Where, limit_km: float = 40.0) -> bool:
    """True where the place is too large for two claims about it to be about one spot."""
    return place.kind in _WIDE or (place.radius_km or 0.0) > limit_km


class Places:
    """Every place that the claims name, each spelling and each gazetteer entry of one place folded into one."""

    def __init__(self, places: Iterable[tuple[str, ClaimPlace]]) -> None:
        distinct = {_raw(report, place): place for report, place in places}
        self._known: dict[tuple[str, ...], Where] = {}
        by_name: dict[tuple[str, str, str], list[tuple[tuple[str, ...], ClaimPlace]]] = defaultdict(list)
        for raw, place in sorted(distinct.items()):
            scale = place.kind if place.kind in _WIDE else "local"
            by_name[fold(place.name or place.text), place.country or "", scale or "local"].append((raw, place))
        for (name, country, scale), same_name in sorted(by_name.items()):
            for number, cluster in enumerate(_clusters(same_name)):
                self._fold(name, country, scale, number, cluster)
        self._areas = _areas({where.key: where for where in self._known.values()})

    def outer(self, place: Where) -> tuple[Where, ...]:
        """The named places that are known to contain this one, nearest first as far as the gazetteer tells."""
        found: dict[str, Where] = {}
        keys = (
            place.base,
            place.container or "",
            _cell(place.lat, place.lon),
            f"{place.country}|{fold(place.admin1)}" if place.admin1 else "",
            place.country or "",
        )
        for key in keys:
            for other in self._areas.get(key, ()):
                if within(place, other):
                    found.setdefault(other.key, other)
        return tuple(found.values())

    def of(self, report: str, place: ClaimPlace) -> Where:
        """The shared place of a claim's place."""
        return self._known[_raw(report, place)]

    def _fold(self, name: str, country: str, scale: str, number: int, cluster: list[tuple[tuple[str, ...], ClaimPlace]]) -> None:
        # a part stands beside the whole's point: where the whole is named too, its own point is the place's
        ranked = sorted(cluster, key=lambda i: (i[1].id is None, i[1].lat is None, i[1].part is not None, i[1].radius_km or 1e9, i[0]))
        best = ranked[0][1]
        local = cluster[0][0][0] if best.lat is None else ""
        base = best.id or "|".join((name, country, scale, str(number), local))
        points: dict[str | None, ClaimPlace] = {}  # a part is reckoned from the whole by each report: all take the first one's point
        for _, place in sorted(cluster, key=lambda item: item[0]):
            if place.lat is not None:
                points.setdefault(place.part, place)
        for raw, place in cluster:
            point = points.get(place.part, place)
            self._known[raw] = Where(
                key=f"{base}/{place.part}" if place.part else base,
                base=base,
                name=(best.name or best.text) if best.lat is not None else _plain_name(best),
                part=place.part,
                country=best.country,
                admin1=best.admin1,
                kind=best.kind,
                container=best.container,
                id=best.id,
                lat=point.lat if place.part and point.lat is not None else best.lat,
                lon=point.lon if place.part and point.lon is not None else best.lon,
                radius_km=point.radius_km if place.part and point.radius_km is not None else best.radius_km,
            )


def _areas(places: dict[str, Where]) -> dict[str, list[Where]]:
    """Places by what leads to them from inside: their own id, their province, their country."""
    areas: dict[str, list[Where]] = defaultdict(list)
    for _, place in sorted(places.items()):
        areas[place.base].append(place)
        if place.part:
            areas[place.key].append(place)
        if place.kind == "admin1":
            for name in sorted({fold(place.name), fold(place.admin1 or place.name)}):
                areas[f"{place.country}|{name}"].append(place)
        elif place.kind == "country" and place.country:
            areas[place.country].append(place)
        elif place.kind not in _WIDE and place.part is None:
            for cell in _cells(place):
                areas[cell].append(place)
    return areas


def _cell(lat: float | None, lon: float | None) -> str:
    return "" if lat is None or lon is None else f"{math.floor(lat * CELLS)}|{math.floor(lon * CELLS)}"


def _cells(place: Where) -> list[str]:
    """The quarter degrees that a town's disc touches."""
    if place.lat is None or place.lon is None or not LEAST_KM <= (place.radius_km or 0.0) <= MOST_KM:
        return []
    north = (place.radius_km or 0.0) / 111.2
    east = north / max(0.2, math.cos(math.radians(place.lat)))
    rows = range(math.floor((place.lat - north) * CELLS), math.floor((place.lat + north) * CELLS) + 1)
    columns = range(math.floor((place.lon - east) * CELLS), math.floor((place.lon + east) * CELLS) + 1)
    return [f"{row}|{column}" for row in rows for column in columns]


def whole(place: Where) -> Where:
    """The place without its part."""
    return place if place.part is None else replace(place, key=place.base, part=None)


def _plain_name(place: ClaimPlace) -> str:
    """The words for a place that no gazetteer has: all of its name, without the article."""
    words = re.sub(r"(?i)^(?:the|a|an) ", "", place.text)
    return words if len(words) <= 60 else place.name or words[:60]


def _raw(report: str, place: ClaimPlace) -> tuple[str, ...]:
    """What tells one claim's place from another; an unresolved common noun ("the town") is its report's own."""
    if place.lat is None and place.id is None:
        name = place.name or place.text
        proper = any(word[:1].isupper() for word in name.split())
        return ("" if proper else report, fold(name), place.part or "", place.country or "", "", "")
    return ("", place.id or "", place.part or "", place.country or "", fold(place.name or place.text), f"{place.lat},{place.lon}")


def _clusters(same_name: list[tuple[tuple[str, ...], ClaimPlace]]) -> list[list[tuple[tuple[str, ...], ClaimPlace]]]:
    clusters: list[list[tuple[tuple[str, ...], ClaimPlace]]] = []
    for raw, place in same_name:
        for cluster in clusters:
            if _one_place(place, cluster[0][1]) and (place.lat is not None or raw[0] == cluster[0][0][0]):
                cluster.append((raw, place))
                break
        else:
            clusters.append([(raw, place)])
    return clusters


def _one_place(one: ClaimPlace, other: ClaimPlace) -> bool:
    if one.id is not None and one.id == other.id:
        return True
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return one.lat is None and other.lat is None
    if one.kind in _WIDE and one.kind == other.kind:
        return True
    north = (one.lat - other.lat) * 111.2
    east = (one.lon - other.lon) * 111.2 * math.cos(math.radians(one.lat))
    return math.hypot(north, east) <= SAME_NAME_KM


def _same_admin1(inner: Where, outer: Where) -> bool:
    if inner.admin1 is None or inner.country != outer.country:
        return False
    return fold(inner.admin1) in {fold(outer.admin1 or outer.name), fold(outer.name)}
