"""Rows on standard output: a table for the eye; JSON, JSON Lines, CSV, TSV, GeoJSON and Parquet for programs."""

import json
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from marsad.errors import UsageError

Row = dict[str, Any]
Columns = dict[str, str]  # path of a value, such as `place.name`, and its type: text, number, whole, date or yes/no
WIDEST = 60  # characters of a cell of a table


class Format(StrEnum):
    """How rows are written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    GEOJSON = "geojson"
    PARQUET = "parquet"


def show(rows: Sequence[Row], columns: Columns, how: Format | None, *, raw: bool = False) -> None:
    """The rows on standard output; whole with JSON and GeoJSON, else under these columns."""
    match how or (Format.TABLE if sys.stdout.isatty() else Format.JSONL):
        case Format.JSONL:
            sys.stdout.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        case Format.JSON:
            sys.stdout.write(json.dumps(list(rows), ensure_ascii=False, indent=1) + "\n")
        case Format.TABLE:
            _table(rows, columns)
        case Format.GEOJSON:
            features = ",\n".join(json.dumps(_feature(row), ensure_ascii=False) for row in rows)
            sys.stdout.write(f'{{"type": "FeatureCollection", "features": [\n{features}\n]}}\n')
        case Format.PARQUET:
            _parquet(rows, columns)
        case Format.CSV | Format.TSV as chosen:
            _separated(rows, columns, "\t" if chosen is Format.TSV else ",", raw=raw)


def cell(row: Row, column: str) -> Any:
    """The value at a column such as `place.name` or `quantity.best`; lists are joined."""
    value: Any = row
    for step in column.split("."):
        value = [part.get(step) for part in value] if isinstance(value, list) else value.get(step) if isinstance(value, dict) else None
    if isinstance(value, list):
        return "; ".join(str(part) for part in value if part is not None)
    return value


def _feature(row: Row) -> Row:
    """The row as a feature of RFC 7946, at its own place or its first located one; null geometry where it has none."""
    places = [row, row.get("place"), *(row.get("places") or [])]
    located = next((p for p in places if isinstance(p, dict) and p.get("lat") is not None and p.get("lon") is not None), None)
    geometry = {"type": "Point", "coordinates": [located["lon"], located["lat"]]} if located else None
    return {"type": "Feature", **({"id": row["id"]} if "id" in row else {}), "geometry": geometry, "properties": row}


def _separated(rows: Sequence[Row], columns: Columns, mark: str, *, raw: bool) -> None:
    import csv

    from marsad.publish.csv import cell as written

    writer = csv.writer(sys.stdout, delimiter=mark, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([written(cell(row, column), raw=raw) for column in columns] for row in rows)


def _parquet(rows: Sequence[Row], columns: Columns) -> None:
    """Typed columns, through a file that is removed again."""
    import tempfile

    from marsad.publish.parquet import write_parquet
    from marsad.publish.table import SCHEMA_VERSION, Table

    if sys.stdout.isatty():
        raise UsageError("Parquet is no text: send it to a file, as in `--format parquet > figures.parquet`")
    cells = [{column: cell(row, column) for column in columns} for row in rows]
    table = Table("rows", [(column.replace(".", "_"), kind, "") for column, kind in columns.items()], _renamed(cells))
    with tempfile.NamedTemporaryFile(suffix=".parquet") as file:
        write_parquet(table, Path(file.name), {"marsad_schema": str(SCHEMA_VERSION)})
        sys.stdout.buffer.write(Path(file.name).read_bytes())


def _renamed(cells: Sequence[Row]) -> list[Row]:
    return [{column.replace(".", "_"): value for column, value in row.items()} for row in cells]


def _table(rows: Sequence[Row], columns: Columns) -> None:
    """Columns in their order as far as the terminal is wide; what has no room is said, not squeezed to nothing."""
    from rich.cells import cell_len, set_cell_size

    from marsad.cli.terminal import one_line, say, width

    shown = {column: [_short(one_line(_words(cell(row, column)))) for row in rows] for column in columns}
    shown = {column: cells for column, cells in shown.items() if any(cells)}
    left, fitting = width(), dict[str, int]()
    for column, cells in shown.items():
        wide = max(cell_len(words) for words in (column, *cells))
        if fitting and wide > left:
            break
        fitting[column] = min(wide, left)
        left -= wide + 2
    for line in [list(fitting), *([shown[column][at] for column in fitting] for at in range(len(rows)))]:
        print("  ".join(set_cell_size(words, size) for words, size in zip(line, fitting.values(), strict=True)).rstrip())  # noqa: T201
    if missing := list(shown)[len(fitting) :]:
        say(f"marsad: no room for {', '.join(missing)}; a wider terminal or --format jsonl shows them")


def _words(value: Any) -> str:
    return "" if value is None else f"{value:g}" if isinstance(value, float) and abs(value) < 1e6 else str(value)


def _short(words: str) -> str:
    return words if len(words) <= WIDEST else f"{words[: WIDEST - 1]}…"
