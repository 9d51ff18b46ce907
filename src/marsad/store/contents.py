"""The ledger folded: what holds after all its records."""

import datetime
from collections.abc import Iterable
from typing import Any

import msgspec

from marsad.model.claim import Claim
from marsad.model.mention import Mentions
from marsad.model.picture import Figure, Holding, Incident
from marsad.model.report import Report, SetAside
from marsad.store.frame import Frame
from marsad.store.record import KINDS, Aside, Decision, Ingested, Kept, Reading, Tombstone

DECODERS: dict[str, Any] = {kind: msgspec.json.Decoder(cls) for kind, cls in KINDS.items()}


class Folded:
    """The state after the records read so far."""

    def __init__(self) -> None:
        self.kept: dict[str, Kept] = {}
        self.asides: dict[tuple[str, str | None], Aside] = {}
        self.tombstones: dict[str, Tombstone] = {}
        self.decisions: list[Decision] = []
        self.runs: list[Ingested] = []
        self.records = 0

    def add(self, frame: Frame) -> None:
        """The state after one more record; kinds of later versions are passed over."""
        self.records += 1
        decoder = DECODERS.get(frame.kind)
        if decoder is None:
            return
        match decoder.decode(frame.content):
            case Kept() as kept:
                self.kept.setdefault(kept.report.id, kept)
            case Reading() as again if again.report in self.kept:
                self.kept[again.report] = msgspec.structs.replace(
                    self.kept[again.report], mentions=again.mentions, claims=again.claims, reader=again.reader
                )
            case Aside() as aside:
                self.asides[aside.input, aside.record] = aside
            case Tombstone() as tombstone:
                self.tombstones[tombstone.id] = tombstone
                self.kept.pop(tombstone.id, None)
            case Decision() as decision:
                self.decisions.append(decision)
            case Ingested() as run:
                self.runs.append(run)
            case _:
                pass

    def set_aside(self) -> list[SetAside]:
        """What could not be read until now."""
        return [SetAside(aside.input, aside.record, aside.reason) for aside in self.asides.values() if not aside.settled]


def fold(frames: Iterable[Frame]) -> Folded:
    """The state after all records."""
    folded = Folded()
    for frame in frames:
        folded.add(frame)
    return folded


class Contents(msgspec.Struct, frozen=True):
    """Everything in a store, in the same shape as a run of `marsad read`."""

    reports: tuple[Report, ...]
    mentions: dict[str, Mentions]
    claims: tuple[Claim, ...]
    figures: tuple[Figure, ...]
    holdings: tuple[Holding, ...]
    incidents: tuple[Incident, ...]
    set_aside: tuple[SetAside, ...]
    rejected: frozenset[str] = frozenset()  # claims that a person took out of the picture

    @property
    def counted(self) -> tuple[Claim, ...]:
        """The claims that the picture is made of."""
        return tuple(claim for claim in self.claims if claim.id not in self.rejected)

    def known_by(self, day: datetime.date) -> "Contents":
        """What could be known on the day: from the reports that were out by then."""
        from marsad.picture.at import known_by
        from marsad.reconcile import reconcile

        reports, claims = known_by(day, self.reports, self.claims)
        picture = reconcile(reports, [claim for claim in claims if claim.id not in self.rejected])
        return msgspec.structs.replace(
            self,
            reports=tuple(reports),
            mentions={report.id: self.mentions[report.id] for report in reports if report.id in self.mentions},
            claims=tuple(claims),
            figures=tuple(picture.figures),
            holdings=tuple(picture.holdings),
            incidents=tuple(picture.incidents),
        )


def reconciled(folded: Folded) -> Contents:
    """Copies found and claims reconciled over all kept reports; the order of the ledger changes nothing."""
    from marsad.ingest.copies import find_copies
    from marsad.reconcile import infer_dates, reconcile, retime
    from marsad.store.decisions import standings

    reports = find_copies(sorted((kept.report for kept in folded.kept.values()), key=lambda report: report.id))
    read = [claim for report in reports for claim in folded.kept[report.id].claims]
    reports = infer_dates(reports, read)
    claims = tuple(retime(reports, read))
    rejected = frozenset(one.claim for one in standings(folded) if one.rejects and one.claim)
    picture = reconcile(reports, [claim for claim in claims if claim.id not in rejected])
    return Contents(
        reports=tuple(reports),
        mentions={report.id: folded.kept[report.id].mentions for report in reports},
        claims=claims,
        figures=tuple(picture.figures),
        holdings=tuple(picture.holdings),
        incidents=tuple(picture.incidents),
        set_aside=tuple(folded.set_aside()),
        rejected=rejected,
    )
