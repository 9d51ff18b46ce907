"""The map as the template draws it: two sizes of the same map, its legend, its table, and what cannot be shown."""

import datetime
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from marsad.model.picture import Figure, Holding, Incident, PicturePlace
from marsad.publish import words
from marsad.publish.edition import Edition
from marsad.publish.html.evidence import ordered
from marsad.publish.html.map.base import Base, base
from marsad.publish.html.map.draw import Drawing, Frame, drawing
from marsad.publish.html.map.marks import ALWAYS, FAMILY_WORDS, WHOLE_KM, Ground, Marks, located, marks
from marsad.publish.html.map.view import Spot, View, view_of
from marsad.publish.html.refs import Notes, Ref
from marsad.publish.safe import plain

SIZES = (("w", 900, 600, 320), ("n", 360, 430, 320))  # name, width, height, height of the enlargement
CROWDED, CROWD = 34.0, 3  # places so many points apart, so many of them, are drawn again, enlarged
RECENT_DAYS, AGED_DAYS = 30, 30
PRONOUNS = frozenset("it there here them this that which where their its".split())


@dataclass(frozen=True)
class Sheet:
    """One size of the map."""

    key: str
    size: str
    view: View
    base: Base
    drawing: Drawing
    frame: Frame | None
    words: str


@dataclass(frozen=True)
class PlaceRow:
    """One place of the map, in its table."""

    name: str
    position: str
    control: str
    incidents: int
    moving: str
    newest: str
    ref: Ref | None


@dataclass(frozen=True)
class Missing:
    """A place that the map cannot show, and why."""

    words: str
    why: str
    ref: Ref | None
    claims: int = 1


@dataclass(frozen=True)
class Moment:
    """The map of one day on paper: without an enlargement, and with the incidents of the month before only."""

    words: str
    view: View
    drawing: Drawing


@dataclass(frozen=True)
class Map:
    """All of section four."""

    sheets: tuple[Sheet, ...]
    marks: Marks
    rows: tuple[PlaceRow, ...]
    missing: dict[str, list[Missing]]
    families: tuple[tuple[str, str], ...]
    moments: tuple[Moment, ...]
    has_arrows: bool
    has_rings: bool
    has_contested: bool
    has_fire: bool
    has_shares: bool


def chart_map(edition: Edition, notes: Notes) -> Map | None:
    """The map, None where nothing is located or dated."""
    found = marks(edition)
    if found is None:
        return None
    spots = [Spot(p.lat, p.lon, float(p.weight), p.radius_km) for p in found.places]
    sheets: list[Sheet] = []
    for size, width, height, low in SIZES:
        view = view_of(spots, width, height)
        if view is None:
            return None
        sheets += _sheets(found, view, size, low)
    narrow = next(s for s in sheets if s.key == "n")
    drawn = {p.event.family for s in sheets for p in s.drawing.placed if p.event}
    arrows = [a for s in sheets for a in s.drawing.arrows]
    return Map(
        sheets=tuple(sheets),
        marks=found,
        rows=tuple(_rows(edition, notes)),
        missing=_missing(edition, notes, found, sheets[0].view),
        families=tuple((f, w) for f, w in FAMILY_WORDS.items() if f in drawn),
        moments=_moments(found, narrow.view),
        has_arrows=any(a.path for a in arrows),
        has_rings=any(a.ring for a in arrows),
        has_contested=any(c.contested for c in found.controls),
        has_fire=any(c.fire for c in found.controls),
        has_shares=any(c.shares for c in found.controls),
    )


def _sheets(found: Marks, view: View, size: str, height: int) -> list[Sheet]:
    """The map and, where places crowd, the enlargement of the heaviest crowd."""
    crowd = _crowd(found, view)
    closer = view_of([Spot(p.lat, p.lon) for p in crowd], view.width, height, least=0.18) if crowd else None
    if closer is None or closer.scale < view.scale * 2.5:
        ground = base(view)
        return [Sheet(size, size, view, ground, drawing(found, view, ground.names), None, "Map of the area")]
    frame = _frame(closer, view)
    ground, near = base(view), base(closer)
    name = max(sorted(p.name for p in crowd), key=lambda n: (sum(n in p.name for p in crowd), -len(n)))
    title = f"{name} and around, enlarged"
    near_names = [t for t in near.names if t.kind != "country"]
    return [
        Sheet(size, size, view, ground, drawing(found, view, ground.names, frame), frame, f"{name}: enlarged below"),
        Sheet(f"{size}i", size, closer, near, drawing(found, closer, near_names, title=title), None, title),
    ]


def _crowd(found: Marks, view: View) -> list[Ground]:
    """The places that stand too close to be told apart on this view, the one with most claims first."""
    seen = [(p, view.xy(p.lon, p.lat)) for p in found.places if p.radius_km <= 30 and view.shows(p.lon, p.lat)]
    best: list[Ground] = []
    for _, centre in seen:
        group = [p for p, at in seen if math.dist(at, centre) < CROWDED]
        if len({p.name for p in group}) >= CROWD and sum(p.weight for p in group) > sum(p.weight for p in best):
            best = group
    return best


def _frame(closer: View, view: View) -> Frame:
    """The enlargement's bounds on the map."""
    left, top = view.xy(*closer.lonlat(0, 0))
    right, bottom = view.xy(*closer.lonlat(closer.width, closer.height))
    return Frame(left, top, right - left, bottom - top)


def _moments(found: Marks, view: View) -> tuple[Moment, ...]:
    """Three days that stand for the slider on paper."""
    days = sorted({0 if found.days < 2 else found.days // 3, found.days * 2 // 3, found.days})
    return tuple(
        Moment(words.date(found.first_day + datetime.timedelta(days=day)), view, drawing(_on(found, day), view, ())) for day in days
    )


def _on(found: Marks, day: int) -> Marks:
    """What is on the map on that day, and the places that it lies at."""
    controls = tuple(c for c in found.controls if shown(c.first, c.last, day))
    lately = ((event, tuple(d for d in event.days if day - RECENT_DAYS <= d <= day)) for event in found.events)
    events = tuple(replace(event, days=days) for event, days in lately if days)
    flows = tuple(f for f in found.flows if shown(f.first, f.last, day))
    named = {c.place for c in controls} | {e.place for e in events} | {f.place for f in flows}
    return replace(found, controls=controls, events=events, flows=flows, places=tuple(p for p in found.places if p.name in named))


def shown(first: int, last: int, day: int) -> bool:
    """Whether a mark of these days is on the map on that day."""
    return first <= day < last or (last == ALWAYS and first <= day)


@dataclass
class _Place:
    """What is said of one place."""

    spot: PicturePlace
    holdings: list[Holding]
    figures: list[Figure]
    incidents: list[Incident]


def _rows(edition: Edition, notes: Notes) -> list[PlaceRow]:
    """Each located place with what is said of it, by name."""
    places: dict[str, _Place] = {}

    def at(place: PicturePlace | None, claims: Sequence[str]) -> _Place | None:
        spot = located(edition, place, claims)
        return places.setdefault(words.where(spot), _Place(spot, [], [], [])) if spot else None

    for holding in edition.picture.holdings:
        if (row := at(holding.place, holding.claims)) and holding.to is None:
            row.holdings.append(holding)
    for figure in edition.picture.figures:
        if (row := at(figure.place, figure.claims)) and figure.status != "superseded":
            row.figures.append(figure)
    for incident in edition.picture.incidents:
        if row := at(incident.place, incident.claims):
            row.incidents.append(incident)
    nameless = {h.holder for h in edition.picture.holdings if edition.unnamed(h)}
    return [_row(notes, name, row, nameless) for name, row in sorted(places.items(), key=lambda r: r[0].removeprefix("the ").lower())]


def _row(notes: Notes, name: str, place: _Place, nameless: set[str | None]) -> PlaceRow:
    moving = [f for f in place.figures if f.kind == "displacement" and f.measure != "rate"]
    backed: list[Holding | Figure | Incident] = [*place.holdings, *place.figures, *place.incidents]
    claims = [c for thing in backed for c in thing.claims]
    dates = [h.as_of for h in place.holdings] + [f.as_of for f in place.figures] + [i.time.end for i in place.incidents]
    radius = f" ± {words.count(place.spot.radius_km)} km" if place.spot.radius_km else ""
    held = "; ".join(
        dict.fromkeys(
            (h.holder if h.holder and h.holder not in nameless else "not known") + (" (contested)" if h.state == "contested" else "")
            for h in place.holdings
        )
    )
    people = "; ".join(f"{words.spread(f.low, f.best, f.high)} {words.kind_words(f.type).lower()}" for f in moving[:3])
    newest = words.short_date(max((d for d in dates if d), default=None))
    return PlaceRow(
        name, f"{place.spot.lat:.2f}, {place.spot.lon:.2f}{radius}", held, len(place.incidents), people, newest, notes.ref(claims)
    )


def _missing(edition: Edition, notes: Notes, found: Marks, view: View) -> dict[str, list[Missing]]:
    """What no mark stands for, by why: named places that no gazetteer has, words for places, wide areas, places outside the map."""
    grouped: dict[str, list[Missing]] = {"not located": [], "too wide for a point": [], "outside the area shown": [], "words only": []}
    unlocated: dict[str, list[str]] = {}
    for claim in ordered(edition):
        if claim.places and all(p.lat is None for p in claim.places):
            text = edition.mask.text(plain(claim.places[0].text))
            if text.lower() not in PRONOUNS:
                unlocated.setdefault(text, []).append(claim.id)
    for name, ids in unlocated.items():
        proper = any(word[:1].isupper() for word in name.split())
        grouped["not located" if proper else "words only"].append(Missing(name, "", notes.ref(ids), len(ids)))
    for place in found.places:
        claims = _claims_at(edition, place.name)
        if place.radius_km > WHOLE_KM:
            grouped["too wide for a point"].append(Missing(place.name, "", notes.ref(claims), len(claims)))
        elif not view.shows(place.lon, place.lat):
            grouped["outside the area shown"].append(Missing(place.name, "", notes.ref(claims), len(claims)))
    return {why: sorted(several, key=lambda m: (-m.claims, m.words)) for why, several in grouped.items() if several}


def _claims_at(edition: Edition, name: str) -> list[str]:
    return [c for t in edition.things if t.place and words.where(t.place) == name for c in t.claims]
