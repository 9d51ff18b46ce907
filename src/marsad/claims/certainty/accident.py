"""Whether people were harmed by what is no act of war: crashes, collisions, ships that sink, earthquakes, floods, disease."""

import re

from marsad.grammar.draft import Draft
from marsad.grammar.sentence import Sentence
from marsad.grammar.words import WordList, lists_of

BESIDE = ("nsubj", "obl", "nmod", "advcl", "acl", "obj")
ABOVE = ("conj", "advcl", "acl", "xcomp", "obj", "obl", "ccomp")
WORD = re.compile(r"[^\W\d_]+")
ENOUGH = 3  # so often a report on a disaster names it


def by_accident(s: Sentence, draft: Draft, words: dict[str, WordList]) -> bool:
    """True of harm from an accident or a disaster, and of flight from a disaster, unless the sentence speaks of violence too."""
    near = _near(s, draft.trigger)
    match draft.card.kind:
        case "casualty":
            harmless = any(s.lower(n) in words["accidents"] or s.lower(n) in words["disasters"] for n in near)
        case "displacement":  # a flood of refugees is no flood
            harmless = any(s.lower(n) in words["disasters"] and not s.kids(n, "nmod") for n in near)
        case _:
            return False
    return harmless and not any(t.text.lower() in words["violence"] for t in s.tokens)


def _near(s: Sentence, trigger: int) -> list[int]:
    """The verbs about a trigger and the words that hang on them."""
    clause = [*s.kids(trigger, "conj"), trigger]
    for _ in range(2):
        if s.relation(clause[-1]) in ABOVE:
            clause.append(s.tokens[clause[-1]].head)
    return [n for v in clause for n in (v, *s.kids(v, *BESIDE))]


def tells_of_disaster(text: str) -> bool:
    """Whether a text names a disaster of nature so often that it must be about it."""
    named = lists_of("certainty")["disasters"]
    return sum(1 for found in WORD.finditer(text) if found[0].lower() in named) >= ENOUGH
