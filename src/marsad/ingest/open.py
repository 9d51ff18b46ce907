"""Which reader an opened input goes to."""

import io
import zlib
from typing import BinaryIO

import msgspec

from marsad.ingest.attempt import Failed, attempt
from marsad.ingest.document import Origin, read_document
from marsad.ingest.draft import Records
from marsad.ingest.limits import NESTING, Oversized
from marsad.ingest.sniff import Format, sniff
from marsad.ingest.streams import inflate, peek, read_bounded

STOPPED = (Oversized, EOFError, zlib.error, OSError, ValueError, Failed)


def read_stream(stream: BinaryIO, label: str, *, name: str = "", path: str | None = None) -> Records:
    """Everything in the input; an error in the middle ends it with its reason, after what was read before."""
    origin = Origin(label, path=path, name=name)
    try:
        yield from read_opened(stream, origin, 0)
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
    elif kind == "gzip":
        yield from _read_gzip(stream, origin, depth)
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


def _read_gzip(stream: BinaryIO, origin: Origin, depth: int) -> Records:
    """A compressed archive keeps its compression, which marks where records begin; anything else is expanded on the way."""
    if depth >= NESTING:
        yield origin.aside(f"oversized: an archive nested more than {NESTING} deep")
        return
    inner = origin.name[:-3] if origin.name.lower().endswith(".gz") else origin.name
    head, stream = peek(stream)
    start = attempt("gzip", _first_bytes, head)
    if sniff(start, inner) == "warc" and depth == 0:
        from marsad.ingest.warc import read_archive

        yield from read_archive(stream, origin)
        return
    yield from read_opened(inflate(stream), msgspec.structs.replace(origin, name=inner), depth + 1)


def _first_bytes(head: bytes) -> bytes:
    return zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(head, 4096)


def _behind_blanks(stream: BinaryIO) -> tuple[Format, BinaryIO]:
    """A long run of blanks at the start says nothing about the rest."""
    content = read_bounded(stream)
    start = content.lstrip()
    return (sniff(start[:4096]) if start else "empty"), io.BytesIO(content)
