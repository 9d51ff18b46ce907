"""The head of a report: lines that say when, where and by whom it was written, and the dateline before its first sentence."""

import datetime
import re
from collections.abc import Iterator
from functools import cache

import msgspec

from marsad.ingest.dates import PartialDate, date_source, read_date, words

HEAD = 2_000  # characters in which a header is looked for
HEAD_LINES = 7
LINE = 300
SEPARATOR = re.compile(
    r"(?<=[)\]])[ \t]?(?:--|[-–—:])[ \t]*|[ \t]?--+[ \t]|[ \t][-–—][ \t]|[ \t]?[—–][ \t]?"
    r"|(?<=[\w)\]]):[ \t]|(?<=[)\]])[ \t]{1,3}(?=[A-Z“\"])"
)
SOURCE = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]][ \t]*$")
PLACE = re.compile(r"[^\W\d_][^\W\d_'’.\-]*(?:[ \t,/.'’()\-]{1,3}[^\W\d_]+[.'’]?){0,9}\)?")
LOWER_ALLOWED = frozenset("of the and al el de du des la le bin abu ad an as ash at ar az".split())
NOT_PLACES = frozenset(
    "breaking update updates exclusive factbox opinion watch analysis video photos live clandestine correction corrected summary note"
    " background timeline fact comment editorial interview feature highlights key alert urgent press release statement media"
    " advisory".split()
)
MARKS = re.compile(r"(?:\[[A-Z][A-Z0-9 ,.'’/\-]{1,90}\][ \t]*){1,6}")
LABELLED_DATE = (
    r"[ \t]*(?:date|published(?: on)?|publication date|posted(?: on)?|issued(?: on)?|release date|released(?: on)?|dated)"
    r"[ \t]*[:–-]?[ \t]*"
)
BYLINE = re.compile(r"[ \t]*(?:source|publisher|agency)[ \t]*:[ \t]*(\S[^\n]{0,80})$", re.IGNORECASE)


class Header(msgspec.Struct, frozen=True):
    """What the head of a report says, and where its body begins."""

    body: int = 0
    date: datetime.date | None = None
    place: str | None = None
    day: PartialDate | None = None  # of the dateline
    publisher: str | None = None


class Head(msgspec.Struct, frozen=True):
    """What stands before a dateline's dash; `end` is where the sentence begins."""

    place: str | None = None
    day: PartialDate | None = None
    publisher: str | None = None
    end: int = 0


def read_header(text: str) -> Header:
    """What the first lines of the text say about its date, place and agency."""
    header, at_top = Header(), True
    for start, line in _first_lines(text):
        if found := _header_line(line, start, header):
            header = found if at_top else msgspec.structs.replace(found, body=header.body)
            if header.place and found.body > start and found.body < start + len(line):
                break
        elif head := read_dateline(line):
            header = _with_dateline(header, head, start + head.end if at_top else header.body)
            break
        else:
            at_top = False
    return header


def read_dateline(line: str) -> Head | None:
    """The place, day and agency before the first dash of a line, or None where the line begins otherwise."""
    for separator in list(SEPARATOR.finditer(line, 0, 170))[:5]:
        rest = line[separator.end() :]
        if len(rest.strip()) < 3:
            continue
        head = _read_head(line[: separator.start()], dash=separator[0].strip() not in ("", ":"), caps_below=_shouted(rest))
        if head:
            marks = MARKS.match(line, separator.end())
            return msgspec.structs.replace(head, end=marks.end() if marks else separator.end())
    return None


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
    )


def _header_line(line: str, start: int, header: Header) -> Header | None:
    """A line that is no sentence: a date, a source, or the wire's own ` date 2017-03-03 AFP, MOSUL, Iraq`."""
    if len(line) > LINE and not _labelled().match(line):
        return None
    end = start + len(line)
    if byline := BYLINE.match(line):
        return msgspec.structs.replace(header, body=end, publisher=header.publisher or agency(byline[1]) or byline[1].strip())
    found = _labelled().match(line)
    if found is None:
        return _bare_date(line, end, header)
    day = read_date(found["date"])
    date = day.on() if day else None
    dated = msgspec.structs.replace(header, body=end, date=header.date or date)
    rest = line[found.end() :]
    if not rest.strip(" \t|,"):
        return dated
    if head := read_dateline(rest):
        return _with_dateline(dated, head, start + found.end() + head.end)
    if head := _read_head(rest, dash=True, caps_below=False, whole=True):
        return _with_dateline(dated, head, end)
    return dated if len(rest) <= 60 else None


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
    return re.compile(rf"(?P<date>{date_source()})(?:[T ,|]{{1,3}}\d\d?[:.]\d\d(?::\d\d)?)?(?: ?[A-Za-z+:0-9]{{1,8}})?\.?", re.IGNORECASE)


@cache
def _date_tail() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[,\s(])[ \t]*(?P<date>{date_source()}|no date)[ \t]*[.,)]?$", re.IGNORECASE)


@cache
def _date_front() -> re.Pattern[str]:
    return re.compile(rf"(?P<date>{date_source()})[ \t]*[,:][ \t]*", re.IGNORECASE)


@cache
def _agencies() -> dict[str, str]:
    return {alias.casefold(): name for name, aliases in words()["agencies"].items() for alias in aliases}


@cache
def _countries() -> frozenset[str]:
    return frozenset(name.casefold() for name in words()["countries"])


def agency(written: str) -> str | None:
    """The canonical name of a news agency or body that signs reports, or None where it is not known."""
    return _agencies().get(written.strip(" .").casefold())


def _shouted(rest: str) -> bool:
    """Whether the sentence itself is in capitals, so that capitals say nothing."""
    letters = [character for character in rest[:80] if character.isalpha()]
    return len(letters) > 5 and sum(map(str.isupper, letters)) > 0.8 * len(letters)


def _read_head(written: str, *, dash: bool, caps_below: bool, whole: bool = False) -> Head | None:
    """The parts of a head; `whole` says that nothing but the head stands on the line."""
    rest, publisher = _take_source(written.strip(" \t,"))
    rest, day, dated = _take_date(rest)
    if publisher is None:
        rest, publisher = _take_source(rest)
    rest, known = _take_agency(rest)
    publisher = publisher or known
    place = _place(rest)
    if rest and place is None:
        return None
    if place is None:
        return Head(None, day, publisher) if (publisher and agency(publisher)) or (dated and publisher) else None
    evident = dated or publisher is not None
    if not evident and not whole and not (dash and ((_in_capitals(place) and not caps_below) or _with_country(place))):
        return None
    if not _in_capitals(place) and publisher and not dated and not agency(publisher) and not _with_country(place):
        return None
    if set(re.findall(r"\w+", place.casefold())) & NOT_PLACES:
        return Head(None, day, publisher) if evident else None
    return Head(place, day, publisher)


def _take_source(written: str) -> tuple[str, str | None]:
    found = SOURCE.search(written)
    if not found or found[1].strip().casefold() in _countries() or _date_tail().fullmatch(found[1].strip()):
        return written, None
    name = found[1].strip()
    return written[: found.start()].rstrip(" \t,"), agency(name) or " ".join(name.split())


def _take_date(written: str) -> tuple[str, PartialDate | None, bool]:
    if found := _date_tail().search(written):
        return written[: found.start()].rstrip(" \t,("), read_date(found["date"]), True
    if found := _date_front().match(written):
        return written[found.end() :].strip(), read_date(found["date"]), True
    return written, None, False


def _take_agency(written: str) -> tuple[str, str | None]:
    parts = [part.strip() for part in written.split(",")]
    for index in (0, -1):
        if name := agency(parts[index]):
            del parts[index]
            return ", ".join(parts), name
    return written, None


def _place(written: str) -> str | None:
    """The words as a place name: capitalised, short, without digits."""
    if not 2 < len(written) <= 70 or not PLACE.fullmatch(written):
        return None
    names = [word for word in re.findall(r"[^\W\d_]+", written) if word.lower() not in LOWER_ALLOWED]
    if not names or len(names) > 8 or not all(name[0].isupper() for name in names) or max(map(len, names)) < 3:
        return None
    if found := re.match(r"NO CITY \(([^)]{3,40})\)", written):
        return found[1]
    return written


def _in_capitals(place: str) -> bool:
    return re.split(r"[,(]", place)[0].isupper()


def _with_country(place: str) -> bool:
    parts = re.split(r"[,(/]", place.rstrip(")"))
    return len(parts) > 1 and parts[-1].strip().casefold() in _countries()
