"""What a place to be compiled is found under, and how far it reaches: shared by the package's gazetteer and by those that users add."""

import math
import unicodedata
from collections.abc import Iterable

from marsad.data.places.keys import consonant_key, name_key, without_article

# countries whose names come romanised from Arabic script, in many spellings
ROMANISED = frozenset("IQ SY YE LY LB PS JO EG SD SA AE KW BH QA OM DZ MA TN MR SO DJ TD IR AF PK ER IL".split())
# countries of recent wars: their small places are often in no list
WARS = ROMANISED | frozenset(
    "SS ET CD CF NG ML BF NE CM UA RU MM CO SV GT NI PE HN BA XK LK PH GE AM AZ RS HR TJ UG RW BI MZ HT MX KE TR".split()
)
MOST_WORDS = 6
_LEFT_OUT = "ʻʼʾʿ‘’'`"


def keys_of(names: Iterable[str], country: str) -> tuple[str, ...]:
    """The keys under which a place of these names is found."""
    keys = {name_key(n) for n in names}
    if country in ROMANISED:
        keys |= {without_article(k) for k in keys}
    return tuple(sorted(k for k in keys if k and len(k.split()) <= MOST_WORDS))


def consonant_keys(names: Iterable[str], country: str) -> tuple[str, ...]:
    """The keys under which a spelling that nobody lists is found, for countries whose names come romanised."""
    if country not in ROMANISED:
        return ()
    return tuple(sorted({"~" + k for n in names if (k := consonant_key(n))}))


def latin(text: str) -> bool:
    """Whether every letter is of the Latin script."""
    return all(not c.isalpha() or unicodedata.name(c, "").startswith("LATIN") for c in text)


def plain_letters(name: str) -> str:
    """The name without marks that English leaves out."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c) and c not in _LEFT_OUT)


def settlement_radius(population: int) -> float:
    """How far from its point a place of that many people reaches, km."""
    return round(max(1.0, min(30.0, 0.016 * math.sqrt(max(population, 500)))), 1)
