"""What a negation above a predicate does to it: "did not manage to", "it is no accident that", "nobody claimed the raid"."""

from marsad.claims.certainty.hedge import Hedge
from marsad.grammar.blame import is_known
from marsad.grammar.clause import is_verbal
from marsad.grammar.draft import Draft
from marsad.grammar.sentence import Sentence
from marsad.grammar.words import WordList, lists_of

HAPPENED_IN = {"in", "during", "from", "after", "by"}
REMARKS = lists_of("certainty")["remarks"].alone
DENYING = lists_of("certainty")["denying"].alone
FAILING = lists_of("certainty")["failing"].alone | lists_of("certainty")["unable"].alone
VOUCHING = lists_of("certainty")["vouching"].alone
STEPS = 4  # governors looked at
LETTING = lists_of("certainty")["letting"].alone


def stands(s: Sentence, draft: Draft, node: int, below: int, relation: str, words: dict[str, WordList]) -> bool:
    """Whether a deed is taken as done by the words that deny something else of it: "nobody claimed the raid", "the raid hurt nobody"."""
    trigger = draft.trigger
    by_denier = any(f.role == "agent" and f.head in s.kids(node, "nsubj") for f in draft.fillers)  # "the rebels did not claim the raid"
    if is_verbal(s, trigger) or by_denier or s.lower(node) in words["vouching"]:
        return False
    if s.relation(trigger) == "nmod" and s.tokens[trigger].head == below and s.case(trigger) in HAPPENED_IN:
        return True  # "there were no casualties in the attack"
    if s.relation(trigger) == "nmod" and s.tokens[trigger].head == below and s.lower(below) in REMARKS:
        return s.case(trigger) in ("on", "about")  # "there was no comment on the four deaths"
    if relation == "nsubj" and below == trigger and s.lower(node) in words["harming"]:
        return True  # "shelling killed nobody"
    if relation == "obj":
        return s.lower(node) in words["owning_up"] or below != trigger and s.lower(below) == "responsibility"
    known = is_known(s, trigger)
    return relation == "nsubj" and below == trigger and known and s.lower(node) not in words["happening"]


def negated_above(s: Sentence, node: int, relation: str, words: dict[str, WordList]) -> Hedge | None:
    """The hedge of what is denied from above, in this relation to it; None where what is told stands."""
    if s.lower(node) in words["vouching"] and relation in ("nsubj", "obj"):
        return Hedge("doubted", s.lower(node))  # "the attack could not be confirmed"
    if relation in ("xcomp", "advcl", "acl", "nsubj", "obj") or (relation == "ccomp" and s.lemma(node) in LETTING):
        return Hedge("denied", "not")  # also "the rebels are not letting civilians leave"
    if relation in ("ccomp", "csubj") and is_verbal(s, node):
        return Hedge(drop=True, word="not")
    return None  # "it is no accident that", "not only that, but": what is told stands


def is_not_to_be(s: Sentence, draft: Draft) -> bool:
    """Whether it is said that something will not happen: "promised that no house would be burned"; who "would not let aid in" did so."""
    if draft.card.kind not in ("event", "casualty", "control") or not is_verbal(s, draft.trigger):
        return False
    ahead = any(s.lower(c) in ("will", "would", "shall", "wo") for c in s.kids(draft.trigger, "aux"))
    nobody = any(s.lower(d) == "no" for c in s.kids(draft.trigger, "nsubj", "nsubj:pass") for d in s.kids(c, "det"))
    return ahead and (nobody or any(s.lower(c) in ("not", "n't", "n’t", "never") for c in s.kids(draft.trigger, "advmod")))


def withheld(s: Sentence, draft: Draft) -> bool:
    """Whether somebody leaves open what is told: "neither confirmed nor denied having shelled it", "would not confirm or deny the raid"."""
    node = draft.trigger
    for _ in range(STEPS):
        joint = next((c for c in s.kids(node, "cc") if c == node - 1), None)
        if s.lower(node) in DENYING and joint is not None and s.lower(s.tokens[node].head) in VOUCHING:
            return s.lower(joint) == "nor" or _is_refused(s, s.tokens[node].head)
        if s.relation(node) not in ("ccomp", "xcomp", "obj", "obl", "advcl"):
            return False
        node = s.tokens[node].head
    return False


def _is_refused(s: Sentence, v: int) -> bool:
    """Whether somebody does not do what a verb says: "declined to confirm", "would not confirm"."""
    return s.lower(s.tokens[v].head) in FAILING or any(s.lower(c) in ("not", "n't", "n’t", "never") for c in s.kids(v, "advmod"))
