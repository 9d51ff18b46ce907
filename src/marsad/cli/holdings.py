"""`marsad holdings`: list who holds which place when."""

from marsad.cli.listing import list_verb

COLUMNS = {
    "id": "text",
    "place.name": "text",
    "place.part": "text",
    "holder": "text",
    "share": "number",
    "state": "text",
    "from": "date",
    "to": "date",
    "as_of": "date",
    "sources": "text",
    "place.country": "text",
    "place.lat": "number",
    "place.lon": "number",
}
app = list_verb("holdings", "List who holds which place when.", COLUMNS)
