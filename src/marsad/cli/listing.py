"""The verb that every list of the store is: the same filters, the same formats, made once."""

import datetime
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import msgspec
import typer

from marsad.cli.rows import Columns, Format, show
from marsad.cli.storing import StoreOption

if TYPE_CHECKING:
    import duckdb


T = TypeVar("T")


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked for; None asks for nothing."""

    place: str | None = None
    kind: str | None = None
    type: str | None = None
    status: str | None = None
    source: str | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None
    min_sources: int | None = None
    limit: int | None = None

    def where(self, conditions: dict[str, str]) -> tuple[str, list[object]]:
        """SQL for those of the conditions whose value is asked for, and the values."""
        asked = [(condition, getattr(self, name)) for name, condition in conditions.items() if getattr(self, name) is not None]
        words = " AND ".join(condition for condition, _ in asked) or "true"
        return words, [value for condition, value in asked for _ in range(condition.count("?"))]


# A row of the index meets a filter where this holds; `sources` of a claim counts those of whatever it supports.
NAMED = "len(list_filter({list}, lambda name: lower(name) = lower(?))) > 0"
ROWS = {
    "place": NAMED.format(list="places"),
    "kind": "kind = ?",
    "type": "type = ?",
    "status": "status = ?",
    "source": NAMED.format(list="sources"),
    "since": "coalesce(until, since) >= ?",
    "until": "coalesce(since, until) <= ?",
    "min_sources": "roots >= ?",
}
OF_CLAIMS = {name: ROWS[name] for name in ("place", "kind", "type", "status", "min_sources")}  # a report is listed for what it claims
OF_REPORT = {
    "source": f"(lower(publisher) = lower(?) OR id IN (SELECT report FROM claims WHERE {ROWS['source']}))",  # noqa: S608 - own words
    "since": "published >= ?",
    "until": "published <= ?",
}


def list_verb(table: str, words: str, columns: Columns, *, query: str | None = None) -> typer.Typer:
    """A verb that lists one table of the index; with `query`, what that makes of the claims that meet the filter."""
    app = typer.Typer()

    @app.command(help=words)
    def listing(
        store: StoreOption = None,
        place: Annotated[str | None, typer.Option(metavar="NAME", help="Only this place.")] = None,
        kind: Annotated[str | None, typer.Option(help="Only this kind, such as displacement.")] = None,
        of_type: Annotated[str | None, typer.Option("--type", help="Only this type, such as displaced.")] = None,
        status: Annotated[str | None, typer.Option(help="Only this status; of incidents their grade.")] = None,
        source: Annotated[str | None, typer.Option(metavar="NAME", help="Only from this source; of reports their publisher too.")] = None,
        since: Annotated[str | None, typer.Option(metavar="DATE", help="Not before this day.")] = None,
        until: Annotated[str | None, typer.Option(metavar="DATE", help="Not after this day.")] = None,
        as_of: Annotated[str | None, typer.Option(metavar="DATE", help="From the reports that were out on this day.")] = None,
        min_sources: Annotated[int | None, typer.Option(min=1, help="Told by at least so many independent sources.")] = None,
        limit: Annotated[int | None, typer.Option(min=1, help="At most so many.")] = None,
        how: Annotated[Format | None, typer.Option("--format", help="By default a table on a terminal, jsonl in a pipe.")] = None,
        raw: Annotated[bool, typer.Option(help="CSV and TSV for programs: cells are not made safe for spreadsheets.")] = False,
    ) -> None:
        asked = Filter(
            place=place,
            kind=kind,
            type=of_type,
            status=status,
            source=source,
            since=day(since, "--since"),
            until=day(until, "--until"),
            min_sources=min_sources,
            limit=limit,
        )

        def question(connection: "duckdb.DuckDBPyConnection") -> list[dict[str, Any]]:
            return _gathered(connection, query, asked, columns) if query else _lines(connection, table, asked)

        rows = answer(store, question, as_of=day(as_of, "--as-of"))
        show(rows, columns, how, raw=raw)

    return app


def day(written: str | None, option: str | None = None) -> datetime.date | None:
    """The day that an option names; None where it names none."""
    if not written:
        return None
    try:
        return datetime.date.fromisoformat(written)
    except ValueError:
        raise typer.BadParameter(f"{written!r} is no date; write it as 2017-03-03", param_hint=option) from None


def answer(store: Path | None, question: Callable[["duckdb.DuckDBPyConnection"], T], *, as_of: datetime.date | None = None) -> T:
    """What the index of the store answers; with a day, one made in memory of what was out on that day."""
    from marsad.cli.storing import ready
    from marsad.cli.terminal import say
    from marsad.store import index

    opened = ready(store)
    if as_of:
        with index.in_memory(opened.contents().known_by(as_of)) as connection:
            return question(connection)
    found, note = opened.ask(question)
    if note:
        say(f"marsad: {note}")
    return found


def _lines(connection: "duckdb.DuckDBPyConnection", table: str, asked: Filter) -> list[dict[str, Any]]:
    """The contract's lines of the table that meet the filter."""
    where, values = asked.where(OF_REPORT if table == "reports" else ROWS)
    if table == "reports":
        claimed, further = asked.where(OF_CLAIMS)
        if further:
            where, values = f"{where} AND id IN (SELECT report FROM claims WHERE {claimed})", values + further  # noqa: S608 - own words
    limit = f" LIMIT {asked.limit:d}" if asked.limit else ""
    found = connection.execute(f"SELECT line FROM {table} WHERE {where} ORDER BY rowid{limit}", values).fetchall()  # noqa: S608 - own words
    return [json.loads(row[0]) for row in found]


def _gathered(connection: "duckdb.DuckDBPyConnection", query: str, asked: Filter, columns: Columns) -> list[dict[str, Any]]:
    """What the query makes of the claims that meet the filter."""
    where, values = asked.where(ROWS)
    found = connection.execute(f"WITH chosen AS (SELECT * FROM claims WHERE {where}) {query}", values).fetchall()  # noqa: S608 - own words
    return [dict(zip(columns, row, strict=True)) for row in found[: asked.limit]]
