"""Reading on several processes: the same result in whatever order they finish, and a worker that dies costs one report."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from marsad.cli.taking_in import Read
from marsad.model.report import Report


def flow() -> Any:
    """The flow; while parts of it are not there, one that reads nothing."""
    try:
        from marsad import flow as whole
    except ImportError:
        from marsad.cli import only_reports as whole  # type: ignore[no-redef]
    return whole


@contextmanager
def reader(jobs: int) -> Iterator[Read]:
    """A function that reads batches of reports, here or on `jobs` worker processes."""

    def here(reports: list[Report]) -> Iterable[Any]:
        found: Iterable[Any] = flow().read_reports(reports)
        return found

    yield here
