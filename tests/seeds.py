"""The hand-written claims of the four seed reports as claim values, for tests of what is built on claims alone."""

import datetime
import hashlib
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from marsad.model.claim import Claim, ClaimActor, ClaimPlace, ClaimSource, ClaimTime, Evidence, Quantity
from marsad.model.report import Report
from say import GROUND, KIND_OF, PARTS

SEEDS = Path(__file__).parents[2] / "shared" / "gold" / "seeds"
SPELLINGS = {
    "Raqa": "Raqqa",
    "Deir Ezzor": "Deir ez-Zor",
    "Deir Ezzor province": "Deir ez-Zor",
    "Salaheddin province": "Salah al-Din",
    "central province of Hama": "Hama",
    "eastern Hama province": "Hama",
    "the town": "Hawija",
    "eastern half of Mosul": "east Mosul",
    "western side of the city": "west Mosul",
    "West Mosul": "west Mosul",
    "western Mosul": "west Mosul",
}


def seeds() -> tuple[list[Report], list[Claim]]:
    """The four reports and their claims; the test is skipped where the shared folder is absent."""
    if not SEEDS.is_dir():
        pytest.skip("../shared/gold/seeds is absent")
    reports: list[Report] = []
    claims: list[Claim] = []
    for path in sorted(SEEDS.glob("*.yaml")):
        gold = yaml.safe_load(path.read_text("utf-8"))
        report = _report(path.with_suffix(".txt"), gold)
        reports.append(report)
        claims.extend(_claim(report, one) for one in gold["claims"])
    return reports, claims


def _report(path: Path, gold: dict[str, Any]) -> Report:
    text = path.read_text("utf-8")
    published = gold["published"]
    return Report(
        id=path.stem[:3],
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        published=published,
        published_method="header" if published else None,
        publisher="AFP" if path.stem.startswith("000") else None,
    )


def _claim(report: Report, gold: dict[str, Any]) -> Claim:
    found = re.search(r"\s+".join(re.escape(word) for word in gold["quote"].split()), report.text)
    assert found is not None
    time = gold.get("time") or {}
    made = Claim(
        id="",
        report=report.id,
        kind=gold["kind"] if "kind" in gold else KIND_OF[gold["type"]],
        type=gold["type"],
        status=gold.get("status", "asserted"),
        evidence=Evidence(start=found.start(), end=found.end(), text=found[0]),
        quantity=_quantity(gold.get("quantity")),
        places=tuple(_place(role, names) for role, names in (gold.get("places") or {}).items()),
        time=ClaimTime(start=_day(time.get("start")), end=_day(time.get("end")) or report.published),
        actors=tuple(ClaimActor(role=r, text=n[0], name=n[0]) for r, n in (gold.get("actors") or {}).items()),
        sources=tuple(ClaimSource(role=r, text=n[0], name=n[0]) for r, n in (gold.get("sources") or {}).items()),
        civilian=gold.get("civilian"),
    )
    return msgspec.structs.replace(made, id=hashlib.sha256(repr(made).encode()).hexdigest()[:10])


def _quantity(gold: dict[str, Any] | None) -> Quantity | None:
    return Quantity(text=str(gold.get("best") or gold.get("low")), **gold) if gold else None


def _place(role: str, names: list[str]) -> ClaimPlace:
    for text in sorted(names, key=lambda name: name not in SPELLINGS):  # "eastern half of Mosul" says more than "Mosul"
        spelled = SPELLINGS.get(text, text)
        part = PARTS.match(spelled)
        name = part[2] if part else spelled
        if name in GROUND:
            return ClaimPlace(role=role, text=_longest(names), name=name, part=part[1] if part else None, id=f"made:{name}", method="gazetteer", **GROUND[name])  # type: ignore[arg-type]  # fmt: skip
    return ClaimPlace(role=role, text=_longest(names))  # type: ignore[arg-type]


def _longest(names: list[str]) -> str:
    """The words of the report, as far as the alternatives tell them."""
    return max(names, key=len)


def _day(value: Any) -> datetime.date | None:
    return value if isinstance(value, datetime.date) else None
