"""The bundled example crisis on its page: what an information officer must be able to see."""

import re
from pathlib import Path

import pytest

from marsad.cli import run

EXAMPLE = Path(__file__).parents[2] / "examples" / "mosul-2016-2017" / "reports"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("example") / "situation.html"
    run(["situation", str(EXAMPLE), "-o", str(path), "-q"])
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "words",
    ["<h1>Iraq</h1>", "28,400", "12,500", "78,000", "not located", "Copies", "What nobody knows", "Tell Mirmal", "to protect the site"],
)
def test_the_page_shows(page: str, words: str) -> None:
    assert words in page


def test_the_correction_is_seen(page: str) -> None:
    assert "82,400" in page
    assert "28,400" in page


def test_the_fields_contradictions_stand_in_their_section(page: str) -> None:
    doubts = _section(page, "doubts")
    assert "82,400 displaced from west Mosul, said by United Nations, was withdrawn by a correction: 28,400" in doubts
    assert "west Hawija is said to be in other hands" in doubts


def test_the_copy_is_counted_once_and_named(page: str) -> None:
    assert "(1 a copy)" in page
    assert "repeats Tigris Wire, 23 Nov 2016" in page


def test_a_strike_that_two_reports_tell_is_one_incident_with_both_tolls(page: str) -> None:
    row = next(r for r in re.findall(r"<tr.*?</tr>", _section(page, "casualties", tags=True)) if "confirmed" in r)
    said = re.sub(r"<[^>]+>", " ", row)
    assert "61 to 240" in said
    assert "al-Jadida" in said


def test_an_unlisted_place_is_listed_beside_the_map(page: str) -> None:
    assert re.search(r"Not located:.{0,400}Zuhur", _section(page, "map"))


def test_parts_are_no_figures_of_their_own(page: str) -> None:
    assert re.search(r"2 people.{0,80}part of the 7", _section(page, "response"))


def _section(page: str, name: str, *, tags: bool = False) -> str:
    found = re.search(rf'<section id="{name}".*?</section>', page, re.S)
    assert found is not None
    return found[0] if tags else re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", found[0]))


def test_an_undated_report_says_so(page: str) -> None:
    assert "by inference" in page
