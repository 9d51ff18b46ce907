"""How surely a deed is told of that a noun names: "a planned raid", "no strike", "called for a ceasefire"."""

from marsad.claims.certainty.hedge import Hedge
from marsad.grammar.draft import Draft
from marsad.grammar.sentence import Sentence
from marsad.grammar.words import WordList
from marsad.model.claim import Status

# lists of adjectives of a deed, and how surely it is told with one of them
CALLED: dict[str, Status] = {
    "alleged": "alleged", "foiled": "denied", "proposed": "planned", "upcoming": "expected", "potential": "possible"
}  # fmt: skip


def beside(s: Sentence, node: int, words: dict[str, WordList]) -> Hedge | None:
    """What the words before a noun make of its deed: "no strike", "an alleged attack", "a planned raid"."""
    for c in s.children[node]:
        form, relation = s.lower(c), s.relation(c)
        if relation == "det" and form in ("no", "neither"):
            return Hedge("denied", form)
        if relation in ("amod", "acl") and form in words["due"]:
            return Hedge("expected", form)
        if relation != "amod":
            continue
        if form in words["foiled"] and s.case(node) in ("in", "during"):  # those who died in a foiled attack did
            continue
        status = next((status for name, status in CALLED.items() if form in words[name]), None)
        if status is not None:
            return Hedge(status, form)
    return None


def of_noun(s: Sentence, draft: Draft, words: dict[str, WordList]) -> Hedge | None:
    """A noun of doing by the words before it, or under a verb of planning, expecting or failing."""
    node = draft.trigger
    if (own := beside(s, node, words)) is not None:
        return own
    if any(s.lower(c) in words["goals"] for c in s.kids(node, "nsubj")) and s.kids(node, "cop"):
        return Hedge("planned", "goal")  # "the next goal is the capture of the town"
    head = s.tokens[node].head
    relation = s.relation(node)
    if (aimed := _aimed_at(s, node, words)) is not None:
        return aimed
    if relation in ("obj", "nsubj", "obl") and head != node:
        form = s.lower(head)
        passive_or_object = relation == "obj" or s.dep(node) == "nsubj:pass"
        agreed = draft.card.claim.type == "ceasefire" and s.tokens[head].lemma.lower() == "agree"
        if passive_or_object and form in words["planning"] and form not in ("call", "called") and not agreed:
            return Hedge("planned", form)
        if draft.card.kind == "control" and relation == "obj" and s.lemma(head) == "claim":
            return Hedge("alleged", form)  # "the rebels claimed the capture of the town"
        if passive_or_object and form in words["expecting"]:
            return Hedge("expected", form)
        if passive_or_object and form in words["fearing"] or relation == "obl" and s.case(node) == "with" and form in words["threatening"]:
            return Hedge("possible", form)
        if passive_or_object and form in words["failing"]:
            return Hedge("denied", form)
        if relation == "obl" and s.case(node) == "for" and form in words["asking"]:
            return Hedge(drop=True, word=form)  # "asked for air strikes"
        acting = s.objects(head)  # "the killing set off protests"
        if relation == "nsubj" and not acting and any(s.lower(c) in words["expected"] for c in (head, *s.kids(head, "xcomp", "ccomp"))):
            return Hedge("expected", form)
    return None


def _aimed_at(s: Sentence, node: int, words: dict[str, WordList]) -> Hedge | None:
    """ "A plan for an attack", "the danger of an attack", "called for a ceasefire": a deed that another noun or verb only looks to."""
    case, above = s.case(node), s.lower(s.tokens[node].head)
    if case in ("of", "for", "to") and s.relation(node) in ("nmod", "obl"):
        if above in words["goals"] or case == "for" and (above in words["calling"] or above in words["readying"]):
            return Hedge("planned", above)
        if above in words["dangers"]:
            return Hedge("possible", above)
        if above in words["ending"]:
            return Hedge(drop=True, word=above)
    return None
