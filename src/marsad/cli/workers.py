"""Reading on several processes: the same result in whatever order they finish, and a worker that dies costs one report."""

import queue
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from itertools import islice
from typing import Any

import msgspec

from marsad.ingest.child import Child, Died
from marsad.model.report import Report, SetAside

CHUNK = 32  # reports in one request: enough for the syntax pipeline's batches
AHEAD = 3  # requests that wait for each worker
SECONDS = 60.0  # of processor, to start and to read a chunk of little text
SECONDS_A_MEGABYTE = 150.0  # four times what text full of claims takes
MEMORY = 2_000_000_000  # bytes of addresses: the syntax pipeline maps more than it uses


@contextmanager
def reader(jobs: int) -> Iterator[Callable[[Iterable[Report]], Iterable[Any]]]:
    """A function that reads reports, here or on `jobs` worker processes; a report that ends its reader is set aside."""
    if jobs == 1:
        from marsad.flow import read_reports  # loads the readers

        yield read_reports
        return
    with ExitStack() as stack:
        children = [stack.enter_context(Child("marsad.cli.reading_child", seconds=SECONDS, memory=MEMORY)) for _ in range(jobs)]
        workers = Workers(children)
        for child in children:
            child.started()  # they load the readers while the first reports are looked for
        yield workers.read


class Workers:
    """Processes that read reports."""

    def __init__(self, children: Sequence[Child]) -> None:
        self.free: queue.SimpleQueue[Child] = queue.SimpleQueue()
        for child in children:
            self.free.put(child)
        self.threads = ThreadPoolExecutor(len(children))
        self.number = len(children)

    def read(self, reports: Iterable[Report]) -> Iterator[Any]:
        """Readings in the order of the reports; those that could not be read come as set aside."""
        stream = iter(reports)
        waiting: queue.SimpleQueue[Any] = queue.SimpleQueue()
        size = 0
        while True:
            while size < AHEAD * self.number and (chunk := list(islice(stream, CHUNK))):
                waiting.put(self.threads.submit(self._read_chunk, chunk))
                size += 1
            if not size:
                return
            yield from waiting.get().result()
            size -= 1

    def _read_chunk(self, reports: list[Report]) -> list[Any]:
        child = self.free.get()
        try:
            return self._ask(child, reports)
        finally:
            self.free.put(child)

    def _ask(self, child: Child, reports: list[Report]) -> list[Any]:
        """All readings; where the process dies, halves are tried until the one report is found that it dies of."""
        from marsad.cli.reading_child import Read

        try:
            seconds = SECONDS + SECONDS_A_MEGABYTE * sum(len(report.text) for report in reports) / 1e6
            (answer,) = child.ask(msgspec.msgpack.encode(reports), seconds)
            return msgspec.msgpack.decode(answer, type=list[Read])
        except (Died, ValueError) as fault:
            if len(reports) == 1:
                report = reports[0]
                return [SetAside(report.path or report.url or report.id, report.id, f"its reader was stopped: {fault}")]
        middle = len(reports) // 2
        return self._ask(child, reports[:middle]) + self._ask(child, reports[middle:])
