"""The ledger: segments that only grow; what `append` has returned from is on the disk."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from marsad.errors import StoreDamaged
from marsad.store.frame import Frame, Torn, frames, packed

SEGMENT_BYTES = 64_000_000
HEAD = "acknowledged"


class Ledger:
    """The records of a store in the order in which they were written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def segments(self) -> list[Path]:
        """The segment files, oldest first."""
        return sorted(self.folder.glob("[0-9]*.segment"))

    def size(self) -> int:
        """Bytes in all segments: where the index stands is told by it."""
        return sum(path.stat().st_size for path in self.segments())

    def acknowledged(self) -> tuple[str, int] | None:
        """The segment and the length up to which records were acknowledged, or None where that was never written down."""
        try:
            words = (self.folder / HEAD).read_text("ascii").split()
            return words[0], int(words[1])
        except (OSError, ValueError, IndexError):
            return None

    def read(self) -> Iterator[Frame]:
        """Every record; an unfinished last one, as a crash leaves it, was never acknowledged and is not given.

        Anything else that is not true to its hash raises `StoreDamaged`.
        """
        for path in self.segments():
            with path.open("rb") as segment:
                try:
                    yield from frames(segment)
                except Torn as torn:
                    if not self._unfinished(path, torn):
                        raise StoreDamaged(f"{path}: {torn}; restore a backup, or see `marsad check` for the extent") from torn
        if missing := self._missing():
            raise StoreDamaged(f"{missing}; restore a backup")

    def damages(self) -> Iterator[str]:
        """Every place in the ledger that is not what it should be."""
        for path in self.segments():
            with path.open("rb") as segment:
                try:
                    for _ in frames(segment):
                        pass
                except Torn as torn:
                    if not self._unfinished(path, torn):
                        yield f"{path.name}: {torn}"
        if missing := self._missing():
            yield missing

    def mend(self) -> int:
        """Cuts off a last record that a crash left unfinished; the bytes cut. Only the owner of the store may call it."""
        segments = self.segments()
        if not segments:
            return 0
        acknowledged = self.acknowledged()
        start = acknowledged[1] if acknowledged and acknowledged[0] == segments[-1].name else 0
        if missing := self._missing():
            raise StoreDamaged(f"{missing}; restore a backup")
        before = segments[-1].stat().st_size
        with segments[-1].open("r+b") as segment:
            try:
                for _ in frames(segment, min(start, before)):
                    pass
            except Torn as torn:
                if not self._unfinished(segments[-1], torn):
                    raise StoreDamaged(f"{segments[-1]}: {torn}; restore a backup") from torn
                segment.truncate(torn.offset)
                os.fsync(segment.fileno())
        after = segments[-1].stat().st_size
        self._acknowledge(segments[-1], after)
        return before - after

    def _unfinished(self, path: Path, torn: Torn) -> bool:
        """Whether the damage is only a record that was being written and was never acknowledged."""
        if path != self.segments()[-1]:
            return False
        acknowledged = self.acknowledged()
        if acknowledged is None:
            return torn.tail
        name, length = acknowledged
        return path.name > name or (path.name == name and torn.offset >= length)

    def _missing(self) -> str | None:
        """What was acknowledged and is no longer there."""
        acknowledged = self.acknowledged()
        if acknowledged is None:
            return None
        path = self.folder / acknowledged[0]
        length = path.stat().st_size if path.exists() else 0
        return f"{path.name}: {acknowledged[1] - length} acknowledged bytes are missing" if length < acknowledged[1] else None

    def _acknowledge(self, path: Path, length: int) -> None:
        handle = os.open(self.folder / HEAD, os.O_WRONLY | os.O_CREAT, 0o644)
        try:
            os.pwrite(handle, f"{path.name} {length:015}\n".encode(), 0)
        finally:
            os.close(handle)

    def append(self, records: Iterable[tuple[str, bytes]]) -> None:
        """The records are on the disk when this returns; when it raises, none of them counts."""
        content = b"".join(packed(kind, record) for kind, record in records)
        if not content:
            return
        path, before = self._current(len(content))
        with path.open("ab") as segment:
            try:
                segment.write(content)
                segment.flush()
                os.fsync(segment.fileno())
            except OSError:
                _cut(segment, before)
                raise
        if before == 0:
            sync_folder(self.folder)
        self._acknowledge(path, before + len(content))

    def replace(self, path: Path, records: Iterable[Frame]) -> None:
        """One segment holds exactly these records: only for `redact`."""
        unfinished = path.with_suffix(".tmp")
        with unfinished.open("wb") as segment:
            for frame in records:
                segment.write(packed(frame.kind, frame.content))
            segment.flush()
            os.fsync(segment.fileno())
        unfinished.replace(path)
        sync_folder(self.folder)
        if path == self.segments()[-1]:
            self._acknowledge(path, path.stat().st_size)

    def _current(self, size: int) -> tuple[Path, int]:
        """The segment that takes the next records, and its length."""
        segments = self.segments()
        if segments:
            length = segments[-1].stat().st_size
            if length == 0 or length + size <= SEGMENT_BYTES:
                return segments[-1], length
        number = int(segments[-1].stem) + 1 if segments else 1
        return self.folder / f"{number:06}.segment", 0


def _cut(segment: BinaryIO, length: int) -> None:
    """A half-written record is taken back where the disk allows it; where not, the next owner mends it."""
    try:
        segment.truncate(length)
    except OSError:
        return


def sync_folder(folder: Path) -> None:
    """New and renamed files of the folder are on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
