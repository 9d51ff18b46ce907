"""CSV that opens in a spreadsheet without running anything: UTF-8, ISO 8601 dates, formula-safe text, numbers as numbers."""

import csv
import datetime
import io
from collections.abc import Iterable, Sequence

from marsad.publish.safe import safe_cell
from marsad.publish.table import Row, Table, Value

Column = tuple[str, str, str]
# The value tag of a figure depends on what it counts: (kind, type) -> tag, with +stock or +newdisp for displacement.
VALUE_TAGS = {
    ("displacement", "displaced"): "#affected+idps",
    ("displacement", "evacuated"): "#affected+evacuated",
    ("displacement", "returned"): "#affected+returned",
    ("displacement", "sheltering"): "#affected+idps+incamp",
    ("displacement", "refugee"): "#affected+refugees",
    ("population", "resident"): "#population",
    ("population", "remaining"): "#affected+remaining",
    ("population", "trapped"): "#affected+trapped",
    ("population", "in_need"): "#inneed",
    ("casualty", "killed"): "#affected+killed",
    ("casualty", "injured"): "#affected+injured",
    ("casualty", "missing"): "#affected+missing",
    ("casualty", "casualties"): "#affected+harmed",
    ("response", "aid_delivered"): "#reached",
    ("response", "site_capacity"): "#capacity+num",
    ("response", "site_opened"): "#capacity+opened",
    ("response", "access"): "#access+num",
    ("event", "abduction"): "#affected+abducted",
}
UNIT_TAGS = {"person": "+ind", "household": "+hh"}
MEASURE_TAGS = {"stock": "+stock", "cumulative": "+newdisp", "incident": "+newdisp", "rate": "+rate"}


def csv_text(columns: Sequence[Column], rows: Iterable[Row], *, hxl: bool = False, excel: bool = False, raw: bool = False) -> str:
    """The rows with their headers; with `hxl` a row of tags, with `excel` the mark that it needs, with `raw` no escaping of formulas."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([name for name, _, _ in columns])
    if hxl:
        writer.writerow([tag for _, _, tag in columns])
    for row in rows:
        writer.writerow([cell(row[name], raw=raw) for name, _, _ in columns])
    return ("\ufeff" if excel else "") + out.getvalue()


def cell(value: Value, *, raw: bool = False) -> str:
    """The value as a cell."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float() | int():
            return f"{value:.0f}" if float(value).is_integer() else repr(value)
        case datetime.date():
            return value.isoformat()
        case str():
            return value if raw else safe_cell(value)


def hxl_files(figures: Table) -> dict[str, Table]:
    """The table of figures cut by type, measure and unit, its values under the tags that fit: one tag cannot serve two kinds of count."""
    groups: dict[tuple[str, str, str, str], list[Row]] = {}
    for row in figures.rows:
        groups.setdefault((str(row["kind"]), str(row["type"]), str(row["measure"] or "unknown"), str(row["unit"] or "unknown")), []).append(
            row
        )
    made = {}
    for (kind, type_, measure, unit), rows in sorted(groups.items()):
        tag = value_tag(kind, type_, measure, unit)
        columns = [(n, t, h.replace("#indicator+value", tag) if n.startswith("value_") else h) for n, t, h in figures.columns]
        made["_".join(("figures", type_, measure, _slug(unit)))] = Table(figures.name, columns, rows)
    return made


def value_tag(kind: str, type_: str, measure: str, unit: str) -> str:
    """The HXL tag of a count."""
    tag = VALUE_TAGS.get((kind, type_), "#indicator+value")
    tag += UNIT_TAGS.get(unit, "")
    return tag + (MEASURE_TAGS.get(measure, "") + "+conflict" if kind == "displacement" else "")


def _slug(text: str) -> str:
    return "".join(c if c.isascii() and c.isalnum() else "-" for c in text.lower())[:30]
