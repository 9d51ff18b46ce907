"""Two deeds in one sentence stay two, each with its own doers and its own place, whatever joins them."""

import datetime
from typing import NamedTuple

import pytest

from marsad.flow import read_reports
from marsad.model.claim import Claim
from marsad.model.report import Report

BEFORE = "The war between the army and the rebels goes on in Mali.\n\n"


class Deed(NamedTuple):
    """A clause, the types that its claim may have, and who does it."""

    text: str
    types: tuple[str, ...]
    actor: str | None = None


FIRST = (
    Deed("rebels shelled Kidal", ("shelling",), "rebels"),
    Deed("the army took Kidal", ("gained",), "army"),
    Deed("a car bomb hit Kidal", ("ied",)),
    Deed("gunmen attacked a police post in Kidal", ("attack",), "gunmen"),
    Deed("rebels killed six guards in Kidal", ("killed",), "rebels"),
    Deed("fighting broke out in Kidal", ("armed_clash",)),
)
SECOND = (
    Deed("soldiers fled Gao", ("retreat",), "soldiers"),
    Deed("militants took Gao", ("gained",), "militants"),
    Deed("residents fled to Gao", ("displaced",)),
    Deed("policemen entered Gao", ("advance",), "police"),
    Deed("gunmen killed nine people in Gao", ("killed",), "gunmen"),
    Deed("warplanes bombed Gao", ("air_strike",), "warplanes"),
    Deed("militiamen looted shops in Gao", ("looting",), "militiamen"),
)
JOINED = (
    "{A} and {b}.",
    "{A}, and {b}.",
    "{A}; {b}.",
    "{A} but {b}.",
    "{A} before {b}.",
    "{A} after {b}.",
    "On Monday {a} and {b}.",
    "{A} on Monday and {b} on Tuesday.",
)


def read(joined: str) -> list[tuple[str, Deed, Deed, tuple[Claim, ...]]]:
    """Each pair of deeds told in this way, with the claims of it."""
    pairs = [(a, b) for a in FIRST for b in SECOND if a.types != b.types]
    told = [joined.format(A=a.text[0].upper() + a.text[1:], a=a.text, b=b.text) for a, b in pairs]
    day = datetime.date(2016, 11, 23)
    reports = [Report(id=f"{i:03}", text=BEFORE + text, sha256="0" * 64, published=day) for i, text in enumerate(told)]
    return [(text, a, b, r.claims) for text, (a, b), r in zip(told, pairs, read_reports(reports), strict=True)]


def is_told(claims: tuple[Claim, ...], deed: Deed, place: str) -> bool:
    here = [c for c in claims if c.type in deed.types and place in [p.name for p in c.places]]
    return any(deed.actor is None or any(deed.actor in a.text.lower() for a in c.actors) for c in here)


@pytest.mark.parametrize("joined", JOINED)
def test_both_deeds_are_read_and_nobody_does_the_other_one(joined: str) -> None:
    missed, mixed = [], []
    for text, a, b, claims in read(joined):
        if not is_told(claims, a, "Kidal") or not is_told(claims, b, "Gao"):
            missed.append(text)
        doers = [v.text.lower() for c in claims if "Gao" in [p.name for p in c.places] for v in c.actors if v.role in ("agent", "holder")]
        if a.actor is not None and a.actor not in b.text and any(a.actor in doer for doer in doers):
            mixed.append(text)
    assert not missed
    assert not mixed


@pytest.mark.parametrize("joined", ["; in Gao", "; in Gao,", ", but in Gao", ", while in Gao", " and in Gao"])
def test_the_place_that_opens_the_second_clause_is_of_that_clause(joined: str) -> None:
    (reading,) = read_reports(
        [Report(id="own", text=f"{BEFORE}Rebels shelled Kidal{joined} militants killed nine people.", sha256="0" * 64)]
    )
    where = {c.type: {p.name for p in c.places} for c in reading.claims if c.type in ("shelling", "killed")}
    assert where == {"shelling": {"Kidal"}, "killed": {"Gao"}}
