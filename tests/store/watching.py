"""Reads a store over and over while another process writes to it: `watching.py FOLDER SECONDS`, one JSON line at the end."""

import json
import sys
import time
from pathlib import Path

import duckdb

from marsad.store.store import Store


def main(folder: Path, seconds: float) -> None:
    """How often the store was read, and everything that was wrong: errors, halves, steps backward."""
    ends, before, reads = time.monotonic() + seconds, 0, 0
    wrong: list[str] = []
    while time.monotonic() < ends and not wrong:
        try:
            store = Store.open(folder)
            store.ready()
            contents = store.contents()
        except (duckdb.Error, OSError, ValueError) as fault:
            wrong.append(repr(fault))
            break
        count = len(contents.reports)
        if count < before:
            wrong.append(f"backward: {before} then {count}")
        if len(contents.claims) != count or count % 8:
            wrong.append(f"torn: {count} reports, {len(contents.claims)} claims")
        before, reads = count, reads + 1
    print(json.dumps({"reads": reads, "newest": before, "wrong": wrong}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]))
