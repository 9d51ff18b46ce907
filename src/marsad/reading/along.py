"""What stands in a text, found by where it begins."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Generic, Protocol, TypeVar, get_args

from marsad.model.mention import ActorMention, Mentions, PlaceMention, QuantityMention, Span, TimeMention
from marsad.model.passage import Passage
from marsad.model.report import Field


class Placed(Protocol):
    """Anything with offsets."""

    @property
    def start(self) -> int:
        """Where it begins."""
        ...

    @property
    def end(self) -> int:
        """Where it ends."""
        ...


T = TypeVar("T", bound=Placed)
M = TypeVar("M", PlaceMention, TimeMention, QuantityMention, ActorMention)


class Along(Generic[T]):
    """Things of one text in its order."""

    def __init__(self, items: Sequence[T]) -> None:
        self._items = sorted(items, key=lambda one: one.start)
        self._starts = [one.start for one in self._items]

    def within(self, span: Span | Passage) -> tuple[T, ...]:
        """Those that lie in the span as a whole, in text order."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return tuple(one for one in self._items[first:last] if one.end <= span.end)

    def around(self, offset: int) -> T:
        """The last that begins at the offset or before it."""
        return self._items[bisect_right(self._starts, offset) - 1]


class MentionsAlong:
    """The mentions of one report, found by the passage that they stand in."""

    def __init__(self, mentions: Mentions) -> None:
        self._places = _by_field(mentions.places)
        self._times = _by_field(mentions.times)
        self._quantities = _by_field(mentions.quantities)
        self._actors = _by_field(mentions.actors)

    def within(self, passage: Passage) -> Mentions:
        """Those of the passage, without attributions, which may run over several."""
        field = passage.field
        return Mentions(
            places=self._places[field].within(passage),
            times=self._times[field].within(passage),
            quantities=self._quantities[field].within(passage),
            actors=self._actors[field].within(passage),
        )

    def beside(self, passages: Iterable[Passage]) -> list[tuple[Passage, Mentions]]:
        """Each passage with its mentions."""
        return [(passage, self.within(passage)) for passage in passages]


def _by_field(mentions: Sequence[M]) -> dict[Field, Along[M]]:
    return {field: Along([m for m in mentions if m.field == field]) for field in get_args(Field)}
