"""Whether people were harmed by an accident, which is no act of war: crashes, collisions, ships that sink."""

from marsad.grammar.draft import Draft
from marsad.grammar.sentence import Sentence
from marsad.grammar.words import WordList

BESIDE = ("nsubj", "obl", "nmod", "advcl", "acl", "obj")
ABOVE = ("conj", "advcl", "acl", "xcomp", "obj", "obl", "ccomp")


def by_accident(s: Sentence, draft: Draft, words: dict[str, WordList]) -> bool:
    """True of the dead and injured of an accident, unless the sentence speaks of violence too."""
    if draft.card.kind != "casualty":
        return False
    i = draft.trigger
    clause = [*s.kids(i, "conj"), i]
    for _ in range(2):
        if s.relation(clause[-1]) in ABOVE:
            clause.append(s.tokens[clause[-1]].head)
    near = [n for v in clause for n in (v, *s.kids(v, *BESIDE))]
    return any(s.lower(n) in words["accidents"] for n in near) and not any(t.text.lower() in words["violence"] for t in s.tokens)
