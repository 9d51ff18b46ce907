"""Whether work grows with the length of its input only, judged by processor time and by several runs, as machines are noisy."""

import time
from collections.abc import Callable

MOST = 15  # how much more ten times the length may take
NOISE = 2.0  # seconds that say nothing: what is not linear takes many more


def is_linear(read: Callable[[str], object], unit: str, short: int = 10_000) -> bool:
    """Whether reading ten times as much of a repeated text is within reach of ten times the time."""

    def seconds(length: int, ending: str) -> float:
        text = unit * (length // len(unit)) + ending  # endings differ, as what was just read is remembered
        begun = time.process_time()
        read(text)
        return time.process_time() - begun

    seconds(short // 10, ".")
    small = max(seconds(short, ending) for ending in ".!")
    return any(seconds(10 * short, ending) <= max(NOISE, MOST * small) for ending in ".!?;")
