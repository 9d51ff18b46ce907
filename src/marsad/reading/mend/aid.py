"""Aid that the parse took for a verb, or for a place: "closed to aid", "delivered drinking water to 900 families", "flew in 20 tonnes"."""

from collections.abc import Iterator
from itertools import pairwise

import msgspec

from marsad.model.syntax import Token
from marsad.reading.mend.hanging import Tokens, above, hung
from marsad.reading.wordlists import word_set, words_listed

GOODS = frozenset(tuple(goods.split()) for goods in words_listed("mends", "goods"))
BRINGING = word_set("mends", "bringing")
WEIGHTS = word_set("mends", "weights")
OPENED = word_set("mends", "opened")
GIVEN = word_set("mends", "given")


def with_aid(tokens: Tokens) -> Tokens:
    """The tokens with aid as the noun to which a way is opened or closed."""
    for t in list(_to_aid(tokens)):
        carried = next((n for n in tokens if n.head == t.i and n.dep == "obj" and n.i == t.i + 1), None)
        noun = carried or t
        anew = {t.i - 1: (noun.i, "case"), noun.i: (t.head, "obl")}
        anew |= {n.i: (t.head, n.dep) for n in tokens if n.head == t.i and n.i > t.i and n.i != noun.i}
        if carried:
            anew[t.i] = (carried.i, "compound")
        tokens = tuple(msgspec.structs.replace(n, pos="NOUN", tag="NN") if n.i == t.i else n for n in hung(tokens, anew))
    for t in list(_aid_behind_verbs(tokens)):
        anew = {n.i: (t.head, n.dep) for n in tokens if n.head == t.i} | {t.i: (t.head, "obj")}
        tokens = tuple(msgspec.structs.replace(n, pos="NOUN", tag="NN") if n.i == t.i else n for n in hung(tokens, anew))
    for t in list(_goods(tokens)):
        anew = {n.i: (t.head, n.dep) for n in tokens if n.head == t.i} | {t.i + 1: (t.head, "obj"), t.i: (t.i + 1, "compound")}
        tokens = tuple(msgspec.structs.replace(n, pos="NOUN", tag="NN") if n.i == t.i else n for n in hung(tokens, anew))
    for first, what in list(_given(tokens)):
        whose = {t.i: (first, "obl") for t in tokens if _is_whose(tokens, t) and what in above(tokens, t.i)}
        tokens = hung(tokens, whose | {first: (first, "root"), what: (first, "obj")})
    for particle, load in list(_brought_in(tokens)):
        tokens = hung(tokens, {particle.i: (load.head, "compound:prt"), load.i: (load.head, "obj")})
    for to, whom in list(_given_to(tokens)):
        tokens = hung(tokens, {to: (whom, "case"), whom: (to - 1, "obl")})
    for verb, over, whom in list(_handed_over(tokens)):
        tokens = hung(tokens, {over: (verb, "compound:prt"), over + 1: (whom, "case"), whom: (verb, "obl")})
    return _with_goods_in_ing(tokens)


def _given(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """The verb with which an entry opens, taken for a word of what was given, with that: "- Distributed 30 tonnes of food to"."""
    first = next((t for t in tokens if t.pos != "PUNCT"), None)
    if first is None or first.text.lower() not in GIVEN or first.dep not in ("amod", "acl"):
        return
    noun = next(i for i in (first.head, *above(tokens, first.head)) if tokens[i].dep == "root" or tokens[i].head == i)
    if tokens[noun].pos in ("NOUN", "PROPN", "NUM") and not any(t.head == noun and t.dep.startswith(("nsubj", "cop")) for t in tokens):
        yield first.i, noun


def _is_whose(tokens: Tokens, phrase: Token) -> bool:
    """Whether a phrase says who was given something, or where."""
    return phrase.dep == "nmod" and any(
        c.head == phrase.i and c.dep == "case" and c.text.lower() in ("to", "among", "for", "at", "in") for c in tokens
    )


def _given_to(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Each "to" behind a verb that was made a hedge of a number, with those who are given: "food provided to 33,000 people"."""
    for verb, to in pairwise(tokens):
        number = tokens[to.head]
        whom = tokens[number.head] if number.dep == "nummod" else number
        hedge = to.text.lower() == "to" and to.dep == "advmod" and number.pos == "NUM" and number.i == to.i + 1
        if hedge and verb.tag in ("VBN", "VBD") and whom.head == verb.i and whom.dep in ("obj", "obl"):
            yield to.i, whom.i


def _handed_over(tokens: Tokens) -> Iterator[tuple[int, int, int]]:
    """Each verb whose "over to" was made a hedge of a number, with that word and those who are given: "handed over to 750 families"."""
    for over, to in pairwise(tokens):
        number = tokens[over.head]
        whom = tokens[number.head] if number.dep == "nummod" else number
        joined = over.text.lower() == "over" and over.dep == "advmod" and to.text.lower() == "to" and to.head == over.i
        if joined and over.i and whom.head == over.i - 1 and tokens[over.i - 1].pos == "VERB" and whom.dep in ("obj", "obl"):
            yield over.i - 1, over.i, whom.i


def _with_goods_in_ing(tokens: Tokens) -> Tokens:
    """The tokens with "sheeting" as what is handed out: "distributed plastic sheeting to 900 families"."""
    for first, second in list(pairwise(tokens)):
        if (first.text.lower(), second.text.lower()) in GOODS and second.tag == "VBG" and second.head == first.i and first.dep == "obj":
            anew = {n.i: (first.head, n.dep) for n in tokens if n.head == second.i}
            anew |= {second.i: (first.head, "obj"), first.i: (second.i, "compound")}
            tokens = tuple(msgspec.structs.replace(n, pos="NOUN", tag="NN") if n.i == second.i else n for n in hung(tokens, anew))
    return tokens


def _brought_in(tokens: Tokens) -> Iterator[tuple[Token, Token]]:
    """Each particle behind a verb of bringing, with what is brought: "flew in 20 tonnes of medicine", "ladled out soup"."""
    for verb, particle in pairwise(tokens):
        load = tokens[particle.head]
        brought = (
            verb.lemma.lower() in BRINGING and particle.text.lower() in ("in", "out") and particle.dep == "case" and load.head == verb.i
        )
        if (
            brought
            and (load.text.lower() in WEIGHTS or particle.tag == "RP")
            and not any(t.head == verb.i and t.dep == "obj" for t in tokens)
        ):
            yield particle, load


def _goods(tokens: Tokens) -> Iterator[Token]:
    """The first words of names of goods that were read as deeds: "delivered drinking water"."""
    for t, noun in pairwise(tokens):
        if t.tag == "VBG" and t.dep in ("xcomp", "advcl") and (t.text.lower(), noun.text.lower()) in GOODS and noun.head == t.i:
            yield t


def _to_aid(tokens: Tokens) -> Iterator[Token]:
    for t in tokens:
        if t.text.lower() == "aid" and t.tag == "VB" and t.i and tokens[t.i - 1].text.lower() == "to" and tokens[t.i - 1].head == t.i:
            if t.head != t.i and tokens[t.head].lemma.lower() in OPENED:
                yield t


def _aid_behind_verbs(tokens: Tokens) -> Iterator[Token]:
    """Aid that was taken for what the verb right before it brings about: "refused to let aid into Zintan"."""
    for verb, t in pairwise(tokens):
        done = t.text.lower() == "aid" and t.tag.startswith("VB") and t.dep in ("xcomp", "ccomp") and t.head == verb.i
        if done and verb.pos == "VERB" and not any(c.head == verb.i and c.dep == "obj" for c in tokens):
            yield t
