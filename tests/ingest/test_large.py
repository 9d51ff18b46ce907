import io
import json
import os
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from ingest.archives import warc
from ingest.reading import read_apart

MEGABYTES = 600


def json_lines(path: Path, number: int) -> Path:
    with path.open("w") as file:
        for at in range(number):
            text = f"RAMADI, Iraq, 5 May 2018 (Reuters) - Some {at} people fled the town on Friday, doctors said. " * 3
            file.write(json.dumps({"id": f"n{at}", "text": text}) + "\n")
    return path


def archive(path: Path, size: int) -> Path:
    """Ten pages to four megabytes of pictures, as archives have them."""
    pictures = io.BytesIO()
    writer = WARCWriter(pictures, gzip=True)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "image/jpeg")], protocol="HTTP/1.0")
    for number in range(4):
        picture = io.BytesIO(os.urandom(1_000_000))
        writer.write_record(
            writer.create_warc_record(f"https://riverpost.example/{number}.jpg", "response", payload=picture, http_headers=headers)
        )
    block = warc(10) + pictures.getvalue()
    with path.open("wb") as file:
        while file.tell() < size:
            file.write(block)
    return path


def test_a_large_json_lines_file_is_never_held(tmp_path):
    found = read_apart(json_lines(tmp_path / "a.jsonl", 20_000))
    assert found["reports"] == 20_000
    assert found["megabytes"] < 200


def test_a_large_archive_is_never_held(tmp_path):
    found = read_apart(archive(tmp_path / "a.warc.gz", 80_000_000))
    assert found["reports"] == 200
    assert found["megabytes"] < MEGABYTES


def straight(points: list[tuple[float, float]]) -> float:
    """R² of the straight line through the points."""
    n = len(points)
    mean_x, mean_y = sum(x for x, _ in points) / n, sum(y for _, y in points) / n
    covered = sum((x - mean_x) * (y - mean_y) for x, y in points) ** 2
    return covered / (sum((x - mean_x) ** 2 for x, _ in points) * sum((y - mean_y) ** 2 for _, y in points))


@pytest.mark.soak
def test_a_large_million_of_lines_in_even_time_and_little_memory(tmp_path):
    points = []
    for number in (250_000, 500_000, 750_000, 1_000_000):
        found = read_apart(json_lines(tmp_path / "a.jsonl", number))
        assert (found["reports"], found["megabytes"] < MEGABYTES) == (number, True)
        points.append((number, found["seconds"]))
    assert straight(points) >= 0.98


@pytest.mark.soak
def test_a_large_archive_of_two_gigabytes(tmp_path):
    points = []
    for size in (500_000_000, 1_000_000_000, 1_500_000_000, 2_000_000_000):
        path = archive(tmp_path / "a.warc.gz", size)
        found = [read_apart(path) for _ in range(3)]
        assert all(one["megabytes"] < MEGABYTES and one["aside"] == 0 for one in found)
        points.append((size, min(one["seconds"] for one in found)))  # other work on the machine only adds
    assert straight(points) >= 0.98
