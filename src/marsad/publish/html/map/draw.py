"""Marks and names laid out on a view: points that coincide fan out on the drawing only, names keep clear of marks and of each other."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from marsad.publish.html.map.base import Text
from marsad.publish.html.map.marks import FAMILY_WORDS, Control, Event, Flow, Ground, Marks
from marsad.publish.html.map.view import View

Box = tuple[float, float, float, float]  # left, top, right, bottom
HALF = 10.5  # of a control mark
GLYPH = 8.5  # of an incident
ROOM = 13_500  # square points for each mark of an incident; with less, one mark stands for each place


@dataclass(frozen=True)
class Placed:
    """A mark where it is drawn, and where it truly lies."""

    x: float
    y: float
    true_x: float
    true_y: float
    control: Control | None = None
    event: Event | None = None
    wedges: tuple[str, ...] = ()

    @property
    def moved(self) -> bool:
        """Whether it was fanned out."""
        return abs(self.x - self.true_x) + abs(self.y - self.true_y) > 1


@dataclass(frozen=True)
class Arrow:
    """A flow as drawn: a curved arrow, or a ring where only one end is known."""

    flow: Flow
    path: str
    head: str
    ring: tuple[float, float, float] | None
    width: float
    label: Text


@dataclass(frozen=True)
class Disc:
    """The circle within which a place lies, of its true radius."""

    x: float
    y: float
    r: float
    words: str


@dataclass(frozen=True)
class Frame:
    """The part of a map that is drawn again, enlarged."""

    x: float
    y: float
    width: float
    height: float

    def holds(self, lon: float, lat: float, view: View) -> bool:
        """Whether the coordinates lie within."""
        x, y = view.xy(lon, lat)
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height


@dataclass(frozen=True)
class Drawing:
    """All that is drawn over the ground."""

    discs: tuple[Disc, ...]
    arrows: tuple[Arrow, ...]
    placed: tuple[Placed, ...]
    names: tuple[Text, ...]
    ground_names: tuple[Text, ...]


def drawing(found: Marks, view: View, ground: Sequence[Text], frame: Frame | None = None, title: str = "") -> Drawing:
    """The marks on this view; those within the frame are left to its enlargement."""
    if frame:
        found = replace(
            found,
            places=tuple(p for p in found.places if not frame.holds(p.lon, p.lat, view)),
            controls=tuple(c for c in found.controls if not frame.holds(c.lon, c.lat, view)),
            events=tuple(e for e in found.events if not frame.holds(e.lon, e.lat, view)),
            flows=tuple(f for f in found.flows if f.to or not frame.holds(f.lon, f.lat, view)),
        )
    found = replace(found, events=_merged([e for e in found.events if view.shows(e.lon, e.lat)], view))
    placed = _fan(found, view)
    boxes = [_mark_box(p) for p in placed]
    boxes += [
        (view.width - 40, 0, view.width, 50),
        (view.width - 16 - view.width / 5, view.height - 46, view.width, view.height),
    ]  # north, scale
    if title:
        boxes.append((0, 0, 20 + 7.4 * len(title), 32))
    if frame:
        boxes.append((frame.x, frame.y - 14, frame.x + frame.width, frame.y + frame.height))
    arrows = _arrows(found.flows, view, boxes)
    boxes += [_box(a.label) for a in arrows] + [_ring_box(a.ring) for a in arrows if a.ring]
    names = _names(found, view, boxes)
    return Drawing(
        discs=tuple(_discs(found, view)),
        arrows=tuple(arrows),
        placed=tuple(placed),
        names=tuple(names),
        ground_names=tuple(t for t in ground if _free(_box(t), [*boxes, *map(_box, names)], view)),
    )


def _merged(events: list[Event], view: View) -> tuple[Event, ...]:
    """The events of a place as one mark where a mark for each kind would hide the map."""
    if len(events) * ROOM <= view.width * view.height:
        return tuple(events)
    places: dict[tuple[float, float, str], list[Event]] = {}
    for event in events:
        places.setdefault((event.lat, event.lon, event.place), []).append(event)
    return tuple(_one(group) for group in places.values())


def _one(group: list[Event]) -> Event:
    if len(group) == 1:
        return group[0]
    days = tuple(sorted(day for event in group for day in event.days))
    newest = sorted(group, key=lambda event: -event.days[-1])
    kinds = ", ".join(f"{FAMILY_WORDS[event.family]} {len(event.days)}" for event in group)
    claims = tuple(dict.fromkeys(claim for event in newest for claim in event.claims))
    return replace(newest[0], family="many", days=days, claims=claims[:60], words=f"{newest[0].place}: {len(days)} incidents ({kinds})")


def _discs(found: Marks, view: View) -> list[Disc]:
    discs = []
    for place in found.places:
        radius = view.km(place.radius_km, place.lat)
        if view.shows(place.lon, place.lat) and 5 <= radius <= view.width * 0.3:
            discs.append(Disc(*view.xy(place.lon, place.lat), radius, f"{place.name}: located within {place.radius_km:g} km"))
    return discs


def _fan(found: Marks, view: View) -> list[Placed]:
    """Control stays on its point; incidents stand around it, as do control marks of other places that would hide it."""
    placed: list[Placed] = []
    taken: list[tuple[float, float, float]] = []
    seats: dict[tuple[float, float], tuple[float, float]] = {}
    for control in found.controls:
        if not view.shows(control.lon, control.lat):
            continue
        true = view.xy(control.lon, control.lat)
        if (control.lat, control.lon) not in seats:
            seats[control.lat, control.lon] = seat = _seat(true, HALF, taken, view)
            taken.append((*seat, HALF))
        placed.append(Placed(*seats[control.lat, control.lon], *true, control=control, wedges=tuple(_wedges(control))))
    for event in found.events:
        if view.shows(event.lon, event.lat):
            true = view.xy(event.lon, event.lat)
            seat = _seat(true, GLYPH, taken, view)
            taken.append((*seat, GLYPH))
            placed.append(Placed(*seat, *true, event=event))
    return placed


def _seat(true: tuple[float, float], size: float, taken: Sequence[tuple[float, float, float]], view: View) -> tuple[float, float]:
    """The free point nearest to the true one, on rings around it."""
    for ring in range(12):
        steps = max(1, ring * 8)
        for step in range(steps):
            angle = -math.pi / 3 + 2 * math.pi * step / steps
            x, y = true[0] + ring * 7 * math.cos(angle), true[1] + ring * 7 * math.sin(angle)
            if (
                size < x < view.width - size
                and size < y < view.height - size
                and all(math.hypot(x - a, y - b) >= size + r + 1.5 for a, b, r in taken)
            ):
                return (round(x, 1), round(y, 1))
    return (round(true[0], 1), round(true[1], 1))


def _wedges(control: Control) -> list[str]:
    """The mark's fill: one disc, two halves where contested, wedges where shares are said."""
    r = HALF - 1
    parts = [s / 100 for s in control.shares] if control.shares and not control.contested else []
    if not parts:
        parts = [1.0] if len(control.parties) < 2 else [1 / len(control.parties)] * len(control.parties)
    whole = sum(parts)
    parts = [p / max(1.0, whole) for p in parts]
    if parts[0] >= 0.999:
        return [f"M0 {-r}A{r} {r} 0 1 1 0 {r}A{r} {r} 0 1 1 0 {-r}Z"]
    paths, at = [], 0.0
    for part in parts:
        a, b = at * 2 * math.pi, (at + part) * 2 * math.pi
        at += part
        x1, y1, x2, y2 = r * math.sin(a), -r * math.cos(a), r * math.sin(b), -r * math.cos(b)
        paths.append(f"M0 0L{x1:.1f} {y1:.1f}A{r} {r} 0 {1 if part > 0.5 else 0} 1 {x2:.1f} {y2:.1f}Z")
    return paths


def _arrows(flows: Sequence[Flow], view: View, used: Sequence[Box]) -> list[Arrow]:
    """Flows as wide as their figure, the widest first; each with its number where there is room."""
    top = max((f.number for f in flows), default=1.0)
    arrows: list[Arrow] = []
    taken = list(used)
    for flow in sorted(flows, key=lambda f: (-f.number, f.words)):
        if not view.shows(flow.lon, flow.lat):
            continue
        start = view.xy(flow.lon, flow.lat)
        if flow.to and view.shows(flow.to[1], flow.to[0]):
            arrow = _curve(flow, start, view.xy(flow.to[1], flow.to[0]), max(1.5, 11 * flow.number / top))
        elif flow.to:
            continue
        else:
            width = max(1.5, 7 * flow.number / top)
            arrow = Arrow(flow, "", "", (*start, HALF + 3 + width / 2), width, Text(*start, flow.label, "flow"))
        if arrow:
            arrow = replace(arrow, label=_label(arrow, taken, view))
            taken.append(_box(arrow.label))
            arrows.append(arrow)
    return arrows


def _label(arrow: Arrow, used: Sequence[Box], view: View) -> Text:
    """The number beside its arrow or below its ring, at the first seat that is free."""
    x, y = arrow.label.x, arrow.label.y
    near = arrow.ring[2] + arrow.width / 2 + 3 if arrow.ring else arrow.width / 2 + 4
    seats = [seat for more in (0, 12, 24, 36) for seat in _around(arrow.label, x, y, near + more)]
    return next((s for s in seats if _free(_box(s), used, view)), seats[0])


def _around(label: Text, x: float, y: float, far: float) -> list[Text]:
    """Six seats at this distance from the point."""
    return [
        replace(label, x=x, y=y + far + 10),
        replace(label, x=x, y=y - far - 3),
        replace(label, x=x + far + 2, y=y + 4, anchor="start"),
        replace(label, x=x - far - 2, y=y + 4, anchor="end"),
        replace(label, x=x + far, y=y + far + 8, anchor="start"),
        replace(label, x=x - far, y=y - far, anchor="end"),
    ]


def _curve(flow: Flow, start: tuple[float, float], end: tuple[float, float], width: float) -> Arrow | None:
    """A gently bent arrow that stops short of both marks, None where they lie too close."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy)
    if length < 3 * HALF:
        return None
    ux, uy = dx / length, dy / length
    tip = max(6.0, width * 0.9)
    a = (start[0] + ux * (HALF + 3), start[1] + uy * (HALF + 3))
    b = (end[0] - ux * (HALF + 3), end[1] - uy * (HALF + 3))
    bend = min(28.0, length * 0.16)
    c = ((a[0] + b[0]) / 2 - uy * bend, (a[1] + b[1]) / 2 + ux * bend)
    tx, ty = b[0] - c[0], b[1] - c[1]
    t = math.hypot(tx, ty) or 1.0
    tx, ty = tx / t, ty / t
    base_ = (b[0] - tx * tip * 1.4, b[1] - ty * tip * 1.4)
    head = (
        f"M{b[0]:.1f} {b[1]:.1f}L{base_[0] - ty * tip:.1f} {base_[1] + tx * tip:.1f}L{base_[0] + ty * tip:.1f} {base_[1] - tx * tip:.1f}Z"
    )
    path = f"M{a[0]:.1f} {a[1]:.1f}Q{c[0]:.1f} {c[1]:.1f} {base_[0]:.1f} {base_[1]:.1f}"
    middle = (a[0] / 4 + c[0] / 2 + b[0] / 4, a[1] / 4 + c[1] / 2 + b[1] / 4)
    return Arrow(flow, path, head, None, width, Text(middle[0], middle[1] + 4, flow.label, "flow"))


def _names(found: Marks, view: View, boxes: Sequence[Box]) -> list[Text]:
    """Place names, those most written of first, at the first of eight seats that is free."""
    names: list[Text] = []
    used = list(boxes)
    for place in found.places:
        if not view.shows(place.lon, place.lat) or place.radius_km > 150 or _named(place, names, view):
            continue
        x, y = view.xy(place.lon, place.lat)
        for gap in (HALF + 5, HALF + 19, HALF + 30, HALF + 42):
            seat = next((t for t in _seats(place.name, x, y, gap) if _free(_box(t), used, view)), None)
            if seat:
                names.append(seat)
                used.append(_box(seat))
                break
    return names


def _named(place: Ground, names: Sequence[Text], view: View) -> bool:
    """Whether the same name stands close by already: one site, located twice."""
    x, y = view.xy(place.lon, place.lat)
    return any(t.words == place.name and math.hypot(t.x - x, t.y - y) < 150 for t in names)


def _seats(name: str, x: float, y: float, gap: float) -> list[Text]:
    seat = Text(x + gap, y + 4, name, "place", "start")
    return [
        seat,
        replace(seat, x=x - gap, anchor="end"),
        replace(seat, x=x, y=y - gap, anchor="middle"),
        replace(seat, x=x, y=y + gap + 9, anchor="middle"),
        replace(seat, y=y - gap * 0.7),
        replace(seat, y=y + gap * 0.9),
        replace(seat, x=x - gap, y=y - gap * 0.7, anchor="end"),
        replace(seat, x=x - gap, y=y + gap * 0.9, anchor="end"),
    ]


def _box(text: Text) -> Box:
    """About how much room the words take."""
    size = {"place": 6.9, "country": 9.6, "province": 6.8, "flow": 6.6}.get(text.kind, 6.0)
    wide = len(text.words) * size + 4
    left = {"start": text.x, "end": text.x - wide, "middle": text.x - wide / 2}[text.anchor]
    return (left, text.y - 11, left + wide, text.y + 4)


def _mark_box(placed: Placed) -> Box:
    """The mark, with the number beside it where it stands for several."""
    number = 7.0 * len(str(len(placed.event.days))) if placed.event and len(placed.event.days) > 1 else 0.0
    return (placed.x - HALF, placed.y - HALF - (4 if number else 0), placed.x + HALF + number, placed.y + HALF)


def _ring_box(ring: tuple[float, float, float]) -> Box:
    x, y, r = ring
    return (x - r, y - r, x + r, y + r)


def _free(box: Box, used: Sequence[Box], view: View) -> bool:
    if box[0] < 2 or box[1] < 2 or box[2] > view.width - 2 or box[3] > view.height - 18:
        return False
    return all(box[2] < u[0] or box[0] > u[2] or box[3] < u[1] or box[1] > u[3] for u in used)
