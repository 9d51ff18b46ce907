from pathlib import Path

import pytest

from sharing import TOGETHER, group

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("start", TOGETHER)
def test_what_belongs_together_is_there(start: str) -> None:
    assert (ROOT / start).exists()


def test_tests_of_one_costly_thing_are_one_group() -> None:
    assert group("tests/golden/test_example.py::test_a[x]") == group("tests/golden/test_example.py::test_b") == "tests/golden/"
    assert group("tests/store/test_store.py::test_a[tests/golden/]") == "tests/store/test_store.py::test_a[tests/golden/]"
