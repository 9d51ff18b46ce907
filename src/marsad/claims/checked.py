"""Claims in; the same claims out, each with the warnings of the checks of its kind."""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum

import msgspec

from marsad.claims import warning
from marsad.claims.casualty import checks as casualty
from marsad.claims.control import checks as control
from marsad.claims.displacement import checks as displacement
from marsad.claims.event import checks as event
from marsad.claims.population import checks as population
from marsad.claims.response import checks as response
from marsad.claims.responsibility import checks as responsibility
from marsad.claims.warning import Populations, warned
from marsad.model.claim import Claim, Kind
from marsad.model.mention import PlaceMention

CHECKS: dict[Kind, Callable[[Claim, Populations], Sequence[StrEnum]]] = {
    "displacement": displacement.check,
    "population": population.check,
    "control": control.check,
    "event": event.check,
    "casualty": casualty.check,
    "response": response.check,
    "responsibility": responsibility.check,
}


def checked(claims: Iterable[Claim], places: Iterable[PlaceMention]) -> list[Claim]:
    """The claims in their order, with what is impossible or suspicious in each; those without keep none."""
    populations = {p.id: p.population for p in places if p.id and p.population}
    found = ((claim, warnings(claim, populations)) for claim in claims)
    return [msgspec.structs.replace(claim, warnings=(*claim.warnings, *new)) if new else claim for claim, new in found]


def warnings(claim: Claim, populations: Populations) -> tuple[str, ...]:
    """The warnings of one claim: those of any claim before those of its kind."""
    return warned("claim", warning.check(claim)) + warned(claim.kind, CHECKS[claim.kind](claim, populations))
