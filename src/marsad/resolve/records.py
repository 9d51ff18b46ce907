"""Headings of records in a list of incidents: "AB-2017-088 | 4 June | Galgala, Bari", "4 June - Galgala", "## 4 June: Galgala"."""

import re
from collections.abc import Collection, Iterator

from marsad.model.mention import TimeMention
from marsad.model.passage import Passage

PARTED = re.compile(r"\s*[|•·\t()\[\]]\s*|\s+[-–—]\s+|:\s+|\A[#*=]+\s+")
NUMBER = re.compile(r"(?:(?i:incident|case|entry|report|event|record|id|no\.?)\s)*#?\s?(?=[\w/:.-]*\d)[\w/:.-]+")
NAMES = re.compile(r"(?:(?:(?:[Bb]etween|[Nn]ear|[Oo]utside|[^\W\d_]{2,3})\s)*[^\W\d_a-z][\w’'-]*[,/]?\s?){1,8}")


def day_of_record(passage: Passage, days: Collection[TimeMention]) -> TimeMention | None:
    """The day that stands by itself between the marks of a heading whose other parts are a number and names; None for other headings."""
    cells = [(begin, end) for begin, end in _cells(passage.text) if begin < end]
    if len(cells) < 2:
        return None
    found = None
    for begin, end in cells:
        day = next((d for d in days if (d.start, d.end) == (passage.start + begin, passage.start + end)), None)
        if day is not None and found is None:
            found = day
        elif not (NUMBER.fullmatch(passage.text, begin, end) or NAMES.fullmatch(passage.text, begin, end)):
            return None
    return found


def _cells(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for mark in PARTED.finditer(text):
        yield at, mark.start()
        at = mark.end()
    yield at, len(text.rstrip(" .:"))
