"""What public outputs withhold: names of private persons, telephones, identity numbers, exact coordinates of protected sites.

Text goes in and comes out with such words replaced by a notice; places come out made coarse. `private.py` says whose names are meant.
Role words stay ("a mother of four"), as do officials, commanders and spokespeople. An internal output withholds nothing.
"""

import re
from dataclasses import dataclass, field

import msgspec

from marsad.model.claim import ClaimPlace
from marsad.model.picture import PicturePlace

NAME, NUMBER, SPOT = "[name withheld]", "[number withheld]", "[coordinates withheld]"
PROTECTED_KM = 5.0
PROTECTED_KINDS = frozenset({"camp", "site", "hospital", "clinic", "school", "shelter"})
PROTECTED_TYPES = frozenset({"sheltering", "site_capacity", "site_opened", "aid_delivered", "access"})
_PHONE = re.compile(
    r"(?<![\w.,])\+?\(?\d{2,4}\)?(?:[ ./-]\(?\d{2,4}\)?){2,5}(?![\w])"
    r"|(?<![\w.,])\+\d{8,15}(?!\w)"
    r"|(?<![\w.,])0\d{8,12}(?![\w.,]\d|\w)"
)
_DATE = re.compile(r"\A(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/. ]\d{1,2}[-/. ]\d{4})(?!\d)|\A\d{1,2}[-/.]\d{1,2}[-/.]\d{2}\Z")
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


def is_protected(claim_type: str) -> bool:
    """Whether claims of this type tell where people shelter or are served."""
    return claim_type in PROTECTED_TYPES
