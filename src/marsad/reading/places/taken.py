"""Which stretches of a text mentions already cover."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable

from marsad.model.mention import PlaceMention


class Taken:
    """Stretches of a text, none long: asked whether another overlaps one of them."""

    def __init__(self, mentions: Iterable[PlaceMention]) -> None:
        self._spans = sorted((m.start, m.end) for m in mentions)
        self._longest = max((e - s for s, e in self._spans), default=0)

    def add(self, mention: PlaceMention) -> None:
        """From now on the mention's stretch is taken too."""
        insort(self._spans, (mention.start, mention.end))
        self._longest = max(self._longest, mention.end - mention.start)

    def inside(self, start: int, end: int) -> list[tuple[int, int]]:
        """The stretches that overlap this one."""
        first = bisect_right(self._spans, (start - self._longest, -1))
        last = bisect_left(self._spans, (end, -1))
        return [s for s in self._spans[first:last] if s[1] > start]

    def free(self, start: int, end: int) -> bool:
        """Whether nothing overlaps it."""
        return not self.inside(start, end)
