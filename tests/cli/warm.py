"""A process that has loaded the program and forks a child for each command line that it is handed, one JSON object a line.

A child is a process like any other, with its own files, folder and signals; it only does not load everything anew.
"""

import json
import os
import signal
import sys
from typing import Any

from marsad.cli import run
from marsad.flow import read_one
from marsad.ingest.draft import Draft
from marsad.ingest.finish import finish

LONGEST = 120  # seconds after which a command line that hangs is ended by its signal


def child(asked: dict[str, Any]) -> None:
    """Runs one command line between the files that it names, and ends this process with its exit code."""
    for number, (name, flags) in enumerate((("stdin", os.O_RDONLY), ("stdout", os.O_WRONLY), ("stderr", os.O_WRONLY))):
        os.dup2(os.open(asked[name], flags), number)
    os.chdir(asked["cwd"])
    os.environ.clear()
    os.environ.update(asked["environment"])
    signal.alarm(LONGEST)
    code = 70
    try:
        code = run(asked["arguments"])
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def main() -> None:
    read_one(finish(Draft(input="warm", text="Some 400 people fled Mosul on Monday, the United Nations said.")))
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            child(json.loads(line))
        _, status = os.waitpid(pid, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    main()
