"""`marsad figures`: list what reports together say in numbers."""

from marsad.cli.listing import list_verb

COLUMNS = {
    "id": "text",
    "kind": "text",
    "type": "text",
    "place.name": "text",
    "unit": "text",
    "low": "number",
    "best": "number",
    "high": "number",
    "as_of": "date",
    "status": "text",
    "sources": "text",
    "measure": "text",
    "since": "date",
    "place.country": "text",
    "place.lat": "number",
    "place.lon": "number",
    "superseded_by": "text",
}
app = list_verb("figures", "List what reports together say in numbers.", COLUMNS)
