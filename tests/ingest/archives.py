"""Small archives and pages for the tests of ingest."""

import io

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Shells fall on {town} | The River Post</title>
<meta property="article:published_time" content="2016-11-20T23:00:00+03:00"><meta property="og:site_name" content="The River Post">
<link rel="canonical" href="https://riverpost.example/news/{town}"></head>
<body><nav><a href="/">Home</a><a href="/world">World</a></nav><article><h1>Shells fall on {town}</h1>
<p>At least {count} civilians were killed when shells hit a market in {town} on Friday, doctors at the hospital said.</p>
<p>Around 400 families left the town towards the camp, an aid worker told the paper, and more were on the road by nightfall.</p>
<p>The army said that it had retaken two villages to the north of the town after heavy fighting.</p></article>
<footer>All rights reserved</footer></body></html>"""
TOWNS = ["Hatra", "Sinjar", "Baiji", "Amerli", "Zummar", "Rawa", "Anah", "Haditha", "Qaim", "Rutba"]


def page(number: int) -> str:
    return PAGE.format(town=TOWNS[number % len(TOWNS)], count=12 + number)


def warc(pages: int = 10, *, compressed: bool = True) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=compressed)
    for number in range(pages):
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.0")
        url = f"https://riverpost.example/{number}"
        fixed = {"WARC-Date": "2016-11-21T00:00:00Z", "WARC-Record-ID": f"<urn:uuid:00000000-0000-0000-0000-{number:012}>"}
        content = io.BytesIO(page(number).encode())
        writer.write_record(writer.create_warc_record(url, "response", payload=content, http_headers=headers, warc_headers_dict=fixed))
    return out.getvalue()


def conversion(text: str) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    record = writer.create_warc_record(
        "https://x.example/t", "conversion", payload=io.BytesIO(text.encode()), warc_content_type="text/plain"
    )
    writer.write_record(record)
    return out.getvalue()


def pdf(*pages: str) -> bytes:
    """A PDF with a page for each text, written by hand: one font, one line for each line."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for text in pages:
        lines = "".join(f"({line}) Tj 0 -14 Td " for line in text.split("\n"))
        stream = f"BT /F1 12 Tf 50 700 Td {lines}ET".encode()
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(b"<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>" % len(objects))
        kids.append(len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(b"%d 0 R" % kid for kid in kids), len(kids))
    out, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
