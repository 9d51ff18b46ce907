"""Plain text files: the whole file is one report."""

from marsad.ingest.decode import decode
from marsad.ingest.document import Origin
from marsad.ingest.draft import Records


def read_text(content: bytes, origin: Origin) -> Records:
    """The file's text, or why there is none."""
    decoded = decode(content, origin.charset)
    if decoded is None:
        yield origin.aside("binary file: no text")
    elif not decoded.text.strip():
        yield origin.aside("empty: no text")
    else:
        yield origin.draft(decoded.text, flags=(decoded.flag,) if decoded.flag else ())
