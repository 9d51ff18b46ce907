import gzip
import io
import random

import pytest

from ingest.archives import conversion, page, warc
from ingest.reading import only, read, split
from marsad.ingest import read_inputs


@pytest.mark.parametrize("name", ["a_warc", "a_warc_gz", "plain_bin"])
@pytest.mark.parametrize("packed", ["members", "whole", "not"])
def test_reads_every_page_of_an_archive(tmp_path, name, packed):
    content = {"members": warc(), "whole": gzip.compress(warc(compressed=False)), "not": warc(compressed=False)}[packed]
    reports, aside = read(tmp_path, **{name: content})
    assert sorted(report.text[:28] for report in reports) == sorted(f"At least {12 + n} civilians were k" for n in range(10))
    assert not aside


def test_knows_the_address_and_the_path(tmp_path):
    report = read(tmp_path, a_warc_gz=warc(1))[0][0]
    assert (report.url, report.path.rsplit("/")[-1]) == ("https://riverpost.example/news/Hatra", "a.warc.gz")


def test_reads_conversion_records_as_text(tmp_path):
    assert only(tmp_path, a_warc_gz=conversion("Forty people fled.")).text == "Forty people fled."


def test_reads_an_archive_from_a_pipe():
    class Pipe(io.RawIOBase):
        def __init__(self, content):
            self.content = io.BytesIO(content)

        def readable(self):
            return True

        def readinto(self, buffer):
            return self.content.readinto(buffer)

    reports, aside = split(read_inputs(["-"], stdin=io.BufferedReader(Pipe(warc(3)))))
    assert (len(reports), aside) == (3, [])


@pytest.mark.parametrize("compressed", [True, False])
def test_a_cut_off_archive_gives_what_it_holds_and_says_so(tmp_path, compressed):
    reports, aside = read(tmp_path, a_warc_gz=warc(compressed=compressed)[:-300])
    assert len(reports) == 9
    assert len(aside) == 1
    assert "cut off" in aside[0].reason or "damaged" in aside[0].reason


@pytest.mark.parametrize("at", range(1, 9))
def test_a_damaged_record_costs_only_itself(tmp_path, at):
    members = [warc_member(number) for number in range(10)]
    damaged = bytearray(members[at])
    damaged[len(damaged) // 2] ^= 0xFF
    damaged[len(damaged) // 2 + 1] ^= 0xFF
    reports, aside = read(tmp_path, a_warc_gz=b"".join([*members[:at], bytes(damaged), *members[at + 1 :]]))
    assert len(reports) == 9
    assert len(aside) == 1


@pytest.mark.parametrize("at", [0, 1, 3, 40])
def test_an_archive_is_read_whose_first_bytes_are_damaged(tmp_path, at):
    damaged = bytearray(warc())
    damaged[at] ^= 0xFF
    reports, aside = read(tmp_path, a_warc_gz=bytes(damaged))
    assert (len(reports), len(aside)) == (9, 1)


@pytest.mark.parametrize("at", [0, 1, 8, 9])
@pytest.mark.parametrize("flags", [0x04, 0x08, 0x10, 0x17])
def test_a_record_whose_head_swallows_what_follows_costs_only_itself(tmp_path, at, flags):
    members = [warc_member(number) for number in range(10)]
    members[at] = members[at][:3] + bytes([flags]) + members[at][4:]
    reports, aside = read(tmp_path, a_warc_gz=b"".join(members))
    assert (len(reports), len(aside)) == (9, 1)


@pytest.mark.soak
def test_a_thousand_archives_with_a_damaged_record_lose_only_that(tmp_path):
    members = [warc_member(number) for number in range(10)]
    chance, whole = random.Random(9), 0
    for _ in range(1000):
        at = chance.randrange(10)
        damaged = bytearray(members[at])
        for _ in range(chance.randrange(1, 9)):
            damaged[chance.randrange(len(damaged))] ^= chance.randrange(1, 256)
        reports, aside = read(tmp_path, a_warc_gz=b"".join([*members[:at], bytes(damaged), *members[at + 1 :]]))
        assert len(reports) + len(aside) >= 10, "what is lost is set aside"
        whole += len(reports) >= 9
    assert whole >= 990


def test_a_record_that_expands_like_a_bomb_is_set_aside_and_the_rest_read(tmp_path):
    bomb = gzip.compress(warc(1, compressed=False).replace(page(0).encode(), b" " * 60_000_000))
    reports, aside = read(tmp_path, a_warc_gz=warc(1) + bomb + warc_member(3))
    assert len(reports) >= 2
    assert aside


def warc_member(number: int) -> bytes:
    return warc(number + 1)[len(warc(number)) :]
