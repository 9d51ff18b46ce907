import json

import pytest

from cli.running import marsad

REPORTS = [
    {
        "id": "early",
        "published": "2017-03-03",
        "publisher": "Example Wire",
        "text": "The International Organization for Migration said that 28,400 people had fled west Mosul. Islamic State holds Tal Afar.",
    },
    {
        "id": "late",
        "published": "2017-03-08",
        "publisher": "Example Wire",
        "text": "The International Organization for Migration said that 45,000 people had fled west Mosul. "
        "Iraqi forces captured Tal Afar from Islamic State on Tuesday.",
    },
]


@pytest.fixture
def crisis(tmp_path):
    path = tmp_path / "reports.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in REPORTS), encoding="utf-8")
    return path


def text(*arguments) -> str:
    done = marsad(*arguments)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def test_diff_shows_what_changed(crisis):
    said = text("diff", "2017-03-03", "2017-03-08", crisis)
    assert "up from 28,400 to 45,000 displaced from west Mosul" in said
    assert "changed hands  holding   Tal Afar: from Islamic State to Iraqi security forces" in said


def test_diff_wants_the_earlier_day_first(crisis):
    done = marsad("diff", "2017-03-08", "2017-03-03", crisis)
    assert done.returncode == 2
    assert b"name the earlier day first" in done.stderr


def test_explain_walks_from_a_figure_to_its_sentence(crisis, tmp_path):
    text("read", crisis, "-o", tmp_path / "out")
    figures = [json.loads(line) for line in (tmp_path / "out" / "figures.jsonl").read_text("utf-8").splitlines()]
    newest = next(figure for figure in figures if figure["best"] == 45000)
    said = text("explain", newest["id"], crisis)
    assert "roots: IOM" in said
    assert "[[45,000 people had fled west Mosul" in said
    claim = text("explain", newest["claims"][0], crisis)
    assert f"used in {newest['id']}" in claim


def test_explain_says_when_nothing_has_the_id(crisis):
    done = marsad("explain", "figure-nothing", crisis)
    assert done.returncode == 1
    assert b"nothing has the id figure-nothing" in done.stderr


def test_outlook_score_needs_a_day(crisis):
    done = marsad("outlook", crisis, "--score")
    assert done.returncode == 2
    assert b"--as-of" in done.stderr
