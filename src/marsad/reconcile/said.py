"""A claim beside what is needed to compare it: its report's dates, its place, and the root of its attribution."""

import datetime
from dataclasses import dataclass

from marsad.model.claim import Claim, ClaimPlace, Evidence, Quantity
from marsad.model.report import Report
from marsad.reconcile.independence import Root
from marsad.reconcile.where import Where

ROLES = {
    "displaced": ("origin", "at", "destination", "target", "near", "toward"),
    "evacuated": ("origin", "at", "destination", "target", "near", "toward"),
    "returned": ("destination", "at", "toward", "origin", "near"),
    "sheltering": ("at", "destination", "near", "origin"),
    "refugee": ("destination", "at", "origin", "near"),
}
FIRST = ("at", "target", "near", "origin", "destination", "toward")
PRONOUNS = frozenset("it there here them this that which where".split())
EVENT = ("at", "target", "near")
CERTAINTY = ("asserted", "estimated", "alleged", "expected", "planned", "possible", "doubted", "denied")


@dataclass(frozen=True, slots=True)
class Said:
    """One claim in its report."""

    claim: Claim
    report: Report
    original: str  # id of the report, or of the one that it repeats
    published: datetime.date | None
    where: Where | None
    role: str | None
    root: Root
    context: bool = False  # the place comes from the claim before it
    borrowed: bool = False  # the root is that of another claim, which attributes the same exact number
    fuller: Evidence | None = None  # where the report tells the same more fully: the text below a headline
    part: str | None = None  # id of the claim of which this one counts a part, as far as the words overlap

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id

    @property
    def part_of(self) -> str | None:
        """The claim of which this one counts a part, said or seen."""
        return self.claim.part_of or self.part

    @property
    def as_of(self) -> datetime.date | None:
        """The last day of which the claim speaks."""
        return self.claim.time.end or self.published

    @property
    def start(self) -> datetime.date | None:
        """The first day of which the claim speaks."""
        return self.claim.time.start

    @property
    def quantity(self) -> Quantity:
        """The claim's number; only asked of claims that have one."""
        assert self.claim.quantity is not None
        return self.claim.quantity

    @property
    def order(self) -> tuple[str, str, str, str]:
        """A place in time that does not depend on the order of input."""
        return (_day(self.as_of), _day(self.published), self.original, self.id)


def main_place(claim: Claim) -> ClaimPlace | None:
    """The place that the claim is about: where people came from, where it is so, what was hit."""
    wanted = EVENT if claim.kind in ("event", "casualty", "responsibility") else ROLES.get(claim.type, FIRST)
    ranked = [place for place in claim.places if place.role in wanted and not (claim.kind == "control" and _counted_noun(claim, place))]
    ranked = [place for place in ranked if place.lat is not None or place.text.lower() not in PRONOUNS]
    return min(ranked, key=lambda place: (place.method is None, wanted.index(place.role), _breadth(place)), default=None)


def _breadth(place: ClaimPlace) -> tuple[bool, float]:
    """Of several places in one role the closest is meant: the town, not its country."""
    return (place.kind == "country", place.radius_km or 0.0)


def _counted_noun(claim: Claim, place: ClaimPlace) -> bool:
    """True where the place is what is counted: "23 villages"."""
    return (
        place.lat is None
        and claim.quantity is not None
        and place.text in claim.evidence.text
        and place.text[:1].islower() | place.text[:1].isdigit()
    )


def weakest(statuses: list[str]) -> str:
    """The least certain of several statuses."""
    return max(statuses, key=CERTAINTY.index, default="asserted")


def published(report: Report) -> datetime.date | None:
    """The day by which the report was out, given or inferred."""
    return report.published or report.published_latest


def _day(day: datetime.date | None) -> str:
    return day.isoformat() if day else "9999"
