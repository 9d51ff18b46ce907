"""Removal for good: the one operation that takes a past record out of the ledger; a tombstone stays."""

import datetime
import shutil

import msgspec

from marsad.errors import UsageError
from marsad.store.frame import Frame, frames
from marsad.store.record import Decision, Kept, Reading, Tombstone, encode
from marsad.store.store import INDEX, Backup, Store


def redact(store: Store, report: str, reason: str, key: str, date: datetime.date) -> list[Backup]:
    """The report's words are in no file of the store any more; the backups that may still hold them. The caller owns the store.

    The tombstone is written first: a crash in between leaves a report that is already gone from every list, and the next call finishes.
    """
    folded = store.folded()
    if report not in folded.kept and report not in folded.tombstones:
        raise UsageError(f"no report {report} in {store.folder}")
    if report not in folded.tombstones:
        received = folded.kept[report].received
        store.ledger.append([encode(Tombstone(id=report, date=date, reason=reason, key=key, received=received))])
        folded = store.folded()
    gone = {tombstone.received for tombstone in folded.tombstones.values()}
    for path in store.ledger.segments():
        with path.open("rb") as segment:
            before = list(frames(segment))
        after = [frame for frame in before if not _tells_of(frame, report, gone)]
        if len(after) != len(before):
            store.ledger.replace(path, after)
    _remove_leftovers(store)
    store.rebuild()
    return store.backups()


def _tells_of(frame: Frame, report: str, gone: set[str | None]) -> bool:
    """Whether the record holds words of the report: itself, its readings, decisions about it, and the bytes that it came in.

    The bytes go even where other reports came in them too, as with the entries of one feed: those keep their own text.
    """
    if frame.kind == "received":
        return frame.sha256 in gone
    if frame.kind == "report":
        return msgspec.json.decode(frame.content, type=Kept).report.id == report
    if frame.kind == "reading":
        return msgspec.json.decode(frame.content, type=Reading).report == report
    if frame.kind == "decision":
        return msgspec.json.decode(frame.content, type=Decision).report == report
    return False


def _remove_leftovers(store: Store) -> None:
    """Files that a crash left behind may hold the words as well."""
    for path in store.folder.glob(f"{INDEX}.*"):
        path.unlink()
    for path in store.folder.glob("loading-*"):
        shutil.rmtree(path)
    for path in (store.folder / "ledger").glob("*.tmp"):
        path.unlink()
