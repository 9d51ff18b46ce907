"""A clean stop: the first interrupt ends the reading of inputs and keeps the work so far, the second stops at once."""

import signal
from collections.abc import Iterable, Iterator
from types import FrameType
from typing import TypeVar

from marsad.cli.terminal import say

T = TypeVar("T")


class Interrupt:
    """Whether the person asked to stop; used as a context in which SIGINT is taken over."""

    def __init__(self) -> None:
        self.asked = False
        self._before: object = None

    def __enter__(self) -> "Interrupt":
        self._before = signal.signal(signal.SIGINT, self._ask)
        return self

    def __exit__(self, *exception: object) -> None:
        signal.signal(signal.SIGINT, self._before)  # type: ignore[arg-type]

    def until(self, values: Iterable[T]) -> Iterator[T]:
        """The values up to the moment when the person asked to stop."""
        for value in values:
            yield value
            if self.asked:
                return

    def _ask(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002 - as signals call it
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True
        say("marsad: stopping after this report; interrupt again to stop at once")
