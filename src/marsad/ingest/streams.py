"""Byte streams that can be looked into, and compressed ones that cannot expand without end."""

import io
import zlib
from collections.abc import Callable
from typing import BinaryIO

from marsad.ingest.limits import DOCUMENT_BYTES, HEAD_BYTES, RATIO, RATIO_FROM, Oversized

CHUNK = 65_536
GZIP = 16 + zlib.MAX_WBITS
ZSTD = b"\x28\xb5\x2f\xfd"
DICTIONARY_FRAME = b"\x5d\x2a\x4d\x18"
DICTIONARY_BYTES = 16_000_000
WINDOW = 2**27


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


class Counted(io.RawIOBase):
    """A stream that counts what is taken from it."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream, self.taken = stream, 0

    def readable(self) -> bool:
        """True: it can be read."""
        return True

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        data = self.stream.read(CHUNK if size < 0 else size)
        self.taken += len(data)
        return data


class Expanded(io.RawIOBase):
    """A stream of expanded bytes; `Oversized` where they are many times what was taken for them, as in a bomb."""

    def __init__(self, packed: Counted, expand: Callable[[int], bytes]) -> None:
        self.packed, self.expand, self.given = packed, expand, 0

    def readable(self) -> bool:
        """True: it can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """The next expanded bytes; damage raises after the last good ones."""
        data = self.expand(len(buffer))
        self.given += len(data)
        if self.given > RATIO_FROM and self.given > RATIO * self.packed.taken:
            raise Oversized(f"oversized: expands more than {RATIO} times")
        buffer[: len(data)] = data
        return len(data)


class Gzip:
    """The members of a gzip stream, expanded one after the other."""

    def __init__(self, packed: Counted) -> None:
        self.packed = packed
        self.member = zlib.decompressobj(GZIP)
        self.pending = b""
        self.inside = False

    def expand(self, size: int) -> bytes:
        """Up to `size` bytes, none at the end; `zlib.error` or `EOFError` where the stream is damaged or cut off."""
        while self._has_more():
            data = self.member.decompress(self.pending, size)
            self.pending = self.member.unconsumed_tail
            self.inside = not self.member.eof
            if self.member.eof:
                self.pending = self.member.unused_data
                self.member = zlib.decompressobj(GZIP)
            if data:
                return data
        return b""

    def _has_more(self) -> bool:
        if not self.inside:
            self.pending = self.pending.lstrip(b"\x00")  # padding between members
        if not self.pending:
            self.pending = self.packed.read(CHUNK)
            if not self.pending and self.inside:
                raise EOFError("cut off: the gzip stream ends before its end")
        self.inside = self.inside or bool(self.pending)
        return bool(self.pending)


def inflate(stream: BinaryIO) -> BinaryIO:
    """The expanded bytes of a gzip stream."""
    packed = Counted(stream)
    return io.BufferedReader(Expanded(packed, Gzip(packed).expand), CHUNK)


def member_length(stream: BinaryIO) -> int | None:
    """How many bytes the gzip member that begins here takes, None where it does not end; `zlib.error` where it is damaged."""
    member, taken = zlib.decompressobj(GZIP), 0
    while chunk := stream.read(CHUNK):
        taken += len(chunk)
        given = b"more"
        while not member.eof and (chunk or given):
            given = member.decompress(chunk, CHUNK)
            chunk = member.unconsumed_tail
        if member.eof:
            return taken - len(member.unused_data)
    return None


def unzstd(stream: BinaryIO) -> BinaryIO:
    """The expanded bytes of a Zstandard stream, with the dictionary that web archives put in front."""
    import zstandard  # seldom needed

    head, stream = peek(stream, 8)
    dictionary = None
    if head[:4] == DICTIONARY_FRAME:
        stream.read(8)
        words = stream.read(min(int.from_bytes(head[4:], "little"), DICTIONARY_BYTES))
        if words.startswith(ZSTD):
            words = zstandard.ZstdDecompressor(max_window_size=WINDOW).decompress(words, max_output_size=DICTIONARY_BYTES)
        dictionary = zstandard.ZstdCompressionDict(words)
    packed = Counted(stream)
    reader = zstandard.ZstdDecompressor(dict_data=dictionary, max_window_size=WINDOW).stream_reader(packed, read_across_frames=True)  # type: ignore[arg-type]

    def expand(size: int) -> bytes:
        try:
            return reader.read(size)
        except zstandard.ZstdError as fault:
            raise ValueError(f"damaged Zstandard stream: {fault}") from fault

    return io.BufferedReader(Expanded(packed, expand), CHUNK)
