"""What single claims say about who holds a place."""

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import msgspec

from marsad.languages import folder, load_yaml
from marsad.model.claim import Claim, ClaimPlace
from marsad.reconcile.families import side
from marsad.reconcile.said import Said
from marsad.reconcile.where import Places, Where, whole, wide, within

PRONOUNS = frozenset({"we", "our forces", "they", "it", "he", "she", "his forces", "their forces", "i"})
ARTICLES = frozenset("the a an its their his her one two three some".split())
_PART_WORDS = re.compile(r"(?i)\b(?:part|half|side|bank|sector|districts|neighbou?rhoods|suburbs) of\b")
HELD = ("held", "contested", "lost", "gained")  # on one day, what is gained comes after what was held


@dataclass(frozen=True, slots=True)
class Observation:
    """One claim about the control of one place."""

    said: Said
    where: Where
    type: str
    holder: str | None
    former: str | None
    start: datetime.date | None
    day: datetime.date | None
    share: float | None
    partial: bool
    means: str | None
    vague: bool = False  # the holder is named by a common noun that the report does not settle

    @property
    def side(self) -> str | None:
        """The side that holds the place by this claim."""
        return side(self.holder) if self.holder else None

    @property
    def former_side(self) -> str | None:
        """The side that no longer holds it by this claim."""
        return side(self.former) if self.former else None

    @property
    def order(self) -> tuple[str, int, str]:
        """By day; on one day what was held comes before what was gained."""
        return (self.day.isoformat() if self.day else "0000", HELD.index(self.type), self.said.id)


def observations(said: Iterable[Said], places: Places) -> Iterator[Observation]:
    """One observation for each place of each claim of control; of places inside each other only the inner one is meant."""
    for one in said:
        named = [place for place in one.claim.places if place.role in ("at", "target") and is_named(place)]
        wheres = [places.of(one.report.id, place) for place in named]
        narrower = any(place.kind != "country" for place in one.claim.places if place.role in ("at", "target"))
        for place, where in zip(named, wheres, strict=True):
            if place.kind == "country" and narrower:
                continue
            if not any(_inside(other, where) for other in wheres):
                yield _observe(one, place, where)


def _inside(inner: Where, outer: Where) -> bool:
    """True where the inner place lies in the outer one, or somewhere in the place of which the outer one is a part."""
    return within(inner, outer) or (inner.base != outer.base and within(inner, whole(outer)))


def entries(said: Iterable[Said], places: Places) -> Iterator[Observation]:
    """Claims that forces went into a place: they are inside, and nothing more."""
    for one in said:
        for place in one.claim.places:
            if place.role == "target" and is_named(place):
                seen = _observe(one, place, places.of(one.report.id, place))
                if seen.holder and not seen.partial and seen.where.lat is not None and not wide(seen.where):
                    yield seen


def actor(claim: Claim, role: str) -> str | None:
    """The name of the first actor in a role; "we" is the speaker's side."""
    named = [a.name or a.text for a in claim.actors if a.role == role]
    sides = {side(name) for name in named}
    found = named[0] if len(named) == 1 else sides.pop() if len(sides) == 1 else next(iter(named), None)
    if found is None or found.lower() not in PRONOUNS:
        return found
    return next((source.org or source.name for source in claim.sources if source.org or source.name), None)


def is_named(place: ClaimPlace) -> bool:
    """True where the place is on the map or has a name of its own; "the square" is no place to hold in a picture."""
    words = [word for word in (place.name or place.text).split() if word.lower() not in ARTICLES]
    return place.lat is not None or any(word[:1].isupper() for word in words)


def is_site(word: str) -> bool:
    """True for words such as airport, bridge, base: something in a place."""
    return bool(_pattern("sites").fullmatch(word))


def is_partial(place: ClaimPlace) -> bool:
    """True where the words name something in the place rather than the place."""
    name = place.name or ""
    if not name:
        return bool(_pattern("partial").search(place.text))
    rest = place.text.replace(name, " ")
    if place.part is not None:
        rest = _PART_WORDS.sub(" ", rest)  # "the western part of the town" is a place of its own
    site = _pattern("sites").search(rest)
    return bool(_pattern("partial").search(rest)) or (site is not None and site[0][0].islower() and site[0] not in name.lower())


def _observe(one: Said, place: ClaimPlace, where: Where) -> Observation:
    claim, quantity = one.claim, one.claim.quantity
    share = quantity if quantity and quantity.unit == "percent" else None
    holder = actor(claim, "holder") or (actor(claim, "agent") if claim.kind == "event" else None)
    former = actor(claim, "former_holder")
    kind = claim.type if claim.kind == "control" else "held"
    if kind == "gained" and holder is None:
        kind = "lost"
    unsettled = holder is None and any(a.role == "holder" for a in claim.actors)  # "it" that the report does not settle
    counted = quantity is not None and quantity.unit not in (None, "percent")
    vague = share is not None and share.best is None
    lasting = claim.type != "held" or one.start != claim.time.end  # "stands on Wednesday" is no beginning
    return Observation(
        said=one,
        where=where,
        type=kind,
        holder=holder,
        former=former,
        start=one.start if lasting else None,
        day=one.published if stands(claim) and one.published else one.as_of,
        share=share.best if share is not None and share.best != 100 else None,
        partial=unsettled or is_partial(place) or counted or vague or (share is None and _in_clause(claim, place)),
        means=claim.means,
        vague=holder is not None and any(a.role == "holder" and a.name is None and a.text == holder for a in claim.actors),
    )


def stands(claim: Claim) -> bool:
    """True where the words say that it is still so, whatever older day stands in the sentence."""
    return claim.type == "held" and claim.time.start is None and bool(_pattern("still").search(claim.evidence.text))


def _in_clause(claim: Claim, place: ClaimPlace) -> bool:
    """True where the clause says that only some of the place is meant: "much of Anbar", "seized some territory in Hawija"."""
    if claim.kind != "control":
        return False
    before, _, after = claim.evidence.text.partition(place.text)
    last = " ".join(before.split()[-3:])
    if _pattern("clause").search(last):
        return True
    if _pattern("whole").search(before):
        return False
    if claim.type in ("held", "gained") and place.kind in ("country", "admin1") and last.lower().split()[-1:] == ["in"]:
        return True
    if claim.type == "gained" and _pattern("sites").search(" ".join(before.split()[-6:])):
        return True  # "seized the government buildings in the town"
    return claim.type == "gained" and bool(_pattern("clause").search(f"{before} {after}"))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    words = msgspec.convert(load_yaml(folder("en") / "control.yml"), dict[str, list[str]])[name]
    return re.compile(rf"(?i)\b(?:{'|'.join(re.escape(word) for word in words)})\b")
