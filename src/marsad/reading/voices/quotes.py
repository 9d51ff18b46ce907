"""Where quotations begin and end in a text."""

import re
from collections.abc import Sequence

import msgspec

_MARK = re.compile(r"[“”\"]|\n[ \t\r]*\n|''|``")
_DOUBLE = re.compile(r"[“”\"]|''|``")
_SINGLE_OPENS = re.compile(r"(?<![\w’'.,])[‘'](?=[A-Z])")
_SINGLE_CLOSES = re.compile(r"(?<=[.,!?…])[’'](?!\w)|[’'](?=[,.](?:\s|$))")
_BREAK = re.compile(r"\n[ \t\r]*\n")
_SHORT = 3


class Quote(msgspec.Struct, frozen=True):
    """A quotation with its marks; `open` where the paragraph ends before it is closed."""

    start: int
    end: int
    open: bool = False


def find_quotes(text: str) -> list[Quote]:
    """The quotations of the text in order; one that a paragraph leaves open goes on in the next where that begins with a mark."""
    if single_marks(text):
        return _single_quotes(text)
    quotes: list[Quote] = []
    begin: int | None = None
    position = 0
    for match in _MARK.finditer(text):
        mark, at = match.group(), match.start()
        if mark[0] == "\n":
            if begin is not None:
                quotes.append(Quote(begin, _trimmed(text, begin, at), open=True))
                begin = None
        elif mark in ("“", "``") or (begin is None and _opens(text, match.start(), match.end())):
            if begin is None:
                begin = at
            elif "\n" in text[position:at]:  # a new line leaves the one before open
                quotes.append(Quote(begin, _trimmed(text, begin, text.rfind("\n", position, at)), open=True))
                begin = at
        elif begin is not None and (mark == "”" or not _opens(text, at, match.end()) or at - begin > _SHORT):
            quotes.append(Quote(begin, match.end()))
            begin = None
        position = match.end()
    if begin is not None:
        quotes.append(Quote(begin, _trimmed(text, begin, len(text)), open=True))
    return quotes


def single_marks(text: str) -> bool:
    """Whether the text has no double quotation marks, so that single ones may open quotations: 'We fled,' she said."""
    return not _DOUBLE.search(text) and _SINGLE_OPENS.search(text) is not None


def _single_quotes(text: str) -> list[Quote]:
    """Quotations between single marks: they open before a capital and close beside a comma or stop, or where the paragraph ends."""
    quotes: list[Quote] = []
    at = 0
    while opening := _SINGLE_OPENS.search(text, at):
        stop = _BREAK.search(text, opening.end())
        limit = stop.start() if stop else len(text)
        closing = _SINGLE_CLOSES.search(text, opening.end(), limit)
        end = closing.end() if closing else _trimmed(text, opening.start(), limit)
        quotes.append(Quote(opening.start(), end, open=closing is None))
        at = max(end, opening.end())
    return quotes


def _opens(text: str, at: int, end: int) -> bool:
    """Whether a mark without direction can open a quotation: it stands before a word and behind white space."""
    return text[at] != "”" and (at == 0 or not text[at - 1].isalnum()) and end < len(text) and not text[end].isspace()


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return end


def quote_at(quotes: Sequence[Quote], at: int) -> Quote | None:
    """The quotation that covers this offset."""
    low, high = 0, len(quotes)
    while low < high:
        middle = (low + high) // 2
        if quotes[middle].end <= at:
            low = middle + 1
        else:
            high = middle
    return quotes[low] if low < len(quotes) and quotes[low].start <= at else None
