"""What a format's reader gives: a report before its header, date, language and id are decided."""

import datetime
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from marsad.model.report import SetAside


class Source(msgspec.Struct, frozen=True):
    """An opened input: its bytes from the start, and how to name it."""

    label: str  # as written to `path` and `set_aside`
    stream: BinaryIO
    name: str = ""  # file name, for the few decisions that content cannot make
    depth: int = 0  # how many archives it lies in
    is_file: bool = True


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A text with all that its format says about it."""

    input: str
    text: str
    record: str | None = None
    title: str | None = None
    id: str | None = None
    given_date: datetime.date | None = None
    page_date: datetime.date | None = None
    publisher: str | None = None
    url: str | None = None
    path: str | None = None
    place: str | None = None
    language: str | None = None
    flags: tuple[str, ...] = ()
    received: bytes = b""  # the document or record as it came
    kept: bool = False  # a report that came in the same bytes is kept already: nothing was read here
    pages: tuple[int, ...] = ()  # offsets in the text at which the pages of a paged document begin


TRUNCATED = "truncated: "  # how the flag of a report begins of which a part is missing
Records = Iterator[Draft | SetAside]
