"""Byte streams that can be looked into, and compressed ones that cannot expand without end."""

import io
import zlib
from typing import BinaryIO, Protocol

from marsad.ingest.limits import DOCUMENT_BYTES, HEAD_BYTES, RATIO, RATIO_FROM, Oversized

CHUNK = 65_536
GZIP = 16 + zlib.MAX_WBITS


class Peeked(io.RawIOBase):
    """A stream whose first bytes have been looked at and are given again."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self.head, self.rest = head, rest

    def readable(self) -> bool:
        """True: it can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """The next bytes."""
        taken = self.head[: len(buffer)] or self.rest.read(len(buffer))
        self.head = self.head[len(taken) :]
        buffer[: len(taken)] = taken
        return len(taken)


def peek(stream: BinaryIO, size: int = HEAD_BYTES) -> tuple[bytes, BinaryIO]:
    """The first bytes of the stream, and the stream from its start."""
    parts, missing = [], size
    while missing > 0 and (part := stream.read(missing)):
        parts.append(part)
        missing -= len(part)
    head = b"".join(parts)
    if stream.seekable():
        stream.seek(-len(head), io.SEEK_CUR)
        return head, stream
    return head, io.BufferedReader(Peeked(head, stream), CHUNK)


def read_bounded(stream: BinaryIO, limit: int = DOCUMENT_BYTES) -> bytes:
    """All bytes of the stream; `Oversized` beyond the limit, which is never exceeded in memory."""
    parts, size = [], 0
    while part := stream.read(min(CHUNK, limit + 1 - size)):
        parts.append(part)
        size += len(part)
        if size > limit:
            raise Oversized(f"oversized: more than {limit // 1_000_000} MB in one document; split it")
    return b"".join(parts)


class Inflater(Protocol):
    """A decompressor of one member."""

    def decompress(self, data: bytes, max_length: int = ..., /) -> bytes:
        """The next bytes."""


class Inflated(io.RawIOBase):
    """A gzip stream of any number of members, expanded chunk by chunk; `Oversized` where it expands like a bomb."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.member = zlib.decompressobj(GZIP)
        self.pending = b""
        self.taken = self.given = 0
        self.ended = False

    def readable(self) -> bool:
        """True: it can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """The next expanded bytes; a damaged or cut-off stream raises `zlib.error` or `EOFError` after its last good bytes."""
        while not self.ended:
            data = self._next(len(buffer))
            if data:
                self.given += len(data)
                if self.given > RATIO_FROM and self.given > RATIO * self.taken:
                    raise Oversized(f"oversized: expands more than {RATIO} times")
                buffer[: len(data)] = data
                return len(data)
        return 0

    def _next(self, size: int) -> bytes:
        if not self.pending and not self._fill():
            self.ended = True
            return b""
        data = self.member.decompress(self.pending, size)
        self.pending = self.member.unconsumed_tail
        if self.member.eof:
            self.pending = self.member.unused_data.lstrip(b"\x00")
            self.member = zlib.decompressobj(GZIP)
            if not self.pending:
                self._fill_next_member()
        return data

    def _fill(self) -> bool:
        self.pending = self.stream.read(CHUNK)
        self.taken += len(self.pending)
        if not self.pending:
            tail = self.member.flush()
            raise EOFError(f"the gzip stream ends before its end ({len(tail)} bytes left over)")
        return True

    def _fill_next_member(self) -> None:
        self.pending = self.stream.read(CHUNK).lstrip(b"\x00")
        self.taken += len(self.pending)
        if not self.pending:
            self.ended = True


def inflate(stream: BinaryIO) -> BinaryIO:
    """The expanded bytes of a gzip stream."""
    return io.BufferedReader(Inflated(stream), CHUNK)
