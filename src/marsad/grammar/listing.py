"""The names of places that a phrase only counts or calls by their kind: "several towns, including Zintan and Nalut"."""

from marsad.grammar.sentence import Sentence

LISTING = {"including", "such as", "notably", "namely", "among"}


def named_in_list(s: Sentence, head: int) -> list[int]:
    """The places named behind "including", "include" or "among ... were", where the phrase itself names none."""
    if s.tokens[head].tag not in ("NNS", "JJ", "CD") or s.at_token(s.places, head) and _is_named(s, head):
        return []
    above = s.tokens[head].head
    near = [c for c in (*s.kids(head, "nmod", "obl"), *s.kids(above, "obl", "nmod")) if c > head and s.case(c) in LISTING]
    if s.relation(head) == "nsubj" and s.lemma(above) == "include":  # "the towns captured include"
        near += s.objects(above)
    if s.relation(head) in ("nsubj", "obl") and s.case(head) == "among":  # "among the towns captured were"
        near += [above, *s.kids(above, "nsubj")]
    return [n for c in near for n in s.conjuncts(c) if n != head and _is_named(s, n)]


def _is_named(s: Sentence, i: int) -> bool:
    return any(m.name is not None and not m.adjectival for m in s.at_token(s.places, i))
