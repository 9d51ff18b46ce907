"""Which figures lead: the current ones, counted in people, those with more roots and more people first, no subject twice in a row."""

import datetime
import math
from collections import Counter
from collections.abc import Container, Sequence

from marsad.model.claim import Claim
from marsad.model.picture import Figure, Holding, Incident
from marsad.publish.edition import Edition

LATELY = datetime.timedelta(days=60)
OLD = 2.5  # the most that age takes away: the great count of a crisis stays a key figure until a newer one replaces it
_KINDS = {"displacement": 4.0, "population": 3.5, "casualty": 3.0, "response": 2.0}
SURE = frozenset({"asserted", "estimated", "alleged"})
_SURE = {
    "asserted": 1.0,
    "estimated": 0.8,
    "alleged": 0.3,
    "possible": -1.5,
    "expected": -3.0,
    "planned": -3.0,
    "doubted": -2.0,
    "denied": -4.0,
}


def current(figures: Sequence[Figure]) -> list[Figure]:
    """Figures that nothing has replaced."""
    return [f for f in figures if f.status != "superseded"]


def leading(edition: Edition, most: int, *, each: int = 3, sure: bool = False, kinds: Container[str] = tuple(_KINDS)) -> list[Figure]:
    """The figures that a reader should see first, of one subject in one place only the first; with `sure`, no possibilities."""
    ranked = sorted((f for f in current(edition.picture.figures) if _counts_people(f)), key=lambda f: (-weight(edition, f), f.id))
    taken: list[Figure] = []
    taken_of: Counter[tuple[str, str]] = Counter()
    told: set[tuple[str, str, str | None]] = set()
    for figure in ranked:
        if figure.kind not in kinds or (sure and figure.certainty not in SURE):
            continue
        subject = (figure.kind, figure.type if figure.measure != "rate" else "rate")
        spot = (*subject, (figure.place.id or figure.place.name) if figure.place else None)
        if any(_same_count(figure, other) for other in taken):
            continue
        if taken_of[subject] < (each if figure.kind == "displacement" else 2) and (figure.measure == "rate" or spot not in told):
            taken_of[subject] += 1
            told.add(spot)
            taken.append(figure)
        if len(taken) == most:
            break
    return taken


def _same_count(one: Figure, other: Figure) -> bool:
    """True where one source gives one number for two places of which one lies in the other, or is told more widely."""
    if (one.type, one.measure, one.best) != (other.type, other.measure, other.best) or not set(one.sources) & set(other.sources):
        return False
    return one.as_of is not None and other.as_of is not None and abs((one.as_of - other.as_of).days) <= 14


def _counts_people(figure: Figure) -> bool:
    sized = any(v is not None for v in (figure.low, figure.best, figure.high))
    return figure.kind in _KINDS and figure.unit in {"person", "household", None} and sized and figure.certainty not in {"denied"}


def weight(edition: Edition, figure: Figure) -> float:
    """How much a figure matters: its kind, how many people, how many independent roots, how new, how sure."""
    size = math.log10(max(1.0, figure.best or figure.high or figure.low or 1.0))
    age = (edition.picture.as_of - figure.as_of).days if edition.picture.as_of and figure.as_of else 60
    doubt = 3.0 if figure.doubtful else 0.0
    part = 4.5 if figure.type == "resident" else 2.0 if figure.part_of else 0.0  # who lives there is background
    reports = math.log2(1 + len(figure.reports))
    placed = 3.5 if figure.place and figure.place.lat is not None else 0.0
    return (
        _KINDS.get(figure.kind, 1.0)
        + size
        + len(figure.sources) * 0.6
        + reports * 0.5
        + _SURE.get(figure.certainty, 0.0)
        + placed
        - min(OLD, age / 60)
        - doubt
        - part
    )


def newest_gain(edition: Edition) -> Holding | None:
    """The latest place that changed hands of late."""
    as_of = edition.picture.as_of
    gained = [
        (day, h)
        for h in edition.picture.holdings
        if (day := h.from_ or h.as_of) and h.holder and h.to is None and h.state != "unknown" and _changed(h, edition)
        if as_of and as_of - day <= LATELY
    ]
    return max(
        gained,
        key=lambda one: (not _is_road(one[1]), one[0], len(one[1].claims), one[1].place.radius_km or 0.0, one[1].id),
        default=(None, None),
    )[1]


def _changed(holding: Holding, edition: Edition) -> bool:
    return any(took(holding, claim) for i in holding.claims if (claim := edition.claim.get(i)))


def _is_road(holding: Holding) -> bool:
    return (holding.place.name or "").lower().endswith(("road", "highway", "bridge", "street"))


def took(holding: Holding, claim: Claim) -> bool:
    """True where the claim says that the holder took the place, and not that somebody took a part of it from the holder."""
    mine = any(actor.role == "holder" and holding.holder in (actor.name, actor.text) for actor in claim.actors)
    return claim.type == "gained" and claim.status in SURE and mine


def gravest(edition: Edition) -> Incident | None:
    """The incident with most people killed, the newest of equals."""
    deadly = [i for i in edition.picture.incidents if i.killed and (i.killed.best or i.killed.low)]
    return max(deadly, key=lambda i: (_gravity(i), str(i.time.end), i.id), default=None)


def _gravity(incident: Incident) -> float:
    """How many are surely dead, a ceiling counting little, and how well it is borne out."""
    killed = incident.killed
    if killed is None:
        return 0.0
    sure = killed.low if killed.low is not None else 0.3 * (killed.best or 0)
    return sure * {"confirmed": 3.0, "fair": 1.5, "weak": 1.0, "contested": 1.0, "discounted": 0.3}.get(incident.grade or "", 0.8)
