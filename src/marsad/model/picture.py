"""What several reports together support (figures, holdings, incidents), each pointing back to its claims; and the picture they make."""

import datetime
from typing import Literal

import msgspec

FigureStatus = Literal["single-source", "corroborated", "contested", "superseded"]
HoldingState = Literal["held", "contested", "unknown"]
Grade = Literal["confirmed", "fair", "weak", "contested", "discounted"]
Mark = Literal["jump", "fall", "undated", "ceiling", "outlier", "denied", "doubted", "withdrawn"]
Freshness = Literal["fresh", "ageing", "stale", "unknown"]


class PicturePlace(msgspec.Struct, frozen=True, kw_only=True):
    """Where it is: the resolved place shared by the claims."""

    name: str | None = None
    id: str | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    part: str | None = None
    radius_km: float | None = None


class Contender(msgspec.Struct, frozen=True, kw_only=True):
    """One side of a contested figure: the sources that agree with each other, and their value."""

    sources: tuple[str, ...]
    low: float | None = None
    best: float | None = None
    high: float | None = None
    words: str | None = None  # the number as its source wrote it
    claims: tuple[str, ...] = ()


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
    part_of: str | None = None  # id of the figure of which this one counts a part ("of whom 15,200")
    doubtful: bool = False
    role: str | None = None  # of the place: origin ("from"), at ("in"), destination ("to")
    lead: str | None = None  # id of the claim whose value and words stand for the figure
    words: str | None = None  # the number as the lead claim wrote it
    contenders: tuple[Contender, ...] = ()  # filled where contested
    supersedes: str | None = None
    within: tuple[str, ...] = ()  # ids of figures of the same kind for a place that contains this one
    denied_by: tuple[str, ...] = ()  # ids of claims that deny it
    marks: tuple[Mark, ...] = ()
    copies: int = 0  # reports that only repeat another one


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
    sources: tuple[str, ...] = ()  # independent roots
    reports: tuple[str, ...] = ()
    role: str = "at"
    former_holder: str | None = None
    age_days: int | None = None  # filled in a picture: days since the newest word of it
    freshness: Freshness = "unknown"  # filled in a picture
    entered_by: tuple[str, ...] = ()  # forces said to be inside without holding it


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


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody says about who did it."""

    source: str
    stance: Literal["admits", "claims", "denies", "attributes"]
    party: str | None = None  # the one who is said to have done it
    status: str = "asserted"
    claims: tuple[str, ...] = ()


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
    reports: tuple[str, ...] = ()
    certainty: str = "asserted"  # the weakest status among the claims that tell of it
    parties: tuple[str, ...] = ()  # those said to have done it, members folded into their coalition
    positions: tuple[Position, ...] = ()
    copies: int = 0


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One side of a contradiction: who says what."""

    who: tuple[str, ...]
    says: str
    claims: tuple[str, ...] = ()


class Contradiction(msgspec.Struct, frozen=True, kw_only=True):
    """Claims that cannot all be true, or that should be looked at before they are believed."""

    id: str
    kind: Literal[
        "values", "fall", "jump", "outlier", "denial", "part exceeds whole", "rate", "holders", "shares", "parties", "doubt", "correction"
    ]
    about: tuple[str, ...]  # ids of figures, holdings or incidents
    place: PicturePlace | None = None
    words: str = ""  # one plain sentence
    sides: tuple[Side, ...] = ()
    claims: tuple[str, ...] = ()
    since: datetime.date | None = None
    until: datetime.date | None = None


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """Two or three figures of one movement, reckoned against each other."""

    id: str
    figures: tuple[str, ...]
    verdict: Literal["consistent", "mismatch", "cannot be told"]
    words: str
    place: PicturePlace | None = None


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """Why two claims or figures are the same, are a part of each other, or are kept apart."""

    one: str
    other: str
    verdict: Literal["same", "copy", "part", "within", "supersedes", "apart"]
    reasons: tuple[str, ...]


class Unused(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that backs no figure, holding or incident, and why."""

    claim: str
    reason: str


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What differs between two pictures."""

    kind: Literal[
        "new", "revised up", "revised down", "superseded", "retracted", "contested", "settled", "changed hands", "new evidence", "regraded"
    ]
    subject: Literal["figure", "holding", "incident"]
    words: str
    before: str | None = None  # id in the earlier picture
    after: str | None = None  # id in the later picture
    place: PicturePlace | None = None
    claims: tuple[str, ...] = ()


class Gap(msgspec.Struct, frozen=True, kw_only=True):
    """Something that nobody knows, or that nobody has said lately."""

    kind: Literal["no recent word", "holder unknown", "no source", "no place", "no date", "set aside", "no number", "not confirmed"]
    words: str
    place: PicturePlace | None = None
    about: tuple[str, ...] = ()  # ids of figures, holdings, incidents, claims or reports
    days: int | None = None


class Outlook(msgspec.Struct, frozen=True, kw_only=True):
    """What the reported figures would imply, as a range with its arithmetic; never a fact."""

    id: str
    kind: Literal["capacity", "days until out", "announced"]
    words: str
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    earliest: datetime.date | None = None
    latest: datetime.date | None = None
    arithmetic: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    place: PicturePlace | None = None
    figures: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


class SourceLine(msgspec.Struct, frozen=True, kw_only=True):
    """One publisher or root and how much of the picture rests on it."""

    name: str
    role: Literal["publisher", "root", "publisher and root"]
    reports: tuple[str, ...] = ()  # reports that it printed
    copies: int = 0  # of these, those that repeat another report
    claims: int = 0  # claims of which it is the root
    figures: tuple[str, ...] = ()
    newest: datetime.date | None = None


class Reconciled(msgspec.Struct, frozen=True, kw_only=True):
    """All that the claims of all reports together support, with the reason of every link and refusal."""

    figures: tuple[Figure, ...] = ()
    holdings: tuple[Holding, ...] = ()
    incidents: tuple[Incident, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    checks: tuple[Check, ...] = ()
    links: tuple[Link, ...] = ()
    unused: tuple[Unused, ...] = ()


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """The state as of one date: what is supported, what contradicts, what nobody knows, what it would imply."""

    as_of: datetime.date | None = None
    first: datetime.date | None = None  # the oldest publication date among the reports
    reports: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()  # current ones first, superseded ones after
    holdings: tuple[Holding, ...] = ()
    incidents: tuple[Incident, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    checks: tuple[Check, ...] = ()
    gaps: tuple[Gap, ...] = ()
    outlook: tuple[Outlook, ...] = ()
    sources: tuple[SourceLine, ...] = ()
    links: tuple[Link, ...] = ()
    unused: tuple[Unused, ...] = ()
