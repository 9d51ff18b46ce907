"""What lies on the map: who holds which place, what happened where, who moved; each with the days on which it is shown."""

import datetime
import hashlib
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from marsad.model.claim import Claim, ClaimPlace
from marsad.model.picture import Figure, Holding, Incident, PicturePlace
from marsad.publish import words
from marsad.publish.edition import Edition
from marsad.publish.mask import PROTECTED_KINDS, is_protected

ALWAYS = 10**6
WHOLE_KM = 150.0  # a place wider than this is a country or a region: a point for it would lie
FAMILIES: dict[str, str] = {
    "air_strike": "air",
    "shelling": "shell",
    "ied": "blast",
    "suicide_bomb": "blast",
    "armed_clash": "clash",
    "offensive": "move",
    "advance": "move",
    "retreat": "move",
    "encirclement": "ring",
    "attack": "harm",
    "execution": "harm",
    "abduction": "harm",
    "chemical_attack": "harm",
    "sexual_violence": "harm",
    "looting": "harm",
    "killed": "dead",
    "injured": "dead",
    "missing": "dead",
    "casualties": "dead",
}
FAMILY_WORDS = {
    "air": "Air strike",
    "shell": "Shelling",
    "blast": "Bomb or mine",
    "clash": "Armed clash",
    "move": "Offensive, advance or retreat",
    "ring": "Encirclement",
    "harm": "Attack, abduction, execution",
    "dead": "People killed, injured or missing",
    "other": "Other event",
    "many": "Incidents of several kinds, with their number",
}


@dataclass(frozen=True)
class Party:
    """A holder with its letters and its place in the palette."""

    name: str
    letters: str
    tone: int


@dataclass(frozen=True)
class Control:
    """Who holds a place over a run of days."""

    lat: float
    lon: float
    place: str
    parties: tuple[Party, ...]
    shares: tuple[float, ...]
    contested: bool
    fire: tuple[Party, ...]
    first: int
    last: int
    newest: int
    claims: tuple[str, ...]
    words: str


@dataclass(frozen=True)
class Event:
    """The events of one family at one place; `days` holds one day for each."""

    lat: float
    lon: float
    place: str
    family: str
    days: tuple[int, ...]
    claims: tuple[str, ...]
    words: str


@dataclass(frozen=True)
class Flow:
    """People on the move, from a place and, where said, to another."""

    lat: float
    lon: float
    to: tuple[float, float] | None
    leaving: bool
    place: str
    number: float
    label: str
    first: int
    last: int
    claims: tuple[str, ...]
    words: str


@dataclass(frozen=True)
class Ground:
    """A place on the map, how surely it is located, and how much is said of it."""

    lat: float
    lon: float
    name: str
    radius_km: float
    weight: int


@dataclass(frozen=True)
class Marks:
    """All marks, in the order in which they are drawn, and the days that they span."""

    places: tuple[Ground, ...]
    controls: tuple[Control, ...]
    events: tuple[Event, ...]
    flows: tuple[Flow, ...]
    parties: tuple[Party, ...]
    first_day: datetime.date
    last_day: datetime.date

    @property
    def days(self) -> int:
        """The number of the last day."""
        return (self.last_day - self.first_day).days


def marks(edition: Edition) -> Marks | None:
    """What the map shows, None where the picture has no date at all."""
    picture = edition.picture
    dates = [d for r in edition.reports if (d := r.published)] + [d for f in picture.figures if (d := f.as_of)]
    last = picture.as_of or max(dates, default=None)
    if last is None:
        return None
    first = min([d for d in dates if d <= last], default=last) - datetime.timedelta(days=3)
    first = max(first, last - datetime.timedelta(days=1500))
    day = _Days(first, last)
    parties = _parties(edition)
    return Marks(
        places=_places(edition),
        controls=tuple(_controls(edition, parties, day)),
        events=tuple(_events(edition, day)),
        flows=tuple(_apart(_flows(edition, day))),
        parties=tuple(parties.values()),
        first_day=first,
        last_day=last,
    )


@dataclass(frozen=True)
class _Days:
    first: datetime.date
    last: datetime.date

    def of(self, date: datetime.date | None, missing: int) -> int:
        """The number of the day, kept within the span."""
        return missing if date is None else max(0, min((date - self.first).days, (self.last - self.first).days))


def _parties(edition: Edition) -> dict[str, Party]:
    """Holders with letters of their own, those with most places first."""
    counted = Counter(h.holder for h in edition.picture.holdings if h.holder)
    nameless = {h.holder for h in edition.picture.holdings if edition.unnamed(h)}
    taken: set[str] = set()
    parties = {}
    for tone, (name, _) in enumerate(sorted(counted.items(), key=lambda item: (-item[1], item[0]))):
        known = name not in nameless
        parties[name] = Party(edition.say(name) if known else "a force not named", _letters(name, taken) if known else "?", tone % 8)
    return parties


def _letters(name: str, taken: set[str]) -> str:
    """Initials that no other holder has."""
    initials = (
        "".join(w[0] for w in name.replace("-", " ").split() if w[:1].isalpha() and w.lower() not in {"of", "the", "and"}).upper()[:3]
        or "?"
    )
    if len(initials) == 1:
        initials = "".join(c for c in name if c.isalpha())[:2].capitalize() or initials
    made, n = initials, 2
    while made in taken:
        made, n = f"{initials[:2]}{n}", n + 1
    taken.add(made)
    return made


def located(edition: Edition, place: PicturePlace | None, claims: Sequence[str]) -> PicturePlace | None:
    """The place as this edition may show it, None where it is not located."""
    if place is None or place.lat is None or place.lon is None:
        return None
    backing = [c for i in claims if (c := edition.claim.get(i))]
    protected = any(is_protected(c.type) or any(p.id == place.id and p.kind in PROTECTED_KINDS for p in c.places) for c in backing)
    return edition.mask.picture_place(place, protected=protected)


def _places(edition: Edition) -> tuple[Ground, ...]:
    """Every located place once, with the number of claims behind it."""
    found: dict[tuple[float, float], tuple[str, float]] = {}
    weights: Counter[tuple[float, float]] = Counter()
    for thing in edition.things:
        place = located(edition, thing.place, thing.claims)
        if place and place.lat is not None and place.lon is not None:
            key = (round(place.lat, 3), round(place.lon, 3))
            name = words.where(place)
            found.setdefault(key, (name, place.radius_km or 0.0))
            weights[key] += max(1, len(thing.claims))
    return tuple(Ground(lat, lon, *found[lat, lon], weights[lat, lon]) for lat, lon in sorted(found, key=lambda k: (-weights[k], k)))


def _controls(edition: Edition, parties: dict[str, Party], day: _Days) -> Iterable[Control]:
    """One mark for each run of days in which the same word holds of a place."""
    by_place: dict[tuple[float, float, str], list[Holding]] = {}
    for holding in edition.picture.holdings:
        place = located(edition, holding.place, holding.claims)
        if place and place.lat is not None and place.lon is not None and (place.radius_km or 0) <= WHOLE_KM:
            by_place.setdefault((round(place.lat, 3), round(place.lon, 3), words.where(place)), []).append(holding)
    for (lat, lon, name), holdings in sorted(by_place.items()):
        spans = [(_begins(edition, h, day), day.of(h.to, ALWAYS) if h.to else ALWAYS, h) for h in holdings]
        edges = sorted({e for a, b, _ in spans for e in (a, b)})
        for start, end in zip(edges, edges[1:], strict=False):
            active = [h for a, b, h in spans if a <= start and b >= end]
            if active:
                yield _control(lat, lon, name, active, parties, start, end, day)


def _begins(edition: Edition, holding: Holding, day: _Days) -> int:
    """From when it is shown: its start, or the oldest word of it where the start is unknown."""
    if holding.from_:
        return day.of(holding.from_, 0)
    ends = [c.time.end for i in holding.claims if (c := edition.claim.get(i)) and c.time.end]
    return day.of(min(ends, default=holding.as_of), 0)


def _control(
    lat: float, lon: float, name: str, active: list[Holding], parties: dict[str, Party], start: int, end: int, day: _Days
) -> Control:
    present = [h for h in active if h.means != "fire"] or active
    fire = tuple(dict.fromkeys(parties[h.holder] for h in active if h.means == "fire" and h.holder))
    shares: dict[str, float] = {}
    for h in present:
        if h.holder:
            shares[h.holder] = h.share if h.share is not None else shares.get(h.holder, -1)
    holders = [parties[h] for h in shares]
    known = all(s >= 0 for s in shares.values())
    contested = any(h.state == "contested" for h in present) or (len(holders) > 1 and not known)
    newest = max((d for h in active if (d := h.as_of)), default=None)
    return Control(
        lat=lat,
        lon=lon,
        place=name,
        parties=tuple(holders[:3]),
        shares=tuple(s for s in list(shares.values())[:3] if s >= 0) if known else (),
        contested=contested,
        fire=fire,
        first=start,
        last=end,
        newest=day.of(newest, 0),
        claims=tuple(dict.fromkeys(i for h in active for i in (*h.claims, *h.contradicted_by))),
        words=f"{name}: {holding_words(present)}"
        + (f"; fire control by {words.listed([p.name for p in fire])}" if fire and present != active else "")
        + (f", newest word {words.date(newest)}" if newest else ""),
    )


def holding_words(holdings: Sequence[Holding]) -> str:
    """Who holds it, in a few words."""
    parts = []
    for h in holdings:
        share = f" ({words.count(h.share)} percent)" if h.share is not None else ""
        state = {"held": "held by", "contested": "contested by", "unknown": "holder unknown"}[h.state]
        parts.append(f"{state} {h.holder}{share}" if h.holder else "holder unknown")
    return "; ".join(dict.fromkeys(parts))


def family(incident: Incident) -> str:
    """The glyph that stands for the incident: of its most telling type."""
    families = [FAMILIES.get(t, "other") for t in incident.types]
    return next((f for f in ("air", "shell", "blast", "harm", "clash", "ring", "move", "dead") if f in families), "other")


def _events(edition: Edition, day: _Days) -> Iterable[Event]:
    grouped: dict[tuple[float, float, str, str], list[Incident]] = {}
    for incident in edition.picture.incidents:
        place = located(edition, incident.place, incident.claims)
        happened = incident.certainty not in {"denied", "planned", "expected", "possible"}
        if happened and place and place.lat is not None and place.lon is not None and (place.radius_km or 0) <= WHOLE_KM:
            grouped.setdefault((round(place.lat, 3), round(place.lon, 3), words.where(place), family(incident)), []).append(incident)
    for (lat, lon, name, kind), incidents in sorted(grouped.items()):
        incidents.sort(key=lambda i: (i.time.start or i.time.end or datetime.date.min, i.id))
        days = tuple(day.of(i.time.start or i.time.end, 0) for i in incidents)
        last = incidents[-1]
        said = words.period(last.time.start, last.time.end)
        many = f"{len(incidents)} times, newest {said}" if len(incidents) > 1 else said
        yield Event(
            lat,
            lon,
            name,
            kind,
            days,
            tuple(c for i in reversed(incidents) for c in i.claims)[:60],
            f"{FAMILY_WORDS[kind]}, {name}, {many}",
        )


def _flows(edition: Edition, day: _Days) -> Iterable[Flow]:
    by_id = {f.id: f for f in edition.picture.figures}
    for figure in edition.picture.figures:
        number = figure.best or figure.high or figure.low
        if (
            figure.kind != "displacement"
            or figure.measure == "rate"
            or figure.unit not in {"person", "household"}
            or not number
            or figure.part_of
        ):
            continue
        lead = edition.claim.get(figure.lead or "") or next((edition.claim[i] for i in figure.claims if i in edition.claim), None)
        ends = _ends(edition, figure, lead)
        if ends is None:
            continue
        (lat, lon), to, leaving = ends
        until = by_id.get(figure.superseded_by or "")
        first = day.of(figure.as_of, 0)
        last = day.of(until.as_of, ALWAYS) if until and until.as_of else ALWAYS
        if last <= first and figure.status == "superseded":
            continue
        name = words.where(figure.place)
        said = words.spread(figure.low, figure.best, figure.high)
        verb = words.kind_words(figure.type).lower()
        yield Flow(
            lat,
            lon,
            to,
            leaving,
            name,
            number,
            label(figure),
            first,
            last,
            figure.claims,
            f"{said} {verb}, {name}, as of {words.date(figure.as_of)}",
        )


def _apart(flows: Iterable[Flow]) -> list[Flow]:
    """The flows, of those that would be drawn as rings about one point at one time only the largest."""
    kept: list[Flow] = []
    for flow in sorted(flows, key=lambda f: (-f.number, f.first, f.words)):
        hidden = any(_same_ring(flow, k) and flow.first < k.last and k.first < flow.last for k in kept)
        if flow.to or not hidden:
            kept.append(flow)
    return kept


def _same_ring(one: Flow, other: Flow) -> bool:
    return one.to is None and other.to is None and (one.lat, one.lon) == (other.lat, other.lon)


def label(figure: Figure) -> str:
    """The figure beside its mark, with its bounds: "28,400", "≥ 33,000", "≤ 78,000", "24–99 households"."""
    low, best, high = figure.low, figure.best, figure.high
    if high is None:
        said = f"≥ {short(low or best or 0)}"
    elif low is None:
        said = f"≤ {short(high)}"
    else:
        said = short(best) if best is not None else f"{short(low)}–{short(high)}"
    return f"{said} households" if figure.unit == "household" else said


def short(number: float) -> str:
    """The number as a label: "28,400", "1.2 m"."""
    return words.count(number) if number < 1_000_000 else f"{number / 1_000_000:.1f} m"


def _ends(edition: Edition, figure: Figure, lead: Claim | None) -> tuple[tuple[float, float], tuple[float, float] | None, bool] | None:
    """Where the people left and where they went; the place itself where only one is known."""
    spots = {p.role: spot for p in (lead.places if lead else ()) if (spot := _spot(edition, p, figure.type))}
    origin, arrival = spots.get("origin"), spots.get("destination")
    if origin and arrival and math.dist(origin, arrival) > 0.01:
        return origin, arrival, True
    place = located(edition, figure.place, figure.claims)
    if place is None or place.lat is None or place.lon is None or (place.radius_km or 0) > WHOLE_KM:
        return None
    return (place.lat, place.lon), None, figure.role == "origin" or origin is not None


def _spot(edition: Edition, place: ClaimPlace, type_: str) -> tuple[float, float] | None:
    shown = edition.mask.place(place, protected=is_protected(type_))
    return (shown.lat, shown.lon) if shown.lat is not None and shown.lon is not None else None


def stable(text: str) -> str:
    """A short name for the text, the same every time."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]
