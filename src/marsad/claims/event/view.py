"""Words of the situation report for what happened: a heading for each type, and the verb of its sentence."""

from marsad.claims.verbs import Verbs

HEADINGS: dict[str, str] = {
    "offensive": "Offensive",
    "advance": "Advance",
    "retreat": "Retreat",
    "encirclement": "Encirclement",
    "armed_clash": "Armed clash",
    "air_strike": "Air strike",
    "shelling": "Shelling",
    "ied": "Bomb or mine",
    "suicide_bomb": "Suicide bombing",
    "attack": "Attack",
    "execution": "Execution",
    "abduction": "Abduction",
    "mine_clearance": "Mine clearance",
    "ceasefire": "Ceasefire",
    "arrest": "Arrest",
    "chemical_attack": "Chemical attack",
    "sexual_violence": "Sexual violence",
    "looting": "Looting or destruction",
}
VERBS: Verbs = {
    ("abduction", ""): "{be} abducted",
    ("execution", ""): "{be} executed",
    ("arrest", ""): "{be} arrested",
}
