"""What stands beside a predicate: negation, modals, adverbs and conditions."""

from marsad.claims.certainty.hedge import Hedge
from marsad.grammar.sentence import Sentence
from marsad.grammar.verb import is_infinitive
from marsad.grammar.words import WordList


def own(s: Sentence, node: int, below: int, words: dict[str, WordList]) -> Hedge | None:
    """The hedge that the words beside a predicate make; `below` is the token under it on the way up."""
    if node > 1 and (s.lower(node - 2), s.lower(node - 1)) == ("no", "longer"):
        return Hedge("denied", "no longer")
    for c in s.children[node]:
        form, relation = s.lower(c), s.relation(c)
        if relation == "mark" and form in ("due", "scheduled") and s.kids(c, "fixed"):
            return Hedge("expected", form)  # "a ceasefire due to start", to the parse a conjunction
        if relation == "mark" and form == "on" and any(s.lower(x) in ("course", "track") for x in s.kids(c, "fixed")):
            return Hedge("expected", form)  # "on course to take the town"
        if relation == "mark" and form in words["conditions"]:
            return Hedge(drop=True, word=form)
        inverted = form in ("had", "were", "should") and s.dep(c) in ("aux", "aux:pass", "cop")
        if inverted and c == 0 and any(x > c for x in s.kids(node, "nsubj", "nsubj:pass")):
            return Hedge(drop=True, word=form)  # "Had rebels taken the pass, the road would have been open"
        if relation == "mark" and form == "without":
            return Hedge("denied", form)
        if relation == "advmod" and form in words["negators"] or form in ("n't", "n’t"):
            if form == "not" and s.lower(c + 1) in words["affirming"]:
                continue
            if form in ("barely", "hardly") and s.tokens[c + 1].pos == "NUM":
                continue  # "barely 300 people are left": how few they are
            return Hedge("denied", form)
        if relation == "advmod" and form == "yet" and is_infinitive(s, node) and s.lower(s.tokens[node].head) in ("have", "has", "had"):
            return Hedge("denied", "yet to")
        if (
            relation == "advmod"
            and form == "yet"
            and (s.lower(node) in ("have", "has", "had") or any(s.lower(a) in ("have", "has", "had") for a in s.kids(node, "aux")))
        ):
            if is_infinitive(s, below) or any(s.lower(m) == "to" for m in s.kids(node, "mark")):
                return Hedge("denied", "yet to")
        if relation == "advmod" and form == "longer" and any(s.lower(x) == "no" for x in s.children[c]):
            return Hedge("denied", "no longer")
        if relation == "advmod" and form in words["hearsay"]:
            return Hedge("alleged", form)
        if relation == "advmod" and form in words["perhaps"]:
            return Hedge("possible", form)
    if any(s.dep(c) == "nsubj:outer" and s.lower(c) in words["goals"] for c in s.children[node]):
        return Hedge("planned", "goal")
    for c in s.kids(node, "nsubj", "obj"):
        if s.lower(c) in ("none", "nobody", "no-one", "neither"):
            return Hedge("denied", s.lower(c))  # also "the shelling killed nobody"
    for c in s.kids(node, "nsubj"):
        for d in (d for d in s.kids(c, "advmod") if s.lower(d) == "not"):
            if s.lower(d + 1) in ("a", "one", "single"):
                return Hedge("denied", "none")  # "not a single truck has got through"
            if s.lower(d + 1) in ("all", "every", "everyone", "everybody"):
                return Hedge(drop=True, word="not")  # "not everybody has gone": some have
    for c in s.kids(node, "nsubj", "obj"):
        if any(s.lower(d) in ("no", "neither") for d in s.kids(c, "det", "cc:preconj", "cc", "advmod")):
            return Hedge("denied", "no")
    for c in s.kids(node, "aux"):
        form = s.lower(c)
        if form == "could" and s.lower(node) in words["perceived"]:
            continue  # "shelling could be heard"
        if form in words["can"]:
            return Hedge("possible", form)
        if form in words["will"]:
            return Hedge("expected", form)
    return None
