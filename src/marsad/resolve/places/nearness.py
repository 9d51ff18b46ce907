"""Which readings of names are near which others: the report's places support each other."""

import math
from collections.abc import Sequence

from marsad.data.places.gazetteer import Place
from marsad.resolve.places.asked import AREAS, Asked
from marsad.resolve.places.earth import distance_km
from marsad.resolve.places.options import MOST_CANDIDATES

NEAR_KM = 120.0  # at this distance another place of the report counts a third
LINES = 700.0  # characters after which another name's weight falls off ...
FAR_OFF = 0.7  # ... to this
SOFT = 0.7  # what a reading that is not chosen (yet) counts beside one that is


def gap_km(a: Place, b: Place) -> float:
    """Kilometres between two places, from the edge of an area."""
    d = distance_km(a.lat, a.lon, b.lat, b.lon)
    room = (a.radius_km if a.kind in AREAS else 0.0) + (b.radius_km if b.kind in AREAS else 0.0)
    return max(0.0, d - 0.8 * room)


class Neighbourhood:
    """The readings of all names in cells of a degree, so that only near ones are compared."""

    def __init__(self, asked: Sequence[Asked]) -> None:
        self._cells: dict[tuple[int, int], list[tuple[int, Place, float]]] = {}
        self._areas: list[tuple[int, Place, float]] = []
        self._of = {id(a): n for n, a in enumerate(asked)}
        self._keys = [a.key for a in asked]
        self._asked = asked
        self._near: dict[int, list[float]] = {}
        self._around: dict[tuple[int, int], list[tuple[int, Place, float]]] = {}
        for n, one in enumerate(asked):
            top = max((o.base for o in one.options), default=0.0)
            for option in one.options[:MOST_CANDIDATES]:
                share = 1.0 if option is one.chosen else SOFT * math.exp((option.base - top) / 1.5)
                place = option.place
                if share < 0.05 or place.kind in ("continent", "sea"):
                    continue
                if place.kind in AREAS and place.radius_km > 60:
                    if option is one.chosen:
                        self._areas.append((n, place, share))
                else:
                    self._cells.setdefault((int(place.lat // 1), int(place.lon // 1)), []).append((n, place, share))

    def _beside(self, one: Asked, me: int) -> list[float]:
        """How much each other name counts for this one: those in the same lines most."""
        if me not in self._near:
            self._near[me] = [
                FAR_OFF + (1 - FAR_OFF) * math.exp(-min(abs(a - b) for a in one.spots[:8] for b in other.spots[:8]) / LINES)
                for other in self._asked
            ]
        return self._near[me]

    def _readings_about(self, row: int, column: int) -> list[tuple[int, Place, float]]:
        """The readings in the cells about this one, and the areas."""
        if (row, column) not in self._around:
            rows, columns = range(row - 2, row + 3), range(column - 3, column + 4)
            cells = [self._cells[r, k] for r in rows for k in columns if (r, k) in self._cells]
            self._around[row, column] = [*(reading for cell in cells for reading in cell), *self._areas]
        return self._around[row, column]

    def company(self, one: Asked, place: Place) -> float:
        """How near the report's other places are, each by its likeliest near reading: the nearest count most."""
        me = self._of[id(one)]
        beside = self._beside(one, me)
        best: dict[str, float] = {}
        for n, other, share in self._readings_about(int(place.lat // 1), int(place.lon // 1)):
            if n != me and self._keys[n] != one.key:
                weight = share * beside[n] * _weight(place, other)
                if weight > best.get(self._keys[n], 0.0):
                    best[self._keys[n]] = weight
        return 2.6 * sum(w * 0.6**n for n, w in enumerate(sorted(best.values(), reverse=True)[:6]))


def _weight(place: Place, other: Place) -> float:
    if other.kind in ("continent", "sea"):
        return 0.0
    breadth = 1.0 if other.kind not in AREAS else 1.0 / (1.0 + other.radius_km / 250.0)
    return breadth * math.exp(-gap_km(place, other) / NEAR_KM)
