"""Deeds that something else takes for done: "will investigate the killing", "failed to prevent it", "agreed to stop the shelling"."""

from marsad.claims.certainty.hedge import Hedge
from marsad.claims.certainty.nouns import beside
from marsad.grammar.blame import is_disowned, is_known
from marsad.grammar.clause import is_verbal
from marsad.grammar.draft import Draft
from marsad.grammar.sentence import Sentence
from marsad.grammar.words import WordList

HARM = ("event", "casualty")  # an evacuation that is halted, or a town whose capture is prevented, is another matter
MOVES = ("advance", "retreat")  # who has halted an advance on a town has not come there
OBJECT = ("obj", "nsubj:pass")


def taken_as_done(s: Sentence, draft: Draft, words: dict[str, WordList]) -> Hedge | None:
    """The status of a harmful deed, named by a noun, that no hedge above what is done about it can reach."""
    node = draft.trigger
    if draft.card.kind not in HARM or draft.card.claim.type == "ceasefire" or is_verbal(s, node):
        return None
    while s.relation(node) == "conj" and s.tokens[node].head != node:
        node = s.tokens[node].head
    moving = draft.card.claim.type in MOVES
    if _answered(s, node, words) or (not moving and _stopped(s, node, words)) or _not_prevented(s, node, words):
        return beside(s, draft.trigger, words) or Hedge(word=s.lower(s.tokens[node].head))
    return None


def shared_out(s: Sentence, draft: Draft, words: dict[str, WordList]) -> bool:
    """Whether only somebody's share in a harmful deed is told of or denied: "denied that it was behind the killing"."""
    node = draft.trigger
    if draft.card.kind not in HARM or is_verbal(s, node):
        return False
    told = is_known(s, node) or bool(s.kids(node, "acl:relcl"))  # "denied that it was behind a blast that killed nine"
    return is_disowned(s, node) or (told and _is_shared(s, node, words))


def _is_shared(s: Sentence, node: int, words: dict[str, WordList]) -> bool:
    """Whether a deed stands behind a word for somebody's part in it."""
    return s.case(node) == "behind" or s.lower(s.tokens[node].head) in words["shares"] and s.case(node) in ("for", "in")


def _answered(s: Sentence, node: int, words: dict[str, WordList]) -> bool:
    """Whether somebody does or says something about a deed: "may condemn the attack", "an inquiry into the killing"."""
    above = s.lower(s.tokens[node].head)
    if _is_shared(s, node, words) and above not in words["taking_part"]:  # "denied that it was behind killings"
        return True
    if s.dep(node) in OBJECT or s.relation(node) == "obl" and s.case(node) in ("to", "at", "for", "on", "into", "against"):
        return above in words["answering"]
    return s.relation(node) in ("nmod", "obl") and s.case(node) in ("to", "into", "of", "over", "at", "about") and above in words["answers"]


def _stopped(s: Sentence, node: int, words: dict[str, WordList]) -> bool:
    """Whether a deed that goes on is to end; "stopped an attack" tells of one that never was."""
    one = any(s.lower(d) in ("a", "an", "any", "another") for d in s.kids(node, "det"))
    return s.dep(node) in OBJECT and s.lower(s.tokens[node].head) in words["stopping"] and not one


def _not_prevented(s: Sentence, node: int, words: dict[str, WordList]) -> bool:
    """Whether nobody kept a deed from being done: "did not prevent the massacre", "the failure to avert it"."""
    verb = s.tokens[node].head
    if s.dep(node) not in OBJECT or s.lower(verb) not in words["preventing"]:
        return False
    above = s.tokens[verb].head
    in_vain = s.relation(verb) in ("xcomp", "acl", "advcl") and (s.lower(above) in words["failing"] or s.lower(above) in words["unable"])
    return in_vain or s.lower(above) in words["failure"] or any(s.lower(c) in words["negators"] for c in s.kids(verb, "advmod"))
