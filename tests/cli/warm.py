"""A process that has loaded the program and forks a child for each command line that it is handed, one JSON object a line.

A child is a process like any other, with its own files, folder and signals; it only does not load everything anew.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

from marsad.cli import run
from marsad.flow import read_one
from marsad.ingest.draft import Draft
from marsad.ingest.finish import finish


def child(asked: dict[str, Any]) -> None:
    """Runs one command line between the files that it names, and ends this process with its exit code."""
    for number, (name, flags) in enumerate((("stdin", os.O_RDONLY), ("stdout", os.O_WRONLY), ("stderr", os.O_WRONLY))):
        os.dup2(os.open(asked[name], flags), number)
    os.chdir(asked["cwd"])
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
    os.environ["NO_COLOR"] = "1"
    read_one(finish(Draft(input="warm", text="Some 400 people fled Mosul on Monday, the United Nations said.")))
    home = Path.cwd()
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            child(json.loads(line))
        _, status = os.waitpid(pid, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)
        os.chdir(home)


if __name__ == "__main__":
    main()
