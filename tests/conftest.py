"""How the tests are shared out among worker processes: `sharing` says what belongs together."""

from typing import Any

import pytest

from sharing import group


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is marked as slow comes first, so that no worker begins it when the others are about to end."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Of `--dist loadgroup`: first the groups, the largest before the others, then every test by itself."""
    if config.getvalue("dist") != "loadgroup":
        return None
    from xdist.scheduler import LoadGroupScheduling

    class Scheduling(LoadGroupScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return group(nodeid)

    return Scheduling(config, log)
