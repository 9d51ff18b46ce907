"""How much speaks for a name being that of a place: what it is, what stands around it, what the report says elsewhere."""

import re

import msgspec

from marsad.data.places.gazetteer import FORENAME, GIVEN, ORDINARY, SURNAME, load_gazetteer
from marsad.data.places.keys import name_key
from marsad.reading.places.apposed import SAID_TO_BE
from marsad.reading.places.extent import name_start
from marsad.reading.places.names import Lines, Named, starts_sentence
from marsad.reading.places.words import demonyms, spatial_words

ENOUGH = 1.0
TOWN = 1.5  # the standing of a town of some size
LARGE_KINDS = frozenset({"country", "continent", "sea"})
_WORD_BEFORE = re.compile(r"([\w’'.-]+)[ \u00a0\n]+(?:[Tt]he[ \n]+)?\Z")
_WORD_AFTER = re.compile(r"[ \u00a0\n]+([\w’'-]+)")
_COMMA_NEXT = re.compile(r",[ \n]+(?:in[ \n]+(?:the[ \n]+)?)?((?:[A-Z]\.[ ]?){2,3}|[A-Z][\w’'-]*(?:[ -][A-Z][\w’'-]*){0,3}\.?)")
_IN_PARENS = re.compile(r"[ ]\(([A-Z][\w.’' -]{1,30})\)")
_AGED = re.compile(r"\d,?[ ]+of[ ]+\Z")  # "Ann Lee, 43, of Springfield"
_PARTY = re.compile(r"\b[DRI]-\Z")  # "Smith, D-Springfield"
_OUT_OF = re.compile(
    r"\b(?:out|outside|inside|side|centre|center|streets|outskirts|edge|(?:north|south)?-?(?:east|west)|north|south)[ ]of[ ]\Z",
    re.IGNORECASE,
)
_PEOPLE = rf"(?:{'|'.join(sorted(spatial_words().townsfolk))})"
_PEOPLE_OF = re.compile(rf"\b{_PEOPLE}[ ]of[ ]\Z", re.IGNORECASE)
_THEIR_PEOPLE = re.compile(rf"['’]s?[ ](?:[\d,.]+[ ]|\w+[ ]){{0,3}}{_PEOPLE}\b")
_BE = r"(?:has|have|had|was|is|remains|remained|be)(?:[ ](?:been|being))?"
BEFALLEN = re.compile(
    rf"[ ](?:{_BE}[ ](?:[a-z]+ly[ ]|now[ ]|still[ ]|again[ ])?"
    rf"(?:{'|'.join(sorted(spatial_words().befallen))}|back[ ]in[ ]\w+(?:[ ]\w+)?[ ]hands)"
    rf"|(?:{_BE}|has[ ]come|came|comes)[ ](?:[a-z]+ly[ ]|now[ ]|still[ ]|back[ ])?under[ ](?:siege|the[ ]control[ ]of|\w+[ ]control)"
    r"|(?:has[ ]|had[ ])?(?:fell|fallen|passed)[ ](?:in)?to[ ](?!the[ ]ground|his|her|him|\w+[ ]knees)"
    r"|(?:has[ ]|had[ ])?changed[ ]hands)\b"
)
_UNDERGONE = re.compile(  # what befalls places and people alike
    rf",?[ ](?:{_BE}[ ])?(?:captured|seized|held|attacked|bombed|surrounded|stormed|evacuated|taken|cut[ ]off|hit)[ ](?:by|from|in|on)\b"
)
_OF_HOLDERS = ("-held", "-controlled", "-occupied")
_DATELINE_AFTER = re.compile(r"(?:,[ ][^\n–—]{1,40})?[ ]?(?:\([A-Za-z ./]{2,30}\)[ ]?)?(?:--|–|—|-[ ])|,[ ][A-Z]?[a-z]{0,8}\.?[ ]?\d{1,2}")


class Verdict(msgspec.Struct, frozen=True):
    """The weight of evidence, and whether the name stands before another noun of an institution or office."""

    score: float
    adjectival: bool = False
    strong: bool = False  # the words around it say that it is a place
    street: bool = False
    person: bool = False


def standing(named: Named) -> float:
    """What the gazetteer alone says: large and well-known places are likelier."""
    best = 0.0
    for place in named.places:
        if place.kind in LARGE_KINDS:
            weight = 2.5
        elif place.kind == "admin1":
            weight = 2.2 if place.country in ("US", "CA", "AU", "IN") and not place.alternate else 1.4
        elif place.kind in ("settlement", "neighbourhood"):
            p = place.population
            weight = 2.5 if p >= 1_000_000 else 2.0 if p >= 200_000 else 1.6 if p >= 50_000 else 1.2 if p >= 8_000 else 0.8
        else:
            weight = 1.6 if place.kind != "admin2" else 1.2
        best = max(best, weight - (0.9 if place.alternate else 0.0))
    return best


def judge(text: str, named: Named, lines: Lines) -> Verdict:
    """The evidence for this name being that of a place."""
    words = spatial_words()
    upper, headline = lines.style(named.start)
    initial = starts_sentence(text, named.start)
    score = standing(named)
    alone = score
    single = named.last - named.first == 1
    if not single:
        score += 0.7 if not _like_a_person(named) else -1.3
    lands = any(p.kind in ("country", "continent") or (p.kind == "admin1" and p.country == "US") for p in named.places if not p.alternate)
    famous = alone >= 2.4 or lands
    if named.flags & ORDINARY:
        score -= _ordinary(alone, blind=initial or headline)
    if named.flags & GIVEN and not lands:
        score -= 0.6 if famous else 1.4
    elif named.flags & SURNAME and not lands:
        score -= 0.2 if famous else 0.5 if alone >= 1.9 else 1.0
    score_before, strong = _word_before(text, named, upper=upper, alone=alone, town=single and not lands)
    score += score_before
    if _contained(text, named.end) or SAID_TO_BE.match(text, named.end):
        score += 3.0
        strong = True
    if named.start < 3 and _DATELINE_AFTER.match(text, named.end):
        score += 3.0
        strong = True
    right, adjectival, street, person = _right(text, named, headline, famous, lands)
    left, person_left, institution = _left(text, named, headline, famous)
    score += right + left
    after = _WORD_AFTER.match(text, named.end)
    following = after.group(1).lower() if after else ""
    if BEFALLEN.match(text, named.end):
        score += 1.2
        strong = True
    elif alone >= TOWN and not named.flags & GIVEN and _UNDERGONE.match(text, named.end):
        score += 0.7
    if following in words.types and not headline:
        score += 1.5
        strong = strong or not person_left
    elif following in words.inhabitants:
        score += 1.0
    if following in words.speech and not famous:
        score -= 1.2
    if initial and single and named.key in words.openers and text[named.end + 1 : named.end + 2].islower():
        score -= 4.0  # "Most residents left": no town of Bohemia
    if len(named.key) <= 3 and not famous:
        score -= 0.4 if strong else 1.0
    if not famous and _torn(text, named):
        score -= 2.0
    if upper and single and not strong:
        score -= 0.9
    whose = lands and following in words.possessed
    joined = text[named.end : named.end + 1] == "-" and text[named.end + 1 : named.end + 2].islower()  # "US-led", "Cairo-based"
    return Verdict(
        score, adjectival or institution or whose or joined, strong and not (person or person_left), street, person or person_left
    )


def _word_before(text: str, named: Named, *, upper: bool, alone: float, town: bool) -> tuple[float, bool]:
    """What the words before a name say for a place, and whether they say it plainly: "in X", "the town of X", "residents of X"."""
    words = spatial_words()
    at = named.start
    if named.first and named.run[named.first - 1].text.lower() in words.directions:
        at = named.run[named.first - 1].start
    before = _WORD_BEFORE.search(text, max(0, at - 30), at)
    word = before.group(1).lower().rstrip(".,") if before else ""
    if word.endswith(_OF_HOLDERS):  # "in rebel-held X"
        word = word.rpartition("-")[2]
    score = 0.0
    if before and town and re.search(r"[ \n][Tt]he[ \n]+\Z", text[max(0, named.start - 6) : named.start]):
        score -= 0.6
    party = _PARTY.search(text, max(0, named.start - 3), named.start) is not None
    if party:
        score += 3.0
    blind = upper and bool(named.flags & ORDINARY) and alone < 1.9
    if word in words.in_words and not blind:
        whose = word in words.also_persons and bool(named.flags & (GIVEN | SURNAME)) and alone < 1.9
        return score + (0.7 if whose else 1.5), not whose
    if word == "of" and _OUT_OF.search(text, max(0, named.start - 16), named.start):
        return score + 1.5, True
    if word == "of" and _type_before(text, named.start):
        return score + 3.0, True
    if (word == "of" and _PEOPLE_OF.search(text, max(0, named.start - 24), named.start)) or _THEIR_PEOPLE.match(text, named.end):
        return score + 1.5, True
    if _AGED.search(text, max(0, named.start - 14), named.start):
        return score + 2.0, True
    return score, party


def _ordinary(alone: float, *, blind: bool) -> float:
    """What a name loses for being an ordinary word: much where the capital letter says nothing, little where the place is large."""
    if blind:
        return 0.3 if alone >= 2.2 else 1.3 if alone >= 1.5 else 2.5
    return 0.3 if alone >= 1.9 else 0.6 if alone >= 1.5 else 1.0


def _like_a_person(named: Named) -> bool:
    """Whether several words look like a given name and a surname, and no place of note bears them."""
    first, _, rest = named.key.partition(" ")
    flags = load_gazetteer().flags
    named_so = bool(flags(first) & FORENAME) and not (flags(rest) & ORDINARY and not flags(rest) & SURNAME)
    return named_so and all(p.population < 60_000 and p.kind in ("settlement", "admin2") for p in named.places)


_TORN_AFTER = re.compile(r"[ ](?:[Dd]e|[Dd]el|[Dd]os|DE|DEL|[Dd]e[ ]l[ao]s?|DE[ ]L[AO]S?)[ ][A-Z]")
_EZAFE_AFTER = re.compile(r"-[ei][- ]?[A-Z]|[ ][ei]-[A-Z]")
_TORN_BEFORE = re.compile(r"[A-Za-z][ ](?:[Dd]e|[Dd]el|DE|DEL)[ ]\Z")


def _torn(text: str, named: Named) -> bool:
    """Whether the name is only a piece of a longer one ("Prados" of "Prados de Venecia")."""
    if _EZAFE_AFTER.match(text, named.end):  # "Nawa" of "Nawa-e-Barakzai"
        return True
    return bool(_TORN_AFTER.match(text, named.end) or _TORN_BEFORE.search(text, max(0, named.start - 6), named.start))


def _type_before(text: str, start: int) -> bool:
    match = re.search(r"([\w-]+)[ \n]+of[ \n]+(?:the[ \n]+)?\Z", text[max(0, start - 34) : start], re.IGNORECASE)
    return bool(match) and match.group(1).lower() in spatial_words().types  # type: ignore[union-attr]


def _contained(text: str, end: int) -> bool:
    """Whether a comma and the name of a state, province or country follow."""
    if _ABBREVIATED.match(text, end):
        return True
    match = _COMMA_NEXT.match(text, end) or _IN_PARENS.match(text, end)
    return bool(match) and container_named(match.group(1)) is not None  # type: ignore[union-attr]


_ABBREVIATED = re.compile(
    r",[ \n]+(?:" + "|".join(re.escape(a) for a in sorted(spatial_words().abbreviations, key=len, reverse=True)) + r")(?![\w])"
)


def container_named(words: str) -> str | None:
    """The key of the state, province or country that these words begin with, or None."""
    known = spatial_words().abbreviations
    bare = words.strip()
    for form in (bare, bare.rstrip("."), bare.split()[0] if bare else ""):
        if form in known:
            return name_key(known[form])
    find = load_gazetteer().find
    parts = bare.rstrip(".").split()
    for n in range(len(parts), 0, -1):
        key = name_key(" ".join(parts[:n]))
        if any(p.kind in ("country", "admin1", "admin2", "region") and not p.alternate for p in find(key)):
            return key
    return None


def _right(text: str, named: Named, headline: bool, famous: bool, lands: bool) -> tuple[float, bool, bool, bool]:
    """What the capitalised word after the name says: weight, institution, street, person."""
    words = spatial_words()
    if named.last >= len(named.run):
        return 0.0, False, False, False
    word = named.run[named.last]
    gap = text[named.end : word.start]
    following = word.text if not word.text.isupper() else word.text.capitalize()
    if following in words.papers:
        return -3.0, True, False, False
    if following == "Department" and named.flags & ORDINARY and not lands:
        return -3.0, True, False, False
    if following in words.streets:
        return (-3.0, False, True, False) if following not in ("Court", "Place") else (0.0, True, False, False)
    if following.lower() in words.types or following in words.institutions:
        kind = words.types.get(following.lower())
        office = following in words.institutions and (kind is None or bool(re.match(r"[ ](?:of|OF)\b", text[word.end : word.end + 4])))
        return (1.0, kind is None or office, False, False)
    if headline or gap != " ":
        return 0.0, False, False, False
    flags = load_gazetteer().flags(following.lower())
    if word.text in demonyms() or _is_calendar(following) or following in words.titles:
        return 0.0, following in words.titles, False, False
    if named.flags & GIVEN and not lands and (flags & SURNAME or not flags & ORDINARY):
        return -3.0, False, False, True
    if famous:
        return -0.2, True, False, False
    lesser = 0.8 if all(p.alternate for p in named.places) else 0.0
    return (-1.2 if flags & ORDINARY else -1.8) - lesser, True, False, False


def _left(text: str, named: Named, headline: bool, famous: bool) -> tuple[float, bool, bool]:
    """What the capitalised word before the name says: weight, person, institution."""
    words = spatial_words()
    start = name_start(text, named.start)
    first = named.first
    while first and named.run[first - 1].start >= start:  # "Ar-Raqqa": the article belongs to the name
        first -= 1
    if first == 0:
        return 0.0, False, False
    word = named.run[first - 1]
    gap = text[word.end : start if first < named.first else named.start]
    shown = word.text if not word.text.isupper() or len(word.text) == 1 else word.text.capitalize()
    if " of " in gap or gap == " of the ":
        if shown.lower() in ("town", "city", "village") and starts_sentence(text, word.start):
            return 0.3, False, False  # "Town of Zintan overrun": no body of that name
        return (-0.3, False, True) if shown in words.institution_of or shown in words.institutions else (0.3, False, False)
    plain = shown.lower() in words.types or shown in demonyms() or shown.lower() in words.openers or shown.lower() in words.in_words
    if named.start != start == word.end + 1 and not plain:
        return (-1.0 if famous else -3.0), True, False  # "Abu Omar al-Halabi"
    if gap.strip(" .-–"):
        return 0.0, False, False
    flags = load_gazetteer().flags(shown.lower())
    if shown in words.titles and (gap != "-"):
        return (-0.8 if famous else -4.0), not famous, False
    if len(shown) == 1 and gap.startswith("."):
        return -4.0, True, False
    if flags & GIVEN and not (headline and famous) and not (flags & ORDINARY and starts_sentence(text, word.start)):
        return (-3.0 if famous else -4.0), True, False
    lower = shown.lower()
    if starts_sentence(text, word.start) and not headline and lower not in words.openers and gap == " ":
        known = (
            flags & ORDINARY or shown in demonyms() or shown in words.institutions or _is_calendar(shown) or load_gazetteer().find(lower)
        )
        return (0.0 if known or famous else -1.2), False, False
    if headline or starts_sentence(text, word.start) or lower in words.directions or lower in words.types or shown in demonyms():
        return 0.0, False, False
    if shown in words.institutions or lower in ("the", "a", "in", "new", "metro", "old", "greater", "upper", "lower", "mid"):
        return 0.0, False, False
    if _is_calendar(shown):
        return 0.0, False, False
    return (-0.5 if famous else -1.6), False, False


_CALENDAR = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec".split()
)


def _is_calendar(word: str) -> bool:
    return word in _CALENDAR
