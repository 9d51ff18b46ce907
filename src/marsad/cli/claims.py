"""`marsad claims`: list what reports assert."""

from marsad.cli.listing import list_verb

COLUMNS = {
    "id": "text",
    "kind": "text",
    "type": "text",
    "status": "text",
    "quantity.text": "text",
    "places.name": "text",
    "time.start": "date",
    "time.end": "date",
    "evidence.text": "text",
    "sources.name": "text",
    "quantity.low": "number",
    "quantity.best": "number",
    "quantity.high": "number",
    "quantity.unit": "text",
    "quantity.measure": "text",
    "report": "text",
    "evidence.start": "whole",
    "evidence.end": "whole",
    "evidence.page": "whole",
}
app = list_verb("claims", "List what reports assert.", COLUMNS)
