"""The contract's files: one JSON object a line, sorted, written whole or not at all."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Protocol

import msgspec

from marsad.model.claim import Claim
from marsad.model.mention import ActorMention, Attribution, Mention, Mentions, PlaceMention, QuantityMention, Span, TimeMention
from marsad.model.picture import Figure, Holding, Incident
from marsad.model.report import Report, SetAside

FILES = ("reports", "mentions", "claims", "figures", "holdings", "incidents", "set_aside")
ENCODER = msgspec.json.Encoder()
Line = bytes
LINE_ENDS = re.compile(b"\xc2\x85|\xe2\x80[\xa8\xa9]")  # characters that some programs take for the end of a line


class Run(Protocol):
    """What a run over reports gives; `marsad.flow.Run` is one."""

    @property
    def reports(self) -> Iterable[Report]:
        """The reports read."""

    @property
    def mentions(self) -> dict[str, Mentions]:
        """By report id."""

    @property
    def claims(self) -> Iterable[Claim]:
        """All claims."""

    @property
    def figures(self) -> Iterable[Figure]:
        """Reconciled figures."""

    @property
    def holdings(self) -> Iterable[Holding]:
        """Who holds what."""

    @property
    def incidents(self) -> Iterable[Incident]:
        """What happened."""

    @property
    def set_aside(self) -> Iterable[SetAside]:
        """What could not be read."""


def encoded(value: object) -> Line:
    """The value as JSON on one line, whatever a program takes for the end of a line."""
    line = ENCODER.encode(value)
    return LINE_ENDS.sub(lambda found: b"\\u%04x" % ord(found[0].decode()), line) if LINE_ENDS.search(line) else line


def write_folder(run: Run, folder: Path) -> None:
    """The folder holds the contract's files for this run; other files in it are untouched, and no file is ever half written."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, lines in (
        ("reports", report_lines(run.reports)),
        ("mentions", mention_lines(run.mentions)),
        ("claims", claim_lines(run.claims)),
        ("figures", _sorted_lines(run.figures)),
        ("holdings", _sorted_lines(run.holdings)),
        ("incidents", _sorted_lines(run.incidents)),
        ("set_aside", set_aside_lines(run.set_aside)),
    ):
        write_lines(folder / f"{name}.jsonl", lines)


def write_lines(path: Path, lines: Iterable[Line]) -> None:
    """The file holds exactly these lines, or is as it was before."""
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        with unfinished.open("wb") as file:
            for line in lines:
                file.write(line)
                file.write(b"\n")
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def report_lines(reports: Iterable[Report]) -> Iterator[Line]:
    """Reports by id."""
    for report in sorted(reports, key=lambda report: report.id):
        yield encoded(report)


def claim_lines(claims: Iterable[Claim]) -> Iterator[Line]:
    """Claims by report, in the order of its words."""
    for claim in sorted(claims, key=_claim_order):
        yield encoded(claim)


def set_aside_lines(aside: Iterable[SetAside]) -> Iterator[Line]:
    """What could not be read, by input and record."""
    for found in sorted(aside, key=lambda found: (found.input, _natural(found.record or ""), found.reason)):
        yield encoded(found)


def mention_lines(mentions: dict[str, Mentions]) -> Iterator[Line]:
    """Mentions by report, title first, in the order of its words."""
    for report in sorted(mentions):
        found: list[tuple[tuple[Any, ...], Line]] = []
        of_report = mentions[report]
        for group in (of_report.places, of_report.times, of_report.quantities, of_report.actors, of_report.attributions):
            for mention in group:
                if isinstance(mention, PlaceMention) and mention.anaphor:
                    continue  # "the town": its words name no place
                line = encoded({"report": report, **mention_fields(mention)})
                found.append(((mention.field != "title", mention.start, mention.end, type(mention).__name__, line), line))
        yield from (line for _, line in sorted(found))


def mention_fields(mention: Mention) -> dict[str, Any]:
    """The mention under the contract's names; `field` only where it is the title."""
    fields: dict[str, Any] = {"type": _mention_type(mention), "start": mention.start, "end": mention.end, "text": mention.text}
    if mention.field == "title":
        fields["field"] = "title"
    if isinstance(mention, Attribution):
        fields |= {name: _span(getattr(mention, name)) for name in ("source", "cue", "content")}
    own = msgspec.to_builtins(mention)
    return fields | {name: value for name, value in own.items() if name not in fields and name != "field"}


def _mention_type(mention: Mention) -> str:
    match mention:
        case PlaceMention():
            return "place"
        case TimeMention():
            return "time"
        case QuantityMention():
            return "quantity"
        case ActorMention():
            return "actor"
        case Attribution():
            return "attribution"


def _span(span: Span | None) -> dict[str, int] | None:
    return None if span is None else {"start": span.start, "end": span.end}


def _claim_order(claim: Claim) -> tuple[str, bool, int, int, str]:
    return (claim.report, claim.evidence.field != "title", claim.evidence.start, claim.evidence.end, claim.id)


def _natural(record: str) -> tuple[tuple[int, int, str], ...]:
    """Line 9 before line 10."""
    return tuple((1, int(part), "") if part.isdecimal() and part.isascii() else (0, 0, part) for part in record.split())


def _sorted_lines(values: Iterable[msgspec.Struct]) -> Iterator[Line]:
    yield from sorted(encoded(value) for value in values)
