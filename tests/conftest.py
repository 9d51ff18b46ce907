"""How the tests are shared out among worker processes: what is long begins first, and what builds on one costly thing stays together."""

from collections.abc import Sequence
from typing import Any

import pytest

# Each of these makes something that takes seconds, for all its tests: they run on one worker. Marks of xdist (`xdist_group`) do not reach
# the scheduler under pytest 9.2, and nothing says so: so that it is told here.
TOGETHER = (
    "tests/browser/",
    "tests/cli/test_determinism.py",
    "tests/gold/",
    "tests/golden/",
    "tests/picture/test_seeds_read.py",
    "tests/publish/test_example_page.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is marked as slow comes first, so that no worker begins it when the others are about to end."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Of `--dist loadgroup`: the tests of TOGETHER in groups, the largest first, then every test by itself."""
    if config.getvalue("dist") != "loadgroup":
        return None
    from xdist.scheduler import LoadGroupScheduling

    class Scheduling(LoadGroupScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return group(nodeid, TOGETHER)

    return Scheduling(config, log)


def group(test: str, together: Sequence[str]) -> str:
    """The group of a test: itself where it stands alone."""
    return next((start for start in together if test.startswith(start)), test)
