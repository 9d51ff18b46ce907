"""The dateline before a report's first sentence: place, day and agency before its first dash, colon or bar."""

import re
from functools import cache

import msgspec

from marsad.data.places.gazetteer import load_gazetteer
from marsad.data.places.keys import name_key
from marsad.ingest.dates import PartialDate, date_source, read_date, words

SEPARATOR = re.compile(
    r"(?<=[)\]])[ \t]?(?:--|[-–—:_?])[ \t]*|[ \t]?--+[ \t]|[ \t][-–—_|][ \t]|[ \t]?[—–][ \t]?|(?<=[A-Z]{3})-[ \t]|(?<=/)\.?[ \t]"
    r"|(?<=[ \t]\d{4})\.[ \t](?=[A-Z“\"])|(?<=[\w)\]]):[ \t]|(?<=[)\]])[ \t]{1,3}(?=[A-Z“\"])"
)
SOURCE = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]][ \t]*$|/([^/\n]{2,40})/[ \t]*$")
BRACKETED = re.compile(r"[ \t]*\(([^()]{4,80})\)")
STOPS = re.compile(r"(?<=[a-zA-Z\d])\.(?=[ \t])")
BETWEEN = re.compile(r"[ ][-–—][ ]")
SENTENCE = 40  # characters
TOWN = 15_000  # people
PLACE = re.compile(r"[^\W\d_][^\W\d_'’.\-]*(?:[ \t,/.'’()\-]{1,3}[^\W\d_]+[.'’]?){0,9}\)?")
LOWER_ALLOWED = frozenset(
    "northern southern eastern western central near of the and al el de du des la le bin abu ad an as ash at ar az".split()
)
NOT_PLACES = frozenset(
    "breaking update updates exclusive factbox opinion watch analysis video photos live clandestine correction corrected summary note"
    " background timeline fact comment editorial interview feature highlights key alert urgent press release statement media"
    " advisory".split()
)
MARKS = re.compile(r"(?:\[[A-Z][A-Z0-9 ,.'’/\-]{1,90}\][ \t]*){1,6}")


class Head(msgspec.Struct, frozen=True):
    """What stands before a dateline's dash; `end` is where the sentence begins."""

    place: str | None = None
    day: PartialDate | None = None
    publisher: str | None = None
    end: int = 0


def read_dateline(line: str) -> Head | None:
    """The place, day and agency before the first dash of a line, or None where the line begins otherwise."""
    for separator in list(SEPARATOR.finditer(line, 0, 170))[:5]:
        rest = line[separator.end() :]
        if len(rest.strip()) < 3:
            continue
        written, colon = line[: separator.start()], separator[0].strip() == ":"
        if whole := BRACKETED.fullmatch(written):  # "(Nairobi, May 4, 2013) – "
            written = whole[1]
        head = read_head(written, dash=not colon and bool(separator[0].strip()), caps_below=_shouted(rest))
        bare = colon or (separator[0].strip() and ":" not in rest[:SENTENCE])
        if head is None and bare and _sentence(rest) and (place := _town(written)):
            head = Head(place)
        if head:
            marks = MARKS.match(line, separator.end())
            return msgspec.structs.replace(head, end=marks.end() if marks else separator.end())
    return None


@cache
def _date_tail() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[,\s(])[ \t]*(?P<date>{date_source()}|no date)[ \t]*[.,)]?$", re.IGNORECASE)


@cache
def _date_front() -> re.Pattern[str]:
    return re.compile(rf"(?P<date>{date_source()})[ \t]*[,:][ \t]*", re.IGNORECASE)


@cache
def _date_alone() -> re.Pattern[str]:
    return re.compile(rf"(?P<date>{date_source()})[.]?", re.IGNORECASE)


@cache
def _agencies() -> dict[str, str]:
    return {alias.casefold(): name for name, aliases in words()["agencies"].items() for alias in aliases}


@cache
def _countries() -> frozenset[str]:
    return frozenset(name.casefold() for name in words()["countries"])


def agency(written: str) -> str | None:
    """The canonical name of a news agency or body that signs reports, or None where it is not known."""
    return _agencies().get(written.strip(" .").casefold())


def _sentence(rest: str) -> bool:
    """Whether a whole sentence follows, as it does behind a dateline and not behind a label."""
    return len(rest) >= SENTENCE and rest.rstrip()[-1:] in '.”"!?' and rest.lstrip('“" ')[:1].isupper() and not _shouted(rest)


def _town(written: str) -> str | None:
    """The words as the name of a town that the gazetteer has, with its country where one is given; "Khartoum - Sudan"."""
    place = _place(BETWEEN.sub(", ", written.strip()))
    return written.strip() if place and known_town(place) else None


def known_town(place: str) -> bool:
    """Whether a town of some size has this name."""
    name = re.split(r"[,(/]", place)[0]
    return any(p.kind == "settlement" and p.population >= TOWN for p in load_gazetteer().find(name_key(name)))


def _shouted(rest: str) -> bool:
    """Whether the sentence itself is in capitals, so that capitals say nothing."""
    letters = [character for character in rest[:80] if character.isalpha()]
    return len(letters) > 5 and sum(map(str.isupper, letters)) > 0.8 * len(letters)


def read_head(written: str, *, dash: bool, caps_below: bool, whole: bool = False) -> Head | None:
    """The parts of a head; `whole` says that nothing but the head stands on the line."""
    rest, publisher = _take_source(written.strip(" \t,"))
    rest, day, dated = _take_date(rest)
    if publisher is None:
        rest, publisher = _take_source(rest)
    rest, known = _take_agency(rest)
    publisher = publisher or known
    if not dated:
        rest, day, dated = _take_date(rest)
    if not dated and (stopped := STOPS.sub(",", written)) != written:  # "Moscow. March 3. INTERFAX - "
        with_commas = read_head(stopped, dash=dash, caps_below=caps_below, whole=whole)
        if with_commas and with_commas.day:
            return with_commas
    if not rest and publisher and not agency(publisher) and dated and known_town(publisher):
        rest, publisher = publisher, None  # "March 3, 2017 (JUBA) - "
    place = _place(rest)
    if rest and place is None:
        return None
    if place is None:
        return Head(None, day, publisher) if (publisher and agency(publisher)) or (dated and publisher) else None
    evident = dated or publisher is not None
    if not evident and not whole and not (dash and ((_in_capitals(place) and not caps_below) or _with_country(place))):
        return None
    signed = publisher is None or dated or agency(publisher) or _in_capitals(place) or _with_country(place)
    if not signed and not (dash and known_town(place) and publisher and " " not in publisher):
        return None
    if set(re.findall(r"\w+", place.casefold())) & NOT_PLACES:
        return Head(None, day, publisher) if evident else None
    return Head(place, day, publisher)


def _take_source(written: str) -> tuple[str, str | None]:
    found = SOURCE.search(written)
    if not found or (found[1] or "").strip().casefold() in _countries() or _date_tail().fullmatch((found[1] or "").strip()):
        return written, None
    name = (found[1] or found[2]).strip()
    return written[: found.start()].rstrip(" \t,"), agency(name) or " ".join(name.split())


def _take_date(written: str) -> tuple[str, PartialDate | None, bool]:
    if found := _date_tail().search(written):
        return written[: found.start()].rstrip(" \t,(."), read_date(found["date"]), True
    if found := _date_front().match(written):
        return written[found.end() :].strip(), read_date(found["date"]), True
    if found := _date_alone().fullmatch(written):
        return "", read_date(found["date"]), True
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
    names = [word for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", written) if word.lower() not in LOWER_ALLOWED]
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
