"""Tables of figures in a text: lines of cells set apart by bars, tabs or wide gaps, most of them with a number."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import msgspec

from marsad.model.mention import QuantityMention, Span

LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
CELLS = {"|": re.compile(r"[^|]*"), "\t": re.compile(r"[^\t]+"), "  ": re.compile(r"\S+(?: \S+)*")}
RULED = re.compile(r"[\s|:+=_-]*")  # a line that only rules off the head: "|---|---|"
SOURCE = re.compile(r"\s*(?:data\s+)?sources?\s*:\s*(?P<who>\S.{0,200}?)[\s.|]*", re.IGNORECASE)
PROSE = 60  # characters of a cell from which it is read as a sentence
LEAST = {"|": 2, "\t": 2, "  ": 3}  # rows: wide gaps alone show little
CAPTION = 200  # characters of a line above a table that may say what it counts
NUMBER = re.compile(
    r"(?P<about>~|≈|c\.|ca\.|approx\.|about|est\.)?\s*(?P<above>>|over|at\ least)?\s*"
    r"(?P<low>\d{1,3}(?:[,\u00a0\u202f\u2009’'\ ]\d{3}){1,3}|\d{1,12})"
    r"(?:\s*[-–]\s*(?P<high>\d{1,3}(?:,\d{3}){1,3}|\d{1,12})|(?P<part>\.\d{1,3}))?"
    r"\s*(?P<scale>k|m|mn|thousand|million)?(?P<more>\s?\+)?(?:\s*(?:[*†‡¹²³]+|\[\w{1,2}\]|\(\w\)))?",
    re.IGNORECASE | re.VERBOSE,
)
WIDEST = 60  # columns of what people read as a table
SCALES = {"k": 1000, "thousand": 1000, "m": 1_000_000, "mn": 1_000_000, "million": 1_000_000}


class Table(msgspec.Struct, frozen=True):
    """Rows of cells, the head first where there is one; an empty cell is a span of no length."""

    start: int
    end: int  # behind the line that names its source, where there is one
    rows: tuple[tuple[Span, ...], ...]
    lines: tuple[Span, ...]  # every line that belongs to it
    caption: Span | None = None
    source: Span | None = None  # whom the line below names: "Source: ..."


class _Line(NamedTuple):
    span: Span
    mark: str
    cells: tuple[Span, ...]
    ruled: bool


def find_tables(text: str, body: int = 0) -> list[Table]:
    """The tables of figures behind the header of a text, in order; a list of names without numbers is none."""
    if "|" not in text and "\t" not in text and "  " not in text:
        return []
    lines = list(_lines(text, body))
    tables: list[Table] = []
    at = 0
    for mark, group in groupby(lines, key=lambda line: line.mark):
        run = list(group)
        if mark in LEAST:
            for first, last in _unbroken(text, run):
                above = lines[at + first - 1] if at + first else None
                below = lines[at + last] if at + last < len(lines) else None
                table = _table(text, run[first:last], above, below)
                if table is not None:
                    tables.append(table)
        at += len(run)
    return tables


def number_of(text: str, span: Span, unit: str) -> QuantityMention | None:
    """The number that a cell is, with its hedge; None where it holds anything else, or none at all."""
    match = NUMBER.fullmatch(text, span.start, span.end)
    scale = SCALES.get((match["scale"] or "").lower(), 1) if match else 1
    if match is None or (match["part"] and scale == 1):  # a decimal counts nobody
        return None
    low = float(re.sub(r"\D", "", match["low"]) + (match["part"] or "")) * scale
    high = float(re.sub(r"\D", "", match["high"])) * scale if match["high"] else low
    more = bool(match["above"] or match["more"])
    best = low if high == low else (low + high) / 2
    return QuantityMention(
        start=span.start, end=span.end, text=text[span.start : span.end], low=low, best=best, high=None if more else high,
        approximate=bool(match["about"]), unit=unit, number=span,
    )  # fmt: skip


def prose(text: str, line: Span) -> Iterator[tuple[Span, bool]]:
    """The stretches of a table's line in order, each with whether it is a cell that holds a sentence."""
    at = line.start
    for cell in _cells(text, line)[1]:
        if cell.end - cell.start >= PROSE:
            yield Span(at, cell.start), False
            yield cell, True
            at = cell.end
    yield Span(at, line.end), False


def _lines(text: str, body: int) -> Iterator[_Line]:
    """Every line that is not blank, with its cells."""
    for match in LINE.finditer(text, body):
        if match.group().strip():
            line = Span(*match.span())
            ruled = RULED.fullmatch(match.group()) is not None
            yield _Line(line, *_cells(text, line), ruled)


def _cells(text: str, line: Span) -> tuple[str, tuple[Span, ...]]:
    """What sets the cells of a line apart, and the cells; a line of one has no such mark."""
    words = text[line.start : line.end].strip()
    mark = next((m for m in CELLS if m in words), "")
    if not mark:
        return "", ()
    begin = line.start + text[line.start : line.end].index(words)
    end = begin + len(words)
    begin, end = begin + words.startswith("|"), end - (len(words) > 1 and words.endswith("|"))
    found = [] if mark == "|" else [_bare(text, *m.span()) for m in CELLS[mark].finditer(text, begin, end)]
    while mark == "|" and begin <= end:
        stop = text.find("|", begin, end)
        found.append(_bare(text, begin, end if stop < 0 else stop))
        begin = end + 1 if stop < 0 else stop + 1
    return (mark, tuple(found)) if len(found) > 1 else ("", ())


def _bare(text: str, start: int, end: int) -> Span:
    """The span without the white space around it."""
    words = text[start:end]
    inside = words.strip()
    first = start + words.index(inside)
    return Span(first, first + len(inside))


def _unbroken(text: str, run: Sequence[_Line]) -> Iterator[tuple[int, int]]:
    """The stretches of a run of lines between which no blank line stands."""
    first = 0
    for n in range(1, len(run) + 1):
        if n == len(run) or "\n\n" in re.sub(r"\r\n?", "\n", text[run[n - 1].span.end : run[n].span.start]):
            yield first, n
            first = n


def _is_caption(text: str, line: _Line) -> bool:
    """Whether the line above a table may head it: it is short, and no sentence."""
    words = text[line.span.start : line.span.end].rstrip()
    return not line.cells and len(words) <= CAPTION and words[-1] not in '.!?”"'


def _table(text: str, run: Sequence[_Line], above: _Line | None, below: _Line | None) -> Table | None:
    """The table that these lines are, if they are one of figures; a line with one cell filled is a title over the next ones."""
    filled = [(line, [c for c in line.cells if c.end > c.start]) for line in run if not line.ruled]
    titles = [cells[0] for _, cells in filled if len(cells) == 1]
    rows = [line for line, cells in filled if len(cells) > 1]
    if not rows:
        return None
    width = Counter(len(line.cells) for line in rows).most_common(1)[0][0]
    rows = [line for line in rows if len(line.cells) == width]
    counting = [line for line in rows if any(number_of(text, c, "") for c in line.cells[1:])]
    if len(rows) < LEAST[run[0].mark] or width > WIDEST or 2 * len(counting) < len(rows):
        return None
    title = next((cell for cell in titles if cell.start < rows[0].span.start), None)
    over = above.span if above and _is_caption(text, above) else None
    named = SOURCE.fullmatch(text, below.span.start, below.span.end) if below else None
    lines = [line.span for line in run] + ([below.span] if below and named else [])
    return Table(
        start=run[0].span.start,
        end=lines[-1].end,
        rows=tuple(line.cells for line in rows),
        lines=tuple(lines),
        caption=title or over,
        source=Span(*named.span("who")) if named else None,
    )
