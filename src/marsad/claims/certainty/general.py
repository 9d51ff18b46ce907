"""Whether words tell of no deed in particular: "attacks on civilians", "the murder of students" said of nobody, nowhere, at no time."""

from marsad.grammar.draft import Draft, Filler
from marsad.grammar.sentence import Sentence

DEEDS = frozenset({"attack", "ied", "abduction", "execution", "suicide_bomb", "killed", "injured", "casualties", "sexual_violence"})
ANYBODY = frozenset({"anyone", "anybody", "everyone", "everybody", "whoever", "whomever"})
VAGUE = frozenset({"all", "any", "many", "such", "more", "most", "no", "every", "each"})


def in_general(s: Sentence, draft: Draft) -> bool:
    """True of deeds and victims told by bare nouns or participles, without number, place, time, name or article."""
    if draft.card.claim.type not in DEEDS or draft.times or draft.quantity is not None or s.passage.kind == "headline":
        return False
    hit = [f for f in draft.fillers if f.role in ("victim", "target")]
    if hit and all(s.lower(f.noun) in ANYBODY and f.actor is None for f in hit):
        return True
    return _bare_deed(s, draft.trigger) and all(_bare(s, f) for f in draft.fillers)


def _bare_deed(s: Sentence, i: int) -> bool:
    token = s.tokens[i]
    if token.tag in ("NN", "NNS"):
        return not _pointed(s, i)
    return token.tag in ("VBG", "VBN") and s.relation(i) in ("acl", "advcl", "amod") and not s.kids(i, "aux", "nsubj")


def _bare(s: Sentence, filler: Filler) -> bool:
    named = filler.actor is not None and filler.actor.name is not None and filler.actor.kind not in ("people", "civilians")
    if filler.quantity is not None or any(m.lat is not None for m in filler.places) or named:
        return False
    return s.tokens[filler.noun].tag == "NNS" and not _pointed(s, filler.head) and not _pointed(s, filler.noun)


def _pointed(s: Sentence, i: int) -> bool:
    """Whether an article, a pointing word, an owner or a number says which or how many."""
    return any(s.lower(c) not in VAGUE for c in s.kids(i, "det", "nmod:poss", "nummod"))
