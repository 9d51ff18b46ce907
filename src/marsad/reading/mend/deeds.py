"""Words of verbs that stand for nouns: deeds in -ing ("On Monday fighting broke out"), and those who are displaced."""

from collections.abc import Iterator
from itertools import pairwise

import msgspec

from marsad.model.syntax import Token
from marsad.reading.mend.hanging import Tokens, hung
from marsad.reading.wordlists import word_set

NAMED = word_set("mends", "named")
THOSE = word_set("mends", "those")
DONE_TO = word_set("mends", "done_to")
BEFORE_NOUNS = ("compound", "nmod:desc", "amod")
BEGUN = word_set("mends", "begun")
HURT = word_set("mends", "hurt_people")
MOVING = word_set("mends", "moving_people")
THINGS = ("nsubj", "nsubj:pass", "obj", "obl", "nmod")  # what a noun is to the word above it
OF_VERBS = frozenset({"obj", "xcomp", "ccomp", "nsubj", "aux", "mark", "advcl", "obl:agent"})  # what only a verb has of its own


def with_deeds(tokens: Tokens) -> Tokens:
    """The tokens with each bare form in -ing that is a subject, or that somebody flees, as a noun."""
    for name, by, noun in list(_named(tokens)):
        top = tokens[name].head
        rest = {t.i: (top, t.dep) for t in tokens if t.head == name and t.i not in (by, noun)}
        under = (top, "obl:agent" if tokens[top].pos == "VERB" else "nmod")
        tokens = hung(tokens, rest | {by: (noun, "case"), name: (noun, "compound"), noun: under})
        tokens = tuple(msgspec.structs.replace(t, tag="NNP", pos="PROPN") if t.i == name else t for t in tokens)
    tokens = hung(tokens, {t.i: (t.head, "obj") for t in tokens if _is_fled(tokens, t)})
    deeds = [t for t in tokens if t.tag == "VBG" and (t.dep in ("nsubj", "nsubj:pass") or _is_fled(tokens, t)) and _is_bare(tokens, t)]
    if not deeds:
        return tokens
    return tuple(msgspec.structs.replace(t, tag="NN", pos="NOUN") if t in deeds else t for t in tokens)


def with_doing(tokens: Tokens) -> Tokens:
    """The tokens with each plain form that has a subject right before it and an object as a verb: "900,000 Somalis face famine"."""
    doing = [t for t in tokens if t.tag == "NN" and t.dep in ("root", "ccomp", "parataxis") and _does(tokens, t)]
    return tuple(msgspec.structs.replace(t, tag="VBP", pos="VERB") if t in doing else t for t in tokens) if doing else tokens


def with_deeds_done(tokens: Tokens) -> Tokens:
    """The tokens with each form in -ing before what it is done to as a verb: "accused of shelling Gao", "killing nine and burning huts"."""
    struck = {t.head for t in tokens if t.dep == "obj"}
    begun = [t for t in tokens if t.text.endswith("ing") and t.dep == "obj" and t.i in struck and tokens[t.head].lemma in BEGUN]
    tokens = hung(tokens, {t.i: (t.head, "xcomp") for t in begun})  # "denied shelling El Geneina"
    for deed, noun in list(pairwise(tokens)):
        if (
            deed.i
            and deed.text in DONE_TO
            and (deed.head == noun.i and deed.dep in BEFORE_NOUNS or (noun.head, noun.dep) == (deed.i, "flat"))
        ):
            anew = _above_deed(tokens, deed, noun)
            if anew:
                tokens = hung(tokens, anew | {noun.i: (deed.i, "obj")})
                tokens = tuple(msgspec.structs.replace(t, tag="VBG", pos="VERB") if t.i == deed.i else t for t in tokens)
    return tokens


def _above_deed(tokens: Tokens, deed: Token, noun: Token) -> dict[int, tuple[int, str]]:
    """How a deed in -ing hangs, and the word before it, by what that word is; empty where it is nothing of the kind."""
    before, top = tokens[deed.i - 1], tokens[noun.head if deed.head == noun.i else deed.head]
    doing = tokens[top.head]
    if before.dep == "cc" and noun.dep == "conj" and (top.dep, doing.tag, doing.dep) == ("obj", "VBG", "advcl"):
        return {before.i: (deed.i, "cc"), deed.i: (doing.i, "conj")}
    if noun.pos == "PROPN" and before.pos == "ADP" and before.head in (deed.i, noun.i):
        return {before.i: (deed.i, "mark"), deed.i: (top.i, "advcl")}
    if noun.pos == "PROPN" and before.i == top.i and before.lemma in BEGUN:
        return {deed.i: (top.i, "xcomp")}
    return {}


def _does(tokens: Tokens, t: Token) -> bool:
    """Whether several stand right before a word as its subject and an object behind it, and nothing makes it a noun."""
    own = [c for c in tokens if c.head == t.i and c.i != t.i]
    subject = next((c for c in own if c.dep == "nsubj" and c.i == t.i - 1 and c.pos in ("NOUN", "PROPN") and c.text.endswith("s")), None)
    return subject is not None and any(c.dep == "obj" and c.i > t.i for c in own) and not any(c.dep in ("cop", "det", "case") for c in own)


def with_those_displaced(tokens: Tokens) -> Tokens:
    """The tokens with each "displaced" that stands for people as a noun: "the number of displaced", "the displaced need food"."""
    for number, those in list(_so_many_displaced(tokens)):
        over = tokens[number]
        cases = {t.i: (those, t.dep) for t in tokens if t.head == number and t.dep == "case"}
        tokens = hung(tokens, cases | {those: (over.head, over.dep), number: (those, "nummod")})
        tokens = tuple(msgspec.structs.replace(t, tag="NNS", pos="NOUN") if t.i == those else t for t in tokens)
    nouns = [t for t in tokens if t.text.lower() in THOSE and t.tag == "VBN" and _stands_alone(tokens, t)]
    if not nouns:
        return tokens
    marks = {t.i for t in tokens for n in nouns if t.head == n.i and t.dep == "mark" and t.text.lower() == "of"}
    anew = tuple(msgspec.structs.replace(t, tag="NNS", pos="NOUN") if t in nouns else t for t in tokens)
    return tuple(msgspec.structs.replace(t, dep="case") if t.i in marks else t for t in anew)


def with_those_hurt(tokens: Tokens) -> Tokens:
    """The tokens with each number of wounded or sick who are moved as a noun with its number: "evacuated 48 wounded"."""
    for number, hurt in list(pairwise(tokens)):
        verb = tokens[hurt.head]
        counted = number.pos == "NUM" and number.head in (verb.i, hurt.i) and hurt.text.lower() in HURT and hurt.dep == "xcomp"
        if counted and verb.lemma in MOVING and verb.i < number.i:
            tokens = hung(tokens, {hurt.i: (verb.i, "obj"), number.i: (hurt.i, "nummod")})
            tokens = tuple(msgspec.structs.replace(t, tag="NNS", pos="NOUN") if t.i == hurt.i else t for t in tokens)
    return tokens


def _so_many_displaced(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Numbers behind "to", "for" or "of", each with the participle that stands for people: "handed out to 900 displaced in the camp"."""
    for number, t in pairwise(tokens):
        counted = number.pos == "NUM" and t.text.lower() in THOSE and t.tag == "VBN" and t.dep == "acl" and t.head == number.i
        marks = {c.text.lower() for c in tokens if c.head == number.i and c.dep == "case"}
        whence = {c.text.lower() for c in tokens if tokens[c.head].head == t.i and c.dep == "case"}
        if counted and marks & {"to", "for", "of"} and not whence & {"from", "by"}:
            yield number.i, t.i


def _stands_alone(tokens: Tokens, t: Token) -> bool:
    """Whether a participle stands behind an article or "of", and nothing is said to be done by or with it."""
    before = tokens[t.i - 1].text.lower() if t.i else ""
    said_of = before in ("the", "of", "newly", "these", "those", "other") and t.dep in THINGS
    return said_of and not any(c.head == t.i and c.dep in ("obj", "nsubj", "aux", "aux:pass", "obl:agent") for c in tokens)


def _named(tokens: Tokens) -> Iterator[tuple[int, int, int]]:
    """Each name in -ing behind "by" that was taken for a deed, with the "by" and its noun: "killed by Shining Path rebels"."""
    for by, name in pairwise(tokens):
        if by.text.lower() == "by" and by.head == name.i and name.tag == "VBG" and name.text.lower() in NAMED and name.text[0].isupper():
            nouns = [c for c in tokens if c.head == name.i and c.dep == "obj" and c.i > name.i]
            if len(nouns) == 1 and all(t.head == nouns[0].i for t in tokens[name.i + 1 : nouns[0].i]):
                yield name.i, by.i, nouns[0].i


def _is_fled(tokens: Tokens, t: Token) -> bool:
    """Whether a form in -ing right behind a verb is what somebody flees: "fled fighting in the town"."""
    right_behind = t.tag == "VBG" and t.dep in ("xcomp", "obj") and t.head == t.i - 1
    return right_behind and tokens[t.head].lemma in ("flee", "escape") and _is_bare(tokens, t)


def _is_bare(tokens: Tokens, deed: Token) -> bool:
    return OF_VERBS.isdisjoint(t.dep for t in tokens if t.head == deed.i)
