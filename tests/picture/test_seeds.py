"""The four seed reports in one picture, from their hand-written claims: what an information officer would read off it."""

import pytest

from marsad.model.picture import Figure, Holding, Picture
from marsad.picture import picture_at
from marsad.reconcile import infer_dates, reconcile
from seeds import seeds

pytestmark = pytest.mark.gold


@pytest.fixture(scope="module")
def picture() -> Picture:
    reports, claims = seeds()
    return picture_at(None, reports, reconcile(reports, claims), claims)


def figure(picture: Picture, kind: str, best: float) -> Figure:
    return next(f for f in picture.figures if f.type == kind and f.best == best)


def holding(picture: Picture, name: str, part: str | None = None, **wanted: object) -> Holding:
    fitting = [h for h in picture.holdings if h.place.name == name and h.place.part == part]
    return next(h for h in fitting if all(getattr(h, key) == value for key, value in wanted.items()))


def test_west_mosul_is_one_series_with_iom_as_its_one_root(picture):
    one = figure(picture, "displaced", 28400)
    assert one.sources == ("IOM",)
    assert (one.low, one.high) == (28000, 28400)
    assert one.place is not None
    assert (one.place.name, one.place.part) == ("Mosul", "west")


def test_two_rates_of_two_sources(picture):
    four, ten = figure(picture, "displaced", 4000), figure(picture, "displaced", 10000)
    assert (four.measure, ten.measure) == ("rate", "rate")
    assert four.sources != ten.sources
    assert "superseded" not in (four.status, ten.status)


def test_the_rate_and_the_total_are_consistent(picture):
    assert any(check.verdict == "consistent" and "about 24,000 by 3 Mar" in check.words for check in picture.checks)


def test_people_still_inside_west_mosul(picture):
    assert figure(picture, "remaining", 750000).certainty == "estimated"


def test_hawija_and_its_gap(picture):
    assert figure(picture, "displaced", 12500)
    assert figure(picture, "remaining", 78000).marks == ("ceiling",)
    assert figure(picture, "site_capacity", 70000)
    capacity = next(one for one in picture.outlook if one.kind == "capacity")
    assert capacity.high == 8000


def test_who_holds_what(picture):
    assert holding(picture, "Mosul", "west", holder="Islamic State", share=50)
    assert holding(picture, "Mosul", "east", state="unknown", former_holder=None)
    assert holding(picture, "Tal Afar", holder="Islamic State")
    assert holding(picture, "Hit", holder="Islamic State", state="contested")
    assert holding(picture, "Ramadi", to=None).holder != "Islamic State"
    assert holding(picture, "Hawija", holder="Islamic State", state="contested")
    assert holding(picture, "Riyadh", state="unknown").entered_by
    assert holding(picture, "Raqqa", holder="Syrian Democratic Forces", share=90)
    assert holding(picture, "Deir ez-Zor", holder="Islamic State")
    assert holding(picture, "Hama", holder="regime forces", former_holder="Islamic State")
    assert holding(picture, "Salah al-Din", holder=None, former_holder="Islamic State")


def test_the_air_strike_at_the_euphrates(picture):
    (strike,) = [one for one in picture.incidents if one.parties == ("Russia",)]
    assert strike.killed is not None
    assert (strike.killed.low, strike.killed.high) == (20, None)
    assert strike.killed.by.civilian is not None
    assert strike.sources == ("Syrian Observatory for Human Rights",)
    assert (strike.grade, strike.strike_status) == ("weak", "single source claim")


def test_the_claim_of_las_vegas_is_doubted(picture):
    (one,) = [one for one in picture.incidents if one.place and one.place.name == "Las Vegas"]
    assert one.certainty == "doubted"


def test_the_undated_report_is_dated_to_march_2016_with_reasons():
    report = next(one for one in infer_dates(*seeds()) if one.id == "003")
    assert (str(report.published_earliest), str(report.published_latest)) == ("2016-03-01", "2016-03-31")
    assert len(report.published_reasons) >= 3
