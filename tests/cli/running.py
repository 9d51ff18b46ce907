"""Run the command line as a person does: in a process of its own."""

import functools
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any


def marsad(*arguments: object, stdin: bytes = b"", cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The finished process: forked from one that has loaded the program, or started anew where it is to have another environment."""
    if not environment:
        return warm([str(argument) for argument in arguments], stdin, cwd or Path.cwd())
    return subprocess.run(
        [sys.executable, "-m", "marsad", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env={**os.environ, "NO_COLOR": "1", **environment},
        timeout=120,
        check=False,
    )


def warm(arguments: list[str], stdin: bytes, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    """The finished process, forked from the waiting one of this test worker."""
    with tempfile.TemporaryDirectory() as made:
        files = {name: Path(made) / name for name in ("stdin", "stdout", "stderr")}
        for name, path in files.items():
            path.write_bytes(stdin if name == "stdin" else b"")
        server = waiting()
        assert server.stdin is not None
        assert server.stdout is not None
        asked = {"arguments": arguments, "cwd": str(cwd), "environment": {**os.environ, "NO_COLOR": "1"}}
        server.stdin.write(json.dumps({**asked, **{n: str(p) for n, p in files.items()}}) + "\n")
        server.stdin.flush()
        code = int(server.stdout.readline())
        return subprocess.CompletedProcess(arguments, code, files["stdout"].read_bytes(), files["stderr"].read_bytes())


@functools.cache
def waiting() -> subprocess.Popen[str]:
    """A process that has loaded the program; it ends when this one does, since its input is closed then."""
    command = [sys.executable, Path(__file__).with_name("warm.py")]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by name."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
