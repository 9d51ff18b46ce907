"""What the checks warn of, and what they leave alone."""

import importlib
from enum import StrEnum

import msgspec
import pytest

from marsad.claims.checked import CHECKS, checked, warnings
from marsad.claims.warning import surely
from marsad.flow import read_one
from marsad.model.claim import Claim, ClaimPlace, Quantity
from marsad.model.mention import PlaceMention
from marsad.model.report import Report
from say import number, place, say

POPULATIONS = {"made:Hit": 60_000, "made:Kubaysa": 20_000}


def ids(claim: Claim) -> list[str]:
    return [warning.partition(":")[0] for warning in warnings(claim, POPULATIONS)]


def counted(claim: Claim, **changed: object) -> Claim:
    assert claim.quantity is not None
    return msgspec.structs.replace(claim, quantity=msgspec.structs.replace(claim.quantity, **changed))


def both(claim: Claim, *places: ClaimPlace) -> Claim:
    return msgspec.structs.replace(claim, places=places)


WARNED = [
    ("check.claim.negative", counted(say("killed", count="4"), low=-4.0, best=-4.0, high=-4.0)),
    ("check.claim.inverted_range", counted(say("killed", count="4"), low=9.0, best=None, high=4.0)),
    ("check.claim.percent_above_100", say("held", at="Hit", count="130", unit="percent")),
    ("check.claim.ends_before_start", say("killed", start="2017-03-04", end="2017-03-01")),
    ("check.displacement.to_where_from", both(say("displaced"), place("Hit", "origin"), place("Hit", "destination"))),
    ("check.displacement.exceeds_population", say("displaced", at="Hit", count="90,000")),
    ("check.displacement.exceeds_population", say("displaced", at="Hit and Kubaysa", count="more than 80,001")),
    ("check.displacement.rate_too_high", say("displaced", count="40,000", measure="rate", per="hour")),
    ("check.displacement.counts_fighters", say("displaced", count="300", unit="fighter")),
    ("check.population.exceeds_population", say("trapped", at="Hit", count="70,000")),
    ("check.population.a_rate", say("remaining", at="Hit", count="70", measure="rate", per="day")),
    ("check.control.taken_from_itself", say("gained", at="Hit", actors={"holder": "SDF", "former_holder": "SDF"})),
    ("check.control.no_place", say("gained", actors={"holder": "SDF"})),
    ("check.control.lost_to_somebody", say("lost", at="Hit", actors={"holder": "SDF"})),
    ("check.event.against_itself", say("attack", actors={"agent": "SDF", "target": "SDF"})),
    ("check.event.too_many_held", say("abduction", count="60,000", measure="incident")),
    ("check.casualty.too_many_in_one", say("killed", at="Raqqa", count="12,000")),
    ("check.casualty.exceeds_population", say("injured", at="Hit", count="61,000", measure="cumulative")),
    ("check.casualty.share", say("killed", count="12", unit="percent")),
    ("check.response.site_too_large", say("site_capacity", at="Hit", count="2,000,000")),
    ("check.response.site_rate", say("site_capacity", at="Hit", count="200", measure="rate", per="day")),
    ("check.responsibility.nobody_named", say("claimed")),
    ("check.responsibility.attributed_by_itself", say("attributed", by="SDF", actors={"agent": "SDF"})),
]
SILENT = [
    say("displaced", at="Hit", count="12,000", start="2017-03-01", end="2017-03-03"),
    say("displaced", at="Hit", count="up to 90,000"),
    say("displaced", at="Ramadi", count="900,000"),
    say("displaced", at="Hit and Ramadi", count="900,000"),
    say("sheltering", at="Hit", count="90,000"),
    both(say("displaced"), place("west Mosul", "origin"), place("east Mosul", "destination")),
    both(say("displaced"), ClaimPlace(role="origin", text="the village"), ClaimPlace(role="destination", text="the village")),
    say("displaced", count="10,000", measure="rate", per="day"),
    say("remaining", at="Hit", count="50,000", measure="stock"),
    say("held", at="Hit", count="60", unit="percent", actors={"holder": "SDF"}),
    say("gained", at="Hit", actors={"holder": "SDF", "former_holder": "Islamic State"}),
    say("armed_clash", at="Hit", actors={"agent": "SDF", "target": "Islamic State"}),
    say("killed", at="Hit", count="300"),
    say("killed", count="200,000", measure="cumulative"),
    say("site_capacity", at="Hit", count="70,000", measure="stock"),
    say("claimed", by="Islamic State", actors={"agent": "Islamic State"}),
    say("attributed", by="SDF", actors={"agent": "Islamic State"}),
]


@pytest.mark.parametrize(("warning", "claim"), WARNED, ids=[f"{w}-{n}" for n, (w, _) in enumerate(WARNED)])
def test_it_warns(warning: str, claim: Claim) -> None:
    assert warning in ids(claim)


@pytest.mark.parametrize("claim", SILENT, ids=[f"{c.type}-{n}" for n, c in enumerate(SILENT)])
def test_it_stays_silent(claim: Claim) -> None:
    assert ids(claim) == []


def reasons(module: str, kind: str) -> list[StrEnum]:
    return list(getattr(importlib.import_module(module), f"{kind.capitalize()}Warning"))


def test_every_reason_is_shown_by_a_case() -> None:
    shown = {warning for warning, _ in WARNED}
    modules = {"claim": "marsad.claims.warning"} | {kind: check.__module__ for kind, check in CHECKS.items()}
    every = {f"check.{kind}.{r.name.lower()}" for kind, name in modules.items() for r in reasons(name, kind)}
    assert every == shown


def test_a_warning_says_its_reason_in_words() -> None:
    (warning,) = warnings(say("displaced", at="Hit", count="90,000"), POPULATIONS)
    assert warning == "check.displacement.exceeds_population: more people than are known to live in the place that they left"


def test_warnings_stand_in_the_claim_and_drop_nothing() -> None:
    claims = [say("displaced", at="Hit", count="90,000"), say("displaced", at="Hit", count="900")]
    mention = PlaceMention(start=0, end=3, text="Hit", id="made:Hit", population=60_000)
    many, few = checked(claims, [mention])
    assert many.warnings
    assert not few.warnings
    assert [c.id for c in (many, few)] == [c.id for c in claims]


@pytest.mark.parametrize(
    ("quantity", "least"),
    [(None, 0), (number("40"), 40), (number("more than 40"), 40), (number("up to 40"), 0), (Quantity(text="x", best=7.0), 7)],
    ids=["none", "number", "floor", "ceiling", "best alone"],
)
def test_a_ceiling_says_nothing_for_sure(quantity: Quantity | None, least: float) -> None:
    assert surely(quantity) == least


def test_read_claims_carry_their_warnings() -> None:
    report = Report(
        id="r", text="Fighting raged on Monday. At least 900,000 people fled Hit after militants shelled the town.", sha256="0" * 64
    )
    found = [c for c in read_one(report).claims if c.kind == "displacement"]
    assert found
    assert all(c.warnings[0].startswith("check.displacement.exceeds_population") for c in found)
