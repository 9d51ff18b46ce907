"""What somebody leans to and has not done: "bent on taking the town", "capable of an attack", "stopped short of shelling it"."""

from marsad.claims.certainty.hedge import Hedge
from marsad.grammar.clause import is_verbal
from marsad.grammar.draft import Draft
from marsad.grammar.sentence import Sentence
from marsad.grammar.words import WordList

LINKS = {"on", "of", "with", "about", "out", "against"}


def leaning(s: Sentence, draft: Draft, words: dict[str, WordList]) -> Hedge | None:
    """The hedge where a deed stands behind a preposition and a word that only looks to it."""
    node = draft.trigger
    if s.relation(node) == "conj" and is_verbal(s, node) == is_verbal(s, s.tokens[node].head):
        node = s.tokens[node].head
    if is_verbal(s, node):
        links = {s.lower(m) for m in s.kids(node, "mark", "case")} if s.tokens[node].tag == "VBG" else set()
    else:
        links = {s.case(node)}
    head = s.tokens[node].head
    if head == node or not links & LINKS:
        return None
    form = s.lower(head)
    if form == "short" or (form in words["ruling"] and "out" in links):
        return Hedge("denied", form)
    if form in words["leaning"] or any(s.lower(o) in words["wishes"] for o in s.objects(head)):
        return Hedge("planned", form)
    mused = form in words["musing"] and is_verbal(s, node)  # "spoke of the attack": it was
    return Hedge("possible", form) if form in words["able"] or mused else None
