"""The index: a DuckDB file made from the ledger, put in place whole, so that readers never see half of one."""

import hashlib
import os
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import msgspec

from marsad.model.claim import Claim
from marsad.model.picture import Figure, Holding, Incident, PicturePlace
from marsad.publish.jsonl import claim_lines, encoded, mention_lines, report_lines, set_aside_lines
from marsad.store.contents import Contents
from marsad.store.ledger import sync_folder

SCHEMA = Path(__file__).with_name("schema.sql")
MADE_AS = hashlib.sha256(SCHEMA.read_bytes()).hexdigest()[:16]  # an index of other tables is made anew
TABLES = ("reports", "mentions", "claims", "figures", "holdings", "incidents", "set_aside")
Row = dict[str, Any]
READING: dict[str, str | bool | int | float | list[str]] = {
    "threads": 2,
    "enable_external_access": False,
    "lock_configuration": True,
}  # read by readers, changed by no query
LARGEST = 209_715_200  # bytes of one line


def build(contents: Contents, path: Path, about: dict[str, str]) -> None:
    """The index at `path` holds exactly these contents; until the last moment the one before stays."""
    try:
        _build(contents, path, about)
    except duckdb.Error as fault:
        raise OSError(None, f"the index could not be written: {str(fault).splitlines()[0]}", str(path)) from fault


def _build(contents: Contents, path: Path, about: dict[str, str]) -> None:
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    unfinished.unlink(missing_ok=True)
    try:
        with duckdb.connect(str(unfinished), config={"threads": 2}) as connection:
            _fill(connection, contents, path.parent)
            connection.executemany("INSERT INTO about VALUES (?, ?)", sorted({**about, "made_as": MADE_AS}.items()))
            connection.execute("CHECKPOINT")
        with unfinished.open("rb") as file:
            os.fsync(file.fileno())
        unfinished.replace(path)
        sync_folder(path.parent)
    finally:
        unfinished.unlink(missing_ok=True)
        unfinished.with_name(f"{unfinished.name}.wal").unlink(missing_ok=True)


def connect(path: Path) -> duckdb.DuckDBPyConnection:
    """A reading connection that reaches no other file and no network."""
    return duckdb.connect(str(path), read_only=True, config=READING)


@contextmanager
def in_memory(contents: Contents) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to an index of these contents that is in no file; it reaches no file and no network."""
    with tempfile.TemporaryDirectory(prefix="marsad-") as folder, duckdb.connect(config={"threads": 2}) as connection:
        _fill(connection, contents, Path(folder))
        connection.execute("SET enable_external_access = false; SET lock_configuration = true")
        yield connection


def _fill(connection: duckdb.DuckDBPyConnection, contents: Contents, near: Path) -> None:
    connection.execute(SCHEMA.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory(dir=near, prefix="loading-") as folder:
        for table, rows in _tables(contents):
            _load(connection, table, rows, Path(folder))


def _load(connection: duckdb.DuckDBPyConnection, table: str, rows: Iterable[Row], folder: Path) -> None:
    file = folder / f"{table}.ndjson"
    with file.open("wb") as out:
        for row in rows:
            out.write(encoded(row) + b"\n")
    if file.stat().st_size:
        columns = dict(connection.execute(f"SELECT column_name, column_type FROM (DESCRIBE {table})").fetchall())  # noqa: S608 - our own names
        names = ", ".join(columns)
        source = f"read_json(?, format='newline_delimited', columns=?, maximum_object_size={LARGEST})"
        connection.execute(f"INSERT INTO {table} SELECT {names} FROM {source}", [str(file), columns])  # noqa: S608 - our own names


def _tables(contents: Contents) -> Iterator[tuple[str, Iterable[Row]]]:
    yield "reports", map(_report_row, report_lines(contents.reports))
    yield "mentions", map(_mention_row, mention_lines(contents.mentions))
    roots = _roots(contents)
    yield "claims", (_claim_row(line, roots, contents.rejected) for line in claim_lines(contents.claims))
    yield "figures", sorted(map(_figure_row, contents.figures), key=_line)
    yield "holdings", sorted(map(_holding_row, contents.holdings), key=_line)
    yield "incidents", sorted(map(_incident_row, contents.incidents), key=_line)
    yield "set_aside", map(_aside_row, set_aside_lines(contents.set_aside))


def _line(row: Row) -> str:
    return str(row["line"])


def _roots(contents: Contents) -> Counter[str]:
    """By claim, the independent sources of the best told thing that it supports."""
    found: Counter[str] = Counter()
    things: tuple[Figure | Holding | Incident, ...] = (*contents.figures, *contents.holdings, *contents.incidents)
    for one in things:
        for claim in one.claims:
            found[claim] = max(found[claim], len(one.sources))
    return found


def _report_row(line: bytes) -> Row:
    fields = msgspec.json.decode(line)
    return {key: fields[key] for key in ("id", "published", "publisher", "language", "copy_of")} | {"line": line.decode()}


def _mention_row(line: bytes) -> Row:
    fields = msgspec.json.decode(line)
    return {"report": fields["report"], "type": fields["type"], "name": fields.get("name"), "line": line.decode()}


def _aside_row(line: bytes) -> Row:
    return {**msgspec.json.decode(line), "line": line.decode()}


def _claim_row(line: bytes, roots: Counter[str], rejected: frozenset[str]) -> Row:
    claim = msgspec.json.decode(line, type=Claim)
    return {
        "id": claim.id,
        "report": claim.report,
        "kind": claim.kind,
        "type": claim.type,
        "status": claim.status,
        "places": [name for place in claim.places for name in (place.name, place.text) if name],
        "sources": [name for source in claim.sources for name in (source.name, source.text) if name],
        "roots": roots[claim.id],
        "since": claim.time.start,
        "until": claim.time.end,
        "rejected": claim.id in rejected,
        "line": line.decode(),
    }


def _picture_row(one: Figure | Holding | Incident, **columns: object) -> Row:
    shared = {"places": _names(one.place), "sources": one.sources, "roots": len(one.sources), "line": encoded(one).decode()}
    return {"id": one.id, **columns, **shared}


def _figure_row(figure: Figure) -> Row:
    return _picture_row(figure, kind=figure.kind, type=figure.type, status=figure.status, since=figure.since, until=figure.as_of)


def _holding_row(holding: Holding) -> Row:
    return _picture_row(
        holding,
        kind="control",
        type=holding.state,
        status=holding.state,
        since=holding.from_,
        until=holding.to or holding.as_of,
    )


def _incident_row(incident: Incident) -> Row:
    return _picture_row(
        incident,
        kind="event",
        type=incident.types[0] if incident.types else None,
        status=incident.grade,
        since=incident.time.start,
        until=incident.time.end,
    )


def _names(place: PicturePlace | None) -> list[str]:
    return [place.name] if place and place.name else []


UNREADABLE = (duckdb.Error, OSError)


def counts(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """How many rows each table has."""
    return {table: connection.execute(f"SELECT count(*) FROM {table}").fetchall()[0][0] for table in TABLES}  # noqa: S608 - our own names


def about(path: Path) -> dict[str, str]:
    """What the index says of itself; raises one of `UNREADABLE` where it cannot be opened."""
    if not path.exists():
        raise FileNotFoundError(path)
    with connect(path) as connection:
        return dict(connection.execute("SELECT key, value FROM about").fetchall())
