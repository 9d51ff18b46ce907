"""Words that say where: which role of a place each of them gives."""

AT = {
    "in",
    "at",
    "inside",
    "within",
    "across",
    "throughout",
    "around",
    "on",
    "along",
    "over",
    "in and around",
    "amid",
    "compound",
    "where",
    "who_in",
}
THEIRS = {"who_of", "who_poss"}  # people are in want where they live: "the residents of Zintan need food"
NEAR = {"near", "outside", "close to", "next to", "outside of", "beside", "off"}
TOWARD = {"toward", "towards"}
BY_WORD = {"to": "destination", "into": "destination", "from": "origin", "in": "at", "at": "at"}
