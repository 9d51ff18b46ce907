"""Whether a store holds what it says: ledger, index, and every claim's evidence."""

from collections.abc import Iterator

import duckdb

from marsad.errors import StoreDamaged
from marsad.store import index
from marsad.store.contents import Folded
from marsad.store.store import Store


def faults(store: Store) -> Iterator[str]:
    """Every fault in one line; none where all is well."""
    damaged = False
    for fault in store.ledger.damages():
        damaged = True
        yield f"ledger: {fault}"
    if damaged:
        return
    try:
        folded = store.folded()
    except (StoreDamaged, ValueError) as fault:
        yield f"ledger: {fault}"
        return
    yield from _evidence(folded)
    yield from _received(store, folded)
    yield from _index(store, folded)


def _evidence(folded: Folded) -> Iterator[str]:
    """Claims whose evidence is not the slice that it says."""
    for kept in folded.kept.values():
        for claim in kept.claims:
            evidence = claim.evidence
            if kept.report.kept(evidence.field)[evidence.start : evidence.end] != evidence.text:
                yield f"claim {claim.id}: its evidence is not in report {claim.report} at {evidence.start}-{evidence.end}"
            if claim.report != kept.report.id:
                yield f"claim {claim.id}: it stands with report {kept.report.id} and names {claim.report}"


def _received(store: Store, folded: Folded) -> Iterator[str]:
    there = {frame.sha256 for frame in store.ledger.read() if frame.kind == "received"}
    there |= {tombstone.received for tombstone in folded.tombstones.values() if tombstone.received}  # went with a report that was removed
    for kept in folded.kept.values():
        if kept.received and kept.received not in there:
            yield f"report {kept.report.id}: the bytes as received are missing"


def _index(store: Store, folded: Folded) -> Iterator[str]:
    """An index that does not open, is of another state or does not count what the ledger counts."""
    if not store.index.exists():
        yield "index: there is none; `marsad rebuild` makes it"
        return
    try:
        with index.connect(store.index) as connection:
            lines = {table: connection.execute(f"SELECT line FROM {table}").fetchall() for table in index.TABLES}  # noqa: S608 - own names
            position = dict(connection.execute("SELECT key, value FROM about").fetchall()).get("position")
    except (duckdb.Error, OSError) as fault:
        yield f"index: it does not open ({str(fault).splitlines()[0][:160]}); `marsad rebuild` makes it anew"
        return
    if position != store.position():
        yield "index: older than the ledger; `marsad rebuild` makes it anew"
        return
    claims = sum(len(kept.claims) for kept in folded.kept.values())
    for table, count in (("reports", len(folded.kept)), ("claims", claims), ("set_aside", len(folded.set_aside()))):
        if len(lines[table]) != count:
            yield f"index: {len(lines[table]):,} {table} where the ledger has {count:,}; `marsad rebuild` makes it anew"
