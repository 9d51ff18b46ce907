"""Reads one input and says how many reports it held, how long it took and how much memory: `big.py PATH`, one JSON line."""

import json
import resource
import sys
import time
from collections import Counter
from pathlib import Path

from marsad.ingest import read_inputs
from marsad.model.report import Report, SetAside


def own_kilobytes() -> int:
    """The most that this process held; the system's own count begins with what its parent held."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM"))


if __name__ == "__main__":
    began = time.process_time()
    kinds = Counter(type(one) for one in read_inputs([sys.argv[1]]))
    kilobytes = max(own_kilobytes(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
    children = resource.getrusage(resource.RUSAGE_CHILDREN)  # the readers apart: their seconds count too
    seconds = time.process_time() - began + children.ru_utime + children.ru_stime
    found = {"reports": kinds[Report], "aside": kinds[SetAside], "seconds": seconds, "megabytes": kilobytes / 1024}
    print(json.dumps(found))
