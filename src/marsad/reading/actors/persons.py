"""Persons: their office and body where words behind the name tell them, and their short names later in the text."""

import re
from bisect import bisect_left

import msgspec

from marsad.model.mention import ActorMention
from marsad.model.report import Field
from marsad.reading.actors.lexicon import common_words
from marsad.reading.actors.units import Units
from marsad.reading.wordlists import word_list, words_of

_APPOSITION = re.compile(
    r",\s+(?:\d\d,\s+)?(?:the\s+|a\s+|an\s+|its\s+|his\s+|her\s+)?((?:[^,.;:()\n“”\"]|\.(?=[A-Za-z-]|\s[a-z])){3,120})"
)
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")


def last_name(name: str) -> str:
    """The name by which a person is called later: the last word, with its article where it has one."""
    words = name.replace("’", "'").split()
    return words[-1] if words else name


def fill_offices(text: str, mentions: list[ActorMention]) -> list[ActorMention]:
    """The mentions, persons with the office and body that stand behind their names."""
    roles = frozenset(words_of(word_list("titles"), "roles"))
    verbs = frozenset(words_of(word_list("reporting"), "finite"))
    bodies = sorted((m for m in mentions if m.kind != "person"), key=lambda m: m.start)
    starts = [m.start for m in bodies]
    return [_with_office(text, m, roles, verbs, bodies, starts) if m.kind == "person" else m for m in mentions]


def _with_office(
    text: str, m: ActorMention, roles: frozenset[str], verbs: frozenset[str], bodies: list[ActorMention], starts: list[int]
) -> ActorMention:
    match = _APPOSITION.match(text, m.end, min(len(text), m.end + 180))
    if match is None:
        return m
    phrase = match.group(1)
    head = re.split(r"\s(?:of|for|in|at|with|to|from|who|which|on|by)\s", phrase, maxsplit=1)[0]
    words = [w.group().lower() for w in _WORD.finditer(head)]
    if not words or words[0] in verbs or not any(w in roles for w in words[-2:]):
        return m
    start, end = match.span(1)
    named = [b for b in bodies[bisect_left(starts, start) :][:4] if b.end <= end + 1 and not b.generic]
    org = named[0].name if named else None
    country = named[0].country if named else m.country
    return msgspec.structs.replace(m, title=m.title or head, org=m.org or org, country=m.country or country)


def short_names(units: Units, mentions: list[ActorMention], field: Field) -> list[ActorMention]:
    """Later single words that are the last name of a person named in full before."""
    known: dict[str, ActorMention] = {}
    for m in mentions:
        if m.kind == "person" and m.person and " " in m.person:
            for short in {last_name(m.person), last_name(m.person).removeprefix("al-").removeprefix("Al-")}:
                if len(short) > 2 and short[0].isupper() and not (units.words.upper and short.lower() in common_words()):
                    known.setdefault(short, m)
    if not known:
        return []
    taken = sorted((m.start, m.end) for m in mentions)
    begins = [t[0] for t in taken]
    found = []
    words = units.words
    pieces = {short.split("-")[0].split("'")[0]: short for short in known}
    for k, raw in enumerate(words.raws):
        short = pieces.get(raw, "")
        if not short or not words.text.startswith(short, words.starts[k]):
            continue
        start, end = words.starts[k], words.starts[k] + len(short)
        place = bisect_left(begins, end) - 1
        inside = place >= 0 and taken[place][1] > start
        if inside or start < known[short].end or (start > 0 and words.text[start - 1] in "-'’") or words.text[end : end + 1].isalnum():
            continue
        m = known[short]
        found.append(msgspec.structs.replace(m, start=start, end=end, text=short, field=field))
    return found
