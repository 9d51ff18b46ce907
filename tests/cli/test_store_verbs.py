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
    done = marsad(*arguments, "--store", store)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_the_same_again_is_seen(crisis):
    done = marsad("ingest", crisis.parent / "in.jsonl", "--store", crisis)
    assert done.returncode == 0
    assert b"0 new, 3 seen" in done.stderr


def test_the_store_holds_what_read_writes(crisis, tmp_path):
    marsad("read", crisis.parent / "in.jsonl", "-o", tmp_path / "out")
    for name in ("reports", "claims", "figures", "holdings", "incidents"):
        assert rows(crisis, name) == lines(tmp_path / "out" / f"{name}.jsonl"), name


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


@pytest.mark.parametrize("how", ["table", "json", "jsonl", "csv", "tsv"])
def test_every_format(crisis, how):
    done = marsad("claims", "--store", crisis, "--format", how)
    assert done.returncode == 0
    assert done.stdout


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


def test_worker_processes_give_the_same_bytes(tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_text(
        "".join(json.dumps({"id": f"{key}{number}", "text": text}) + "\n" for number in range(30) for key, text in TEXTS.items())
    )
    assert marsad("read", path, "-o", tmp_path / "one").returncode == 0
    assert marsad("read", path, "-o", tmp_path / "two", "--jobs", "2").returncode == 0
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
