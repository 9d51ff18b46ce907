"""Counts that share a verb said once, each with the place that stands beside it."""

import datetime

import pytest

from marsad.flow import read_one
from marsad.model.report import Report


def counted(text: str) -> dict[float, set[str]]:
    """The places of each count that a sentence claims, without its events."""
    claims = read_one(Report(id="own", text=text, sha256="0" * 64)).claims
    return {
        c.quantity.best or c.quantity.low or 0: {p.text for p in c.places} for c in claims if c.quantity is not None and c.kind != "event"
    }


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("At least 12 people were killed in Zintan and nine in Nalut.", {12: {"Zintan"}, 9: {"Nalut"}}),
        ("About 4,000 people are sheltering in Zintan and 9,000 in Nalut.", {4000: {"Zintan"}, 9000: {"Nalut"}}),
        (
            "Some 2,000 people were displaced in Zintan, 3,000 in Nalut and another 500 in the town of Jadu.",
            {2000: {"Zintan"}, 3000: {"Nalut"}, 500: {"Jadu"}},
        ),
        ("Some 30,000 people fled to Chad and 12,000 to Cameroon.", {30000: {"Chad"}, 12000: {"Cameroon"}}),
        ("Gunmen killed 14 farmers in Damboa and six soldiers in Maiduguri.", {14: {"Damboa"}, 6: {"Maiduguri"}}),
        ("Some 40,000 people fled Kunduz, including 12,000 to Kabul.", {40000: {"Kunduz"}, 12000: {"Kunduz", "Kabul"}}),
    ],
)
def test_each_count_has_the_place_beside_it(text, places):
    assert counted(text) == places


def test_a_count_with_its_own_verb_is_not_counted_with_the_verb_before():
    claims = read_one(Report(id="own", text="Twelve people were killed in Zintan and nine in Nalut were wounded.", sha256="0" * 64)).claims
    assert {(c.type, c.quantity.best) for c in claims if c.quantity is not None} == {("killed", 12), ("injured", 9)}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Some 2,000 people fled to Chad on 2 May and another 900 on 3 May.", {2000: 2, 900: 3}),
        ("Three soldiers died in Zintan on 4 May and four a day later.", {3: 4, 4: 5}),
        ("Nine people were killed in Zintan on 4 May and 12 in Nalut on 6 May.", {9: 4, 12: 6}),
    ],
)
def test_each_count_has_the_day_beside_it(text, days):
    claims = read_one(Report(id="own", text=text, sha256="0" * 64, published=datetime.date(2019, 5, 20))).claims
    assert {c.quantity.best: c.time.start.day for c in claims if c.quantity is not None and c.time.start is not None} == days
