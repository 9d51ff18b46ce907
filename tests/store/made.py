"""Stores for tests: reports with claims made without any reader, so that what is tested is the store."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from marsad.cli.taking_in import Taking
from marsad.ingest.document import Origin
from marsad.ingest.draft import Draft
from marsad.ingest.finish import finish
from marsad.model.claim import Claim, Evidence, Quantity
from marsad.model.mention import Mentions, QuantityMention
from marsad.model.report import Report
from marsad.reconcile import reconcile
from marsad.store.store import Store


def draft(number: int) -> Draft:
    text = f"KANDAK, 3 May 2018 (AFP) - Some {number + 100} people fled village number {number} on Monday, an aid worker said."
    return Origin("in.jsonl", record=f"line {number}", received=text.encode()).draft(text, id=f"n{number}")


def readings(reports: Iterable[Report]) -> Iterator[Any]:
    """One claim and one mention for each report."""
    for report in reports:
        start = report.text.index("Some")
        words = report.text[start : report.text.index(" on Monday")]
        amount = float(words.split()[1])
        quantity = Quantity(text=words[:8], low=amount, best=amount, high=amount, unit="person", measure="incident")
        claim = Claim(
            id=f"c-{report.id}",
            report=report.id,
            kind="displacement",
            type="displaced",
            evidence=Evidence(start=start, end=start + len(words), text=words),
            quantity=quantity,
        )
        mention = QuantityMention(start=start, end=start + 8, text=words[:8], low=amount, best=amount, high=amount, unit="person")
        yield SimpleNamespace(report=report, mentions=Mentions(quantities=(mention,)), claims=(claim,))


def load() -> None:
    """What a first report loads is in memory, without any store: processes that are forked to work on one begin at once."""
    reconcile([reading.report for reading in readings([finish(draft(0))])], [])


def fill(folder: Path, numbers: Iterable[int]) -> Store:
    """A store with these reports."""
    store = Store.open_or_make(folder)
    with store.own():
        store.ledger.mend()
        taking = Taking(store, readings)
        taking.take(map(draft, numbers))
        store.rebuild()
    return store
