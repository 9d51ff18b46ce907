"""The head of a report: lines that say when, where and by whom it was written, and the dateline before its first sentence."""

import datetime
import re
from collections.abc import Iterator
from functools import cache

import msgspec

from marsad.ingest.dateline import Head, agency, known_town, read_dateline, read_head
from marsad.ingest.dates import YEARS, PartialDate, date_source, read_date, words

HEAD = 2_000  # characters in which a header is looked for
HEAD_LINES = 7
LINE = 300
LABELLED_DATE = (
    r"[ \t]*(?:date|(?:first )?published(?: on)?|publication date|posted(?: on)?|issued(?: on)?|release date|released(?: on)?|dated"
    r"|(?:last )?(?:updated|modified)(?: on)?)"
    r"[ \t]*[:–-]?[ \t]*"
)
PERIOD = re.compile(r"[ \t]*(?:reporting|reference|covered|coverage) period\b|[ \t]*period (?:covered|of reporting)\b", re.IGNORECASE)
DOCUMENT = re.compile(
    r"\b(?:report|sitrep|update|bulletin|release|issue|brief|briefing|snapshot|overview|newsletter|dashboard|alert|dispatch|digest|round-?up|no|statement"
    r"|register|log|diary|chronology|timeline|summary|summaries|incidents|monitor|list|live|updates|developments|events|recap|day \d+)\b",
    re.IGNORECASE,
)
HEADLINE_WORDS = 4
TITLE = 160  # characters
AUTHOR = re.compile(r"[ \t]*By:?[ ](?P<names>[A-Z][^\n:;!?]{2,100})")
JOINING = frozenset("and for in of de van von bin al".split())
LABEL = re.compile(r"(?:published|posted|issued|released|dated?|updated|modified)(?:[ ](?:on|at))?[ \t]*:?[ \t]*$", re.IGNORECASE)
LABEL_WORDS = re.compile(
    r"\b(?:(?:last|first|originally)[ ])?(?:published|posted|issued|released|updated|modified|reported)(?:[ ](?:on|at|by))?\b"
    r"|\b\d+ (?:years?|months?|days?|hours?|minutes?) ago\b|\bmin(?:utes?)? read\b",
    re.IGNORECASE,
)
CLOCK = re.compile(r"\b\d\d?[:.]\d\d(?::\d\d)?(?:[ ]?[ap]\.?m\.?\b)?(?:[ ]?(?:[A-Z]{2,5}\b|local time))?", re.IGNORECASE)
BEFORE_AN_EVENT = re.compile(r"(?:^|[ \t])(?:of|on|since|after|before|in|from|until|till|during|to|the|and|by)[ \t]+$", re.IGNORECASE)
# what a line says of the days of which its report tells, the last of them its own: "Week ending 3 May 2019"
COVERED = re.compile(
    r"(?:^|[:,(–—-][ ]?)(?:reporting date|(?:for |covering )?(?:the )?week (?:of|to|ending)|covering)[ :]*(?:\d\d?[ ]?[–-][ ]?)?$",
    re.IGNORECASE,
)
BAR = re.compile(r"[ \t]*[|–—-]")
WORDS_BEFORE = 6  # "News comment, Goris, 29 September 2023": so few words that are no names
WORDS_BESIDE = 12  # a dateline of towns, agencies and writers has no more
DATE_FIELD = re.compile(r"[ \t]*date[ \t]*:?[ \t]+\d{4}-\d\d-\d\d[ \t]", re.IGNORECASE)
BYLINE = re.compile(r"[ \t]*(?:source|publisher|agency)[ \t]*:[ \t]*(\S[^\n]{0,80})$", re.IGNORECASE)


class Header(msgspec.Struct, frozen=True):
    """What the head of a report says, and where its body begins."""

    body: int = 0
    date: datetime.date | None = None
    place: str | None = None
    day: PartialDate | None = None  # of the dateline
    publisher: str | None = None
    dated_at: tuple[int, int] = (0, 0)  # the words of a dateline below a headline
    month: datetime.date | None = None  # the first day of the month that a masthead names: "Bulletin, Issue 7 | August 2017"


def read_header(text: str) -> Header:
    """What the first lines of the text say about its date, place and agency."""
    header, at_top, titled = Header(), True, False
    for start, line in _first_lines(text):
        if titled and _says_day(line):  # "Issue 62: 9-15 August" tells of those days; "Published 17 August 2021" is its own
            header, titled = msgspec.structs.replace(header, date=None), False
        if found := _header_line(line, start, header):
            inside = start < found.body < start + len(line)  # the body begins in this line
            below = {} if at_top else {"body": header.body, "dated_at": (start, found.body) if inside else header.dated_at}
            header = msgspec.structs.replace(found, **below)
            at_top = at_top and not inside
            if header.place and inside:
                break
        elif (head := read_dateline(line)) and not _only_date().fullmatch(line[head.end :].strip(" \t–—-")):  # "(AFP) – 12 May 2009"
            end = start + head.end
            header = msgspec.structs.replace(
                _with_dateline(header, head, end if at_top else header.body), dated_at=(0, 0) if at_top else (start, end)
            )
            break
        else:
            at_top, title = False, _dated_title(line, header)
            titled = titled or title is not None
            header = title or _day_line(line, header) or _masthead(line, header) or header
    return header


def _says_day(line: str) -> bool:
    """Whether a line is labelled as the day of the report, with its year."""
    found = _labelled().match(line)
    day = read_date(found["date"]) if found else None
    return day is not None and day.on() is not None


def _first_lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    seen = 0
    for line in text[:HEAD].splitlines(keepends=True):
        if line.strip():
            seen += 1
            yield start, line.rstrip("\r\n")
        start += len(line)
        if seen >= HEAD_LINES:
            return


def _with_dateline(header: Header, head: Head, body: int) -> Header:
    return Header(
        body=body,
        date=header.date,
        place=head.place or header.place,
        day=head.day or header.day,
        publisher=header.publisher or head.publisher,
        month=header.month,
    )


def _header_line(line: str, start: int, header: Header) -> Header | None:
    """A line that is no sentence: a date, a source, or the wire's own ` date 2017-03-03 AFP, MOSUL, Iraq`."""
    if len(line) > LINE and not _labelled().match(line):
        return None
    end = start + len(line)
    if byline := BYLINE.match(line):
        return msgspec.structs.replace(header, body=end, publisher=header.publisher or agency(byline[1]) or byline[1].strip())
    if (author := AUTHOR.fullmatch(line)) and _names_only(author["names"]):
        return msgspec.structs.replace(header, body=end)
    found = _labelled().match(line)
    if found is None and PERIOD.match(line) and (last := _last_date(line)):
        return msgspec.structs.replace(header, body=end, date=header.date or last)
    if found is None:
        return _bare_date(line, end, header) or _barred(line, end, header)
    day = read_date(found["date"])
    date = day.on() if day else None
    dated = msgspec.structs.replace(header, body=end, date=header.date or date)
    rest = line[found.end() :]
    if not rest.strip(" \t|,"):
        return dated
    if head := read_dateline(rest):
        return _with_dateline(dated, head, start + found.end() + head.end)
    headline = bool(DATE_FIELD.match(line)) and _headline(rest)
    head = read_head(rest, dash=True, caps_below=False, whole=True)
    if head and not (headline and head.place and not head.publisher and not known_town(head.place)):
        return _with_dateline(dated, head, end)
    if len(rest) <= 60 and not headline:
        return dated
    if DATE_FIELD.match(line) and date:  # "date 2018-03-03 At least 12 people", an archive's field before the first sentence
        return msgspec.structs.replace(dated, body=start + found.end() + len(rest) - len(rest.lstrip()))
    return dated if len(rest) <= 60 else None


def _headline(rest: str) -> bool:
    """Whether words behind a date are a headline, and not an agency, a writer, a section or an hour."""
    words = rest.split()
    plain = [word for word in words if word.strip(",:;.-–—'’\"“”").isalpha()]
    return len(plain) >= HEADLINE_WORDS and len(plain) > len(words) / 2 and words[0].lower() not in ("by", "source", "from", "updated")


def _names_only(written: str) -> bool:
    """Whether a line by its writer holds names and nothing else."""
    words = written.replace(",", " ").split()
    return 1 < len(words) <= 12 and all(word[0].isupper() or word in JOINING for word in words)


def _dated_title(line: str, header: Header) -> Header | None:
    """A title of a report in a series tells its day: "Flash Update 3 (2 May 2019)", "Situation report, 1-7 May 2019"."""
    if header.date or len(line) > TITLE or line.rstrip().endswith(".") or not (DOCUMENT.search(line) or PERIOD.match(line)):
        return None
    day = _last_date(line)
    return msgspec.structs.replace(header, date=day) if day else None


def _masthead(line: str, header: Header) -> Header | None:
    """A line that says of what series the report is tells its month: "Humanitarian Bulletin, Issue 7 | August 2017"."""
    found = _month().search(line)
    if header.date or found is None or len(line) > TITLE or line.rstrip().endswith(".") or not DOCUMENT.search(line):
        return None
    parted = BAR.match(line, found.end()) and not line[: found.start()].strip()  # "August 2017 | Issue 7"
    if BEFORE_AN_EVENT.search(line[: found.start()]) or not (parted or not line[found.end() :].strip(" \t)|–—-")):
        return None
    year, month = int(found["year"]), int(words()["months"][found["month"].lower()])
    return msgspec.structs.replace(header, month=datetime.date(year, month, 1)) if year in YEARS else None


def _day_line(line: str, header: Header) -> Header | None:
    """A line of names and one full date tells its day: "Geneva, 3 April 1999", "By Ann Lee, Sat June 4, 2011", "(c) Reuters 4 May 2013".

    A date behind a preposition is no report's own ("A look at the raid of 3 July 1995").
    """
    if header.date or len(line) > TITLE:
        return None
    found = [f for f in _any_date().finditer(line) if (day := read_date(f[0])) and day.year]
    if (
        found
        and len(found) < 3
        and COVERED.search(line[: found[0].start()])
        and not CLOCK.sub("", line[found[-1].end() :]).strip(" \t,.)|hH")
    ):
        last = read_date(found[-1][0])
        return msgspec.structs.replace(header, date=last.on() if last else None)
    first = next((f for f in found if LABEL.search(line[: f.start()])), found[0] if found else None)
    if first is None or len(found) > 2 or BEFORE_AN_EVENT.search(line[: first.start()]):
        return None
    rest = CLOCK.sub(" ", _any_date().sub(" ", line))
    beside = re.findall(r"[^\W\d_][\w'’-]*", LABEL_WORDS.sub(" ", rest))
    known = JOINING | frozenset(words()["masthead"])
    names = len(beside) <= WORDS_BESIDE and all(word[0].isupper() or word in known or agency(word) for word in beside)
    few = len(beside) <= (WORDS_BESIDE if line.startswith("By ") else WORDS_BEFORE)
    if not names and not (few and _signed(line[: first.start()], line[first.end() :])):
        return None
    day = read_date(first[0])
    head = read_head(line.strip(" \t()–—-.|"), dash=False, caps_below=False, whole=True)
    place = head.place if head and head.day == day and head.place and known_town(head.place) else None
    return msgspec.structs.replace(header, date=day.on() if day else None, place=header.place or place)


def _signed(before: str, behind: str) -> bool:
    """Whether a date ends a line of a writer, or stands behind a town: "By our reporter, May 2, 2022", "Comment, Goris, 2 May 2022"."""
    parts = [part.strip() for part in before.rstrip(" \t,").split(",")]
    if len(parts) > 1 and parts[-1].lower() in words()["weekdays"]:
        parts.pop()
    towns = len(parts) > 1 and bool(known_town(parts[-1]) or agency(parts[-1]))
    return not behind.strip(" \t.)") and before.rstrip().endswith(",") and (towns or parts[0].startswith("By "))


def _last_date(line: str) -> datetime.date | None:
    days = [day for found in _any_date().finditer(line) if (day := read_date(found[0])) and day.year]
    return days[-1].on() if days else None


def _barred(line: str, end: int, header: Header) -> Header | None:
    """A line of parts between bars: a day, an agency, a town: "2 May 2019 | Cairo"."""
    parts = [part.strip() for part in line.split("|")]
    dates = [part for part in parts if _only_date().fullmatch(part)]
    if len(parts) < 2 or len(parts) > 5 or len(dates) != 1 or (day := read_date(dates[0])) is None or day.year is None:
        return None
    others = [part for part in parts if part not in dates]
    if not all(agency(part) or known_town(part) or DOCUMENT.search(part) for part in others):
        return None
    publisher = next((name for part in others if (name := agency(part))), None)
    place = next((part for part in others if known_town(part) and not agency(part)), None)
    return msgspec.structs.replace(
        header, body=end, date=header.date or day.on(), place=header.place or place, publisher=header.publisher or publisher
    )


def _bare_date(line: str, end: int, header: Header) -> Header | None:
    if not (found := _only_date().fullmatch(line.strip())):
        return None
    day = read_date(found["date"])
    if day is None or day.year is None:
        return None
    return msgspec.structs.replace(header, body=end, date=header.date or day.on())


@cache
def _labelled() -> re.Pattern[str]:
    return re.compile(LABELLED_DATE + rf"(?P<date>{date_source()})(?:[T ,]{{1,2}}\d\d?:\d\d(?::\d\d)?(?: ?[A-Z]{{1,4}})?)?", re.IGNORECASE)


@cache
def _only_date() -> re.Pattern[str]:
    clock = r"(?:[T ,|]{1,3}|,? at )\d\d?[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?"
    return re.compile(rf"(?P<date>{date_source()})(?:{clock})?(?: ?[A-Za-z+:0-9]{{1,8}})?\.?", re.IGNORECASE)


@cache
def _month() -> re.Pattern[str]:
    months = "|".join(sorted(words()["months"], key=len, reverse=True))
    return re.compile(rf"\b(?P<month>{months})\.?[ \t,]{{1,2}}(?P<year>\d{{4}})(?!\d)", re.IGNORECASE)


@cache
def _any_date() -> re.Pattern[str]:
    return re.compile(date_source(), re.IGNORECASE)
