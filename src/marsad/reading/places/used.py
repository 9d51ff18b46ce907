"""Names that a text uses as only places are used, whatever list has them: "shelled Karuba", "the fall of Tche", "fighting around Meja"."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from marsad.data.places.gazetteer import GIVEN, ORDINARY, SURNAME, load_gazetteer
from marsad.data.places.keys import name_key
from marsad.reading.places.evidence import BEFALLEN
from marsad.reading.places.listed import never_places
from marsad.reading.places.local import NAME, Local, can_be_name
from marsad.reading.places.words import demonyms, spatial_words
from marsad.reading.times.checks import month_names
from marsad.reading.wordpatterns import found_from

LONGEST = 60  # characters of a name
MARKS = ',.;:)”"\n–—'
_BEFORE = re.compile(rf"(?<![\w-])(?P<name>{NAME})\Z")
_SHARE = r"(?:(?:large|most|some|several|many|wide)[ ])?(?:parts?|most|half|all|much|swathes|sections|areas)"
_OWNER = re.compile(r".+['’]s[ ]")
_FOLLOWING = re.compile(r"[ \n]+([\w’'-]+)")


@lru_cache(maxsize=1)
def _patterns() -> tuple[frozenset[str], re.Pattern[str], re.Pattern[str]]:
    """A name behind a word for what is done to places or stands at them, with the first words of it, and a further name."""
    words = spatial_words()
    sure, ways = _any_case(words.only_places), _any_case({*words.place_verbs, *words.place_openers})
    of, on, at, to = (_any_case(some) for some in (words.of_places, words.on_places, words.at_places, words.to_places))
    people = words.townsfolk | {"people", "families", "civilians", "refugees"}
    lived = _any_case(people)
    firsts = words.only_places | words.place_verbs | words.place_openers | words.of_places | words.on_places | words.at_places
    behind = "|".join(
        (
            rf"(?:{of})[ \n]+of",
            rf"(?:{lived})[ \n]+(?:of|from|in)",
            rf"(?:{on})[ \n]+(?:in[ ]|down[ ])?on",
            rf"(?:{at})[ \n]+at",
            rf"(?:{to})[ \n]+(?:back[ ])?(?:to|from)",
            "[Bb]attle[ ]for",
        )
    )
    first = re.compile(rf"\b(?:(?P<sure>{sure})|{ways}|{behind})[ \n]+(?:{_SHARE}[ ]of[ \n]+)?(?P<name>{NAME})")
    return firsts | words.to_places | people | {"battle"}, first, re.compile(rf"(?:,|,?[ ]and)[ \n]+(?P<name>{NAME})")


def _any_case(words: Iterable[str]) -> str:
    """The words as alternatives of a pattern, each also with a capital; those of one letter stand together, so that few are tried."""
    rests: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        rests.setdefault(word[0], []).append(word[1:])
    return "|".join(f"[{first.upper()}{first}](?:{'|'.join(some)})" for first, some in rests.items())


def used_names(text: str) -> Iterator[Local]:
    """Names behind a verb, a noun or a preposition that takes places, with nothing behind them that would make them another's."""
    firsts, first, further = _patterns()
    for found in found_from(firsts, first, text):
        sure = found["sure"] is not None
        match: re.Match[str] | None = found
        while match is not None:
            name, start, end = match["name"], match.start("name"), match.end()
            if owner := _OWNER.match(name):  # "Iraq's Karuba"
                name, start = name[owner.end() :], start + owner.end()
            if name.endswith(("'s", "’s")):
                name, end = name[:-2], end - 2
            elif not ends_there(text, end):
                break
            if not (can_be_name(name) and _is_nobody(name, sure=sure)):
                break
            yield Local(start, end, name, "settlement")
            match = further.match(text, end)
    yield from _ends(text)
    for befallen in BEFALLEN.finditer(text):
        begins = max(0, befallen.start() - LONGEST)
        named = _BEFORE.search(text[begins : befallen.start()])
        if named is not None and can_be_name(named["name"]) and _is_nobody(named["name"], sure=False):
            yield Local(begins + named.start("name"), befallen.start(), named["name"], "settlement")


@lru_cache(maxsize=1)
def _between() -> re.Pattern[str]:
    lying = _any_case(spatial_words().between_places)
    return re.compile(rf"\b(?:{lying})[ \n]+between[ \n]+(?P<first>{NAME})(?:,[^,.;:\n]{{3,50}},)?[ \n]+and[ \n]+(?P<second>{NAME})")


def _ends(text: str) -> Iterator[Local]:
    """Both ends of a stretch on which something runs or lies: "a bus between Kidal and Tessit"."""
    for found in found_from(spatial_words().between_places, _between(), text):
        names = [(found[part], found.start(part)) for part in ("first", "second")]
        if ends_there(text, found.end()) and all(
            can_be_name(name) and _is_nobody(name, sure=False) or _is_listed(name) for name, _ in names
        ):
            yield from (Local(start, start + len(name), name, "settlement") for name, start in names if not _is_listed(name))


def _is_listed(name: str) -> bool:
    return bool(load_gazetteer().find(name_key(name)))


def ends_there(text: str, at: int) -> bool:
    """Whether a name that ends here is followed by what goes on behind a place: a mark, a small word, a time, a verb."""
    if at >= len(text) or text[at] in MARKS:
        return True
    following = _FOLLOWING.match(text, at)
    if following is None:
        return False
    word = following[1].lower()
    verb = following[1].islower() and word.endswith(("ing", "ed"))
    return verb or word in spatial_words().behind_places or word in month_names()


def _is_nobody(name: str, *, sure: bool) -> bool:
    """Whether a name is that of no person, people, month or body that is known; `sure` where only a place can be meant."""
    words = name_key(name).split()
    if not words or len(name) < 4 or name.split()[0].isupper() or any(w in demonyms() or w.capitalize() in demonyms() for w in words):
        return False
    spatial, first = spatial_words(), words[0].capitalize()
    if first in spatial.institutions | spatial.institution_of | spatial.titles or first == "Operation":
        return False
    if name_key(name) in never_places() or words[0] in month_names() or words[-1].capitalize() in spatial.institutions:
        return False
    known = [load_gazetteer().flags(w) for w in words]
    if all(flag & ORDINARY for flag in known) or known[0] & GIVEN:
        return False
    return sure or len(words) > 1 or not known[0] & SURNAME
