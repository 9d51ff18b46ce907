"""Which format an input is in: its first bytes decide, its name only where they cannot."""

import re
from typing import Literal

Format = Literal["text", "html", "feed", "jsonl", "json", "warc", "pdf", "gzip", "zstd", "zip", "brotli", "empty", "binary"]

FEED = re.compile(rb"<(?:rss|feed|rdf:RDF|channel)[\s>]", re.IGNORECASE)
HTML = re.compile(rb"<!doctype\s+html|<html[\s>]|<(?:head|body|title|article|div|p|h1|table|meta)(?:\s[^<>]{0,500})?>", re.IGNORECASE)
XML = re.compile(rb"<\?xml\s")
JSON_OBJECT = re.compile(rb"\{\s*(?:\"|\})")
MAGIC: tuple[tuple[bytes, Format], ...] = (
    (b"\x1f\x8b", "gzip"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"\x5d\x2a\x4d\x18", "zstd"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"%PDF-", "pdf"),
    (b"WARC/", "warc"),
)
NAMES: tuple[tuple[tuple[str, ...], Format], ...] = (
    ((".jsonl", ".ndjson", ".jsonlines"), "jsonl"),
    ((".warc", ".warc.gz"), "warc"),
    ((".rss", ".atom"), "feed"),
    ((".html", ".htm", ".xhtml"), "html"),
    ((".json",), "json"),
    ((".br",), "brotli"),
)


def sniff(head: bytes, name: str = "") -> Format:
    """The format of an input whose first bytes and file name these are."""
    for magic, found in MAGIC:
        if head.startswith(magic):
            return found
    if not head.strip():
        return "empty"
    named = _by_name(name)
    if named == "brotli":
        return named
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:1] == b"<":
        return _markup(start, named)
    if named in ("jsonl", "warc"):
        return named
    if JSON_OBJECT.match(start):
        return "json" if named == "json" and b"\n{" not in head else "jsonl"
    if start[:1] == b"[" and named == "json":
        return "json"
    return "html" if named == "html" else "text"


def _by_name(name: str) -> Format | None:
    lowered = name.lower()
    for endings, found in NAMES:
        if lowered.endswith(endings):
            return found
    return None


def _markup(start: bytes, named: Format | None) -> Format:
    opening = start[:4096]
    feed, html = FEED.search(opening), HTML.search(opening)
    if feed and (not html or feed.start() < html.start()):
        return "feed"
    if html or named == "html":
        return "html"
    if named == "feed" or XML.match(start):
        return "feed"
    return "text"
