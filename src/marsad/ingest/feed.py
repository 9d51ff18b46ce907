"""RSS and Atom: each entry is a report, its full content where the feed carries it, else its summary."""

import datetime
import io
import re
from typing import Any

from marsad.ingest.attempt import Failed, attempt, describe
from marsad.ingest.dates import read_given
from marsad.ingest.document import Origin
from marsad.ingest.draft import TRUNCATED, Draft, Records
from marsad.ingest.limits import TITLE_CHARACTERS
from marsad.ingest.markup import plain_text
from marsad.model.report import SetAside

DECLARATION = re.compile(rb"<!ENTITY|<!DOCTYPE[^>\[]{0,500}\[", re.IGNORECASE)
ELLIPSIS = ("…", "...", "[…]", "[...]")  # how feeds end a text that goes on elsewhere
MARKUP = re.compile(r"<[a-zA-Z/!][^<>]{0,2000}>|&(?:#?\w{2,8});")


def read_feed(content: bytes, origin: Origin) -> Records:
    """The entries of the feed; a damaged feed gives those that can be read and says so."""
    if DECLARATION.search(content):
        yield origin.aside("the feed declares entities of its own: refused")
        return
    import feedparser  # slow to load: only for feeds

    try:
        feed = attempt("feed", feedparser.parse, io.BytesIO(content))  # bare bytes would be tried as a path first
    except Failed as fault:
        yield origin.aside(str(fault))
        return
    entries = feed.get("entries") or []
    publisher = _plain((feed.get("feed") or {}).get("title"))
    for number, entry in enumerate(entries, 1):
        yield _entry(entry, origin.part(f"entry {number}"), publisher)
    if damage := _damage(feed):
        yield origin.aside(f"damaged feed, {len(entries)} entries read: {damage}")
    elif not entries:
        yield origin.aside("feed without entries")


def _damage(feed: Any) -> str | None:
    fault = feed.get("bozo_exception") if feed.get("bozo") else None
    if fault is None or type(fault).__name__ in ("CharacterEncodingOverride", "NonXMLContentType"):
        return None
    return describe(fault)


def _entry(entry: Any, origin: Origin, publisher: str | None) -> Draft | SetAside:
    title = _plain(entry.get("title"))
    text = _fullest(entry)
    if not text:
        if not title:
            return origin.aside("entry without text")
        text, title = title, None
    return origin.draft(
        text,
        flags=(f"{TRUNCATED}the feed carries only the beginning",) if text.endswith(ELLIPSIS) else (),
        title=title,
        url=_link(entry.get("link")) or origin.url,
        given_date=_day(entry),
        publisher=_plain((entry.get("source") or {}).get("title")) or publisher,
    )


def _day(entry: Any) -> datetime.date | None:
    fields = (entry.get(name) for name in ("published", "updated") if name in entry)  # `get` alone would mix the two up
    return next((day for day in map(read_given, fields) if day), None)


def _fullest(entry: Any) -> str:
    """The longest of the entry's contents and its summary."""
    bodies = [part.get("value") for part in entry.get("content") or []] + [entry.get("summary")]
    texts = [_words(body) for body in bodies if isinstance(body, str)]
    return max(texts, key=len, default="")


def _words(body: str) -> str:
    return plain_text(body) if MARKUP.search(body) else body.strip()


def _plain(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    return " ".join(_words(value).split())[:TITLE_CHARACTERS] or None


def _link(url: object) -> str | None:
    return url if isinstance(url, str) and url.startswith(("http://", "https://")) and len(url) < 2_000 else None
