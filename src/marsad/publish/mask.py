"""What public outputs withhold: names of private persons, telephones, identity numbers, exact coordinates of protected sites.

In go the claims and mentions of a run; out comes text with the words replaced by a notice, and places made coarse.
Role words stay ("a mother of four"), as do officials, commanders and spokespeople. An internal output withholds nothing.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import msgspec

from marsad.model.claim import Claim, ClaimPlace, ClaimSource
from marsad.model.mention import Mentions
from marsad.model.picture import PicturePlace

NAME, NUMBER, SPOT = "[name withheld]", "[number withheld]", "[coordinates withheld]"
PROTECTED_KM = 5.0
PROTECTED_KINDS = frozenset({"camp", "site", "hospital", "clinic", "school", "shelter"})
PROTECTED_TYPES = frozenset({"sheltering", "site_capacity", "site_opened", "aid_delivered", "access"})
OFFICE = re.compile(
    r"\b(?:general|gen|colonel|col|lieutenant|lt|major|maj|captain|capt|brigadier|brig|commander|chief|head|minister|president|premier|"
    r"king|prince|sheikh|"
    r"governor|mayor|deputy|senator|ambassador|envoy|director|coordinator|spokes(?:man|woman|person)|official|secretary|"
    r"commissioner|representative|leader|"
    r"admiral|sergeant|officer|councill?or|member of parliament|mp|professor|analyst|judge|prosecutor|bishop|patriarch|"
    r"ayatollah|caliph|pope)\b",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![\w.,])\+?\(?\d{2,4}\)?(?:[ ./-]\(?\d{2,4}\)?){2,5}(?![\w])"
    r"|(?<![\w.,])\+\d{8,15}(?!\w)"
    r"|(?<![\w.,])0\d{8,12}(?![\w.,]\d|\w)"
)
_DATE = re.compile(r"\A\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\Z|\A\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\Z")
_IDENTITY = re.compile(r"(?<!\w)(?=[A-Z0-9-]{7,20}(?!\w))(?=[A-Z-]{0,4}\d)[A-Z]{1,3}-?\d{5,15}(?!\w)|(?<![\w.,])\d{11,20}(?![\w.,]\d|\w)")
_PLATE = re.compile(r"(?i:\b(plates?|number plate|licen[cs]e plate|registration)\s+(?:number\s+)?)([A-Z0-9][A-Z0-9 -]{3,10}\d[A-Z0-9]*)")
_COORDINATES = re.compile(r"-?\d{1,3}\.\d{3,10}\s{0,2}°?\s{0,2}[NS]?\s{0,2}[,;/ ]\s{0,2}-?\d{1,3}\.\d{3,10}\s{0,2}°?\s{0,2}[EW]?")


@dataclass(frozen=True)
class Mask:
    """Withholds from public outputs; `internal` withholds nothing."""

    internal: bool = False
    names: frozenset[str] = frozenset()  # private persons, in every form in which reports write them
    _pattern: re.Pattern[str] | None = field(default=None, repr=False)

    def text(self, words: str) -> str:
        """The words without names of private persons, telephones, identity numbers and coordinates."""
        if self.internal or not words:
            return words
        if self._pattern is not None:
            words = self._pattern.sub(NAME, words)
        words = _COORDINATES.sub(SPOT, words)
        words = _PLATE.sub(rf"\1{NUMBER}", words)
        words = _PHONE.sub(lambda m: m[0] if _DATE.match(m[0]) else NUMBER, words)
        return _IDENTITY.sub(NUMBER, words)

    def place(self, place: ClaimPlace, *, protected: bool = False) -> ClaimPlace:
        """The place, no finer than five kilometres where it shelters or serves people."""
        if self.internal or place.lat is None or place.lon is None or not (protected or place.kind in PROTECTED_KINDS):
            return place
        lat, lon, radius = coarse(place.lat, place.lon, place.radius_km)
        return msgspec.structs.replace(place, lat=lat, lon=lon, radius_km=radius)

    def picture_place(self, place: PicturePlace | None, *, protected: bool) -> PicturePlace | None:
        """As `place`, for figures, holdings and incidents."""
        if self.internal or place is None or place.lat is None or place.lon is None or not protected:
            return place
        lat, lon, radius = coarse(place.lat, place.lon, place.radius_km)
        return msgspec.structs.replace(place, lat=lat, lon=lon, radius_km=radius)


def coarse(lat: float, lon: float, radius_km: float | None) -> tuple[float, float, float]:
    """The coordinates on a grid of about five kilometres, with the radius that this leaves."""
    return round(round(lat / 0.05) * 0.05, 2), round(round(lon / 0.05) * 0.05, 2), max(radius_km or 0.0, PROTECTED_KM)


def mask_for(claims: Iterable[Claim], mentions: Mapping[str, Mentions] | None = None, *, internal: bool = False) -> Mask:
    """A mask that knows every private person whom the claims or mentions name."""
    if internal:
        return Mask(internal=True)
    private, public = set[str](), set[str]()
    for claim in claims:
        for source in claim.sources:
            (private if is_private(source) else public).update(_forms(source.person))
        for actor in claim.actors:
            if actor.kind == "person":
                (public if actor.id or OFFICE.search(actor.text) else private).update(_forms(actor.name or actor.text))
    for found in (mentions or {}).values():
        for person in found.actors:
            if person.kind == "person":
                office = person.id or person.org or OFFICE.search(person.title or "") or OFFICE.search(person.text)
                (public if office else private).update(_forms(person.person or person.name or person.text))
    names = frozenset(private - public)
    ordered = sorted(names, key=lambda n: (-len(n), n))
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(re.escape(n) for n in ordered) + r")(?!\w)", re.IGNORECASE) if ordered else None
    return Mask(names=names, _pattern=pattern)


def is_private(source: ClaimSource) -> bool:
    """Whether a speaker is a person who speaks for no office and no body."""
    return bool(source.person) and not source.org and not OFFICE.search(f"{source.title or ''} {source.text}")


def is_protected(claim_type: str) -> bool:
    """Whether claims of this type tell where people shelter or are served."""
    return claim_type in PROTECTED_TYPES


def _forms(name: str | None) -> set[str]:
    """The full name and its last word, where that is long enough to be a name of its own."""
    words = (name or "").split()
    if not words:
        return set()
    return {" ".join(words)} | ({words[-1]} if len(words) > 1 and len(words[-1]) > 3 and words[-1][0].isupper() else set())
