"""What the ledger's records hold."""

import datetime
from typing import Any, Literal

import msgspec

from marsad.model.claim import Claim
from marsad.model.mention import Mentions
from marsad.model.report import Field, Report

Verdict = Literal["accepted", "rejected", "undone"]


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
    received: str | None = None  # sha256 of the bytes that went with it, which may have held other reports too


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """What a person decided about a claim: kind `decision`; the newest about the same words counts."""

    id: str  # of the request, so that the same request again is harmless
    claim: str
    report: str
    field: Field
    start: int
    end: int
    seen: str  # fingerprint of the claim as the person saw it
    verdict: Verdict
    reason: str = ""
    by: str = ""
    at: str = ""  # UTC
    reader: str = ""  # version that had read it


class Ingested(msgspec.Struct, frozen=True, kw_only=True):
    """The collection log: kind `run`, one for each ingest."""

    began: str
    inputs: tuple[str, ...]
    reader: str
    new: int
    seen: int
    aside: int
    interrupted: bool = False


KINDS: dict[str, Any] = {"report": Kept, "reading": Reading, "aside": Aside, "tombstone": Tombstone, "decision": Decision, "run": Ingested}


def encode(record: msgspec.Struct) -> tuple[str, bytes]:
    """The record's kind and bytes."""
    kind = next(name for name, cls in KINDS.items() if isinstance(record, cls))
    return kind, msgspec.json.encode(record)
