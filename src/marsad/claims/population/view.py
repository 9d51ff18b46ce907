"""Words of the situation report for people in place and at risk: a heading for each type, and the verb of its sentence."""

from marsad.claims.verbs import Verbs

HEADINGS: dict[str, str] = {
    "resident": "Residents",
    "remaining": "Still inside",
    "trapped": "Trapped",
    "in_need": "In need",
}
VERBS: Verbs = {
    ("resident", ""): "lived",
    ("remaining", ""): "remained",
    ("trapped", ""): "{be} trapped",
    ("in_need", ""): "{be} in need of help",
}
