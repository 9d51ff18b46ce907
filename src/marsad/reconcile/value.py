"""When two numbers say the same, and what range they leave together."""

import math
from collections.abc import Iterable

from marsad.model.claim import Quantity

JUMP = 5.0


def span(quantity: Quantity) -> tuple[float, float]:
    """The numbers that the words allow: rounding for plain numbers, the next round step for "more than", the range for ranges."""
    low, best, high = quantity.low, quantity.best, quantity.high
    if best is None:
        floor = low if low is not None else 0.0
        return floor, high if high is not None else math.inf
    if low is None:
        return 0.0, best
    if high is None:
        return best, best + max(_step(best), 0.25 * abs(best))
    if low == high:
        slack = _step(best) / (1 if quantity.approximate else 2)
        return best - slack, best + slack
    return low, high


def agree(one: Quantity, other: Quantity) -> bool:
    """True where the two numbers can both be right about the same count."""
    a, b = span(one), span(other)
    return a[0] <= b[1] and b[0] <= a[1]


def same(one: Quantity, other: Quantity) -> bool:
    """True where the two quantities are the same to the last digit."""
    return (one.low, one.best, one.high) == (other.low, other.best, other.high)


def point(quantity: Quantity) -> float | None:
    """The number by which counts are put in order: best, else the middle of the range, else its one end."""
    if quantity.best is not None:
        return quantity.best
    if quantity.low is not None and quantity.high is not None:
        return (quantity.low + quantity.high) / 2
    return quantity.low if quantity.low is not None else quantity.high


def exactness(quantity: Quantity) -> int:
    """0 for a plain number, then approximate, closed range, floor or ceiling, range words."""
    if quantity.best is None:
        return 4
    if quantity.low is None or quantity.high is None:
        return 3
    if quantity.low != quantity.high:
        return 2
    return 1 if quantity.approximate else 0


def jump(before: float | None, after: float | None) -> bool:
    """True where one number is more than five times the other; small numbers never jump."""
    if before is None or after is None or min(before, after) <= 0 or max(before, after) < 50:
        return False
    return max(before, after) / min(before, after) > JUMP


def digits(number: float) -> int:
    """How many digits of a whole number carry meaning: 28,400 has three."""
    if number != int(number) or number == 0:
        return 0
    return len(str(abs(int(number))).rstrip("0"))


def hull(quantities: Iterable[Quantity]) -> tuple[float | None, float | None]:
    """The lowest and the highest number said; None at an end that somebody left open and nobody closed."""
    several = list(quantities)
    bests = [q.best for q in several if q.best is not None]
    lows = [q.low for q in several if q.low is not None]
    highs = [q.high for q in several if q.high is not None]
    return min([*lows, *bests]) if lows else None, max([*highs, *bests]) if highs else None


def _step(number: float) -> float:
    """The place of the last digit that carries meaning, a tenth of the number at most."""
    if number == 0 or number != int(number):
        return 0.0
    whole = abs(int(number))
    trailing = len(str(whole)) - len(str(whole).rstrip("0"))
    return float(min(10**trailing, 0.1 * whole)) if trailing else 0.0
