"""A larger syntax pipeline may be named; what is none is refused by name."""

from pathlib import Path

import pytest
import spacy

from marsad import flow
from marsad.errors import UsageError
from marsad.model.report import Report
from marsad.reading.syntax import OURS
from marsad.settings import SYNTAX, chosen_syntax

REPORT = Report(id="r", text="Rebels seized Kidal on Monday.", sha256="0" * 64)


def test_unset_means_the_shipped_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SYNTAX, raising=False)
    assert chosen_syntax() is None


def test_a_named_pipeline_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = flow.read_one(REPORT).claims
    monkeypatch.setenv(SYNTAX, str(OURS / "pipeline"))
    assert chosen_syntax() == (OURS / "pipeline").resolve()
    assert flow.read_one(REPORT).claims == shipped != ()


def test_what_is_no_pipeline_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(SYNTAX, str(tmp_path))
    with pytest.raises(UsageError, match=rf"{SYNTAX}: .*config\.cfg"):
        flow.read_one(REPORT)


def test_a_pipeline_with_other_labels_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "other")
    monkeypatch.setenv(SYNTAX, str(tmp_path / "other"))
    with pytest.raises(UsageError, match="Universal Dependencies"):
        flow.read_one(REPORT)
