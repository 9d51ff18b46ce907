"""A folder of exports: the files of the format, a README, and metadata.json that says what they are and what may be done with them."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from marsad import __version__
from marsad.publish.acled import acled_table
from marsad.publish.csv import csv_text, hxl_files
from marsad.publish.edition import Edition
from marsad.publish.feed import feed_text, told
from marsad.publish.geojson import geojson_text
from marsad.publish.parquet import write_parquet
from marsad.publish.shared_jsonl import claim_lines, picture_lines, report_lines
from marsad.publish.table import SCHEMA_VERSION, Table, tables

FORMATS = ("geojson", "csv", "acled", "parquet", "jsonl", "feed")
WITHHELD = ["names of private persons", "telephone, identity and plate numbers", "exact coordinates of shelters, camps, clinics and aid"]
LICENCE = "The sources hold the rights to the sentences quoted. Place names and coordinates: GeoNames, CC BY 4.0."
WORDS = {
    "geojson": "GeoJSON (RFC 7946): a point for each claim, figure, holding and incident; a null geometry where no place was located.",
    "csv": "CSV, UTF-8, one table a file, headers in the manner of HAPI. Text cells that a spreadsheet would run begin with an apostrophe.",
    "acled": "A CSV in the shape of ACLED's columns. It is not ACLED data. "
    "`fatalities` is empty where only a range is known; time_precision 3 is a month.",
    "parquet": "Parquet, one typed table a file; the schema's version stands in the file's metadata.",
    "jsonl": "JSON Lines under the names of the output contract.",
    "feed": "Atom (RFC 4287): one entry for each change since about a week before, under the lasting id of what changed. "
    "Links lead to `situation.html` in the same folder, made of the same inputs.",
}


def export(edition: Edition, format_: str, folder: Path, *, hxl: bool = False, excel: bool = False, raw: bool = False) -> list[Path]:
    """The folder holds the export; files of other formats in it are untouched. The files written, README and metadata last."""
    folder.mkdir(parents=True, exist_ok=True)
    written: dict[str, int] = {}

    def put(name: str, content: str | Callable[[Path], None], rows: int) -> None:
        _whole(folder / name, content)
        written[name] = rows

    for table in tables(edition) if format_ in {"csv", "geojson", "parquet"} else []:
        _put_table(edition, format_, table, put, hxl=hxl, excel=excel, raw=raw)
    if format_ == "acled":
        shaped = acled_table(edition)
        put("acled_shaped.csv", csv_text(shaped.columns, shaped.rows, excel=excel, raw=raw), len(shaped.rows))
    if format_ == "feed":
        put("changes.atom", feed_text(edition), len(told(edition)))
    if format_ == "jsonl":
        for name, lines in (
            ("reports", list(report_lines(edition))),
            ("claims", list(claim_lines(edition))),
            *((n, list(picture_lines(edition, n))) for n in ("figures", "holdings", "incidents")),
        ):
            put(f"{name}.jsonl", "".join(line.decode() + "\n" for line in lines), len(lines))
    about = metadata(edition, format_, folder, written)
    _whole(folder / "metadata.json", msgspec.json.format(msgspec.json.encode(about), indent=2).decode() + "\n")
    _whole(folder / "README.md", readme(edition, format_, written))
    return [folder / name for name in (*sorted(written), "metadata.json", "README.md")]


Put = Callable[[str, str | Callable[[Path], None], int], None]


def _put_table(edition: Edition, format_: str, table: Table, put: Put, *, hxl: bool, excel: bool, raw: bool) -> None:
    if format_ == "csv":
        parts = hxl_files(table) if hxl and table.name == "figures" else {table.name: table}
        for name, part in parts.items():
            put(f"{name}.csv", csv_text(part.columns, part.rows, hxl=hxl, excel=excel, raw=raw), len(part.rows))
    elif format_ == "geojson" and table.name != "reports":
        put(f"{table.name}.geojson", geojson_text(table, edition), len(table.rows))
    elif format_ == "parquet":
        about = {
            "marsad_schema": str(SCHEMA_VERSION),
            "marsad_as_of": str(edition.picture.as_of or ""),
            "marsad_sensitivity": _level(edition),
        }
        put(f"{table.name}.parquet", lambda path: write_parquet(table, path, about), len(table.rows))


def _level(edition: Edition) -> str:
    return "internal" if edition.internal else "public"


def metadata(edition: Edition, format_: str, folder: Path, written: dict[str, int]) -> dict[str, Any]:
    """What the export is: as of when, from what, how much, under which schema and licence, who may see it."""
    picture = edition.picture
    return {
        "program": f"marsad {__version__}",
        "schema_version": SCHEMA_VERSION,
        "format": format_,
        "as_of": picture.as_of,
        "built": edition.built,
        "filters": {"as_of": picture.as_of},
        "sensitivity": _level(edition),
        "withheld": [] if edition.internal else WITHHELD,
        "licence": LICENCE,
        "reviewed_share": 0.0,
        "counts": {
            "reports": len(edition.reports),
            "copies": sum(1 for r in edition.reports if r.copy_of),
            "claims": len(edition.claims),
            "figures": len(picture.figures),
            "holdings": len(picture.holdings),
            "incidents": len(picture.incidents),
            "set_aside": len(edition.set_aside),
        },
        "content_sha256": edition.content_hash,
        "files": {name: {"rows": rows, "sha256": _hash(folder / name)} for name, rows in sorted(written.items())},
    }


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def readme(edition: Edition, format_: str, written: dict[str, int]) -> str:
    """What a person who opens the folder should know first."""
    files = "\n".join(f"- `{name}`: {rows:,} rows" for name, rows in sorted(written.items()))
    shared = "Internal: nothing is withheld. Do not pass it on." if edition.internal else f"Public. Withheld: {', '.join(WITHHELD)}."
    return f"""# Export of a situation report

{WORDS[format_]}

As of {edition.picture.as_of or "an unknown date"}, from {len(edition.reports):,} reports.
Machine-extracted; no value has been reviewed by a person.
{shared}

{files}

- A range stays a range and an allegation an allegation: read `status` beside every number. Low, best and high are empty where not told.
- Never add running totals, counts at one time and rates.
- Ids are lasting: they come from the report and the words, not from the run. `permalink` leads to the claim in the page made of the
  same inputs.
- Countries are ISO 3166-1 alpha-3, dates ISO 8601, coordinates WGS 84 with `radius_km` as their uncertainty.
- {LICENCE}
"""


def _whole(path: Path, content: str | Callable[[Path], None]) -> None:
    """The file holds the content, or is as it was before."""
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        if isinstance(content, str):
            unfinished.write_bytes(content.encode("utf-8", "replace"))
        else:
            content(unfinished)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
