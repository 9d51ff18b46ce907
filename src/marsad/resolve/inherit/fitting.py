"""Which place of another claim can be that of a claim: nobody is killed where people fled to."""

from collections.abc import Sequence

from marsad.model.claim import Claim, ClaimPlace, PlaceRole

PREFERRED: tuple[PlaceRole, ...] = ("at", "target", "origin", "near", "toward", "destination")
WIDE = ("country", "admin1", "region")
AWAY = ("sheltering", "refugee")
BLOODLESS = ("retreat", "ceasefire")  # where forces left or lay down their arms nobody was killed by it


def place_of(claim: Claim, roles: Sequence[PlaceRole] = PREFERRED) -> ClaimPlace | None:
    """The place of a claim in the first of these roles that it has; one that has a name only where none is located."""
    fitting = [p for p in claim.places if p.role in roles and p.kind != "road"]
    placed = [p for p in fitting if p.lat is not None] or [p for p in fitting if p.name]
    # the town in "stormed Zintan in the east of the country"
    return min(placed, key=lambda p: (p.kind in WIDE, roles.index(p.role))) if placed else None


def place_beside(claim: Claim, other: Claim) -> ClaimPlace | None:
    """The place of another claim of the sentence, if it can be that of this one."""
    if other.kind != "displacement":
        return place_of(other)
    if claim.kind == "displacement":
        return place_of(other, _stayed(claim, other))
    return place_of(other, ("origin", "at") if other.type in ("displaced", "evacuated") else ("origin",))


def place_before(claim: Claim, other: Claim, role: PlaceRole = "at") -> ClaimPlace | None:
    """The place of a claim of a sentence before, if what the two tell can be of one place; `role` is the claim's own for it."""
    if claim.kind == "displacement" and other.kind == "displacement" and role == "destination":
        return place_of(other, ("destination",))  # "some had arrived by nightfall": where the others went
    if claim.kind == "displacement":
        return place_of(other, _stayed(claim, other) if other.kind == "displacement" else _left(claim, other))
    if claim.kind in ("casualty", "responsibility"):
        return place_of(other) if other.kind in (claim.kind, "casualty", "event") and other.type not in BLOODLESS else None
    if claim.kind == "population":
        return place_of(other) if other.kind == "population" or other.type == claim.type else None
    return place_of(other) if other.kind == claim.kind else None


def _stayed(claim: Claim, other: Claim) -> tuple[PlaceRole, ...]:
    """Where people on the move or away are told to be by another such claim."""
    if claim.type in AWAY:
        return ("at", "destination") if other.type in AWAY else ("destination",)
    if claim.type == "returned":
        return ("destination",) if other.type == "returned" else ("origin",)
    return ("origin", "at") if other.type in ("displaced", "evacuated") else ("origin",)


def _left(claim: Claim, other: Claim) -> tuple[PlaceRole, ...]:
    """What people fled from is where it happened."""
    return ("at", "target") if claim.type in ("displaced", "evacuated") and other.kind in ("event", "control", "casualty") else ()
