"""PDF reports: the words of their pages; `pages` says where each page begins, so that evidence can name its page."""

import io
import logging
import re
from typing import Any

import msgspec

from marsad.ingest.attempt import Failed, attempt
from marsad.ingest.document import Origin
from marsad.ingest.draft import TRUNCATED, Records
from marsad.ingest.limits import TITLE_CHARACTERS

PAGES = 500
PAGE_CHARACTERS = 200_000
SPACES = re.compile(r"[ \t\r\f\v\xa0]+")
SENTENCE_END = (".", "!", "?", ":", "”", '"')


class Page(msgspec.Struct, frozen=True):
    """The words of a page; `cut` where it has more than are kept."""

    words: str
    cut: bool


def read_pdf(content: bytes, origin: Origin) -> Records:
    """The words of all pages with their beginnings; pages that cannot be read are flagged.

    The file's own creation date is left aside: it is often that of a conversion.
    """
    try:
        reader, number = _opened(content)
        found = [_page(reader, index) for index in range(min(number, PAGES))]
        title = attempt("PDF", _title, reader)
    except Failed as fault:
        yield origin.aside(str(fault))
        return
    text, pages = _joined([page.words if page else "" for page in found])
    failed = found.count(None)
    if not text.strip():
        yield origin.aside("PDF: no page could be read" if failed else "PDF without text: scanned pages are not read")
        return
    flags = [f"{failed} of {number} pages could not be read"] if failed else []
    if number > PAGES:
        flags.append(f"{TRUNCATED}only the first {PAGES} of {number} pages were read")
    if any(page.cut for page in found if page):
        flags.append(f"{TRUNCATED}a page of more than {PAGE_CHARACTERS:,} characters")
    yield origin.draft(text, title=title, pages=pages, flags=tuple(flags))


def _opened(content: bytes) -> tuple[Any, int]:
    from pypdf import PdfReader  # slow to load: only for PDF

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = attempt("PDF", PdfReader, io.BytesIO(content))
    if reader.is_encrypted and not attempt("encrypted PDF", reader.decrypt, ""):
        raise Failed("encrypted PDF: it needs a password")
    return reader, attempt("PDF", lambda: len(reader.pages))


def _page(reader: Any, index: int) -> Page | None:
    """The page's words, a line for each paragraph; None where it cannot be read."""
    try:
        text = attempt("page", reader.pages[index].extract_text)
    except Failed:
        return None
    return Page(unwrap(text[:PAGE_CHARACTERS].replace("\x00", "")).strip(), len(text) > PAGE_CHARACTERS)


def unwrap(text: str) -> str:
    """Lines that a layout broke in the middle of a sentence are joined again."""
    lines = [SPACES.sub(" ", line).strip() for line in text.split("\n")]
    width = max(map(len, lines), default=0)
    parts: list[str] = []
    for before, line in zip(["", *lines], lines, strict=False):
        if parts and before and line and _goes_on(before, line, width):
            parts[-1] = f"{parts[-1]} {line}"
        else:
            parts.append(line)
    return "\n".join(parts)


def _goes_on(before: str, line: str, width: int) -> bool:
    if before.endswith(SENTENCE_END):
        return False
    return line[0].islower() or (len(before) > 0.6 * width and line[0].isalnum())


def _title(reader: Any) -> str | None:
    title = (reader.metadata or {}).get("/Title")
    return str(title).strip()[:TITLE_CHARACTERS] or None if title else None


def _joined(texts: list[str]) -> tuple[str, tuple[int, ...]]:
    """All pages as one text, and the offset at which each begins."""
    offsets, size = [], 0
    for words in texts:
        offsets.append(size)
        size += len(words) + 2
    return "\n\n".join(texts), tuple(offsets)
