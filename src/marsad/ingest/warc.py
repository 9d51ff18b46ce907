"""Web archives: one record at a time, bounded, and onward to the next one after damage."""

import contextlib
import io
import re
import tempfile
from collections.abc import Iterator
from functools import cache
from typing import Any, BinaryIO

import msgspec

from marsad.ingest.attempt import Failed, attempt
from marsad.ingest.document import Origin, read_document
from marsad.ingest.draft import Records
from marsad.ingest.limits import HEAD_BYTES, RATIO, RATIO_FROM, Oversized
from marsad.ingest.sniff import sniff
from marsad.ingest.streams import CHUNK, inflate, member_length, read_bounded

GZIP_MEMBER = re.compile(rb"\x1f\x8b\x08[\x00-\x1f]")
RECORD_START = re.compile(rb"WARC/1\.[01]\r?\n")
READABLE = ("text/", "application/xhtml", "application/xml", "application/rss", "application/atom", "application/pdf")
UNREADABLE = ("text/css", "text/javascript", "text/csv", "text/vtt", "text/x-component")
LINE_BYTES = 65_536
CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_.:\-]{2,30})", re.IGNORECASE)


class Archive:
    """An archive being read: where the current record begins and how many there were."""

    def __init__(self, stream: BinaryIO, origin: Origin) -> None:
        self.stream, self.origin = stream, origin
        self.number = self.good = 0
        self.offset = 0
        head = stream.read(5)
        self.compressed = head[:2] == b"\x1f\x8b" or (origin.name.lower().endswith(".gz") and head != b"WARC/")

    def read(self) -> Records:
        """Every record's document; a damaged stretch is set aside once."""
        start: int | None = 0
        said_at = -1
        while start is not None:
            self.stream.seek(start)
            self.offset = start
            try:
                yield from self._stretch(self.stream)
                return
            except Failed as fault:
                if "non-chunked" in str(fault):
                    yield from self._whole()
                    return
                if self.good > said_at:
                    yield self._here().aside(f"damaged after record {self.good}: {fault}")
                said_at = self.good
            start = _next_start(self.stream, max(self.offset, start) + 1, self.compressed)

    def _stretch(self, stream: BinaryIO, skip: int = 0) -> Records:
        """Records until the end or until damage, which raises `Failed`."""
        said = io.StringIO()
        record: Any = None
        with _hushed(said):
            records = attempt("archive", _iterator(), stream)
        while True:
            with _hushed(said):
                last, record = record, attempt("archive", next, iter(records), None)
            if record is not None and stream is self.stream:
                self.offset = max(self.offset, records.offset)
            if said.getvalue():
                said.truncate(0)
                yield self._here().aside("the record is longer than its header says: its rest was not read")
            if record is None:
                if self.compressed and stream is self.stream and not (last and _missing(last)):
                    self._check_end()
                return
            if record.format != "warc":
                raise Failed("bytes that are no WARC record")
            if attempt("archive", record.rec_headers.get_header, "Content-Length") is None:
                raise Failed("a record that does not say how long it is")
            skip -= 1
            if skip < 0:
                self.number += 1
                yield from _read_record(record, self._here())
                self.good += 1

    def _check_end(self) -> None:
        """Nothing if the last record read is the last there is, else `Failed`: the library ends in silence at some damage."""
        self.stream.seek(self.offset)
        length = attempt("archive", member_length, self.stream)
        if length is None:
            raise Failed("a record that does not end")
        self.stream.seek(self.offset + length)
        if self.stream.read(CHUNK).strip(b"\x00"):
            raise Failed("a record that cannot be read")

    def _whole(self) -> Records:
        """All further records of an archive that was compressed in one piece."""
        self.stream.seek(0)
        try:
            yield from self._stretch(inflate(self.stream), skip=self.number)
        except Failed as fault:
            yield self._here().aside(f"damaged after record {self.number}: the rest of an archive compressed in one piece: {fault}")

    def _here(self) -> Origin:
        return self.origin.part(f"record {self.number}")


@cache
def _iterator() -> Any:
    """The library's iterator over records, which looks for the end of a record in lines: no line is read without bound any more."""
    from warcio import archiveiterator  # slow to load: only for archives

    class Lines(archiveiterator.DecompressingBufferedReader):  # type: ignore[misc]
        """The library's reader with a bound on lines and on what expands."""

        def readline(self, length: int | None = None) -> bytes:
            """A line, or its first bytes."""
            found: bytes = super().readline(length or LINE_BYTES)
            return found

        taken = given = 0  # of the current member

        def read_next_member(self) -> bool:
            """Whether there is another member."""
            self.taken = self.given = 0
            return bool(super().read_next_member())

        def _process_read(self, data: bytes) -> None:  # where the library expands, also what nobody reads
            super()._process_read(data)
            self.taken += len(data)
            self.given += self.buff_size if data else 0
            if self.decompressor and self.given > RATIO_FROM and self.given > RATIO * self.taken:
                raise Oversized(f"oversized: expands more than {RATIO} times")

    archiveiterator.DecompressingBufferedReader = Lines
    return archiveiterator.ArchiveIterator


def read_archive(stream: BinaryIO, origin: Origin) -> Records:
    """The pages and texts of the archive, and what could not be read of it."""
    nothing = True
    for record in _read(stream, origin):
        nothing = False
        yield record
    if nothing:
        yield origin.aside("an archive without a page that was answered")


def _read(stream: BinaryIO, origin: Origin) -> Records:
    if stream.seekable():
        yield from Archive(stream, origin).read()
        return
    with tempfile.TemporaryFile() as spooled:  # resuming after damage needs to go back
        try:
            while chunk := stream.read(CHUNK):
                spooled.write(chunk)
        except (Oversized, EOFError, OSError, ValueError) as fault:
            yield origin.aside(f"the archive was read up to its damage: {fault}")
        spooled.seek(0)
        yield from Archive(spooled, origin).read()


def _read_record(record: Any, origin: Origin) -> Records:
    """The document of a response, resource or conversion record; other records are no reports."""
    if record.rec_type not in ("response", "resource", "conversion"):
        return
    status = (record.http_headers.get_statuscode() or "") if record.http_headers else ""
    if status and not status.startswith("2"):
        return
    kind = _content_type(record)
    if kind and (not kind.startswith(READABLE) or kind.startswith(UNREADABLE)):
        return
    url = attempt("archive", record.rec_headers.get_header, "WARC-Target-URI")
    named = msgspec.structs.replace(origin, url=_address(url), charset=_charset(kind))
    try:
        content = attempt("archive", _content, record)
    except Failed as fault:
        if not isinstance(fault.__cause__, Oversized | EOFError):
            raise
        yield named.aside(str(fault.__cause__))
        if isinstance(fault.__cause__, Oversized):
            raise Failed("the rest of an oversized record was not read") from fault
        return
    found = sniff(content[:HEAD_BYTES], _name(kind))
    if found in ("empty", "gzip", "zstd", "zip", "warc", "binary"):
        yield named.aside("empty: no text" if found == "empty" else f"{found} inside an archive: not read")
        return
    yield from read_document(content, named, found)


def _content(record: Any) -> bytes:
    """The record's payload, whole and bounded."""
    content = read_bounded(record.content_stream())
    while record.raw_stream.read(CHUNK):
        pass
    if missing := _missing(record):
        raise EOFError(f"cut off: {missing} bytes are missing")
    return content


def _missing(record: Any) -> int:
    """How many bytes of the record have not come."""
    return max(getattr(record.raw_stream, "limit", 0), 0)


def _content_type(record: Any) -> str:
    headers = record.http_headers or record.rec_headers
    return str(attempt("archive", headers.get_header, "Content-Type") or "").strip().lower()


def _charset(kind: str) -> str | None:
    found = CHARSET.search(kind)
    return found[1] if found else None


def _name(kind: str) -> str:
    return "page.html" if "html" in kind else "feed.rss" if "xml" in kind or "rss" in kind or "atom" in kind else ""


def _address(url: object) -> str | None:
    return url.strip("<>") if isinstance(url, str) and len(url) < 2_000 else None


@contextlib.contextmanager
def _hushed(said: io.StringIO) -> Iterator[None]:
    """What the library prints about damage goes into `said`."""
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        yield


def _next_start(stream: BinaryIO, start: int, compressed: bool) -> int | None:
    """Where the next record may begin at or after `start`, or None where none does."""
    pattern = GZIP_MEMBER if compressed else RECORD_START
    stream.seek(start)
    kept = b""
    while chunk := stream.read(1_000_000):
        window = kept + chunk
        if found := pattern.search(window):
            return start + found.start()
        kept = window[-16:]
        start += len(window) - len(kept)
    return None
