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


Read = Callable[[list[Report]], Iterable[Reading | SetAside]]


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


class Seen:
    """The reports that a store holds or held, and the bytes it has."""

    def __init__(self, store: Store) -> None:
        self.reports: dict[str, str] = {}
        self.received: set[str] = set()
        self.removed: set[str] = set()
        self.asides: dict[tuple[str, str | None], Aside] = {}
        light = msgspec.json.Decoder(Light)
        for frame in store.ledger.read():
            if frame.kind == "report":
                report = light.decode(frame.content).report
                self.reports[report.id] = key_of(report.id, report.title, report.sha256)
            elif frame.kind == "received":
                self.received.add(frame.sha256)
            elif frame.kind == "tombstone":
                self.removed.add(msgspec.json.decode(frame.content)["key"])
            elif frame.kind == "aside":
                aside = msgspec.json.decode(frame.content, type=Aside)
                self.asides[aside.input, aside.record] = aside


def key_of(report: str, title: str | None, sha256: str) -> str:
    """What is the same for the same report however often it comes."""
    return hashlib.sha256(f"{report}\0{title or ''}\0{sha256}".encode("utf-8", "replace")).hexdigest()


class Taking:
    """One run of `ingest` over a store that this process owns."""

    def __init__(
        self, store: Store, read: Read, *, dry_run: bool = False, batch: int = BATCH, now: datetime.datetime | None = None
    ) -> None:
        self.store, self.read, self.dry_run, self.batch_size = store, read, dry_run, batch
        self.now = (now or datetime.datetime.now(datetime.UTC)).isoformat(timespec="seconds")
        self.seen = Seen(store)
        self.counts = Counts()
        self.batch: list[tuple[Report, Draft]] = []

    def take(self, records: Iterable[Draft | SetAside], sources: dict[str, str] | None = None) -> Counts:
        """Every record is kept, passed over or set aside when this returns; after an interruption, those until then."""
        for record in records:
            if isinstance(record, SetAside):
                self._set_aside(record, (sources or {}).get(record.input))
                continue
            self._settle(record)
            report = finish(record)
            key = key_of(report.id, report.title, report.sha256)
            if key in self.seen.removed or self.seen.reports.get(report.id) == key:
                self.counts.seen += 1
            elif report.id in self.seen.reports:
                self._set_aside(SetAside(record.input, record.record, f"its id was given to another report before: {report.id}"), None)
            else:
                self.seen.reports[report.id] = key
                self.batch.append((report, record))
                if len(self.batch) >= self.batch_size:
                    self.flush()
        self.flush()
        return self.counts

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

    def flush(self) -> None:
        """The reports of the batch are on the disk."""
        batch, self.batch = self.batch, []
        if not batch:
            return
        self.counts.new += len(batch)
        cut = [any(flag.startswith(TRUNCATED) for flag in report.flags) for report, _ in batch]
        self.counts.truncated += sum(cut)
        self.counts.flagged += sum(bool(report.flags) for report, _ in batch) - sum(cut)
        if self.dry_run:
            return
        drafts = {report.id: draft for report, draft in batch}
        frames: list[tuple[str, bytes]] = []
        for reading in self.read([report for report, _ in batch]):
            if isinstance(reading, SetAside):
                self.counts.new -= 1
                self._set_aside(reading, None)
            else:
                frames += self._frames(reading, drafts[reading.report.id])
        self.store.ledger.append(frames)

    def _frames(self, reading: Reading, draft: Draft) -> Iterator[tuple[str, bytes]]:
        received = hashlib.sha256(draft.received).hexdigest() if draft.received else None
        if received and received not in self.seen.received:
            self.seen.received.add(received)
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

    def _set_aside(self, found: SetAside, source: str | None) -> None:
        self.counts.aside += 1
        before = self.seen.asides.get((found.input, found.record))
        attempts = before.attempts + 1 if before and not before.settled else 1
        self.counts.given_up += attempts > ATTEMPTS
        aside = Aside(input=found.input, record=found.record, reason=found.reason, source=source, attempts=min(attempts, ATTEMPTS))
        self._remember(aside)

    def _settle(self, draft: Draft) -> None:
        """What failed before and is read now is no longer set aside."""
        before = self.seen.asides.get((draft.input, draft.record))
        if before and not before.settled:
            self._remember(msgspec.structs.replace(before, settled=True))

    def _remember(self, aside: Aside) -> None:
        if self.seen.asides.get((aside.input, aside.record)) == aside:
            return
        self.seen.asides[aside.input, aside.record] = aside
        if not self.dry_run:
            self.store.ledger.append([encode(aside)])


def to_retry(store: Store) -> list[str]:
    """Where inputs lie that were set aside and may be tried again."""
    return sorted({aside.source for aside in store.folded().asides.values() if aside.source and may_retry(aside)})


def may_retry(aside: Aside) -> bool:
    """Whether what was set aside may be tried again: its place is known, it was not read since, and five tries are not used up."""
    return aside.source is not None and not aside.settled and aside.attempts < ATTEMPTS
