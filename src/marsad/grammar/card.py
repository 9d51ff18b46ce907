"""A rule card as data: trigger, roles, the claim that it makes, and the sentences that show it."""

from typing import Any, Literal, get_args

import msgspec

from marsad.model.claim import TYPES, ActorRole, Kind, Measure, PlaceRole, Status

CLASSES = (
    "people",
    "single",
    "force",
    "actor",
    "place",
    "household",
    "indefinite",
    "any",
    "thing",
    "pronoun",
    "person",
    "name",
    "owned",
    "unknown",
    "town",
    "part_of_country",
    "owner",
    "located",
    "helper",
    "relief",
    "humane",
    "few",
    "share",
    "uprooted",
    "nationals",
    "countries",
    "whole_country",
    "armed_group",
    "bare",
    "heading",
    "item",
    "moment",
    "own",
    "charged",
)
ROLE_NAMES = (*get_args(PlaceRole), *get_args(ActorRole), "who", "count", "share")
BLOWS = frozenset({"air_strike", "shelling", "ied", "suicide_bomb", "chemical_attack"})  # kinds of attack told by what struck
CIVIL = {("event", "attack"), ("event", "abduction"), ("event", "arrest"), ("event", "execution"), ("event", "sexual_violence")}
COUNTS = ("required", "optional", "none")


class Role(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which argument fills a role, and what it must be; `must` names classes or word lists, `never` rules some out."""

    is_: tuple[str, ...] = msgspec.field(name="is")
    must: tuple[str, ...] = ("any",)
    never: tuple[str, ...] = ()
    count: Literal["required", "optional", "none"] = "none"
    required: bool = False
    as_: str | None = msgspec.field(name="as", default=None)
    hidden: bool = False  # checked, but not part of the claim

    @property
    def is_required(self) -> bool:
        """Whether the card stops where the role stays empty."""
        return self.required or self.count == "required"


class Makes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The claim that a filled card makes."""

    type: str
    kind: Kind | None = None  # where it differs from the folder
    measure: Measure | None = None
    unit: str | None = None
    status: Status | None = None
    means: str | None = None
    civilian: bool | None = None
    when_denied: bool = False  # the words deny something, and that is the claim: "there is no longer any rebel presence"
    denies: bool = False  # the words deny by themselves ("barred aid workers from the camp"); with `when_denied`, only a denial is claimed
    abroad: str | None = None  # the type where the words say that a border was crossed
    denied_as: str | None = None  # the type where the words are denied: who cannot be reached has no access
    as_before: bool = False  # a number of those who were counted just before: "the figure stood at 9,000 in May"


class NotExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence that the card must not read, or a known miss, with the reason."""

    text: str
    why: str


class Card(msgspec.Struct, frozen=True):
    """One frame; `kind` is the folder that it stands in."""

    id: str
    says: str
    kind: Kind
    trigger: tuple[str, ...]
    roles: dict[str, Role]
    claim: Makes
    examples: tuple[str, ...]
    not_: tuple[NotExample, ...]
    gaps: tuple[NotExample, ...] = ()
    unless: dict[str, Role] = {}  # where one of these is filled, the words mean something else ("took place")
    any_of: tuple[tuple[str, ...], ...] = ()  # of each group at least one role is filled
    purpose: bool = False  # whether a bare purpose clause ("to demine the road") is read too
    order: int = 0

    @property
    def stands_in_peace(self) -> bool:
        """Whether its claim may be true of a report that tells of no conflict; many people on the move or in need may be."""
        return self.needs_many or self.kind == "casualty" or (self.kind, self.claim.type) in CIVIL

    @property
    def needs_many(self) -> bool:
        """Whether its claim is told in peace of many people only; how many live somewhere is not told then at all."""
        return self.kind == "displacement" or (self.kind == "population" and self.claim.type != "resident")


class _RawCard(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    says: str
    trigger: str | list[str]
    claim: Makes
    examples: list[str]
    roles: dict[str, dict[str, Any]] = {}
    unless: dict[str, dict[str, Any]] = {}
    not_: list[NotExample] = msgspec.field(name="not", default=[])
    gaps: list[NotExample] = []
    any_of: list[list[str]] = []
    purpose: bool = False


def _listed(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(str(v) for v in value)
    return () if value is None else (str(value),)


def _role(card: str, name: str, raw: dict[str, Any]) -> Role:
    raw = dict(raw)
    unknown = set(raw) - {"is", "must", "never", "count", "required", "as", "hidden"}
    if unknown:
        raise ValueError(
            f"card {card}: role {name}: {sorted(unknown)[0]!r} is unknown; allowed: is, must, never, count, required, as, hidden"
        )
    relations = raw.get("is")
    if isinstance(relations, list) and any(isinstance(one, bool) for one in relations):
        raise ValueError(f'card {card}: role {name}: a bare on or off is no word in YAML; write "on", "off"')
    if raw.get("count", "none") not in COUNTS:
        raise ValueError(f"card {card}: role {name}: count {raw['count']!r} is unknown; allowed: {', '.join(COUNTS)}")
    return Role(
        is_=_listed(raw.get("is")),
        must=_listed(raw.get("must")) or ("any",),
        never=_listed(raw.get("never")),
        count=raw.get("count", "none"),
        required=bool(raw.get("required", False)),
        as_=raw.get("as"),
        hidden=bool(raw.get("hidden", False)),
    )


def make_card(raw: object, kind: Kind, order: int) -> Card:
    """A checked card; a typo raises ValueError with the card's id, the bad word and what is allowed."""
    try:
        parsed = msgspec.convert(raw, _RawCard)
    except msgspec.ValidationError as error:
        name = raw.get("id", "?") if isinstance(raw, dict) else "?"
        raise ValueError(f"card {name}: {error}") from None
    roles = {name: _role(parsed.id, name, value) for name, value in parsed.roles.items()}
    for name, role in roles.items():
        if not role.hidden and (role.as_ or name) not in ROLE_NAMES:
            raise ValueError(f"card {parsed.id}: role {name!r} is unknown; allowed: {', '.join(ROLE_NAMES)}")
    claim_kind: Kind = parsed.claim.kind or kind
    if claim_kind not in TYPES or parsed.claim.type not in TYPES[claim_kind]:
        raise ValueError(f"card {parsed.id}: type {parsed.claim.type!r} is unknown for {claim_kind}; see TYPES")
    for other in (parsed.claim.denied_as, parsed.claim.abroad):
        if other is not None and other not in TYPES[claim_kind]:
            raise ValueError(f"card {parsed.id}: type {other!r} is unknown for {claim_kind}; see TYPES")
    if not parsed.examples or not parsed.not_:
        raise ValueError(f"card {parsed.id}: needs at least one example and one `not`")
    for group in parsed.any_of:
        for name in group:
            if name not in roles:
                raise ValueError(f"card {parsed.id}: any_of names role {name!r}, which it does not have")
    return Card(
        id=parsed.id,
        says=parsed.says,
        kind=claim_kind,
        trigger=_listed(parsed.trigger),
        roles=roles,
        claim=parsed.claim,
        examples=tuple(parsed.examples),
        not_=tuple(parsed.not_),
        gaps=tuple(parsed.gaps),
        unless={name: _role(parsed.id, name, value) for name, value in parsed.unless.items()},
        any_of=tuple(tuple(g) for g in parsed.any_of),
        purpose=parsed.purpose,
        order=order,
    )
