"""Counts that share a verb said once: "12 were killed in Zintan and nine in Nalut" tells of two places, each with its count.

So it is with days: "12 were killed on Monday and nine on Tuesday".
"""

from collections.abc import Callable
from typing import NamedTuple

from marsad.grammar.counts import PEOPLE
from marsad.grammar.draft import Filler
from marsad.grammar.sentence import Sentence
from marsad.model.mention import QuantityMention, TimeMention

WHERE_WORDS = ("in", "at", "near", "from", "to", "into", "around", "outside")
BEFORE = ("and", ",", ";", "while", "but")
PLACE_WORDS = 4  # between the preposition and the name: "in the town of Nalut"


class Gap(NamedTuple):
    """A further count with the place or the day that it stands beside; `first` and `last` are its tokens."""

    first: int
    last: int
    quantity: QuantityMention
    word: str  # the preposition
    place: int | None
    day: TimeMention | None
    verbless: bool  # no verb of its own, as in "and nine in Nalut were wounded"


def gaps(s: Sentence, f: Filler, is_people: Callable[[int], bool]) -> list[Gap]:
    """The counts behind that of `f`, and behind a place or a day of its own, that stand beside their own."""
    begin = max((last for _, last, m in s.quantities if m is f.quantity), default=f.head)
    found: list[Gap] = []
    for first, last, m in s.quantities:
        if first <= begin or m.unit not in (None, *PEOPLE) or s.lower(first - 1) not in BEFORE:
            continue
        word = last + 1
        if word < len(s.tokens) and s.tokens[word].pos in ("NOUN", "PRON") and (m.noun is not None or is_people(word)):
            word += 1
        place = place_behind(s, word) if any(s.lower(t) in WHERE_WORDS for t in range(begin + 1, first)) else None
        day = _day_behind(s, word if place is None else place + 1)
        if place is not None:
            found.append(Gap(first, word - 1, m, s.lower(word), place, day and day[1], not _has_verb(s, first, day[0] if day else place)))
        elif day is not None and any(begin < t < first for t, _, _ in s.times):
            found.append(Gap(first, word - 1, m, "", None, day[1], not _has_verb(s, first, day[0])))
    return found


def _day_behind(s: Sentence, word: int) -> tuple[int, TimeMention] | None:
    """The time named right behind a count, with its last token: "nine on Tuesday", "nine the next day"."""
    found = ((last, m) for first, last, m in s.times if word <= first <= word + 1 and m.relation == "on" and m.kind in ("date", "time"))
    return next((one for one in found if word < len(s.tokens) and (s.is_time(word) or s.lower(word) in ("on", "in"))), None)


def place_behind(s: Sentence, word: int) -> int | None:
    """The head of the place named behind a preposition, known or not."""
    if word + 1 >= len(s.tokens) or s.lower(word) not in WHERE_WORDS:
        return None
    known = next((last for a, last, p in s.places if word < a <= word + PLACE_WORDS and not p.adjectival), None)
    if known is not None or s.tokens[word + 1].pos != "PROPN" or s.is_time(word + 1):
        return known
    return next(t for t in range(word + 1, len(s.tokens)) if t + 1 == len(s.tokens) or s.tokens[t + 1].pos != "PROPN")


def _has_verb(s: Sentence, first: int, place: int) -> bool:
    """Whether the count is of a clause with its own verb: "and nine in Nalut were wounded"."""
    if any(s.tokens[t].pos in ("VERB", "AUX") for t in range(first, place + 1)):
        return True
    behind = next((t for t in range(place + 1, len(s.tokens)) if s.tokens[t].pos != "ADV"), None)
    return behind is not None and s.tokens[behind].pos in ("VERB", "AUX")
