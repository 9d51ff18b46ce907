"""Ages put in behind persons: "a man aged 34", "Omar Haddad, 45, was killed". They count nobody, and the parser stumbles over them."""

import re
from collections.abc import Iterator

from marsad.reading.times.checks import month_names
from marsad.reading.wordlists import names_people, word_list, word_set

OLDEST = 110
CLOSED = re.compile(r",(?=\s(?!(?:an?|the|his|her|their|one|of|from|both|all)\s)[a-z])")  # but that of a list stays
IN_WORDS = "|".join(str(word) for word in word_list("numbers")["cardinals"])
NUMBER = rf"(?:\d{{1,3}}|(?:{IN_WORDS})(?:-(?:{IN_WORDS}))?\b)"
SAID = re.compile(
    rf"(?P<set_off>,)?\s(?:aged|age)\s(?:between\s|about\s|around\s)?{NUMBER}(?:(?:,\s|\s?[-–]\s?|\s(?:and|to|or)\s|,\sand\s){NUMBER}){{0,8}}"
    r"(?:\s(?:years|months)(?:\sold)?)?(?![\w%-]|[.,]\d)",
    re.IGNORECASE,
)
BARE = re.compile(r"(?<=[\w.’'])(?P<set_off>,)\s(?P<number>\d{1,3})(?=,\s|\.(?:\s|\Z)|;)")
BEFORE = 60  # characters in which the person stands
PERSON = re.compile(r"(?:\b(?P<lead>[\w-]+)\s)?(?P<name>(?:[A-Z][\w’'.-]*\s){0,4}(?P<last>[\w’'-]+\.?))\Z")
AT = frozenset("in at near from to of on around outside until by for since".split())  # before places, days and months


def put_in_ages(text: str) -> Iterator[tuple[int, int]]:
    """The ages of a text, each with the commas that only set it off."""
    for found in SAID.finditer(text):
        yield found.start(), found.end() + (found["set_off"] is not None and CLOSED.match(text, found.end()) is not None)
    for found in BARE.finditer(text):
        if _is_person_before(text, found.start()) and int(found["number"]) <= OLDEST:
            yield found.start(), found.end() + (CLOSED.match(text, found.end()) is not None)


def is_put_in_age(text: str, at: int) -> bool:
    """Whether the number that begins at an offset is an age between commas: "a girl, 6, and her mother"."""
    found = BARE.match(text, at - 2) if at >= 2 else None
    return found is not None and int(found["number"]) <= OLDEST and _is_person_before(text, found.start())


def _is_person_before(text: str, end: int) -> bool:
    """Whether what ends there names a person: a word for one, or a name in capitals that no "in" or "of" stands before."""
    found = PERSON.search(text, max(0, end - BEFORE), end)
    if found is None:
        return False
    last = found["last"].lower()
    if names_people(last) or last in word_set("units", "person"):
        return not text[max(0, found.start("last") - 12) : found.start("last")].rstrip()[-1:].isdigit()
    capital = found["last"][:1].isupper() and not found["last"].isupper() and not found["last"].isdigit()
    return capital and last not in month_names() and (found["lead"] or "").lower() not in AT
