"""Names that the words right behind them say to be places: "Sake, some 20 km west of Goma,", "Aba, a town in"."""

import re
from collections.abc import Iterator

from marsad.data.places.gazetteer import GIVEN, SURNAME, load_gazetteer
from marsad.reading.places.local import NAME, Local, can_be_name
from marsad.reading.places.words import TOWN

SAID_TO_BE = re.compile(
    r",[ \n]+(?P<lies>which[ ](?:lies|is|sits|stands)[ ])?"
    r"(?:(?:about[ ]|some[ ]|around[ ]|just[ ])?(?P<far>\d[\d,.]*)[ ]?(?:km|kilomet\w+|miles?)[ \n]+)?(?:to[ ]the[ ])?"
    r"(?:(?:north|south|east|west)[a-z-]*[ \n]+of[ \n]+[A-Z]"
    rf"|(?P<kind>(?:an?|the)[ \n]+(?:[a-z-]+[ \n]+){{0,3}}{TOWN})"
    r"(?:[ \n]+(?:in|on|near|of|outside|that|which|where|some|about|just|\d+)\b|,))"
)
_NAME_BEFORE = re.compile(rf"(?:(?P<before>\w+)[ \n]+)?(?<![\w-])(?P<name>{NAME})\Z")
REACH = 60  # characters


def apposed_names(text: str) -> Iterator[Local]:
    """Names that no list needs to have: their apposition says that they are settlements."""
    for said in SAID_TO_BE.finditer(text):
        begins = max(0, said.start() - REACH)
        found = _NAME_BEFORE.search(text[begins : said.start()])
        if found is None or not can_be_name(found["name"]):
            continue
        person = load_gazetteer().flags(found["name"].lower()) & (GIVEN | SURNAME)
        plain = (said["lies"] or (found["before"] or "").islower()) and not person
        if said["kind"] or ((said["far"] or said["lies"]) and plain):
            yield Local(begins + found.start("name"), said.start(), found["name"], "settlement")
