"""Reads one input and says how many reports it held, how long it took and how much memory: `big.py PATH`, one JSON line."""

import json
import resource
import sys
import time

from marsad.ingest import read_inputs
from marsad.model.report import Report

if __name__ == "__main__":
    began = time.process_time()
    reports = sum(isinstance(one, Report) for one in read_inputs([sys.argv[1]]))
    kilobytes = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(json.dumps({"reports": reports, "seconds": time.process_time() - began, "megabytes": kilobytes / 1024}))
