"""Whom a table names for its figures: a column of sources, or the line below it."""

from collections.abc import Iterator, Sequence

from marsad.model.mention import Span
from marsad.reading.tables import Table
from marsad.reading.voices.told import Told
from marsad.reading.wordlists import word_set


def read_sources(text: str, tables: Sequence[Table]) -> Iterator[Told]:
    """For each table what its source tells, which is all of it, and for each row what the row's own source tells."""
    for table in tables:
        first = table.rows[0][0]
        if table.source is not None:
            yield Told(Span(table.source.start, table.source.start), "source", table.source, Span(first.start, table.rows[-1][-1].end))
        heads = [text[cell.start : cell.end].lower() for cell in table.rows[0]]
        column = next((n for n, head in enumerate(heads) if head in word_set("tables", "sources")), None)
        for row in table.rows[1:] if column is not None else ():
            cell = row[column or 0]
            if cell.end > cell.start:
                yield Told(Span(cell.start, cell.start), "source", cell, Span(row[0].start, row[-1].end))
