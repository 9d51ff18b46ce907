"""Damaged inputs by the thousand: `mutate` breaks good bytes in the ways that disks, networks and attackers do."""

import random
from collections.abc import Iterator
from io import BytesIO

from ingest.archives import page, pdf, warc
from marsad.ingest.draft import Draft
from marsad.ingest.finish import finish
from marsad.ingest.open import read_stream

TEXT = "KANDAK, Iraq, 3 May 2018 (AFP) – Some 4,000 people fled the town of Hit on “Wednesday”, the U.N. said.\n\nمئات الأسر · 5 000\n"
ITEM = "<item><title>One</title><link>https://w.example/1</link><pubDate>Tue, 22 Nov 2016 23:30:00 GMT</pubDate><description>&lt;p&gt;Five fled.&lt;/p&gt;</description></item>"
SEEDS: dict[str, list[bytes]] = {
    "txt": [TEXT.encode(), TEXT.encode("utf-16"), TEXT.encode("cp1256", "replace"), TEXT.encode("utf-8-sig")],
    "html": [page(0).encode(), page(1).encode("utf-16"), f"<table><tr><td colspan=3>{TEXT}</td></tr></table>{page(2)}".encode()],
    "rss": [
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>D</title>{ITEM * 3}</channel></rss>'.encode(),
        b'<feed xmlns="http://www.w3.org/2005/Atom"><title>B</title><entry><title>A</title><content type="html">&lt;b&gt;x</content></entry></feed>',
    ],
    "jsonl": [
        b'{"id": "a", "text": "Five fled.", "published": "2017-03-03"}\n{"title": "T", "body": "Six \\ud83d\\ude00 fled.", "date": 20170303}\n'
    ],
    "warc": [warc(3), warc(2, compressed=False)],
    "pdf": [pdf("Some 300 families fled.\nTwo died.", "Page two.")],
}
INSERTS = [
    b"\x00",
    b"\xff\xfe",
    b"\n",
    b"<",
    b"]]>",
    b"&#x110000;",
    b"\r\n\r\n",
    b'"',
    b"{" * 50,
    b"\x1f\x8b\x08",
    b"WARC/1.0\r\n",
    b"\\ud800",
    b"9" * 40,
    b"endobj",
    b"%s%n",
]


def mutate(content: bytes, chance: random.Random) -> bytes:
    """The bytes with one to six faults."""
    broken = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(broken) + 1)
        match chance.randrange(6):
            case 0 if at < len(broken):
                broken[at] ^= 1 << chance.randrange(8)
            case 1:
                del broken[at : at + chance.randrange(1, 40)]
            case 2:
                broken[at:at] = chance.choice(INSERTS)
            case 3:
                del broken[at:]
            case 4:
                broken[at:at] = broken[at : at + chance.randrange(1, 200)]
            case _:
                broken[at : at + 4] = chance.randbytes(4)
        if not broken:
            broken += b" "
    return bytes(broken)


def mutants(kind: str, number: int, seed: int) -> Iterator[bytes]:
    """So many damaged inputs of a kind, always the same ones for a seed."""
    chance = random.Random(f"{kind}{seed}")
    for _ in range(number):
        yield mutate(chance.choice(SEEDS[kind]), chance)


def outcome(content: bytes, kind: str) -> tuple[int, int]:
    """How many reports came out and how many records were set aside; every report is whole."""
    reports = aside = 0
    for record in read_stream(BytesIO(content), "x", name=f"x.{kind}", path="x"):
        if isinstance(record, Draft):
            report = finish(record)
            assert 0 <= report.body <= len(report.text)
            report.text.encode()
            reports += 1
        else:
            aside += 1
    return reports, aside
