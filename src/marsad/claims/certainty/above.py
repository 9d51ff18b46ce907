"""What a governing verb, adjective or noun makes of the predicate below it: "plan to seize", "were told to leave", "believed to hold"."""

from marsad.claims.certainty.hedge import Hedge
from marsad.grammar.clause import kept_from
from marsad.grammar.sentence import Sentence
from marsad.grammar.verb import is_infinitive
from marsad.grammar.words import WordList


def from_above(s: Sentence, node: int, below: int, relation: str, words: dict[str, WordList]) -> Hedge | None:
    """The hedge that the governor at `node` lays on the predicate at `below`, which stands in this relation to it."""
    form = s.lower(node)
    if kept_from(s, below) and (form in words["hindering"] or form in words["failing"]):
        return Hedge("denied", form)
    if relation not in ("xcomp", "ccomp", "acl", "csubj", "advcl") and not (relation == "obj" and s.tokens[below].tag == "VBG"):
        return None
    if (doubted := _doubted(s, node, relation, words)) is not None:
        return doubted
    if form in words["failing"] and is_infinitive(s, node):
        return Hedge(drop=True, word=form)  # "pulled back to avoid being surrounded"
    if (form in words["failing"] or form in words["unable"]) and (form in words["denying"] or not _finite_past(s, below, "ccomp")):
        return Hedge("denied", form)
    if s.tokens[node].pos == "ADJ" and is_infinitive(s, below) and any(s.lower(c) == "too" for c in s.kids(node, "advmod")):
        return Hedge("denied", "too")  # "too afraid to go home"
    if form in words["bidding"] and is_infinitive(s, below):
        return Hedge("planned", form)  # "were told to leave the town"
    if form in words["striving"] and relation == "xcomp":
        return Hedge(drop=True, word=form)
    if _on_the_way(s, node, below, words) or (form in words["helped"] and s.tokens[node].tag in ("VBD", "VBN")):
        return None
    if form == "considered" and s.kids(node, "aux:pass"):
        return None  # "six villagers are considered missing"
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


def _doubted(s: Sentence, node: int, relation: str, words: dict[str, WordList]) -> Hedge | None:
    """ "Doubted that rebels had taken the town", "voiced doubts that": doubted; "disputed that" is a denial."""
    form = s.lower(node)
    if relation == "ccomp" and form in words["denying"]:
        return Hedge("denied", form)
    doubt = next((o for o in (node, *s.kids(node, "obj")) if s.lemma(o) == "doubt"), None)  # "voiced doubt that"
    if relation not in ("ccomp", "acl") or doubt is None:
        return None
    beside = s.kids(doubt, "det", "amod", "advmod", "case", "nsubj")
    none = any(s.lower(c) in ("no", "little", "few", "not", "n't", "n’t", "without", "never", "nobody") for c in beside)
    return None if none else Hedge("doubted", form)


def _on_the_way(s: Sentence, node: int, below: int, words: dict[str, WordList]) -> bool:
    """Whether people "are trying to flee": they are on the move."""
    return s.lower(node) == "trying" and s.lower(below) in words["fleeing"] and bool(s.kids(node, "aux"))


def _finite_past(s: Sentence, v: int, relation: str) -> bool:
    """ "Asked who had killed him", "agreed that rebels took it": what is asked or agreed on has come to pass."""
    past = s.tokens[v].tag == "VBD" or any(s.lower(c) in ("had", "was", "were") for c in s.kids(v, "aux", "aux:pass"))
    return relation == "ccomp" and past and bool(s.kids(v, "nsubj"))
