"""Where the places of a report are: each name is read with the help of the others, then what is said relative to them is computed."""

from collections.abc import Sequence

from marsad.model.mention import PlaceMention
from marsad.model.report import Report
from marsad.resolve.places.anaphor import resolve_anaphors
from marsad.resolve.places.choose import choose
from marsad.resolve.places.context import context_of
from marsad.resolve.places.relation import resolve_relations


def resolve_places(report: Report, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The mentions with name, coordinates, method and reason where the report decides them; the others as they were."""
    ordered = sorted(mentions, key=lambda m: (m.field != "title", m.start, -m.end))
    chosen = choose(report, ordered, context_of(report, ordered))
    located = resolve_relations(report, chosen)
    return resolve_anaphors(located)
