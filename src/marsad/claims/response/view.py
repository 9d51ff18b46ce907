"""Words of the situation report for what is done for people: a heading for each type, and the verb of its sentence."""

from marsad.claims.verbs import Verbs

HEADINGS: dict[str, str] = {
    "aid_delivered": "Reached with aid",
    "site_capacity": "Room at sites",
    "site_opened": "Sites opened",
    "access": "Access",
}
VERBS: Verbs = {
    ("aid_delivered", ""): "had been reached with aid",
    ("site_opened", ""): "could be taken in at newly opened sites",
    ("site_capacity", ""): "could be taken in at prepared sites",
    ("access", ""): "could be reached",
}
