"""The entries of a chronology or digest: the day with which one begins, or which stands as a heading over it, is that of what it tells."""

import re
from collections.abc import Mapping, Sequence
from itertools import zip_longest

from marsad.model.mention import TimeMention
from marsad.model.passage import Passage
from marsad.model.report import Field, Report
from marsad.reading.passages import bullet_mark, is_heading
from marsad.resolve.records import day_of_record

LABEL_ENDS = re.compile(r"(?:[ ]?\([^()\n]{1,40}\))?(?::(?=\s)|[ ][-–—](?=\s)|[–—])")
BEFORE = re.compile(r"(?:(?:on|day[ ]\d+)[,:]?[ ])?", re.IGNORECASE)
BEHIND = re.compile(r"[,.:|–—-]?[ ]*")  # between the day and the place of an entry: "7 May, Nasir: ..."
NAME = re.compile(r"(?:[^\W\d_][\w'’-]*[ ,/]*){1,6}")
ENDS = re.compile(r"\.?\Z")


class Entries:
    """Under which day each passage of a report stands, if under any."""

    def __init__(self, report: Report, passages: Mapping[Field, Sequence[Passage]], times: Sequence[TimeMention]) -> None:
        self._days: dict[int, TimeMention] = {}
        self._begins: dict[int, int] = {}
        self._records: set[int] = set()
        days = {m.start: m for m in times if m.field == "text" and _is_day(m) and not report.in_head(m.start)}
        self._read(report, passages.get("text", ()), days)

    def day(self, passage: Passage) -> TimeMention | None:
        """The day of the passage's entry, else of the heading above it."""
        return self._days.get(passage.index) if passage.field == "text" else None

    def begins(self, passage: Passage) -> int:
        """Where in the passage that opens an entry its place could stand, behind the day; 0 in every other passage."""
        return self._begins.get(passage.index, 0) if passage.field == "text" else 0

    def heads_record(self, passage: Passage) -> bool:
        """Whether the passage is the heading of one record of a list: a day, names and a number, and nothing else."""
        return passage.field == "text" and passage.index in self._records

    def _read(self, report: Report, passages: Sequence[Passage], days: Mapping[int, TimeMention]) -> None:
        above: TimeMention | None = None
        own: TimeMention | None = None
        begun, paragraph = False, -1
        below = False  # whether the passage before is a heading too
        for passage, following in zip_longest(passages, passages[1:]):
            opens = passage.paragraph != paragraph
            paragraph = passage.paragraph
            first = days.get(_begin(passage)) if opens else None
            if is_heading(passage, following):
                record = day_of_record(passage, days.values())
                bare = first is not None and ENDS.match(passage.text.rstrip(" :"), first.end - passage.start) is not None
                day = first if bare and first is not None and (begun or first.value_start != report.published) else None
                if record is not None:
                    self._records.add(passage.index)
                above = record or day or (above if below and first is None else None)  # "Date: 3 May" and below it "Location: Galgala"
                own, below = None, True
                continue
            below = False
            begun = begun or passage.kind != "header"
            if opens:
                own = first if first is not None and _is_label(passage, first) else None
                if own is not None:
                    self._begins[passage.index] = _label_end(passage, own)
            if day := own or above:
                self._days[passage.index] = day


def _is_day(mention: TimeMention) -> bool:
    return (
        mention.kind == "date" and mention.value_start is not None and mention.value_start == mention.value_end and mention.relation == "on"
    )


def _begin(passage: Passage) -> int:
    """Where the words of an entry begin, behind its mark and an "on"."""
    mark = bullet_mark(passage.text)
    before = BEFORE.match(passage.text, mark)
    return passage.start + (before.end() if before else mark)


def _label_end(passage: Passage, day: TimeMention) -> int:
    """Where, in the passage, the place of an entry could stand: behind its day and what parts them."""
    behind = BEHIND.match(passage.text, day.end - passage.start)
    return behind.end() if behind else day.end - passage.start


def _is_label(passage: Passage, day: TimeMention) -> bool:
    """Whether the day is set off from what is told: by a colon, a dash or a full stop, with a place or without: "7 May, Nasir: ..."."""
    at = day.end - passage.start
    if LABEL_ENDS.match(passage.text, at) or ENDS.match(passage.text, at):
        return True
    name = NAME.match(passage.text, _label_end(passage, day))
    if name is None or not passage.text[at : at + 1].strip(" "):
        return False
    told = name[0].rstrip(" ,/")
    named = all(word[0].isupper() for word in re.findall(r"[^\W\d_][\w'’-]*", told))
    end = name.start() + len(told)
    return named and bool(LABEL_ENDS.match(passage.text, end) or ENDS.match(passage.text, end))
