"""Who those counted were, item by item: "killed 12 people (nine soldiers and three civilians)", "ten died: six guards and four clerks"."""

from collections.abc import Callable
from typing import NamedTuple

from marsad.grammar.counts import GROUPS, PEOPLE
from marsad.grammar.sentence import PARTS, Sentence
from marsad.model.mention import QuantityMention, Span
from marsad.reading.wordlists import word_set

MARKS = frozenset({"(", "[", ":", "-", "–", "—", "--"})  # what opens a list of those counted
COMMAS = frozenset({",", ";"})  # what opens one only where its numbers make up the whole
JOINTS = frozenset({",", "and", ";", "plus", "&"})
ONE = frozenset({"a", "an", "one", "another"})
TOGETHER = GROUPS | word_set("frames", "together")
OWN = frozenset({"his", "her", "their", "its"})
DEFINITE = OWN | {"the"}
THEM = frozenset({"them", "whom", "these", "those"})
REACH = 14  # tokens behind a count in which "including" still speaks of it
NOUNS = ("NOUN", "PROPN")
NAMING = (*NOUNS, "ADJ", "NUM")
TAIL = 8  # words behind the noun of an item: "three members of the town's council"
LONGEST = 12  # items of a list


class Listed(NamedTuple):
    """One entry of a list that says who those counted were: the noun that names who they were, its last word, and its number."""

    head: int
    last: int
    number: QuantityMention


def breakdown(s: Sentence, whole: QuantityMention, behind: int, is_people: Callable[[int], bool]) -> list[Listed]:
    """The items of a list behind a token that say who the counted were; none where no list stands there or its numbers do not fit."""
    total = whole.best or whole.low
    if total is None or whole.unit not in (None, *PEOPLE):
        return []
    for opener in range(behind + 1, len(s.tokens) - 2):
        mark = s.tokens[opener].text
        if mark not in MARKS and mark not in COMMAS:
            continue
        items = _items(s, opener + 1, is_people, ONE | OWN)
        told = sum(item.number.best or item.number.low or 0 for item in items)
        made_up = told == total
        if items and (made_up or _is_nearest(s, whole, opener)) and (made_up and len(items) > 1 or mark in MARKS and told < total):
            return items
    return []


def included(s: Sentence, whole: QuantityMention, behind: int, is_people: Callable[[int], bool]) -> list[Listed]:
    """The items of the list behind an "including" or "among them" that stands near behind a token."""
    for word in range(behind + 1, min(behind + REACH, len(s.tokens) - 1)):
        if s.lower(word) in PARTS:
            return [] if not _is_nearest(s, whole, word) else _items(s, word + 1 + (s.lower(word + 1) in THEM), is_people, ONE | DEFINITE)
    return []


def _is_nearest(s: Sentence, whole: QuantityMention, opener: int) -> bool:
    """Whether no other number of people stands between the whole and the list."""
    at = s.tokens[opener].start + s.passage.start
    return not any(whole.end <= m.start < at and m.unit in (None, *PEOPLE) for _, _, m in s.quantities)


def _items(s: Sentence, at: int, is_people: Callable[[int], bool], ones: frozenset[str]) -> list[Listed]:
    """The list that begins there, up to the first word that is no item of it."""
    found: list[Listed] = []
    while len(found) < LONGEST:
        item = _item(s, at, is_people, ones)
        if item is None:
            break
        found.append(item)
        at = item.last + 1
        joined = at
        while joined < len(s.tokens) and s.lower(joined) in JOINTS:
            joined += 1
        if joined == at:
            break
        at = joined
    return found


def _item(s: Sentence, at: int, is_people: Callable[[int], bool], ones: frozenset[str]) -> Listed | None:
    """The counted people, or the one person, whose words begin at a token."""
    if at >= len(s.tokens):
        return None
    begins = (at, at + 1) if s.lower(at) in DEFINITE else (at,)  # "her four daughters"
    told = next(
        ((last, m) for first, last, m in s.quantities if first in begins and m.unit in (None, "person", "fighter") and m.per is None), None
    )
    if told is None and s.lower(at) not in ones:
        return None
    first = at + 1 if told is None else max(at, _number_ends(s, told[1], at))
    head = _named(s, first)
    if head is None or not is_people(head) or (told is None and (s.tokens[head].tag == "NNS" or s.lemma(head) in TOGETHER)):
        return None
    last = _tail(s, head)
    if last is None:
        return None
    return Listed(head, last, _one(s, at, head) if told is None else told[1])


def _number_ends(s: Sentence, m: QuantityMention, at: int) -> int:
    """The first token behind a number's own words."""
    end = (m.number.end if m.number is not None else m.start) - s.passage.start
    return next((i for i in range(at, len(s.tokens)) if s.tokens[i].start >= end), at)


def _named(s: Sentence, at: int) -> int | None:
    """The last noun of the run of words that begins there."""
    head = None
    while at < len(s.tokens) and (s.tokens[at].pos in NAMING or s.tokens[at].tag == "POS") and s.lower(at) not in JOINTS:
        head = at if s.tokens[at].pos in NOUNS else head
        at += 1
    return head


def _tail(s: Sentence, head: int) -> int | None:
    """The last word of an item before the next joint or mark; None where a clause of its own goes on."""
    at = head + 1
    while at < min(head + 1 + TAIL, len(s.tokens)) and s.lower(at) not in JOINTS and s.tokens[at].pos != "PUNCT":
        if s.tokens[at].tag in ("VBD", "VBZ", "VBP", "MD"):
            return None
        at += 1
    return at - 1


def _one(s: Sentence, first: int, head: int) -> QuantityMention:
    """The number of one person who is told of by an article."""
    if (first, head) in s.ones:
        return s.ones[first, head]
    span = s.span_of([first, head])
    text = s.text_of(span)
    noun = Span(s.passage.start + s.tokens[head].start, span.end)
    one = QuantityMention(
        start=span.start, end=span.end, text=text, field=s.passage.field, low=1.0, best=1.0, high=1.0, unit="person", noun=noun
    )
    return s.ones.setdefault((first, head), one)
