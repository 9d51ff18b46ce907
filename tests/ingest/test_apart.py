import os
from pathlib import Path

import pytest

from ingest.archives import page, pdf, warc
from ingest.reading import read, split
from marsad.ingest import _from_files, read_inputs
from marsad.ingest.apart import Apart
from marsad.ingest.child import Child
from marsad.ingest.draft import Draft
from marsad.model.report import SetAside


def test_every_dangerous_format_comes_through_the_child(tmp_path):
    reports, aside = read(tmp_path, a_html=page(0), b_pdf=pdf("Five fled."), c_warc_gz=warc(2), d_txt="Six fled.")
    assert (len(reports), aside) == (5, [])


def test_a_pipe_goes_through_the_child(tmp_path):
    import io

    from marsad.ingest import read_inputs

    reports, aside = split(read_inputs(["-"], stdin=io.BytesIO(page(0).encode())))
    assert (len(reports), aside) == (1, [])


@pytest.fixture
def poisoned(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(Path(__file__).parent.parent), os.environ.get("PYTHONPATH", "")]))
    return Apart(child=Child("ingest.poison", seconds=2, patience=60))


@pytest.mark.parametrize(
    ("poison", "reason"),
    [
        ("segv", "signal 11 (SIGSEGV)"),
        ("hang", "no answer for 12 seconds"),
        ("spin", "more than 2 seconds of processor"),
        ("memory", "ended with code 1"),
        ("network", "ended with code 1"),
        ("half", "ended with code 3"),
    ],
)
def test_a_poisoned_document_costs_only_itself(tmp_path, poisoned, poison, reason):
    for number in range(6):
        (tmp_path / f"{number}.html").write_text(page(number))
    (tmp_path / f"3{poison}.html").write_text(page(9))
    if poison == "hang":
        poisoned.child.patience = 6
    with poisoned:
        records = list(_from_files([str(tmp_path)], poisoned))
    assert sum(isinstance(one, Draft) for one in records) == (7 if poison == "half" else 6)
    aside = [one for one in records if isinstance(one, SetAside)]
    assert len(aside) == 1
    assert reason in aside[0].reason
    assert aside[0].input.endswith(f"3{poison}.html")


@pytest.mark.soak
@pytest.mark.parametrize("poison", ["segv", "hang", "memory"])
def test_one_poisoned_document_in_a_thousand_costs_only_itself(tmp_path, poisoned, poison):
    for number in range(999):
        (tmp_path / f"{number:03}.html").write_text(page(number))
    (tmp_path / f"500{poison}.html").write_text(page(9))
    poisoned.child.patience = 6
    with poisoned:
        records = list(_from_files([str(tmp_path)], poisoned))
    assert (sum(isinstance(one, Draft) for one in records), sum(isinstance(one, SetAside) for one in records)) == (999, 1)


def test_no_code_is_taken_from_the_working_folder(tmp_path, monkeypatch):
    for name in ("html", "json", "zipfile", "lxml", "trafilatura", "marsad"):
        (tmp_path / f"{name}.py").write_text("import pathlib\npathlib.Path(__file__).with_suffix('.ran').touch()\n")
    (tmp_path / "a.html").write_text(page(0))
    monkeypatch.chdir(tmp_path)
    reports, aside = split(read_inputs(["a.html"]))
    assert (len(reports), aside) == (1, [])
    assert not list(tmp_path.glob("*.ran"))


def test_stopping_in_the_middle_leaves_a_child_that_can_be_asked_again(tmp_path):
    (tmp_path / "a.warc.gz").write_bytes(warc(5))
    with Apart() as apart:
        records = apart.read_file(tmp_path / "a.warc.gz", "a")
        assert isinstance(next(records), Draft)
        records.close()
        assert len(list(apart.read_file(tmp_path / "a.warc.gz", "a"))) == 5
