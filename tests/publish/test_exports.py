"""What is exported, read back by programs that know nothing of ours."""

import csv
import datetime
import io
import json
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.publish.acled import acled_table
from marsad.publish.csv import cell, csv_text, hxl_files, value_tag
from marsad.publish.export import FORMATS, export
from marsad.publish.geojson import geojson_text
from marsad.publish.safe import from_cell, safe_cell
from marsad.publish.table import tables
from publish.crisis import small
from publish.made import edition_of_desk, large_edition, small_edition
from publish.payloads import poisoned

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("exports")
    for format_ in FORMATS:
        export(small_edition(), format_, root / format_)
    export(small_edition(), "csv", root / "hxl", hxl=True)
    return root


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


# --- GeoJSON -------------------------------------------------------------------------------------------------------------------------


def faults(text: str) -> list[str]:
    """What RFC 7946 forbids in a collection of points, read without our own code."""
    found: list[str] = []
    collection = json.loads(text)
    assert collection["type"] == "FeatureCollection"
    assert "crs" not in collection
    ids = [f["id"] for f in collection["features"]]
    if len(ids) != len(set(ids)):
        found.append("ids occur twice")
    for f in collection["features"]:
        if set(f) != {"type", "id", "geometry", "properties"} or f["type"] != "Feature" or not isinstance(f["properties"], dict):
            found.append(f"{f.get('id')}: members")
        elif f["geometry"] is not None:
            lon, lat = f["geometry"]["coordinates"]
            if f["geometry"]["type"] != "Point" or not (-180 <= lon <= 180 and -90 <= lat <= 90):
                found.append(f"{f['id']}: geometry")
    return found


@pytest.mark.parametrize("name", ["claims", "figures", "holdings", "incidents"])
def test_no_feature_is_invalid(name: str) -> None:
    for edition in (small_edition(), large_edition()):
        table = next(t for t in tables(edition) if t.name == name)
        assert faults(geojson_text(table, edition)) == []


def test_longitude_comes_first_and_the_unlocated_have_no_geometry(folder: Path) -> None:
    features = json.loads((folder / "geojson/claims.geojson").read_text())["features"]
    tal_afar = next(f for f in features if f["properties"].get("place_name") == "Tal Afar")
    assert tal_afar["geometry"]["coordinates"] == [42.448, 36.374]
    nowhere = [f for f in features if f["properties"].get("provider_place_name") == "the Khazir crossing"]
    assert nowhere
    assert all(f["geometry"] is None for f in nowhere)


def test_a_feature_says_how_sure_it_is_and_who_says_so(folder: Path) -> None:
    features = json.loads((folder / "geojson/claims.geojson").read_text())["features"]
    strike = next(f["properties"] for f in features if f["properties"]["type"] == "air_strike")
    assert strike["status"] == "alleged"
    assert strike["source_said"] == "Syrian Observatory for Human Rights"
    assert strike["radius_km"] == 90
    assert strike["place_method"] == "gazetteer"


# --- CSV -----------------------------------------------------------------------------------------------------------------------------


@given(st.text(max_size=40))
@settings(max_examples=2000, deadline=None)
def test_no_cell_is_run_and_all_come_back(words: str) -> None:
    safe = safe_cell(words)
    assert not safe.startswith(DANGEROUS)
    assert from_cell(safe) == words


def test_twenty_thousand_random_cells_are_safe_and_numbers_stay() -> None:
    import random

    rng = random.Random(11)
    alphabet = "=+-@\t\r\n\0'\"|;,aZ9 \u202e(＝＋"
    for _ in range(20_000):
        words = "".join(rng.choice(alphabet) for _ in range(rng.randint(0, 8)))
        safe = cell(words)
        assert not safe.startswith(DANGEROUS)
        assert from_cell(safe) == words
    assert [cell(v) for v in (-5, -5.5, 28400.0, True, None, datetime.date(2017, 3, 3))] == [
        "-5",
        "-5.5",
        "28400",
        "true",
        "",
        "2017-03-03",
    ]


def test_hostile_text_runs_in_no_cell() -> None:
    for table in tables(poisoned()):
        text_columns = {name for name, kind, _ in table.columns if kind == "text"}
        for row in csv.DictReader(io.StringIO(csv_text(table.columns, table.rows))):
            assert not [v for k, v in row.items() if k in text_columns and v.startswith(DANGEROUS)]


def test_excel_gets_its_mark_and_nobody_else_does(tmp_path: Path) -> None:
    export(small_edition(), "csv", tmp_path / "plain")
    export(small_edition(), "csv", tmp_path / "excel", excel=True)
    assert not (tmp_path / "plain/claims.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert (tmp_path / "excel/claims.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_hxl_reads_every_file_without_an_error(folder: Path) -> None:
    hxl = pytest.importorskip("hxl")
    files = sorted((folder / "hxl").glob("*.csv"))
    assert len(files) > 10
    for path in files:
        source = hxl.data(str(path), hxl.InputOptions(allow_local=True))
        assert len(source.columns) == len(path.read_text().splitlines()[0].split(","))
        errors: list[Any] = []
        hxl.schema(callback=errors.append).validate(hxl.data(str(path), hxl.InputOptions(allow_local=True)))
        assert [str(e) for e in errors if getattr(e.rule, "severity", "error") == "error"] == []


def test_one_file_holds_one_kind_of_count(folder: Path) -> None:
    names = {p.name for p in (folder / "hxl").glob("figures_*.csv")}
    assert {"figures_displaced_cumulative_person.csv", "figures_displaced_rate_person.csv", "figures_remaining_stock_person.csv"} <= names
    for path in (folder / "hxl").glob("figures_*.csv"):
        assert len({(r["type"], r["measure"], r["unit"]) for r in rows(path)[1:]}) == 1


def test_value_tags_follow_the_standard() -> None:
    assert value_tag("displacement", "displaced", "stock", "person") == "#affected+idps+ind+stock+conflict"
    assert value_tag("displacement", "displaced", "cumulative", "household") == "#affected+idps+hh+newdisp+conflict"
    assert value_tag("casualty", "killed", "incident", "person") == "#affected+killed+ind"
    assert value_tag("response", "site_capacity", "stock", "person") == "#capacity+num+ind"


def test_countries_are_alpha_3_and_a_hedge_stands_beside_every_number(folder: Path) -> None:
    claims = rows(folder / "csv/claims.csv")
    assert {r["location_code"] for r in claims} <= {"IRQ", "SYR", ""}
    counted = [r for r in claims if r["value_low"] or r["value_high"]]
    assert counted
    assert all(r["status"] for r in counted)
    assert {r["status"] for r in claims} >= {"alleged", "estimated", "possible"}


# --- ACLED -----------------------------------------------------------------------------------------------------------------------------


def test_the_shape_is_acleds_and_no_number_is_forced(folder: Path) -> None:
    events = rows(folder / "acled/acled_shaped.csv")
    assert list(events[0])[:8] == [
        "event_id_cnty",
        "event_date",
        "year",
        "time_precision",
        "disorder_type",
        "event_type",
        "sub_event_type",
        "actor1",
    ]
    strike = next(e for e in events if e["sub_event_type"] == "Air/drone strike")
    assert (strike["event_type"], strike["iso3"], strike["iso"], strike["geo_precision"]) == (
        "Explosions/Remote violence",
        "SYR",
        "760",
        "3",
    )
    assert all(e["fatalities"] == e["fatalities_min"] == e["fatalities_max"] or not e["fatalities"] for e in events)
    assert "not ACLED data" in (folder / "acled/README.md").read_text()


def test_what_is_denied_is_no_event() -> None:
    assert "looting" not in " ".join(str(r["notes"]) for r in acled_table(small_edition()).rows)


# --- Parquet ---------------------------------------------------------------------------------------------------------------------------


def test_duckdb_reads_types_and_metadata(folder: Path) -> None:
    path = str(folder / "parquet/claims.parquet")
    kinds = dict(duckdb.sql(f"SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM '{path}')").fetchall())
    assert (kinds["value_low"], kinds["reference_period_end"], kinds["civilian"], kinds["excerpt"]) == (
        "DOUBLE",
        "DATE",
        "BOOLEAN",
        "VARCHAR",
    )
    about = dict(duckdb.sql(f"SELECT key::VARCHAR, value::VARCHAR FROM parquet_kv_metadata('{path}')").fetchall())
    assert about["marsad_schema"] == "1"
    assert about["marsad_sensitivity"] == "public"


@pytest.mark.parametrize("name", ["claims", "figures", "holdings", "incidents", "reports"])
def test_pandas_and_polars_read_the_same_rows(folder: Path, name: str) -> None:
    pandas = pytest.importorskip("pandas")
    polars = pytest.importorskip("polars")
    pytest.importorskip("pyarrow")
    path = folder / f"parquet/{name}.parquet"
    expected = next(t for t in tables(small_edition()) if t.name == name)
    one, two = pandas.read_parquet(path), polars.read_parquet(path)
    assert list(one.columns) == list(two.columns) == [c for c, _, _ in expected.columns]
    assert len(one) == len(two) == len(expected.rows)


# --- all formats -----------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("format_", FORMATS)
def test_each_export_says_what_it_is(folder: Path, format_: str) -> None:
    about = json.loads((folder / format_ / "metadata.json").read_text())
    assert (about["as_of"], about["sensitivity"], about["schema_version"]) == ("2017-10-06", "public", 1)
    assert about["counts"]["claims"] == 44
    written = {p.name for p in (folder / format_).iterdir()} - {"README.md", "metadata.json"}
    assert set(about["files"]) == written
    assert "Withheld" in (folder / format_ / "README.md").read_text()


@pytest.mark.parametrize("format_", FORMATS)
def test_public_exports_hold_no_private_name_and_no_telephone(folder: Path, tmp_path: Path, format_: str) -> None:
    for path in (folder / format_).iterdir():
        data = path.read_bytes() if path.suffix != ".parquet" else str(duckdb.sql(f"SELECT * FROM '{path}'").fetchall()).encode()
        assert b"Salih" not in data
        assert b"770 123" not in data
    if format_ in {"csv", "jsonl"}:
        export(small_edition(internal=True), format_, tmp_path)
        assert b"Umm Ahmed Salih" in b"".join(p.read_bytes() for p in tmp_path.iterdir())


@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_edition_gives_the_same_files(folder: Path, tmp_path: Path, format_: str) -> None:
    export(edition_of_desk(small()), format_, tmp_path)
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {p.name: p.read_bytes() for p in (folder / format_).iterdir()}


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep")
    export(small_edition(), "csv", tmp_path)
    assert (tmp_path / "mine.txt").read_text() == "keep"


def test_public_lines_keep_offsets_and_say_where_words_were_withheld(folder: Path) -> None:
    claims = [json.loads(line) for line in (folder / "jsonl/claims.jsonl").read_text().splitlines()]
    exact = {c.id: c for c in small_edition().claims}
    assert all(c["evidence"]["start"] == exact[c["id"]].evidence.start for c in claims)
    reports = [json.loads(line) for line in (folder / "jsonl/reports.jsonl").read_text().splitlines()]
    assert all(r["text"] is None and r["sha256"] for r in reports)


def test_hxl_files_of_the_large_crisis_hold_every_figure() -> None:
    table = next(t for t in tables(large_edition()) if t.name == "figures")
    assert sum(len(t.rows) for t in hxl_files(table).values()) == len(table.rows)
