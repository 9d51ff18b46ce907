"""Calls into libraries that may fail in ways they do not document: the failure costs one record and is kept as its reason."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class Failed(Exception):
    """A library gave up on a record; the message is the reason to write down."""


def attempt(task: str, call: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """The call's result; whatever it raises comes out as `Failed` with the task's name."""
    try:
        return call(*args, **kwargs)
    except Exception as fault:  # hostile bytes raise AttributeError, KeyError and worse inside parsers
        raise Failed(f"{task}: {describe(fault)}") from fault


def describe(fault: BaseException) -> str:
    """An error in one short line without addresses or line ends."""
    words = "".join(character for character in str(fault).strip().split("\n", 1)[0][:160] if character.isprintable())
    return f"{type(fault).__name__}: {words}" if words else type(fault).__name__
