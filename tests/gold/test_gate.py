"""The gate: quality on ../shared does not fall below tests/gold/floors.yml. In full and with all figures: make quality."""

from functools import cache
from pathlib import Path

import pytest

import scoring
from cli.running import marsad

FLOORS = scoring.load_floors()
MEASURES = list(FLOORS.measures)

pytestmark = [
    pytest.mark.gold,
    pytest.mark.skipif(
        not (scoring.SHARED / "score" / "score.py").exists(),
        reason=f"NO EVALUATION MATERIAL: {scoring.SHARED} is absent, so the floors of quality are not checked",
    ),
]


@cache
def read_once(folder: Path, name: str) -> Path:
    measure = FLOORS.measures[name]
    return scoring.read_measure(measure, folder, full=False)


@pytest.fixture(autouse=True)
def _forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scoring, "marsad", marsad)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("gold")


def first_on(material: str) -> str:
    return next(name for name, measure in FLOORS.measures.items() if measure.material == material)


@pytest.mark.parametrize("name", MEASURES)
def test_quality_stays_above_its_floors(name: str, folder: Path) -> None:
    measure = FLOORS.measures[name]
    if not (measure.floors or measure.ceilings):
        pytest.skip(f"{name}: no floor yet, only targets")
    out = folder / Path(measure.material).stem
    corpus = read_once(out, first_on(measure.material))
    figures = scoring.score_measure(measure, out, corpus)
    slack = FLOORS.slack if measure.every > 1 else 0.0
    assert not scoring.shortfalls(measure, figures, slack=slack)


@pytest.mark.parametrize("name", MEASURES)
def test_material_is_what_the_floors_were_measured_on(name: str) -> None:
    now = FLOORS.measures[name].fingerprint()[:16]
    assert FLOORS.measures[name].sha256 == now, f"{name}: other material; measure again and set sha256 to {now}"
