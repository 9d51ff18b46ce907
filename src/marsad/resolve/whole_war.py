"""Counts of a war as a whole: they belong to no town that was named before them."""

import re
from collections.abc import Sequence

from marsad.grammar.draft import Draft
from marsad.model.claim import Claim, ClaimPlace
from marsad.model.mention import PlaceMention
from marsad.resolve.claim import claim_place

COUNTED = frozenset({"displacement", "casualty", "population"})
CROWDED = 3.0  # times its people that no town can have sent away
_WAR = re.compile(
    r"(?i)\b(?:(?:by|since|in|during|throughout) (?:the )?(?:(?:start|beginning|outbreak|onset) of )?(?:the |this |its )?(?:[\w-]{1,20} )?"
    r"(?:civil )?(?:war|conflict|invasion|hostilities)|nationwide|countrywide|(?:across|throughout|around) the country)\b"
)
_SO_FAR = re.compile(
    r"\b(?:[Ff]rom|[Ii]n|[Ss]ince) the (?:fighting|clashes|violence|unrest)\b|\b[Ss]ince (?:the )?[A-Z0-9]|"
    r"\b[Ss]ince [^.;:]{1,60}\b(?:began|begun|started|broke out|erupted)\b"
)


def concerns_whole_war(sentence: str) -> bool:
    """True where a count is said to be of the war or the country as a whole."""
    return _WAR.search(sentence) is not None


def is_toll_so_far(draft: Draft, claim: Claim) -> bool:
    """Whether a toll is that of the fighting as a whole: it has neither the day nor the place of the deed told before it."""
    if claim.kind != "casualty" or claim.quantity is None or claim.quantity.measure != "cumulative":
        return False
    return _SO_FAR.search(_behind(draft, claim)) is not None


def can_be_there(draft: Draft, claim: Claim, place: ClaimPlace, places: Sequence[PlaceMention]) -> bool:
    """False for a count of the whole war, or so far and of no place of its own sentence, or of more people than a town named before has."""
    if claim.quantity is None or claim.kind not in COUNTED or place.kind == "country":
        return True
    if concerns_whole_war(_behind(draft, claim)) or (is_toll_so_far(draft, claim) and not _named_in(draft, place, places)):
        return False
    people = max((m.population or 0 for m in places if m.id == place.id), default=0)
    return not people or (claim.quantity.best or 0) <= CROWDED * people


def _named_in(draft: Draft, place: ClaimPlace, places: Sequence[PlaceMention]) -> bool:
    """Whether the sentence itself names the place: "clinics in the city have received 900 wounded since Monday"."""
    here = draft.passage
    return any(m.field == here.field and here.start <= m.start < here.end and m.name == place.name for m in places)


def country_of(place: ClaimPlace, places: Sequence[PlaceMention]) -> ClaimPlace | None:
    """The country of a place, where the report names it."""
    found = next((m for m in places if m.kind == "country" and m.country == place.country and not m.adjectival), None)
    return claim_place("at", found.text, found) if found else None


def _behind(draft: Draft, claim: Claim) -> str:
    """The sentence from the claim on."""
    return draft.passage.text[max(0, claim.evidence.start - draft.passage.start) :]
