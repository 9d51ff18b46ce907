"""A phrase in its relation to a predicate, and what stands beside a phrase or a verb and tells more of it."""

from typing import NamedTuple

from marsad.grammar.sentence import HYPHENS, Sentence
from marsad.reading.wordlists import word_set

ABLE = {"able", "unable", "capable"}
BOUND = {"bound", "head", "destine", "en"}  # "en" of "en route"
FILLED = word_set("mends", "laden")
REACH = 12  # tokens behind a predicate in which a preposition and a place are still its own
APART = 5  # `near` of what another clause tells of a deed: it is no part of the evidence
FALLBACK = 9  # `near` of a reading that is tried last


class Argument(NamedTuple):
    """A phrase that stands in a relation to a predicate; `near` counts how many predicates it was inherited over."""

    relation: str
    head: int
    near: int = 0


def whence(s: Sentence, head: int) -> list[Argument]:
    """Where those who act or suffer are said to be from: "residents of Zintan", "hundreds of families from Zintan"."""
    found = []
    ratio = [c for c in s.kids(head, "nmod") if s.case(c) == "in"] if s.tokens[head].pos == "NUM" else []  # "one in three residents of"
    for n in (head, s.of_child(head), *ratio):
        if n is not None:
            found += [
                Argument(f"who_{s.case(c)}", c, 1)
                for c in s.kids(n, "nmod")
                if s.case(c) in ("of", "from", "in", "with", "for", "to", "by", "near", "outside")
            ]
            found += [Argument("who_mod", c, 1) for c in s.kids(n, "compound", "amod")]
            found += [Argument("who_with", c - 2, 1) for c in s.subtree(n) if c < n and _is_filled(s, c)]  # "an explosives-laden truck"
            found += [Argument("who_poss", c, 1) for c in s.kids(n, "nmod:poss")]
            found += [Argument(f"who_{s.case(o)}", o, 1) for o in _bound_for(s, n)]
            carriers = [n, *(o for v in s.kids(n, "acl") for o in s.kids(v, "obl"))]  # "a convoy consisting of trucks carrying food"
            carried = [o for one in carriers for v in s.kids(one, "acl") if s.tokens[v].tag == "VBG" for o in s.objects(v)]
            loads = [*carried, *(c for c in s.kids(n, "nmod") if s.case(c) == "with")]  # "trucks with aid for Zintan"
            found += [Argument(f"who_{s.case(g)}", g, 1) for c in loads for g in s.kids(c, "nmod") if s.case(g) in ("to", "for")]
            bringing = [v for one in carriers for v in s.kids(one, "acl") if s.tokens[v].tag == "VBG"]  # "trucks carrying food to Zintan"
            found += [Argument("who_to", o, 1) for v in bringing for o in s.kids(v, "obl") if s.case(o) in ("to", "into")]
            sent = [v for v in s.kids(n, "acl") if s.tokens[v].tag == "VBN"]  # "food sent by the charity", "shells fired by the army"
            found += [Argument("who_by", o, 1) for v in sent for o in s.kids(v, "obl") if s.case(o) == "by"]
            found += [Argument("who_will", o, 1) for o in _to_be_done(s, n)]
            full = [v for v in s.kids(n, "acl", "amod") if s.tokens[v].tag == "VBN" or s.lower(v) in FILLED]
            carried += [o for v in full for o in s.kids(v, "obl") if s.case(o) == "with"]
            found += [Argument("who_with", o, 1) for c in carried for o in s.conjuncts(c)]  # "a truck packed with explosives"
            found += [
                Argument("who_from", g, 1) for c in carried for g in s.kids(c, "nmod") if s.case(g) == "from"
            ]  # "with people from Zintan"
    return found


def _is_filled(s: Sentence, c: int) -> bool:
    """Whether a participle joined to a noun says what the thing is full of: "explosives-laden"."""
    return c >= 2 and s.tokens[c - 1].text in HYPHENS and s.lower(c) in FILLED


def _bound_for(s: Sentence, noun: int) -> list[int]:
    """Where what the noun names is going: "a convoy bound for Zintan"."""
    bound = [v for v in (*s.kids(noun, "acl", "amod"), *s.kids(s.tokens[noun].head, "xcomp")) if s.lemma(v) in BOUND]
    return [o for v in bound for o in s.kids(v, "obl") if s.case(o) in ("for", "to")]


def _to_be_done(s: Sentence, noun: int) -> list[int]:
    """What those, or what, the noun names is for: "requests to take food to Zintan"."""
    meant = [v for v in s.kids(noun, "acl") if any(s.tokens[m].tag == "TO" for m in s.kids(v, "mark"))]
    return [o for v in meant for x in s.kids(v, "obj", "obl") for o in (x, *(g for g in s.kids(x, "nmod") if s.case(g) in ("to", "into")))]


def can(s: Sentence, v: int) -> list[Argument]:
    """The word that makes of what the verb says a matter of being able: "can house", "capable of receiving", "unable to reach"."""
    head = s.tokens[v].head
    able = [head] if s.tokens[head].lemma.lower() in ABLE else []
    return [Argument("can", c) for c in (*(c for c in s.kids(v, "aux") if s.lower(c) in ("can", "could")), *able)]


def prepositions(s: Sentence, i: int, own: list[Argument]) -> list[Argument]:
    """Places that stand right after a preposition behind the predicate, whatever the parse makes of them; tried last."""
    have = {a.head for a in own}
    found = []
    for first, last, m in s.places:
        before = first - 1 if first and s.tokens[first - 1].pos != "DET" else first - 2
        if (
            i < before <= i + REACH
            and not any(s.tokens[k].pos == "VERB" and not stands_for_noun(s, k) for k in range(i + 1, before))
            and last not in have
            and not m.adjectival
            and not (s.dep(last) in ("compound", "nmod:poss") and s.tokens[last].head > last)
            and s.tokens[before].tag in ("IN", "TO")
            and not (s.tokens[last].head > last and s.tokens[s.tokens[last].head].pos == "VERB")  # "but in Nalut the truce held"
            and s.lower(before) != "of"
        ):
            found.append(Argument(s.lower(before), last, FALLBACK))
        elif m.method == "relation" and s.tokens[i].pos == "VERB" and first == i + 1 and s.tokens[first].pos == "NUM":
            found.append(Argument("at", last, FALLBACK))  # "fell 12 km east of Zintan"
    return found


def stands_for_noun(s: Sentence, i: int) -> bool:
    """Whether a participle is coordinated with nouns: "women, children and wounded"."""
    return s.relation(i) == "conj" and s.tokens[i].tag in ("VBN", "VBD") and s.tokens[s.tokens[i].head].pos in ("NOUN", "PROPN")
