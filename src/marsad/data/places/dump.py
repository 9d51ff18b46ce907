"""A GeoNames country dump compiled into a gazetteer: its places and their alternate names."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import msgspec

from marsad.data.places.entries import ROMANISED, consonant_keys, keys_of, latin, plain_letters, settlement_radius
from marsad.data.places.gazetteer import Entry, Gazetteer, compile_gazetteer
from marsad.data.places.keys import name_key
from marsad.errors import UsageError

NOTICE = "Compiled from a GeoNames country dump (geonames.org), CC BY 4.0."
MOST_BYTES = 2_000_000_000
LONGEST_LINE = 200_000
MOST_ALTERNATES = 60
FIELDS = 19
_KINDS = {
    "ADM1": "admin1",
    "ADM1H": "admin1",
    "ADM2": "admin2",
    "ADM3": "admin2",
    "RGN": "region",
    "AREA": "region",
    "PPLX": "neighbourhood",
    "MT": "mountain",
    "MTS": "mountain",
    "HLL": "mountain",
    "HLLS": "mountain",
    "RDGE": "mountain",
    "VAL": "valley",
    "VALS": "valley",
    "WAD": "valley",
    "DSRT": "desert",
    "ISL": "island",
    "ISLS": "island",
    "PEN": "peninsula",
    "STM": "river",
    "STMS": "river",
    "CNL": "river",
    "LK": "lake",
    "LKS": "lake",
    "RSV": "lake",
    "BAY": "sea",
    "GULF": "sea",
    "STRT": "sea",
    "RD": "road",
    "AIRP": "site",
    "AIRB": "site",
    "AIRF": "site",
    "DAM": "site",
    "BDG": "site",
    "OILF": "site",
    "OILR": "site",
    "MILB": "site",
    "PRN": "site",
    "CMPRF": "camp",
    "CMPLA": "camp",
    "CMP": "camp",
    "BDRY": "crossing",
    "CSTM": "crossing",
}
_RADIUS = {
    "admin1": 80.0,
    "admin2": 25.0,
    "region": 50.0,
    "mountain": 10.0,
    "valley": 15.0,
    "desert": 50.0,
    "island": 10.0,
    "peninsula": 20.0,
    "river": 80.0,
    "lake": 15.0,
    "sea": 100.0,
    "road": 20.0,
    "site": 2.0,
    "camp": 2.0,
    "crossing": 2.0,
    "neighbourhood": 2.0,
}
_GONE = frozenset({"PPLH", "PPLQ", "PPLW"})


class Compiled(msgspec.Struct, frozen=True):
    """A gazetteer's bytes, how many places it holds and how many lines could not be read."""

    content: bytes
    places: int
    unread: int


def compile_dump(path: Path, known: Gazetteer) -> Compiled:
    """The dump's places; those that `known` has keep the name that it gives them."""
    entries: list[Entry] = []
    unread = 0
    for line in _lines(path):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            entry = _entry(line, known)
        except ValueError:
            unread += 1
            continue
        if entry:
            entries.append(entry)
    if not entries:
        raise UsageError(f"{path}: no places in it; a GeoNames country dump such as IQ.zip or IQ.txt is wanted")
    return Compiled(compile_gazetteer(entries, {}, NOTICE), len(entries), unread)


def _lines(path: Path) -> Iterator[str]:
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            inside = [
                i
                for i in archive.infolist()
                if re.fullmatch(r"[A-Za-z0-9_-]{1,40}\.txt", i.filename) and "readme" not in i.filename.lower()
            ]
            for info in inside:
                if info.file_size > MOST_BYTES:
                    raise UsageError(f"{path}: {info.filename} is larger than {MOST_BYTES // 1_000_000} MB")
                with archive.open(info) as raw:
                    yield from _bounded(io.TextIOWrapper(raw, encoding="utf-8", errors="replace", newline="\n"))
        return
    with path.open(encoding="utf-8", errors="replace", newline="\n") as file:
        yield from _bounded(file)


def _bounded(file: io.TextIOBase) -> Iterator[str]:
    total = 0
    while line := file.readline(LONGEST_LINE):
        total += len(line)
        if total > MOST_BYTES:
            raise UsageError(f"the dump holds more than {MOST_BYTES // 1_000_000} MB")
        yield line


def _entry(line: str, known: Gazetteer) -> Entry | None:
    """The place of a line, or None where it is of no kind that reports name."""
    fields = line.rstrip("\r\n").split("\t")
    if len(fields) < FIELDS:
        raise ValueError("too few fields")
    number, name, plain, alternates, lat, lon, feature, code, country = fields[:9]
    kind = "settlement" if feature == "P" and code != "PPLX" else _KINDS.get(code)
    if kind is None or code in _GONE or not name.strip():
        return None
    point = float(lat), float(lon)
    if not (-90 <= point[0] <= 90 and -180 <= point[1] <= 180):
        raise ValueError("no such point")
    population = min(int(fields[14] or 0), 50_000_000)
    shown, population = _as_known(int(number), plain_letters(name) if country in ROMANISED else name, population, known)
    others = [a for a in alternates.split(",")[:400] if len(a) >= 3 and a[0].isupper() and latin(a)][:MOST_ALTERNATES]
    own = (name, plain, shown)
    return Entry(
        name=shown,
        kind=kind,
        lat=point[0],
        lon=point[1],
        country=country[:2],
        admin1=f"{country[:2]}.{fields[10]}" if fields[10] else "",
        population=population,
        radius_km=_RADIUS.get(kind) or settlement_radius(population),
        geoname=int(number),
        names=keys_of(own, country),
        alternates=(*keys_of(others, country), *consonant_keys((*own, *others), country)),
    )


def _as_known(number: int, name: str, population: int, known: Gazetteer) -> tuple[str, int]:
    """The customary name and the population of a place that the package's gazetteer has too."""
    for place in known.find(name_key(name)):
        if place.id == f"geonames:{number}":
            return place.name, max(place.population, population)
    return name, population
