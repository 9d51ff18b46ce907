"""Step charts of figures over time, drawn on the server so that they print and read with scripts off.

One chart holds one series: stock, cumulative and rate never share an axis, and events stand alone.
The band is the range, a mark stands for each figure.
"""

import datetime
import math
import urllib.parse
from collections.abc import Sequence
from dataclasses import dataclass

from marsad.model.picture import Figure
from marsad.publish import words
from marsad.publish.edition import Edition
from marsad.publish.html.boxes import figure_where, heading
from marsad.publish.html.refs import Notes, Ref
from marsad.publish.safe import safe_cell

WIDE, HIGH = 520, 220
LEFT, RIGHT, TOP, BOTTOM = 58, 16, 14, 28


@dataclass(frozen=True)
class Mark:
    """One figure of the series on the chart."""

    x: float
    y: float
    low: float | None
    high: float | None
    faded: bool
    struck: bool
    words: str
    ref: Ref | None


@dataclass(frozen=True)
class Tick:
    """A tick of an axis."""

    at: float
    words: str


@dataclass(frozen=True)
class Row:
    """One figure of the series in the table."""

    date: str
    number: str
    low: str
    high: str
    sources: str
    certainty: str
    state: str
    ref: Ref | None


@dataclass(frozen=True)
class Chart:
    """A series as a picture and as a table."""

    id: str
    title: str
    subtitle: str
    place: str
    step: str
    band: str
    stems: str
    marks: tuple[Mark, ...]
    ticks_x: tuple[Tick, ...]
    ticks_y: tuple[Tick, ...]
    rows: tuple[Row, ...]
    sources: tuple[str, ...]
    drawn: bool
    summary: str


def charts(edition: Edition, notes: Notes) -> list[Chart]:
    """Every series, those with most figures first; a series of one figure is a table only."""
    grouped: dict[tuple[str, ...], list[Figure]] = {}
    for f in edition.picture.figures:
        if f.unit != "percent":
            grouped.setdefault(_series(f), []).append(f)
    made = [
        _chart(edition, notes, key, sorted(figures, key=lambda f: (f.as_of or datetime.date.min, f.id))) for key, figures in grouped.items()
    ]
    return sorted(made, key=lambda c: (not c.drawn, -len(c.rows), c.title, c.place, c.id))


def _series(figure: Figure) -> tuple[str, ...]:
    own = figure.series or words.where(figure.place)
    return (own, figure.kind, figure.type, str(figure.measure), str(figure.per), str(figure.unit))


def _chart(edition: Edition, notes: Notes, key: Sequence[str], figures: Sequence[Figure]) -> Chart:
    last = figures[-1]
    dated = [f for f in figures if f.as_of and _value(f) is not None]
    frame = _Frame.of(dated, edition.picture.as_of)
    unit = {"person": "people", "household": "households"}.get(last.unit or "", last.unit or "")
    drawn = len({f.as_of for f in dated}) > 1
    return Chart(
        id=f"s-{abs(hash_of(key)):08x}",
        title=f"{heading(last)} {figure_where(last)}",
        subtitle=f"{unit}, {_measure(last, figures)}".strip(", "),
        place=words.where(last.place),
        step=frame.step(dated) if drawn and last.measure != "incident" else "",
        band=frame.band(dated) if drawn and last.measure not in {"incident", "rate"} else "",
        stems=frame.stems(dated) if drawn and last.measure == "incident" else "",
        marks=tuple(frame.mark(edition, notes, f) for f in dated) if drawn else (),
        ticks_x=frame.ticks_x() if drawn else (),
        ticks_y=frame.ticks_y() if drawn else (),
        rows=tuple(_row(edition, notes, f) for f in reversed(figures)),
        sources=tuple(sorted({edition.say(s) for f in figures for s in f.sources})),
        drawn=drawn,
        summary=_summary(dated),
    )


def _measure(last: Figure, figures: Sequence[Figure]) -> str:
    if last.measure == "cumulative" and len({f.since for f in figures}) > 1:
        return "running total"
    return words.measure_words(last)


def hash_of(key: Sequence[str]) -> int:
    """A number for the key, the same every time."""
    value = 2166136261
    for byte in "\x1f".join(key).encode("utf-8", "replace"):
        value = (value ^ byte) * 16777619 & 0xFFFFFFFF
    return value


def _summary(dated: Sequence[Figure]) -> str:
    if not dated:
        return ""
    first, last = dated[0], dated[-1]
    head = f"{words.spread(last.low, last.best, last.high)} on {words.date(last.as_of)}"
    return head if first is last else f"{words.spread(first.low, first.best, first.high)} on {words.date(first.as_of)}, {head}"


def _value(figure: Figure) -> float | None:
    return next((v for v in (figure.best, figure.high if figure.low is None else None, figure.low) if v is not None), None)


def _row(edition: Edition, notes: Notes, f: Figure) -> Row:
    return Row(
        words.short_date(f.as_of) or "not known",
        words.spread(f.low, f.best, f.high),
        words.count(f.low) if f.low is not None else "open",
        words.count(f.high) if f.high is not None else "open",
        ", ".join(map(edition.say, f.sources)),
        words.STATUS_WORDS.get(f.certainty, f.certainty),
        words.FIGURE_STATUS_WORDS[f.status],
        notes.ref(f.claims),
    )


@dataclass(frozen=True)
class _Frame:
    """Days and numbers as points of the chart."""

    first: datetime.date
    last: datetime.date
    top: float
    step_y: float

    @staticmethod
    def of(dated: Sequence[Figure], as_of: datetime.date | None) -> "_Frame":
        days = [f.as_of for f in dated if f.as_of] + [f.since for f in dated if f.since and f.measure == "rate"]
        first, last = min(days, default=datetime.date.min), max(days, default=datetime.date.max)
        if as_of and last <= as_of <= last + datetime.timedelta(days=21):
            last = as_of
        top = max((v for f in dated for v in (f.low, f.best, f.high) if v is not None), default=1.0) or 1.0
        raw = top / 4
        power = 10 ** math.floor(math.log10(raw))
        step = next(m * power for m in (1, 2, 2.5, 5, 10) if m * power >= raw * 0.999)
        return _Frame(first, last, step * math.ceil(top / step * 0.999), step)

    def x(self, day: datetime.date) -> float:
        span = max(1, (self.last - self.first).days)
        return round(LEFT + 8 + (WIDE - LEFT - RIGHT - 16) * (day - self.first).days / span, 1)

    def y(self, value: float) -> float:
        return round(TOP + (HIGH - TOP - BOTTOM) * (1 - value / self.top), 1)

    def step(self, dated: Sequence[Figure]) -> str:
        """A value holds until the figure that replaces it; figures that stand side by side are not joined, a rate spans its own days."""
        path, joined = "", False
        for f in dated:
            assert f.as_of is not None
            x, y = self.x(f.as_of), self.y(_value(f) or 0)
            if f.measure == "rate":
                path += f"M{self.x(max(f.since, self.first))} {y}H{x}" if f.since else ""
                continue
            path += f"H{x}V{y}" if joined else f"M{x} {y}"
            joined = f.status == "superseded"
            if not joined:
                path += f"H{self.x(self.last)}"
        return path

    def stems(self, dated: Sequence[Figure]) -> str:
        """Events stand alone: the number of one does not hold until the next."""
        return "".join(f"M{self.x(f.as_of)} {self.y(0)}V{self.y(_value(f) or 0)}" for f in dated if f.as_of)

    def band(self, dated: Sequence[Figure]) -> str:
        """From the lowest to the highest that is said; an open end stays on the line."""
        tops, bottoms = [], []
        for f, g in zip(dated, [*dated[1:], None], strict=True):
            assert f.as_of is not None
            a, b = self.x(f.as_of), self.x(g.as_of) if g and g.as_of else self.x(self.last)
            best = _value(f) or 0
            high, low = self.y(f.high if f.high is not None else best), self.y(f.low if f.low is not None else best)
            tops += [(a, high), (b, high)]
            bottoms += [(a, low), (b, low)]
        if all(t[1] == b[1] for t, b in zip(tops, bottoms, strict=True)):
            return ""
        return "M" + "L".join(f"{x} {y}" for x, y in [*tops, *reversed(bottoms)]) + "Z"

    def mark(self, edition: Edition, notes: Notes, f: Figure) -> Mark:
        """The figure's mark with its range."""
        assert f.as_of is not None
        value = _value(f) or 0
        said = f"{words.spread(f.low, f.best, f.high)}, {words.date(f.as_of)}, {', '.join(map(edition.say, f.sources))}"
        said += ", withdrawn" if "withdrawn" in f.marks else ""
        low = self.y(f.low) if f.low is not None and f.low != value else None
        high = self.y(f.high) if f.high is not None and f.high != value else None
        return Mark(self.x(f.as_of), self.y(value), low, high, f.status == "superseded", "withdrawn" in f.marks, said, notes.ref(f.claims))

    def ticks_y(self) -> tuple[Tick, ...]:
        n = round(self.top / self.step_y)
        return tuple(Tick(self.y(i * self.step_y), words.count(round(i * self.step_y, 2))) for i in range(n + 1))

    def ticks_x(self) -> tuple[Tick, ...]:
        days = (self.last - self.first).days
        count = 4 if days >= 4 else max(1, days)
        picked = [self.first + datetime.timedelta(days=round(days * i / count)) for i in range(count + 1)]
        years = self.first.year != self.last.year
        return tuple(
            Tick(self.x(d), f"{d.day} {words.MONTHS[d.month - 1][:3]}" + (f" {d.year % 100:02d}" if years else "")) for d in picked
        )


def as_download(chart: Chart) -> str:
    """The chart's table as an address that a browser saves as a file."""
    lines = ["as_of,figure,low,high,sources,said_as,state"]
    lines += [",".join(_cell(v) for v in (r.date, r.number, r.low, r.high, r.sources, r.certainty, r.state)) for r in chart.rows]
    return "data:text/csv;charset=utf-8," + urllib.parse.quote("\r\n".join(lines) + "\r\n")


def _cell(value: str) -> str:
    return '"' + safe_cell(value).replace('"', '""') + '"'
