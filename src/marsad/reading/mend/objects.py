"""Objects that the parse took for what a subject is: "Rebels captured Zintan", read as rebels who are Zintan; "arrested six suspects"."""

from collections.abc import Iterator

import msgspec

from marsad.model.syntax import Token
from marsad.reading.mend.hanging import Tokens, hung
from marsad.reading.voices.cues import cue_forms
from marsad.reading.wordlists import word_set

ACTIVE = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ")
BEING = word_set("mends", "being")
MAKING = word_set("mends", "making")
OWNING_UP = word_set("mends", "owning_up")

ASKING = word_set("mends", "asking")
MISREAD = ("obj", "xcomp")  # what the parse takes the noun behind a name and a comma for


def with_objects(tokens: Tokens) -> Tokens:
    """The tokens with each bare name or counted noun behind an active verb as its object, and with what somebody denies having done."""
    tokens = hung(tokens, {i: (tokens[i].head, "obj") for i in _objects(tokens)})
    tokens = hung(tokens, {i: (tokens[i].head, "xcomp") for i in _made_to(tokens)})
    tokens = hung(tokens, {i: (verb, "xcomp") for i, verb in _asked_to(tokens)})
    tokens = hung(tokens, {i: (name, "appos") for i, name in list(_said_to_be(tokens))})
    for at in [t.i for t in tokens if t.text.endswith("ing") and _is_charge(tokens, t, "obj")]:
        tokens = tuple(msgspec.structs.replace(t, tag="VBG", pos="VERB", dep="acl") if t.i == at else t for t in tokens)
    tokens = hung(tokens, {t.i: (tokens[t.head].head, "advcl") for t in tokens if _is_charge(tokens, t, "cop")})
    for deed, verb, noun in list(_owned(tokens)):
        tokens = hung(tokens, {deed: (verb, "xcomp"), noun: (deed, "obj")})
    return tokens


def _is_charge(tokens: Tokens, t: Token, own: str) -> bool:
    """Whether a noun behind the "of" of a clause, with an object or copula, is what its head is accused of."""
    if t.dep not in ("nmod", "obl") or t.pos != "NOUN" or tokens[t.head].dep not in ("obj", "nsubj:pass"):
        return False
    beside = {c.dep for c in tokens if c.head == t.i}
    return own in beside and any(c.head == t.i and c.dep == "mark" and c.text.lower() == "of" for c in tokens[: t.i])


def _said_to_be(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Objects that only say what the name before the comma is, each with that name: "seized Zintan, the largest town in the west"."""
    for name, comma, first in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if name.pos != "PROPN" or name.dep != "obj" or comma.text != "," or first.text.lower() not in ("a", "an", "the", "its", "one"):
            continue
        what = first if first.dep in MISREAD else tokens[first.head]
        if what.dep == "nmod:poss":  # "the rebels' last stronghold"
            what = tokens[what.head]
        listed = any(c.head == what.i and c.dep in ("conj", "cc") for c in tokens)
        if what.dep in MISREAD and what.head == name.head and what.i > comma.i and what.pos in ("NOUN", "NUM") and not listed:
            yield what.i, name.i


def _made_to(tokens: Tokens) -> Iterator[int]:
    """What somebody is made to do, which is no purpose: "forced 4,000 people to flee"."""
    for t in tokens:
        verb = tokens[t.head]
        if t.tag == "VB" and t.dep == "advcl" and verb.lemma in MAKING and any(c.head == t.i and c.text.lower() == "to" for c in tokens):
            if any(c.head == verb.i and c.dep == "obj" for c in tokens[verb.i : t.i]):
                yield t.i


def _asked_to(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """What somebody is expected, told or let to do, which does not say who he is, with the verb: "expect 9,000 refugees to arrive"."""
    for t in tokens:
        whom = tokens[t.head]
        verb = tokens[whom.head]
        several = whom.tag in ("NNS", "NNPS", "PRP", "CD")  # "ordered an inquiry to find": what it is for
        if t.tag == "VB" and t.dep == "acl" and whom.dep == "obj" and several and verb.lemma in (MAKING | ASKING) and verb.i < whom.i:
            if any(c.head == t.i and c.text.lower() == "to" for c in tokens[whom.i + 1 : t.i]):
                yield t.i, verb.i


def _owned(tokens: Tokens) -> Iterator[tuple[int, int, int]]:
    """Each deed that somebody denies or admits, with the verb and with the noun that the parse took for the object."""
    for t in tokens:
        noun = tokens[t.head]
        verb = tokens[noun.head]
        taken = (t.tag, t.dep) == ("VBG", "amod") or (t.dep == "compound" and noun.tag == "NNS" and t.text.endswith("ing"))
        if taken and noun.dep == "obj" and verb.text.lower() in OWNING_UP and t.i == verb.i + 1:
            yield t.i, verb.i, noun.i


def _objects(tokens: Tokens) -> Iterator[int]:
    for t in tokens:
        verb = tokens[t.head]
        if t.dep == "iobj" and not any(c.head == verb.i and c.dep in ("obj", "ccomp", "xcomp") for c in tokens):
            yield t.i  # "captured Zintan the next day"
        bare = t.dep == "xcomp" and t.i > verb.i and (t.pos == "PROPN" or _is_counted(tokens, t))
        if not bare or verb.tag not in ACTIVE or verb.pos != "VERB" or verb.lemma in BEING or verb.text.lower() in cue_forms():
            continue
        of_verb = {c.dep for c in tokens if c.head == verb.i}
        of_name = {c.dep for c in tokens if c.head == t.i}
        if not of_verb & {"obj", "nsubj:pass", "aux:pass"} and not of_name & {"mark", "case", "cop", "aux", "nsubj"}:
            yield t.i


def _is_counted(tokens: Tokens, noun: Token) -> bool:
    """Whether a number stands before a noun."""
    return noun.tag == "NNS" and any(c.head == noun.i and c.dep == "nummod" for c in tokens[: noun.i])
