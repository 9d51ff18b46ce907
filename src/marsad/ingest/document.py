"""One document in memory, wherever its bytes came from: a file, a record of an archive, an attachment."""

from collections.abc import Callable, Iterator

import msgspec

from marsad.ingest.draft import Draft, Records
from marsad.ingest.limits import DOCUMENT_BYTES
from marsad.model.report import SetAside

Knows = Callable[[bytes], bool]
ONE_REPORT = ("html", "pdf")  # documents that hold one report and take long to read


class Origin(msgspec.Struct, frozen=True):
    """How to name a document in reports and in what is set aside."""

    input: str
    record: str | None = None
    path: str | None = None
    url: str | None = None
    charset: str | None = None
    name: str = ""
    received: bytes = b""
    knows: Knows | None = None  # whether a report that came in these bytes is kept already

    def aside(self, reason: str) -> SetAside:
        """What is written down where this document cannot be read."""
        return SetAside(self.input, self.record, reason)

    def part(self, record: str) -> "Origin":
        """A part of this document, such as an entry of a feed."""
        return msgspec.structs.replace(self, record=f"{self.record}, {record}" if self.record else record)

    def draft(self, text: str, **fields: object) -> Draft:
        """A draft that knows where it comes from."""
        named: dict[str, object] = {
            "input": self.input,
            "record": self.record,
            "path": self.path,
            "url": self.url,
            "text": text,
            "received": self.received,
        }
        return msgspec.convert({**named, **{key: value for key, value in fields.items() if value is not None}}, Draft)


def read_document(content: bytes, origin: Origin, kind: str) -> Records:
    """What the document holds, or why it cannot be read."""
    origin = msgspec.structs.replace(origin, received=content)
    if len(content) > DOCUMENT_BYTES:
        yield origin.aside(f"oversized: more than {DOCUMENT_BYTES // 1_000_000} MB in one document; split it")
    elif kind in ONE_REPORT and origin.knows is not None and origin.knows(content):
        yield msgspec.structs.replace(origin.draft(""), kept=True, received=b"")
    elif kind == "html":
        from marsad.ingest.html import read_page

        yield from read_page(content, origin)
    elif kind == "feed":
        from marsad.ingest.feed import read_feed

        yield from read_feed(content, origin)
    elif kind == "json":
        from marsad.ingest.jsonlines import read_json

        yield from read_json(content, origin)
    elif kind == "pdf":
        from marsad.ingest.pdf import read_pdf

        yield from read_pdf(content, origin)
    else:
        from marsad.ingest.text import read_text

        yield from read_text(content, origin)


def first(records: Iterator[Draft | SetAside]) -> Draft | SetAside | None:
    """The first record, or None."""
    return next(records, None)
