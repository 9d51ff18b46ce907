"""What a report as a whole says about where it plays: countries and states named, dateline, address of the publisher."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from marsad.data.places.gazetteer import Place, load_gazetteer
from marsad.data.places.keys import name_key
from marsad.model.mention import PlaceMention
from marsad.model.report import Report
from marsad.reading.places.words import spatial_words

_DOMAINS = {
    "uk": "GB",
    "ie": "IE",
    "ca": "CA",
    "au": "AU",
    "nz": "NZ",
    "in": "IN",
    "za": "ZA",
    "eg": "EG",
    "iq": "IQ",
    "lb": "LB",
    "ng": "NG",
    "ke": "KE",
    "ug": "UG",
    "ua": "UA",
    "ru": "RU",
}
TOWN = 200_000  # people of a place whose name alone says in which country a report plays, ...
ENGLISH = frozenset({"US", "GB", "CA", "AU", "IE", "NZ"})  # ... or in one of these, whose local papers are read
_LARGE = ("country", "admin1", "region")
_HOST = re.compile(r"^[a-z]+://([^/:?#]{1,200})", re.IGNORECASE)


class Context(msgspec.Struct, frozen=True):
    """Weights of countries and of first divisions (GeoNames code), each between 0 and 1; names that the head gives."""

    countries: dict[str, float]
    divisions: dict[str, float]
    head: tuple[str, ...]
    host: str
    local: bool = False  # counties or many places of one state are named: news of a town
    told: float = 0.0  # how much is said of countries at all; an adjective is a half


def context_of(report: Report, mentions: Sequence[PlaceMention]) -> Context:
    """The weights, before any ambiguous name is read."""
    countries: defaultdict[str, float] = defaultdict(float)
    divisions: defaultdict[str, float] = defaultdict(float)
    for mention in mentions:
        if mention.anaphor or not mention.name:
            continue
        for place in sure_places(mention):
            if place.kind == "country":
                countries[place.country] += 0.5 if mention.adjectival else 1.0
            elif place.kind == "admin1":
                countries[place.country] += 0.6
                divisions[place.admin1] += 1.0
            else:
                countries[place.country] += 0.7
    head = tuple(p for p in (report.place, report.dateline.place if report.dateline else None) if p)
    for name in head:
        for part in name.split(","):
            for place in load_gazetteer().find(name_key(part)):
                if place.kind == "country":
                    countries[place.country] += 2.0
    host = _host(report)
    if (domain := host.rpartition(".")[2]) in _DOMAINS:
        countries[_DOMAINS[domain]] += 1.5
    local = any(m.kind == "admin2" for m in mentions) or max(divisions.values(), default=0.0) >= 3
    told = sum(countries.values())
    return Context(_shares(countries), _shares(divisions, told / 2), head, host, local, told)


def sure_places(mention: PlaceMention) -> list[Place]:
    """The country or state that a name stands for, where nothing else of note goes by it."""
    if mention.adjectival and mention.country:
        return list(load_gazetteer().find(f"={mention.country.lower()}"))[:1]
    name = spatial_words().abbreviations.get(mention.text, mention.name or "")
    found = [p for p in load_gazetteer().find(name_key(name)) if not p.alternate]
    if mention.text in spatial_words().abbreviations:
        return [p for p in found if p.kind == "admin1"][:1]
    large = _of_note(found)
    if len({p.country for p in large}) == 1 and len(large) <= 2:
        land = large[0].kind == "country"
        rivals = [p for p in found if p.kind not in _LARGE and p.country != large[0].country]
        little = all(p.population < (60_000 if land and p.country not in ENGLISH else 30_000) for p in rivals)
        if little and (land or large[0].country in ("US", "CA") or not rivals):
            return large[:1]
    millions = [p for p in found if p.population > 1_000_000]
    own = {p.country for p in found if p.kind in ("settlement", "admin2")}
    town = max((p.population for p in found), default=0)
    if len(found) > 1 and len(own) == 1 and own == {p.country for p in found} and (town >= TOWN or not own.isdisjoint(ENGLISH)):
        return [p for p in found if p.kind != "admin1"][:1]
    return millions if len(millions) == 1 and len({p.country for p in found if p.population > 20_000}) == 1 else []


def _of_note(found: Sequence[Place]) -> list[Place]:
    """The countries and divisions of a name; a country before a division of another: Mali before a prefecture of Guinea, not Georgia."""
    large = [p for p in found if p.kind in _LARGE]
    lands = [p for p in large if p.kind == "country"]
    at_home = all(p.country not in ("US", "CA") for p in large if p.kind != "country")
    return lands if len(lands) == 1 and at_home else large


def _host(report: Report) -> str:
    match = _HOST.match(report.url or "")
    return match.group(1).lower() if match else ""


def _shares(counts: Mapping[str, float], least: float = 0.0) -> dict[str, float]:
    total = max(least, sum(counts.values()))
    return {k: v / (total + 0.5) for k, v in counts.items() if k} if total else {}
