"""Deeds that are somebody's aim, reached or not: "a bid to seize Zintan failed", "with the task of killing the mayor"."""

from marsad.claims.certainty.hedge import Hedge
from marsad.grammar.clause import is_verbal
from marsad.grammar.sentence import Sentence
from marsad.grammar.words import WordList


def goal_above(s: Sentence, v: int, words: dict[str, WordList]) -> bool:
    """Whether an infinitive stands behind a noun for an aim, or says what such a noun is."""
    head = s.tokens[v].head
    if s.lower(head) in words["goals"]:
        return True
    return any(s.lower(c) in words["goals"] for c in s.kids(head, "nsubj", "obj", "attr"))


def meant(s: Sentence, trigger: int, words: dict[str, WordList]) -> Hedge | None:
    """A deed that is somebody's aim: "with the task of killing the mayor"."""
    node = s.tokens[trigger].head if s.relation(trigger) == "conj" else trigger
    above = s.lower(s.tokens[node].head)
    if is_verbal(s, node) and s.relation(node) == "acl" and above in words["goals"] and s.kids(node, "mark"):
        return came_to_nothing(s, s.tokens[node].head, words) or Hedge("planned", above)
    return None


def came_to_nothing(s: Sentence, goal: int, words: dict[str, WordList]) -> Hedge | None:
    """ "A bid to seize Zintan failed", "was beaten back", "there is no intention of": a goal told as not reached, or as none."""
    if any(s.lower(d) == "no" for d in s.kids(goal, "det")):
        return Hedge("denied", "no")
    verb = s.tokens[goal].head
    failed = s.dep(goal) == "nsubj" and s.tokens[verb].lemma.lower() == "fail"
    if failed or s.dep(goal) == "nsubj:pass" and s.lower(verb) in words["beaten"]:
        return Hedge("denied", s.lower(verb))
    return None
