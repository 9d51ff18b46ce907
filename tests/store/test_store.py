import json
import random
import shutil

import duckdb
import msgspec
import pytest

from marsad.cli.taking_in import Taking
from marsad.errors import StoreBusy, StoreDamaged, StoreNewer, UsageError
from marsad.model.report import SetAside
from marsad.publish.jsonl import write_folder
from marsad.store import index
from marsad.store.check import faults
from marsad.store.copying import backup, restore
from marsad.store.ledger import Ledger
from marsad.store.migrate import STEPS, migrate
from marsad.store.redact import redact
from marsad.store.store import Store
from store.made import draft, fill, readings


def files(contents, folder):
    write_folder(contents, folder)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    folder = tmp_path_factory.mktemp("flip")
    store = fill(folder / "crisis.marsad", range(12))
    return store, files(store.contents(), folder / "out")


@pytest.fixture
def store(filled, tmp_path):
    """A store of the test's own, copied from one that was filled once."""
    shutil.copytree(filled[0].folder, tmp_path / "crisis.marsad")
    return Store.open(tmp_path / "crisis.marsad")


def test_holds_what_was_taken_in(store):
    contents = store.contents()
    assert {report.id for report in contents.reports} == {f"n{number}" for number in range(12)}
    assert {claim.report for claim in contents.claims} == {f"n{number}" for number in range(12)}
    assert contents.figures
    assert list(faults(store)) == []


def test_the_same_again_changes_nothing(store):
    before = list(store.ledger.read())
    with store.own():
        counts = Taking(store, readings).take(map(draft, range(12)))
    assert (counts.new, counts.seen) == (0, 12)
    assert list(store.ledger.read()) == before


def test_a_given_id_with_other_words_is_set_aside(store):
    with store.own():
        counts = Taking(store, readings).take([msgspec.structs.replace(draft(3), text=draft(4).text)])
    assert (counts.new, counts.aside) == (0, 1)


def test_rebuilt_exports_are_the_same_bytes(store, tmp_path):
    before = files(store.contents(), tmp_path / "before")
    store.index.unlink()
    with store.own():
        store.rebuild()
    assert files(store.contents(), tmp_path / "after") == before


def test_the_order_and_the_number_of_ingests_change_nothing(tmp_path):
    exports = []
    for seed in range(3):
        numbers = random.Random(seed).sample(range(30), 30)
        for part in (numbers[:7], numbers[7:], numbers[3:9]):
            store = fill(tmp_path / f"{seed}.marsad", part)
        exports.append(files(store.contents(), tmp_path / f"out{seed}"))
    assert exports[0] == exports[1] == exports[2]


def test_a_dry_run_keeps_nothing(store):
    before = store.position()
    with store.own():
        counts = Taking(store, readings, dry_run=True).take(map(draft, range(20)))
    assert counts.new == 8
    assert store.position() == before


def test_what_failed_is_counted_and_settled_when_it_is_read(store):
    for _ in range(7):
        with store.own():
            counts = Taking(store, readings).take([SetAside("in.jsonl", "line 50", "broken")])
    assert counts.given_up == 1
    aside = store.folded().asides["in.jsonl", "line 50"]
    assert (aside.attempts, aside.settled) == (5, False)
    with store.own():
        Taking(store, readings).take([draft(50)])
    assert store.folded().asides["in.jsonl", "line 50"].settled
    assert store.folded().set_aside() == []


def test_a_second_owner_is_told_who_the_first_is(store):
    with store.own(), pytest.raises(StoreBusy, match=r"process \d+"), store.own():
        pass


def test_an_unfinished_record_is_cut_off(store):
    path = store.ledger.segments()[-1]
    whole = path.read_bytes()
    with path.open("ab") as file:
        file.write(b"report 500 " + b"0" * 64 + b"\n{half")
    assert len(list(store.ledger.read())) > 12
    with store.own():
        assert store.ledger.mend() > 0
    assert path.read_bytes() == whole


def test_a_record_that_was_acknowledged_and_is_gone_is_damage(store):
    path = store.ledger.segments()[-1]
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(StoreDamaged):
        list(store.ledger.read())
    with store.own(), pytest.raises(StoreDamaged):
        store.ledger.mend()


@pytest.mark.parametrize("target", ["ledger", "index"])
@pytest.mark.parametrize("seed", range(250))
def test_a_flipped_bit_is_found_or_harmless(filled, tmp_path, target, seed):
    whole, exports = filled
    folder = tmp_path / "flipped.marsad"
    shutil.copytree(whole.folder, folder)
    path = folder / ("index.duckdb" if target == "index" else "ledger/000001.segment")
    content = bytearray(path.read_bytes())
    at = random.Random(seed).randrange(len(content))
    content[at] ^= 1 << (seed % 8)
    path.write_bytes(content)
    store = Store(folder)
    if list(faults(store)):
        return
    assert files(store.contents(), tmp_path / "out") == exports


def damage_index(filled, tmp_path, how, seed):
    """The index of a copy is damaged at one place and made anew: the exports are the same bytes."""
    whole, exports = filled
    folder = tmp_path / f"{how}{seed}.marsad"
    shutil.copytree(whole.folder, folder)
    content = bytearray((folder / "index.duckdb").read_bytes())
    at = random.Random(f"{how}{seed}").randrange(len(content))
    if how == "flip":
        content[at] ^= 1 << (seed % 8)
    (folder / "index.duckdb").write_bytes(content if how == "flip" else content[:at])
    store = Store.open(folder)
    store.ready()
    assert files(store.contents(), tmp_path / f"{how}{seed}") == exports


@pytest.mark.parametrize("how", ["flip", "cut"])
@pytest.mark.parametrize("seed", range(50))
def test_a_damaged_index_is_made_anew_by_itself(filled, tmp_path, how, seed):
    damage_index(filled, tmp_path, how, seed)


@pytest.mark.soak
@pytest.mark.parametrize("how", ["flip", "cut"])
def test_two_hundred_damaged_indexes_are_made_anew(filled, tmp_path, how):
    for seed in range(100):
        damage_index(filled, tmp_path, how, seed)


@pytest.mark.parametrize("seed", range(100))
def test_a_ledger_that_was_cut_is_found(filled, tmp_path, seed):
    whole, _ = filled
    folder = tmp_path / "cut.marsad"
    shutil.copytree(whole.folder, folder)
    path = folder / "ledger/000001.segment"
    path.write_bytes(path.read_bytes()[: random.Random(seed).randrange(path.stat().st_size)])
    assert any("missing" in fault for fault in faults(Store(folder)))
    with pytest.raises(StoreDamaged):
        Store(folder).rebuild()


def test_an_index_that_does_not_open_is_made_anew_and_kept_beside(store, tmp_path):
    before = files(store.contents(), tmp_path / "before")
    store.index.write_bytes(b"no database" * 1000)
    assert "anew" in store.ready()
    assert files(store.contents(), tmp_path / "after") == before
    assert (store.folder / "index.duckdb.unreadable").exists()


def test_a_store_of_a_later_version_is_refused(store):
    (store.folder / "store.json").write_text('{"schema": 99}')
    with pytest.raises(StoreNewer, match="later version"):
        Store.open(store.folder)


def test_a_folder_with_other_files_is_no_place_for_a_store(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(UsageError):
        Store.open_or_make(tmp_path)
    with pytest.raises(UsageError):
        Store.open(tmp_path)


def test_a_backup_restores_the_same(store, tmp_path):
    backup(store, tmp_path / "b.tar")
    again = restore(tmp_path / "b.tar", tmp_path / "again.marsad")
    assert files(again.contents(), tmp_path / "one") == files(store.contents(), tmp_path / "two")
    assert list(faults(again)) == []


@pytest.mark.parametrize("damage", ["cut", "flip", "empty", "other"])
def test_a_damaged_backup_is_not_restored(store, tmp_path, damage):
    backup(store, tmp_path / "b.tar")
    content = bytearray((tmp_path / "b.tar").read_bytes())
    if damage == "flip":
        content[len(content) // 2] ^= 1
    damaged = {"cut": content[: len(content) // 3], "flip": content, "empty": b"", "other": b"x" * 5000}[damage]
    (tmp_path / "b.tar").write_bytes(damaged)
    with pytest.raises(StoreDamaged):
        restore(tmp_path / "b.tar", tmp_path / "again.marsad")
    assert not (tmp_path / "again.marsad").exists()


def test_a_restore_overwrites_nothing(store, tmp_path):
    backup(store, tmp_path / "b.tar")
    with pytest.raises(UsageError):
        restore(tmp_path / "b.tar", store.folder)


def test_redacted_words_are_in_no_file_and_do_not_come_back(store, tmp_path):
    import datetime

    from marsad.cli.taking_in import key_of

    report = store.folded().kept["n5"].report
    words = b"village number 5 on"
    assert any(words in path.read_bytes() for path in store.folder.rglob("*") if path.is_file())
    with store.own():
        redact(store, "n5", "asked for", key_of("n5", report.title, report.sha256), datetime.date(2020, 1, 2))
    assert not any(words in path.read_bytes() for path in store.folder.rglob("*") if path.is_file())
    assert list(faults(store)) == []
    assert store.folded().tombstones["n5"].reason == "asked for"
    with store.own():
        assert Taking(store, readings).take([draft(5)]).seen == 1
    assert "n5" not in {one.id for one in store.contents().reports}
    assert {one.id for one in store.contents().reports} == {f"n{number}" for number in range(12) if number != 5}


def test_segments_are_begun_anew_when_they_are_full(tmp_path, monkeypatch):
    monkeypatch.setattr("marsad.store.ledger.SEGMENT_BYTES", 2_000)
    ledger = Ledger(tmp_path)
    for number in range(50):
        ledger.append([("decision", json.dumps({"n": number}).encode() * 10)])
    assert len(ledger.segments()) > 3
    assert [json.loads(frame.content[:12].split(b"}")[0] + b"}")["n"] for frame in ledger.read()] == list(range(50))


def test_a_write_that_fails_leaves_nothing_behind(tmp_path, monkeypatch):
    ledger = Ledger(tmp_path)
    ledger.append([("decision", b"1")])
    before = ledger.segments()[0].read_bytes()
    monkeypatch.setattr("os.fsync", lambda handle: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(OSError):
        ledger.append([("decision", b"2" * 5000)])
    assert ledger.segments()[0].read_bytes() == before


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM glob('/etc/*')",
        "COPY (SELECT 1) TO '/tmp/escaped.csv'",
        "ATTACH '/tmp/escaped.db'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "RESET lock_configuration",
        "CREATE TABLE t (a INT)",
        "DELETE FROM reports",
        "EXPORT DATABASE '/tmp/escaped'",
        "IMPORT DATABASE '/tmp/escaped'",
        "PRAGMA database_list; COPY reports FROM '/etc/passwd'",
    ],
)
def test_a_reading_connection_reaches_nothing_else(store, query):
    with index.connect(store.index) as connection, pytest.raises(duckdb.Error):
        connection.execute(query)


def test_a_store_of_an_earlier_schema_is_backed_up_and_brought_up(store, tmp_path, monkeypatch):
    (store.folder / "store.json").write_text('{"schema": 0}')
    with pytest.raises(StoreDamaged, match="marsad migrate"):
        Store.open(store.folder)
    stepped = []
    monkeypatch.setitem(STEPS, 0, stepped.append)
    copy = migrate(store.folder)
    assert stepped == [store.folder]
    assert copy.exists()
    assert list(faults(Store.open(store.folder))) == []
    assert migrate(store.folder) is None


def test_a_migration_that_breaks_off_can_be_run_again(store, monkeypatch):
    (store.folder / "store.json").write_text('{"schema": 0}')

    def break_off(folder):
        raise OSError(28, "No space left on device")

    monkeypatch.setitem(STEPS, 0, break_off)
    with pytest.raises(OSError):
        migrate(store.folder)
    monkeypatch.setitem(STEPS, 0, lambda folder: None)
    migrate(store.folder)
    assert len(Store.open(store.folder).contents().reports) == 12
