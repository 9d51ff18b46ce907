"""Text of others made fit to show: no control characters, no hidden direction marks, no address that runs anything."""

import re
import urllib.parse

# Bidirectional overrides and isolates reorder what a reader sees; zero-width marks hide differences between names.
_HIDDEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff\ufff9-\ufffb\u00ad]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BLANK = re.compile(r"\s+")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTERS = "\u0370-\u03ff\u0400-\u052f\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_FOREIGN = re.compile(f"[{_LETTERS}](?:[{_LETTERS} ]{{0,200}}[{_LETTERS}])?")
_SCRIPTS = (
    ("ar", re.compile("[\u0600-\u06ff\u0750-\u077f]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
)
_SCHEMES = ("http", "https")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "'", "＝", "＋", "－", "＠")


def plain(text: str | None) -> str:
    """The text on one line, without control characters and without marks that reorder or hide."""
    return _BLANK.sub(" ", _CONTROL.sub(" ", _HIDDEN.sub("", text or ""))).strip()


def shown(value: object) -> object:
    """Text without hidden and control characters; anything else as it is."""
    return _CONTROL.sub(" ", _HIDDEN.sub("", value)) if type(value) is str else value


def link(address: str | None) -> str | None:
    """The address if it is a plain web address, else None."""
    if not address or _CONTROL.search(address) or _HIDDEN.search(address) or _BLANK.search(address.strip()):
        return None
    try:
        parts = urllib.parse.urlsplit(address.strip())
    except ValueError:
        return None
    if parts.scheme.lower() not in _SCHEMES or not parts.netloc or "@" in parts.netloc:
        return None
    return urllib.parse.urlunsplit(parts)


def scripts(text: str) -> list[tuple[str, str | None, bool]]:
    """The text cut where its script changes: each run, its script's language (None for Latin), and whether it runs to the left."""
    runs: list[tuple[str, str | None, bool]] = []
    at = 0
    for found in _FOREIGN.finditer(text):
        if found.start() > at:
            runs.append((text[at : found.start()], None, False))
        language = next((code for code, script in _SCRIPTS if script.match(found[0])), None)
        runs.append((found[0], language, bool(_RIGHT_TO_LEFT.match(found[0]))))
        at = found.end()
    if at < len(text):
        runs.append((text[at:], None, False))
    return runs


def safe_cell(value: str) -> str:
    """The text with an apostrophe before a beginning that a spreadsheet would run as a formula."""
    return f"'{value}" if value[:1] in _FORMULA or value.lstrip()[:1] in _FORMULA else value


def from_cell(value: str) -> str:
    """What `safe_cell` was given."""
    return value[1:] if value[:1] == "'" and (value[1:2] in _FORMULA or value[1:].lstrip()[:1] in _FORMULA) else value
