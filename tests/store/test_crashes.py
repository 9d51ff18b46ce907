import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import duckdb
import pytest

from marsad.cli.taking_in import Taking
from marsad.store.store import Store
from store.made import draft, fill, readings

HERE = Path(__file__).resolve().parent


def crashes(folder: Path, number: int, how: str) -> dict[str, object]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE.parent), os.environ.get("PYTHONPATH", "")])}
    command = [sys.executable, HERE / "kills.py", folder, str(number), "7", how]
    done = subprocess.run(command, capture_output=True, env=environment, timeout=3600)
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def nothing_lost(found: dict[str, object], number: int) -> None:
    assert found["acknowledged"] > number / 4, "the writer was never far enough for the test to mean anything"
    assert (found["lost"], found["doubled"], found["faults"]) == (0, 0, [])
    assert found["slowest"] < 2


@pytest.mark.slow
def test_a_hundred_kills_lose_nothing_that_was_acknowledged(tmp_path):
    nothing_lost(crashes(tmp_path, 100, "kill"), 100)


@pytest.mark.slow
def test_fifty_full_disks_lose_nothing_that_was_acknowledged(tmp_path):
    nothing_lost(crashes(tmp_path, 50, "fill"), 50)


@pytest.mark.soak
def test_a_thousand_kills_lose_nothing_that_was_acknowledged(tmp_path):
    nothing_lost(crashes(tmp_path, 1000, "kill"), 1000)


def readers_and_a_writer(folder: Path, seconds: float, readers: int = 8) -> tuple[int, list[str]]:
    """How often readers read while one process wrote, and everything that was wrong."""
    fill(folder, range(8))
    ends = time.monotonic() + seconds
    wrong: list[str] = []
    reads = 0

    def read() -> None:
        nonlocal reads
        before = 0
        while time.monotonic() < ends:
            try:
                contents = Store.open(folder).contents()
            except (duckdb.Error, OSError, ValueError) as fault:
                wrong.append(repr(fault))
                return
            count = len(contents.reports)
            if count < before:
                wrong.append(f"backward: {before} then {count}")
            if len(contents.claims) != count or count % 8:
                wrong.append(f"torn: {count} reports, {len(contents.claims)} claims")
            before, reads = count, reads + 1

    threads = [threading.Thread(target=read) for _ in range(readers)]
    for thread in threads:
        thread.start()
    store, first = Store.open(folder), 8
    with store.own():
        taking = Taking(store, readings)
        while time.monotonic() < ends:
            taking.take(map(draft, range(first, first + 8)))
            store.rebuild()
            first += 8
    for thread in threads:
        thread.join()
    return reads, wrong


def test_readers_never_see_half_of_anything(tmp_path):
    reads, wrong = readers_and_a_writer(tmp_path / "crisis.marsad", 4)
    assert wrong == []
    assert reads > 10


@pytest.mark.soak
def test_readers_never_see_half_of_anything_for_a_minute(tmp_path):
    reads, wrong = readers_and_a_writer(tmp_path / "crisis.marsad", 60)
    assert wrong == []
    assert reads > 100
