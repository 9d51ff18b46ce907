"""A gazetteer compiled into one file that is mapped into memory: opening it reads nothing but its header."""

import hashlib
import json
import mmap
import os
import struct
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

PACKAGED = Path(__file__).with_name("world.places")
MAGIC = b"MARSADP1"
KINDS = (
    "settlement",
    "neighbourhood",
    "country",
    "continent",
    "region",
    "admin1",
    "admin2",
    "river",
    "sea",
    "lake",
    "mountain",
    "valley",
    "desert",
    "island",
    "road",
    "camp",
    "site",
    "crossing",
    "peninsula",
)
ORDINARY, GIVEN, SURNAME, BEGINS, FORENAME = 1, 2, 4, 8, 16  # BEGINS: the first words of a longer key; FORENAME: a rarer given name
_ALTERNATE = 0x80000000
_COLUMNS = (
    ("geoname", "I"),
    ("lat", "i"),
    ("lon", "i"),
    ("population", "I"),
    ("name", "I"),
    ("admin", "H"),
    ("radius", "H"),
    ("country", "B"),
    ("kind", "B"),
)
_INDEX = (("hash", "I"), ("tail", "B"), ("flags", "B"), ("first", "I"), ("posting", "I"))


class Place(msgspec.Struct, frozen=True, gc=False):
    """A place of the gazetteer; `alternate` says that it was found under another name than its own."""

    id: str
    name: str
    kind: str
    lat: float
    lon: float
    country: str
    admin1: str
    population: int
    radius_km: float
    alternate: bool = False


class Entry(msgspec.Struct, frozen=True):
    """A place to be compiled, with all names under which it is to be found."""

    name: str
    kind: str
    lat: float
    lon: float
    country: str = ""
    admin1: str = ""
    population: int = 0
    radius_km: float = 0.0
    geoname: int = 0
    names: tuple[str, ...] = ()  # keys that are as good as its own
    alternates: tuple[str, ...] = ()  # keys that are lesser known


def _fingerprint(key: str) -> tuple[int, int]:
    digest = hashlib.blake2b(key.encode(), digest_size=5).digest()
    return int.from_bytes(digest[:4], "little"), digest[4]


def slug(country: str, admin1: str, name: str) -> str:
    """The id of a place that GeoNames does not number."""
    words = "-".join(w for w in "".join(c if c.isalnum() else " " for c in f"{country} {admin1} {name}".lower()).split())
    return f"marsad:{words}"


def compile_gazetteer(entries: Sequence[Entry], flags: Mapping[str, int], notice: str) -> bytes:
    """The file's bytes; the same entries give the same bytes."""
    countries, admins = sorted({e.country for e in entries}), sorted({e.admin1 for e in entries})
    country_at, admin_at = {c: i for i, c in enumerate(countries)}, {a: i for i, a in enumerate(admins)}
    names, name_at = bytearray(), {}
    for text in sorted({e.name for e in entries}):
        raw = text.encode()[:255]
        name_at[text] = len(names)
        names += bytes([len(raw)]) + raw
    columns: dict[str, list[int]] = {c: [] for c, _ in _COLUMNS}
    found: dict[str, dict[int, bool]] = {}
    for i, e in enumerate(entries):
        numbers = (
            e.geoname,
            round(e.lat * 1e5),
            round(e.lon * 1e5),
            e.population,
            name_at[e.name],
            admin_at[e.admin1],
            min(65535, round(e.radius_km * 10)),
            country_at[e.country],
            KINDS.index(e.kind),
        )
        for (column, _), value in zip(_COLUMNS, numbers, strict=True):
            columns[column].append(value)
        for key in e.alternates:
            found.setdefault(key, {})[i] = True
        for key in e.names:
            found.setdefault(key, {})[i] = False
    flags = dict(flags)
    for key in found:
        words = key.split()
        for n in range(1, len(words)):
            beginning = " ".join(words[:n])
            flags[beginning] = flags.get(beginning, 0) | BEGINS
    index: dict[str, list[int]] = {c: [] for c, _ in _INDEX}
    keys = sorted((_fingerprint(k), k) for k in {*found, *flags})
    for (head, tail), key in keys:
        index["hash"].append(head)
        index["tail"].append(tail)
        index["flags"].append(flags.get(key, 0))
        index["first"].append(len(index["posting"]))
        index["posting"] += [i | (_ALTERNATE if alternate else 0) for i, alternate in sorted(found.get(key, {}).items())]
    index["first"].append(len(index["posting"]))
    return _pack(notice, countries, admins, bytes(names), {**columns, **index})


def _pack(notice: str, countries: list[str], admins: list[str], names: bytes, columns: Mapping[str, list[int]]) -> bytes:
    head: dict[str, Any] = {"notice": notice, "countries": countries, "admins": admins, "parts": {}}
    body = bytearray(names)
    head["names"] = len(names)
    for name, code in (*_COLUMNS, *_INDEX):
        body += b"\0" * (-len(body) % 4)
        raw = struct.pack(f"<{len(columns[name])}{code}", *columns[name])
        head["parts"][name] = [len(body), len(raw), code]
        body += raw
    header = json.dumps(head, ensure_ascii=False).encode()
    header += b" " * (-(len(header) + 12) % 4)
    return MAGIC + struct.pack("<I", len(header)) + header + bytes(body)


class GazetteerFile:
    """One compiled file, opened for reading."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            whole = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        if bytes(whole[:8]) != MAGIC:
            raise ValueError(f"{path}: not a compiled gazetteer")
        (size,) = struct.unpack("<I", whole[8:12])
        head = json.loads(bytes(whole[12 : 12 + size]))
        body = whole[12 + size :]
        self.notice: str = head["notice"]
        self._countries: list[str] = head["countries"]
        self._admins: list[str] = head["admins"]
        self._names = body[: head["names"]]
        self._parts: dict[str, memoryview] = {c: body[at : at + n].cast(code) for c, (at, n, code) in head["parts"].items()}

    def __len__(self) -> int:
        return len(self._parts["kind"])

    def find(self, key: str) -> tuple[int, int, int] | None:
        """The key's flags and the bounds of its postings."""
        head, tail = _fingerprint(key)
        hashes, tails = self._parts["hash"], self._parts["tail"]
        at = bisect_left(hashes, head)
        while at < len(hashes) and hashes[at] == head:
            if tails[at] == tail:
                first = self._parts["first"]
                return self._parts["flags"][at], first[at], first[at + 1]
            at += 1
        return None

    def places(self, first: int, last: int) -> list[Place]:
        """The places of these postings."""
        return [self._place(p & ~_ALTERNATE, bool(p & _ALTERNATE)) for p in self._parts["posting"][first:last]]

    def _place(self, i: int, alternate: bool) -> Place:
        parts = self._parts
        at = parts["name"][i]
        name = bytes(self._names[at + 1 : at + 1 + self._names[at]]).decode(errors="replace")
        country, admin1 = self._countries[parts["country"][i]], self._admins[parts["admin"][i]]
        number = parts["geoname"][i]
        return Place(
            id=f"geonames:{number}" if number else slug(country, admin1.partition(".")[2], name),
            name=name,
            kind=KINDS[parts["kind"][i]],
            lat=parts["lat"][i] / 1e5,
            lon=parts["lon"][i] / 1e5,
            country=country,
            admin1=admin1,
            population=parts["population"][i],
            radius_km=parts["radius"][i] / 10,
            alternate=alternate,
        )


class Gazetteer:
    """The package's gazetteer and those that the user added."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._files = [GazetteerFile(p) for p in paths]
        self.look = lru_cache(maxsize=65536)(self._look)

    def find(self, key: str) -> tuple[Place, ...]:
        """Every place of that key."""
        return self.look(key)[1]

    def flags(self, key: str) -> int:
        """What else the key is: an ordinary word, a given name, a surname, the beginning of a longer key."""
        return self.look(key)[0]

    def _look(self, key: str) -> tuple[int, tuple[Place, ...]]:
        flags = 0
        seen: dict[str, Place] = {}
        for file in self._files:
            if hit := file.find(key):
                flags |= hit[0]
                for place in file.places(hit[1], hit[2]):
                    seen.setdefault(place.id, place)
        return flags, tuple(seen.values())


def user_folder() -> Path:
    """Where gazetteers that the user added are kept."""
    if set_folder := os.environ.get("MARSAD_DATA"):
        return Path(set_folder) / "places"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "marsad" / "places"


def gazetteer_paths() -> list[Path]:
    """The package's file and those that the user added."""
    folder = user_folder()
    return [PACKAGED, *(sorted(folder.glob("*.places")) if folder.is_dir() else [])]


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """The gazetteers in use, opened once."""
    return Gazetteer(gazetteer_paths())


def load_package_gazetteer() -> Gazetteer:
    """The package's gazetteer alone."""
    return Gazetteer([PACKAGED])
