"""The child that opens files: `python -m marsad.ingest.opener` reads what the parent names and sends back drafts."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from marsad.ingest.child import serve
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


def answers(request: bytes) -> Iterator[bytes]:
    """Each record of the file: `d` and a draft, or `a` and what was set aside."""
    asked = msgspec.msgpack.decode(request, type=Request)
    with Path(asked.path).open("rb") as stream:
        for record in read_stream(stream, asked.label, name=asked.name, path=asked.report_path, url=asked.url):
            if isinstance(record, Draft):
                kept = record if asked.keep_received else msgspec.structs.replace(record, received=b"")
                yield b"d" + msgspec.msgpack.encode(kept)
            else:
                yield b"a" + msgspec.msgpack.encode(record)


def record_of(answer: bytes) -> Draft | SetAside:
    """The record in an answer."""
    if answer[:1] == b"d":
        return msgspec.msgpack.decode(answer[1:], type=Draft)
    return msgspec.msgpack.decode(answer[1:], type=SetAside)


if __name__ == "__main__":
    serve(answers)
