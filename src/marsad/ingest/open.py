"""Which reader an opened input goes to, through any compression and archives around it."""

import io
import zipfile
import zlib
from typing import BinaryIO

import msgspec

from marsad.ingest.attempt import Failed, attempt
from marsad.ingest.document import Knows, Origin, read_document
from marsad.ingest.draft import Records
from marsad.ingest.limits import NESTING, Oversized
from marsad.ingest.sniff import Format, sniff
from marsad.ingest.streams import inflate, peek, read_bounded, unzstd

STOPPED = (Oversized, EOFError, zlib.error, zipfile.BadZipFile, OSError, ValueError, Failed)


def read_stream(
    stream: BinaryIO, label: str, *, name: str = "", path: str | None = None, url: str | None = None, knows: Knows | None = None
) -> Records:
    """Everything in the input; an error in the middle ends it with its reason, after what was read before."""
    yield from read_safely(stream, Origin(label, path=path, name=name, url=url, knows=knows), 0)


def read_safely(stream: BinaryIO, origin: Origin, depth: int) -> Records:
    """Everything in the stream; what stops its reading is set aside with its reason."""
    try:
        yield from read_opened(stream, origin, depth)
    except STOPPED as fault:
        yield origin.aside(str(fault) or type(fault).__name__)


def read_opened(stream: BinaryIO, origin: Origin, depth: int) -> Records:
    """Everything in the stream, which lies in `depth` archives."""
    head, stream = peek(stream)
    kind = sniff(head, origin.name)
    if kind == "empty":
        kind, stream = _behind_blanks(stream)
    if kind == "empty":
        yield origin.aside("empty: no text")
    elif kind in ("gzip", "zstd", "zip"):
        if depth >= NESTING:
            yield origin.aside(f"oversized: an archive nested more than {NESTING} deep")
            return
        yield from _read_packed(stream, origin, depth, kind)
    elif kind == "brotli":
        yield origin.aside("compressed with Brotli: not read; expand it first")
    else:
        yield from _read_plain(stream, origin, kind)


def _read_plain(stream: BinaryIO, origin: Origin, kind: Format) -> Records:
    if kind == "jsonl":
        from marsad.ingest.jsonlines import read_json_lines

        yield from read_json_lines(stream, origin)
    elif kind == "warc":
        from marsad.ingest.warc import read_archive

        yield from read_archive(stream, origin)
    else:
        yield from read_document(read_bounded(stream), origin, kind)


def _read_packed(stream: BinaryIO, origin: Origin, depth: int, kind: Format) -> Records:
    if kind == "zip":
        from marsad.ingest.zip import members

        for member in members(stream, origin):
            yield from _read_member(member, depth)
        return
    name = _without_ending(origin.name)
    if kind == "gzip" and depth == 0 and _holds_archive(stream, name):
        from marsad.ingest.warc import read_archive

        yield from read_archive(stream, origin)  # its compression marks where records begin
        return
    opened = inflate(stream) if kind == "gzip" else unzstd(stream)
    yield from read_opened(opened, msgspec.structs.replace(origin, name=name), depth + 1)


def _read_member(member: object, depth: int) -> Records:
    from marsad.ingest.zip import Member

    if isinstance(member, Member):
        yield from read_safely(member.stream, member.origin, depth + 1)
    else:
        yield member  # type: ignore[misc]


def _holds_archive(stream: BinaryIO, name: str) -> bool:
    if not stream.seekable():
        return False
    head, _ = peek(stream)
    try:
        start = attempt("gzip", zlib.decompressobj(16 + zlib.MAX_WBITS).decompress, head, 4096)
    except Failed:
        start = b""
    if not start.strip():  # its first record is damaged: the others need not be
        return name.lower().endswith(".warc")
    return sniff(start, name) == "warc"


def _without_ending(name: str) -> str:
    for ending in (".gz", ".zst"):
        if name.lower().endswith(ending):
            return name[: -len(ending)]
    return name


def _behind_blanks(stream: BinaryIO) -> tuple[Format, BinaryIO]:
    """A long run of blanks at the start says nothing about the rest."""
    content = read_bounded(stream)
    start = content.lstrip()
    return (sniff(start[:4096]) if start else "empty"), io.BytesIO(content)
