"""Bytes to text: byte order marks, what the document declares, UTF-8, then detection; each guess is flagged."""

import codecs
import re

import msgspec

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
HIGH_RUN = re.compile(rb"[\x80-\xff]+")
MAGIC = (
    *(b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"OggS", b"ID3", b"\x7fELF", b"MZ\x90"),
    *(b"\xd0\xcf\x11\xe0", b"SQLite format 3", b"Rar!", b"7z\xbc\xaf", b"BZh", b"\xfd7zXZ"),
)
SAMPLE = 65_536
DETECTED_SAMPLE = 262_144
CP1252_PLAUSIBLE = re.compile(r"[\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u20ac£§©®°·«»À-ÖØ-öø-ÿŒœŠšŽžŸ\xa0\s!-~]*")


class Decoded(msgspec.Struct, frozen=True):
    """A text with the encoding it was read in; `flag` says when that was a guess."""

    text: str
    encoding: str
    flag: str | None = None


def decode(content: bytes, declared: str | None = None) -> Decoded | None:
    """The text with line ends as LF and without byte order mark, or None where the bytes are no text."""
    found = _decode(content, declared)
    if found is None:
        return None
    text = found.text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    return msgspec.structs.replace(found, text=text)


def is_binary(content: bytes) -> bool:
    """Whether the bytes are no text in any single- or multi-byte encoding."""
    head = content[:SAMPLE]
    if head.startswith(MAGIC):
        return True
    return len(CONTROL.findall(head)) > max(2, len(head) // 100)


def _decode(content: bytes, declared: str | None) -> Decoded | None:
    for mark, encoding in BOMS:
        if content.startswith(mark):
            return Decoded(content[len(mark) :].decode(encoding, "replace"), encoding)
    wide = _wide_encoding(content)
    if wide and _is_written(wide_text := content.decode(wide, "replace")):
        return Decoded(wide_text, wide, f"encoding taken for {wide}")
    if is_binary(content):
        return None
    if (text := _strictly(content, "utf-8")) is not None:
        return Decoded(text, "utf-8")
    if declared and (text := _strictly(content, declared)) is not None:
        return Decoded(text, declared)
    return _damaged_utf8(content) or _western(content) or _detected(content)


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _wide_encoding(content: bytes) -> str | None:
    """UTF-16 without a mark: nearly every second byte of Latin text is zero."""
    head = content[:4096]
    if len(head) < 8 or b"\x00" not in head:
        return None
    pairs = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.4 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    if even > 0.4 * pairs and odd < 0.05 * pairs:
        return "utf-16-be"
    return None


def _is_written(text: str) -> bool:
    """Whether the text is made of characters that people write."""
    sample = text[:2_000]
    return sum(character.isprintable() or character.isspace() for character in sample) > 0.95 * len(sample)


def _damaged_utf8(content: bytes) -> Decoded | None:
    """UTF-8 of which a few bytes are broken."""
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(1 for character in text if character > "\x7f") - broken
    if sound > 9 * broken:
        return Decoded(text, "utf-8", "damaged UTF-8: broken characters replaced")
    return None


def _western(content: bytes) -> Decoded | None:
    """Mostly ASCII with the quotation marks and letters of Windows-1252."""
    high = sum(len(run) for run in HIGH_RUN.findall(content))
    if high * 12 > len(content):
        return None
    text = _strictly(content, "cp1252")
    if text is None or not CP1252_PLAUSIBLE.fullmatch(text):
        return None
    return Decoded(text, "cp1252", "encoding taken for cp1252")


def _detected(content: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes  # slow to load and seldom needed

    best = from_bytes(content[:DETECTED_SAMPLE]).best()
    if best is None:
        return None
    return Decoded(content.decode(best.encoding, "replace"), best.encoding, f"encoding taken for {best.encoding}")
