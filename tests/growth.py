"""Whether work grows with the length of its input only, judged by processor time and by several runs, as machines are noisy."""

from collections.abc import Callable

MOST = 15  # how much more ten times the length may take
NOISE = 0.3  # seconds that say nothing


def is_linear(seconds: Callable[[int, str], float], short: int = 10_000) -> bool:
    """Whether `seconds(length, ending)` of ten times the length is within reach of ten times the time.

    The ending makes texts differ, as what was just read is remembered.
    """
    seconds(short // 10, ".")
    small = max(seconds(short, ending) for ending in ".!")
    return any(seconds(10 * short, ending) <= max(NOISE, MOST * small) for ending in ".!")
