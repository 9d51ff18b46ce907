"""A claim: one thing that one report asserts about a crisis, tied to the words that assert it."""

import datetime
from typing import Literal

import msgspec

from marsad.model.mention import PlaceMethod, SpeakerRole
from marsad.model.report import Field

Kind = Literal["displacement", "population", "control", "event", "casualty", "response", "responsibility"]
Status = Literal["asserted", "estimated", "alleged", "expected", "planned", "possible", "denied", "doubted"]
Measure = Literal["cumulative", "stock", "rate", "incident"]
Per = Literal["hour", "day", "week", "month", "year"]
PlaceRole = Literal["origin", "destination", "at", "target", "toward", "near"]
ActorRole = Literal["agent", "holder", "former_holder", "target", "victim", "provider", "supporter"]

TYPES: dict[Kind, tuple[str, ...]] = {
    "displacement": ("displaced", "evacuated", "returned", "sheltering", "refugee"),
    "population": ("resident", "remaining", "trapped", "in_need"),
    "control": ("gained", "lost", "held", "contested"),
    "event": (
        "offensive", "advance", "retreat", "encirclement", "armed_clash", "air_strike", "shelling", "ied", "suicide_bomb", "attack",
        "execution", "abduction", "mine_clearance", "ceasefire", "arrest", "chemical_attack", "sexual_violence", "looting",
    ),
    "casualty": ("killed", "injured", "missing", "casualties"),
    "response": ("aid_delivered", "site_capacity", "site_opened", "access"),
    "responsibility": ("claimed", "denied", "attributed"),
}  # fmt: skip


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """The clause that carries a claim: an exact slice of the report's field."""

    start: int
    end: int
    text: str
    field: Field = "text"
    page: int | msgspec.UnsetType = msgspec.UNSET  # where the report came in pages: the one that the words begin on, from 1


class AlsoQuantity(msgspec.Struct, frozen=True):
    """The same count told in a second unit."""

    low: float | None
    best: float | None
    high: float | None
    unit: str | None


class Quantity(msgspec.Struct, frozen=True, kw_only=True):
    """A count with its range, unit and measure; the range is the value."""

    text: str
    low: float | None = None
    best: float | None = None
    high: float | None = None
    approximate: bool = False
    unit: str | None = None
    measure: Measure | None = None
    per: Per | None = None
    also: tuple[AlsoQuantity, ...] = ()


class ClaimPlace(msgspec.Struct, frozen=True, kw_only=True):
    """A place in its role; `method` is None and the coordinates are empty where it is unresolved."""

    role: PlaceRole
    text: str
    name: str | None = None
    part: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    method: PlaceMethod | None = None
    id: str | None = None
    kind: str | None = None
    admin1: str | None = None
    container: str | None = None
    reason: str | None = None


class ClaimTime(msgspec.Struct, frozen=True, kw_only=True):
    """An inclusive interval of dates; None where open or unknown."""

    text: str | None = None
    start: datetime.date | None = None
    end: datetime.date | None = None
    method: str | None = None


class ClaimActor(msgspec.Struct, frozen=True, kw_only=True):
    """An actor in its role."""

    role: ActorRole
    text: str
    name: str | None = None
    kind: str | None = None
    id: str | None = None


class ClaimSource(msgspec.Struct, frozen=True, kw_only=True):
    """One link of the chain of attribution, nearest first."""

    role: SpeakerRole
    text: str
    name: str | None = None
    person: str | None = None
    title: str | None = None
    org: str | None = None
    kind: str | None = None


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that one report asserts; never the program's own inference."""

    id: str
    report: str
    kind: Kind
    type: str
    status: Status = "asserted"
    evidence: Evidence
    quantity: Quantity | None = None
    places: tuple[ClaimPlace, ...] = ()
    time: ClaimTime = ClaimTime()
    actors: tuple[ClaimActor, ...] = ()
    sources: tuple[ClaimSource, ...] = ()
    civilian: bool | None = None  # casualties: whether the victims are civilians
    means: str | None = None  # control: fire, handover
    part_of: str | None = None  # id of the claim of which this count is a part ("including 12 children")
    victims: str | None = None  # casualties: the words for the victims' kind (children, soldiers ...)
    out_of_reach: bool = False  # access: who is told of cannot be reached, or is refused
    additional: bool = False  # "another 3,000": to be added to an earlier count
    card: str = ""  # id of the grammar card that made it
    warnings: tuple[str, ...] = ()  # what the kind's checks found impossible or suspicious

    @property
    def negated(self) -> bool:
        """Whether the claim is that something is not so."""
        return self.status == "denied" or self.out_of_reach
