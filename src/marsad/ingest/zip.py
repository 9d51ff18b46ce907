"""Zip archives: members are read one by one and bounded; their names are only names, nothing is ever written."""

import tempfile
import zipfile
from collections.abc import Iterator
from typing import IO, BinaryIO

import msgspec

from marsad.ingest.attempt import Failed, attempt
from marsad.ingest.document import Origin
from marsad.ingest.limits import ARCHIVE_MEMBERS, RATIO, RATIO_FROM, Oversized
from marsad.ingest.streams import CHUNK
from marsad.model.report import SetAside

BUDGET_FLOOR = 100_000_000  # expanded bytes that any archive may have


class Member(msgspec.Struct, frozen=True):
    """An opened member of an archive."""

    stream: BinaryIO
    origin: Origin


class Budget:
    """Expanded bytes that are left for the archive."""

    def __init__(self, size: int) -> None:
        self.left = max(BUDGET_FLOOR, RATIO * size)


class Bounded:
    """A member's bytes, within its own ratio and the archive's budget."""

    def __init__(self, stream: IO[bytes], packed: int, budget: Budget) -> None:
        self.stream, self.budget = stream, budget
        self.given, self.most = 0, max(RATIO_FROM, RATIO * packed)

    def read(self, size: int = -1) -> bytes:
        """The next bytes; `Oversized` where they are too many, `Failed` where the member is damaged."""
        data: bytes = attempt("zip", self.stream.read, CHUNK if size < 0 else size)
        self.given += len(data)
        self.budget.left -= len(data)
        if self.given > self.most or self.budget.left < 0:
            raise Oversized(f"oversized: expands more than {RATIO} times")
        return data

    def seekable(self) -> bool:
        """False: it is read once."""
        return False


def members(stream: BinaryIO, origin: Origin) -> Iterator[Member | SetAside]:
    """Every readable member in the order of the archive; others with the reason."""
    if stream.seekable():
        yield from _members(stream, origin)
        return
    with tempfile.TemporaryFile() as spooled:
        while chunk := stream.read(CHUNK):
            spooled.write(chunk)
        yield from _members(spooled, origin)


def _members(stream: BinaryIO, origin: Origin) -> Iterator[Member | SetAside]:
    try:
        archive = attempt("zip", zipfile.ZipFile, stream)
    except Failed as fault:
        yield origin.aside(str(fault))
        return
    with archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir() and not _is_hidden(entry.filename)]
        budget = Budget(sum(entry.compress_size for entry in entries))
        for entry in entries[:ARCHIVE_MEMBERS]:
            yield from _member(archive, entry, origin, budget)
        if len(entries) > ARCHIVE_MEMBERS:
            yield origin.aside(f"oversized: {len(entries) - ARCHIVE_MEMBERS} members beyond the first {ARCHIVE_MEMBERS:,} were not read")
        if not entries:
            yield origin.aside("empty: an archive without files")


def _member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, origin: Origin, budget: Budget) -> Iterator[Member | SetAside]:
    name = entry.filename
    path = f"{origin.path}/{name}" if origin.path else None
    part = msgspec.structs.replace(origin.part(name), name=_last(name), path=path)
    if entry.flag_bits & 1:
        yield part.aside("encrypted")
        return
    try:
        with attempt("zip", archive.open, entry) as opened:
            yield Member(Bounded(opened, entry.compress_size, budget), part)  # type: ignore[arg-type]
    except Failed as fault:
        yield part.aside(str(fault))


def _last(name: str) -> str:
    return name.replace("\\", "/").rsplit("/", 1)[-1]


def _is_hidden(name: str) -> bool:
    """As in folders: what the system put there is no report."""
    return _last(name).startswith(".") or name.startswith("__MACOSX/")
