"""Reports into a store: what is new is read and kept, what was seen is passed over, what fails is remembered."""

import datetime
import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

import msgspec

from marsad import __version__
from marsad.ingest.draft import TRUNCATED, Draft
from marsad.ingest.finish import finish
from marsad.model.claim import Claim
from marsad.model.mention import Mentions
from marsad.model.report import Report, SetAside
from marsad.store.record import Aside, Ingested, Kept, encode
from marsad.store.store import Store

BATCH = 64
ATTEMPTS = 5
SHORT = 12  # bytes


class Reading(Protocol):
    """One report as read; `marsad.flow.Reading` is one."""

    @property
    def report(self) -> Report:
        """The report."""

    @property
    def mentions(self) -> Mentions:
        """Its mentions."""

    @property
    def claims(self) -> Sequence[Claim]:
        """Its claims."""


Read = Callable[[Iterable[Report]], Iterable[Reading | SetAside]]


class Counts(msgspec.Struct):
    """What became of the inputs: the sum is what came in."""

    new: int = 0
    seen: int = 0
    aside: int = 0
    truncated: int = 0
    flagged: int = 0
    given_up: int = 0

    def words(self) -> str:
        """The closing line."""
        line = f"{self.new:,} new, {self.seen:,} seen, {self.aside:,} set aside, {self.truncated:,} truncated, {self.flagged:,} flagged"
        return f"{line}, {self.given_up:,} given up after {ATTEMPTS} attempts" if self.given_up else line


class LightReport(msgspec.Struct):
    """As much of a kept report as tells whether another is the same."""

    id: str
    sha256: str
    title: str | None = None


class Light(msgspec.Struct):
    """As much of a record."""

    report: LightReport
    received: str | None = None


class Seen:
    """The reports that a store holds or held, and the bytes it has."""

    def __init__(self, store: Store) -> None:
        self.reports: dict[str, bytes] = {}  # by id, a digest of what was said: a million of them stay small
        self.documents: set[bytes] = set()  # digests of the bytes that reports came in
        self.received: set[bytes] = set()  # digests of the bytes in the ledger
        self.removed: set[str] = set()
        self.asides: dict[tuple[str, str | None], Aside] = {}
        light = msgspec.json.Decoder(Light)
        for frame in store.ledger.read():
            if frame.kind == "report":
                found = light.decode(frame.content)
                self.reports[found.report.id] = short(key_of(found.report.id, found.report.title, found.report.sha256))
                if found.received:
                    self.documents.add(short(found.received))
            elif frame.kind == "received":
                self.received.add(short(frame.sha256))
            elif frame.kind == "tombstone":
                self.removed.add(msgspec.json.decode(frame.content)["key"])
            elif frame.kind == "aside":
                aside = msgspec.json.decode(frame.content, type=Aside)
                self.asides[aside.input, aside.record] = aside

    def knows(self, digest: bytes) -> bool:
        """Whether a kept report came in the bytes that have this sha256."""
        return digest[:SHORT] in self.documents


def short(digest: str) -> bytes:
    """Enough of a digest to tell a store's reports apart."""
    return bytes.fromhex(digest)[:SHORT]


def key_of(report: str, title: str | None, sha256: str) -> str:
    """What is the same for the same report however often it comes."""
    return hashlib.sha256(f"{report}\0{title or ''}\0{sha256}".encode("utf-8", "replace")).hexdigest()


class Taking:
    """One run of `ingest` over a store that this process owns."""

    def __init__(self, store: Store, read: Read, *, dry_run: bool = False, now: datetime.datetime | None = None) -> None:
        self.store, self.read, self.dry_run = store, read, dry_run
        self.now = (now or datetime.datetime.now(datetime.UTC)).isoformat(timespec="seconds")
        self.seen = Seen(store)
        self.counts = Counts()
        self.sources: dict[str, str] = {}
        self.drafts: dict[str, Draft] = {}  # of the reports that are being read
        self.frames: list[tuple[str, bytes]] = []  # read, and not yet on the disk
        self.unsynced = 0

    def take(self, records: Iterable[Draft | SetAside], sources: dict[str, str] | None = None) -> Counts:
        """Every record is kept, passed over or set aside when this returns; after an interruption, those until then."""
        self.sources = sources or {}
        fresh = self._fresh(records)
        if self.dry_run:
            self.counts.new += sum(1 for _ in fresh)
            return self.counts
        for reading in self.read(fresh):
            if isinstance(reading, SetAside):
                self.drafts.pop(reading.record or "", None)
                self._set_aside(reading, None)
                continue
            self.counts.new += 1
            self.frames += self._frames(reading, self.drafts.pop(reading.report.id))
            self.unsynced += 1
            if self.unsynced >= BATCH:
                self._acknowledge()
        self._acknowledge()
        return self.counts

    def _fresh(self, records: Iterable[Draft | SetAside]) -> Iterator[Report]:
        """The reports that the store has not; what else comes is counted, and kept where it must be."""
        for record in records:
            if isinstance(record, SetAside):
                self._set_aside(record, self.sources.get(record.input))
                continue
            if record.kept:
                self.counts.seen += 1
                self.frames += self._settled(record)
                continue
            report = finish(record)
            key = key_of(report.id, report.title, report.sha256)
            if key in self.seen.removed or self.seen.reports.get(report.id) == short(key):
                self.counts.seen += 1
                self.frames += self._settled(record)
            elif report.id in self.seen.reports:
                self._set_aside(SetAside(record.input, record.record, f"its id was given to another report before: {report.id}"), None)
            else:
                self.seen.reports[report.id] = short(key)
                self.drafts[report.id] = record
                self._count_flags(report)
                yield report

    def _count_flags(self, report: Report) -> None:
        cut = any(flag.startswith(TRUNCATED) for flag in report.flags)
        self.counts.truncated += cut
        self.counts.flagged += bool(report.flags) and not cut

    def _acknowledge(self) -> None:
        """What was read is on the disk."""
        frames, self.frames, self.unsynced = self.frames, [], 0
        self.store.ledger.append(frames)

    def log(self, inputs: Sequence[str], *, interrupted: bool) -> None:
        """The collection log knows of this run."""
        if not self.dry_run:
            counts = self.counts
            run = Ingested(
                began=self.now,
                inputs=tuple(inputs),
                reader=__version__,
                new=counts.new,
                seen=counts.seen,
                aside=counts.aside,
                interrupted=interrupted,
            )
            self.store.ledger.append([encode(run)])

    def _frames(self, reading: Reading, draft: Draft) -> Iterator[tuple[str, bytes]]:
        received = hashlib.sha256(draft.received).hexdigest() if draft.received else None
        if received and short(received) not in self.seen.received:
            self.seen.received.add(short(received))
            yield "received", draft.received
        yield encode(
            Kept(
                report=reading.report,
                mentions=reading.mentions,
                claims=tuple(reading.claims),
                received=received,
                input=draft.input,
                record=draft.record,
                reader=__version__,
                collected=self.now,
            )
        )

        yield from self._settled(draft)

    def _set_aside(self, found: SetAside, source: str | None) -> None:
        self.counts.aside += 1
        before = self.seen.asides.get((found.input, found.record))
        attempts = before.attempts + 1 if before and not before.settled else 1
        self.counts.given_up += attempts > ATTEMPTS
        aside = Aside(input=found.input, record=found.record, reason=found.reason, source=source, attempts=min(attempts, ATTEMPTS))
        if before == aside:
            return
        self.seen.asides[aside.input, aside.record] = aside
        if not self.dry_run:
            self.frames.append(encode(aside))

    def _settled(self, draft: Draft) -> Iterator[tuple[str, bytes]]:
        """What failed before and is read now is no longer set aside: known to the ledger no sooner than the report is."""
        before = self.seen.asides.get((draft.input, draft.record))
        if before and not before.settled:
            settled = msgspec.structs.replace(before, settled=True)
            self.seen.asides[draft.input, draft.record] = settled
            yield encode(settled)


def to_retry(store: Store) -> list[str]:
    """Where inputs lie that were set aside and may be tried again."""
    return sorted({aside.source for aside in store.folded().asides.values() if aside.source and may_retry(aside)})


def may_retry(aside: Aside) -> bool:
    """Whether what was set aside may be tried again: its place is known, it was not read since, and five tries are not used up."""
    return aside.source is not None and not aside.settled and aside.attempts < ATTEMPTS
