"""Words of the situation report for people on the move, or living displaced: a heading for each type, and the verb of its sentence."""

from marsad.claims.verbs import Verbs

HEADINGS: dict[str, str] = {
    "displaced": "Displaced",
    "evacuated": "Evacuated",
    "returned": "Returned",
    "sheltering": "Sheltering",
    "refugee": "Refugees",
}
VERBS: Verbs = {
    ("displaced", "cumulative"): "had been displaced",
    ("displaced", "stock"): "{be} displaced",
    ("displaced", "rate"): "{be} being displaced",
    ("displaced", "incident"): "{be} displaced",
    ("evacuated", "cumulative"): "had been evacuated",
    ("evacuated", "stock"): "{be} evacuated",
    ("evacuated", "rate"): "{be} being evacuated",
    ("evacuated", "incident"): "{be} evacuated",
    ("returned", "cumulative"): "had returned",
    ("returned", "stock"): "had returned",
    ("returned", "rate"): "{be} returning",
    ("returned", "incident"): "returned",
    ("sheltering", ""): "{be} sheltering",
    ("refugee", "stock"): "{be} living as refugees",
    ("refugee", "rate"): "{be} crossing the border",
    ("refugee", ""): "had crossed the border",
}
