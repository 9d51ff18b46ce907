"""One record of the ledger on disk: a line with its kind, length and sha256, then its bytes."""

import hashlib
import re
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

HEADER = re.compile(rb"([a-z]{1,20}) ([0-9]{1,12}) ([0-9a-f]{64})\n")
HEADER_BYTES = 110
LARGEST = 200_000_000


class Frame(msgspec.Struct, frozen=True):
    """A whole record and where it begins in its segment."""

    kind: str
    content: bytes
    offset: int = 0

    @property
    def sha256(self) -> str:
        """Of the content."""
        return hashlib.sha256(self.content).hexdigest()


class Torn(Exception):
    """The bytes from `offset` on are no whole record; `tail` says whether nothing follows them, as after a crash."""

    def __init__(self, offset: int, *, tail: bool, why: str) -> None:
        super().__init__(f"at byte {offset}: {why}")
        self.offset, self.tail = offset, tail


def packed(kind: str, content: bytes) -> bytes:
    """The record as it stands in a segment."""
    return b"%s %d %s\n%s\n" % (kind.encode(), len(content), hashlib.sha256(content).hexdigest().encode(), content)


def frames(segment: BinaryIO, offset: int = 0) -> Iterator[Frame]:
    """The records of a segment from `offset` on; `Torn` at the first that is not whole and true to its hash."""
    segment.seek(offset)
    while header := segment.readline(HEADER_BYTES):
        yield _frame(segment, header, offset)
        offset = segment.tell()


def _frame(segment: BinaryIO, header: bytes, offset: int) -> Frame:
    found = HEADER.fullmatch(header)
    if not found:
        raise Torn(offset, tail=not segment.read(1) and not header.endswith(b"\n"), why="no record begins here")
    size = int(found[2])
    if size > LARGEST:
        raise Torn(offset, tail=False, why="a record of impossible length")
    content = segment.read(size + 1)
    if len(content) < size + 1:
        raise Torn(offset, tail=True, why="the last record is cut off")
    if content[-1:] != b"\n" or hashlib.sha256(content[:-1]).hexdigest().encode() != found[3]:
        raise Torn(offset, tail=not segment.peek(1) if hasattr(segment, "peek") else False, why="a record is not what its hash says")
    return Frame(found[1].decode(), content[:-1], offset)
