"""Words of the situation report for who holds which place: a heading for each type, and the verb of its sentence."""

from marsad.claims.verbs import Verbs

HEADINGS: dict[str, str] = {
    "gained": "Gained",
    "lost": "Lost",
    "held": "Held",
    "contested": "Contested",
}
VERBS: Verbs = {}
