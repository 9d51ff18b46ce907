"""Whether hardly anybody helps or can be helped: "few aid groups can reach the town", "little relief gets through"."""

from marsad.claims.certainty.hedge import Hedge
from marsad.grammar.draft import Draft
from marsad.grammar.sentence import Sentence
from marsad.grammar.words import lists_of

SCARCE = frozenset({"few", "little"})
RARELY = lists_of("certainty")["rarely"].alone
AFFIRMED = frozenset({"a", "not", "no", "quite"})  # "a few trucks", "not a few"
ABLE = ("xcomp", "ccomp", "advcl")


def hardly_any(s: Sentence, draft: Draft) -> Hedge | None:
    """The denial that access or the coming of aid is told with, where hardly any is told to come."""
    claim = draft.card.claim
    if claim.denies or "access" not in (claim.type, claim.denied_as):
        return None
    above = s.tokens[draft.trigger].head
    verbs = [draft.trigger, *([above] if s.relation(draft.trigger) in ABLE else [])]
    for v in verbs:
        rare = next((c for c in s.kids(v, "advmod") if s.lower(c) in RARELY), None)
        few = rare if rare is not None else next((x for n in s.kids(v, "nsubj") for x in _few(s, n)), None)
        if few is not None:
            return Hedge("denied", s.lower(few))
    return None


def _few(s: Sentence, noun: int) -> list[int]:
    """The word that says how few of a noun there are."""
    beside = [noun, *s.kids(noun, "amod", "det", "advmod", "nummod")]
    found = [c for c in (*beside, *(x for c in beside for x in s.kids(c, "advmod"))) if s.lower(c) in SCARCE or s.lower(c) in RARELY]
    return [c for c in found if c == 0 or s.lower(c - 1) not in AFFIRMED]
