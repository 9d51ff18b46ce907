"""Runs every proof of reliability and writes docs/reliability.md: what was tried, how often, what failed, when and at which commit.

`make reliability` for the sizes of the tests, `make reliability SOAK=1` for the long ones as well.
"""

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
FOLDERS = ("tests/ingest", "tests/store", "tests/cli", "tests/test_hostile.py")

# What is proved, the tests that prove it, and how many inputs each case of a test is.
PROOFS: list[tuple[str, dict[str, int]]] = [
    (
        "a process killed while it writes: nothing acknowledged is lost, doubled or partial",
        {"test_a_hundred_kills": 100, "test_a_thousand_kills": 1000},
    ),
    ("a disk that fills up while a process writes: the same", {"test_fifty_full_disks": 50}),
    ("a bit of ledger or index flipped: found by `check`, or without effect on any export", {"test_a_flipped_bit_": 1}),
    ("an index that does not open: made anew, the old one kept beside", {"test_an_index_that_does_not_open": 1}),
    ("readers beside a writer: nothing torn, nothing backward", {"test_readers_never_see": 1}),
    ("a damaged backup: not restored", {"test_a_damaged_backup": 1}),
    ("a query that tries to leave the index", {"test_a_reading_connection_reaches": 1}),
    (
        "damaged text, pages, feeds, JSON Lines, archives and PDF: read, or set aside; under 10 s each",
        {"test_damaged_inputs": 5_000, "test_two_hundred_thousand": 50_000},
    ),
    (
        "archives and pages that expand or nest without end: the other reports are read",
        {"test_a_bomb_costs": 1, "test_a_page_that_nests": 1},
    ),
    ("documents that crash, hang or eat memory: only they are lost", {"test_a_poisoned_document": 7}),
    ("a damaged record of an archive: the others are read", {"test_a_damaged_record": 10, "test_a_damaged_member": 3}),
    (
        "addresses that must not be fetched: no connection is made",
        {
            "test_private_and_reserved": 1,
            "test_addresses_that_must": 1,
            "test_one_private": 1,
            "test_the_name_is_looked_up_once": 1,
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


def run(soak: bool, report: Path) -> None:
    """All proofs; a failure is a line of the page, not the end of it."""
    chosen = [] if soak else ["-m", "not soak"]
    subprocess.run([sys.executable, "-m", "pytest", "-q", f"--junitxml={report}", *chosen, *FOLDERS], cwd=ROOT, check=False)


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
    commit = subprocess.run(
        ["git", "log", "-1", "--format=%h of %cs"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.strip()
    lines = [
        "# Reliability",
        "",
        "Written by `make reliability`, which runs the proofs again; nothing here is typed by hand. `make soak` runs the long versions.",
        f"Commit {commit or 'unknown'}; Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores.",
        f"{tests:,} tests of ingest, store and command line, {failures:,} failed.",
        "",
        "| what is tried, and what must hold | inputs | failures | seconds |",
        "| --- | ---: | ---: | ---: |",
    ]
    for words, _ in PROOFS:
        if words in found:
            one = found[words]
            lines.append(f"| {words} | {one['inputs']:,} | {one['failures']:,} | {one['milliseconds'] / 1000:,.1f} |")
    return "\n".join([*lines, "", *LIMITS, ""])


LIMITS = [
    "## What this does not show",
    "",
    "- Kills are SIGKILL: the loss of power, which also loses what the disk had not yet written, was not simulated.",
    "- A full disk is stood for by a limit on the length of files.",
    "- Bits are flipped in a small store; inputs of the fuzzing are damaged good documents, not ones made against a known fault.",
    "- `redact` leaves no byte of a report in the files of the store; what a disk keeps of deleted blocks is beyond it.",
]


def main() -> None:
    """Runs the proofs and writes the page."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        run("--soak" in sys.argv, report)
        PAGE.write_text(page(*counted(report)), encoding="utf-8")
    print(f"wrote {PAGE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
