"""The same input gives the same bytes, and every claim's words are where it says, whatever the clock, the zone, the language or the encoding."""

import datetime
import json
import unicodedata

import pytest

from cli.running import contents, lines, marsad

STORIES = {
    "a": "RAMADI, Iraq, 5 May 2018 (Reuters) – At least 12 civilians were killed in shelling in Ramadi on Friday, doctors said.\n"
    "“Some 4,000 people fled the town,” an aid worker said. The café at the crossing was closed.\n",
    "b": "ANBAR – Iraqi forces retook the town of Rawa on Sunday, the army said.\nMore than 900 families have left since last month.\n",
}
ENCODINGS = [
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "cp1252",
    "cp1254",
    "cp1250",
    "cp1257",
    "cp1258",
    "mac-roman",
]
ANOTHER_CLOCK = """
import datetime, time
from marsad import flow
from marsad.cli import read
import marsad.reconcile, marsad.publish.jsonl
fixed, real_date, real_datetime = {fixed}, datetime.date, datetime.datetime
time.time = lambda: fixed
class Wrapped(type):
    def __instancecheck__(cls, value): return isinstance(value, cls.real)
    def __getattr__(cls, name): return getattr(cls.real, name)
    def __call__(cls, *given, **named): return cls.real(*given, **named)
class Day(metaclass=Wrapped):
    real = real_date
    today = staticmethod(lambda: real_date.fromtimestamp(fixed))
class Moment(metaclass=Wrapped):
    real = real_datetime
    now = staticmethod(lambda tz=None: real_datetime.fromtimestamp(fixed, tz))
    today = utcnow = staticmethod(lambda: real_datetime.fromtimestamp(fixed))
datetime.date, datetime.datetime = Day, Moment
"""


@pytest.fixture(scope="module")
def stories(tmp_path_factory):
    folder = tmp_path_factory.mktemp("stories")
    for name, text in STORIES.items():
        (folder / f"{name}.txt").write_text(text)
    (folder / "c.jsonl").write_text(json.dumps({"id": "c", "text": STORIES["b"], "published": "2018-05-07"}))
    marsad("read", folder, "-o", folder.parent / "expected")
    return folder, contents(folder.parent / "expected")


@pytest.mark.parametrize(
    ("zone", "language", "new"),
    [
        ("Asia/Baghdad", "C", {}),
        ("Asia/Kathmandu", "de_DE.UTF-8", {}),
        ("America/St_Johns", "ar_IQ.UTF-8", {"PYTHONHASHSEED": "7"}),
        ("UTC", "POSIX", {"PYTHONHASHSEED": "8"}),
    ],
)
def test_zones_and_languages_change_nothing(stories, tmp_path, zone, language, new):
    folder, expected = stories
    done = marsad("read", folder, "-o", tmp_path / "out", TZ=zone, LC_ALL=language, LANG=language, **new)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    assert contents(tmp_path / "out") == expected


@pytest.mark.parametrize(("clock", "cold"), [("1999-12-31", False), ("2038-01-19", True), ("2024-02-29", False)])
def test_the_clock_changes_nothing(stories, tmp_path, clock, cold):
    folder, expected = stories
    fixed = datetime.datetime.fromisoformat(f"{clock}T23:59:00+00:00").timestamp()
    before = ANOTHER_CLOCK.replace("{fixed}", str(fixed))
    done = marsad("read", folder, "-o", tmp_path / "out", cold=cold, before=before)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    assert contents(tmp_path / "out") == expected


def test_words_are_where_claims_say_in_every_encoding(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for encoding in ENCODINGS:
        for line_end, ending in (("\n", "lf"), ("\r\n", "crlf"), ("\x85", "nel")):
            for form in ("NFC", "NFD"):
                text = unicodedata.normalize(form, STORIES["a"]).replace("\n", line_end)
                (folder / f"{encoding}-{ending}-{form}.txt").write_bytes(text.encode(encoding, "replace"))
    marsad("read", folder, "-o", tmp_path / "out")
    reports = {row["id"]: row for row in lines(tmp_path / "out" / "reports.jsonl")}
    assert len(reports) + len(lines(tmp_path / "out" / "set_aside.jsonl")) == len(ENCODINGS) * 6
    claims = lines(tmp_path / "out" / "claims.jsonl")
    assert claims
    for claim in claims:
        evidence = claim["evidence"]
        assert reports[claim["report"]][evidence["field"]][evidence["start"] : evidence["end"]] == evidence["text"]
    for mention in lines(tmp_path / "out" / "mentions.jsonl"):
        assert reports[mention["report"]][mention.get("field", "text")][mention["start"] : mention["end"]] == mention["text"]
