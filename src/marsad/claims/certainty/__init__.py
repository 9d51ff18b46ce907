"""How surely a claim is told: negation, hedge, plan, expectation, doubt; it wraps any claim, so that no card repeats it.

Enters a draft and its sentence; leaves the status of the claim, or None where the words make no claim at all
(a condition, a question, a bare purpose such as "an offensive to retake Hit").
"""

from collections.abc import Iterator

import msgspec

from marsad.claims.certainty.above import from_above
from marsad.claims.certainty.accident import by_accident
from marsad.claims.certainty.accused import accused
from marsad.claims.certainty.disaster import driven_by_disaster
from marsad.claims.certainty.general import in_general
from marsad.claims.certainty.goals import came_to_nothing, goal_above, meant
from marsad.claims.certainty.hedge import Hedge
from marsad.claims.certainty.leaning import leaning
from marsad.claims.certainty.nearly import matter_of_time, nearly
from marsad.claims.certainty.negated import is_not_to_be, negated_above, stands, withheld
from marsad.claims.certainty.nouns import beside, of_noun
from marsad.claims.certainty.own import own
from marsad.claims.certainty.past import is_no_longer, is_over
from marsad.claims.certainty.reported import denied_report, estimated, gladly_done, only_reported
from marsad.claims.certainty.scarce import hardly_any
from marsad.claims.certainty.taken import shared_out, taken_as_done
from marsad.grammar.blame import doers_said, is_known
from marsad.grammar.clause import is_passive, is_verbal, kept_from, makes_do
from marsad.grammar.draft import Draft
from marsad.grammar.sentence import Sentence
from marsad.grammar.verb import is_infinitive
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


def certainty(s: Sentence, draft: Draft, language: str = "en") -> Hedge:
    """The status that the words around the draft's predicate give it."""
    words = lists_of("certainty", language)
    if _is_question(s):
        return Hedge(drop=True, word="?")
    if in_general(s, draft, words):
        return Hedge(drop=True, word="in general")
    if by_accident(s, draft, words):
        return Hedge(drop=True, word="by accident")
    if draft.card.kind == "displacement" and driven_by_disaster(s, draft, words):
        return Hedge(drop=True, word="by disaster")
    if withheld(s, draft):
        known = draft.card.kind == "event" and not is_verbal(s, draft.trigger) and is_known(s, draft.trigger)
        return Hedge(drop=not known, word="nor")
    if is_not_to_be(s, draft):
        return Hedge(drop=True, word="will not")
    if is_no_longer(s, draft.trigger):  # who holds a place no longer has lost it; of other states nothing is left to tell
        return Hedge("denied", "no longer") if draft.card.claim.type == "held" else Hedge(drop=True, word="no longer so")
    if is_over(s, draft):
        return Hedge(drop=True, word="no longer so")
    if shared_out(s, draft, words):
        return _charged(s, draft) or beside(s, draft.trigger, words) or Hedge(word="shares")
    if (denied := denied_report(s, draft.trigger, words)) is not None:
        return Hedge(denied.status, denied.word)
    if (scarce := hardly_any(s, draft)) is not None:
        return scarce
    if matter_of_time(s, draft.trigger):
        return Hedge("expected", "matter")
    if (near := nearly(s, draft, words)) is not None:
        return near
    if (leant := leaning(s, draft, words)) is not None:
        return leant
    if (done := taken_as_done(s, draft, words)) is not None:
        return done
    if (charged := _charged(s, draft)) is not None:
        return charged
    if gladly_done(s, draft.trigger, words):
        return Hedge(word="glad")
    told = only_reported(s, draft.trigger, words) or estimated(s, draft.trigger)
    return (
        _climb(s, draft, words)
        or (Hedge(told.status, told.word) if told else None)
        or meant(s, draft.trigger, words)
        or accused(s, draft.trigger, words)
        or _quantity(draft)
        or _aside(s, draft, words)
        or _of_outcome(s, draft, language)
        or Hedge()
    )


def _charged(s: Sentence, draft: Draft) -> Hedge | None:
    """A deed whose doer is only charged with it: "blamed the army for the raid"."""
    if draft.card.kind != "event" or is_verbal(s, draft.trigger):
        return None
    charged = {doer.head for doer in doers_said(s, draft.trigger) if doer.charged}
    return Hedge("alleged", "blamed") if any(f.role == "agent" and f.head in charged for f in draft.fillers) else None


def _of_outcome(s: Sentence, draft: Draft, language: str) -> Hedge | None:
    """The hedge of the deed whose outcome a participle tells: "it is believed that shells hit the town, killing six"."""
    deed = s.tokens[draft.trigger].head
    behind = s.tokens[draft.trigger].tag == "VBG" and s.relation(draft.trigger) == "advcl" and s.tokens[draft.trigger - 1].text == ","
    if not behind or not deed < draft.trigger or not is_verbal(s, deed) or is_infinitive(s, deed) or s.kids(draft.trigger, "mark"):
        return None
    hedge = certainty(s, msgspec.structs.replace(draft, trigger=deed), language)
    return None if hedge.word in _denying_itself(s, deed) else hedge


def _denying_itself(s: Sentence, deed: int) -> set[str]:
    """The words that deny a deed itself, and not that it is so: "did not take the town, losing nine men"."""
    return {s.lower(c) for c in s.kids(deed, "advmod", "det")} | {"no", "none", "nobody"}


def _is_question(s: Sentence) -> bool:
    return s.passage.text.rstrip("\"'”’ )").endswith("?")


def _climb(s: Sentence, draft: Draft, words: dict[str, WordList]) -> Hedge | None:
    """The hedge nearest to the predicate on the way up its governors."""
    node = draft.trigger
    seen_purpose = False
    if not is_verbal(s, node):
        named = of_noun(s, draft, words)
        if named:
            return named
    for node, below, relation in _governors(s, draft.trigger):
        hedge = own(s, node, below, words) if node == draft.trigger or is_verbal(s, node) or s.tokens[node].pos in ("ADJ", "NOUN") else None
        if hedge and hedge.word in words["hearsay"] and relation == "conj" and is_passive(s, node) != is_passive(s, below):
            hedge = None  # "were reportedly killed after gunmen attacked", however the parse joins the two
        if hedge and hedge.word in ("can", "will") and relation == "ccomp" and s.lower(node) in words["telling"]:
            hedge = None  # "I can tell you that two soldiers died"
        if hedge and hedge.status == "denied" and node != draft.trigger:
            hedge = None if stands(s, draft, node, below, relation, words) else negated_above(s, node, relation, words)
        if hedge:
            return hedge
        if node != draft.trigger:
            hedge = from_above(s, node, below, relation, words)
            if hedge:
                return hedge
        if s.relation(node) in ("acl", "advcl", "xcomp", "ccomp") and is_infinitive(s, node) and not _complement(s, node):
            if _used(s, s.tokens[node].head, words):
                continue
            seen_purpose = True
            if goal_above(s, node, words):
                return came_to_nothing(s, s.tokens[node].head, words) or Hedge("planned", s.lower(s.tokens[node].head))
            break
    if seen_purpose and not draft.card.purpose and is_verbal(s, draft.trigger):
        return Hedge(drop=True, word="to")
    return Hedge("planned", "to") if seen_purpose and is_verbal(s, draft.trigger) else None


def _used(s: Sentence, v: int, words: dict[str, WordList]) -> bool:
    """Whether something was used, and so did what it was used for: "used drones to strike the depot"."""
    done = s.tokens[v].tag == "VBD" or any(s.lower(c) in ("has", "have", "had", "was", "were") for c in s.kids(v, "aux", "aux:pass"))
    return s.lower(v) in words["using"] and done and not s.kids(v, "advmod")


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
            and not (is_infinitive(s, node) or kept_from(s, node))
            and not (beside and s.relation(head) == "ccomp")
        ):
            return
        still = node == trigger and s.tokens[node].pos == "ADV"  # "are thought to be still in the city"
        if s.relation(node) not in CARRIERS and dep not in CARRIERS and not still:
            return
        node, below, relation = head, node, s.relation(node)


def _complement(s: Sentence, v: int) -> bool:
    """Whether an infinitive is the complement of its governor ("began to", "forced to") rather than its purpose."""
    above = s.tokens[v].head
    went_on = s.lemma(above) == "go" and s.lower(above + 1) == "on"  # "went on to seize the town"
    return s.relation(v) in ("xcomp", "ccomp") or (s.relation(v) == "advcl" and (makes_do(s, above) or went_on))


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
