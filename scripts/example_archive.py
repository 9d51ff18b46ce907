"""Makes the web archive of the example crisis from its pages; the same pages give the same bytes.

python scripts/example_archive.py
"""

import io
import re
import uuid
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "mosul-2016-2017"
ARCHIVE = EXAMPLE / "reports" / "two-banks.warc.gz"
ADDRESS = re.compile(r'<link rel="canonical" href="([^"]{1,200})">')


def identifier(words: str) -> str:
    """A record id that depends on the words alone."""
    return f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, words)}>"


def archive_bytes() -> bytes:
    """A compressed archive with one response for each page."""
    kept = io.BytesIO()
    writer = WARCWriter(kept, gzip=True)
    for page in sorted((EXAMPLE / "pages").glob("*.html")):
        found = ADDRESS.search(page.read_text(encoding="utf-8"))
        if found is None:
            raise SystemExit(f"{page.name} has no canonical address")
        day = page.name[:10]
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        fixed = {"WARC-Date": f"{day}T23:00:00Z", "WARC-Record-ID": identifier(found[1])}
        writer.write_record(
            writer.create_warc_record(found[1], "response", io.BytesIO(page.read_bytes()), http_headers=headers, warc_headers_dict=fixed)
        )
    return kept.getvalue()


if __name__ == "__main__":
    ARCHIVE.write_bytes(archive_bytes())
    print(ARCHIVE)
