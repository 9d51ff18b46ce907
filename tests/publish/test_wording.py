import datetime
from dataclasses import replace

import msgspec
import pytest

from marsad.model.picture import Figure, Holding, Incident, Interval, Picture, PicturePlace
from marsad.picture import changes
from marsad.publish import words
from marsad.publish.html import choose
from marsad.publish.html.boxes import boxes
from marsad.publish.html.evidence import numbers
from marsad.publish.html.refs import Notes
from publish.crisis import small
from publish.made import edition_of_desk

DAY = datetime.date(2017, 10, 5)
TOWN = PicturePlace(name="Hawija", id="geonames:1", lat=35.3, lon=43.8)


def told(**things: object) -> list[str]:
    return [c.words for c in changes(Picture(as_of=DAY - datetime.timedelta(days=7)), Picture(as_of=DAY, **things))]  # type: ignore[arg-type]


def figure(**more: object) -> Figure:
    given = {"id": "figure-1", "kind": "control", "type": "gained", "place": TOWN, "unit": "place", "measure": None, "as_of": DAY}
    return msgspec.convert({**given, "sources": ("an officer",), **more}, Figure, strict=False, from_attributes=True)


def test_counted_places_are_told_in_the_words_of_the_report() -> None:
    made = figure(low=3, best=3, high=3, words="Three northern quarters")
    assert told(figures=(made,)) == ["new: three northern quarters taken in Hawija as of 5 Oct 2017, said by an officer"]


def test_counted_places_without_words_keep_their_unit() -> None:
    assert "new: 3 villages taken in Hawija" in told(figures=(figure(low=3, best=3, high=3, unit="village"),))[0]


def test_households_are_no_people() -> None:
    made = figure(kind="displacement", type="returned", unit="household", low=300, best=300, high=300)
    assert told(figures=(made,))[0].startswith("new: 300 households returned in Hawija")


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"holder": "Iraqi army"}, "Hawija: held by Iraqi army"),
        ({"holder": "Iraqi army", "state": "contested"}, "Hawija: contested; Iraqi army is said to hold it"),
        ({"holder": None, "state": "unknown"}, "Hawija: nobody says who holds it"),
        ({"holder": None, "state": "unknown", "former_holder": "Islamic State"}, "Hawija: lost by Islamic State; nobody says who holds it"),
    ],
)
def test_a_new_holding_is_told_as_a_sentence(more: dict[str, str | None], words: str) -> None:
    assert told(holdings=(Holding(id="holding-1", place=TOWN, **more),)) == [words]


def test_incidents_are_told_in_the_words_of_the_field() -> None:
    made = Incident(id="incident-1", types=("suicide_bomb", "ied"), place=TOWN, time=Interval(start=DAY, end=DAY))
    assert told(incidents=(made,)) == ["new: suicide bombing and bomb or mine, Hawija, 5 Oct 2017"]
    doubted = msgspec.structs.replace(made, types=("attack",), certainty="doubted", place=None)
    assert told(incidents=(doubted,)) == ["new: attack (doubted), 5 Oct 2017"]
    old = datetime.date(2016, 1, 1)
    late = msgspec.structs.replace(made, time=Interval(start=old, end=old))
    assert told(incidents=(late,))[0].startswith("first told now: ")


def test_what_is_only_possible_leads_no_highlight_and_says_so_in_its_box() -> None:
    told = edition_of_desk(small())
    lead = choose.leading(told, 1)[0]
    figures = tuple(msgspec.structs.replace(f, certainty="possible") if f.id == lead.id else f for f in told.picture.figures)
    hedged = replace(told, picture=msgspec.structs.replace(told.picture, figures=figures))
    assert lead.id not in [f.id for f in choose.leading(hedged, 3, sure=True)]
    box = next((b for b in boxes(hedged, Notes(hedged, numbers(hedged))) if b.id == lead.id), None)
    assert box is None or all(side.hedge.startswith("possibly") for side in box.sides)


def test_a_count_of_days_before_the_last_issue_is_first_told_now() -> None:
    late = figure(low=3, best=3, high=3, unit="village", as_of=DAY - datetime.timedelta(days=60))
    assert told(figures=(late,))[0].startswith("first told now: ")


def test_people_inside_a_place_are_not_in_inside_it() -> None:
    inside = figure(kind="population", type="remaining", unit="person", measure="stock", low=None, best=78000, high=78000)
    assert told(figures=(inside,)) == ["new: up to 78,000 still inside Hawija as of 5 Oct 2017, said by an officer"]


@pytest.mark.parametrize(("days", "said"), [(30, ""), (45, "45 days old"), (214, "7 months old"), (1100, "3 years old")])
def test_a_count_tells_how_old_it_is(days: int, said: str) -> None:
    assert words.age(DAY - datetime.timedelta(days=days), DAY) == said
