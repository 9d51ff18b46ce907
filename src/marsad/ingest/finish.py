"""A draft becomes a report: its header, date, language and id are decided in one place for every format."""

import datetime
import hashlib
import re
from calendar import monthrange
from functools import cache
from itertools import islice

import msgspec

from marsad.ingest.dates import date_source, read_address, read_date
from marsad.ingest.draft import TRUNCATED, Draft
from marsad.ingest.header import Header, read_header
from marsad.ingest.language import detect_language, plain_code
from marsad.model.report import Dateline, PublishedMethod, Report

MOST_WORDS = 80_000  # words and marks of one report that are read: some 200 pages, where a long situation report has 20
HEAD = 1_500
TAIL = 400
UNREAD = f"{TRUNCATED}only the first {MOST_WORDS:,} words are read"
_WORD = re.compile(r"\w+|[^\w\s]")
Published = tuple[datetime.date | None, PublishedMethod | None]


def finish(draft: Draft) -> Report:
    """The report that the draft holds, with everything decided that does not need other reports."""
    header = read_header(draft.text)
    published, method = _published(draft, header)
    month = header.month if method == "inferred" else None
    return Report(
        id=draft.id or content_id(draft),
        text=draft.text,
        sha256=hashlib.sha256(draft.text.encode()).hexdigest(),
        path=draft.path,
        url=draft.url,
        title=draft.title,
        published=published,
        published_method=method,
        published_earliest=month,
        published_latest=_last_day(month) if month else None,
        published_reasons=(f"its head names {month:%B %Y}",) if month else (),
        dateline=_dateline(header, published),
        publisher=draft.publisher or header.publisher,
        language=plain_code(draft.language) or detect_language(f"{draft.title or ''}\n{draft.text}"),
        place=draft.place,
        body=header.body,
        dated_at=header.dated_at,
        flags=draft.flags if reach(draft.text) == len(draft.text) else (*draft.flags, UNREAD),
        pages=draft.pages,
    )


def reach(text: str) -> int:
    """Where the part of a text ends that is read: behind its last word, or behind the most words that one report may cost."""
    if len(text) <= MOST_WORDS:
        return len(text)
    last = next(islice(_WORD.finditer(text), MOST_WORDS, None), None)
    return len(text) if last is None else last.start()


def content_id(draft: Draft) -> str:
    """An id from what the report says and where it says it comes from, never from where its file lies."""
    named = (draft.title, draft.url, draft.publisher, draft.given_date.isoformat() if draft.given_date else None)
    digest = hashlib.sha256(draft.text.encode())
    if any(named):
        digest.update(msgspec.json.encode(named))
    return "r" + digest.hexdigest()[:16]


def _published(draft: Draft, header: Header) -> Published:
    if given := draft.given_date or draft.page_date:
        return given, "given"
    if header.date:
        return header.date, "header"
    if header.day and (day := header.day.on()):
        return day, "dateline"
    if day := _said_in_text(draft.text):
        return day, "text"
    if day := read_address(draft.url):
        return day, "given"
    if header.month:
        return None, "inferred"  # no day to count weekdays from
    return None, None


def _last_day(month: datetime.date) -> datetime.date:
    return month.replace(day=monthrange(month.year, month.month)[1])


def _dateline(header: Header, published: datetime.date | None) -> Dateline | None:
    if header.place is None and header.day is None:
        return None
    day = header.day.near(published) if header.day and published else header.day.on() if header.day else None
    return Dateline(header.place, day)


@cache
def _saying() -> re.Pattern[str]:
    return re.compile(
        r"\b(?P<verb>published|posted|issued|released|last updated|updated|press briefing,?|date:|as of)"
        r"[ \t]{0,2}:?[ \t]{1,2}(?:on[ \t]|at[ \t])?"
        rf"(?P<date>{date_source()})",
        re.IGNORECASE,
    )


def _said_in_text(text: str) -> datetime.date | None:
    """A publication date told at the head or the foot of the text; "as of" counts only where nothing says more."""
    found = [*_saying().finditer(text[:HEAD]), *_saying().finditer(text[max(HEAD, len(text) - TAIL) :])]
    for match in sorted(found, key=lambda match: match["verb"].lower() == "as of"):
        day = read_date(match["date"])
        if day and day.year:
            return day.on()
    return None
