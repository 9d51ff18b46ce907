"""`marsad reports`: list the reports of the store."""

from marsad.cli.listing import list_verb

COLUMNS = {
    "id": "text",
    "published": "date",
    "published_method": "text",
    "publisher": "text",
    "language": "text",
    "title": "text",
    "path": "text",
    "url": "text",
    "copy_of": "text",
    "flags": "text",
}
app = list_verb("reports", "List the reports of the store.", COLUMNS)
