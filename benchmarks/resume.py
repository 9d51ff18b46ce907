"""Measures what an interruption costs `marsad ingest`: `python benchmarks/resume.py [REPORTS]`.

The reports of `parallel.py`, taken in at one go, and interrupted half way and taken up again, in turn, three times each:
seconds of processor of all processes, the least of each. The exports must be the same bytes.
"""

import resource
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from parallel import PROGRAM, ROUNDS, exported, write_input


def processor() -> float:
    """Seconds of all processes that were started and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def taken(inputs: Path, store: Path, stop_after: float | None = None) -> tuple[float, float]:
    """Seconds of processor and by the clock; interrupted after so many by the clock."""
    used, began = processor(), time.perf_counter()
    with subprocess.Popen([PROGRAM, "ingest", inputs, "--store", store, "-q"], stderr=subprocess.DEVNULL) as process:
        if stop_after is not None:
            time.sleep(stop_after)
            process.send_signal(signal.SIGINT)
        ended = process.wait()
    if ended != (0 if stop_after is None else 130):
        sys.exit(f"marsad ingest ended with {ended}")
    return processor() - used, time.perf_counter() - began


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 600
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        inputs = folder / "in.jsonl"
        number, what = write_input(inputs, number)
        whole, broken, exports, halves = [], [], set(), []
        for round_ in range(ROUNDS):
            once, twice = folder / f"{round_}-once.marsad", folder / f"{round_}-twice.marsad"
            used, clock = taken(inputs, once)
            whole.append(used)
            first, _ = taken(inputs, twice, stop_after=clock / 2)
            halves.append(exported("reports", twice).count(b"\n"))
            broken.append(first + taken(inputs, twice)[0])
            exports |= {exported("claims", once), exported("claims", twice)}
        print(f"{number:,} {what}; kept when interrupted: {', '.join(map(str, halves))}")
        print(f"at one go     {min(whole):6.1f} s of processor")
        print(f"interrupted   {min(broken):6.1f} s of processor, both runs")
        print(f"ratio         {min(broken) / min(whole):6.3f}")
        print(f"exports       {'the same bytes' if len(exports) == 1 else 'DIFFERENT'}")


if __name__ == "__main__":
    main()
