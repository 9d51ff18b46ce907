"""Broken off and taken up again, in any order and on any number of workers: the same store, and no report read twice."""

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from itertools import islice

import pytest

from cli.running import contents, marsad
from ingest.archives import page
from marsad.cli.taking_in import Taking
from marsad.store.check import faults
from marsad.store.store import Store
from store.made import draft, readings

NUMBER = 200


@pytest.mark.parametrize("at", range(0, NUMBER, NUMBER // 10))
def test_an_interruption_costs_no_report_twice(tmp_path, at):
    read = []

    def counting(reports):
        for reading in readings(reports):
            read.append(reading.report.id)
            yield reading

    store = Store.open_or_make(tmp_path / "x.marsad")
    with store.own():
        Taking(store, counting).take(islice(map(draft, range(NUMBER)), at))
    with store.own():
        counts = Taking(store, counting).take(map(draft, range(NUMBER)))
        store.rebuild()
    assert (counts.new, counts.seen, len(read)) == (NUMBER - at, at, NUMBER)
    assert list(faults(store)) == []


def test_pages_that_are_kept_are_not_parsed_again(tmp_path):
    from marsad.ingest.apart import Apart

    for number in range(3):
        (tmp_path / f"{number}.html").write_text(page(number))
    asked = []

    def knows(digest):
        asked.append(digest)
        return len(asked) != 2

    with Apart(knows=knows) as apart:
        apart_records = [record for number in range(3) for record in apart.read_file(tmp_path / f"{number}.html", str(number))]
    assert [record.kept for record in apart_records] == [True, False, True]
    assert [bool(record.text) for record in apart_records] == [False, True, False]


def test_an_interrupted_ingest_keeps_its_work_and_goes_on(tmp_path):
    store = tmp_path / "x.marsad"
    lines = [
        json.dumps({"id": f"r{number}", "text": f"Some {number + 5} people fled Hit. " + "x " * 300}).encode() + b"\n"
        for number in range(150)
    ]
    command = [sys.executable, "-m", "marsad", "ingest", "-", "--store", str(store)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ}) as process:
        process.stdin.write(b"".join(lines[:149]))
        process.stdin.flush()
        ends = time.monotonic() + 60
        while not list(store.glob("ledger/*.segment")) and time.monotonic() < ends:
            time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        with contextlib.suppress(BrokenPipeError):
            process.stdin.write(lines[149])
            process.stdin.close()
        assert process.wait(100) == 130
        process.stderr.read()
    kept = json.loads(marsad("status", "--store", store, "--json").stdout)
    assert kept["reports"] > 0
    assert kept["last_interrupted"]
    done = marsad("ingest", "-", "--store", store, stdin=b"".join(lines))
    assert done.returncode == 0
    assert f"{150 - kept['reports']:,} new, {kept['reports']:,} seen".encode() in done.stderr


@pytest.mark.slow
def test_the_order_of_ingests_and_the_number_of_workers_change_nothing(tmp_path):
    inputs = tmp_path / "in"
    inputs.mkdir()
    towns = ("Hit", "Rawa", "Ramadi", "Mosul", "Tikrit", "Baiji")
    for number in range(9):
        rows = [
            {
                "id": f"n{number}-{at}",
                "text": f"{at * 100 + number + 20} people fled {towns[at % 6]} on Monday, the UN said.",
                "published": f"2018-05-{number + 1:02}",
            }
            for at in range(8)
        ]
        (inputs / f"{number}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (inputs / "page.html").write_text(page(1))
    files = sorted(inputs.iterdir())
    exports = []
    for run, jobs in enumerate((1, 4, 4)):
        order = random.Random(run).sample(files, len(files))
        store = tmp_path / f"{run}.marsad"
        for at, part in enumerate((order[:4], order[4:], order[2:6])):
            started_anew = (run, at) == (1, 0)  # with the program and its workers each under other hashes
            assert marsad("ingest", *part, "--store", store, "--jobs", jobs, cold=started_anew).returncode == 0
        assert marsad("export", "--store", store, "--format", "jsonl", "-o", tmp_path / f"out{run}", "--internal", "-q").returncode == 0
        lists = [marsad(verb, "--store", store, "--format", "jsonl").stdout for verb in ("reports", "incidents")]
        exports.append((contents(tmp_path / f"out{run}"), [line.replace(b'"in/', b'"') for line in lists]))
    assert exports[0] == exports[1] == exports[2]
