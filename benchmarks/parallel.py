"""Measures what a second core brings to `marsad ingest`: `python benchmarks/parallel.py [REPORTS]`.

The wire stories of `../shared`, or made-up reports of about ten sentences where it is absent, taken into new stores with one and with
two worker processes, in turn, three times each; the best of each counts, since other work only ever makes it slower. Exports must be
the same bytes.
What two cores of the machine are worth is measured in the same run, on two processes that share nothing: cores may be halves of one.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

TOWNS = "Rumbek, Malakal, Bentiu, Yei, Torit, Bor, Wau, Pibor, Nasir, Leer, Akobo, Kapoeta".split(", ")
TOLD = (
    "Some {number} people fled {town} on Friday, the United Nations said.",
    "At least {few} civilians were killed when shells hit a market in {town}, doctors at the hospital said.",
    "The army said that it had retaken {town} after two days of fighting with rebels.",
)
REST = (
    "Traders from {town} met the governor about the price of sorghum and of fuel.",
    "The rains have cut the road between {town} and the river since the end of last month.",
    "A school in {town} was painted by volunteers, and the mayor thanked them in a short speech.",
    "“Nobody knows what the next season will bring,” said a shopkeeper who sells nets and lamps.",
    "The ministry will send two engineers to look at the pumping station near {town}.",
)
ROUNDS = 3
PROGRAM = Path(sys.executable).with_name("marsad")
WIRES = Path(__file__).resolve().parent.parent.parent / "shared" / "corpora" / "muc_dev" / "muc_dev.jsonl"
BARE = """
import time
began, d = time.perf_counter(), {}
for i in range(4_000_000):
    d[i % 5_000] = i
print(time.perf_counter() - began)
"""


def write_input(path: Path, number: int) -> tuple[int, str]:
    """Writes the first wire stories, or made-up reports where the evaluation folder is absent; leaves how many and what they are."""
    if not WIRES.exists():
        write_reports(path, number)
        return number, "made-up reports"
    with WIRES.open("rb") as lines:
        stories = list(islice(lines, number))
    path.write_bytes(b"".join(stories))
    return len(stories), "wire stories"


def write_reports(path: Path, number: int) -> None:
    """Made-up reports."""
    chance = random.Random(5)
    with path.open("w", encoding="utf-8") as file:
        for at in range(number):
            picked = [chance.choice(TOLD if chance.random() < 0.33 else REST) for _ in range(10)]
            filled = {"number": chance.randrange(100, 9_000), "few": chance.randrange(3, 60)}
            text = " ".join(words.format(town=chance.choice(TOWNS), **filled) for words in picked)
            file.write(json.dumps({"id": f"n{at:06}", "published": f"2018-05-{1 + at % 28:02}", "text": text}) + "\n")


def taken(folder: Path, inputs: Path, jobs: int, label: str) -> tuple[float, bytes]:
    """Seconds by the clock to take the reports in, and the claims of the store."""
    store = folder / f"{label}.marsad"
    began = time.perf_counter()
    subprocess.run([PROGRAM, "ingest", inputs, "--store", store, "--jobs", str(jobs), "-q"], check=True)
    return time.perf_counter() - began, exported("claims", store)


def exported(table: str, store: Path) -> bytes:
    """The rows of a table of the store, one JSON object a line."""
    return subprocess.run([PROGRAM, table, "--store", store, "--format", "jsonl"], check=True, capture_output=True).stdout


def bare(number: int) -> float:
    """Seconds of the slowest of so many processes that share nothing."""
    running = [subprocess.Popen([sys.executable, "-c", BARE], stdout=subprocess.PIPE) for _ in range(number)]
    return max(float(process.communicate()[0]) for process in running)


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1_500
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        number, what = write_input(folder / "in.jsonl", number)
        seconds: dict[int, list[float]] = {1: [], 2: []}
        alone: dict[int, list[float]] = {1: [], 2: []}
        exports = set()
        for round_ in range(ROUNDS):
            for jobs in seconds:
                alone[jobs].append(bare(jobs))
                took, claims = taken(folder, folder / "in.jsonl", jobs, f"{round_}-{jobs}")
                seconds[jobs].append(took)
                exports.add(claims)
        one, two = min(seconds[1]), min(seconds[2])
        print(f"{number:,} {what}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
        print(f"one worker   {one:6.1f} s  {number / one:6.0f} reports/s")
        print(f"two workers  {two:6.1f} s  {number / two:6.0f} reports/s")
        machine = 2 * min(alone[1]) / min(alone[2])
        print(f"ratio        {one / two:6.2f}, of {machine:.2f} that two bare processes reach on this machine")
        print(f"exports      {'the same bytes' if len(exports) == 1 else 'DIFFERENT'}")


if __name__ == "__main__":
    main()
