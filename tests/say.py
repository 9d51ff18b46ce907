"""A tiny factory of reports and claims for tests: what somebody says, in one line."""

import datetime
import hashlib
import re
from typing import Any

from marsad.model.claim import TYPES, Claim, ClaimActor, ClaimPlace, ClaimSource, ClaimTime, Evidence, Quantity
from marsad.model.report import Report

GROUND: dict[str, dict[str, Any]] = {
    "Iraq": {"kind": "country", "country": "IQ", "lat": 33.0, "lon": 44.0, "radius_km": 500.0},
    "Ninewa": {"kind": "admin1", "country": "IQ", "admin1": "Ninewa", "lat": 36.1, "lon": 42.3, "radius_km": 120.0},
    "Salah al-Din": {"kind": "admin1", "country": "IQ", "admin1": "Salah al-Din", "lat": 34.5, "lon": 43.6, "radius_km": 120.0},
    "Mosul": {"kind": "settlement", "country": "IQ", "admin1": "Ninewa", "lat": 36.34, "lon": 43.12, "radius_km": 10.0},
    "Bab al-Tob": {"kind": "district", "country": "IQ", "admin1": "Ninewa", "lat": 36.338, "lon": 43.128, "radius_km": 1.0},
    "Tal Afar": {"kind": "settlement", "country": "IQ", "admin1": "Ninewa", "lat": 36.374, "lon": 42.448, "radius_km": 4.0},
    "Tikrit": {"kind": "settlement", "country": "IQ", "admin1": "Salah al-Din", "lat": 34.607, "lon": 43.678, "radius_km": 5.0},
    "Baiji": {"kind": "settlement", "country": "IQ", "admin1": "Salah al-Din", "lat": 34.931, "lon": 43.493, "radius_km": 4.0},
    "Hawija": {"kind": "settlement", "country": "IQ", "admin1": "Kirkuk", "lat": 35.326, "lon": 43.772, "radius_km": 4.0},
    "Ramadi": {"kind": "settlement", "country": "IQ", "admin1": "Anbar", "lat": 33.42, "lon": 43.30, "radius_km": 6.0},
    "Hit": {"kind": "settlement", "country": "IQ", "admin1": "Anbar", "lat": 33.64, "lon": 42.83, "radius_km": 3.0},
    "Kubaysa": {"kind": "settlement", "country": "IQ", "admin1": "Anbar", "lat": 33.58, "lon": 42.62, "radius_km": 3.0},
    "Raqqa": {"kind": "settlement", "country": "SY", "admin1": "Raqqa", "lat": 35.95, "lon": 39.01, "radius_km": 5.0},
    "Riyadh": {"kind": "settlement", "country": "IQ", "admin1": "Kirkuk", "lat": 35.19, "lon": 43.9, "radius_km": 4.0},
    "Hama": {"kind": "admin1", "country": "SY", "admin1": "Hama", "lat": 35.1, "lon": 37.0, "radius_km": 70.0},
    "Deir ez-Zor": {"kind": "admin1", "country": "SY", "admin1": "Deir ez-Zor", "lat": 35.0, "lon": 40.4, "radius_km": 120.0},
}
PARTS = re.compile(r"^(north|south|east|west|centre|old city)(?: of)? (.+)$")
KIND_OF = {name: kind for kind, types in TYPES.items() for name in types}
HEDGES = (("more than ", "floor"), ("at least ", "floor"), ("up to ", "ceiling"), ("about ", "about"))
RANGE_WORDS = {"dozens": (24, 99), "hundreds": (200, 999), "thousands": (2000, 9999), "tens of thousands": (20000, 99999)}


def day(text: str | datetime.date | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if isinstance(text, str) else text


def report(name: str, published: str | None = "2017-03-03", text: str = "", **more: Any) -> Report:
    sha = hashlib.sha256((name + text).encode()).hexdigest()
    return Report(id=name, text=text, sha256=sha, published=day(published), published_method="given" if published else None, **more)


def place(words: str, role: str = "at") -> ClaimPlace:
    part = PARTS.match(words)
    name = part[2] if part else words
    known = GROUND.get(name)
    if known is None:
        return ClaimPlace(role=role, text=words)  # type: ignore[arg-type]
    return ClaimPlace(role=role, text=words, name=name, part=part[1] if part else None, id=f"made:{name}", method="gazetteer", **known)  # type: ignore[arg-type]


def number(words: str, unit: str = "person", measure: str | None = None, per: str | None = None) -> Quantity:
    hedge = next((kind for prefix, kind in HEDGES if words.startswith(prefix)), None)
    plain = next((words[len(prefix) :] for prefix, kind in HEDGES if words.startswith(prefix)), words)
    made: dict[str, Any] = {"text": words, "unit": unit, "measure": measure, "per": per}
    if plain in RANGE_WORDS:
        low, high = RANGE_WORDS[plain]
        return Quantity(low=low, high=high, **made)
    if "-" in plain:
        low, high = (float(end.replace(",", "")) for end in plain.split("-"))
        return Quantity(low=low, best=(low + high) / 2, high=high, **made)
    best = float(plain.replace(",", ""))
    low = None if hedge == "ceiling" else best
    high = None if hedge == "floor" else best
    return Quantity(low=low, best=best, high=high, approximate=hedge == "about", **made)


def source(words: str, role: str = "speaker") -> ClaimSource:
    return ClaimSource(role=role, text=words, name=words)  # type: ignore[arg-type]


def say(
    kind_of_claim: str,
    in_report: Report | str = "report",
    *,
    count: str | None = None,
    unit: str = "person",
    measure: str | None = None,
    per: str | None = None,
    at: str | None = None,
    by: str | None = None,
    citing: str | None = None,
    start: str | None = None,
    end: str | None = None,
    words: str | None = None,
    position: int = 0,
    role: str | None = None,
    actors: dict[str, str] | None = None,
    status: str = "asserted",
    **more: Any,
) -> Claim:
    """One claim: `say("displaced", r, count="28,400", measure="cumulative", at="west Mosul", by="UN OCHA", citing="IOM")`."""
    name = in_report if isinstance(in_report, str) else in_report.id
    kind = KIND_OF[kind_of_claim]
    told = words or f"{kind_of_claim} {count or ''} {at or ''} {by or ''}".strip()
    where = role or ("origin" if kind_of_claim in ("displaced", "evacuated") else "at")
    sources = tuple(source(s, r) for s, r in ((by, "speaker"), (citing, "cited")) if s)
    last = day(end) or (in_report.published if isinstance(in_report, Report) else None)
    if kind == "casualty" and measure is None:
        measure = "incident"
    made = Claim(
        id="",
        report=name,
        kind=kind,
        type=kind_of_claim,
        status=status,  # type: ignore[arg-type]
        evidence=Evidence(start=position, end=position + len(told), text=told),
        quantity=number(count, unit, measure, per) if count else None,
        places=tuple(place(one.strip(), where) for one in at.split(" and ")) if at else (),
        time=ClaimTime(start=day(start), end=last),
        actors=tuple(ClaimActor(role=r, text=a, name=a) for r, a in (actors or {}).items()),  # type: ignore[arg-type]
        sources=sources,
        **more,
    )
    return _named(made)


def _named(claim: Claim) -> Claim:
    import msgspec

    return msgspec.structs.replace(claim, id=f"c-{hashlib.sha256(repr(claim).encode()).hexdigest()[:12]}")
