import contextlib
import json
import os
import signal
import subprocess
import sys
import time

import pytest

from cli.running import contents, lines, marsad
from ingest.archives import page, warc

FILES = ["claims", "figures", "holdings", "incidents", "mentions", "reports", "set_aside"]
STORY = "KANDAK, Iraq, 3 May 2018 (AFP) - Some 4,000 people fled the town of Hit on Wednesday, the United Nations said."
BAD = {
    "empty.txt": (b"", "empty"),
    "binary.dat": (bytes(range(256)) * 40, "binary"),
    "long.txt": (b"x" * 50_000_000, "oversized"),
    "notext.html": (b"<html><body></body></html>", "page without text"),
    "broken.xml": (b'<?xml version="1.0"?><rss><channel><item><title>x', "damaged feed"),
    "cut.warc.gz": (warc(2)[:-200], "cut off"),
    "bad.jsonl": (b'{"text": "Five fled."}\n{"text": \n', "not a JSON object"),
    "cut.txt.gz": (b"\x1f\x8b\x08\x00\x00", "gzip"),
}


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(STORY)
    return path


def test_writes_the_files_of_the_contract(tmp_path, story):
    done = marsad("read", story, "-o", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert sorted(contents(tmp_path / "out")) == [f"{name}.jsonl" for name in FILES]
    report = lines(tmp_path / "out" / "reports.jsonl")[0]
    assert (report["text"], report["published"], report["published_method"]) == (STORY, "2018-05-03", "dateline")
    assert (report["dateline"], report["publisher"]) == ({"place": "KANDAK, Iraq", "date": "2018-05-03"}, "AFP")
    assert (report["path"], report["language"], report["copy_of"]) == ("story.txt", "en", None)


def test_without_a_folder_claims_go_to_standard_output(story):
    done = marsad("read", story)
    assert done.returncode == 0
    assert all(json.loads(line)["report"] for line in done.stdout.splitlines())
    assert b"1 report," in done.stderr


def test_reads_standard_input(tmp_path):
    assert marsad("read", "-", "-o", tmp_path / "out", stdin=STORY.encode()).returncode == 0
    assert lines(tmp_path / "out" / "reports.jsonl")[0]["text"] == STORY


def test_replaces_its_own_files_and_no_others(tmp_path, story):
    out = tmp_path / "out"
    out.mkdir()
    (out / "claims.jsonl").write_text("old")
    (out / "mine.txt").write_text("mine")
    marsad("read", story, "-o", out)
    assert (out / "mine.txt").read_text() == "mine"
    assert "old" not in (out / "claims.jsonl").read_text()


def test_bad_inputs_are_set_aside_and_the_rest_is_read(tmp_path, story):
    folder = tmp_path / "in"
    folder.mkdir()
    for name, (content, _) in BAD.items():
        (folder / name).write_bytes(content)
    (folder / "page.html").write_text(page(0))
    done = marsad("read", folder, story, tmp_path / "missing.txt", "-o", tmp_path / "out")
    assert done.returncode == 3
    reasons = [(row["input"].rsplit("/", 1)[-1], row["reason"]) for row in lines(tmp_path / "out" / "set_aside.jsonl")]
    for name, (_, reason) in BAD.items():
        assert any(named == name and reason in said for named, said in reasons), name
    assert ("missing.txt", "no such file") in reasons
    texts = [row["text"] for row in lines(tmp_path / "out" / "reports.jsonl")]
    assert STORY in texts
    assert "Five fled." in texts


@pytest.mark.parametrize("arguments", [["read"], ["nonsense"], ["read", "--nonsense", "x"], ["read", "x", "-o"]])
def test_a_wrong_command_line_is_exit_code_2(arguments):
    assert marsad(*arguments).returncode == 2


def test_a_file_is_no_folder(story):
    assert marsad("read", story, "-o", story).returncode == 2


def test_a_folder_that_cannot_be_made_is_exit_code_1(story):
    done = marsad("read", story, "-o", "/proc/nowhere/out")
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


@pytest.mark.slow
def test_the_same_bytes_in_any_order_zone_and_language(tmp_path, story):
    other = tmp_path / "other.html"
    other.write_text(page(1))
    marsad("read", story, other, "-o", tmp_path / "one", TZ="UTC", LC_ALL="C", PYTHONHASHSEED="1")
    marsad("read", other.name, story.name, "-o", tmp_path / "two", cwd=tmp_path, TZ="Asia/Kathmandu", LC_ALL="C.UTF-8", PYTHONHASHSEED="2")
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_messages_carry_no_control_characters(tmp_path):
    name = "\x1b[2Jevil\u202e.txt"
    (tmp_path / name).write_bytes(b"")
    done = marsad("read", tmp_path / name)
    assert done.returncode == 3
    assert b"\x1b" not in done.stderr
    assert "\u202e".encode() not in done.stderr


@pytest.mark.slow
def test_an_interrupt_keeps_the_work_so_far(tmp_path):
    out = tmp_path / "out"
    command = [sys.executable, "-m", "marsad", "read", "-", "-o", str(out)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ}) as process:
        for number in range(400):
            process.stdin.write(json.dumps({"id": f"r{number}", "text": f"Some {number} people fled. " + "x " * 500}).encode() + b"\n")
        process.stdin.flush()
        time.sleep(1.5)
        process.send_signal(signal.SIGINT)
        with contextlib.suppress(BrokenPipeError):
            process.stdin.write(json.dumps({"id": "last", "text": "Five fled. " + "x " * 100_000}).encode() + b"\n")
            process.stdin.close()
        assert process.wait(60) == 130
        process.stderr.read()
    assert lines(out / "reports.jsonl")


def test_help_is_quick():
    began = os.times()
    assert marsad("--help", cold=True).returncode == 0
    ended = os.times()
    seconds = ended.children_user + ended.children_system - began.children_user - began.children_system
    assert 0 < seconds < 1.5  # of processor: other tests run beside this one
