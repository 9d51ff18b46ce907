"""What the ledger's records hold."""

import datetime
from typing import Any

import msgspec

from marsad.model.claim import Claim
from marsad.model.mention import Mentions
from marsad.model.report import Report


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A report with what was read in it: kind `report`, one record, hence one transaction."""

    report: Report
    mentions: Mentions
    claims: tuple[Claim, ...]
    received: str | None = None  # sha256 of the bytes as they came
    input: str | None = None
    record: str | None = None
    reader: str = ""  # version that read it
    collected: str | None = None  # UTC


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """A kept report read again by a later version: kind `reading`; the newest counts."""

    report: str
    mentions: Mentions
    claims: tuple[Claim, ...]
    reader: str = ""


class Aside(msgspec.Struct, frozen=True, kw_only=True):
    """An input that could not be read: kind `aside`; `attempts` counts the tries."""

    input: str
    record: str | None
    reason: str
    source: str | None = None  # where to try again
    attempts: int = 1
    settled: bool = False  # it was read later


class Tombstone(msgspec.Struct, frozen=True, kw_only=True):
    """A report that was removed for good: kind `tombstone`."""

    id: str
    date: datetime.date
    reason: str
    key: str  # so that the same words are not taken in again


class Backup(msgspec.Struct, frozen=True, kw_only=True):
    """A copy of the store that was made: kind `backup`; `redact` names them."""

    path: str
    date: str


class Ingested(msgspec.Struct, frozen=True, kw_only=True):
    """The collection log: kind `run`, one for each ingest."""

    began: str
    inputs: tuple[str, ...]
    reader: str
    new: int
    seen: int
    aside: int
    interrupted: bool = False


KINDS: dict[str, Any] = {"report": Kept, "reading": Reading, "aside": Aside, "tombstone": Tombstone, "backup": Backup, "run": Ingested}


def encode(record: msgspec.Struct) -> tuple[str, bytes]:
    """The record's kind and bytes."""
    kind = next(name for name, cls in KINDS.items() if isinstance(record, cls))
    return kind, msgspec.json.encode(record)
