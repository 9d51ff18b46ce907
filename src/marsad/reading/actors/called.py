"""Groups that no list has, where the words say that they fight: "KRF fighters", "the Red Wolves, a militia", "fell to the KRF"."""

import calendar
import re
from functools import lru_cache

from marsad.data.places.gazetteer import GIVEN, ORDINARY, load_gazetteer
from marsad.data.places.keys import name_key
from marsad.reading.actors.lexicon import Entry, Phrase, actor_words, lexicon, tokens
from marsad.reading.times.checks import month_names
from marsad.reading.wordlists import word_list, words_of
from marsad.reading.wordpatterns import words_of_text

NAMED = {"ACTOR", "NAT", "NATS", "STATE", "LEADER"}  # marks of words that name somebody known
MOST = 20  # groups of one text
LEAST_SMALL = 0.3  # of the letters of a text in which capitals mean something
ACRONYM = r"[A-Z][A-Z0-9]{1,8}(?:-[A-Z0-9]{1,4})?"
FIGHTING = r"(?:(?:Liberation|Resistance|Revolutionary|People['’]s|Salvation)[ ](?:Front|Army|Movement|Forces?)|Army|Militia|Brigades?)"
WORD = r"[A-Z][a-z][\w’']*(?:-[A-Z][\w’']*)*"
NAME = rf"{WORD}(?:[ ]{WORD}){{0,3}}(?![\w-])"


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[frozenset[str], re.Pattern[str]], ...]:
    """What makes a group known, each with the words of which one stands in it."""
    of_men, of_bands, of_sorts = (actor_words(name) for name in ("called_men", "called_bands", "called_sorts"))
    men, bands, sorts = ("|".join(sorted(some, key=len, reverse=True)) for some in (of_men, of_bands, of_sorts))
    either = rf"(?P<name>{ACRONYM}|{NAME})"
    told = rf"(?:an?|the|another|one[ ]of[ ]the)[ ](?:[\w-]+[ ]){{0,3}}(?:(?:{sorts})[ ](?:{bands})|militias?)\b"
    full = rf"(?P<full>(?:[A-Z][\w’'-]+[ ]){{0,3}}{FIGHTING}(?:[ ](?:of|for)[ ](?:the[ ])?[A-Z][\w’'-]+(?:[ ][A-Z][\w’'-]+){{0,3}})?)"
    found = (
        (of_men, rf"(?<![\w.-]){either}[ ](?:{men})\b"),
        (
            {*of_men, "members", "elements", "men", "soldiers"},
            rf"\b(?:{men}|members|elements|men|soldiers)[ ](?:of|from)[ ](?:the[ ])?(?P<name>{ACRONYM})(?![\w-])",
        ),
        (of_bands, rf"\b(?:{sorts})[ ](?:{bands})[ ](?:(?:called|known[ ]as|named|calling[ ]itself)[ ])?(?:the[ ])?{either}(?![\w-])"),
        ({*of_bands, "militia", "militias"}, rf"(?<![\w.-])(?:[Tt]he[ ])?{either},[ ]{told}"),
        ({"responsibility"}, rf"(?<![\w.-])(?P<name>{ACRONYM})[ ](?:has[ ]|have[ ]|had[ ])?claimed[ ]responsibility\b"),
        ({"fell", "fallen"}, rf"\b(?:fell|fallen)[ ]to[ ](?:the[ ])?(?P<name>{ACRONYM})(?![\w-])"),
        ({"between"}, rf"\b(?:clash(?:es)?|fighting|battles?)[ ]between[ ](?:the[ ])?(?P<name>{ACRONYM})[ ]and\b"),
        ({"held", "controlled", "run"}, rf"(?<![\w.-])(?P<name>{ACRONYM})[\"”]?-(?:held|controlled|run)\b"),
        (
            {"front", "army", "movement", "force", "forces", "militia", "brigade", "brigades"},
            rf"(?<![\w.-]){full}[ ]\((?:the[ ])?(?P<name>{ACRONYM})\)",
        ),
    )
    return tuple((frozenset(words), re.compile(pattern)) for words, pattern in found)


@lru_cache(maxsize=1)
def _openers() -> frozenset[str]:
    """Words with a capital that open a sentence before a name: "In", "On Monday"."""
    return frozenset(words_of(word_list("spatial"), "openers")) | {d.lower() for d in calendar.day_name} | month_names()


def called_groups(text: str) -> dict[str, list[tuple[Phrase, ...]]]:
    """Phrases for the groups that this text alone makes known, by their first word; each is read wherever the name stands."""
    found: dict[str, list[tuple[Phrase, ...]]] = {}
    if sum(map(str.islower, text[:4000])) < LEAST_SMALL * len(text[:4000]):
        return found
    names: dict[str, str] = {}  # with the full name, where the text gives it
    said = frozenset(words_of_text(text).lows)
    for match in (one for words, pattern in _patterns() if words & said for one in pattern.finditer(text)):
        name = match["name"]
        while (first := name.partition(" "))[2] and first[0].lower() in _openers():
            name = first[2]
        full = match.groupdict().get("full")
        names[name] = full.removeprefix("The ") if full else names.get(name, name)
    for name, full in sorted(names.items())[:MOST]:
        if not _is_new(name):
            continue
        entry = Entry(id="", name=full, kind="armed group")
        for words in dict.fromkeys((name, full)):
            cut = tokens(words)
            phrase = Phrase(tuple(w.lower() for w in cut), cut, {"ACTOR": entry}, acronym=words.isupper(), cased=True)
            found.setdefault(phrase.words[0], []).append((phrase,))
    for phrases in found.values():
        phrases.sort(key=lambda same: -len(same[0].words))
    return found


def _is_new(name: str) -> bool:
    """Whether a name is in no list: no known actor, country, place, person or plain word."""
    words, cut = name.split(), tokens(name.lower())
    if cut[0] in word_list("numbers")["cardinals"]:
        return False  # "Fourteen rebels"
    known = (group[0] for group in lexicon().by_first.get(cut[0], ()))
    if any(p.words == cut[: len(p.words)] and p.marks.keys() & NAMED for p in known):
        return False
    if name.isupper():
        return name.lower() not in lexicon().by_first and name.lower() not in actor_words("no_groups")
    if all(w.lower() in lexicon().by_first for w in words) or load_gazetteer().find(name_key(name)):
        return False
    flags = [load_gazetteer().flags(w.lower()) for w in words]
    return not flags[0] & GIVEN and not all(flag & ORDINARY for flag in flags)
