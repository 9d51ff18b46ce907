"""The compiled outlines, provinces and rivers of `data/map`, unpacked only where a view needs them."""

import zlib
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # west, south, east, north in degrees
LayerName = Literal["countries", "provinces", "rivers"]


class Line(msgspec.Struct, frozen=True, gc=False):
    """A line as packed steps on the layer's grid."""

    box: tuple[int, int, int, int]
    steps: bytes
    rank: int = 0


class Shape(msgspec.Struct, frozen=True):
    """A country as rings of line numbers; a negative number runs its line backwards."""

    code: str | None
    name: str
    polygons: list[list[list[int]]]


class Label(msgspec.Struct, frozen=True):
    """Where a province's name is written."""

    name: str
    lon: float
    lat: float
    area: float


class Layer(msgspec.Struct, frozen=True):
    """One layer of the map."""

    quantum: int
    lines: list[Line]
    shapes: list[Shape] = []
    labels: list[Label] = []

    def points(self, line: Line) -> list[Point]:
        """The line in degrees."""
        return unpack(line.steps, self.quantum)

    def near(self, line: Line, box: Box) -> bool:
        """Whether the line's bounds meet the box."""
        west, south, east, north = line.box
        q = self.quantum
        return west <= box[2] * q and east >= box[0] * q and south <= box[3] * q and north >= box[1] * q


@cache
def layer(name: LayerName) -> Layer:
    """The named layer."""
    packed = (files("marsad") / "data" / "map" / f"{name}.bin").read_bytes()
    return msgspec.msgpack.decode(zlib.decompress(packed), type=Layer)


def unpack(steps: bytes, quantum: int) -> list[Point]:
    """Zigzag varint steps as points in degrees."""
    values: list[int] = []
    value = shift = 0
    for byte in steps:
        value |= (byte & 127) << shift
        if byte & 128:
            shift += 7
        else:
            values.append((value >> 1) ^ -(value & 1))
            value = shift = 0
    points, x, y = [], 0, 0
    for dx, dy in zip(values[::2], values[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / quantum, y / quantum))
    return points
