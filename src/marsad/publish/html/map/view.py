"""Which area the map shows and how degrees become points of the drawing.

Mercator: conformal, so that a circle of so many kilometres is a circle on the paper and north is up everywhere.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from marsad.publish.html.map.layers import Box, Point

KM_PER_DEGREE = 111.32
REACH_KM = 1100.0  # places farther than this from the middle of the crisis are listed beside the map
LEAST_SPAN = 1.1  # degrees of latitude that a map shows at least


@dataclass(frozen=True)
class Spot:
    """A place to be shown, and how much of the crisis lies there."""

    lat: float
    lon: float
    weight: float = 1.0
    radius_km: float = 0.0


@dataclass(frozen=True)
class View:
    """A drawing of so many points, with the west and north edge and the scale in points for each Mercator unit."""

    width: int
    height: int
    west: float
    top: float
    scale: float

    def xy(self, lon: float, lat: float) -> Point:
        """Where the coordinates lie on the drawing."""
        return ((lon - self.west) * self.scale, (self.top - mercator(lat)) * self.scale)

    def lonlat(self, x: float, y: float) -> Point:
        """What lies at this point of the drawing."""
        return (self.west + x / self.scale, inverse(self.top - y / self.scale))

    def km(self, kilometres: float, lat: float) -> float:
        """So many kilometres at this latitude, in points."""
        return kilometres / (KM_PER_DEGREE * math.cos(math.radians(lat))) * self.scale

    @property
    def box(self) -> Box:
        """The area shown, in degrees, with a margin."""
        west, north = self.lonlat(-20, -20)
        east, south = self.lonlat(self.width + 20, self.height + 20)
        return (west, south, east, north)

    def shows(self, lon: float, lat: float) -> bool:
        """Whether the coordinates lie on the drawing."""
        x, y = self.xy(lon, lat)
        return 0 <= x <= self.width and 0 <= y <= self.height


def mercator(lat: float) -> float:
    """The Mercator ordinate in degrees of the equator."""
    lat = max(-84.0, min(84.0, lat))
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)))


def inverse(y: float) -> float:
    """The latitude of a Mercator ordinate."""
    return math.degrees(2 * math.atan(math.exp(math.radians(y))) - math.pi / 2)


def distance_km(a: Spot, b: Spot) -> float:
    """Along the great circle."""
    p, q = math.radians(a.lat), math.radians(b.lat)
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(h)))


def view_of(spots: Sequence[Spot], width: int, height: int, least: float = LEAST_SPAN) -> View | None:
    """The view that holds the main cluster of the spots, None where there is none to show."""
    small = [s for s in spots if s.radius_km <= 150] or list(spots)
    if not small:
        return None
    middle = middle_of(small) or small[0]
    near = [s for s in small if distance_km(s, middle) <= REACH_KM] or [middle]
    south, north = min(s.lat for s in near), max(s.lat for s in near)
    west, east = min(s.lon for s in near), max(s.lon for s in near)
    low, high = mercator(south), mercator(north)
    span_y = max((high - low) * 1.30, least)
    span_x = max((east - west) * 1.30, least)
    scale = min(width / span_x, height / span_y)
    centre_x, centre_y = (west + east) / 2, (low + high) / 2
    return View(width, height, centre_x - width / scale / 2, centre_y + height / scale / 2, scale)


def middle_of(spots: Sequence[Spot]) -> Spot | None:
    """The weighted median of the spots."""
    if not spots:
        return None
    return Spot(_median([(s.lat, s.weight) for s in spots]), _median([(s.lon, s.weight) for s in spots]))


def _median(values: list[tuple[float, float]]) -> float:
    """The weighted median."""
    ordered = sorted(values)
    half, so_far = sum(w for _, w in ordered) / 2, 0.0
    for value, weight in ordered:
        so_far += weight
        if so_far >= half:
            return value
    return ordered[-1][0]
