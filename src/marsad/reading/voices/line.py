"""One passage as words, with its quotation marks."""

import re
from bisect import bisect_left
from collections.abc import Container

from marsad.model.passage import Passage
from marsad.reading.passages import entry_clock
from marsad.reading.wordpatterns import Words

TITLE_WORDS = 4
BEGINS = re.compile(r"\s*[:–—-]?\s+(?=[A-Z“\"])")  # what stands between the time of an entry and its first word
ACRONYMS = frozenset({"WHO", "IS", "IT", "US"})


class Line:
    """The words of one passage; indices are those of the whole text's words."""

    def __init__(self, all_words: Words, passage: Passage, single: bool = False) -> None:
        self.single = single  # whether single marks are quotation marks
        self.words = all_words
        self.passage = passage
        clock = entry_clock(passage.text)
        told = BEGINS.match(passage.text, clock) if clock else None
        self.first = bisect_left(all_words.starts, passage.start + (told.end() if told else 0))
        self.last = bisect_left(all_words.starts, passage.end)  # exclusive
        self.upper = all_words.upper
        raws, lows = (listed[self.first : self.last] for listed in (all_words.raws, all_words.lows))
        self._lows = lows if self.upper else [raw if raw in ACRONYMS else low for raw, low in zip(raws, lows, strict=True)]
        self.headline = passage.kind == "headline" or self._titled()

    def _titled(self) -> bool:
        """Whether the passage is written as a title is, every longer word with a capital."""
        longer = [w for w in self.words.raws[self.first : min(self.last, self.first + 40)] if len(w) > 3 and w.isalpha()]
        return len(longer) >= TITLE_WORDS and all(w[0].isupper() for w in longer)

    def low(self, i: int) -> str:
        """Lower-case word i, or nothing outside the passage; "WHO" and "IS" stay the names that they are."""
        return self._lows[i - self.first] if self.first <= i < self.last else ""

    def where(self, words: Container[str]) -> list[int]:
        """The words of the passage, but for its last two, that are among these."""
        return [i for i, low in enumerate(self._lows[:-2], self.first) if low in words]

    def raw(self, i: int) -> str:
        """Word i as written, or nothing outside the passage."""
        return self.words.raws[i] if self.first <= i < self.last else ""

    def start(self, i: int) -> int:
        """Offset of word i."""
        return self.words.starts[i]

    def end(self, i: int) -> int:
        """Offset behind word i."""
        return self.words.ends[i]

    def is_word(self, i: int) -> bool:
        """Whether word i is made of letters or digits."""
        return self.raw(i)[:1].isalnum()

    def quote_closes(self, i: int) -> bool:
        """Whether a closing quotation mark stands at i."""
        raw = self.raw(i)
        if raw == "”":
            return True
        if self.single and raw in ("'", "’"):
            return self.words.glued(i) and (self.raw(i - 1) in (",", ".", "!", "?") or self.raw(i + 1) in (",", "."))
        ends = i + 1 >= self.last or not self.words.glued(i + 1) or self.raw(i - 1) in (",", ".", "!", "?")
        if raw == "'":
            return ends and self.raw(i - 1) == "'" and self.words.glued(i) and self.words.glued(i - 1)
        return raw == '"' and ends and self.words.glued(i)

    def quote_opens(self, i: int) -> bool:
        """Whether an opening quotation mark stands at i."""
        raw = self.raw(i)
        if self.single and raw in ("'", "‘"):
            return not self.words.glued(i) and i + 1 < self.last and self.words.glued(i + 1) and self.raw(i + 1)[:1].isupper()
        if raw == "'":
            return (
                self.raw(i + 1) == "'"
                and self.words.glued(i + 1)
                and not self.words.glued(i)
                and i + 2 < self.last
                and self.words.glued(i + 2)
            )
        return raw == "“" or (raw == '"' and not self.quote_closes(i))
