"""What has all but come to pass: "close to capturing Zintan", "on the verge of retaking it", "nearing its recapture"."""

from marsad.claims.certainty.hedge import Hedge
from marsad.grammar.clause import is_verbal
from marsad.grammar.draft import Draft
from marsad.grammar.sentence import Sentence
from marsad.grammar.words import WordList


def nearly(s: Sentence, draft: Draft, words: dict[str, WordList]) -> Hedge | None:
    """Expected where it is told to be near; no claim where it "came close" and did not happen."""
    node = s.tokens[draft.trigger].head if s.relation(draft.trigger) == "conj" else draft.trigger
    above = s.tokens[node].head
    links = s.kids(node, "mark", "case")
    if links and s.lower(links[0]) == "to" and s.tokens[node].tag in ("VBG", "NN") and links[0] and s.lower(links[0] - 1) in words["near"]:
        missed = "came" in (s.lower(above), s.lower(s.tokens[above].head))
        return Hedge(drop=missed, word="came close") if missed else Hedge("expected", s.lower(links[0] - 1))
    if links and s.lower(links[0]) == "of" and s.relation(node) in ("acl", "nmod"):
        on_the_verge = s.lower(above) in words["verges"] and s.case(above) in ("on", "at", "to", "onto")
        within = s.case(above) == "within" and s.is_time(above)
        return Hedge("expected", s.lower(above)) if on_the_verge or within else None
    if not is_verbal(s, node) and s.relation(node) == "obj" and s.lower(above) in words["nearing"]:
        return Hedge("expected", s.lower(above))
    almost = [c for c in s.kids(draft.trigger, "advmod") if s.lower(c) in ("nearly", "almost") and c == draft.trigger - 1]
    return Hedge(drop=True, word=s.lower(almost[0])) if almost and draft.card.kind == "control" else None


def matter_of_time(s: Sentence, trigger: int) -> bool:
    """Whether it is told of as bound to come: "it is only a matter of days before the town is surrounded"."""
    if not any(s.lower(m) in ("before", "until") for m in s.kids(trigger, "mark")):
        return False
    return any(t.text.lower() == "matter" and s.lower(t.i + 1) == "of" for t in s.tokens[:trigger])
