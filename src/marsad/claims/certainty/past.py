"""Whether a state is told as over: "the rebels had used the school as a base", "once controlled a third of it", "lifted the siege"."""

from marsad.grammar.clause import is_verbal
from marsad.grammar.draft import Draft
from marsad.grammar.sentence import Sentence
from marsad.grammar.words import lists_of

FORMERLY = lists_of("certainty")["formerly"].alone
LIFTING = lists_of("certainty")["lifting"].alone
LEAVING = lists_of("certainty")["leaving"].alone
BY_MODIFIER = ("aux", "advmod", "cop", "mark")


def is_over(s: Sentence, draft: Draft) -> bool:
    """True of holding a place that was so before what the report tells of, with no word of since when, and of a siege that was lifted."""
    if draft.card.claim.type == "encirclement":
        return _ended(s, draft.trigger)
    if (draft.card.kind, draft.card.claim.type) != ("control", "held") or any(t.relation in ("since", "for") for t in draft.times):
        return False
    if _left(s, draft.trigger):
        return True
    beside = [s.lower(c) for c in s.kids(draft.trigger, *BY_MODIFIER)]
    if "still" in beside:
        return False
    return "had" in beside or not FORMERLY.isdisjoint(beside) or _used_to(s, draft.trigger)


def is_no_longer(s: Sentence, i: int) -> bool:
    """Whether "no longer" stands above the predicate: "is no longer in rebel hands", as the parse has it."""
    above = s.tokens[i].head
    return s.lower(above) == "longer" and above > 0 and s.lower(above - 1) == "no"


def _left(s: Sentence, i: int) -> bool:
    """Whether a stronghold is told of as what its holders were driven from or left: "retreated from Zintan, their last bastion"."""
    noun = s.tokens[i].head if s.relation(i) in ("appos", "compound") else i
    if s.relation(i) == "parataxis":  # an apposition, taken for a clause
        noun = next((c for c in s.kids(s.tokens[i].head, "obl", "obj") if c < i and s.case(c) in ("from", "out of", "")), i)
    above = s.tokens[noun].head
    done = s.tokens[above].tag in ("VBD", "VBN") and not s.kids(above, "mark")
    if is_verbal(s, i) or not done or s.lemma(above) not in LEAVING:
        return False
    return s.case(noun) in ("from", "out of") or s.relation(noun) == "obj"


def _used_to(s: Sentence, i: int) -> bool:
    """Whether the predicate hangs on "used to"."""
    above = s.tokens[i].head
    return s.relation(i) == "xcomp" and s.lower(above) == "used"


def _ended(s: Sentence, i: int) -> bool:
    """Whether somebody is told to have ended it, not to be asked or to want to."""
    above = s.tokens[i].head
    ended = s.relation(i) in ("obj", "nsubj") and s.lemma(above) in LIFTING and s.tokens[above].tag in ("VBD", "VBN", "VBZ", "VBP", "VBG")
    return ended and not any(s.lower(c) in ("not", "n't", "n’t", "never") for c in s.kids(above, "advmod"))
