"""Run the command line as a person does: in a process of its own."""

import atexit
import functools
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any


def marsad(
    *arguments: object, stdin: bytes = b"", cwd: Path | None = None, cold: bool = False, before: str = "", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """The finished process: forked from one that has loaded the program, having run what is to be run before.

    It is started anew where that is asked for, and where the environment says what a fork cannot change.
    """
    if cold or any(name.startswith("PYTHON") for name in environment):
        code = f"{before}\nfrom marsad.cli import main\nmain()"
        return subprocess.run(
            [sys.executable, *(["-c", code] if before else ["-m", "marsad"]), *map(str, arguments)],
            input=stdin,
            capture_output=True,
            cwd=cwd,
            env={**os.environ, "NO_COLOR": "1", **environment},
            timeout=120,
            check=False,
        )
    asked = {
        "arguments": [str(argument) for argument in arguments],
        "cwd": str(cwd or Path.cwd()),
        "environment": {**os.environ, "NO_COLOR": "1", **environment},
        "before": before,
    }
    return warm(asked, stdin)


def warm(asked: dict[str, Any], stdin: bytes) -> subprocess.CompletedProcess[bytes]:
    """The finished process, forked from the waiting one of this test worker."""
    with tempfile.TemporaryDirectory() as made:
        files = {name: Path(made) / name for name in ("stdin", "stdout", "stderr")}
        for name, path in files.items():
            path.write_bytes(stdin if name == "stdin" else b"")
        server = waiting()
        assert server.stdin is not None
        assert server.stdout is not None
        server.stdin.write(json.dumps({**asked, **{n: str(p) for n, p in files.items()}}) + "\n")
        server.stdin.flush()
        code = int(server.stdout.readline())
        return subprocess.CompletedProcess(asked["arguments"], code, files["stdout"].read_bytes(), files["stderr"].read_bytes())


@functools.cache
def waiting() -> subprocess.Popen[str]:
    """A process that has loaded the program; it ends with this one, or when its input is closed because this one was ended."""
    command = [sys.executable, Path(__file__).with_name("warm.py")]
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    atexit.register(server.communicate)
    return server


def lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by name."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
