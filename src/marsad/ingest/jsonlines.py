"""JSON Lines: one report a line; a given text and a given id are kept exactly as they are."""

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from marsad.ingest.dates import read_given
from marsad.ingest.decode import decode
from marsad.ingest.document import Origin
from marsad.ingest.draft import Draft, Records
from marsad.ingest.fieldnames import renamed
from marsad.ingest.limits import DOCUMENT_BYTES
from marsad.model.report import SetAside

ID_CHARACTERS = 500
LISTS = ("data", "articles", "items", "results", "reports", "documents", "hits")
SURROGATE = re.compile("[\ud800-\udfff]")
DECODER = msgspec.json.Decoder(dict[str, Any])


def read_json_lines(stream: BinaryIO, origin: Origin) -> Records:
    """A draft for each line; a line that holds none is set aside by its number."""
    number = filled = 0
    for number, line in _lines(stream):
        at = origin.part(f"line {number}")
        if line is None:
            filled += 1
            yield at.aside(f"oversized: a line of more than {DOCUMENT_BYTES // 1_000_000} MB")
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            filled += 1
            yield read_line(line, at)
    if not filled:
        yield origin.aside(f"empty: {number:,} lines without a report")


def read_line(line: bytes, origin: Origin) -> Draft | SetAside:
    """The report that the line holds, or why it holds none."""
    origin = msgspec.structs.replace(origin, received=line)
    try:
        fields, flags = _object(line)
    except (msgspec.DecodeError, ValueError, RecursionError) as fault:
        return origin.aside(f"not a JSON object: {str(fault)[:200]}")
    return read_object(fields, origin, flags)


def read_json(content: bytes, origin: Origin) -> Records:
    """The reports in one JSON document: an object, a list of them, or an answer that holds such a list."""
    try:
        found = msgspec.json.decode(content.lstrip(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, ValueError, RecursionError) as fault:
        yield origin.aside(f"not JSON: {str(fault)[:200]}")
        return
    listed = found if isinstance(found, list) else next((found[key] for key in LISTS if isinstance(found.get(key), list)), [found])
    for number, fields in enumerate(listed, 1):
        at = origin.part(f"item {number}") if len(listed) > 1 else origin
        yield read_object(fields, at) if isinstance(fields, dict) else at.aside("not a JSON object")
    if not listed:
        yield origin.aside("empty: a list without reports")


def read_object(fields: dict[str, Any], origin: Origin, flags: tuple[str, ...] = ()) -> Draft | SetAside:
    """The report in an object with the contract's fields, or with those of a known collection; other fields are left aside."""
    if "text" not in fields:
        fields = renamed(fields)
    text, title = fields.get("text"), fields.get("title")
    if title is not None and not isinstance(title, str):
        return origin.aside("field title is not a string")
    if text is None and "text" not in fields and not title:
        return origin.aside("no field text")
    if not isinstance(text, str) and text is not None:
        return origin.aside("field text is not a string")
    if not (text or "").strip() and not (title or "").strip():
        return origin.aside("empty: no text")
    published = read_given(fields.get("published"))
    if fields.get("published") and published is None:
        flags = (*flags, "the given publication date was not understood")
    return origin.draft(
        text or "",
        title=title or None,
        id=_id(fields.get("id")),
        given_date=published,
        publisher=_string(fields.get("publisher")),
        url=_string(fields.get("url")),
        place=_string(fields.get("place")),
        language=_string(fields.get("language")),
        flags=flags,
    )


def _object(line: bytes) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The line's object; a line that is not UTF-8 is decoded as a text file would be, and flagged."""
    start = line.lstrip(b"\xef\xbb\xbf \t")
    try:
        return DECODER.decode(start), ()
    except (msgspec.DecodeError, UnicodeDecodeError):
        if b"\\ud" in start.lower():
            return _without_surrogates(start), ("broken surrogate characters were replaced",)
        decoded = None if start.isascii() else decode(start)
        if decoded is None or decoded.flag is None:
            raise
    return DECODER.decode(decoded.text), (decoded.flag,)


def _without_surrogates(line: bytes) -> dict[str, Any]:
    """Halves of surrogate pairs, which no UTF-8 file can hold, are replaced one for one."""
    found = json.loads(line)
    if not isinstance(found, dict):
        raise ValueError("not an object")
    return DECODER.decode(SURROGATE.sub("\ufffd", json.dumps(found, ensure_ascii=False)))


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines; one beyond the limit is passed over without being held, and given as None."""
    number = 0
    while line := stream.readline(DOCUMENT_BYTES + 1):
        number += 1
        if len(line) <= DOCUMENT_BYTES:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(DOCUMENT_BYTES)
        yield number, None


def _id(value: object) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) and 0 < len(value) <= ID_CHARACTERS else None


def _string(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
