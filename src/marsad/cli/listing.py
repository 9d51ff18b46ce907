"""What the listing verbs share: filters, and a table, JSON Lines, JSON, CSV or TSV of what is found."""

import datetime
import json
import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    import duckdb


class Format(StrEnum):
    """How rows are written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"


FormatOption = Annotated[Format | None, typer.Option("--format", help="By default a table on a terminal, jsonl in a pipe.")]
RawOption = Annotated[bool, typer.Option("--raw", help="CSV and TSV for programs: cells are not made safe for spreadsheets.")]
PlaceOption = Annotated[str | None, typer.Option("--place", metavar="NAME", help="Only this place.")]
KindOption = Annotated[str | None, typer.Option("--kind", help="Only this kind.")]
TypeOption = Annotated[str | None, typer.Option("--type", help="Only this type.")]
StatusOption = Annotated[str | None, typer.Option("--status", help="Only this status.")]
SourceOption = Annotated[str | None, typer.Option("--source", metavar="NAME", help="Only from this source.")]
SinceOption = Annotated[str | None, typer.Option("--since", metavar="DATE", help="Not before this day.")]
UntilOption = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Not after this day.")]
MinSourcesOption = Annotated[int | None, typer.Option("--min-sources", min=1, help="Told by at least so many independent sources.")]
LimitOption = Annotated[int | None, typer.Option("--limit", min=1, help="At most so many.")]


class Filter:
    """Conditions in SQL with their values."""

    def __init__(self) -> None:
        self.conditions: list[str] = []
        self.values: list[object] = []

    def add(self, condition: str, value: object) -> "Filter":
        """One more condition, where there is a value."""
        if value is not None:
            self.conditions.append(condition)
            self.values += [value] * condition.count("?")
        return self

    def lines(self, connection: "duckdb.DuckDBPyConnection", table: str, limit: int | None) -> list[dict[str, Any]]:
        """The rows that meet all conditions, as the contract writes them."""
        where = f" WHERE {' AND '.join(self.conditions)}" if self.conditions else ""
        rest = f" LIMIT {limit:d}" if limit else ""
        found = connection.execute(f"SELECT line FROM {table}{where} ORDER BY rowid{rest}", self.values).fetchall()  # noqa: S608 - own words
        return [json.loads(row[0]) for row in found]


def day(written: str | None) -> datetime.date | None:
    """The day that an option names."""
    if written is None:
        return None
    try:
        return datetime.date.fromisoformat(written)
    except ValueError as fault:
        raise typer.BadParameter(f"{written!r} is no date; write it as 2017-03-03") from fault


def picture_filter(
    place: str | None, kind: str | None, of_type: str | None, status: str | None, source: str | None, since: str | None, until: str | None
) -> Filter:
    """The conditions that claims, figures, holdings and incidents share; names are compared without regard to case."""
    return (
        Filter()
        .add("len(list_filter(places, lambda name: lower(name) = lower(?))) > 0", place)
        .add("kind = ?", kind)
        .add("type = ?", of_type)
        .add("status = ?", status)
        .add("len(list_filter(sources, lambda name: lower(name) = lower(?))) > 0", source)
        .add("coalesce(until, since) >= ?", day(since))
        .add("coalesce(since, until) <= ?", day(until))
    )


def show(rows: Sequence[dict[str, Any]], columns: Sequence[str], how: Format | None, *, raw: bool = False) -> None:
    """The rows on standard output."""
    chosen = how or (Format.TABLE if sys.stdout.isatty() else Format.JSONL)
    out = sys.stdout
    if chosen is Format.JSONL:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    elif chosen is Format.JSON:
        out.write(json.dumps(list(rows), ensure_ascii=False, indent=1) + "\n")
    elif chosen is Format.TABLE:
        _table(rows, columns)
    else:
        _separated(out, rows, columns, "\t" if chosen is Format.TSV else ",", raw=raw)


def cell(row: dict[str, Any], column: str) -> Any:
    """The value at a column such as `place.name` or `quantity.best`; lists are joined."""
    value: Any = row
    for step in column.split("."):
        value = [part.get(step) for part in value] if isinstance(value, list) else value.get(step) if isinstance(value, dict) else None
    if isinstance(value, list):
        return "; ".join(str(part) for part in value if part is not None)
    return value


def safe_cell(value: object) -> object:
    """Text that a spreadsheet would take for a formula gets an apostrophe; numbers stay numbers."""
    if not isinstance(value, str):
        return value
    return (
        f"'{value}"
        if value[:1] in ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "'") or value.lstrip()[:1] in ("=", "+", "-", "@")
        else value
    )


def _separated(out: IO[str], rows: Iterable[dict[str, Any]], columns: Sequence[str], mark: str, *, raw: bool) -> None:
    import csv

    writer = csv.writer(out, delimiter=mark, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        values = [cell(row, column) for column in columns]
        writer.writerow(values if raw else [safe_cell(value) for value in values])


def _table(rows: Sequence[dict[str, Any]], columns: Sequence[str]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from marsad.cli.terminal import one_line

    table = Table(box=None, header_style="bold", pad_edge=False)
    for column in columns:
        table.add_column(column, no_wrap=True, overflow="ellipsis")
    for row in rows:
        table.add_row(*(Text(one_line("" if (value := cell(row, column)) is None else str(value))[:120]) for column in columns))
    Console(highlight=False).print(table)


def rows_of(store: Path | None, table: str, chosen: Filter, limit: int | None) -> list[dict[str, Any]]:
    """The rows of one of the store's tables."""
    from marsad.cli.storing import ready
    from marsad.store import index

    opened = ready(store)
    with index.connect(opened.index) as connection:
        return chosen.lines(connection, table, limit)
