"""What a report tells twice: a headline, or a number come back to, counts as the fuller telling does."""

import re
from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from marsad.model.claim import Claim, ClaimPlace, Evidence
from marsad.reconcile import value
from marsad.reconcile.said import main_place

COUNTED = frozenset({"displacement", "population", "response", "casualty"})
LOOK = 20  # counts of one kind that a headline is compared with
_DIGITS = 3  # that carry meaning: an exact number is hardly told of two things in one report


def retell(claims: Sequence[Claim]) -> list[tuple[Claim, Evidence | None]]:
    """The claims of one report; one that repeats another's number has that one's measure, period, source and closest place, and where."""
    bodies: dict[tuple[str, float | None], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.evidence.field == "text" and claim.kind in COUNTED and claim.quantity is not None:
            for key in {(claim.type, claim.quantity.best), (claim.type, None)}:
                bodies[key].append(claim)
    fuller: dict[str, Claim] = {}
    for claim in claims:
        if claim.quantity is not None:
            near = bodies[claim.type, None if claim.evidence.field == "title" else claim.quantity.best]
            body = next((one for one in near[:LOOK] if _retells(claim, one)), None)
            if body is not None:
                fuller[claim.id] = body
    fuller |= _headlines(claims)
    places: dict[str, tuple[ClaimPlace, ...]] = {}
    for claim in claims:
        body = fuller.get(claim.id)
        if body is not None and _closer(main_place(claim), main_place(body)):
            places[body.id] = claim.places
    done: list[tuple[Claim, Evidence | None]] = []
    for claim in claims:
        body = fuller.get(claim.id)
        told = claim if body is None else _like(claim, body) if claim.quantity is not None else _in_its_voice(claim, body)
        closest = places.get(body.id if body is not None else claim.id)
        done.append((replace(told, places=closest) if closest else told, body.evidence if body is not None else None))
    return done


def _headlines(claims: Sequence[Claim]) -> dict[str, Claim]:
    """Headlines on who took or holds a place, each with the claim of the text that tells the same."""
    found: dict[str, Claim] = {}
    bodies = [claim for claim in claims if claim.evidence.field == "text" and claim.kind == "control"][:LOOK]
    for claim in claims:
        if claim.evidence.field == "title" and claim.kind == "control" and claim.quantity is None:
            same = (one for one in bodies if one.type == claim.type and one.quantity is None and _one_place(claim, one))
            body = next(same, None)
            if body is not None:
                found[claim.id] = body
    return found


def _one_place(claim: Claim, body: Claim) -> bool:
    one, other = main_place(claim), main_place(body)
    return one is not None and other is not None and one.id is not None and (one.id, one.part) == (other.id, other.part)


def _in_its_voice(claim: Claim, full: Claim) -> Claim:
    """A headline says nothing that the text does not attribute: whoever says it there says it here."""
    return replace(claim, sources=claim.sources or full.sources, time=full.time if claim.time.text is None else claim.time)


def _retells(claim: Claim, body: Claim) -> bool:
    """A headline whose number agrees with the text; within the text, an exact number that stands there twice."""
    if claim is body:
        return False
    mine, its = claim.quantity, body.quantity
    if mine is None or its is None or (claim.kind, claim.type) != (body.kind, body.type) or "percent" in (mine.unit, its.unit):
        return False
    if None not in (mine.unit, its.unit) and mine.unit != its.unit or (mine.per is not None and mine.per != its.per):
        return False
    if not _one_spot(claim, body):
        return False
    if claim.evidence.field == "title":
        return value.agree(mine, its)
    exact = mine.best is not None and mine.best == its.best and value.digits(mine.best) >= _DIGITS
    return exact and _fullness(body) > _fullness(claim)


def _fullness(claim: Claim) -> tuple[bool, bool, int]:
    return (claim.time.start is not None, bool(claim.sources), -claim.evidence.start)


def _like(claim: Claim, full: Claim) -> Claim:
    mine, its = claim.quantity, full.quantity
    assert mine is not None
    assert its is not None
    # a headline leaves out "more than": the text's number is the fuller one
    return replace(
        claim,
        quantity=its if claim.evidence.field == "title" else replace(mine, measure=its.measure, per=its.per, unit=its.unit),
        time=full.time if claim.time.text is None or claim.evidence.field == "title" else claim.time,
        places=full.places or claim.places,
        sources=claim.sources or full.sources,
        victims=full.victims or claim.victims,
        civilian=full.civilian if claim.civilian is None else claim.civilian,
    )


def _closer(one: ClaimPlace | None, other: ClaimPlace | None) -> bool:
    """True for "west Mosul" of a headline above a text that only says "the city", or no place that could be found."""
    if one is None or one.lat is None:
        return False
    return other is None or other.lat is None or (one.part is not None and other.part is None and one.id == other.id)


def _one_spot(claim: Claim, body: Claim) -> bool:
    """False where the two are told of places of which neither can be the other's."""
    one, other = main_place(claim), main_place(body)
    if one is None or other is None or one.lat is None or other.lat is None or "country" in (one.kind, other.kind):
        return True
    return one.id == other.id or bool({one.id, other.id} & {one.container, other.container} - {None}) or _inside(one, other)


def _inside(one: ClaimPlace, other: ClaimPlace) -> bool:
    """True where one is the province of the other, as far as the names tell, or their words hold each other."""
    words = [set(re.findall(r"\w+", (place.name or place.text).lower())) for place in (one, other)]
    return words[0] <= words[1] or words[1] <= words[0] or (one.admin1 is not None and one.admin1 == other.admin1)
