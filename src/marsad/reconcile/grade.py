"""The grade of an incident that harmed people: one fixed rule, first line that fits, with its reasons."""

from collections.abc import Sequence
from dataclasses import dataclass

from marsad.model.picture import Grade, Position
from marsad.reconcile.families import side
from marsad.reconcile.independence import Rewrites, count_roots
from marsad.reconcile.said import Said
from marsad.reconcile.telling import known, names
from marsad.reconcile.victims import newest
from marsad.reconcile.words import listed

HARM = frozenset({"asserted", "estimated", "alleged"})
BATTLE = frozenset({"armed_clash", "offensive", "advance", "retreat", "encirclement"})


@dataclass(frozen=True, slots=True)
class Graded:
    """The grade, who struck, and why."""

    grade: Grade | None
    strike_status: str | None
    parties: tuple[str, ...]
    positions: tuple[Position, ...]
    reasons: tuple[str, ...]


def grade(said: Sequence[Said], rewrites: Rewrites) -> Graded:
    """The grade of the incident that these claims tell of."""
    parties = parties_of(said)
    made, why = _grade(said, parties, rewrites)
    return Graded(made, _strike_status(said, parties, rewrites), parties, positions_of(said), tuple(why))


def parties_of(said: Sequence[Said]) -> tuple[str, ...]:
    """Those by name who are said to have done it, members folded into their side: "terrorists" are no party."""
    found = {
        side(name)
        for one in said
        if one.claim.status != "denied" and (one.claim.kind in ("event", "casualty") or one.claim.type in ("claimed", "attributed"))
        for name in known(one.claim, "agent")
    }
    return tuple(sorted(found))


def positions_of(said: Sequence[Said]) -> tuple[Position, ...]:
    """What is said about who did it, by whom."""
    found: list[Position] = []
    for one in said:
        for name in names(one.claim, "agent"):
            if one.claim.kind == "responsibility":
                stance = {"claimed": "claims", "denied": "denies", "attributed": "attributes"}[one.claim.type]
                source = name if stance == "claims" else one.root.name
                found.append(_position(source, stance, name, one))
            elif one.claim.kind == "event" and _speaks_as(one, side(name)):
                found.append(_position(one.root.name, "admits", name, one))
    return tuple(sorted(set(found), key=lambda position: (position.source, position.stance, position.party or "", position.claims)))


def _grade(said: Sequence[Said], parties: tuple[str, ...], rewrites: Rewrites) -> tuple[Grade | None, list[str]]:
    harm = [one for one in said if one.claim.kind == "casualty" and one.claim.status in HARM and not _nobody(one)]
    ever_civilian = [one for one in said if one.claim.kind == "casualty" and one.claim.civilian is True]
    if not harm and not ever_civilian:
        return None, ["no grade: nobody is said to have been harmed"]
    if not ever_civilian and all(one.claim.civilian is False for one in harm):
        return None, ["no grade: only fighters are said to have been harmed"]
    if not ever_civilian and any(one.claim.type in BATTLE for one in said):
        return None, ["no grade: fighting, and nobody says civilians"]
    if ever_civilian and _all_withdrawn(said, ever_civilian):
        return "discounted", ["discounted: every source that said civilians has itself withdrawn it"]
    admitted = sorted({one.root.name for one in ever_civilian if one.claim.status in HARM and _admits(one)})
    if admitted:
        return "confirmed", [f"confirmed: {listed(tuple(admitted))} itself says that it harmed civilians"]
    if len(parties) > 1:
        return "contested", [f"contested: {listed(parties)} are each said to have done it"]
    standing = newest([one for one in harm if one.claim.civilian is not False])
    roots = count_roots([(one.root, one.report.id, None) for one in standing], rewrites).roots
    if len(roots) > 1 and len(parties) == 1:
        return "fair", [f"fair: {listed(roots)} tell of the harm, and one party is named: {parties[0]}"]
    if len(roots) == 1:
        return "weak", [f"weak: one source for the harm, {roots[0]}"]
    return None, ["no grade: several sources, no party named" if roots else "no grade: no standing word on civilians"]


def _strike_status(said: Sequence[Said], parties: tuple[str, ...], rewrites: Rewrites) -> str | None:
    strikes = [one for one in said if one.claim.kind == "event" and one.claim.type in ("air_strike", "shelling")]
    if not strikes:
        return None
    if any(_speaks_as(one, side(name)) for one in strikes for name in names(one.claim, "agent")):
        return "declared"
    if len(parties) > 1:
        return "contested"
    roots = count_roots([(one.root, one.report.id, None) for one in said], rewrites).roots
    return "likely" if len(roots) > 1 and parties else "single source claim" if len(roots) == 1 else None


def _all_withdrawn(said: Sequence[Said], civilian: Sequence[Said]) -> bool:
    """True where each root that said civilians says later that they were none, or denies it."""
    for root in {one.root.name for one in civilian}:
        first = min(one.order for one in civilian if one.root.name == root)
        later = [one for one in said if one.root.name == root and one.claim.kind == "casualty" and one.order > first]
        last = max(later, key=lambda one: one.order, default=None)
        if last is None or not (last.claim.status == "denied" or last.claim.civilian is False):
            return False
    return True


def _admits(one: Said) -> bool:
    return any(_speaks_as(one, side(name)) for name in names(one.claim, "agent"))


def _speaks_as(one: Said, party: str) -> bool:
    return not one.root.own and side(one.root.name) == party


def _nobody(one: Said) -> bool:
    quantity = one.claim.quantity
    return quantity is not None and quantity.high == 0


def _position(source: str, stance: str, party: str, one: Said) -> Position:
    return Position(source=source, stance=stance, party=party, status=one.claim.status, claims=(one.id,))  # type: ignore[arg-type]  # one of the four
