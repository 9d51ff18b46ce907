"""Distances and bearings on the globe."""

import math

RADIUS = 6371.0


def distance_km(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """Along the great circle."""
    a, b = math.radians(lat), math.radians(lat2)
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(lon2 - lon) / 2) ** 2
    return 2 * RADIUS * math.asin(min(1.0, math.sqrt(h)))


def moved(lat: float, lon: float, bearing: float, km: float) -> tuple[float, float]:
    """The point that lies so far away in that direction."""
    d, way, a = km / RADIUS, math.radians(bearing), math.radians(lat)
    b = math.asin(math.sin(a) * math.cos(d) + math.cos(a) * math.sin(d) * math.cos(way))
    o = math.atan2(math.sin(way) * math.sin(d) * math.cos(a), math.cos(d) - math.sin(a) * math.sin(b))
    return round(math.degrees(b), 5), round((lon + math.degrees(o) + 540) % 360 - 180, 5)


def halfway(lat: float, lon: float, lat2: float, lon2: float) -> tuple[float, float]:
    """The middle of two points that are no more than half the globe apart."""
    turn = (lon2 - lon + 540) % 360 - 180
    return round((lat + lat2) / 2, 5), round((lon + turn / 2 + 540) % 360 - 180, 5)
