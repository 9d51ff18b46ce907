"""Countries by their ISO 3166-1 codes: claims hold alpha-2, exports ask for alpha-3 and numbers."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class Country:
    """A country's codes and English name; empty where the code is unknown."""

    alpha2: str | None = None
    alpha3: str | None = None
    number: int | None = None
    name: str | None = None


def country(alpha2: str | None) -> Country:
    """The country of an alpha-2 code."""
    return _countries().get((alpha2 or "").upper(), Country(alpha2=alpha2))


@cache
def _countries() -> dict[str, Country]:
    text = (files("marsad") / "data" / "map" / "countries.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {r["alpha2"]: Country(r["alpha2"], r["alpha3"], int(r["number"]), r["name"]) for r in rows}
