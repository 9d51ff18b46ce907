"""Whether people were harmed by what is no act of war: crashes, collisions, ships that sink, earthquakes, floods, disease."""

from marsad.grammar.draft import Draft
from marsad.grammar.sentence import Sentence
from marsad.grammar.words import WordList

HARMLESS = ("accidents", "disasters", "sicknesses")
BESIDE = ("nsubj", "obl", "nmod", "advcl", "acl", "obj")
ABOVE = ("conj", "advcl", "acl", "xcomp", "obj", "obl", "ccomp")


def by_accident(s: Sentence, draft: Draft, words: dict[str, WordList]) -> bool:
    """True of harm from an accident or a disaster, unless the sentence speaks of violence too."""
    if draft.card.kind != "casualty":
        return False
    near = [n for n in _near(s, draft.trigger) if not s.kids(n, "obj")]  # "tried to storm the camp"
    harmless = any(s.lower(n) in words[kind] for n in near for kind in HARMLESS)
    return harmless and not any(t.text.lower() in words["violence"] for t in s.tokens)


def _near(s: Sentence, trigger: int) -> list[int]:
    """The verbs about a trigger and the words that hang on them."""
    clause = [*s.kids(trigger, "conj"), trigger]
    for _ in range(2):
        if s.relation(clause[-1]) in ABOVE:
            clause.append(s.tokens[clause[-1]].head)
    return [n for v in clause for n in (v, *s.kids(v, *BESIDE))]
