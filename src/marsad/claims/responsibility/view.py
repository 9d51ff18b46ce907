"""Words of the situation report for who says who did it: a heading for each type, and the verb of its sentence."""

from marsad.claims.verbs import Verbs

HEADINGS: dict[str, str] = {
    "claimed": "Responsibility claimed",
    "denied": "Responsibility denied",
    "attributed": "Responsibility attributed",
}
VERBS: Verbs = {}
