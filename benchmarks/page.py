"""Processor time and size of the situation report over synthetic claims: `python benchmarks/page.py [1000 3000]`."""

import sys
import time

import msgspec

from marsad.model.claim import Claim
from marsad.model.report import Report
from marsad.picture import picture_at
from marsad.publish.edition import Edition
from marsad.publish.html import situation_page
from marsad.reconcile import reconcile
from reconcile import made_up

SENTENCE = (
    "People of the town said on that day what this made-up sentence stands for, and an official gave the number that is marked in it. "
)


def with_text(reports: list[Report], claims: list[Claim]) -> list[Report]:
    """The reports with a sentence where each claim's evidence lies, so that every evidence card has a quotation."""
    ends: dict[str, int] = {}
    for claim in claims:
        ends[claim.report] = max(ends.get(claim.report, 0), claim.evidence.end)
    return [msgspec.structs.replace(one, text=(SENTENCE * (ends.get(one.id, 0) // len(SENTENCE) + 1))) for one in reports]


def main(sizes: list[int]) -> None:
    """Prints a line for each size: seconds to reconcile and to write the page, and the page's size."""
    print(f"{'claims':>8} {'picture s':>9} {'page s':>7} {'page MB':>8}")
    situation_page(Edition(reports=(), claims=(), picture=picture_at(None, [], reconcile([], []), [])))  # templates and maps are loaded
    for size in sizes:
        bare, claims = made_up(size)
        reports = with_text(bare, claims)
        start = time.process_time()
        picture = picture_at(None, reports, reconcile(reports, claims), claims)
        drawn = time.process_time()
        page = situation_page(Edition(reports=tuple(reports), claims=tuple(claims), picture=picture))
        done = time.process_time()
        print(f"{size:8} {drawn - start:9.2f} {done - drawn:7.2f} {len(page.encode()) / 1e6:8.2f}", flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1_000, 3_000])
