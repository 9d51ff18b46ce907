"""Whom and what a sentence names, for the pronouns of the sentences after it."""

from collections.abc import Iterable

from marsad.grammar.fill import Filling
from marsad.grammar.reference import Noticed
from marsad.grammar.sentence import Sentence

LABELS = ("nsubj", "obj", "obl", "nmod", "root", "conj", "appos", "iobj")


def notice(s: Sentence, filling: Filling) -> Iterable[Noticed]:
    """Each phrase that later words may point back to, with what it is: a person, a force, people, a body or a place."""
    for token in s.tokens:
        if token.pos not in ("NOUN", "PROPN", "NUM") or s.relation(token.i) not in LABELS:
            continue
        hits = [m for m in s.at_token(s.actors, token.i) if not m.adjectival]
        person = any(m.kind == "person" for m in hits)
        if person:
            label = "person"
        elif filling.classes.is_force(token.i):
            label = "force"
        elif filling.classes.is_people(token.i):
            label = "people"
        elif hits or filling.phrases.listed("bodies", token.i):
            label = "actor"
        elif places := tuple(m for m in s.at_token(s.places, token.i)[:1] if not m.adjectival):
            if _only_locates(filling, token.i):
                continue
            yield Noticed(s.passage.index, token.i, "place", False, s.relation(token.i) == "nsubj", None, places)
            continue
        elif token.tag == "NN" and filling.phrases.listed("placelike", token.i):  # "reached the road to Zintan and control it"
            yield Noticed(s.passage.index, token.i, "place", False, s.relation(token.i) == "nsubj", None)
            continue
        else:
            continue
        plural = "Number=Plur" in token.feats or token.tag in ("NNS", "NNPS", "CD")
        subject = s.relation(token.i) == "nsubj" or (s.relation(token.i) == "conj" and s.relation(token.head) == "nsubj")
        count = filling.phrases.quantity(token.i)
        many = max(count.low or 0.0, count.best or 0.0) if count is not None and count.unit in (None, "person") else 0.0
        actor = hits[0] if hits else filling.phrases.actor(token.i)
        yield Noticed(s.passage.index, token.i, label, plural, subject, actor, many=many)


def _only_locates(filling: Filling, i: int) -> bool:
    """Whether a place only says where a site is ("the palace in Zintan"): "it" then means the site."""
    s = filling.s
    if s.dep(i) == "nmod:poss":
        return filling.phrases.listed("placelike", s.tokens[i].head)
    before = min(s.kids(i, "case"), default=0) - 1  # beside it, whatever the parse hangs the place on
    return (
        before >= 0
        and s.case(i) in ("in", "near", "at", "outside", "to", "from", "into", "between")
        and filling.phrases.listed("placelike", before)
    )
