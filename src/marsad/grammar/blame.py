"""Who is said to have done the deed that a noun names, by words that lay it on him: "blamed the army for the raid", "was behind it"."""

from typing import NamedTuple

from marsad.grammar.clause import is_passive, is_verbal
from marsad.grammar.sentence import Sentence
from marsad.grammar.words import lists_of
from marsad.reading.wordlists import word_set

CHARGING = lists_of("certainty")["accusing"].alone | {"blame"}
DENYING = lists_of("certainty")["denying"].alone
NEGATING = lists_of("certainty")["negators"].alone | {"no", "none", "nobody", "neither"}
NOBODY = NEGATING | {"nor", "any"}
UNSURE = lists_of("certainty")["believing"].alone | lists_of("certainty")["alleging"].alone | lists_of("certainty")["can"].alone
LAID_ON = {"blame": ("on",), "pin": ("on",), "attribute": ("to",), "ascribe": ("to",)}
DONE = word_set("frames", "done")
OWNED_UP = word_set("frames", "owned_up")
DEEDS_OF = word_set("frames", "deeds_of")
ANSWERABLE = word_set("frames", "answerable")
DEFINITE = {"the", "this", "that", "these", "those"}
SPEAKING = word_set("frames", "speaking_for")
SIGNING = word_set("frames", "signing")
STEPS = 4  # governors looked at for a denial


class Doer(NamedTuple):
    """Who did it, and whether somebody charges him with it and the report does not say so itself."""

    head: int
    charged: bool


def doers_said(s: Sentence, n: int) -> list[Doer]:
    """Those on whom the deed is laid; none where that is denied, or told with a doubt."""
    top = n
    while s.relation(top) == "conj" and not is_verbal(s, s.tokens[top].head):
        top = s.tokens[top].head
    found = _laid_beside(s, top) or _charged(s, top) or _answerable(s, top) or _at_work(s, top)
    return [doer for doer, word in found if not _denied(s, word)]


def is_disowned(s: Sentence, n: int) -> bool:
    """Whether somebody denies having done a deed of which it is known that it was done: "denied carrying out the massacre"."""
    v = s.tokens[n].head
    told = s.tokens[v].head != v and s.relation(v) in ("ccomp", "xcomp", "obj", "advcl")
    return s.relation(n) == "obj" and s.lemma(v) in DONE and told and is_known(s, n) and _denied(s, v, unsure=frozenset())


def is_known(s: Sentence, n: int) -> bool:
    """Whether a noun is told of as known: "the massacre", "Monday's raid"."""
    return bool(s.kids(n, "nmod:poss")) or any(s.lower(d) in DEFINITE for d in s.kids(n, "det"))


def spoken_for(s: Sentence, speaker: int) -> list[int]:
    """In whose name a caller or a note speaks: "a man saying he spoke for X", "a statement signed by X"."""
    own = [v for v in s.subtree(speaker) if v > speaker]
    spoken = [c for v in own if s.lemma(v) in SPEAKING for c in s.kids(v, "obl") if s.case(c) in ("for", "on behalf of")]
    above = s.tokens[speaker].head
    if s.relation(speaker) == "obj" and s.lemma(above) in SIGNING:  # "the rebels issued a statement claiming"
        spoken += s.kids(above, "nsubj")
    return spoken + [c for v in own if s.lemma(v) in SIGNING for c in s.kids(v, "obl:agent", "obl") if s.case(c) == "by"]


def _patients(s: Sentence, v: int) -> list[int]:
    return s.kids(v, "nsubj:pass") if is_passive(s, v) else s.kids(v, "obj")


def _laid_beside(s: Sentence, n: int) -> list[tuple[Doer, int]]:
    """ "Blamed the raid on X", "the raid was attributed to X", "a raid blamed on X"."""
    verbs = [c for c in s.kids(n, "acl") if s.tokens[c].tag == "VBN"]
    if s.relation(n) == "obj" or s.dep(n) == "nsubj:pass":
        verbs.append(s.tokens[n].head)
    return [(Doer(c, charged=True), v) for v in verbs for c in s.kids(v, "obl", "nmod") if s.case(c) in LAID_ON.get(s.lemma(v), ())]


def _charged(s: Sentence, n: int) -> list[tuple[Doer, int]]:
    """ "Blamed X for the raid", "X was accused of the raid", however the parse hangs the deed."""
    if s.relation(n) not in ("obl", "nmod") or s.case(n) not in ("for", "of", "in", "with"):
        return []
    v = s.tokens[n].head
    if s.lemma(v) in CHARGING:
        return [(Doer(p, charged=True), v) for p in _patients(s, v) if p < n]
    over = s.tokens[v].head
    if s.relation(v) == "obj" and s.lemma(over) in CHARGING:
        return [(Doer(v, charged=True), over)]
    return []


def _answerable(s: Sentence, n: int) -> list[tuple[Doer, int]]:
    """ "X was responsible for the raid", "held X responsible for it", "X claimed responsibility for it"."""
    above = s.tokens[n].head
    if s.case(n) != "for" or s.relation(n) not in ("obl", "nmod"):
        return []
    over = s.tokens[above].head
    if s.lower(above) == "responsibility":
        owning = s.relation(above) == "obj" and s.lemma(over) in OWNED_UP and not is_passive(s, over)
        return [(Doer(c, charged=False), over) for c in s.kids(over, "nsubj")] if owning else []
    if s.lower(above) not in ANSWERABLE:
        return []
    held = over if s.relation(above) != "amod" else s.tokens[over].head  # whatever the parse hangs "responsible" on
    if s.relation(above) in ("xcomp", "amod", "advcl") and s.lemma(held) == "hold":
        return [(Doer(p, charged=True), held) for p in _patients(s, held)]
    return [(Doer(c, charged=False), above) for c in s.kids(above, "nsubj") if s.kids(above, "cop")]


def _at_work(s: Sentence, n: int) -> list[tuple[Doer, int]]:
    """ "X was behind the raid", "the raid was the work of X"."""
    if s.case(n) == "behind" and s.kids(n, "cop"):
        return [(Doer(c, charged=False), n) for c in s.kids(n, "nsubj")]
    work = s.tokens[n].head
    if s.relation(n) == "nsubj" and s.lower(work) in DEEDS_OF and s.kids(work, "cop"):
        return [(Doer(c, charged=False), work) for c in s.kids(work, "nmod") if s.case(c) == "of"]
    return []


def _denied(s: Sentence, word: int, unsure: frozenset[str] = UNSURE) -> bool:
    """Whether what a word tells is denied, doubted or asked, by itself or from above."""
    for _ in range(STEPS):
        beside = s.kids(word, "advmod", "aux", "mark", "cc:preconj")
        subjects = [d for c in (word, *s.kids(word, "nsubj", "nsubj:pass")) for d in (c, *s.kids(c, "det", "advmod", "cc:preconj", "cc"))]
        if any(s.lower(c) in NEGATING or s.lower(c) in ("whether", "if") or s.lower(c) in unsure for c in beside):
            return True
        if any(s.lower(c) in NOBODY for c in subjects):
            return True
        above = s.tokens[word].head
        if above == word or s.relation(word) not in ("xcomp", "ccomp", "obj", "csubj", "advcl", "acl"):
            return False
        if s.lower(above) in DENYING or (s.lower(above) in unsure and s.relation(word) == "xcomp"):
            return True
        word = above
    return False
