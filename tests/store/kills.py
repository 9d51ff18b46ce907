"""Ends a process that works on a store at random moments and says what was lost: `kills.py FOLDER NUMBER SEED`, one JSON line at the end.

The process is killed while it takes in, makes the index anew, migrates or writes the situation report, in turn. This process never opens
the index itself: it forks.
"""

import datetime
import json
import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from marsad.cli.publishing import write as write_page
from marsad.cli.taking_in import Taking
from marsad.publish.edition import edition_of
from marsad.publish.html import situation_page
from marsad.publish.jsonl import write_lines
from marsad.store.check import faults
from marsad.store.migrate import STEPS, migrate
from marsad.store.store import SCHEMA, Store, about_of
from store.made import draft, load, readings

BATCH = 4
MOST = 400  # batches of one writer
STEPS[0] = lambda folder: (folder / "step").write_text(datetime.date.min.isoformat())  # an earlier schema, for the tests alone


def ingest(folder: Path, first: int, acknowledged: int, most: int = MOST) -> None:
    """Takes in batch after batch, telling each that was acknowledged, making the index anew now and then."""
    store = Store.open_or_make(folder)
    with store.own():
        store.ledger.mend()
        taking = Taking(store, readings)
        for batch in range(first, first + most):
            taking.take(draft(batch * BATCH + number) for number in range(BATCH))
            os.write(acknowledged, f"{batch}\n".encode())
            if batch % 5 == 0:
                store.rebuild()


def rebuild(folder: Path, first: int, acknowledged: int) -> None:
    """Makes the index anew, over and over."""
    store = Store.open(folder)
    with store.own():
        while True:
            store.rebuild()


def bring_up(folder: Path, first: int, acknowledged: int) -> None:
    """Migrates the store, over and over."""
    while True:
        write_lines(folder / "store.json", [b'{"schema": 0}'])
        migrate(folder)


def situation(folder: Path, first: int, acknowledged: int) -> None:
    """Writes the situation report, over and over."""
    while True:
        kept = Store.open(folder).contents()
        write_page(situation_page(edition_of(kept.reports[:40], kept.claims[:40])), folder.with_suffix(".html"))


WORK: list[Callable[[Path, int, int], None]] = [ingest, rebuild, ingest, bring_up, situation]


def verify(folder: Path, acknowledged: set[int]) -> dict[str, object]:
    """What the store lost, doubled or holds in part, and how long it took to open."""
    began = time.monotonic()
    wrong = []
    schema = about_of(folder).schema
    if schema != SCHEMA:
        migrate(folder)  # what was broken off is as it was before, and can be run again
    store = Store.open(folder)
    store.ready()
    opened = time.monotonic() - began
    ids = [json.loads(frame.content)["report"]["id"] for frame in store.ledger.read() if frame.kind == "report"]
    expected = {f"n{batch * BATCH + number}" for batch in acknowledged for number in range(BATCH)}
    page = folder.with_suffix(".html")
    if page.exists() and not page.read_text().rstrip().endswith("</html>"):
        wrong.append("half a situation report")
    return {"lost": len(expected - set(ids)), "doubled": len(ids) - len(set(ids)), "faults": [*faults(store), *wrong], "seconds": opened}


def in_child(call: Callable[..., object], *arguments: object) -> dict[str, object]:
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.write(writer, json.dumps(call(*arguments)).encode())
        except Exception:  # noqa: BLE001 - a store that cannot be opened is what is looked for: what is said of it goes into the faults
            os.write(writer, json.dumps({"lost": 1, "doubled": 0, "faults": [traceback.format_exc()], "seconds": 0}).encode())
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return json.loads(said)


def kill_once(work: Callable[[Path, int, int], None], folder: Path, first: int, seconds: float) -> set[int]:
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            work(folder, first, writer)
        finally:
            os._exit(0)
    os.close(writer)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reader, "rb") as pipe:
        return {int(line) for line in pipe.read().split()}


def main(folder: Path, number: int, seed: int) -> None:
    chance = random.Random(seed)
    load()
    acknowledged: set[int] = set()
    totals = {"lost": 0, "doubled": 0, "faults": [], "slowest": 0.0, "acknowledged": 0, "kills": {work.__name__: 0 for work in WORK}}
    for kill in range(number):
        current = folder / f"{kill // 20}.marsad"  # twenty kills to one store
        if kill % 20 == 0:
            acknowledged = set()
        work = WORK[kill % len(WORK)] if (current / "index.duckdb").exists() else ingest
        totals["kills"][work.__name__] += 1
        acknowledged |= kill_once(work, current, (kill % 20) * MOST, chance.uniform(0.005, 0.15))
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
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
