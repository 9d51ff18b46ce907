"""Which rows of units name an actor: known names, forces and governments of states, coalitions, bodies, fighters, people, persons."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from re import Match, Pattern

from marsad.reading.actors.units import DIGIT, LOWER, TITLE, UPPER, alphabet, compiled
from marsad.reading.wordpatterns import beginnings

NAMELESS = "ACTOR NAT NATS STATE FORCE FIGHT GOV COAL PEOPLE RANK HONOR OFFICE FUNC THE LOC MONTH DASH LB RB DOT COMMA QUOTE AND OF FOR ACT"
BEGINNINGS = "NAT STATE ACTOR LEADER RANK OFFICE HONOR HEAD FORCE FIGHT COAL GOV NATS PEOPLE GIVEN ROLE BEFORE MOD WORD NUMBER"


@cache
def classes() -> Mapping[str, str]:
    """The characters of each class that patterns name."""
    chars = alphabet().chars
    capital = (TITLE, UPPER)
    found = {
        mark: chars(any_of=mark)
        for mark in (
            "ACTOR NAT NATS STATE FORCE FIGHT COAL GOV PEOPLE ANAPHOR RANK HONOR OFFICE ROLE BEFORE MOD ACT LOC THE OF FOR AND LED "
            "DASH LB RB DOT COMMA QUOTE POSS MONTH TH LEADER ALIGNED"
        ).split()
    }
    found |= {
        "HEAD": chars(any_of="HEAD", none_of="STATE NAT", shapes=capital),
        "NAME": chars(none_of=NAMELESS + " POSS LED", shapes=capital),
        "WORD": chars(none_of=NAMELESS.replace(" RANK HONOR OFFICE", "") + " POSS LED", shapes=capital),
        "GIVEN": chars(any_of="GIVEN", none_of="MONTH LOC FUNC", shapes=capital),
        "PARTICLE": chars(any_of="PART", none_of="FUNC LOC") + chars(any_of="PART", shapes=(LOWER,)),
        "CAPITAL": chars(none_of="DASH LB RB DOT COMMA QUOTE FUNC THE LOC MONTH AND OF FOR", shapes=capital),
        "NUMBER": chars(shapes=(DIGIT,)),
        "PLAIN": chars(none_of="FUNC LOC THE DOT COMMA AND", shapes=(LOWER,)),
        "ANY": chars(),
    }
    found["BEGIN"] = "".join(sorted({c for name in BEGINNINGS.split() for c in found[name]}))
    return found


FULL_NAME = (
    r"(?:GIVEN|NAME)(?:DASH NAME)*(?:NAME DOT|QUOTE NAME (?:DOT NAME DOT)? QUOTE|PARTICLE DASH? (?:NAME|GIVEN)|NAME|GIVEN|DASH NAME){0,5}"
)

# In the order in which they are tried at a unit; the first that is accepted wins.
SOURCES = {
    "person": rf"pre:((?:(?:NAT|STATE|ACTOR|WORD)(?:QUOTE POSS)?){{0,2}}(?:BEFORE|MOD|FORCE|GOV|ROLE){{0,3}})"
    rf"title:((?:RANK|OFFICE|HONOR)(?:DOT)?(?:(?:RANK|OFFICE|HONOR|ROLE)DOT?){{0,2}})(?:OF NAME|FOR THE? (?:CAPITAL){{1,3}}?(?=GIVEN))?"
    rf"(?:LB NAME{{1,2}} RB)?name:({FULL_NAME})",
    "chief": rf"pre:((?:NAT|STATE|ACTOR|FORCE|GOV|MOD|WORD|ROLE|BEFORE)(?:QUOTE POSS)?(?:BEFORE|MOD|FORCE|GOV){{0,2}})"
    rf"title:(ROLE)name:({FULL_NAME})",
    "led": r"who:(NAT|STATE|ACTOR) DASH LED (?:MOD|CAPITAL|NAT){0,2} what:(COAL|FORCE)",
    "aligned": r"who:(NAT|STATE|ACTOR|NAME|GOV) DASH ALIGNED (?:MOD|NAT){0,2} what:(FORCE|FIGHT|COAL)",
    "leader": r"who:(LEADER)",
    "known": r"core:(ACTOR)(?:LB ACTOR RB|LB NAME RB)?(?:QUOTE POSS)?tail:((?:MOD|FIGHT){0,2}(?:FIGHT|FORCE|ANAPHOR|COAL)?)",
    "state": r"who:((?:NAT)(?:AND NAT)?|STATE(?:QUOTE POSS)?)mods:((?:MOD|NAT){0,3})what:(FORCE|FIGHT|GOV|PEOPLE)",
    "army of": r"what:(FORCE|GOV) OF THE? who:(STATE)",
    "ministry": r"(?:(?:who:(NAT|STATE)(?:QUOTE POSS)?)(?:MOD|WORD|ROLE|GOV){1,3}head:(HEAD|GOV))",
    "body": r"(?:head:(HEAD)(?:OF|FOR) THE?(?:CAPITAL(?:DASH CAPITAL)?)(?:(?:AND|OF|COMMA CAPITAL AND|FOR THE?)?CAPITAL){0,5})"
    r"|(?:(?:NUMBER TH?|WORD|NAT|STATE|ACTOR)(?:(?:DASH|AND|OF THE?)?(?:CAPITAL|NUMBER TH?)){0,5}last:(HEAD))",
    "force": r"mods:((?:MOD){0,3})what:(FORCE)",
    "fighters": r"mods:((?:MOD|NAT){0,3})what:(FIGHT)",
    "coalition": r"mods:((?:MOD){0,2})what:(COAL)",
    "group": r"(?<=THE)mods:((?:MOD|HEAD){0,2})what:(ANAPHOR|GOV)",
    "office": r"(?<=THE)(?:(?:NAT|STATE|MOD|FORCE|ACTOR)){0,2}what:(OFFICE|RANK)",
    "country": r"who:(STATE)",
    "nationals": r"who:(NATS)",
    "adjective": r"who:(NAT)mods:((?:MOD|PLAIN)?)(?=ACT)",
    "people": r"mods:((?:MOD|NAT){0,2})what:(PEOPLE)",
    "introduced": r"name:(NAME(?:PARTICLE DASH? NAME|NAME){1,3})(?=COMMA ANY{0,2}?ROLE(?:OF|FOR|LOC|COMMA))",  # "X al-Y, head of"
    "named": rf"name:(GIVEN{FULL_NAME[len('(?:GIVEN|NAME)') :].replace('{0,5}', '{1,4}')})",
}


@cache
def patterns() -> tuple[Pattern[str], Mapping[str, Sequence[tuple[str, Pattern[str]]]]]:
    """A pattern that finds where any may begin, and for each character those that may begin with it, by name."""
    begun_by: dict[str, list[tuple[str, Pattern[str]]]] = {}
    for name, source in SOURCES.items():
        pattern = compiled(source, classes())
        for char in beginnings(pattern.pattern):
            begun_by.setdefault(char, []).append((name, pattern))
    return compiled(r"BEGIN|(?<=THE)ANAPHOR", classes()), begun_by


def find(codes: str, accept: Callable[[str, Match[str]], int]) -> None:
    """Calls `accept` with what fits at each unit, in order, until it answers where to go on (0: not taken)."""
    starts, begun_by = patterns()
    position = 0
    while (begin := starts.search(codes, position)) is not None:
        position = begin.start() + 1
        for name, pattern in begun_by.get(begin[0], ()):
            match = pattern.match(codes, begin.start())
            after = accept(name, match) if match is not None else 0
            if after:
                position = max(position, after)
                break
