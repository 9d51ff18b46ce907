import yaml

import quality
import scoring
from scoring import Measure

FLOORS = """\
slack: 0.05
measures:
  one:
    scorer: muc
    material: corpora/one.jsonl
    sha256: ""
    every: 2
    targets: {relevance.f1: 0.82}
  two:
    scorer: attribution
    material: corpora/two.jsonl
    sha256: "aa"
    floors: {cue.p: 0.5}
"""


def test_a_floor_is_set_where_there_was_none() -> None:
    text = quality.replaced(FLOORS, "one", "floors", {"relevance.f1": 0.7, "whole, number.f1": 0.3})
    measures = yaml.safe_load(text)["measures"]
    assert measures["one"]["floors"] == {"relevance.f1": 0.7, "whole, number.f1": 0.3}
    assert measures["two"] == yaml.safe_load(FLOORS)["measures"]["two"]


def test_a_floor_is_replaced_in_its_own_measure_only() -> None:
    measures = yaml.safe_load(quality.replaced(FLOORS, "two", "floors", {"cue.p": 0.6}))["measures"]
    assert measures["two"]["floors"] == {"cue.p": 0.6}
    assert "floors" not in measures["one"]


def test_nested_figures_get_one_name() -> None:
    assert scoring.flattened({"a, b": {"f1": 0.5, "note": None}, "n": 3}) == {"a, b.f1": 0.5, "n": 3.0}


def test_what_falls_short_is_said() -> None:
    measure = Measure(scorer="muc", material="x", floors={"a.f1": 0.8}, ceilings={"broken": 0})
    assert scoring.shortfalls(measure, {"a.f1": 0.8, "broken": 0}, slack=0.0) == []
    assert scoring.shortfalls(measure, {"a.f1": 0.76, "broken": 0}, slack=0.05) == []
    assert len(scoring.shortfalls(measure, {"a.f1": 0.7, "broken": 2}, slack=0.0)) == 2
    assert scoring.shortfalls(measure, {}, slack=0.0) == ["a.f1: 0.000, floor 0.8", "broken: None, ceiling 0"]


def test_the_ratchet_only_tightens(monkeypatch, tmp_path) -> None:
    kept = tmp_path / "floors.yml"
    kept.write_text(FLOORS.replace('sha256: ""', 'sha256: "00"'), encoding="utf-8")
    monkeypatch.setattr(scoring, "FLOORS", kept)
    monkeypatch.setattr(Measure, "fingerprint", lambda self: "f" * 64)
    quality.ratchet(scoring.load_floors(), {"one": {"relevance.f1": 0.745}, "two": {"cue.p": 0.3}})
    measures = scoring.load_floors().measures
    assert measures["one"].floors == {"relevance.f1": 0.73}
    assert measures["two"].floors == {"cue.p": 0.5}
