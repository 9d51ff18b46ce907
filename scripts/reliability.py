"""Runs every proof of reliability and writes docs/reliability.md: what was tried, how often, what failed, when and at which commit.

make reliability                                      # the sizes of the tests
scripts/reliability.py --long [WORDS]                 # the long versions, or those whose names hold the words: kept in docs/soak.csv
scripts/reliability.py --record REPORT.xml COMMIT     # long versions that were run elsewhere, from the report of their run
"""

import csv
import os
import platform
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reliability.md"
LONG = ROOT / "docs" / "soak.csv"
FIELDS = ["test", "inputs", "failures", "seconds", "day", "commit"]
FOLDERS = ("tests/ingest", "tests/store", "tests/cli", "tests/test_hostile.py")

# What is proved, the tests that prove it, and how many inputs each case of a test is.
PROOFS: list[tuple[str, dict[str, int]]] = [
    (
        "a process killed while it takes in, rebuilds, migrates or writes the situation report: nothing acknowledged is lost or doubled",
        {"test_a_hundred_kills": 100, "test_a_thousand_kills": 250},
    ),
    ("a small disk that fills up while a process writes: the same, and work goes on when there is room", {"test_fifty_full_disks": 50}),
    ("a bit of ledger or index flipped: found by `check`, or without effect on any export", {"test_a_flipped_bit_": 1}),
    ("a ledger that was cut: found", {"test_a_ledger_that_was_cut": 1}),
    (
        "an index that is damaged or does not open: made anew by itself, the old one kept beside",
        {"test_an_index_that_does_not_open": 1, "test_a_damaged_index": 1, "test_two_hundred_damaged": 100},
    ),
    ("a database whose last work stands in its log alone: opened after a kill, nothing lost", {"test_what_only_the_log_holds": 1}),
    ("eight processes that read beside one that writes: nothing torn, nothing backward", {"test_readers_never_see": 8}),
    ("backups made while reports are taken in: whole, and one transaction old at most", {"test_twenty_backups": 20}),
    ("a damaged backup: not restored", {"test_a_damaged_backup": 1}),
    ("a query that tries to leave the index", {"test_a_reading_connection_reaches": 1}),
    (
        "damaged text, pages, feeds, JSON Lines, archives and PDF: read, or set aside; under 10 s each",
        {"test_damaged_inputs": 5_000, "test_two_hundred_thousand": 50_000},
    ),
    (
        "archives, pages and PDF that expand or nest without end: at most 300 MB and 5 s of processor each, the other reports are read",
        {"test_a_bomb_costs": 1, "test_a_page_that_nests": 1},
    ),
    (
        "documents that crash, hang, work without end or eat memory: only they are lost",
        {"test_a_poisoned_document": 7, "test_one_poisoned": 1000},
    ),
    ("modules planted in the working folder: none is run", {"test_no_code_is_taken": 6}),
    (
        "a damaged record of an archive: the others are read",
        {"test_a_damaged_record": 10, "test_a_damaged_member": 3, "test_a_thousand_archives": 1000},
    ),
    (
        "addresses that must not be fetched: no connection is made",
        {
            "test_private_and_reserved": 1,
            "test_addresses_that_must": 1,
            "test_one_private": 1,
            "test_the_name_is_looked_up_once": 1,
            "test_a_resolver_that_changes": 4,
            "test_a_redirect_to": 1,
            "test_too_many_redirects": 1,
        },
    ),
    ("XML that reaches for files or hosts: no file opened, no connection made", {"test_xml_never_leads_outside": 1}),
    ("hostile file names: nothing is written outside", {"test_names_in_a_zip": 1, "test_odd_names": 1, "test_links_in_a_folder": 3}),
    ("text that steers a terminal: no control character reaches it", {"test_nothing_that_steers": 1, "test_messages_carry": 1}),
    ("spreadsheet cells: none begins like a formula, numbers stay numbers", {"test_twenty_thousand_cells": 20_000, "test_numbers_stay": 1}),
    ("text made to be slow: time grows with length", {"test_a_hostile_text": 1, "test_a_megabyte_of_hostile": 1}),
    (
        "encodings, line ends and normal forms: every claim and mention is where it says",
        {"test_words_are_where": 72, "test_reads_a_text_in_its_encoding": 1},
    ),
    ("other time zones, languages and clocks: the same bytes", {"test_zones_and_languages": 1, "test_the_clock": 1}),
    (
        "other orders, numbers of runs and worker processes: the same bytes",
        {"test_the_order_and_the_number": 3, "test_worker_processes": 1, "test_the_same_bytes": 1, "test_the_order_and_the_working": 1},
    ),
    ("large inputs: memory stays below 600 MB, time grows with size", {"test_a_large_": 1}),
]


def run(report: Path, *chosen: str) -> None:
    """The chosen proofs; a failure is a line of the page, not the end of it."""
    subprocess.run([sys.executable, "-m", "pytest", "-q", f"--junitxml={report}", *chosen, *FOLDERS], cwd=ROOT, check=False)


def commit() -> str:
    """The commit and its day."""
    said = subprocess.run(["git", "log", "-1", "--format=%h of %cs"], cwd=ROOT, capture_output=True, text=True, check=False)
    return said.stdout.strip() or "unknown"


def proof_of(test: str) -> tuple[str, int]:
    """What the test proves, and how many inputs it is; its own name where it stands under no proof."""
    sizes = ((words, size) for words, prefixes in PROOFS for prefix, size in prefixes.items() if test.startswith(prefix))
    return next(sizes, (test, 1))


def record(report: Path, at: str) -> None:
    """The long versions of the report stand in the file of those that were run, each once: the newest run of a test counts."""
    rows = {row["test"]: row for row in long_versions()}
    suite = next(ElementTree.parse(report).iter("testsuite"))  # noqa: S314 - our own file
    for case in suite.iter("testcase"):
        if any(child.tag == "skipped" for child in case):
            continue
        name, day = case.get("name", ""), (suite.get("timestamp") or "")[:10]
        failed = int(any(child.tag in ("failure", "error") for child in case))
        seconds = round(float(case.get("time", 0)))
        rows[name] = dict(zip(FIELDS, map(str, (name, proof_of(name)[1], failed, seconds, day, at)), strict=True))
    with LONG.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, FIELDS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows[name] for name in sorted(rows))


def long_versions() -> list[dict[str, str]]:
    """What was run of the long versions."""
    if not LONG.exists():
        return []
    with LONG.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def long_table() -> list[str]:
    """A line for each proof whose long version was run."""
    found: dict[tuple[str, str, str], Counter[str]] = {}
    for row in long_versions():
        key = (proof_of(row["test"])[0], row["day"], row["commit"])
        found.setdefault(key, Counter()).update({name: int(row[name]) for name in ("inputs", "failures", "seconds")})
    return [
        f"| {words} | {one['inputs']:,} | {one['failures']:,} | {one['seconds']:,} | {day}, {at} |"
        for (words, day, at), one in found.items()
    ]


def counted(report: Path) -> tuple[dict[str, Counter[str]], int, int]:
    """By proof: inputs, failures and milliseconds; and all tests with all failures."""
    found: dict[str, Counter[str]] = {}
    tests = failures = 0
    for case in ElementTree.parse(report).iter("testcase"):  # noqa: S314 - our own file
        failed = any(child.tag in ("failure", "error") for child in case)
        if any(child.tag == "skipped" for child in case):
            continue
        tests, failures = tests + 1, failures + failed
        for words, prefixes in PROOFS:
            inputs = next((size for prefix, size in prefixes.items() if case.get("name", "").startswith(prefix)), None)
            if inputs is not None:
                took = round(1000 * float(case.get("time", 0)))
                found.setdefault(words, Counter()).update(inputs=inputs, failures=int(failed), milliseconds=took)
    return found, tests, failures


def page(found: dict[str, Counter[str]], tests: int, failures: int) -> str:
    """The page."""
    lines = [
        "# Reliability",
        "",
        "Written by `make reliability`, which runs the proofs again; nothing here is typed by hand.",
        f"Commit {commit()}; Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores.",
        f"{tests:,} tests of ingest, store and command line, {failures:,} failed.",
        "",
        "| what is tried, and what must hold | inputs | failures | seconds |",
        "| --- | ---: | ---: | ---: |",
    ]
    for words, _ in PROOFS:
        if words in found:
            one = found[words]
            lines.append(f"| {words} | {one['inputs']:,} | {one['failures']:,} | {one['milliseconds'] / 1000:,.1f} |")
    long = [
        "",
        "## Long versions",
        "",
        "Run by `make soak`, in parts; the newest run of each test is kept in `docs/soak.csv`.",
        "",
        *HEAD,
        *long_table(),
    ]
    return "\n".join([*lines, *long, "", *LIMITS, ""])


HEAD = ["| what | inputs | failures | seconds | run on, at commit |", "| --- | ---: | ---: | ---: | --- |"]


LIMITS = [
    "## What this does not show",
    "",
    "- Kills are SIGKILL: the loss of power, which also loses what the disk had not yet written, was not simulated.",
    "- Full disks are small ones in memory, which the tests mount; where they may not, a limit on the length of files stands for them.",
    "- Bounded memory is shown for opening files and making reports of them. A store's picture is reconciled in memory, 25 KB a report.",
    "- Bits are flipped in a small store; inputs of the fuzzing are damaged good documents, not ones made against a known fault.",
    "- `redact` leaves no byte of a report in the files of the store; what a disk keeps of deleted blocks is beyond it.",
]


def main() -> None:
    """Runs the proofs and writes the page, or runs the long versions and keeps what came of them."""
    match sys.argv[1:]:
        case ["--record", report, at]:
            record(Path(report), at)
            return
        case ["--long", *words]:
            chosen = ["-m", "soak", *(["-k", words[0]] if words else [])]
        case _:
            chosen = ["-m", "not soak"]
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        run(report, *chosen)
        if "--long" in sys.argv:
            record(report, commit().split()[0])
            return
        PAGE.write_text(page(*counted(report)), encoding="utf-8")
    print(f"wrote {PAGE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
