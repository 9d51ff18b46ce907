"""Parquet, written by DuckDB, which the program carries anyway: typed columns, the schema's version in the file's metadata."""

import tempfile
from collections.abc import Mapping
from pathlib import Path

import duckdb
import msgspec

from marsad.publish.table import Table

TYPES = {"text": "VARCHAR", "number": "DOUBLE", "whole": "BIGINT", "date": "DATE", "yes/no": "BOOLEAN"}


def write_parquet(table: Table, target: Path, about: Mapping[str, str]) -> None:
    """The file holds the table, its columns typed and in order."""
    columns = "{" + ", ".join(f"{_text(name)}: '{TYPES[kind]}'" for name, kind, _ in table.columns) + "}"
    notes = "{" + ", ".join(f"{_text(k)}: {_text(v)}" for k, v in sorted(about.items())) + "}"
    with tempfile.TemporaryDirectory(prefix="marsad-") as folder, duckdb.connect(config={"threads": 1}) as database:
        lines = Path(folder) / "rows.jsonl"
        with lines.open("wb") as file:
            for row in table.rows:
                file.write(msgspec.json.encode(row) + b"\n")
        source = f"read_json({_text(str(lines))}, format='newline_delimited', columns={columns}, maximum_object_size=67108864)"
        database.execute(f"COPY (SELECT * FROM {source}) TO {_text(str(target))} (FORMAT parquet, COMPRESSION zstd, KV_METADATA {notes})")  # noqa: S608 - every part is ours or quoted


def _text(value: str) -> str:
    """The text as a literal of SQL."""
    return "'" + value.replace("\0", "").replace("'", "''") + "'"
