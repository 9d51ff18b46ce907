"""The child that opens files: `python -m marsad.ingest.opener` reads what the parent names and sends back drafts."""

import hashlib
import struct
from collections.abc import Iterator
from pathlib import Path

import msgspec

from marsad.ingest.child import ask_parent, serve
from marsad.ingest.draft import Draft
from marsad.ingest.open import read_stream
from marsad.model.report import SetAside


class Request(msgspec.Struct, frozen=True):
    """A file and how to call it."""

    path: str
    label: str
    name: str
    report_path: str | None
    url: str | None
    keep_received: bool
    skip_known: bool = False  # ask the parent about documents before they are read


DRAFT, ASIDE, ASKS = b"d", b"a", b"?"
YES, NO = b"1", b"0"
POSITION = struct.Struct(">Q")


def answers(request: bytes) -> Iterator[bytes]:
    """Each record of the file: a draft, or what was set aside; a digest asks whether such a document is kept already."""
    asked = msgspec.msgpack.decode(request, type=Request)
    knows = _known_to_parent if asked.skip_known else None
    with Path(asked.path).open("rb") as stream:
        for record in read_stream(stream, asked.label, name=asked.name, path=asked.report_path, url=asked.url, knows=knows):
            if isinstance(record, Draft):
                kept = record if asked.keep_received else msgspec.structs.replace(record, received=b"")
                yield DRAFT + POSITION.pack(stream.tell()) + msgspec.msgpack.encode(kept)
            else:
                yield ASIDE + POSITION.pack(stream.tell()) + msgspec.msgpack.encode(record)


def _known_to_parent(content: bytes) -> bool:
    return ask_parent(ASKS + hashlib.sha256(content).digest()) == YES


def record_of(answer: bytes) -> tuple[Draft | SetAside, int]:
    """The record in an answer, and how far into its file the reader is."""
    (position,) = POSITION.unpack_from(answer, 1)
    record = answer[1 + POSITION.size :]
    if answer[:1] == DRAFT:
        return msgspec.msgpack.decode(record, type=Draft), position
    return msgspec.msgpack.decode(record, type=SetAside), position


if __name__ == "__main__":
    serve(answers)
