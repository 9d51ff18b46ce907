"""Places that one count is of together: "30,000 people fled North and South Kivu" is no count of either."""

import math
import re
from collections.abc import Sequence
from dataclasses import replace

from marsad.model.claim import Claim, ClaimPlace
from marsad.model.report import Report
from marsad.reconcile.where import Places, Where, km, within

REACH = 200  # characters around a count in which its places stand
MOST = 5  # places of one count; more are a list of something else
_JOINED = re.compile(
    r"(?:[ \n]+(?:town|city|district|province|governorate|state|region)s?)?"
    r"(?:,?[ \n]+(?:and|&)[ \n]+|,[ \n]+)(?:(?:in|from|the)[ \n]+){0,2}"
)


def together(report: Report, claim: Claim, where: Where, places: Places) -> Where:
    """The place of the count, or all places that its sentence joins with "and", as one."""
    for role in dict.fromkeys(place.role for place in claim.places):
        alike = [one for one in claim.places if one.role == role and one.lat is not None and one.kind != "country"]
        for joined in _joined(report, claim, alike) if len(alike) > 1 else ():
            found = list(dict.fromkeys(places.of(report.id, one) for one in joined))
            apart = not any(within(a, b) for a in found for b in found if a is not b)
            if where in found and 2 <= len(found) <= MOST and apart:
                return _one(found)
    return where


def _joined(report: Report, claim: Claim, alike: Sequence[ClaimPlace]) -> list[list[ClaimPlace]]:
    """The runs of places between which the text has no more than "and" or a comma."""
    kept = report.kept(claim.evidence.field)
    begin = max(0, claim.evidence.start - REACH)
    at = {one.text: kept.find(one.text, begin, claim.evidence.end + REACH) for one in alike}
    runs: list[list[ClaimPlace]] = []
    for one in sorted((one for one in alike if at[one.text] >= 0), key=lambda one: at[one.text]):
        before = runs[-1][-1] if runs else None
        if before is not None and _JOINED.fullmatch(kept, at[before.text] + len(before.text), at[one.text]):
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _one(found: Sequence[Where]) -> Where:
    """The places as one, in the middle of them and wide enough for all."""
    in_order = sorted(found, key=lambda one: one.key)
    lat = sum(one.lat or 0.0 for one in in_order) / len(in_order)
    lon = sum(one.lon or 0.0 for one in in_order) / len(in_order)
    names = [f"{one.part} {one.name}" if one.part else one.name for one in found]
    middle = replace(in_order[0], lat=lat, lon=lon)
    reach = max((km(middle, one) or 0.0) + (one.radius_km or 0.0) for one in in_order)
    countries, provinces = {one.country for one in in_order}, {one.admin1 for one in in_order}
    key = "+".join(one.key for one in in_order)
    return Where(
        key=key,
        base=key,
        name=f"{', '.join(names[:-1])} and {names[-1]}",
        part=None,
        country=countries.pop() if len(countries) == 1 else None,
        admin1=provinces.pop() if len(provinces) == 1 else None,
        kind=in_order[0].kind,
        container=None,
        id=None,
        lat=round(lat, 5),
        lon=round(lon, 5),
        radius_km=math.ceil(reach),
    )
