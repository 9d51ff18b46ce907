"""The four seed reports read by the program itself, in one picture."""

import re

import pytest

from marsad.model.picture import Figure, Holding, Picture
from seeds import SEEDS

pytestmark = pytest.mark.gold


@pytest.fixture(scope="module")
def picture() -> Picture:
    if not SEEDS.is_dir():
        pytest.skip("../shared/gold/seeds is absent")
    from marsad.cli.pictured import draw

    return draw([str(path) for path in sorted(SEEDS.glob("*.txt"))]).picture


def figure(picture: Picture, kind: str, best: float) -> Figure:
    return next(f for f in picture.figures if f.type == kind and f.best == best)


def holdings(picture: Picture, name: str, part: str | None = None) -> list[Holding]:
    return [h for h in picture.holdings if h.place.name == name and h.place.part == part]


def test_west_mosul_is_one_series_with_iom_as_its_one_root(picture):
    one = figure(picture, "displaced", 28400)
    assert (one.low, one.high) == (28000, 28400)
    assert one.sources == ("IOM",)
    assert one.place is not None
    assert (one.place.name, one.place.part) == ("Mosul", "west")
    assert len(one.claims) == 2


def test_two_rates_of_two_sources(picture):
    four, ten = figure(picture, "displaced", 4000), figure(picture, "displaced", 10000)
    assert (four.measure, ten.measure) == ("rate", "rate")
    assert not set(four.sources) & set(ten.sources)
    assert "superseded" not in (four.status, ten.status)
    assert any(check.verdict == "consistent" and "about 24,000 by 3 Mar" in check.words for check in picture.checks)


def test_people_inside_and_room_for_them(picture):
    assert figure(picture, "remaining", 750000)
    assert figure(picture, "displaced", 12500)
    assert figure(picture, "site_capacity", 70000)


def test_the_gap_between_people_inside_and_room_for_them(picture):
    assert figure(picture, "remaining", 78000).marks == ("ceiling",)
    gap = next(one for one in picture.outlook if one.kind == "capacity")
    assert gap.high == 8000
    assert gap.arithmetic


def test_who_holds_what(picture):
    assert any(h.holder == "Islamic State" and h.share == 50 for h in holdings(picture, "Mosul", "west"))
    assert holdings(picture, "Mosul", "east")
    for name in ("Tal Afar", "Hit", "Kubaysa", "Hawija", "Deir ez-Zor"):
        assert any(h.holder == "Islamic State" for h in holdings(picture, name)), name
    assert any(h.holder == "Syrian Democratic Forces" and h.share == 90 for h in holdings(picture, "Raqqa"))
    assert any(h.entered_by for h in holdings(picture, "Riyadh"))
    assert any(h.former_holder == "Islamic State" for h in holdings(picture, "Salah ad-Din"))
    assert [h.holder for h in holdings(picture, "Ramadi") if h.to is None] == [None]  # declared free, nobody says by whom
    assert all(h.to for h in holdings(picture, "Ramadi") if h.holder == "Islamic State")
    assert holdings(picture, "Hama")


def test_the_air_strike_at_the_euphrates(picture):
    (strike,) = [one for one in picture.incidents if one.parties == ("Russia",)]
    assert strike.killed is not None
    assert (strike.killed.low, strike.killed.high) == (20, None)
    assert strike.killed.by.civilian is not None
    assert strike.sources == ("Syrian Observatory for Human Rights",)
    assert (strike.grade, strike.strike_status) == ("weak", "single source claim")


def test_no_attack_is_put_where_a_spokesman_has_his_seat(picture):
    assert not [one for one in picture.incidents if one.place and one.place.name == "Baghdad"]


def test_executions_by_others_are_no_part_of_a_raid(picture):
    assert not [one for one in picture.incidents if {"attack", "execution"} <= set(one.types)]


def test_the_claim_of_las_vegas_is_doubted(picture):
    (one,) = [one for one in picture.incidents if one.place and one.place.name == "Las Vegas"]
    assert one.certainty == "doubted"


def test_the_whole_of_a_town_stands_at_its_own_point(picture):
    whole = next(h.place for h in picture.holdings if h.place.name == "Mosul" and h.place.part is None)
    assert whole.lon == pytest.approx(43.12, abs=0.02)


def test_the_undated_report_is_dated_to_march_2016(picture):
    gap = next(gap for gap in picture.gaps if gap.kind == "no date")
    assert "written between 1 Mar 2016 and 31 Mar 2016" in gap.words


def test_the_undated_report_says_why(picture):
    from marsad.cli.pictured import draw

    drawn = draw([str(path) for path in sorted(SEEDS.glob("*.txt"))])
    (undated,) = [one for one in drawn.reports if one.published_method == "inferred"]
    assert (str(undated.published_earliest), str(undated.published_latest)) == ("2016-03-01", "2016-03-31")
    assert len(undated.published_reasons) >= 3


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    if not SEEDS.is_dir():
        pytest.skip("../shared/gold/seeds is absent")
    from marsad.cli import run

    path = tmp_path_factory.mktemp("seeds") / "situation.html"
    run(["situation", *map(str, sorted(SEEDS.glob("*.txt"))), "-o", str(path), "-q"])
    return path.read_text(encoding="utf-8")


def test_the_page_says_it_in_the_fields_words(page):
    said = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page))
    assert "According to UN OCHA, citing IOM, 28,400 people had been displaced from west Mosul since the new offensive began" in said
    assert "If all of up to 78,000 people left Hawija, up to 8,000 would find no place in sites for 70,000" in said
    assert "about 24,000 by 3 Mar" in said
    assert "Islamic State had taken Hawija" not in said  # it lost two neighbourhoods of it
    assert "Las Vegas" in said
    assert "by inference" in said
