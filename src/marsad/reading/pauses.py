"""Pauses that no text writes, shown to the parser between a time and a name: "In May | Zintan fell", "fled Zintan | hours after"."""

import re

import msgspec

from marsad.model.mention import Mentions, TimeMention
from marsad.model.syntax import Token, Tree
from marsad.reading.syntax import PAUSE
from marsad.reading.times.checks import month_names
from marsad.reading.wordlists import word_set

OPENING = 24  # characters before a time that opens a sentence: "in the early hours of"
WORD = re.compile(r"[^\W\d_]+")
BEHIND = re.compile(r" (?:[A-Z\d]|([a-z]+))")
HOURS_AFTER = re.compile(r" (?=(?:minutes|hours|days|weeks|months|years) (?:after|before|later|earlier)\b)")
NAME_BEFORE = re.compile(r"[a-z] [A-Z][\w'’-]+\Z")


def with_pauses(text: str, offset: int, mentions: Mentions) -> str:
    """The text of the passage that begins at the offset, with a mark in the place of a space wherever a pause is made; offsets stay."""
    for at in (*_before_hours(text, offset, mentions), *_behind_openings(text, offset, mentions)):
        text = text[:at] + PAUSE + text[at + 1 :]
    return text


def without_pauses(tree: Tree, text: str) -> tuple[Token, ...]:
    """The tokens of the tree without the pauses that its text does not have."""
    heads = {t.head for t in tree.tokens}
    kept = [t for t in tree.tokens if t.text != PAUSE or text[t.start] == PAUSE or t.i in heads]
    if len(kept) == len(tree.tokens):
        return tree.tokens
    now = {t.i: i for i, t in enumerate(kept)}
    return tuple(msgspec.structs.replace(t, i=now[t.i], head=now[t.head]) for t in kept)


def _before_hours(text: str, offset: int, mentions: Mentions) -> list[int]:
    """Before hours that stand behind a name or behind who was counted: "killed 40 people hours after"."""
    counted = {q.end - offset for q in mentions.quantities if q.noun is not None}
    found = (m.start() for m in HOURS_AFTER.finditer(text))
    return [at for at in found if at in counted or NAME_BEFORE.search(text, 0, at)]


def _behind_openings(text: str, offset: int, mentions: Mentions) -> list[int]:
    """Behind a time that opens the sentence."""
    near = (m for m in mentions.times if m.start <= offset + OPENING)
    return [m.end - offset for m in near if m.end - offset < len(text) and _opens(text, m, offset)]


def _opens(text: str, m: TimeMention, offset: int) -> bool:
    """Whether nothing but a preposition or another month stands before a time, and what follows does not go on about it."""
    before = WORD.findall(text[: m.start - offset].lower())
    behind = BEHIND.match(text, m.end - offset)
    if m.kind not in ("date", "time") or behind is None or set(before) - month_names() - word_set("times", "places_in_time"):
        return False
    return not behind[1] or (bool(before) and behind[1] not in word_set("times", "goes_on"))
