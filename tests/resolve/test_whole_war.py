"""Counts of a whole war are given to no town named before them."""

import datetime

import pytest

from marsad.flow import read_one
from marsad.model.claim import Claim
from marsad.model.report import Report


def read(text: str) -> list[Claim]:
    return list(read_one(Report(id="own", text=text, sha256="0" * 64, published=datetime.date(2019, 6, 14))).claims)


def placed(text: str, kind: str) -> list[str | None]:
    (claim,) = [one for one in read(text) if one.type == kind]
    return [place.name for place in claim.places]


@pytest.mark.parametrize(
    ("text", "kind", "places"),
    [
        (
            "Rebels took Menaka in Mali on Monday.\n\nMore than 300,000 people have been displaced by the war, the UN said.",
            "displaced",
            ["Mali"],  # the country of the town, which the report names
        ),
        ("Rebels entered Menaka on Monday.\n\nSome 900,000 people have been displaced since the start of the conflict.", "displaced", []),
        ("Troops retook Menaka on 4 June.\n\nThe ministry put the death toll from the fighting at 512.", "killed", []),
        ("A bomb hit the market of Menaka on Monday. Twelve people were killed.", "killed", ["Ménaka"]),
    ],
)
def test_where_a_count_is(text, kind, places):
    assert placed(text, kind) == places


def test_a_town_cannot_have_sent_away_many_times_its_people():
    text = "Fighting reached the town of Menaka on Monday. Some 4,800,000 people have been displaced, the UN said."
    assert placed(text, "displaced") == []


def test_the_country_just_named_is_meant():
    text = (
        "Chad said it had closed its border and that troops of Chad would search all lorries on the northern road for arms."
        " Some 6,000 people have fled Cameroon and 8,000 are displaced inside the country."
    )
    (claim,) = [one for one in read(text) if one.quantity and one.quantity.best == 8000]
    assert [place.country for place in claim.places] == ["CM"]


def test_a_number_compared_with_lends_no_time():
    text = "Some 144,500 people were displaced from Menaka, up from 77,000 people at the beginning of April."
    (claim,) = [one for one in read(text) if one.kind == "displacement" and one.quantity and one.quantity.best == 144500]
    assert claim.time.text is None
