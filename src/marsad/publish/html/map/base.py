"""What lies under the marks: land, coasts, borders, provinces, rivers, graticule, scale bar, names."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from marsad.publish.html.map.layers import Box, Layer, Point, layer
from marsad.publish.html.map.view import KM_PER_DEGREE, View

BENT_KM = 150  # maps less wide than this show single pieces of a river


@dataclass(frozen=True)
class Text:
    """Words on the map."""

    x: float
    y: float
    words: str
    kind: str
    anchor: str = "middle"


@dataclass(frozen=True)
class Base:
    """Path data for each layer, and the words that belong to them."""

    land: str
    coast: str
    border: str
    province: str
    rivers: tuple[tuple[int, str], ...]
    graticule: str
    texts: tuple[Text, ...]
    names: tuple[Text, ...]
    scale_points: float
    scale_words: str


def base(view: View) -> Base:
    """The ground of a map."""
    countries, provinces, rivers = layer("countries"), layer("provinces"), layer("rivers")
    shown_km = view.width / view.km(1, view.lonlat(0, view.height / 2)[1])
    ranks = (1, 2, 3) if shown_km < 500 else (1, 2) if shown_km < 2500 else (1,)
    graticule, texts = _graticule(view)
    points, label = _scale(view)
    return Base(
        land=_land(countries, view),
        coast=_lines(countries, view, 1),
        border=_lines(countries, view, 2),
        province=_lines(provinces, view, 0) if shown_km < 2500 else "",
        rivers=tuple((rank, path) for rank in ranks if (path := _lines(rivers, view, rank, bent=shown_km < BENT_KM))),
        graticule=graticule,
        texts=texts,
        names=(*_country_names(countries, view), *_province_names(provinces, view)),
        scale_points=points,
        scale_words=label,
    )


def _lines(source: Layer, view: View, rank: int, *, bent: bool = False) -> str:
    box = view.box
    return "".join(
        _bends(run, view) if bent else _path(run, view)
        for line in source.lines
        if line.rank == rank and source.near(line, box)
        for run in _inside(source.points(line), box)
    )


def _inside(points: Sequence[Point], box: Box) -> Iterable[list[Point]]:
    """The runs of a line whose segments meet the box."""
    run: list[Point] = []
    for a, b in zip(points, points[1:], strict=False):
        meets = min(a[0], b[0]) <= box[2] and max(a[0], b[0]) >= box[0] and min(a[1], b[1]) <= box[3] and max(a[1], b[1]) >= box[1]
        if meets:
            run = run or [a]
            run.append(b)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _path(points: Sequence[Point], view: View, *, closed: bool = False) -> str:
    """Path data; points that fall within two thirds of a point of the last are left out."""
    out: list[str] = []
    last = (math.inf, math.inf)
    end = len(points) - 1
    for i, (lon, lat) in enumerate(points):
        x, y = view.xy(lon, lat)
        if abs(x - last[0]) + abs(y - last[1]) < 0.9 and i != end:
            continue
        out.append(f"{'M' if not out else 'L'}{x:.1f} {y:.1f}")
        last = (x, y)
    if len(out) < 2:
        return ""
    return "".join(out) + ("Z" if closed else "")


def _bends(points: Sequence[Point], view: View) -> str:
    """The line as curves from middle to middle of its pieces: close up, a river has no corners."""
    drawn = [view.xy(*point) for point in points]
    if len(drawn) < 3:
        return _path(points, view)
    path = f"M{drawn[0][0]:.1f} {drawn[0][1]:.1f}"
    for (x, y), (then_x, then_y) in zip(drawn[1:-2], drawn[2:-1], strict=True):
        path += f"Q{x:.1f} {y:.1f} {(x + then_x) / 2:.1f} {(y + then_y) / 2:.1f}"
    return path + "Q{:.1f} {:.1f} {:.1f} {:.1f}".format(*drawn[-2], *drawn[-1])


def _land(source: Layer, view: View) -> str:
    box = view.box
    paths = []
    for shape in source.shapes:
        for polygon in shape.polygons:
            for ring in polygon:
                if _ring_meets(source, ring, box):
                    paths.append(_path(clip(_ring(source, ring), box), view, closed=True))
    return "".join(paths)


def _ring_meets(source: Layer, ring: Sequence[int], box: Box) -> bool:
    bounds = [source.lines[i if i >= 0 else ~i].box for i in ring]
    q = source.quantum
    return (
        min(b[0] for b in bounds) <= box[2] * q
        and max(b[2] for b in bounds) >= box[0] * q
        and min(b[1] for b in bounds) <= box[3] * q
        and max(b[3] for b in bounds) >= box[1] * q
    )


def _ring(source: Layer, ring: Sequence[int]) -> list[Point]:
    points: list[Point] = []
    for i in ring:
        run = source.points(source.lines[i if i >= 0 else ~i])
        points += run if i >= 0 else run[::-1]
    return points


def clip(points: Sequence[Point], box: Box) -> list[Point]:
    """The polygon within the box (Sutherland and Hodgman)."""
    west, south, east, north = box
    kept = list(points)
    for axis, limit, keeps_less in ((0, west, False), (0, east, True), (1, south, False), (1, north, True)):
        if not kept:
            return []
        out: list[Point] = []
        before = kept[-1]
        for now in kept:
            inside_now = now[axis] <= limit if keeps_less else now[axis] >= limit
            inside_before = before[axis] <= limit if keeps_less else before[axis] >= limit
            if inside_now != inside_before:
                t = (limit - before[axis]) / (now[axis] - before[axis])
                out.append((before[0] + t * (now[0] - before[0]), before[1] + t * (now[1] - before[1])))
            if inside_now:
                out.append(now)
            before = now
        kept = out
    return kept


def _graticule(view: View) -> tuple[str, tuple[Text, ...]]:
    """Lines of whole steps with their degrees at the edges."""
    west, south, east, north = view.box
    step = next((s for s in (0.1, 0.25, 0.5, 1, 2, 5, 10, 20) if (east - west) / s <= 6), 30)
    lines, texts = [], []
    for i in range(math.ceil(west / step), math.floor(east / step) + 1):
        x, _ = view.xy(i * step, 0)
        if 24 < x < view.width - 24:
            lines.append(f"M{x:.1f} 0V{view.height}")
            texts.append(Text(x, view.height - 6, _degrees(i * step, "EW"), "degree"))
    for i in range(math.ceil(south / step), math.floor(north / step) + 1):
        _, y = view.xy(0, i * step)
        if 16 < y < view.height - 24:
            lines.append(f"M0 {y:.1f}H{view.width}")
            texts.append(Text(5, y - 4, _degrees(i * step, "NS"), "degree", "start"))
    return "".join(lines), tuple(texts)


def _degrees(value: float, sides: str) -> str:
    return f"{abs(value):g}° {sides[0] if value >= 0 else sides[1]}" if value else "0°"


def _scale(view: View) -> tuple[float, str]:
    """A bar of a round length near a sixth of the width, true at the middle of the map."""
    lat = view.lonlat(0, view.height / 2)[1]
    per_km = view.km(1, lat)
    length = next((n for n in (500, 250, 200, 100, 50, 25, 20, 10, 5, 2, 1) if n * per_km <= view.width / 5), 1)
    return length * per_km, f"{length} km"


def _country_names(source: Layer, view: View) -> list[Text]:
    """Each country's name at the middle of its part that is shown."""
    box = view.box
    names = []
    for shape in source.shapes:
        best: tuple[float, float, float] | None = None
        for polygon in shape.polygons:
            if _ring_meets(source, polygon[0], box):
                part = [view.xy(*p) for p in clip(_ring(source, polygon[0]), view_box(view))]
                size, x, y = _centroid(part)
                if best is None or size > best[0]:
                    best = (size, x, y)
        if best and best[0] > view.width * view.height * 0.025:
            names.append(Text(best[1], best[2], shape.name, "country"))
    return names


def view_box(view: View) -> Box:
    """The area shown, without a margin."""
    west, north = view.lonlat(0, 0)
    east, south = view.lonlat(view.width, view.height)
    return (west, south, east, north)


def _centroid(points: Sequence[Point]) -> tuple[float, float, float]:
    area = x = y = 0.0
    for (x1, y1), (x2, y2) in zip(points, [*points[1:], *points[:1]], strict=True):
        cross = x1 * y2 - x2 * y1
        area, x, y = area + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    return (abs(area) / 2, x / (3 * area), y / (3 * area)) if area else (0.0, 0.0, 0.0)


def _province_names(source: Layer, view: View) -> list[Text]:
    texts = []
    pixels = (view.scale**2) * 0.8  # of a square degree, about
    for label in source.labels:
        if view.shows(label.lon, label.lat) and label.area * pixels > 5200 and label.area * KM_PER_DEGREE > 0:
            texts.append(Text(*view.xy(label.lon, label.lat), label.name, "province"))
    return texts
