"""A report as received and kept, and what could not be kept."""

import datetime
from bisect import bisect_right
from typing import Literal

import msgspec

Field = Literal["text", "title"]
PublishedMethod = Literal["given", "header", "dateline", "text", "inferred"]


class Dateline(msgspec.Struct, frozen=True):
    """The place and the date that a report names at its head, as written there."""

    place: str | None = None
    date: datetime.date | None = None


class Report(msgspec.Struct, frozen=True):
    """One report: the kept text, to which every offset refers, and where it came from."""

    id: str
    text: str
    sha256: str
    path: str | None = None
    url: str | None = None
    title: str | None = None
    published: datetime.date | None = None
    published_method: PublishedMethod | None = None
    published_earliest: datetime.date | None = None  # with method `inferred`: the interval in which it was published
    published_latest: datetime.date | None = None
    published_reasons: tuple[str, ...] = ()  # with method `inferred`: what bounds the interval, in words
    dateline: Dateline | None = None
    publisher: str | None = None
    language: str | None = None
    copy_of: str | None = None
    place: str | None = None  # where the input says that the report is about
    body: int = 0  # where the header line ends and the body of the text begins
    dated_at: tuple[int, int] = (0, 0)  # where the words of a dateline stand that has a headline above it
    flags: tuple[str, ...] = ()  # what a reader of the report should know about how it was read: fallback, guessed encoding
    pages: tuple[int, ...] = ()  # offsets in the text at which the pages of a paged document begin

    def kept(self, field: Field) -> str:
        """The text that offsets of this field refer to."""
        return self.text if field == "text" else self.title or ""

    def in_head(self, offset: int) -> bool:
        """Whether this offset of the text lies in the header or in the dateline, where nothing is told."""
        return offset < self.body or self.dated_at[0] <= offset < self.dated_at[1]

    def page(self, offset: int) -> int | None:
        """The number of the page that this offset of the text lies on; None for reports without pages."""
        return bisect_right(self.pages, offset) if self.pages else None


class SetAside(msgspec.Struct, frozen=True):
    """An input, or one record of it, that could not be read, and why."""

    input: str
    record: str | None
    reason: str
