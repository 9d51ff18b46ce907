"""Reads one input and says how many reports it held, how long it took and how much memory: `big.py PATH`, one JSON line."""

import json
import resource
import sys
import time
from pathlib import Path

from marsad.ingest import read_inputs
from marsad.model.report import Report


def own_kilobytes() -> int:
    """The most that this process held; the system's own count begins with what its parent held."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM"))


if __name__ == "__main__":
    began = time.process_time()
    reports = sum(isinstance(one, Report) for one in read_inputs([sys.argv[1]]))
    kilobytes = max(own_kilobytes(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
    print(json.dumps({"reports": reports, "seconds": time.process_time() - began, "megabytes": kilobytes / 1024}))
