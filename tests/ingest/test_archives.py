import gzip
import io
import json
import zipfile
import zlib

import pytest
import zstandard
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from ingest.archives import page, pdf, warc
from ingest.reading import only, read, read_apart, refused


def zipped(**members: bytes | str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_reads_every_format_in_a_zip(tmp_path):
    content = zipped(
        **{
            "a.txt": "Five fled.",
            "b/c.html": page(0),
            "d.jsonl": '{"text": "Six fled."}',
            "e.warc.gz": warc(1),
            "f.pdf": pdf("Seven fled."),
        }
    )
    reports, aside = read(tmp_path, a_zip=content)
    assert not aside
    assert sorted(report.path.partition("a.zip/")[2] for report in reports) == ["a.txt", "b/c.html", "d.jsonl", "e.warc.gz", "f.pdf"]


OUTSIDE = ["../", "/", "..\\", "C:\\", "~/", "\\\\host\\share\\", "a/../../", "./.././../", "%2e%2e/"]
NAMES = ["x.txt", "etc/passwd", "a\x00b.txt", "\u202etxt.exe", "con.txt"]


@pytest.mark.parametrize("name", [*(folder + name for folder in OUTSIDE for name in NAMES), "con", "a" * 300 + ".txt", "a\nb.txt", "-rf"])
def test_names_in_a_zip_are_only_names(tmp_path, name):
    folder = tmp_path / "in"
    folder.mkdir()
    only(folder, a_zip=zipped(**{name: "Five fled."}))
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.zip", "in"]


def test_a_damaged_member_costs_only_itself(tmp_path):
    content = bytearray(zipped(**{"a.txt": "Five fled. " * 50, "b.txt": "Six fled.", "c.txt": "Seven fled."}))
    content[45] ^= 0xFF
    reports, aside = read(tmp_path, a_zip=bytes(content))
    assert [report.text for report in reports] == ["Six fled.", "Seven fled."]
    assert len(aside) == 1


def test_a_damaged_zip_is_set_aside(tmp_path):
    assert "zip" in refused(tmp_path, a_zip=zipped(**{"a.txt": "Five fled."})[:-30])


def test_reads_zstandard(tmp_path):
    assert only(tmp_path, a_txt_zst=zstandard.compress(b"Five fled.")).text == "Five fled."


@pytest.mark.parametrize("with_dictionary", [False, True])
def test_reads_a_zstandard_archive(tmp_path, with_dictionary):
    members = [warc(1, compressed=False)] * 3
    dictionary = zstandard.train_dictionary(2000, [page(number).encode() for number in range(10)] * 20) if with_dictionary else None
    packer = zstandard.ZstdCompressor(dict_data=dictionary)
    front = b""
    if dictionary:
        words = zstandard.compress(dictionary.as_bytes())
        front = b"\x5d\x2a\x4d\x18" + len(words).to_bytes(4, "little") + words
    reports, aside = read(tmp_path, a_warc_zst=front + b"".join(map(packer.compress, members)))
    assert (len(reports), aside) == (3, [])


def nested(content: bytes, times: int) -> bytes:
    for _ in range(times):
        content = gzip.compress(content)
    return content


def archive(body: bytes, kind: str = "text/html", **more: str) -> bytes:
    """An archive of one answer of a server."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    headers = StatusAndHeaders("200 OK", [("Content-Type", kind), *more.items()], protocol="HTTP/1.1")
    writer.write_record(writer.create_warc_record("https://x.example/", "response", payload=io.BytesIO(body), http_headers=headers))
    return out.getvalue()


def pdf_of_zeros() -> bytes:
    """A PDF whose one page expands to a hundred megabytes."""
    packed = zlib.compress(b"(x) Tj " * 15_000_000)
    whole = pdf("Five fled.")
    start, end = whole.index(b"<< /Length"), whole.index(b"endstream")
    return whole[:start] + b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\n" % (len(packed), packed) + whole[end:]


LAUGHS = (
    b"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'ha'>%s]><rss><channel><item><title>&z;</title></item></channel></rss>"
    % b"".join(b"<!ENTITY %c '%s'>" % (98 + at, b"&%c;" % (97 + at) * 10) for at in range(25))
)
HARMLESS = ("entities.html", "deep.html")  # read, at no cost
ZEROS = b"\0" * 100_000_000
BOMBS = {
    "a.txt.gz": lambda: gzip.compress(ZEROS),
    "a.jsonl.gz": lambda: gzip.compress(b'{"text": "' + ZEROS),
    "members.gz": lambda: gzip.compress(b" " * 30_000_000) * 10,
    "twice.gz": lambda: nested(ZEROS, 2),
    "deep.gz": lambda: nested(b"Five fled.", 9),
    "a.txt.zst": lambda: zstandard.compress(ZEROS),
    "a.zip": lambda: zipped(**{"a.txt": ZEROS}),
    "many.zip": lambda: zipped(**{f"{number}.txt": b" " * 3_000_000 for number in range(40)}),
    "nested.zip": lambda: zipped(**{"a.zip": zipped(**{"b.zip": zipped(**{"c.txt": "Five fled."})})}),
    "a.warc.gz": lambda: gzip.compress(warc(1, compressed=False).replace(b"</html>", b"</html>" + ZEROS[:50_000_000])),
    "encoded.warc.gz": lambda: archive(gzip.compress(ZEROS), **{"Content-Encoding": "gzip"}),
    "encoded.br.warc.gz": lambda: archive(b"\x8b\x7f\x80" + b"x" * 300, **{"Content-Encoding": "br"}),
    "picture.warc.gz": lambda: warc(1) + archive(ZEROS, "image/jpeg"),
    "feed.xml": lambda: LAUGHS,
    "stream.pdf": pdf_of_zeros,
    "deep.html": lambda: b"<html><body>" + b"<div>" * 400_000 + b"x",
    "a.html": lambda: b"<html><body>" + b"<p>x" * 3_000_000,
    "entities.html": lambda: (
        b"<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><html><body>&b;</body></html>"
    ),
    "a.br": lambda: b"\x0b\x02\x80" * 10,
}


MEGABYTES, SECONDS, OTHERS = 300, 5, 100


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_costs_only_itself(tmp_path, name):
    (tmp_path / name).write_bytes(BOMBS[name]())
    (tmp_path / "z.jsonl").write_text("".join(f'{{"text": "{number} people fled."}}\n' for number in range(OTHERS)))
    found = read_apart(tmp_path)
    assert found["reports"] >= OTHERS
    assert found["aside"] or name in HARMLESS
    assert found["megabytes"] < MEGABYTES
    assert found["seconds"] < SECONDS


def test_a_record_that_nobody_reads_is_not_expanded_without_end(tmp_path):
    reports, aside = read(tmp_path, a_warc_gz=warc(2) + archive(ZEROS, "image/jpeg") + warc(1))
    assert len(reports) == 3
    assert ["expands more than" in one.reason for one in aside] == [True]


XML_PAYLOADS = [
    '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>{}',
    '<!DOCTYPE r [<!ENTITY % a SYSTEM "http://127.0.0.1:9/x.dtd"> %a;]>{}',
    '<!DOCTYPE r SYSTEM "http://127.0.0.1:9/x.dtd">{}',
    '<!DOCTYPE r PUBLIC "-//x" "file:///etc/passwd">{}',
    '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>{}',
    '<?xml-stylesheet href="file:///etc/passwd"?>{}',
    '<!doctype r [<!entity a system "file:///etc/passwd">]>{}',
    '<!DOCTYPE r [<!ENTITY a SYSTEM "php://filter/read=convert.base64-encode/resource=/etc/passwd">]>{}',
    '<!DOCTYPE r [<!ATTLIST r a CDATA "x"><!NOTATION n SYSTEM "file:///etc/passwd">]>{}',
]
RSS = '<rss xmlns:xi="http://www.w3.org/2001/XInclude"><channel><item><title>T &a; &c;</title><description>{}</description></item></channel></rss>'
BODIES = ["Five fled.", '<xi:include href="file:///etc/passwd" parse="text"/>', "&lt;iframe src='file:///etc/passwd'&gt;Five fled."]


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("payload", XML_PAYLOADS)
def test_xml_never_leads_outside(tmp_path, payload, body, watched):
    text = '<?xml version="1.0"?>' + payload.format(RSS.format(body))
    reports, _ = read(tmp_path, a_xml=text)
    assert "root:" not in json.dumps([report.text for report in reports])
    assert watched.outside(tmp_path) == []
