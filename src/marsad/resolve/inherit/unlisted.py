"""Places that no list has and that the words around a claim name: they stay unresolved, which is better than another place."""

import re
from collections.abc import Sequence

from marsad.model.claim import Claim, ClaimPlace
from marsad.model.passage import Passage
from marsad.resolve.claim import claim_place
from marsad.resolve.inherit.scene import AREAS, Scene

_NAME = r"(?P<name>[A-Z][a-z’'-]{3,24}(?:[ -][A-Z][a-z’'-]{2,24}){0,2})"
IN_NAME = re.compile(rf"\b(?:in|at|near|outside)[ ]{_NAME}(?![\w’'])")
IN_AREA = re.compile(  # "in the Makeen area"
    rf"\b(?:in|at|near|outside)[ ]the[ ]{_NAME}(?=[ ](?:area|district|neighbou?rhood|quarter|suburb|valley|sector)\b)"
)
HIT_NAME = re.compile(  # "a strike on Nova Kamenka"
    rf"\b(?:strikes?|raids?|attacks?|assaults?|shelling|bombardment|bombs|rockets|shells|missiles|fire)[ ]on[ ]{_NAME}(?![\w’'])"
)
NO_NAME = re.compile(r"(?:The|This|That|These|Operation|General|President|God|Parliament|Congress|Islam|English|Arabic|French|Spanish)\b")
LIVING_THERE = re.compile(  # what they tell of happened where they are
    r"\b(?i:residents?|villagers?|inhabitants?|locals|townspeople|witness(?:es)?|doctors?|medics?|people|families)\s(?:of|in|from|at)\s"
    r"(?:the\s(?:[\w-]+\s){0,2}(?:town|city|village|district|area)\sof\s)?(?P<name>[A-Z][\w’'-]{2,24}(?:[ -][A-Z][\w’'-]{1,24}){0,2})"
)
BEHIND = 40  # characters behind a claim within which its place may be named


def unlisted_name(passage: Passage, claim: Claim, scene: Scene) -> ClaimPlace | None:
    """The name behind "in" or "strikes on" within the claim's words or right behind them that no mention covers."""
    begin = max(claim.evidence.start - passage.start, 0)
    end = min(len(passage.text), claim.evidence.end - passage.start + BEHIND)
    patterns: Sequence[re.Pattern[str]] = (IN_NAME, IN_AREA, HIT_NAME) if claim.kind in ("event", "casualty") else (IN_NAME, IN_AREA)
    for match in (found for pattern in patterns for found in pattern.finditer(passage.text, begin, end)):
        first, last = match.start("name") + passage.start, match.end("name") + passage.start
        told_of = scene.knows(passage.field, first, last) or scene.source_at(passage.field, first) is not None
        if not told_of and not NO_NAME.match(match["name"]):
            return _unresolved(match["name"])
    return None


def home_of_teller(passage: Passage, claim: Claim, scene: Scene) -> ClaimPlace | None:
    """Where those live who tell of it: "residents of Zintan said a shell hit a house"."""
    at = passage.text.find(claim.sources[0].text) if claim.sources else -1
    found = LIVING_THERE.search(passage.text, at, at + len(claim.sources[0].text)) if at >= 0 else None
    if found is None:
        return None
    start, end = (passage.start + i for i in found.span("name"))
    named = next((m for m in scene.places if m.field == passage.field and m.start < end and start < m.end), None)
    if named is not None:
        return claim_place("at", named.text, named) if not named.adjectival and named.kind not in AREAS else None
    return None if scene.knows(passage.field, start, end) else _unresolved(found["name"])


def _unresolved(name: str) -> ClaimPlace:
    return ClaimPlace(role="at", text=name, reason="in no gazetteer")
