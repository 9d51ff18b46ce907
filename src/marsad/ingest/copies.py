"""Near copies: the same words under another title, shortened or signed by another outlet; they must not count as a second source."""

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from marsad.ingest.near import Near
from marsad.model.report import Report

WORD = re.compile(r"[^\W_]+(?:[.,'’][^\W_]+)*")
RUN = 4  # words in a shingle
FEWEST = 12  # shingles below which only the very same words are a copy
SAME = 0.5  # Jaccard of two whole reports
PART = 0.8  # of the shorter one's shingles in the longer one
PART_FEWEST = 30
HEAD_LINES, HEAD_LENGTH = 6, 60  # where and how short a line with the date of publication is
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def find_copies(reports: Sequence[Report]) -> list[Report]:
    """The same reports in the same order, `copy_of` filled with the id of the earliest report of the same words.

    Earliest is by date of publication, undated ones last, then by content: the order in which reports arrive changes nothing.
    A report that tells other numbers is an update, not a copy.
    """
    ranked = sorted(range(len(reports)), key=lambda index: _rank(reports[index]))
    rank = {at: place for place, at in enumerate(ranked)}
    shingles = lru_cache(maxsize=20_000)(lambda index: shingle(reports[index]))
    near = Near([frozenset(_numbers(report)) for report in reports])
    by_words: dict[frozenset[str], int] = {}
    roots: dict[int, int] = {}
    for at in ranked:
        own = shingles(at)
        if not own:
            continue
        candidates = [by_words[own]] if own in by_words else sorted(near.find(at, own), key=rank.__getitem__)
        original = next((other for other in candidates if is_copy(reports[at], own, reports[other], shingles(other))), None)
        if original is not None:
            roots[at] = roots.get(original, original)
        if own not in by_words:
            by_words[own] = at
            near.add(at, own)
    return [msgspec.structs.replace(report, copy_of=reports[roots[at]].id) if at in roots else report for at, report in enumerate(reports)]


def copies_of(report: str, reports: Sequence[Report]) -> list[str]:
    """The ids of the other reports of the same words: its copies, what it is a copy of, and that one's copies."""
    found = find_copies(reports)
    root = next((one.copy_of or one.id for one in found if one.id == report), report)
    return sorted(one.id for one in found if root in (one.id, one.copy_of) and one.id != report)


def is_copy(report: Report, own: frozenset[str], other: Report, others: frozenset[str]) -> bool:
    """Whether one report repeats the other's words, all of them or nearly, and tells no other numbers."""
    if own == others:
        return True
    fewer = min(own, others, key=len)
    if len(fewer) < FEWEST:
        return False
    shared = len(own & others)
    alike = shared >= SAME * len(own | others) or (len(fewer) >= PART_FEWEST and shared >= PART * len(fewer))
    if not alike:
        return False
    numbers, further = (_numbers(report), _numbers(other)) if fewer is own else (_numbers(other), _numbers(report))
    return numbers <= further


def shingle(report: Report) -> frozenset[str]:
    """Runs of words of the report's body, without regard to case and punctuation."""
    words = [word.casefold() for word in WORD.findall(report.text[report.body :] or report.title or "")]
    if len(words) < RUN:
        return frozenset({" ".join(words)}) if words else frozenset()
    return frozenset(" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def _rank(report: Report) -> tuple[bool, str, str, str]:
    return (report.published is None, report.published.isoformat() if report.published else "", report.sha256, report.id)


def _numbers(report: Report) -> set[str]:
    """The numbers that it tells; the date at its head is no news."""
    lines = report.text[report.body :].splitlines()
    told = [line for place, line in enumerate(lines) if place >= HEAD_LINES or len(line) > HEAD_LENGTH or not YEAR.search(line)]
    return {word.casefold() for line in told for word in WORD.findall(line) if word[0].isdigit()}
