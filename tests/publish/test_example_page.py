"""The bundled example crisis on its page: what an information officer must be able to see."""

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


def test_an_undated_report_says_so(page: str) -> None:
    assert "by inference" in page
