"""Which earlier reports a report may be a copy of, without comparing it with all of them.

Of two copies the shorter tells no number that the longer does not. So a report with numbers is compared with those that tell its rarest
number, and with those whose own rarest number it tells; likeness of the words alone decides only where there are no numbers. A thousand
daily reports of one pattern, each with its own counts, then cost a thousand comparisons and not a million.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from rensa import RMinHash, RMinHashLSH

PERMUTATIONS, BANDS, SEED = 126, 63, 2016  # two rows a band: a third of a long report is found again
THRESHOLD = 0.5
MANY = 200  # reports that tell the same rarest number: from here on, only those that are alike
Numbers = frozenset[str]


class Near:
    """The reports added so far."""

    def __init__(self, numbers: Sequence[Numbers]) -> None:
        self.numbers = numbers
        self.frequency = Counter(number for told in numbers for number in told)
        self.telling: defaultdict[str, list[int]] = defaultdict(list)  # by each number, the reports that tell it
        self.rarest: defaultdict[str, list[int]] = defaultdict(list)  # by number, the reports whose rarest it is
        self.alike = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=BANDS)
        self.without = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=BANDS)  # those that tell no number

    def find(self, at: int, shingles: frozenset[str]) -> set[int]:
        """Every report added so far that may be a copy of this one, or it of them."""
        sketch = _sketch(shingles)
        told = self.numbers[at]
        if not told:
            return set(self.alike.query(sketch))
        found = set(self.without.query(sketch))
        for listed in (self.telling[self._rarest_of(told)], *(self.rarest[number] for number in told)):
            found |= set(listed) if len(listed) <= MANY else set(listed) & set(self.alike.query(sketch))
        return {other for other in found if told <= self.numbers[other] or self.numbers[other] <= told}

    def add(self, at: int, shingles: frozenset[str]) -> None:
        """The report can be found from now on."""
        sketch, told = _sketch(shingles), self.numbers[at]
        self.alike.insert(at, sketch)
        if not told:
            self.without.insert(at, sketch)
            return
        self.rarest[self._rarest_of(told)].append(at)
        for number in told:
            self.telling[number].append(at)

    def _rarest_of(self, told: Iterable[str]) -> str:
        return min(told, key=lambda number: (self.frequency[number], number))


def _sketch(shingles: frozenset[str]) -> RMinHash:
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    sketch.update(sorted(shingles))
    return sketch
