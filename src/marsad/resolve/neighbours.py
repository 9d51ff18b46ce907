"""What a time takes from the times beside it: a year, the other end of a range, the day of a time of day."""

import datetime
import re
from collections.abc import Mapping, Sequence

import msgspec

from marsad.model.mention import TimeMention
from marsad.reading.times import weekday_named
from marsad.resolve.calendar import add_months, interval_of, month_in
from marsad.resolve.portions import NUMBERS

JOINT = re.compile(
    r"\s*(?:,|and|or|to|until|till|through|and from|to the|and on|and the|until the|[-\u2013\u2014/])(?:\s+(?:in|on|early|late|the))?\s*",
    re.IGNORECASE,
)
RANGE_JOINT = re.compile(r"\s*,?\s*(?:to|until|till|through|and|and on|[-\u2013\u2014])\s*(?:the\s+)?", re.IGNORECASE)
PART_OF = r"(?:(?:mornings?|afternoons?|evenings?|nights?|middays?|noons?)\s+of\s+)?"
RANGE_OPENER = re.compile(rf"\b(?:from|between)\s+(?:the\s+)?{PART_OF}$|\b(?:night\s+of|the\s+years)\s+$", re.IGNORECASE)
OPENER_REACH = 32  # characters
PAIR_DAYS = 3  # two days joined by "and" are one stretch where so few lie between
CLOCK = re.compile(r"XXXX-XX-XX(T\d\d:\d\d)")
DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T..|T\d\d:\d\d)?")
UNDATED = re.compile(r"XXXX-XX-XXT.*")
MONTH = re.compile(r"\d{4}-\d\d")
MONTH_OR_YEAR = re.compile(r"\d{4}(?:-\d\d)?")
LEADING = re.compile(
    rf"\b(?:the\s+)?(?:(?P<count>\d{{1,2}}|{'|'.join(NUMBERS)})[\s-]+)?(?P<unit>day|week|fortnight|month|year)s?"
    r"\s+(?:to|ending|ended|up\s+to)\s+(?:on\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
SAME = re.compile(r"(?:the same|the|same|that|this) period", re.IGNORECASE)
SAME_REACH = 400
OF_YEAR = re.compile(r" (?:of |in )?")
DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}
WEEK = re.compile(r"(\d{4})-W(\d\d)")
OF_WEEK = re.compile(r"\s(?:of\s)?")
CLOCK_REACH = 40
MOST_JOINED = 3


def borrowed_year(text: str, mentions: Sequence[TimeMention], i: int) -> int | None:
    """The year of the date that mention i is joined to: `14 June and 3 July 1942`."""
    for k in range(i, min(i + MOST_JOINED, len(mentions) - 1)):
        one, two = mentions[k], mentions[k + 1]
        if not JOINT.fullmatch(text[one.end : two.start]):
            return None
        if re.match(r"\d{4}-", two.value or ""):
            mine, other = (month_in((m.value or "")[5:7]) for m in (mentions[i], two))
            return int((two.value or "")[:4]) - (mine is not None and other is not None and mine > other)
    return None


def bounded_ranges(text: str, mentions: Sequence[TimeMention]) -> list[TimeMention]:
    """The mentions, with both ends of `from A to B` and `between A and B` bounding the same interval."""
    done = list(mentions)
    for i, (one, two) in enumerate(zip(done, done[1:], strict=False)):
        between = text[one.end : two.start]
        if one.kind != "date" or two.kind != "date" or not RANGE_JOINT.fullmatch(between):
            continue
        opened = RANGE_OPENER.search(text[max(0, one.start - OPENER_REACH) : one.start]) or between.strip() in "-\u2013\u2014"
        opened = (
            opened
            or RANGE_OPENER.search(one.text[: -len(one.text.split()[-1])])
            or (not between.startswith(",") and _pair_of_days(one, two))
        )
        first, last = interval_of(one.value or "")[0], interval_of(two.value or "")[1]
        if first and last and first > last and _are_weekdays(one, two):  # "between Sunday and Tuesday", told on a Monday
            first -= datetime.timedelta(DAYS_IN["week"])
        if opened and first is not None and last is not None and first <= last:
            done[i] = msgspec.structs.replace(one, value_start=first, value_end=last, relation="during")
            done[i + 1] = msgspec.structs.replace(two, value_start=first, value_end=last, relation="during")
    return done


def _are_weekdays(*mentions: TimeMention) -> bool:
    """Whether days are named by their weekdays alone."""
    return all(weekday_named(m.text) is not None and not re.search(r"\d", m.text) for m in mentions)


def leading_up(text: str, mentions: Sequence[TimeMention]) -> list[TimeMention]:
    """The mentions, with the last day of a stretch bounding it: "in the seven days to 17 May", "the week ending 17 May"."""
    done = list(mentions)
    for i, mention in enumerate(done):
        dated = DAY.fullmatch(mention.value or "") or MONTH.fullmatch(mention.value or "")
        match = LEADING.search(text, max(0, mention.start - OPENER_REACH), mention.start) if dated else None
        if match is None or mention.value_end is None:
            continue
        count = NUMBERS.get((match["count"] or "one").lower()) or int(match["count"])
        start = _first_of(mention.value_end, count, match["unit"].lower())
        if start is None or (match["unit"].lower() in DAYS_IN and not DAY.fullmatch(mention.value or "")):
            continue
        done[i] = msgspec.structs.replace(mention, value_start=start, relation="during")
    return done


def _first_of(last: datetime.date, count: int, unit: str) -> datetime.date | None:
    """The first day of so many days, weeks or months that end on a day."""
    if unit in DAYS_IN:
        return last - datetime.timedelta(count * DAYS_IN[unit] - 1)
    return add_months(last + datetime.timedelta(1), -count * (12 if unit == "year" else 1))


def same_periods(text: str, mentions: Sequence[TimeMention], *, keep: bool) -> list[TimeMention]:
    """The mentions, with "the same period" bounded by the stretch told before it, or by the same days of the year named behind it.

    Where no stretch is told it places nothing in time; it stays only where asked to.
    """
    done = list(mentions)
    for i, mention in enumerate(done):
        if mention.kind != "ref" or SAME.fullmatch(mention.text) is None:
            continue
        told = (m for m in reversed(done[:i]) if m.kind != "ref" and mention.start - m.end <= SAME_REACH)
        bounds = next(((m.value_start, m.value_end) for m in told if m.value_start and m.value_end and m.value_start < m.value_end), None)
        if bounds is None:
            continue
        year = done[i + 1] if i + 1 < len(done) and OF_YEAR.fullmatch(text[mention.end : done[i + 1].start]) else None
        if year is not None and (number := re.fullmatch(r"\d{4}", year.value or "")):
            months = 12 * (int(number[0]) - bounds[1].year)
            bounds = add_months(bounds[0], months) or bounds[0], add_months(bounds[1], months) or bounds[1]
            done[i + 1] = msgspec.structs.replace(year, value_start=bounds[0], value_end=bounds[1], relation="during")
        done[i] = msgspec.structs.replace(mention, value_start=bounds[0], value_end=bounds[1], relation="during", method="context")
    return [m for m in done if keep or m.value_start or m.kind != "ref" or SAME.fullmatch(m.text) is None]


def _pair_of_days(one: TimeMention, two: TimeMention) -> bool:
    """Whether two days close together are named: "on 3 and 4 May", "on Friday and Saturday"; or two months or years in a row."""
    first, last = interval_of(one.value or ""), interval_of(two.value or "")
    longer = MONTH_OR_YEAR.fullmatch(one.value or "") and MONTH_OR_YEAR.fullmatch(two.value or "")
    if longer and first[1] is not None and last[0] is not None:  # "in April and May"
        return one.relation == "on" and (last[0] - first[1]).days == 1
    if not DAY.fullmatch(one.value or "") or not DAY.fullmatch(two.value or "") or first[0] is None or last[1] is None:
        return False
    return one.relation == "on" and 0 < (last[1] - first[0]).days <= PAIR_DAYS


def weekdays_of_weeks(text: str, mentions: Sequence[TimeMention]) -> list[TimeMention]:
    """The mentions, with a weekday in the week that is named behind it: `Friday last week`, `on Monday of this week`."""
    done = list(mentions)
    for i, (one, two) in enumerate(zip(done, done[1:], strict=False)):
        week, day = WEEK.fullmatch(two.value or ""), weekday_named(one.text.lower())
        if week and day is not None and OF_WEEK.fullmatch(text[one.end : two.start]):
            if two.value_start is None:
                continue
            date = two.value_start + datetime.timedelta(day - two.value_start.isoweekday())
            end = one.value_end if one.relation == "since" else date
            done[i] = msgspec.structs.replace(one, value=date.isoformat(), value_start=date, value_end=end)
    return done


def dated_clocks(text: str, mentions: Sequence[TimeMention], told_on: Mapping[int, datetime.date | None]) -> list[TimeMention]:
    """The mentions, with times of day on the day told beside them in the same sentence, else on the day that the story had come to."""
    done = list(mentions)
    for i, mention in enumerate(done):
        match = CLOCK.fullmatch(mention.value or "")
        if match is None:
            continue
        beside = _day_beside(text, done, i)
        date = beside or told_on.get(mention.start)
        if date is not None:
            method = "context" if beside else "anchor"
            done[i] = msgspec.structs.replace(mention, value=f"{date}{match[1]}", value_start=date, value_end=date, method=method)
    return done


def _day_beside(text: str, mentions: Sequence[TimeMention], i: int) -> datetime.date | None:
    mention = mentions[i]
    for other in (*mentions[i + 1 : i + 2], *mentions[max(0, i - 1) : i]):
        gap = text[min(mention.end, other.end) : max(mention.start, other.start)]
        if len(gap) <= CLOCK_REACH and DAY.fullmatch(other.value or "") and not re.search(r"[.!?]\s", gap):
            return datetime.date.fromisoformat((other.value or "")[:10])
    return None


def with_relation(mention: TimeMention, published: datetime.date | None) -> TimeMention:
    """The mention bounded as the word before it says: what is since a day reaches to the report, what is until one begins unknown."""
    start, end = mention.value_start, mention.value_end
    if start is None and end is None and published is not None and mention.relation == "since" and UNDATED.fullmatch(mention.value or ""):
        value = f"{published}{(mention.value or '')[len('XXXX-XX-XX') :]}"  # "since the morning": that of the day of the report
        return msgspec.structs.replace(mention, value=value, value_start=published, value_end=published, method="anchor:published")
    if start is None and end is None:
        return mention
    if mention.relation == "since":
        end = published if published is None or start is None or published >= start else None
    elif mention.relation in ("until", "by"):
        start = None
    elif mention.relation == "before":
        start, end = None, start
    elif mention.relation == "after":
        start, end = end, published if published is None or end is None or published >= end else None
    return msgspec.structs.replace(mention, value_start=start, value_end=end)
