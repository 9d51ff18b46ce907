"""Words of a report that name a place, a time, a quantity, an actor, or that say who says what."""

import datetime
from typing import Literal

import msgspec

from marsad.model.report import Field

PlaceMethod = Literal["gazetteer", "context", "relation", "dateline"]
SpeakerRole = Literal["speaker", "cited"]


class Span(msgspec.Struct, frozen=True):
    """Offsets in the report's field, end exclusive."""

    start: int
    end: int


class PlaceMention(msgspec.Struct, frozen=True, kw_only=True):
    """Words that name a place; unresolved ones have neither name nor coordinates, and stay."""

    start: int
    end: int
    text: str
    field: Field = "text"
    name: str | None = None  # canonical name
    id: str | None = None  # "geonames:99072", "marsad:euphrates"
    lat: float | None = None
    lon: float | None = None
    country: str | None = None  # ISO 3166-1 alpha-2
    admin1: str | None = None
    part: str | None = None  # north south east west centre "old city" ...
    kind: str | None = None  # settlement, admin1, admin2, country, region, river, road, camp, site, mountain, relative ...
    radius_km: float | None = None
    method: PlaceMethod | None = None
    adjectival: bool = False  # a demonym or an institution ("Iraqi", "Baghdad government"): no place of an event
    anaphor: bool = False  # "the town", "both cities": stands for a place named before; never written to mentions.jsonl
    generic: bool = False  # a common noun for a place ("a petrol station"); always adjectival too, so that no rule takes it for a named one
    population: int | None = None
    container: str | None = None  # id of the place that contains it, where known
    reason: str | None = None  # why this reading was chosen, in words


class TimeMention(msgspec.Struct, frozen=True, kw_only=True):
    """Words that name a time; `value` is in TIMEX3 notation, the dates bound the interval it lies in."""

    start: int
    end: int
    text: str
    field: Field = "text"
    value: str | None = None
    value_start: datetime.date | None = None
    value_end: datetime.date | None = None
    relation: Literal["on", "since", "until", "before", "after", "during", "for", "by"] = "on"  # the word that introduces it
    kind: Literal["date", "time", "duration", "set", "ref"] = "date"
    method: str | None = None  # calendar, anchor:published, anchor:narrative, tense ...


class QuantityMention(msgspec.Struct, frozen=True, kw_only=True):
    """A number with its hedge and, where the words give them, its unit and period."""

    start: int
    end: int
    text: str
    field: Field = "text"
    low: float | None = None
    best: float | None = None
    high: float | None = None
    approximate: bool = False
    unit: str | None = None  # person, household, percent, place, fighter, site, strike, km2, or a plain singular noun
    per: Literal["hour", "day", "week", "month", "year"] | None = None
    noun: Span | None = None  # the counted noun, where it stands beside the number
    number: Span | None = None  # the number's own words, without hedge and noun
    estimated: bool = False  # "an estimated", "thought to be"
    more: bool = False  # "another 3,000", "3,000 more": to be added to an earlier count
    also: tuple["QuantityMention", ...] = ()  # the same count in another unit: "300 families (1,800 people)"


class ActorMention(msgspec.Struct, frozen=True, kw_only=True):
    """Words that name an armed force, group, government, agency, monitor, media house or person."""

    start: int
    end: int
    text: str
    field: Field = "text"
    name: str | None = None  # canonical name
    kind: str | None = None  # state force, armed group, police, coalition, humanitarian, government, monitor, media, person, civilians ...
    id: str | None = None
    country: str | None = None
    adjectival: bool = False  # stands before a noun: "IS-held Hit", "Russian air strike"
    generic: bool = False  # "the militants", "government forces": to be resolved by the report's other actors
    person: str | None = None
    title: str | None = None
    org: str | None = None


class Speaker(msgspec.Struct, frozen=True, kw_only=True):
    """One link of the chain of attribution."""

    role: SpeakerRole
    text: str
    start: int | None = None
    end: int | None = None
    name: str | None = None
    person: str | None = None
    title: str | None = None
    org: str | None = None
    kind: str | None = None  # as ActorMention.kind, or "anonymous"


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """Who says what: the words of the source, of the cue and of what is said; `speakers` is the chain, nearest first."""

    start: int
    end: int
    text: str
    field: Field = "text"
    source: Span | None = None
    cue: Span | None = None
    content: Span | None = None
    speakers: tuple[Speaker, ...] = ()
    lemma: str | None = None  # of the cue: say, claim, deny, estimate ...
    quoted: bool = False


Mention = PlaceMention | TimeMention | QuantityMention | ActorMention | Attribution


class Mentions(msgspec.Struct, frozen=True):
    """All that the readers found in one report, each kind in text order (title first)."""

    places: tuple[PlaceMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    quantities: tuple[QuantityMention, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
