"""Markup to plain text by the standard library's parser, which holds any nesting: for summaries and as the fallback for pages."""

import re
from html.parser import HTMLParser

BLOCKS = frozenset(
    "p div br li ul ol h1 h2 h3 h4 h5 h6 tr table section article header footer blockquote pre dd dt figure figcaption main hr".split()
)
SKIPPED = frozenset("script style template noscript svg math head iframe object select button nav form".split())
CELLS = frozenset(("td", "th"))
SPACES = re.compile(r"[ \t\r\f\v\xa0]+")


class _Plain(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.skipping: list[str] = []
        self.depth = self.deepest = 0
        self.title: list[str] = []
        self.in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser calls it so
        self.depth += 1
        self.deepest = max(self.deepest, self.depth)
        if tag == "title" and "svg" not in self.skipping:
            self.in_title = True
        if tag in SKIPPED:
            self.skipping.append(tag)
        elif tag in BLOCKS:
            self.parts.append("\n")
        elif tag in CELLS:
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self.depth = max(0, self.depth - 1)
        if tag == "title":
            self.in_title = False
        if tag in self.skipping:
            while self.skipping.pop() != tag:
                pass
        elif tag in BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if self.in_title:
            self.title.append(data)
        elif not self.skipping:
            self.parts.append(data.replace("\n", " "))


class Plain:
    """A page's words without its markup, its title, and how deep it nests."""

    def __init__(self, markup: str) -> None:
        parser = _Plain()
        parser.feed(markup)
        parser.close()
        lines = (line.strip() for line in SPACES.sub(" ", "".join(parser.parts)).split("\n"))
        self.text = "\n".join(filter(None, lines))
        self.title = SPACES.sub(" ", "".join(parser.title).replace("\n", " ")).strip() or None
        self.depth = parser.deepest


def plain_text(markup: str) -> str:
    """The words of a piece of markup, a line for each block."""
    return Plain(markup).text
