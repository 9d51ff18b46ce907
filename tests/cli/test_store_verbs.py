import contextlib
import csv
import io
import json
import os
import subprocess
import sys

import pytest

from cli.running import contents, lines, marsad

TEXTS = {
    "a": "HIT, Iraq, 3 May 2018 (AFP) - Some 4,000 people fled the town of Hit on Wednesday, the United Nations said.",
    "b": "RAMADI, Iraq, 5 May 2018 (Reuters) - At least 12 civilians were killed in shelling in Ramadi on Friday, doctors said.",
    "c": "RAWA, Iraq, 6 May 2018 (AP) - Iraqi forces retook the town of Rawa on Sunday, the army said.",
}


@pytest.fixture(scope="module")
def crisis(tmp_path_factory):
    """A store with three reports, read once for all tests of this module."""
    folder = tmp_path_factory.mktemp("crisis")
    (folder / "in.jsonl").write_text(
        "".join(json.dumps({"id": key, "text": text, "publisher": f"={key}"}) + "\n" for key, text in TEXTS.items())
    )
    done = marsad("ingest", folder / "in.jsonl", "--store", folder / "x.marsad")
    assert done.returncode == 0, done.stderr
    assert b"3 new, 0 seen" in done.stderr
    return folder / "x.marsad"


def rows(store, *arguments):
    """What a list gives, asked for in this process: a hundred lists cost a hundred starts otherwise."""
    from marsad.cli import run

    with contextlib.redirect_stdout(io.StringIO()) as out:
        assert run([*map(str, arguments), "--store", str(store)]) == 0
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_the_same_again_is_seen(crisis):
    done = marsad("ingest", crisis.parent / "in.jsonl", "--store", crisis)
    assert done.returncode == 0
    assert b"0 new, 3 seen" in done.stderr


def test_a_dry_run_leaves_no_store_and_adds_nothing_to_one(crisis, tmp_path):
    done = marsad("ingest", crisis.parent / "in.jsonl", "--dry-run", "--store", tmp_path / "new.marsad")
    assert done.returncode == 0
    assert b"3 new, 0 seen" in done.stderr
    assert not list(tmp_path.iterdir())
    (tmp_path / "d.txt").write_text("Some 700 people fled Rawa on Monday, the mayor said.")
    ledger = {path: path.read_bytes() for path in (crisis / "ledger").iterdir()}
    assert b"1 new, 0 seen" in marsad("ingest", tmp_path / "d.txt", "--dry-run", "--store", crisis).stderr
    assert {path: path.read_bytes() for path in (crisis / "ledger").iterdir()} == ledger


def test_the_store_holds_what_read_writes(crisis, tmp_path):
    marsad("read", crisis.parent / "in.jsonl", "-o", tmp_path / "out")
    for name in ("reports", "claims", "figures", "holdings", "incidents"):
        assert rows(crisis, name) == lines(tmp_path / "out" / f"{name}.jsonl"), name


LISTS = ("reports", "claims", "figures", "holdings", "incidents", "sources", "places")
FILTERS = {
    "--place": "ramadi",
    "--kind": "casualty",
    "--type": "killed",
    "--status": "asserted",
    "--source": "doctors",
    "--since": "2018-05-05",
    "--until": "2018-05-05",
    "--as-of": "2018-05-05",
    "--min-sources": "1",
}


@pytest.mark.parametrize("verb", LISTS)
def test_every_list_takes_every_filter(crisis, verb):
    whole = rows(crisis, verb)
    for option, value in FILTERS.items():
        found = rows(crisis, verb, option, value)
        assert all(one in whole for one in found) or option == "--as-of" or verb in ("sources", "places")
    assert rows(crisis, verb, "--place", "Nowhere") == []
    assert rows(crisis, verb, "--min-sources", "9") == []
    together = [part for option, value in FILTERS.items() if option != "--source" for part in (option, value)]
    assert len(rows(crisis, verb, *together)) <= len(whole)


def test_filters_that_reports_sources_and_places_take_from_claims(crisis):
    assert {row["id"] for row in rows(crisis, "reports", "--kind", "casualty")} == {"b"}
    assert {row["id"] for row in rows(crisis, "reports", "--place", "Hit", "--min-sources", "1")} == {"a"}
    assert [row["source"] for row in rows(crisis, "sources", "--kind", "displacement")] == ["United Nations"]
    assert [row["place"] for row in rows(crisis, "places", "--source", "united nations")] == ["Hit"]


def test_as_of_a_day_only_what_was_out_then_counts(crisis):
    assert {row["id"] for row in rows(crisis, "reports", "--as-of", "2018-05-03")} == {"a"}
    assert {row["report"] for row in rows(crisis, "claims", "--as-of", "2018-05-03")} == {"a"}
    assert len(rows(crisis, "figures", "--as-of", "2018-05-03")) == 1
    assert rows(crisis, "holdings", "--as-of", "2018-05-03") == []
    assert rows(crisis, "figures", "--as-of", "2018-05-31") == rows(crisis, "figures")


def test_lists_are_filtered(crisis):
    assert {row["id"] for row in rows(crisis, "reports", "--since", "2018-05-05")} == {"b", "c"}
    assert {row["kind"] for row in rows(crisis, "claims", "--kind", "casualty")} <= {"casualty"}
    assert all(any(place["name"] == "Ramadi" for place in row["places"]) for row in rows(crisis, "claims", "--place", "ramadi"))
    assert rows(crisis, "claims", "--place", "Nowhere") == []
    assert len(rows(crisis, "claims", "--limit", "1")) == 1


def test_places_and_sources(crisis):
    assert "Ramadi" in {row["place"] for row in rows(crisis, "places")}
    assert isinstance(rows(crisis, "sources"), list)


def test_cells_of_a_spreadsheet_are_no_formulas(crisis):
    table = list(csv.DictReader(io.StringIO(marsad("reports", "--store", crisis, "--format", "csv").stdout.decode())))
    assert [row["publisher"] for row in table] == ["'=a", "'=b", "'=c"]
    raw = list(csv.DictReader(io.StringIO(marsad("reports", "--store", crisis, "--format", "csv", "--raw").stdout.decode())))
    assert [row["publisher"] for row in raw] == ["=a", "=b", "=c"]


@pytest.mark.parametrize("verb", LISTS)
def test_every_format(crisis, verb, tmp_path):
    import duckdb

    whole = rows(crisis, verb)
    out = {how: marsad(verb, "--store", crisis, "--format", how).stdout for how in ("table", "json", "csv", "tsv", "geojson", "parquet")}
    assert json.loads(out["json"]) == whole
    assert len(out["table"].splitlines()) == len(whole) + 1
    for how, mark in (("csv", ","), ("tsv", "\t")):
        assert len(list(csv.reader(io.StringIO(out[how].decode()), delimiter=mark))) == len(whole) + 1
    features = json.loads(out["geojson"])["features"]
    assert [feature["properties"] for feature in features] == whole
    for feature in features:
        if feature["geometry"]:
            lon, lat = feature["geometry"]["coordinates"]
            assert 41 < lon < 45
            assert 32 < lat < 36
    (tmp_path / "x.parquet").write_bytes(out["parquet"])
    assert duckdb.sql(f"SELECT count(*) FROM '{tmp_path / 'x.parquet'}'").fetchall() == [(len(whole),)]


def test_verbs_that_show_a_picture_read_the_store_by_default(crisis, tmp_path):
    environment = {"MARSAD_STORE": str(crisis)}
    figure = rows(crisis, "figures")[0]["id"]
    assert figure.encode() in marsad("explain", figure, **environment).stdout
    assert marsad("situation", "-o", tmp_path / "s.html", **environment).returncode == 0
    assert b"Hit" in marsad("diff", "2018-05-01", "2018-05-06", **environment).stdout
    assert marsad("export", "--format", "csv", "-o", tmp_path / "out", "--store", crisis).returncode == 0
    assert marsad("outlook", **environment).returncode == 0
    both = marsad("situation", crisis.parent / "in.jsonl", "--store", crisis, "-o", tmp_path / "t.html")
    assert (both.returncode, b"not both" in both.stderr) == (2, True)


def test_a_decision_is_shown_counted_and_undone(crisis, tmp_path):
    marsad("backup", tmp_path / "b.tar", "--store", crisis)
    marsad("restore", tmp_path / "b.tar", "--store", tmp_path / "r.marsad")
    store = tmp_path / "r.marsad"
    claim = rows(store, "claims", "--kind", "displacement")[0]["id"]
    done = marsad("decide", claim, "reject", "--by", "ada", "--reason", "not stated", "--store", store)
    assert done.returncode == 0, done.stderr
    assert rows(store, "figures", "--kind", "displacement") == []
    assert b"rejected by ada" in marsad("explain", claim, "--store", store).stdout
    assert json.loads(marsad("status", "--store", store, "--json").stdout)["decisions"] == 1
    assert b"again" not in marsad("reread", "--store", store).stderr.replace(b"read again", b"")
    marsad("decide", claim, "undo", "--by", "ada", "--store", store)
    assert rows(store, "figures", "--kind", "displacement") == rows(crisis, "figures", "--kind", "displacement")


def test_redact_takes_the_whole_feed_that_a_report_came_in(tmp_path):
    items = "".join(
        f"<item><title>T{n}</title><description>{n + 5} people fled {town}.</description></item>" for n, town in enumerate(("Hit", "Rawa"))
    )
    (tmp_path / "a.rss").write_text(f'<?xml version="1.0"?><rss version="2.0"><channel><title>D</title>{items}</channel></rss>')
    store = tmp_path / "x.marsad"
    assert marsad("ingest", tmp_path / "a.rss", "--store", store).returncode == 0
    gone, stays = sorted(rows(store, "reports"), key=lambda row: "Rawa" in row["text"])
    assert marsad("redact", gone["id"], "--reason", "asked", "--store", store, "--yes").returncode == 0
    assert not [path for path in store.rglob("*") if path.is_file() and b"fled Hit" in path.read_bytes()]
    assert [row["id"] for row in rows(store, "reports")] == [stays["id"]]
    assert marsad("check", "--store", store).returncode == 0


def test_what_is_cut_off_is_counted(tmp_path):
    feed = '<?xml version="1.0"?><rss version="2.0"><channel><title>D</title><item><description>Five people fled Hit when the…</description></item></channel></rss>'
    (tmp_path / "a.rss").write_text(feed)
    assert (
        b"1 new, 0 seen, 0 set aside, 1 truncated, 0 flagged"
        in marsad("ingest", tmp_path / "a.rss", "--store", tmp_path / "x.marsad").stderr
    )


def test_evidence_in_a_pdf_names_its_page(tmp_path):
    from ingest.archives import pdf

    (tmp_path / "a.pdf").write_bytes(pdf("Nothing of note.", "On Monday 300 people fled Ramadi."))
    assert marsad("ingest", tmp_path / "a.pdf", "--store", tmp_path / "x.marsad").returncode == 0
    (claim,) = rows(tmp_path / "x.marsad", "claims")
    assert claim["evidence"]["page"] == 2
    assert b"page 2" in marsad("explain", claim["id"], "--store", tmp_path / "x.marsad").stdout


def test_status_for_monitoring(crisis):
    status = json.loads(marsad("status", "--store", crisis, "--json").stdout)
    assert (status["reports"], status["schema"], status["index_current"]) == (3, 1, True)


def test_check_backup_restore_rebuild(crisis, tmp_path):
    assert marsad("check", "--store", crisis).returncode == 0
    assert marsad("backup", tmp_path / "b.tar", "--store", crisis).returncode == 0
    assert marsad("restore", tmp_path / "b.tar", "--store", tmp_path / "r.marsad").returncode == 0
    assert marsad("rebuild", "--store", tmp_path / "r.marsad").returncode == 0
    assert rows(tmp_path / "r.marsad", "claims") == rows(crisis, "claims")


def test_redact_asks_removes_and_names_backups(crisis, tmp_path):
    marsad("backup", tmp_path / "b.tar", "--store", crisis)
    marsad("restore", tmp_path / "b.tar", "--store", tmp_path / "r.marsad")
    marsad("backup", tmp_path / "c.tar", "--store", tmp_path / "r.marsad")
    assert marsad("redact", "b", "--reason", "asked", "--store", tmp_path / "r.marsad").returncode == 130
    done = marsad("redact", "b", "--reason", "asked", "--store", tmp_path / "r.marsad", "--yes")
    assert done.returncode == 0
    assert b"c.tar" in done.stderr
    assert {row["id"] for row in rows(tmp_path / "r.marsad", "reports")} == {"a", "c"}


def test_what_failed_is_tried_again_and_what_is_mended_is_read(tmp_path):
    path, store = tmp_path / "in.jsonl", tmp_path / "x.marsad"
    path.write_text('{"id": "a", "text": "Five people fled Ramadi."}\n{broken\n')
    assert marsad("ingest", path, "--store", store).returncode == 3
    assert marsad("ingest", "--retry-failed", "--store", store).returncode == 3
    path.write_text('{"id": "a", "text": "Five people fled Ramadi."}\n{"id": "b", "text": "Six people fled Rawa."}\n')
    done = marsad("ingest", "--retry-failed", "--store", store)
    assert (done.returncode, b"1 new, 1 seen, 0 set aside" in done.stderr) == (0, True)
    assert marsad("ingest", "--retry-failed", "--store", store).returncode == 0
    assert json.loads(marsad("status", "--store", store, "--json").stdout)["set_aside"] == 0


def test_a_situation_report_is_made_from_the_store(crisis, tmp_path):
    done = marsad("situation", crisis, "-o", tmp_path / "s.html")
    assert done.returncode == 0, done.stderr
    assert "Ramadi" in (tmp_path / "s.html").read_text()


def test_what_must_not_be_fetched_is_set_aside():
    done = marsad("read", "--fetch", "http://127.0.0.1/x")
    assert done.returncode == 3
    assert b"private or reserved" in done.stderr


def test_secrets_of_the_environment_go_nowhere(tmp_path):
    path = tmp_path / "in.txt"
    path.write_text(TEXTS["a"])
    done = marsad(
        "ingest", path, "--store", tmp_path / "x.marsad", SECRET_TOKEN="canary-7f3a", HTTPS_PROXY="http://u:canary-7f3a@127.0.0.1/"
    )
    assert done.returncode == 0
    marsad("situation", tmp_path / "x.marsad", "-o", tmp_path / "s.html", SECRET_TOKEN="canary-7f3a")
    assert not [found for found in tmp_path.rglob("*") if found.is_file() and b"canary-7f3a" in found.read_bytes()]
    assert b"canary" not in done.stdout + done.stderr


def test_reread_by_the_same_rules_changes_nothing(crisis):
    done = marsad("reread", "--store", crisis)
    assert done.returncode == 0
    assert b"0 read otherwise" in done.stderr


def test_a_busy_store_is_exit_code_4_and_names_the_process(crisis):
    code = "import sys, time; from pathlib import Path; from marsad.store.store import Store\nwith Store.open(Path(sys.argv[1])).own(): print('own', flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", code, str(crisis)], stdout=subprocess.PIPE, env={**os.environ}) as owner:
        owner.stdout.readline()
        done = marsad("ingest", crisis.parent / "in.jsonl", "--store", crisis)
        assert rows(crisis, "reports"), "readers go on"
        owner.kill()
    assert done.returncode == 4
    assert f"process {owner.pid}".encode() in done.stderr


def test_a_later_store_is_exit_code_5(crisis, tmp_path):
    marsad("backup", tmp_path / "b.tar", "--store", crisis)
    marsad("restore", tmp_path / "b.tar", "--store", tmp_path / "r.marsad")
    (tmp_path / "r.marsad" / "store.json").write_text('{"schema": 7}')
    assert marsad("reports", "--store", tmp_path / "r.marsad").returncode == 5


def test_a_damaged_ledger_is_exit_code_5_and_check_says_where(crisis, tmp_path):
    marsad("backup", tmp_path / "b.tar", "--store", crisis)
    marsad("restore", tmp_path / "b.tar", "--store", tmp_path / "r.marsad")
    path = tmp_path / "r.marsad" / "ledger" / "000001.segment"
    content = bytearray(path.read_bytes())
    content[200] ^= 4
    path.write_bytes(content)
    assert marsad("rebuild", "--store", tmp_path / "r.marsad").returncode == 5
    done = marsad("check", "--store", tmp_path / "r.marsad")
    assert done.returncode == 5
    assert b"at byte" in done.stdout


@pytest.mark.parametrize("verb", ["reports", "status", "check", "rebuild"])
def test_no_store_is_said_plainly(tmp_path, verb):
    done = marsad(verb, "--store", tmp_path / "none.marsad")
    assert done.returncode == 2
    assert b"is no store" in done.stderr


@pytest.mark.slow
def test_worker_processes_give_the_same_bytes(tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_text(
        "".join(json.dumps({"id": f"{key}{number}", "text": text}) + "\n" for number in range(30) for key, text in TEXTS.items())
    )
    assert marsad("read", path, "-o", tmp_path / "one").returncode == 0
    assert marsad("read", path, "-o", tmp_path / "two", "--jobs", "2", cold=True).returncode == 0
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
