"""Read files that a test wrote."""

import json
import os
import subprocess
import sys
from pathlib import Path

from marsad.ingest import read_inputs
from marsad.model.report import Report, SetAside


def read(folder: Path, **files: bytes | str) -> tuple[list[Report], list[SetAside]]:
    """What the files hold; `a_txt=...` writes `a.txt`."""
    for name, content in files.items():
        stem, _, ending = name.partition("_")
        path = folder / f"{stem}.{ending.replace('_', '.')}"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return split(read_inputs([str(folder)]))


def split(records) -> tuple[list[Report], list[SetAside]]:
    found = list(records)
    return [one for one in found if isinstance(one, Report)], [one for one in found if isinstance(one, SetAside)]


def only(folder: Path, **files: bytes | str) -> Report:
    reports, aside = read(folder, **files)
    assert not aside
    assert len(reports) == 1
    return reports[0]


def refused(folder: Path, **files: bytes | str) -> str:
    reports, aside = read(folder, **files)
    assert not reports
    assert len(aside) == 1
    return aside[0].reason


def read_apart(path: Path) -> dict[str, float]:
    """What a process of its own that reads the path says: reports, records set aside, seconds of processor, megabytes at most."""
    here = Path(__file__).resolve().parent
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(here.parent), os.environ.get("PYTHONPATH", "")])}
    done = subprocess.run([sys.executable, here / "big.py", path], capture_output=True, env=environment)
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)
