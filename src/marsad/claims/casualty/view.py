"""Words of the situation report for people harmed: a heading for each type, and the verb of its sentence."""

from marsad.claims.verbs import Verbs

HEADINGS: dict[str, str] = {
    "killed": "Killed",
    "injured": "Injured",
    "missing": "Missing",
    "casualties": "Killed or injured",
}
VERBS: Verbs = {
    ("killed", "cumulative"): "had been killed",
    ("killed", ""): "{be} killed",
    ("injured", "cumulative"): "had been injured",
    ("injured", ""): "{be} injured",
    ("missing", ""): "{be} missing",
    ("casualties", ""): "{be} killed or injured",
}
