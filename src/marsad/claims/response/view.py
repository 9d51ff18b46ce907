"""Words of the situation report for what is done for people: headings, and verbs by measure, for things, and for what is denied."""

from marsad.claims.verbs import Verbs

HEADINGS: dict[str, str] = {
    "aid_delivered": "Reached with aid",
    "site_capacity": "Room at sites",
    "site_opened": "Sites opened",
    "access": "Access",
}
VERBS: Verbs = {
    ("aid_delivered", ""): "had been reached with aid",
    ("aid_delivered", "denied"): "had not been reached with aid",
    ("aid_delivered", "things"): "had been delivered",
    ("site_opened", ""): "could be taken in at newly opened sites",
    ("site_opened", "things"): "had been opened",
    ("site_capacity", ""): "could be taken in at prepared sites",
    ("access", ""): "could be reached",
    ("access", "denied"): "could not be reached",
}
