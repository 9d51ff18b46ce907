"""The example crisis gives what it gave: golden outputs, renewed only by `make bless`, the same whatever the surroundings."""

import difflib
from pathlib import Path

import pytest

import bless

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not bless.GOLDEN.exists(), reason="NO GOLDEN OUTPUTS YET: `make bless` makes them once marsad read works from end to end"
    ),
]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("example")
    bless.read_example(out)
    return out


@pytest.mark.parametrize("name", bless.KEPT)
def test_output_is_the_golden_one(name: str, read: Path) -> None:
    golden, now = ((folder / name).read_text(encoding="utf-8").splitlines() for folder in (bless.GOLDEN, read))
    changes = [line[:400] for line in difflib.unified_diff(golden, now, "golden", "now", n=0, lineterm="")]
    assert not changes, "\n".join([f"{name} changed; if that is meant: make bless, and read the difference", *changes[:40]])


def test_surroundings_change_nothing(read: Path, tmp_path: Path) -> None:
    elsewhere = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Chatham", "LC_ALL": "C", "COLUMNS": "40"}
    files = sorted((bless.ROOT / bless.EXAMPLE).iterdir(), reverse=True)
    bless.read_example(tmp_path, inputs=tuple(str(bless.EXAMPLE / file.name) for file in files), environment=elsewhere)
    for name in (*bless.KEPT, "mentions.jsonl"):
        # a folder that is named stands in the path of its files, a file that is named has only its own name
        as_files = (read / name).read_bytes().replace(b'"path":"reports/', b'"path":"')
        assert (tmp_path / name).read_bytes() == as_files, f"{name} depends on the order of inputs, the time zone or the hash seed"
