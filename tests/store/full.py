"""Fills the disk under a process that works on a store: `full.py FOLDER NUMBER SEED`, one JSON line at the end.

The disk is a small one in memory, of another size each time, so that it is full at another point of the work. Where none can be mounted, a
limit on the length of files stands for it, and the answer says so.
"""

import json
import os
import random
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from marsad.store.check import faults
from marsad.store.store import Store
from store.kills import BATCH, in_child, ingest
from store.made import load

LEAST, MOST = 40_000, 6_000_000  # bytes of the disk: before the first report, and after several indexes


@contextmanager
def disk(folder: Path, size: int) -> Iterator[bool]:
    """A disk of this size at the folder; False where none can be mounted."""
    folder.mkdir(parents=True, exist_ok=True)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], capture_output=True).returncode == 0
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", "-l", folder], check=True)


def enlarge(folder: Path) -> None:
    subprocess.run(["mount", "-o", "remount,size=200m", folder], check=True)


def fill(folder: Path, first: int, most: int, size: int | None) -> tuple[set[int], int]:
    """What a writer acknowledged until the disk was full or all was written, and its exit code."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        if size is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        try:
            ingest(folder, first, writer, most)
            os._exit(0)
        except OSError:
            os._exit(1)
        finally:
            os._exit(2)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        said = {int(line) for line in pipe.read().split()}
    _, status = os.waitpid(child, 0)
    return said, os.waitstatus_to_exitcode(status)


def verify(folder: Path, acknowledged: set[int], *, full: bool) -> dict[str, object]:
    """What is missing or half there. On a full disk an index may be missing; what was acknowledged may not."""
    if not (folder / "store.json").exists():
        return {"lost": len(acknowledged), "faults": []}
    store = Store.open(folder)
    ids = {json.loads(frame.content)["report"]["id"] for frame in store.ledger.read() if frame.kind == "report"}
    expected = {f"n{batch * BATCH + number}" for batch in acknowledged for number in range(BATCH)}
    wrong = [f"left behind: {path.name}" for path in folder.rglob("*") if path.name.endswith((".tmp", ".wal")) or "loading" in path.name]
    if not full:
        store.ready()
    wrong += [fault for fault in faults(store) if not (full and fault.startswith("index: "))]
    return {"lost": len(expected - ids), "faults": wrong}


def point(folder: Path, size: int) -> dict[str, object]:
    """One disk filled up: while it is full, and when there is room again."""
    with disk(folder, size) as mounted:
        store = folder / "x.marsad"
        acknowledged, code = fill(store, 0, 400, None if mounted else size)
        found = {"mounted": mounted, "code": code, "acknowledged": len(acknowledged)}
        found["full"] = in_child(lambda: verify(store, acknowledged, full=True))
        if mounted:
            enlarge(folder)
        more, found["code after"] = fill(store, 1_000, 6, None)
        found["after"] = in_child(lambda: verify(store, acknowledged | more, full=False))
        return found


def main(folder: Path, number: int, seed: int) -> None:
    chance = random.Random(seed)
    load()
    points = [point(folder / f"disk{at}", int(LEAST * (MOST / LEAST) ** chance.random())) for at in range(number)]
    print(
        json.dumps(
            {
                "points": len(points),
                "mounted": sum(one["mounted"] for one in points),
                "codes": sorted({(one["code"], one["code after"]) for one in points}),
                "acknowledged": sum(one["acknowledged"] for one in points),
                "lost": sum(one[when]["lost"] for one in points for when in ("full", "after")),
                "faults": [fault for one in points for when in ("full", "after") for fault in one[when]["faults"]],
            }
        )
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
