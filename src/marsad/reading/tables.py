"""Tables of figures in a text: lines of cells set apart by bars, tabs or wide gaps, most of them with a number."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

import msgspec

from marsad.model.mention import QuantityMention, Span
from marsad.reading.quantities import read_quantities
from marsad.reading.wordlists import word_list

LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
CELLS = {"\t": re.compile(r"[^\t]+"), "  ": re.compile(r"\S+(?: \S+)*")}  # between bars a cell may be empty
RULED = re.compile(r"[\s|:+=_-]*")  # a line that only rules off the head: "|---|---|"
SOURCE = re.compile(r"\s*(?:data\s+)?sources?\s*:\s*(?P<who>\S.{0,200}?)[\s.|]*", re.IGNORECASE)
PROSE = 60  # characters of a cell from which it is read as a sentence
LEAST = {"|": 2, "\t": 2, "  ": 3}  # rows: wide gaps alone show little
CAPTION = 200  # characters of a line above a table that may say what it counts
NUMBER = re.compile(r"(?P<more>[>≥])?\s*≈?(?P<number>.{0,30}\d.{0,20}?)\s?(?P<plus>\+)?(?:\s*(?:[*†‡¹²³]+|\[\w{1,2}\]|\(\w\)))?")
WIDEST = 60  # columns of what people read as a table


class Table(msgspec.Struct, frozen=True):
    """Rows of cells, the head first where there is one; an empty cell is a span of no length."""

    rows: tuple[tuple[Span, ...], ...]
    lines: tuple[Span, ...]  # every line that belongs to it, and to no sentence; a list of figures has none
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


def number_of(text: str, span: Span) -> QuantityMention | None:
    """The number that a cell is, read as if people stood behind it; None where it holds anything else, or counts nobody whole."""
    match = NUMBER.fullmatch(text, span.start, span.end)
    if match is None:
        return None
    words = f"{match['number']} {word_list('tables')['counted']}"
    read = [q for q in read_quantities(words) if (q.start, q.end, q.unit) == (0, len(words), "person")]
    if not read or (read[0].best or 0.0) % 1:
        return None
    high = None if match["more"] or match["plus"] else read[0].high
    return msgspec.structs.replace(
        read[0], start=span.start, end=span.end, text=text[span.start : span.end], high=high, noun=None, number=span
    )


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
    mark = next((m for m in LEAST if m in words), "")
    if not mark:
        return "", ()
    begin = line.start + text[line.start : line.end].index(words)
    end = begin + len(words)
    if mark == "|":
        begin, end = begin + words.startswith("|"), end - (len(words) > 1 and words.endswith("|"))
        bars = [begin - 1, *(n for n in range(begin, end) if text[n] == "|"), end]
        found = [_bare(text, before + 1, behind) for before, behind in pairwise(bars)]
    else:
        found = [_bare(text, *m.span()) for m in CELLS[mark].finditer(text, begin, end)]
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
    counting = [line for line in rows if any(number_of(text, c) for c in line.cells[1:])]
    if len(rows) < LEAST[run[0].mark] or width > WIDEST or 2 * len(counting) < len(rows):
        return None
    title = next((cell for cell in titles if cell.start < rows[0].span.start), None)
    over = above.span if above and _is_caption(text, above) else None
    named = SOURCE.fullmatch(text, below.span.start, below.span.end) if below else None
    lines = [line.span for line in run] + ([below.span] if below and named else [])
    return Table(
        rows=tuple(line.cells for line in rows),
        lines=tuple(lines),
        caption=title or over,
        source=Span(*named.span("who")) if named else None,
    )
