"""A process that has loaded the program and forks a child for each command line that it is handed, one JSON object a line.

A child is a process like any other, with its own files, folder, environment and signals; it only does not load everything anew. Nor do the
processes apart that a command line starts: they are forked from it. What a fork shares with its parent is the seed of its hashes and the
encoding of its file names: where a test is about those, the program is started anew.
"""

import contextlib
import importlib
import json
import locale
import os
import pkgutil
import resource
import signal
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # the tests

from ingest.archives import page, pdf, warc
from ingest.mutants import SEEDS
from marsad import cli, picture, publish, reconcile, store
from marsad.cli import reading_child, run
from marsad.flow import read_one
from marsad.ingest import opener
from marsad.ingest.child import Child, serve
from marsad.ingest.draft import Draft
from marsad.ingest.finish import finish
from marsad.ingest.open import read_stream

LONGEST = 120  # seconds after which a command line that hangs is ended by its signal
SERVES: dict[str, Callable[[], None]] = {
    "marsad.ingest.opener": lambda: serve(opener.answers),
    "marsad.cli.reading_child": lambda: serve(reading_child.answers, reading_child.load),
}


class Forked:
    """A process apart, with as much of `subprocess.Popen` as `Child` asks of it."""

    def __init__(self, module: str, memory: int) -> None:
        asks, answers = os.pipe(), os.pipe()
        self.returncode: int | None = None
        self.pid = os.fork()
        if self.pid == 0:
            try:
                self._serve(module, memory, asks[0], answers[1])
            finally:
                os._exit(1)
        os.close(asks[0])
        os.close(answers[1])
        self.stdin, self.stdout = os.fdopen(asks[1], "wb", 0), os.fdopen(answers[0], "rb", 0)

    def _serve(self, module: str, memory: int, asked: int, answers: int) -> None:
        """Answers until the pipe is closed, and ends this process."""
        os.setsid()
        for number, handle in enumerate((asked, answers, os.open(os.devnull, os.O_WRONLY))):
            os.dup2(handle, number)
        os.closerange(3, resource.getrlimit(resource.RLIMIT_NOFILE)[0])
        sys.stdin = os.fdopen(0, closefd=False)
        sys.argv = [module, str(memory + addresses())]
        SERVES[module]()
        os._exit(0)

    def poll(self) -> int | None:
        return self._waited(os.WNOHANG)

    def wait(self) -> int | None:
        return self._waited(0)

    def _waited(self, flags: int) -> int | None:
        if self.returncode is None:
            pid, status = os.waitpid(self.pid, flags)
            self.returncode = os.waitstatus_to_exitcode(status) if pid else None
        return self.returncode

    def kill(self) -> None:
        if self.poll() is None:
            os.kill(self.pid, signal.SIGKILL)

    def communicate(self) -> None:
        self.stdin.close()
        self.stdout.close()
        self.wait()


def addresses() -> int:
    """The bytes of addresses that this process has already: a process started anew would not have them."""
    return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()


def started(child: Child) -> Forked:
    """The process of a `Child`, forked from this one where it is not there."""
    if child.process is None or child.process.poll() is not None:
        child.process = Forked(child.module, child.memory)
    return child.process


def child(asked: dict[str, Any]) -> None:
    """Runs one command line between the files that it names, and ends this process with its exit code."""
    for number, (name, flags) in enumerate((("stdin", os.O_RDONLY), ("stdout", os.O_WRONLY), ("stderr", os.O_WRONLY))):
        os.dup2(os.open(asked[name], flags), number)
    os.chdir(asked["cwd"])
    os.environ.clear()
    os.environ.update(asked["environment"])
    time.tzset()
    with contextlib.suppress(locale.Error):  # as at a start: a language that the system has not is passed over
        locale.setlocale(locale.LC_CTYPE, "")
    signal.alarm(LONGEST)
    code = 70
    try:
        exec(asked["before"], {})
        code = run(asked["arguments"])
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def load() -> None:
    """Everything that a command line may need is in memory."""
    for room in (cli, picture, publish, reconcile, store):
        for module in pkgutil.iter_modules(room.__path__, f"{room.__name__}."):
            importlib.import_module(module.name)
    for made, name in ((page(0).encode(), "a.html"), (pdf("Five fled."), "a.pdf"), (warc(1), "a.warc.gz"), (SEEDS["rss"][0], "a.rss")):
        assert list(read_stream(BytesIO(made), "warm", name=name))
    read_one(finish(Draft(input="warm", text="Some 400 people fled Mosul on Monday, the United Nations said.")))


def main() -> None:
    load()
    Child.started = started
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            child(json.loads(line))
        _, status = os.waitpid(pid, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    main()
