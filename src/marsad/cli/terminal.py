"""What goes to a person's terminal: source text without control characters, messages to standard error, progress only where it is seen."""

import os
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
QUIET_SECONDS = 1.0
REDRAW_SECONDS = 0.2
T = TypeVar("T")


def clean(text: str) -> str:
    """The text without characters that steer a terminal or hide words: C0, C1, escapes, bidi controls, zero-width marks."""
    return CONTROL.sub("", text)


def one_line(text: str) -> str:
    """The cleaned text on one line."""
    return " ".join(clean(text.replace("\n", " ").replace("\t", " ")).split(" "))


def say(message: str) -> None:
    """A message on standard error."""
    print(clean(message), file=sys.stderr, flush=True)  # noqa: T201 - this is where messages go out


def width() -> int:
    """Columns that a table on standard output may take: those of the terminal, or no bound where there is none."""
    import shutil

    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 100_000


def is_watched() -> bool:
    """Whether a person sees standard error, so that progress may be drawn on it."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def counted(values: Iterable[T], what: str, *, quiet: bool = False, share: Callable[[int], float] = lambda _: 0.0) -> Iterator[T]:
    """The same values; on a terminal, after a second, their count, rate and time left are drawn on one line.

    `share` tells from how many there were what part of all that is, where anything is known of it.
    """
    if quiet or not is_watched():
        yield from values
        return
    began = drawn = time.monotonic()
    number = 0
    try:
        for number, value in enumerate(values, 1):
            yield value
            now = time.monotonic()
            if now - began > QUIET_SECONDS and now - drawn > REDRAW_SECONDS:
                drawn = now
                _draw(f"{number:,} {what}, {number / (now - began):,.0f}/s{_left(share(number), now - began)}")
    finally:
        if drawn > began:
            _draw("")


def _left(share: float, seconds: float) -> str:
    if share <= 0:
        return ""
    left = int(seconds * (1 - share) / share)
    return f", {left // 60}:{left % 60:02} left"


def _draw(line: str) -> None:
    sys.stderr.write(f"\r\x1b[K{line}")
    sys.stderr.flush()
