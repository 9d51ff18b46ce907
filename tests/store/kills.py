"""Ends a process that writes to a store at random moments and says what was lost: `kills.py FOLDER NUMBER SEED [fill]`, one JSON line at the end.

It is killed, or with `fill` it meets a full disk (a limit on the length of files stands for one).

This process never opens the index itself: it forks.
"""

import json
import os
import random
import resource
import signal
import sys
import time
from pathlib import Path

from marsad.cli.taking_in import Taking
from marsad.store.check import faults
from marsad.store.store import Store
from store.made import draft, readings

BATCH = 4


def write(folder: Path, first: int, acknowledged: int) -> None:
    """Takes in batch after batch, telling each that was acknowledged, making the index anew now and then."""
    store = Store.open_or_make(folder)
    with store.own():
        store.ledger.mend()
        taking = Taking(store, readings)
        for batch in range(first, first + 400):
            taking.take(draft(batch * BATCH + number) for number in range(BATCH))
            os.write(acknowledged, f"{batch}\n".encode())
            if batch % 5 == 0:
                store.rebuild()


def verify(folder: Path, acknowledged: set[int]) -> dict[str, object]:
    """What the store lost, doubled or holds in part, and how long it took to open."""
    began = time.monotonic()
    store = Store.open(folder)
    store.ready()
    opened = time.monotonic() - began
    ids = [json.loads(frame.content)["report"]["id"] for frame in store.ledger.read() if frame.kind == "report"]
    expected = {f"n{batch * BATCH + number}" for batch in acknowledged for number in range(BATCH)}
    return {"lost": len(expected - set(ids)), "doubled": len(ids) - len(set(ids)), "faults": list(faults(store)), "seconds": opened}


def in_child(call, *arguments) -> object:
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.write(writer, json.dumps(call(*arguments)).encode())
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return json.loads(said) if said else {"lost": -1, "doubled": 0, "faults": ["the store could not be opened"], "seconds": 0}


def fill_once(folder: Path, first: int, size: int) -> set[int]:
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        try:
            write(folder, first, writer)
        except OSError:
            os._exit(1)
        finally:
            os._exit(2)
    os.close(writer)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 1, "a full disk must be an error that is caught"
    with os.fdopen(reader, "rb") as pipe:
        return {int(line) for line in pipe.read().split()}


def kill_once(folder: Path, first: int, seconds: float) -> set[int]:
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            write(folder, first, writer)
        finally:
            os._exit(0)
    os.close(writer)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reader, "rb") as pipe:
        return {int(line) for line in pipe.read().split()}


def main(folder: Path, number: int, seed: int, how: str = "kill") -> None:
    chance = random.Random(seed)
    acknowledged: set[int] = set()
    totals = {"kills": number, "lost": 0, "doubled": 0, "faults": [], "slowest": 0.0, "acknowledged": 0}
    for kill in range(number):
        current = folder / f"{kill // 20}.marsad"  # twenty kills to one store
        if kill % 20 == 0:
            acknowledged = set()
        first = (kill % 20) * 400
        if how == "fill":
            size = (current / "ledger/000001.segment").stat().st_size if (current / "ledger/000001.segment").exists() else 0
            acknowledged |= fill_once(current, first, size + chance.randrange(1, 60_000))
        else:
            acknowledged |= kill_once(current, first, chance.uniform(0.005, 0.15))
        if not (current / "store.json").exists():
            continue
        found = in_child(verify, current, acknowledged)
        totals["lost"] += found["lost"]
        totals["doubled"] += found["doubled"]
        totals["faults"] += found["faults"]
        totals["slowest"] = max(totals["slowest"], found["seconds"])
        totals["acknowledged"] += len(acknowledged)
    print(json.dumps(totals))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), *sys.argv[4:])
