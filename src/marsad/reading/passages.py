"""Cuts a report into passages: sentences, headlines and bullets, with exact offsets."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import pairwise

from marsad.model.passage import Passage, PassageKind
from marsad.model.report import Field
from marsad.reading.tables import Table, prose
from marsad.reading.wordlists import word_list, words_of

HEADING_WORDS = 8  # of a line that ends in a colon
CAP = 2000
HEADLINE_WORDS = 30
SUBHEAD_WORDS = 14
WRAP_WIDTHS = range(50, 121)

_LINE = re.compile(r"\r\n?|[\n\x0b\x0c\x85\u2028\u2029]|[ \t](?=[•▪●◦■][ \t])")
_CLOSERS = "\"'”’»›)\\]}"
_STOP = re.compile(rf"(?:[.!?…]+[{_CLOSERS}]*[.!?…]*|[。！？؟۔])(?=\s|$)|(?<=[^\W\d_A-Z]{{3}})[.!?][”\"’]?(?=[“\"A-Z][A-Za-z]{{2}})")
_WORD_BEFORE = re.compile(r"[^\s(\[{“\"‘'/–—]*$")
_NEXT = re.compile(r"\s*([“\"‘'«(\[{¿¡•\-–—.…]*)\s?([^\W_]+(?:[.'’][^\W_]+)*)?")
_NAME_SAID = re.compile(r"\s+(?:[A-Z][\w.'’-]{0,30}\s+){1,4}([a-z]+)\b")
_FINAL = re.compile(rf"[.!?…。！？؟۔:;,][{_CLOSERS}*]*\s*$")
_SAFE = (re.compile(r"[;:,](?=\s)(?!\s\d)"), re.compile(r"\s(?![\d(%])(?<!\d\s)"))  # the better cuts first

_ENTRY = re.compile(
    r"(?:posted at |at )?\d{1,2}[:.]\d\d(?::\d\d)?(?:[ ]?[ap]\.?m\.?)?(?:[ ]?(?-i:UTC|[A-Z]{2,3}T))?(?:[ ]?\([^()\n]{1,20}\))?(?!\w)",
    re.IGNORECASE,
)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(words_of(word_list("sentence_ends"), name))


@cache
def _bullet() -> re.Pattern[str]:
    marks = "|".join(re.escape(mark) for mark in words_of(word_list("sentence_ends"), "bullets") if mark not in {"o", "—", "–"})
    return re.compile(
        rf"\s*(?:(?:{marks})\s*(?=[^\W\d_]|[\d“\"(])|(?:[–—]|--)\s+(?=\w)|o\s{{2,}}|\.\s{{2,}}|\(?(?:\d{{1,2}}|[a-zA-Z])\)\s|\d{{1,2}}\.\s)"
    )


def split_passages(
    text: str, *, field: Field = "text", body: int = 0, dated_at: tuple[int, int] = (0, 0), tables: Sequence[Table] = ()
) -> list[Passage]:
    """Every non-space character of the text lies in exactly one of the passages returned, in text order.

    What stands before `body` and within `dated_at`, a dateline below a headline, are headers. A line of a table is a row, apart
    from its cells that hold a sentence.
    """
    passages: list[Passage] = []

    def add(start: int, end: int, kind: PassageKind, paragraph: int) -> None:
        for first, last in _capped(text, start, end):
            piece = text[first:last]
            kept = piece.strip()
            if kept:
                at = first + piece.index(kept[0])
                passages.append(Passage(field, at, at + len(kept), kept, len(passages), paragraph, kind))

    body = min(max(body, 0), len(text))
    add(0, body, "header", 0)
    rows = {line.start: line for table in tables for line in table.lines}
    blocks = _blocks(text, body, rows)
    for number, (start, end) in enumerate(blocks, start=1 if passages else 0):
        if start in rows:
            for piece, told in prose(text, rows[start]):
                add(piece.start, piece.end, "body" if told else "row", number)
            continue
        if start <= dated_at[0] < dated_at[1] < end:
            add(start, dated_at[1], "header", number)
            start = dated_at[1]
        kind = _kind(text[start:end], field, first=start == blocks[0][0], alone=len(blocks) == 1)
        spans = list(_sentences(text, start, end, bullet=kind == "bullet"))
        if kind == "headline" and field == "text" and len(spans) > 1:
            kind = "body"
        for first, last in spans:
            add(first, last, kind, number)
    return passages


def bullet_mark(passage: str) -> int:
    """How many characters of a passage are its bullet mark and the space after it."""
    match = _bullet().match(passage)
    return match.end() if match else 0


def entry_clock(passage: str) -> int:
    """How many characters of a passage are the time of day with which an entry of a live page opens: "14:05 GMT", "posted at 9.30 am"."""
    match = _ENTRY.match(passage)
    return match.end() if match else 0


def is_heading(passage: Passage, following: Passage | None) -> bool:
    """Whether a passage stands over others: a short line of its own that ends no sentence."""
    if passage.field != "text" or following is None or following.paragraph == passage.paragraph:
        return False
    if passage.kind == "headline":
        return True
    return passage.kind == "body" and passage.text.endswith(":") and passage.text.count(" ") < HEADING_WORDS


def _blocks(text: str, body: int, rows: Collection[int]) -> list[tuple[int, int]]:
    """Spans that no sentence crosses: lines, or lines joined where they were only wrapped; one that begins at one of `rows` stays alone."""
    lines: list[tuple[int, int]] = []
    position = body
    for match in _LINE.finditer(text, body):
        lines.append((position, match.start()))
        position = match.end()
    lines.append((position, len(text)))
    wrapped = _wrap_width(text, lines)
    blocks: list[tuple[int, int]] = []
    joining = False
    for start, end in lines:
        if not text[start:end].strip():
            joining = False
            continue
        if joining and start not in rows and not _bullet().match(text, start, end):
            blocks[-1] = (blocks[-1][0], end)
        else:
            blocks.append((start, end))
        joining = start not in rows and _wraps_on(text, start, end, wrapped)
    return blocks


def _wrap_width(text: str, lines: list[tuple[int, int]]) -> int:
    """The width at which the lines were broken, or 0 where each line is a paragraph."""
    longest = max((end - start for start, end in lines), default=0)
    if longest not in WRAP_WIDTHS:
        return 0
    broken = full = 0
    for (start, end), (after, last) in pairwise(lines):
        line, following = text[start:end].rstrip(), text[after : min(last, after + 40)].strip()
        if not line or not following or _FINAL.search(line[-8:]):
            continue
        broken += 1
        full += len(line) + 1 + len(following.split()[0]) > longest - 6
    return longest if broken >= 3 and full >= 0.7 * broken else 0


def _wraps_on(text: str, start: int, end: int, width: int) -> bool:
    """Whether the line goes on in the next one."""
    if not width:
        return False
    line = text[start:end].rstrip()
    if len(line) >= width - 24:
        return True
    after = text[end : end + 40].strip().split()
    return not _FINAL.search(line[-8:]) and bool(after) and after[0][0].islower()


def _kind(block: str, field: Field, *, first: bool, alone: bool) -> PassageKind:
    if field == "title":
        return "headline"
    if _bullet().match(block):
        return "bullet"
    if _FINAL.search(block[-8:]):
        return "body"
    words = block.count(" ") + 1
    limit = HEADLINE_WORDS if first and not alone else SUBHEAD_WORDS
    return "headline" if words <= limit else "body"


def _sentences(text: str, start: int, end: int, *, bullet: bool) -> Iterator[tuple[int, int]]:
    """Spans of the sentences of one block."""
    mark = _bullet().match(text, start, end) if bullet else None
    search_from = mark.end() if mark else start
    upper = _is_upper(text[start : min(end, start + 400)])
    begin = start
    for match in _STOP.finditer(text, search_from, end):
        stop = match.end()
        if stop >= end or not _ends_sentence(text, begin, match.start(), stop, end, upper=upper):
            continue
        yield begin, stop
        begin = stop
    if begin < end:
        yield begin, end


def _is_upper(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 12 and sum(map(str.isupper, letters)) > 0.85 * len(letters)


def _ends_sentence(text: str, begin: int, mark: int, stop: int, end: int, *, upper: bool) -> bool:
    following = _NEXT.match(text, stop, min(end, stop + 80))
    opening, word = (following.group(1), following.group(2) or "") if following else ("", "")
    if not word:
        return bool(opening) or stop >= end
    if not opening and (word[0].islower() and not word.isdigit()):
        return False
    if text[mark] == "." and text[mark : mark + 2] != "..":
        return _stop_ends(text, begin, mark, word, opening, upper=upper)
    if stop - mark > 1 and text[stop - 1] in "\"”’'" and _named_speaker(text, stop, end):
        return False
    return not (word[0].islower() and text[mark] in ".…")


def _stop_ends(text: str, begin: int, mark: int, word: str, opening: str, *, upper: bool) -> bool:
    before_match = _WORD_BEFORE.search(text, max(begin, mark - 24), mark)
    before = before_match.group() if before_match else ""
    low = before.lower()
    if not before:
        return mark > begin
    if low in _words("never"):
        return False
    if len(before) == 1 and before.isalpha() and (before.isupper() or upper):
        return False
    if low in _words("before_number"):
        return not word[0].isdigit()
    if low in _words("loose") or _is_initials(low):
        return bool(opening) or word.lower() in _words("openers_upper" if upper else "openers")
    return not (low.isdigit() and mark - len(before) == begin)


def _is_initials(low: str) -> bool:
    return "." in low and all(len(part) == 1 and part.isalpha() for part in low.split("."))


def _named_speaker(text: str, stop: int, end: int) -> bool:
    """Whether a quotation is followed by its speaker, so that the sentence goes on: `"...!" Anna Smith said`."""
    match = _NAME_SAID.match(text, stop, min(end, stop + 140))
    return bool(match) and match is not None and match.group(1) in _words("saying")


def _capped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span in pieces of at most CAP characters, cut where no number or date is cut."""
    while end - start > CAP:
        cut = start + CAP
        cuts = ([m.end() for m in safe.finditer(text, start + CAP // 2, cut)] for safe in _SAFE)
        stop = next((found[-1] for found in cuts if found), cut)
        yield start, stop
        start = stop
    if start < end:
        yield start, end
