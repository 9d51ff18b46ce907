import json
import os
import subprocess
import sys
import time
import warnings
from pathlib import Path

import pytest

from marsad.cli.taking_in import Taking
from marsad.store.check import faults
from marsad.store.copying import backup, restore
from marsad.store.store import Store
from store.made import draft, fill, readings

HERE = Path(__file__).resolve().parent
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE.parent), os.environ.get("PYTHONPATH", "")])}


def answer(script: str, *arguments: object) -> dict[str, object]:
    done = subprocess.run([sys.executable, HERE / script, *map(str, arguments)], capture_output=True, env=ENVIRONMENT, timeout=3600)
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def kills(folder: Path, number: int, seed: int) -> None:
    found = answer("kills.py", folder, number, seed)
    assert found["acknowledged"] > number / 4, "the writer was never far enough for the test to mean anything"
    assert min(found["kills"].values()) > number / 10, "every kind of work is broken off"
    assert (found["lost"], found["doubled"], found["faults"]) == (0, 0, [])
    assert found["slowest"] < 2


@pytest.mark.slow
def test_a_hundred_kills_lose_nothing_that_was_acknowledged(tmp_path):
    kills(tmp_path, 100, seed=7)


@pytest.mark.soak
@pytest.mark.parametrize("part", range(4))
def test_a_thousand_kills_lose_nothing_that_was_acknowledged(tmp_path, part):
    kills(tmp_path, 250, seed=100 + part)


@pytest.mark.slow
def test_fifty_full_disks_lose_nothing_that_was_acknowledged(tmp_path):
    found = answer("full.py", tmp_path, 50, 7)
    if found["mounted"] < 50:
        warnings.warn(f"no disk could be mounted at {50 - found['mounted']} of 50 points: a limit on files stood for it", stacklevel=1)
    assert found["codes"] == [[1, 0]], "a full disk is an error that is caught, and work goes on when there is room"
    assert found["acknowledged"] > 50
    assert (found["lost"], found["faults"]) == (0, [])


def readers_and_a_writer(folder: Path, seconds: float, readers: int = 8) -> int:
    """How often eight processes read while this one wrote; nothing that any of them saw was wrong."""
    fill(folder, range(8))
    command = [sys.executable, str(HERE / "watching.py"), str(folder), str(seconds)]
    watching = [subprocess.Popen(command, stdout=subprocess.PIPE, env=ENVIRONMENT) for _ in range(readers)]
    ends = time.monotonic() + seconds
    store, first = Store.open(folder), 8
    with store.own():
        taking = Taking(store, readings)
        while time.monotonic() < ends:
            taking.take(map(draft, range(first, first + 8)))
            store.rebuild()
            first += 8
    said = [json.loads(one.communicate(timeout=60)[0]) for one in watching]
    assert [wrong for one in said for wrong in one["wrong"]] == []
    assert first > 16, "the writer wrote"
    return sum(one["reads"] for one in said)


@pytest.mark.slow
def test_readers_never_see_half_of_anything(tmp_path):
    assert readers_and_a_writer(tmp_path / "crisis.marsad", 12) > 16


@pytest.mark.soak
def test_readers_never_see_half_of_anything_for_a_minute(tmp_path):
    assert readers_and_a_writer(tmp_path / "crisis.marsad", 60) > 100


@pytest.mark.slow
def test_twenty_backups_while_reports_are_taken_in(tmp_path):
    folder = tmp_path / "crisis.marsad"
    fill(folder, range(8))
    code = (
        "import sys\nimport time\nfrom pathlib import Path\nfrom marsad.cli.taking_in import Taking\nfrom marsad.store.store import Store\n"
        "from store.made import draft, readings\nstore = Store.open(Path(sys.argv[1]))\n"
        "with store.own():\n    taking = Taking(store, readings)\n    print('own', flush=True)\n"
        "    for first in range(8, 100_000, 8):\n        taking.take(map(draft, range(first, first + 8)))\n        print(first + 8, flush=True)\n        time.sleep(0.1)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(folder)], stdout=subprocess.PIPE, env=ENVIRONMENT) as writer:
        acknowledged = 8
        assert writer.stdout.readline() == b"own\n"
        os.set_blocking(writer.stdout.fileno(), False)
        for number in range(20):
            said = (writer.stdout.read() or b"").split()
            acknowledged = int(said[-1]) if said else acknowledged
            backup(Store.open(folder), tmp_path / f"{number}.tar")
            again = restore(tmp_path / f"{number}.tar", tmp_path / f"{number}.marsad")
            assert list(faults(again)) == []
            assert len(again.contents().reports) >= acknowledged, "one transaction old at most"
        writer.kill()
    assert acknowledged > 80, "the writer wrote meanwhile"
    assert len(Store.open(folder).backups()) == 20
