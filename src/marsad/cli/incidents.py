"""`marsad incidents`: list what happened."""

from marsad.cli.listing import list_verb

COLUMNS = {
    "id": "text",
    "types": "text",
    "place.name": "text",
    "time.start": "date",
    "time.end": "date",
    "killed.low": "number",
    "killed.best": "number",
    "killed.high": "number",
    "grade": "text",
    "sources": "text",
    "injured.low": "number",
    "injured.best": "number",
    "injured.high": "number",
    "place.country": "text",
    "place.lat": "number",
    "place.lon": "number",
}
app = list_verb("incidents", "List what happened.", COLUMNS)
