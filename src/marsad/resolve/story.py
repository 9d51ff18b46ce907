"""One text's times, resolved in the order in which they are told."""

import datetime
import re
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from marsad.model.mention import TimeMention
from marsad.reading.times import PAST_REF, SAME_PERIOD, THEN, weekday_named
from marsad.reading.wordlists import words_listed
from marsad.resolve.calendar import (
    NOTHING,
    SEASON_MONTHS,
    Interval,
    Moment,
    add,
    add_days,
    interval_of,
    make_date,
    month_in,
    narrowed,
    stepped,
    weekday_from,
)
from marsad.resolve.elapsed import has_elapsed
from marsad.resolve.neighbours import (
    borrowed_year,
    bounded_ranges,
    dated_clocks,
    leading_up,
    same_periods,
    weekdays_of_weeks,
    with_relation,
)
from marsad.resolve.offsets import counted_off
from marsad.resolve.tense import is_future
from marsad.resolve.told import NEXT_WORDS, follows_told, prolonged, shifted, since_told, within_told
from marsad.resolve.years import ToldYears, news_year, year_with_weekday

YEARLESS = re.compile(r"(XXXX|XX\d\d)(?:-(\d\d|XX|SP|SU|FA|WI))?(?:-(\d\d))?(T\w\w|T\d\d:\d\d)?")
CLOCK = re.compile(r"XXXX-XX-XX(T.+)")
WEEKDAY = re.compile(r"XXXX-WXX-(\d)(T\w\w|T\d\d:\d\d)?")
SOME_AGO = re.compile(r"dct-X(S|M60|H|D|W|M|Y|DE|CE|FN)")
STEP = re.compile(r"(dct|ref|now)([+-]\d+)(D|W|M|Y|DE|CE)(?:\|([\w-]+?))?(T\w\w|T\d\d:\d\d)?")
TURN = re.compile(r"(dct|ref)([<=>])(\d\d|SP|SU|FA|WI|W\d)(T\w\w|T\d\d:\d\d)?")
PERIOD = re.compile(r"P(T?)(\d+)(S|M|H|D|W|Y|DE|CE)")
TOLD = re.compile(r"(\d{4})(?:-(\d\d|SP|SU|FA|WI)(?:-(\d\d))?)?(?:T.*)?")
BACKWARD = re.compile(r"(?:ref|dct)-")
CLOSED = re.compile(r" (?:ending|leading up to|up to|to|until) (?!come\b)")  # "the 24 hours to noon"
LAST_WORDS = re.compile(r"\b(?:last|past|recent)\b", re.IGNORECASE)
PREVIOUS_WORDS = re.compile(r"\b(?:previous|preceding)\b", re.IGNORECASE)
LONGER_WORDS = re.compile(r"\b(?:more than|over|longer than|at least)\b", re.IGNORECASE)
LATE_EDGE = re.compile(r"\b(?:end|close|late|rest|remainder)\b", re.IGNORECASE)
IN_THE_DAY = re.compile(r"\bin the day$", re.IGNORECASE)
SO_FAR = re.compile(r"\bso far (?:in|during) $", re.IGNORECASE)
SAID_ON = re.compile(rf"\b(?:{'|'.join(words_listed('times', 'telling'))})(?: \w+)?(?: on)? $")
EVERY = {"XXXX-XX-XX": "P1D", "XXXX-WXX": "P1W", "XXXX-XX": "P1M", "XXXX": "P1Y"}  # newswire and histories write these differently
MIDWEEK = 3
DAY_HOURS = 24
LINE_REACH = 12
PARAGRAPH_REACH = 300
DAY_REACH = 600
CENTURY = 100
SAID_REACH = 30
SOME = (2, 9)  # the least and the most that "some" and "a few" mean
MOST_UNITS = 5000


class Anchor(NamedTuple):
    """What a report's times are counted from."""

    published: datetime.date | None
    narrative: bool


class Resolved(NamedTuple):
    """What a note turned out to mean."""

    value: str | None
    interval: Interval = NOTHING
    method: str | None = None


class Story:
    """One field's mentions, resolved in the order in which they are told."""

    def __init__(self, text: str, mentions: Sequence[TimeMention], anchor: Anchor) -> None:
        self.text = text
        self.mentions = sorted(mentions, key=lambda m: m.start)
        self.anchor = anchor
        self.years = ToldYears(text, self.mentions)
        self.told_on: dict[int, datetime.date | None] = {}  # the day told of where a time of day stands
        self.running: Moment | None = None  # what the story has come to
        self.latest_end = 0
        self.latest: Moment | None = None  # what was told last, in passing or not
        self.stretch: Interval = NOTHING  # the days of it
        self.stretch_end = 0
        if anchor.published is not None and not anchor.narrative:
            self.running = Moment(*anchor.published.timetuple()[:3])

    def told(self) -> list[TimeMention]:
        """Every mention resolved."""
        done: list[TimeMention] = []
        for i, mention in enumerate(self.mentions):
            if self._says_nothing(mention):
                continue
            found = self._resolve(i, mention)
            if found is None:
                done.append(msgspec.structs.replace(mention, value=None))
                continue
            self._remember(mention, found)
            start, end = self._to_the_report(mention, found.interval)
            bound = msgspec.structs.replace(mention, value=found.value, value_start=start, value_end=end, method=found.method)
            done.append(with_relation(bound, None if self.anchor.narrative else self.anchor.published))
        done = counted_off(self.text, leading_up(self.text, done))
        done = bounded_ranges(self.text, weekdays_of_weeks(self.text, done))
        done = same_periods(self.text, done, keep=self.anchor.narrative or self.anchor.published is None)
        return dated_clocks(self.text, done, self.told_on)

    def _to_the_report(self, mention: TimeMention, interval: Interval) -> Interval:
        """The interval, ended by the report where it is of what there was so far: "so far in 2014"."""
        start, end = interval
        published = self.anchor.published
        so_far = SO_FAR.search(self.text, max(0, mention.start - SAID_REACH), mention.start) is not None
        return (start, published) if so_far and start and end and published and start <= published < end else interval

    def _says_nothing(self, mention: TimeMention) -> bool:
        """In news, `the former mayor` and `at the same time` place nothing in time."""
        if mention.value == THEN and self.anchor.narrative:
            return True
        nothing = mention.value is None or mention.text.lower() == "former"
        return self.anchor.published is not None and not self.anchor.narrative and mention.kind == "ref" and nothing

    # ------------------------------------------------------------ one mention
    def _resolve(self, i: int, mention: TimeMention) -> Resolved | None:
        value = mention.value
        if value == THEN:
            return Resolved(PAST_REF, since_told(self.stretch, mention.start - self.stretch_end), "anchor:narrative")
        if value is None or mention.kind == "ref":
            return Resolved(None if value == SAME_PERIOD else value)
        if mention.kind == "set":
            return Resolved(value if self.anchor.narrative or self.anchor.published is None else EVERY.get(value, value))
        if mention.kind == "duration":
            return self._duration(i, mention, value)
        if match := SOME_AGO.fullmatch(value):
            return self._some_ago(match[1])
        if match := STEP.fullmatch(value):
            return self._step(mention, match)
        if match := TURN.fullmatch(value):
            return self._turn(match)
        if mention.text.lower() == "overnight" and self.anchor.published is not None and not self.anchor.narrative:
            night = add(self.anchor.published, -1, "D")
            return Resolved(f"{night}TNI" if night else None, (night, self.anchor.published), "anchor:published")
        if CLOCK.fullmatch(value):
            self.told_on[mention.start] = self._day_of_clock(mention)
        if match := WEEKDAY.fullmatch(value):
            return self._weekday(mention, match)
        if match := YEARLESS.fullmatch(value):
            return self._yearless(i, mention, match)
        published = self.anchor.published
        if published is not None and value.isdigit() and len(value) == len("2100") and int(value) >= published.year + CENTURY:
            return Resolved(None)  # "between 2100 on 4 May and 0200": a time of day
        return Resolved(value, narrowed(interval_of(value), mention.text), "calendar")

    def _duration(self, i: int, mention: TimeMention, value: str) -> Resolved:
        published = self.anchor.published
        match = PERIOD.fullmatch(value)
        if published is None or self.anchor.narrative:
            return Resolved(value)
        to = CLOSED.match(self.text, mention.end) if self.text.endswith("the ", 0, mention.start) else None
        closed = to and all(m.start != to.end() for m in self.mentions[i + 1 : i + 2])  # else the day is told
        if self._alone(i) and within_told(self.text, mention, self.stretch, mention.start - self.stretch_end):
            count, unit = (int(match[2]), match[3]) if match and not match[1] else (0 if "T" in value else SOME[1], "D")
            return Resolved(value, prolonged(self.stretch, count, unit, published), "anchor:narrative")
        follows = self.stretch[1] is not None and follows_told(self.text, mention)
        back, ahead = LAST_WORDS.search(mention.text) or closed, NEXT_WORDS.search(mention.text)
        if not back and not ahead:
            before = PREVIOUS_WORDS.search(mention.text) and self.latest is None
            back = bool(before) or (self._alone(i) and has_elapsed(self.text, mention, self.latest, published))
        if match is None:
            some = re.fullmatch(r"P(?:X(D|W|M|Y)|TX[HM])", value)
            if some and some[1] and follows:
                return Resolved(value, prolonged(self.stretch, SOME[1], some[1], published), "anchor:narrative")
            first = add(published, -SOME[1] if some[1] else -1, some[1] or "D") if some else None
            return Resolved(value, (first, published) if back else (published, None) if ahead else NOTHING, "anchor:published")
        unit = {"TH": "H", "TM": "M60", "TS": "S"}.get(match[1] + match[3], match[3])
        count = min(int(match[2]), MOST_UNITS)
        if follows:
            return Resolved(value, prolonged(self.stretch, count, unit, published), "anchor:narrative")
        if back:
            whole = not LAST_WORDS.search(mention.text) and unit in ("H", "M60", "S") and count < DAY_HOURS
            return Resolved(value, (add(published, -1, "D") if whole else add(published, -count, unit), published), "anchor:published")
        if ahead:
            return Resolved(value, (published, add(published, count, unit)), "anchor:published")
        return Resolved(value)

    def _alone(self, i: int) -> bool:
        """Whether no other day is told of in the same line."""
        here = self.mentions[i]
        near = (m for m in self.mentions[max(0, i - 1) : i + 2] if m is not here and m.kind in ("date", "time"))
        between = (self.text[min(m.end, here.end) : max(m.start, here.start)] for m in near)
        return all("\n" in part or ". " in part for part in between)

    def _day_of_clock(self, mention: TimeMention) -> datetime.date | None:
        """The day that a history has come to; in news, the report's day for entries of a live page, else the last told in the paragraph."""
        if self.anchor.narrative or self.anchor.published is None:
            return self.running.date() if self.running and self.anchor.narrative else None
        line = self.text[max(0, mention.start - LINE_REACH) : mention.start].rpartition("\n")
        if (line[1] or mention.start <= LINE_REACH) and not line[2].strip(" \t*-\u2022[("):
            return self.anchor.published
        since = self.text[self.latest_end : mention.start]
        near = self.latest is not None and len(since) <= PARAGRAPH_REACH and "\n" not in since
        return self.latest.date() if near and self.latest else None

    def _some_ago(self, unit: str) -> Resolved:
        """Some days ago is two to nine days ago."""
        published = None if self.anchor.narrative else self.anchor.published
        if published is None:
            return Resolved("PAST_REF")
        if unit in ("H", "M60", "S"):
            return Resolved("PAST_REF", (add_days(published, -1), published), "anchor:published")
        return Resolved("PAST_REF", (add(published, -SOME[1], unit), add(published, -SOME[0], unit)), "anchor:published")

    def _base(self, anchor: str) -> tuple[Moment | None, str]:
        published = self.anchor.published
        if anchor != "ref" and published is not None and (anchor == "dct" or not self.anchor.narrative):
            return Moment(published.year, published.month, published.day), "anchor:published"
        if anchor == "dct" and not self.anchor.narrative:
            return None, "anchor:published"
        return self.latest or self.running, "anchor:narrative"

    def _step(self, mention: TimeMention, match: re.Match[str]) -> Resolved | None:
        base, method = self._base(match[1])
        count, unit, rest, part = int(match[2]), match[3], match[4], match[5] or ""
        if IN_THE_DAY.search(mention.text) and self.anchor.published and mention.start - self.latest_end > DAY_REACH:
            base = Moment(*self.anchor.published.timetuple()[:3])  # "earlier in the day", with no day told near it
        if base is None or (match[1] == "dct" and unit == "D" and method == "anchor:narrative"):
            return Resolved("PRESENT_REF" if match[1] == "dct" and unit == "D" and count == 0 and not part else None)
        if rest == "WE" and count == -1 and not LAST_WORDS.search(mention.text):
            count += is_future(self.text, mention.start, mention.end)  # "by the weekend"
        if rest == "WE" and count == 0 and base.date() is not None and not is_future(self.text, mention.start, mention.end):
            count -= (base.date() or datetime.date.max).isoweekday() <= MIDWEEK  # said early in the week, this weekend is the one just past
        value = stepped(base, count, unit)
        if value is None:
            return None
        if rest is not None:
            return self._part_of(value, rest, part, mention, method)
        if "X" in value:
            published = None if self.anchor.narrative or match[1] != "ref" else self.anchor.published
            on = shifted(self.stretch, mention.start - self.stretch_end, count, unit, published) if published else NOTHING
            return Resolved(value + part, on, method)
        interval = narrowed(interval_of(value), mention.text)
        if match[1] != "ref" and count == 0 and method == "anchor:published":
            interval = self._so_far(interval, mention)
        elif match[1] == "dct" and LONGER_WORDS.search(mention.text):
            interval = (None, interval[1])
        return Resolved(value + (part if unit == "D" else ""), interval, method)

    def _so_far(self, interval: Interval, mention: TimeMention) -> Interval:
        """`this month` reaches to the day of the report, or from it where the words look ahead."""
        start, end = interval
        published = self.anchor.published
        if start is None or end is None or published is None or start == end:
            return interval
        if "ater" in mention.text or LATE_EDGE.search(mention.text):
            return (published, end) if "ater" in mention.text else interval
        return interval if end <= published or is_future(self.text, mention.start, mention.end) else (start, published)

    def _part_of(self, value: str, rest: str, part: str, mention: TimeMention, method: str) -> Resolved:
        full = f"{value}-{rest}{part}"
        return Resolved(full, narrowed(interval_of(full), mention.text), method)

    def _turn(self, match: re.Match[str]) -> Resolved | None:
        base, method = self._base(match[1])
        way, name, part = match[2], match[3], match[4] or ""
        if base is None:
            return None
        if name.startswith("W") and name != "WI":
            day = base.date()
            found = weekday_from(day, int(name[1]), way) if day else None
            return Resolved(found.isoformat() + part, (found, found), method) if found else None
        month = SEASON_MONTHS.get(name) or int(name)
        now = base.month or (1 if way == ">" else 12)
        year = base.year
        if way == "<" and month >= now:
            year -= 1
        elif way == ">" and month <= now and base.month is not None:
            year += 1
        value = f"{year:04d}-{name}"
        return Resolved(value, interval_of(value), method)

    def _weekday(self, mention: TimeMention, match: re.Match[str]) -> Resolved | None:
        weekday, part = int(match[1]), match[2] or ""
        base, method = (
            (self.anchor.published, "tense")
            if not self.anchor.narrative
            else (self.running.date() if self.running else None, "anchor:narrative")
        )
        if base is None:
            return Resolved(mention.value)
        ahead = is_future(self.text, mention.start, mention.end)
        found = weekday_from(base, weekday, ">=" if ahead or self.anchor.narrative else "<=")
        return Resolved(found.isoformat() + part, (found, found), method) if found else None

    # ------------------------------------------------------------ dates without a year
    def _yearless(self, i: int, mention: TimeMention, match: re.Match[str]) -> Resolved | None:
        century, month, day, part = match.groups()
        if century != "XXXX":
            return self._short_year(mention, century, match)
        if month == "XX":
            return self._day_only(mention, day, part) if day else Resolved(mention.value)
        if month is None:
            return Resolved(mention.value)
        number = SEASON_MONTHS.get(month) or int(month)
        year, method = borrowed_year(self.text, self.mentions, i), "calendar"
        if year is None:
            year, method = self._year_for(mention, number, int(day) if day else None)
        if year is None:
            return Resolved(mention.value)
        weekday = weekday_named(mention.text) if day else None
        if weekday is not None and day:
            year = year_with_weekday(year, number, int(day), weekday)
        interval = narrowed(interval_of("-".join(filter(None, (f"{year:04d}", month, day)))), mention.text)
        published = self.anchor.published
        if mention.relation == "since" and published is not None and interval[0] is not None and interval[0] > published:
            year -= 1  # what has lasted since then has begun
        value = "-".join(filter(None, (f"{year:04d}", month, day))) + (part or "")
        return Resolved(value, narrowed(interval_of(value), mention.text), method)

    def _year_for(self, mention: TimeMention, month: int, day: int | None) -> tuple[int | None, str]:
        if self.anchor.published is not None and not self.anchor.narrative:
            return news_year(self.text, mention, month, day, self.anchor.published)
        return self.years.year_for(mention, month, self.running) if self.running else None, "anchor:narrative"

    def _short_year(self, mention: TimeMention, century: str, match: re.Match[str]) -> Resolved:
        base = self.running.year if self.running else self.anchor.published.year if self.anchor.published else 1999
        year = base // 100 * 100 + int(century[2:])
        if year > base + 30:
            year -= 100
        value = "-".join(filter(None, (f"{year:04d}", *match.groups()[1:3]))) + (match[4] or "")
        return Resolved(value, narrowed(interval_of(value), mention.text), "calendar")

    def _day_only(self, mention: TimeMention, day: str, part: str | None) -> Resolved:
        now = self.running
        if now is None or now.month is None:
            return Resolved(mention.value)
        date = make_date(now.year, now.month, int(day))
        if date is None:
            return Resolved(None)
        return Resolved(date.isoformat() + (part or ""), (date, date), "anchor:narrative")

    # ------------------------------------------------------------ what was told
    def _remember(self, mention: TimeMention, found: Resolved) -> None:
        value = found.value
        before = self.text[max(0, mention.start - SAID_REACH) : mention.start]
        if mention.kind in ("date", "time") and CLOCK.fullmatch(value or "") is None and not SAID_ON.search(before):
            self.stretch, self.stretch_end = found.interval, mention.end
        match = TOLD.fullmatch(value or "")
        if value is None or match is None or mention.kind not in ("date", "time"):
            return
        month = month_in(match[2] or "")
        self.latest_end = mention.end
        self.latest = Moment(int(match[1]), month, int(match[3]) if match[3] else None)
        if BACKWARD.match(mention.value or ""):
            return
        known = month is None and self.running is not None and self.running.year == int(match[1])
        if known or self.years.in_passing(mention, value, self.running):
            return
        self.running = self.latest
