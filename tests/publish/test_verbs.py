"""The verbs that publish, from files to files."""

import json
from pathlib import Path

import pytest

from marsad.cli import run

REPORT = """HAWIJA, Iraq, 4 October 2017 -

About 2,500 people have fled Hawija since Monday, the Red Crescent said. Iraqi forces captured the village of Abbasi on Tuesday.
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "one.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_a_page_is_written_and_not_overwritten_without_force(report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.html"
    assert run(["situation", str(report), "-o", str(page)]) == 0
    first = page.read_bytes()
    assert b"Hawija" in first
    assert run(["situation", str(report), "-o", str(page)]) == 2
    assert run(["situation", str(report), "-o", str(page), "--force"]) == 0
    assert page.read_bytes() == first
    assert "wrote" in capsys.readouterr().err


def test_what_could_not_be_read_gives_code_3_and_stands_on_the_page(report: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    page = tmp_path / "page.html"
    assert run(["situation", str(report), str(empty), "-o", str(page)]) == 3
    assert "empty.txt" in page.read_text(encoding="utf-8")


def test_the_day_of_making_is_printed_only_when_given(report: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one.html", tmp_path / "two.html"
    run(["situation", str(report), "-o", str(one), "-q"])
    run(["situation", str(report), "-o", str(two), "-q", "--built", "2017-10-05", "--title", "Hawija", "--issue", "7"])
    assert "Built" not in one.read_text()
    assert "5 October 2017" in two.read_text()
    assert "No. 7" in two.read_text()


def test_a_date_that_is_none_is_refused(report: Path, tmp_path: Path) -> None:
    assert run(["situation", str(report), "-o", str(tmp_path / "x.html"), "--as-of", "yesterday"]) == 2


@pytest.mark.parametrize("format_", ["geojson", "csv", "acled", "parquet", "jsonl", "feed"])
def test_each_format_is_exported(report: Path, tmp_path: Path, format_: str) -> None:
    folder = tmp_path / "out"
    assert run(["export", str(report), "--format", format_, "-o", str(folder), "-q"]) == 0
    about = json.loads((folder / "metadata.json").read_text())
    assert about["format"] == format_
    assert about["sensitivity"] == "public"


def test_exporting_needs_a_folder(report: Path, tmp_path: Path) -> None:
    assert run(["export", str(report), "--format", "csv", "-o", str(report)]) == 2
