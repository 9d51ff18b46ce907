"""Anchors times: to the report's date in news, to the running date of the story in histories."""

import bisect
import datetime
import re
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from marsad.model.mention import TimeMention
from marsad.model.report import Report
from marsad.resolve.calendar import NOTHING, SEASON_MONTHS, Interval, Moment, add, add_days, interval_of, make_date, narrowed, value_at
from marsad.resolve.tense import is_future

YEARLESS = re.compile(r"(XXXX|XX\d\d)(?:-(\d\d|XX|SP|SU|FA|WI))?(?:-(\d\d))?(T\w\w)?")
CLOCK = re.compile(r"XXXX-XX-XX(T.+)")
WEEKDAY = re.compile(r"XXXX-WXX-(\d)(T\w\w)?")
STEP = re.compile(r"(dct|ref|now)([+-]\d+)(D|W|M|Y|DE|CE)(?:\|([\w-]+?))?(T\w\w)?")
TURN = re.compile(r"(dct|ref)([<=>])(\d\d|SP|SU|FA|WI|W\d)(T\w\w)?")
PERIOD = re.compile(r"P(T?)(\d+)(S|M|H|D|W|Y|DE|CE)")
LAST_WORDS = re.compile(r"\b(?:last|past|recent)\b", re.IGNORECASE)
NEXT_WORDS = re.compile(r"\b(?:next|coming)\b", re.IGNORECASE)
JOINT = re.compile(
    r"\s*(?:,|and|or|to|until|till|through|and from|to the|and on|and the|until the|[-\u2013\u2014/])(?:\s+(?:in|on|early|late|the))?\s*",
    re.IGNORECASE,
)
RANGE_JOINT = re.compile(r"\s*(?:to|until|till|through|and|[-\u2013\u2014])\s*(?:the\s+)?", re.IGNORECASE)
YEAR_TURNS_AFTER = 8  # months back that make a date without a year belong to the next one
TURNS_SOON_AFTER = 4  # the same where the next year is told further on
CLOCK_REACH = 40
MIDWEEK = 3
NEXT_TOLD = 3
NEAR_DAYS = 75
FEWEST_YEARS = 2


OPENS = re.compile(r"(?:^|[.!?\n(\"\u201d])\s*(?:[A-Z]\w* ){0,3}$")
BACKWARD = re.compile(r"(?:ref|dct)-")


class Anchor(NamedTuple):
    """What a report's times are counted from."""

    published: datetime.date | None
    narrative: bool


class Resolved(NamedTuple):
    """What a note turned out to mean."""

    value: str | None
    interval: Interval = NOTHING
    method: str | None = None


def resolve_times(report: Report, mentions: Sequence[TimeMention]) -> list[TimeMention]:
    """The mentions with TIMEX3 values and the interval of days that each bounds; what cannot be known stays open."""
    anchor = anchor_of(report, mentions)
    resolved: list[TimeMention] = []
    for field in ("title", "text"):
        chosen = [m for m in mentions if m.field == field]
        if chosen:
            resolved += _Story(report.kept(field), chosen, anchor).told()
    return resolved


def anchor_of(report: Report, mentions: Sequence[TimeMention]) -> Anchor:
    """News counts from its publication; a text that has none, or tells of years long before it, counts from its own dates."""
    years = [int(m.value[:4]) for m in mentions if m.value is not None and re.match(r"\d{4}", m.value)]
    if report.published is None:
        return Anchor(None, len(years) >= FEWEST_YEARS)
    old = sum(year < report.published.year - 1 for year in years)
    return Anchor(report.published, old >= 6 and old > 0.8 * len(years) and old >= 0.3 * len(mentions))


class _Story:
    """One field's mentions, resolved in the order in which they are told."""

    def __init__(self, text: str, mentions: Sequence[TimeMention], anchor: Anchor) -> None:
        self.text = text
        self.mentions = sorted(mentions, key=lambda m: m.start)
        self.anchor = anchor
        self.dated = [m for m in self.mentions if m.value is not None and m.kind == "date" and re.match(r"\d{4}", m.value)]
        self.starts = [m.start for m in self.dated]
        self.told_on: dict[int, datetime.date | None] = {}  # the day told of where a time of day stands
        self.running: Moment | None = None
        if anchor.published is not None and not anchor.narrative:
            self.running = Moment(*anchor.published.timetuple()[:3])

    def told(self) -> list[TimeMention]:
        """Every mention resolved."""
        done: list[TimeMention] = []
        for i, mention in enumerate(self.mentions):
            found = self._resolve(i, mention)
            if found is None:
                done.append(msgspec.structs.replace(mention, value=None))
                continue
            self._remember(mention, found)
            done.append(self._with_relation(mention, found))
        return self._clocks(self._ranges(done))

    def _next_year(self, mention: TimeMention) -> int | None:
        """The next year told that is none of a time long past."""
        i = bisect.bisect_right(self.starts, mention.start)
        years = [int((m.value or "")[:4]) for m in self.dated[i : i + NEXT_TOLD]]
        floor = (self.running.year - 1) if self.running else 0
        return next((y for y in years if y >= floor), years[0] if years else None)

    def _in_passing(self, mention: TimeMention, value: str) -> bool:
        """Whether a year inside a sentence is told in passing: the next one told is nearer to the story's own."""
        ahead = self._next_year(mention)
        if self.running is None or ahead is None:
            return False
        year = int(value[:4])
        before = self.text[max(0, mention.start - 30) : mention.start]
        return OPENS.search(before) is None and abs(ahead - self.running.year) < abs(ahead - year)

    def excursion(self, mention: TimeMention) -> bool:
        """Whether a year is told in passing: the story before and behind it agrees on another."""
        if mention.value is None or not re.match(r"\d{4}", mention.value):
            return False
        i = bisect.bisect_left(self.starts, mention.start)
        before, after = self.dated[max(0, i - 2) : i], self.dated[i + 1 : i + 3]
        if not before or not after:
            return False
        year, one, two = (int((m.value or "")[:4]) for m in (mention, before[-1], after[0]))
        return abs(one - two) <= 1 and min(abs(year - one), abs(year - two)) >= 2

    # ------------------------------------------------------------ one mention
    def _resolve(self, i: int, mention: TimeMention) -> Resolved | None:
        value = mention.value
        if value is None or mention.kind in ("set", "ref"):
            return Resolved(value)
        if mention.kind == "duration":
            return self._duration(mention, value)
        if match := STEP.fullmatch(value):
            return self._step(mention, match)
        if match := TURN.fullmatch(value):
            return self._turn(match)
        if CLOCK.fullmatch(value) and self.running is not None and self.anchor.narrative:
            self.told_on[mention.start] = self.running.date()
        if match := WEEKDAY.fullmatch(value):
            return self._weekday(mention, match)
        if match := YEARLESS.fullmatch(value):
            return self._yearless(i, mention, match)
        return Resolved(value, narrowed(interval_of(value), mention.text), "calendar")

    def _duration(self, mention: TimeMention, value: str) -> Resolved:
        published = self.anchor.published
        match = PERIOD.fullmatch(value)
        if published is None or self.anchor.narrative:
            return Resolved(value)
        back, ahead = LAST_WORDS.search(mention.text), NEXT_WORDS.search(mention.text)
        if match is None:
            return Resolved(value, (None, published) if back else (published, None) if ahead else NOTHING, "anchor:published")
        unit = {"TH": "H", "TM": "M60", "TS": "S"}.get(match[1] + match[3], match[3])
        count = min(int(match[2]), 5000)
        if back:
            return Resolved(value, (add(published, -count, unit), published), "anchor:published")
        if ahead:
            return Resolved(value, (published, add(published, count, unit)), "anchor:published")
        return Resolved(value)

    def _base(self, anchor: str) -> tuple[Moment | None, str]:
        published = self.anchor.published
        if anchor != "ref" and published is not None and (anchor == "dct" or not self.anchor.narrative):
            return Moment(published.year, published.month, published.day), "anchor:published"
        if anchor == "dct" and not self.anchor.narrative:
            return None, "anchor:published"
        return self.running, "anchor:narrative"

    def _step(self, mention: TimeMention, match: re.Match[str]) -> Resolved | None:
        base, method = self._base(match[1])
        count, unit, rest, part = int(match[2]), match[3], match[4], match[5] or ""
        if base is None or (match[1] == "dct" and unit == "D" and method == "anchor:narrative"):
            return Resolved("PRESENT_REF" if match[1] == "dct" and unit == "D" and count == 0 and not part else None)
        if rest == "WE" and count == 0 and base.date() is not None and not is_future(self.text, mention.start, mention.end):
            count -= (base.date() or datetime.date.max).isoweekday() <= MIDWEEK  # said early in the week, this weekend is the one just past
        value = _stepped(base, count, unit)
        if value is None:
            return None
        if rest is not None:
            return self._part_of(value, rest, part, mention, method)
        if "X" in value:
            return Resolved(value + part, NOTHING, method)
        interval = interval_of(value)
        if match[1] != "ref" and count == 0 and method == "anchor:published":
            interval = self._so_far(interval, mention)
        elif match[1] == "dct" and re.search(r"\b(?:more than|over|longer than|at least)\b", mention.text, re.IGNORECASE):
            interval = (None, interval[1])
        return Resolved(value + (part if unit == "D" else ""), narrowed(interval, mention.text), method)

    def _so_far(self, interval: Interval, mention: TimeMention) -> Interval:
        """`this month` reaches to the day of the report, or from it where the words look ahead."""
        start, end = interval
        published = self.anchor.published
        if start is None or end is None or published is None or start == end:
            return interval
        if "ater" in mention.text or LATE_EDGE.search(mention.text):
            return (published, end) if "ater" in mention.text else interval
        return interval if is_future(self.text, mention.start, mention.end) else (start, published)

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
            found = _weekday_from(day, int(name[1]), way) if day else None
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
        found = _weekday_from(base, weekday, ">=" if ahead or self.anchor.narrative else "<=")
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
        year, method = self._borrowed(i), "calendar"
        if year is None:
            year, method = self._year_for(mention, number, int(day) if day else None)
        if year is None:
            return Resolved(mention.value)
        interval = narrowed(interval_of("-".join(filter(None, (f"{year:04d}", month, day)))), mention.text)
        published = self.anchor.published
        if mention.relation == "since" and published is not None and interval[0] is not None and interval[0] > published:
            year -= 1  # what has lasted since then has begun
        value = "-".join(filter(None, (f"{year:04d}", month, day))) + (part or "")
        return Resolved(value, narrowed(interval_of(value), mention.text), method)

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

    def _borrowed(self, i: int) -> int | None:
        """The year of the date that this one is joined to: `14 June and 3 July 1942`."""
        for k in range(i, min(i + 3, len(self.mentions) - 1)):
            one, two = self.mentions[k], self.mentions[k + 1]
            if not JOINT.fullmatch(self.text[one.end : two.start]):
                return None
            if two.value is not None and re.match(r"\d{4}-", two.value):
                mine, other = (_month_in((m.value or "")[5:7]) for m in (self.mentions[i], two))
                return int(two.value[:4]) - (mine is not None and other is not None and mine > other)
        return None

    def _year_for(self, mention: TimeMention, month: int, day: int | None) -> tuple[int | None, str]:
        if self.anchor.published is not None and not self.anchor.narrative:
            return self._news_year(mention, month, day, self.anchor.published)
        now = self.running
        if now is None:
            return None, "anchor:narrative"
        year = now.year
        ahead = self._next_year(mention)
        turns_after = TURNS_SOON_AFTER if ahead is not None and ahead > year else YEAR_TURNS_AFTER
        if now.month is not None and now.month - month >= turns_after:
            year += 1
        return min(year, self._latest_around(mention) or year), "anchor:narrative"

    def _latest_around(self, mention: TimeMention) -> int | None:
        """The later of the years told before and behind: guesses must not drift beyond them."""
        i = bisect.bisect_left(self.starts, mention.start)
        before = [int((m.value or "")[:4]) for m in self.dated[max(0, i - 1) : i]]
        ahead = self._next_year(mention)
        return max([*before, *([] if ahead is None else [ahead])], default=None)

    def _news_year(self, mention: TimeMention, month: int, day: int | None, published: datetime.date) -> tuple[int | None, str]:
        ahead = is_future(self.text, mention.start, mention.end)
        candidate = (month, day or (published.day if month == published.month else 1))
        now = (published.month, published.day)
        if ahead:
            return published.year + (candidate < now), "tense"
        if mention.relation != "since" and self._is_near(candidate, published):
            return published.year + (candidate < now), "anchor:published"
        return published.year - (candidate > now), "anchor:published"

    @staticmethod
    def _is_near(candidate: tuple[int, int], published: datetime.date) -> bool:
        """Whether the date lies in the weeks to come: of last year's a report would say so."""
        year = published.year + (candidate < (published.month, published.day))
        date = make_date(year, *candidate)
        return date is not None and 0 <= (date - published).days <= NEAR_DAYS

    # ------------------------------------------------------------ what was told
    def _remember(self, mention: TimeMention, found: Resolved) -> None:
        value = found.value
        if value is None or mention.kind not in ("date", "time") or BACKWARD.match(mention.value or ""):
            return
        match = re.fullmatch(r"(\d{4})(?:-(\d\d|SP|SU|FA|WI)(?:-(\d\d))?)?(?:T.*)?", value)
        if match is None:
            return
        month = _month_in(match[2] or "")
        if (
            self.excursion(mention)
            or self._in_passing(mention, value)
            or (month is None and self.running is not None and self.running.year == int(match[1]))
        ):
            return
        self.running = Moment(int(match[1]), month, int(match[3]) if match[3] else None)

    def _with_relation(self, mention: TimeMention, found: Resolved) -> TimeMention:
        start, end = found.interval
        published = None if self.anchor.narrative else self.anchor.published
        if start is not None or end is not None:
            if mention.relation == "since":
                end = published if published is None or start is None or published >= start else None
            elif mention.relation in ("until", "by"):
                start = None
            elif mention.relation == "before":
                start, end = None, start
            elif mention.relation == "after":
                start, end = end, published if published is None or end is None or published >= end else None
        return msgspec.structs.replace(mention, value=found.value, value_start=start, value_end=end, method=found.method)

    def _ranges(self, done: list[TimeMention]) -> list[TimeMention]:
        """Both ends of `from A to B` and `between A and B` bound the same interval."""
        for i, (one, two) in enumerate(zip(done, done[1:], strict=False)):
            if one.kind != "date" or two.kind != "date" or not RANGE_JOINT.fullmatch(self.text[one.end : two.start]):
                continue
            opener = re.search(r"\b(from|between)\s+(?:the\s+)?$", self.text[max(0, one.start - 14) : one.start], re.IGNORECASE)
            dash = self.text[one.end : two.start].strip() in "-\u2013\u2014"
            first, last = interval_of(one.value or "")[0], interval_of(two.value or "")[1]
            if (opener or dash) and first is not None and last is not None and first <= last:
                done[i] = msgspec.structs.replace(one, value_start=first, value_end=last, relation="during")
                done[i + 1] = msgspec.structs.replace(two, value_start=first, value_end=last, relation="during")
        return done

    def _clocks(self, done: list[TimeMention]) -> list[TimeMention]:
        """A time of day belongs to the day told beside it, in the same sentence."""
        for i, mention in enumerate(done):
            match = CLOCK.fullmatch(mention.value or "")
            if match is None or ":" not in match[1]:
                continue
            for other in (*done[i + 1 : i + 2], *done[max(0, i - 1) : i]):
                gap = self.text[min(mention.end, other.end) : max(mention.start, other.start)]
                if len(gap) <= CLOCK_REACH and re.fullmatch(r"\d{4}-\d\d-\d\d(T..)?", other.value or "") and not re.search(r"[.!?]\s", gap):
                    day = (other.value or "")[:10]
                    date = datetime.date.fromisoformat(day)
                    done[i] = msgspec.structs.replace(mention, value=day + match[1], value_start=date, value_end=date, method="context")
                    break
            else:
                now = self.told_on.get(mention.start)
                if now is not None:
                    done[i] = msgspec.structs.replace(
                        mention, value=f"{now}{match[1]}", value_start=now, value_end=now, method="anchor:narrative"
                    )
        return done


LATE_EDGE = re.compile(r"\b(?:end|close|late|rest|remainder)\b", re.IGNORECASE)


def _month_in(word: str) -> int | None:
    """The month of a number, or the first of a season."""
    return SEASON_MONTHS.get(word) or (int(word) if word.isdigit() else None)


def _stepped(base: Moment, count: int, unit: str) -> str | None:
    """The value of the day, month, year ... some steps from a moment, as far as the moment is known."""
    known = base.date()
    if known is not None:
        date = add(known, count, unit)
        return value_at(date, unit) if date else None
    if unit in ("Y", "DE", "CE") or (unit == "M" and base.month is not None):
        first = base.first()
        date = add(first, count, unit) if first else None
        return value_at(date, unit) if date else None
    return f"{base.year:04d}-XX" + ("-XX" if unit == "D" else "") if unit != "W" else f"{base.year:04d}-WXX"


def _weekday_from(base: datetime.date, weekday: int, way: str) -> datetime.date | None:
    """The nearest such weekday: `<` before, `<=` up to, `>` after, `>=` from, `=` in the week of the date."""
    if way == "=":
        return add_days(base, weekday - base.isoweekday())
    if way in ("<", "<="):
        back = (base.isoweekday() - weekday) % 7
        return add_days(base, -(back or (7 if way == "<" else 0)))
    ahead = (weekday - base.isoweekday()) % 7
    return add_days(base, ahead or (7 if way == ">" else 0))
