"""Lists of figures in a text: lines of a label and a number under a line that says what is counted, as in "Zintan: 4,000"."""

import re
from collections.abc import Iterator

from marsad.model.mention import Span
from marsad.reading.tables import CAPTION, LINE, Table
from marsad.reading.wordlists import word_list

BULLET = r"\s*(?:[-–—*•·▪●o]\s+)?"
LEAST = 2  # rows


def _alternatives(name: str) -> str:
    """The words and phrases of a list of the tables as alternatives of a pattern."""
    return "|".join(re.escape(word) for word in word_list("tables")[name])


ROW = re.compile(
    BULLET + r"(?P<label>[^\W\d_][^:\n]{0,80}?)(?:\s*:|\s[-–—])\s+"
    rf"(?P<number>(?:(?:{_alternatives('row_hedges')})\s)?\d[\d,.]*(?:\s?(?:{_alternatives('row_ranges')})\s?\d[\d,.]*)?)"
    rf"(?:\s(?:{_alternatives('row_nouns')}))?\s*(?:[.;]|[,(;].{{0,200}})?\s*",
    re.IGNORECASE,
)
HEAD = re.compile(BULLET + r"(?P<head>[^\W\d_][^:(\n]{0,100}?)(?:\sby\s[^:(\n]{0,60})?(?:,?\s?\([^)\n]{0,100}\))?\s*:?\s*", re.IGNORECASE)


def find_lists(text: str, body: int = 0) -> list[Table]:
    """The lists of figures behind the header of a text, in order, each as a table with its head above the numbers."""
    lists: list[Table] = []
    above: re.Match[str] | None = None
    rows: list[re.Match[str]] = []
    for line in _lines(text, body):
        row = ROW.fullmatch(text, line.start, line.end)
        if row is not None:
            rows.append(row)
            continue
        lists += _list(above, rows)
        head = HEAD.fullmatch(text, line.start, line.end) if line.end - line.start <= CAPTION else None
        above, rows = head, []
    return [*lists, *_list(above, rows)]


def _lines(text: str, body: int) -> Iterator[Span]:
    return (Span(*m.span()) for m in LINE.finditer(text, body) if m.group().strip())


def _list(above: re.Match[str] | None, rows: list[re.Match[str]]) -> Iterator[Table]:
    """The table that these lines make, if a line above them may say what they count."""
    if above is None or len(rows) < LEAST:
        return
    head = Span(*above.span("head"))
    cells = [(Span(*row.span("label")), Span(*row.span("number"))) for row in rows]
    yield Table(rows=((Span(head.start, head.start), head), *cells), lines=(), caption=Span(*above.span()))
