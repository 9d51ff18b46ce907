"""Web pages: their article without the furniture, and what they say of themselves."""

import datetime
import logging
import re
from typing import Any

from marsad.ingest.attempt import Failed, attempt
from marsad.ingest.dates import read_given
from marsad.ingest.decode import decode
from marsad.ingest.document import Origin
from marsad.ingest.draft import Records
from marsad.ingest.limits import TAGS, TITLE_CHARACTERS
from marsad.ingest.markup import Plain

CHARSET = re.compile(rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:\-]{2,30})", re.IGNORECASE)
DEEPEST = 240  # libxml2 loses what lies deeper than 256
LATEST = "2100-01-01"  # a fixed bound: the day on which a page is read changes nothing
EARLIEST = "1990-01-01"
FALLBACK = "page without a recognisable article: all its words were kept"


def read_page(content: bytes, origin: Origin) -> Records:
    """The page's article with title, date, publisher and address; where none is found, all its words, flagged."""
    if content.count(b"<") > TAGS:
        yield origin.aside(f"oversized: a page of more than {TAGS:,} tags")
        return
    declared = CHARSET.search(content[:4096])
    decoded = decode(content, origin.charset or (declared[1].decode("ascii") if declared else None))
    if decoded is None:
        yield origin.aside("binary file: no text")
        return
    flags = [decoded.flag] if decoded.flag else []
    try:
        plain = attempt("page", Plain, decoded.text)
    except Failed as fault:
        yield origin.aside(str(fault))
        return
    page, text = _article(decoded.text, origin.url, plain)
    if not text:
        text = plain.text
        flags.append(FALLBACK)
    title = (page.get("title") or plain.title or "")[:TITLE_CHARACTERS].strip() or None
    text = _without_title(text, title)
    if not text.strip():
        yield origin.aside("page without text")
        return
    yield origin.draft(
        text,
        title=title,
        page_date=_page_date(decoded.text, origin.url),
        publisher=page.get("sitename") or page.get("hostname"),
        url=_address(page.get("url")) or origin.url,
        flags=tuple(flags),
    )


def _article(markup: str, url: str | None, plain: Plain) -> tuple[dict[str, Any], str]:
    """What trafilatura makes of the page; nothing where it fails or where the page nests too deep for it."""
    if plain.depth > DEEPEST or not plain.text:
        return {}, ""
    from trafilatura import bare_extraction  # slow to load: only for pages

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        document = attempt(
            "page",
            bare_extraction,
            markup,
            url=url,
            fast=True,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"max_date": LATEST, "min_date": EARLIEST, "original_date": True, "extensive_search": False},
        )
    except Failed:
        return {}, ""
    if document is None:
        return {}, ""
    fields = document if isinstance(document, dict) else document.as_dict()
    return fields, (fields.get("text") or "").strip()


def _page_date(markup: str, url: str | None) -> datetime.date | None:
    """The publication date in the page's metadata or address; dates in its words do not count."""
    from htmldate import find_date

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found = attempt("date", find_date, markup, extensive_search=False, original_date=True, url=url, min_date=EARLIEST, max_date=LATEST)
    except Failed:
        return None
    return read_given(found)


def _without_title(text: str, title: str | None) -> str:
    """The text without its first line where that only repeats the title."""
    first, _, rest = text.partition("\n")
    return rest.lstrip("\n") if title and rest.strip() and _same(first, title) else text


def _same(first: str, title: str) -> bool:
    line, name = " ".join(first.split()).casefold(), " ".join(title.split()).casefold()
    return len(line) > 10 and (line == name or name.startswith((f"{line} |", f"{line} -", f"{line} –", f"{line} —")))


def _address(url: object) -> str | None:
    return url if isinstance(url, str) and url.startswith(("http://", "https://")) and len(url) < 2_000 else None
