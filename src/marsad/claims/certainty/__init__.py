"""How surely a claim is told: negation, hedge, plan, expectation, doubt; it wraps any claim, so that no card repeats it.

Enters a draft and its sentence; leaves the status of the claim, or None where the words make no claim at all
(a condition, a question, a bare purpose such as "an offensive to retake Hit").
"""

from collections.abc import Iterator

from marsad.claims.certainty.accident import by_accident
from marsad.claims.certainty.general import in_general
from marsad.claims.certainty.hedge import Hedge
from marsad.claims.certainty.leaning import leaning
from marsad.claims.certainty.nearly import matter_of_time, nearly
from marsad.claims.certainty.nouns import of_noun
from marsad.claims.certainty.past import is_over
from marsad.claims.certainty.reported import denied_report, estimated, gladly_done, only_reported
from marsad.claims.certainty.taken import taken_as_done
from marsad.grammar.clause import is_passive, is_verbal, kept_from, makes_do
from marsad.grammar.draft import Draft
from marsad.grammar.sentence import Sentence
from marsad.grammar.words import WordList, lists_of

STEPS = 6  # governors looked at: deeper nesting says nothing about this predicate any more
CARRIERS = (
    "xcomp",
    "ccomp",
    "acl",
    "advcl",
    "csubj",
    "obj",
    "nsubj",
    "obl",
    "nmod",
    "root",
    "conj",
    "nsubj:pass",
    "csubj:pass",
    "acl:relcl",
)
CLAIMING = {"claim", "admit"}  # what nobody does of a deed that was done
HAPPENING = {"happen", "occur", "take", "be", "come", "materialize", "materialise", "exist", "succeed"}  # denied of a deed: it was not done
DONE = {"helped", "enabled", "allowed", "permitted"}  # what somebody helped or allowed to do has come to pass
TELLING = {"tell", "confirm", "say", "report", "announce", "reveal", "assure", "inform", "disclose"}  # what somebody may do is to tell it
BIDDING = {"tell", "send", "dispatch", "task"}
FLIGHT = {"flee", "escape"}


def certainty(s: Sentence, draft: Draft, language: str = "en") -> Hedge:
    """The status that the words around the draft's predicate give it."""
    words = lists_of("certainty", language)
    if _is_question(s):
        return Hedge(drop=True, word="?")
    if in_general(s, draft, words):
        return Hedge(drop=True, word="in general")
    if by_accident(s, draft, words):
        return Hedge(drop=True, word="by accident")
    if is_over(s, draft):
        return Hedge(drop=True, word="no longer so")
    if (denied := denied_report(s, draft.trigger, words)) is not None:
        return Hedge(denied.status, denied.word)
    if matter_of_time(s, draft.trigger):
        return Hedge("expected", "matter")
    if (near := nearly(s, draft, words)) is not None:
        return near
    if (leant := leaning(s, draft, words)) is not None:
        return leant
    if (done := taken_as_done(s, draft, words)) is not None:
        return done
    if gladly_done(s, draft.trigger, words):
        return Hedge(word="glad")
    told = only_reported(s, draft.trigger, words) or estimated(s, draft.trigger)
    return (
        _climb(s, draft, words)
        or (Hedge(told.status, told.word) if told else None)
        or _meant(s, draft.trigger, words)
        or _accused(s, draft.trigger, words)
        or _quantity(draft)
        or _aside(s, draft, words)
        or Hedge()
    )


def _is_question(s: Sentence) -> bool:
    return s.passage.text.rstrip("\"'”’ )").endswith("?")


def _climb(s: Sentence, draft: Draft, words: dict[str, WordList]) -> Hedge | None:
    """The hedge nearest to the predicate on the way up its governors."""
    node = draft.trigger
    seen_purpose = False
    if not is_verbal(s, node):
        own = of_noun(s, draft, words)
        if own:
            return own
    for node, below, relation in _governors(s, draft.trigger):
        hedge = (
            _own(s, node, below, words) if node == draft.trigger or is_verbal(s, node) or s.tokens[node].pos in ("ADJ", "NOUN") else None
        )
        if hedge and hedge.word in words["hearsay"] and relation == "conj" and is_passive(s, node) != is_passive(s, below):
            hedge = None  # "were reportedly killed after gunmen attacked", however the parse joins the two
        if hedge and hedge.word in ("can", "will") and relation == "ccomp" and s.lemma(node) in TELLING:
            hedge = None  # "I can tell you that two soldiers died"
        if hedge and hedge.status == "denied" and node != draft.trigger:
            hedge = None if _stands(s, draft, node, below, relation, words) else _negated_above(s, node, relation, words)
        if hedge:
            return hedge
        if node != draft.trigger:
            hedge = _over(s, node, below, relation, words)
            if hedge:
                return hedge
        if s.relation(node) in ("acl", "advcl", "xcomp", "ccomp") and _infinitive(s, node) and not _complement(s, node):
            if _used(s, s.tokens[node].head, words):
                continue
            seen_purpose = True
            if _goal_above(s, node, words):
                return _came_to_nothing(s, s.tokens[node].head, words) or Hedge("planned", s.lower(s.tokens[node].head))
            break
    if seen_purpose and not draft.card.purpose and is_verbal(s, draft.trigger):
        return Hedge(drop=True, word="to")
    return Hedge("planned", "to") if seen_purpose and is_verbal(s, draft.trigger) else None


def _used(s: Sentence, v: int, words: dict[str, WordList]) -> bool:
    """Whether something was used, and so did what it was used for: "used drones to strike the depot"."""
    done = s.tokens[v].tag == "VBD" or any(s.lower(c) in ("has", "have", "had", "was", "were") for c in s.kids(v, "aux", "aux:pass"))
    return s.lower(v) in words["using"] and done and not s.kids(v, "advmod")


def _meant(s: Sentence, trigger: int, words: dict[str, WordList]) -> Hedge | None:
    """A deed that is somebody's aim: "with the task of killing the mayor"."""
    node = s.tokens[trigger].head if s.relation(trigger) == "conj" else trigger
    above = s.lower(s.tokens[node].head)
    if is_verbal(s, node) and s.relation(node) == "acl" and above in words["goals"] and s.kids(node, "mark"):
        return _came_to_nothing(s, s.tokens[node].head, words) or Hedge("planned", above)
    return None


def _accused(s: Sentence, trigger: int, words: dict[str, WordList]) -> Hedge | None:
    """What somebody is accused of: "accused soldiers of burning huts and killing farmers", wherever the parse hangs the deed."""
    node = s.tokens[trigger].head if s.relation(trigger) == "conj" else trigger
    if not is_verbal(s, node) and s.relation(node) == "obj":  # "accused of carrying out a raid"
        node = s.tokens[node].head
    elif s.relation(node) == "amod" and s.tokens[node].tag == "VBG":  # "accused of attacking civilians", taken for civilians who attack
        noun = s.tokens[node].head
        above = s.tokens[noun].head
        above = above if s.lower(above) in words["accusing"] else s.tokens[above].head
        return Hedge("alleged", s.lower(above)) if s.lower(above) in words["accusing"] and s.case(noun) == "of" else None
    elif not is_verbal(s, node) and s.case(node) in ("of", "for"):  # "accused of a raid"
        above = s.tokens[node].head
        above = above if s.lower(above) in words["accusing"] else s.tokens[above].head
        return Hedge("alleged", s.lower(above)) if s.lower(above) in words["accusing"] else None
    if not is_verbal(s, node) or not any(s.lower(m) in ("of", "for", "with") for m in s.kids(node, "mark", "case")):
        return None
    above = s.tokens[node].head
    accusing = next((v for v in (above, s.tokens[above].head) if s.lower(v) in words["accusing"] or s.lower(v) in words["alleging"]), None)
    return Hedge("alleged", s.lower(accusing)) if accusing is not None and accusing != trigger else None


def _stands(s: Sentence, draft: Draft, node: int, below: int, relation: str, words: dict[str, WordList]) -> bool:
    """Whether a deed is taken as done by the words that deny something else of it: "nobody claimed the raid", "the raid hurt nobody"."""
    trigger = draft.trigger
    by_denier = any(f.role == "agent" and f.head in s.kids(node, "nsubj") for f in draft.fillers)  # "the rebels did not claim the raid"
    if is_verbal(s, trigger) or by_denier or s.lower(node) in words["vouching"]:
        return False
    if relation == "obj":
        return s.lemma(node) in CLAIMING or below != trigger and s.lower(below) == "responsibility"
    known = any(s.lower(c) in ("the", "this", "that") for c in s.kids(trigger, "det")) or bool(s.kids(trigger, "nmod:poss"))
    return relation == "nsubj" and below == trigger and known and s.lemma(node) not in HAPPENING


def _negated_above(s: Sentence, node: int, relation: str, words: dict[str, WordList]) -> Hedge | None:
    """What a negation above the predicate does to it: "did not manage to", "did not say that", "it is no accident that"."""
    if s.lower(node) in words["vouching"] and relation in ("nsubj", "obj"):
        return Hedge("doubted", s.lower(node))  # "the attack could not be confirmed"
    if relation in ("xcomp", "advcl", "acl", "nsubj", "obj"):
        return Hedge("denied", "not")
    if relation in ("ccomp", "csubj") and is_verbal(s, node):
        return Hedge(drop=True, word="not")
    return None  # "it is no accident that", "not only that, but": what is told stands


def _governors(s: Sentence, trigger: int) -> Iterator[tuple[int, int, str]]:
    """The predicate, then each governor that speaks about it, as (token, token below it, relation between them)."""
    node, below, relation = trigger, trigger, ""
    for _ in range(STEPS):
        yield node, below, relation
        head = s.tokens[node].head
        dep = s.dep(node)
        if head == node:
            return
        if dep == "acl:relcl" or s.relation(node) == "parataxis":
            return
        marks = [s.lower(m) for m in s.kids(node, "mark")]
        beside = "while" in marks or "whereas" in marks  # "estimated that 700 fled, while 200 returned"
        if (
            s.relation(node) in ("advcl", "acl")
            and not (_infinitive(s, node) or kept_from(s, node))
            and not (beside and s.relation(head) == "ccomp")
        ):
            return
        if s.relation(node) not in CARRIERS and dep not in CARRIERS:
            return
        node, below, relation = head, node, s.relation(node)


def _infinitive(s: Sentence, v: int) -> bool:
    return any(s.lower(m) == "to" and s.tokens[m].tag == "TO" for m in s.kids(v, "mark"))


def _complement(s: Sentence, v: int) -> bool:
    """Whether an infinitive is the complement of its governor ("began to", "forced to") rather than its purpose."""
    above = s.tokens[v].head
    went_on = s.lemma(above) == "go" and s.lower(above + 1) == "on"  # "went on to seize the town"
    return s.relation(v) in ("xcomp", "ccomp") or (s.relation(v) == "advcl" and (makes_do(s, above) or went_on))


def _goal_above(s: Sentence, v: int, words: dict[str, WordList]) -> bool:
    head = s.tokens[v].head
    if s.lower(head) in words["goals"]:
        return True
    return any(s.lower(c) in words["goals"] for c in s.kids(head, "nsubj", "obj", "attr"))


def _came_to_nothing(s: Sentence, goal: int, words: dict[str, WordList]) -> Hedge | None:
    """ "A bid to seize Zintan failed", "was beaten back", "there is no intention of": a goal told as not reached, or as none."""
    if any(s.lower(d) == "no" for d in s.kids(goal, "det")):
        return Hedge("denied", "no")
    verb = s.tokens[goal].head
    failed = s.dep(goal) == "nsubj" and s.tokens[verb].lemma.lower() == "fail"
    if failed or s.dep(goal) == "nsubj:pass" and s.lower(verb) in words["beaten"]:
        return Hedge("denied", s.lower(verb))
    return None


def _own(s: Sentence, node: int, below: int, words: dict[str, WordList]) -> Hedge | None:
    """Negation, modals, adverbs and conditions that stand beside a predicate."""
    for c in s.children[node]:
        form, relation = s.lower(c), s.relation(c)
        if relation == "mark" and form in ("due", "scheduled") and s.kids(c, "fixed"):
            return Hedge("expected", form)  # "a ceasefire due to start", to the parse a conjunction
        if relation == "mark" and form == "on" and any(s.lower(x) in ("course", "track") for x in s.kids(c, "fixed")):
            return Hedge("expected", form)  # "on course to take the town"
        if relation == "mark" and form in words["conditions"]:
            return Hedge(drop=True, word=form)
        if relation == "aux" and form == "had" and c == 0 and any(x > c for x in s.kids(node, "nsubj", "nsubj:pass")):
            return Hedge(drop=True, word=form)  # "Had rebels taken the pass, the road would have been open"
        if relation == "mark" and form == "without":
            return Hedge("denied", form)
        if relation == "advmod" and form in words["negators"] or form in ("n't", "n’t"):
            if form == "not" and any(s.lower(x) == "only" for x in (c + 1,) if x < len(s.tokens)):
                continue
            return Hedge("denied", form)
        if relation == "advmod" and form == "yet" and _infinitive(s, node) and s.lower(s.tokens[node].head) in ("have", "has", "had"):
            return Hedge("denied", "yet to")
        if (
            relation == "advmod"
            and form == "yet"
            and (s.lower(node) in ("have", "has", "had") or any(s.lower(a) in ("have", "has", "had") for a in s.kids(node, "aux")))
        ):
            if _infinitive(s, below) or any(s.lower(m) == "to" for m in s.kids(node, "mark")):
                return Hedge("denied", "yet to")
        if relation == "advmod" and form == "longer" and any(s.lower(x) == "no" for x in s.children[c]):
            return Hedge("denied", "no longer")
        if relation == "advmod" and form in words["hearsay"]:
            return Hedge("alleged", form)
        if relation == "advmod" and form in words["perhaps"]:
            return Hedge("possible", form)
    if any(s.dep(c) == "nsubj:outer" and s.lower(c) in words["goals"] for c in s.children[node]):
        return Hedge("planned", "goal")
    for c in s.kids(node, "nsubj"):
        if s.lower(c) in ("none", "nobody", "no-one", "neither"):
            return Hedge("denied", s.lower(c))
    for c in s.kids(node, "nsubj", "obj"):
        if any(s.lower(d) in ("no", "neither") for d in s.kids(c, "det", "cc:preconj", "cc", "advmod")):
            return Hedge("denied", "no")
    for c in s.kids(node, "aux"):
        form = s.lower(c)
        if form in words["can"]:
            return Hedge("possible", form)
        if form in words["will"]:
            return Hedge("expected", form)
    return None


def _over(s: Sentence, node: int, below: int, relation: str, words: dict[str, WordList]) -> Hedge | None:
    """What a governing verb, adjective or noun makes of the predicate below it."""
    form = s.lower(node)
    if kept_from(s, below) and (form in words["hindering"] or form in words["failing"]):
        return Hedge("denied", form)
    if relation not in ("xcomp", "ccomp", "acl", "csubj", "advcl") and not (relation == "obj" and s.tokens[below].tag == "VBG"):
        return None
    if form in words["failing"] and _infinitive(s, node):
        return Hedge(drop=True, word=form)  # "pulled back to avoid being surrounded"
    if (form in words["failing"] or form in words["unable"]) and (form in words["denying"] or not _finite_past(s, below, "ccomp")):
        return Hedge("denied", form)
    if s.tokens[node].pos == "ADJ" and _infinitive(s, below) and any(s.lower(c) == "too" for c in s.kids(node, "advmod")):
        return Hedge("denied", "too")  # "too afraid to go home"
    if s.lemma(node) in BIDDING and _infinitive(s, below):
        return Hedge("planned", form)  # "were told to leave the town"
    if form in words["striving"] and relation == "xcomp":
        return Hedge(drop=True, word=form)
    if _on_the_way(s, node, below) or (form in DONE and s.tokens[node].tag in ("VBD", "VBN")):
        return None
    if s.lemma(node) == "look" and s.kids(below, "aux"):
        return Hedge("estimated", form)  # "looks to have taken the town"
    if (form in words["planning"] or form in words["goals"] or form in words["willing"]) and not _finite_past(s, below, relation):
        return Hedge("planned", form)
    if form in words["expecting"] or form in words["expected"]:
        return Hedge("possible" if _finite_past(s, below, "ccomp") else "expected", form)
    if form in words["believing"]:
        return Hedge("estimated", form)
    if form in words["alleging"]:
        return Hedge("alleged", form)
    if form in words["reported"] and s.dep(below) == "xcomp":
        return Hedge("alleged", form)
    return None


def _on_the_way(s: Sentence, node: int, below: int) -> bool:
    """Whether people "are trying to flee": they are on the move."""
    return s.lower(node) == "trying" and s.lower(below) in FLIGHT and bool(s.kids(node, "aux"))


def _finite_past(s: Sentence, v: int, relation: str) -> bool:
    """ "Asked who had killed him", "agreed that rebels took it": what is asked or agreed on has come to pass."""
    past = s.tokens[v].tag == "VBD" or any(s.lower(c) in ("had", "was", "were") for c in s.kids(v, "aux", "aux:pass"))
    return relation == "ccomp" and past and bool(s.kids(v, "nsubj"))


def _quantity(draft: Draft) -> Hedge | None:
    """A count that is itself a guess or a ceiling."""
    q = draft.quantity
    if q is None:
        return None
    if q.estimated:
        return Hedge("estimated", "estimated")
    if (
        q.low is None
        and q.best is not None
        and draft.card.kind in ("displacement", "population")
        and q.text.lower().startswith(("up to", "as high", "as many", "as much"))
    ):
        return Hedge("possible", q.text)
    if q.low == q.high == 0:
        return Hedge("denied", q.text)
    return None


def _aside(s: Sentence, draft: Draft, words: dict[str, WordList]) -> Hedge | None:
    """Doubt told in the same sentence after a "but"."""
    end = draft.evidence.end - s.passage.start
    after = [t for t in s.tokens if t.start >= end]
    contrast = next((t.i for t in after if t.text.lower() in ("but", "although", "though", "however")), None)
    if contrast is None:
        return None
    rest = [t.text.lower() for t in s.tokens[contrast:]]
    if any(w in words["doubts"] for w in rest):
        return Hedge("doubted", next(w for w in rest if w in words["doubts"]))
    return None
