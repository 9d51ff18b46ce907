"""Where the places of a report are: each name is read with the help of the others, then what is said relative to them is computed."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from marsad.model.mention import ActorMention, PlaceMention
from marsad.model.report import Report
from marsad.reading.places.words import QUARTER
from marsad.resolve.places.anaphor import resolve_anaphors
from marsad.resolve.places.choose import choose
from marsad.resolve.places.context import context_of
from marsad.resolve.places.earth import distance_km
from marsad.resolve.places.relation import resolve_relations

_QUARTER = re.compile(rf"[ \n]{QUARTER}$")
_QUARTER_OF = re.compile(
    rf"(?P<noun>[ \n]{QUARTER})?,?[ \n](?:of|in)[ \n](?:the[ \n])?"
    r"(?P<town>(?:(?:north|south|east|west|centr)(?:ern|al|e)?[ \n](?:of[ \n])?)?)"
)
BEYOND_KM = 60.0  # a quarter may lie at the town's edge, not further off


def resolve_places(report: Report, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The mentions with name, coordinates, method and reason where the report decides them; the others as they were."""
    ordered = sorted(mentions, key=lambda m: (m.field != "title", m.start, -m.end))
    chosen = choose(report, ordered, context_of(report, ordered))
    located = resolve_relations(report, _quarters(report, chosen))
    return resolve_anaphors(report, located)


def without_persons(located: Sequence[PlaceMention], actors: Sequence[ActorMention]) -> list[PlaceMention]:
    """The mentions but for those that no gazetteer has and that bear a person's full name or a body's: "Mario Navarro in Medellin"."""
    persons = {(m.field, m.start, m.end) for m in actors if m.kind == "person" and m.person and " " in m.person}
    bodies = {(m.field, m.start) for m in actors if m.kind != "person" and m.name and not m.adjectival}
    return [
        m
        for m in located
        if m.id is not None
        or m.anaphor
        or ((m.field, m.start, m.end) not in persons and (m.kind != "settlement" or (m.field, m.start) not in bodies))
    ]


def _quarters(report: Report, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """ "The X district of Y" lies in Y, however famous another X may be far away."""
    result = list(mentions)
    for i, mention in enumerate(mentions):
        said = _QUARTER_OF.match(report.kept(mention.field), mention.end) if mention.lat is not None and not mention.adjectival else None
        if said is None or not (said["noun"] or _QUARTER.search(mention.text)):
            continue
        begins = (said.end(), said.start("town"))
        town = next((m for m in mentions[i + 1 : i + 4] if m.field == mention.field and m.start in begins and m.lat is not None), None)
        if town is None or town.lat is None or town.lon is None or mention.lat is None or mention.lon is None:
            continue
        radius = town.radius_km or 0.0
        if distance_km(mention.lat, mention.lon, town.lat, town.lon) > radius + BEYOND_KM:
            result[i] = replace(
                mention,
                name=mention.text,
                id=None,
                lat=town.lat,
                lon=town.lon,
                country=town.country,
                admin1=town.admin1,
                radius_km=radius,
                container=town.id,
                kind="neighbourhood",
                population=None,
                method="relation",
                reason=f"said to be a part of {town.name}",
            )
    return result
