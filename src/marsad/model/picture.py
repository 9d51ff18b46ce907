"""What several reports together support: figures, holdings and incidents, each pointing back to its claims."""

import datetime
from typing import Literal

import msgspec

FigureStatus = Literal["single-source", "corroborated", "contested", "superseded"]
HoldingState = Literal["held", "contested", "unknown"]
Grade = Literal["confirmed", "fair", "weak", "contested", "discounted"]


class PicturePlace(msgspec.Struct, frozen=True, kw_only=True):
    """Where it is: the resolved place shared by the claims."""

    name: str | None = None
    id: str | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    part: str | None = None
    radius_km: float | None = None


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """One count that several claims are about; `best` is None where sources contradict each other."""

    id: str
    kind: str
    type: str
    place: PicturePlace | None
    unit: str | None
    measure: str | None
    per: str | None = None
    as_of: datetime.date | None = None
    since: datetime.date | None = None
    low: float | None = None
    best: float | None = None
    high: float | None = None
    sources: tuple[str, ...] = ()  # independent roots
    reports: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    status: FigureStatus = "single-source"
    superseded_by: str | None = None
    reasons: tuple[str, ...] = ()
    certainty: str = "asserted"  # the weakest status among the claims
    series: str | None = None  # figures of one series share this
    part_of: str | None = None
    doubtful: bool = False


class Holding(msgspec.Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """Who holds which place in which period."""

    id: str
    place: PicturePlace
    holder: str | None
    share: float | None = None
    state: HoldingState = "held"
    from_: datetime.date | None = None
    to: datetime.date | None = None
    as_of: datetime.date | None = None
    claims: tuple[str, ...] = ()
    contradicted_by: tuple[str, ...] = ()
    means: str | None = None
    claimed_by_party: bool = False  # only the holder itself says so
    reasons: tuple[str, ...] = ()


class CountRange(msgspec.Struct, frozen=True, kw_only=True):
    """A range of people."""

    low: float | None = None
    best: float | None = None
    high: float | None = None


class VictimGroups(msgspec.Struct, frozen=True, kw_only=True):
    """The same people by group, where said."""

    civilian: CountRange | None = None
    fighter: CountRange | None = None
    unknown: CountRange | None = None


class VictimCount(msgspec.Struct, frozen=True, kw_only=True):
    """People killed or injured in an incident, as a range and by group."""

    low: float | None = None
    best: float | None = None
    high: float | None = None
    by: VictimGroups = VictimGroups()


class IncidentActor(msgspec.Struct, frozen=True, kw_only=True):
    """An actor of an incident in its role."""

    role: str
    name: str


class Interval(msgspec.Struct, frozen=True, kw_only=True):
    """An inclusive interval of dates."""

    start: datetime.date | None = None
    end: datetime.date | None = None


class Incident(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that happened, however many reports tell it."""

    id: str
    types: tuple[str, ...]
    place: PicturePlace | None
    time: Interval
    actors: tuple[IncidentActor, ...] = ()
    killed: VictimCount | None = None
    injured: VictimCount | None = None
    grade: Grade | None = None
    sources: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    strike_status: str | None = None
