"""Clauses left without a verb: "the rebels occupied Zintan", read as a Zintan that is occupied.

There a participle stands between a noun that is plural, a name or has an article, and the noun that the parse takes for the predicate.
Or it is of a verb that nothing can be done with to anybody: "the army and the rebels clashed".
"""

from collections.abc import Iterator
from itertools import pairwise

import msgspec

from marsad.model.syntax import Token
from marsad.reading.mend.hanging import Tokens, above, as_subject, hung
from marsad.reading.wordlists import word_set

CLAUSES = {"root", "conj", "parataxis", "ccomp", "advcl", "acl:relcl"}  # what a clause may be to the rest of its sentence
OF_NOUN = {"det", "amod", "compound", "nummod", "nmod:poss"}  # what stands before a noun and belongs to it
OF_CLAUSE = {"advmod", "obl", "obl:unmarked", "obl:tmod", "advcl", "punct", "mark", "cc", "aux", "nsubj", "parataxis", "ccomp", "discourse"}
GIVING = word_set("mends", "giving")
UNDERGONE_BY_NONE = word_set("mends", "undergone_by_none")


def with_verbs(tokens: Tokens) -> Tokens:
    """The tokens with participles that are verbs of their clauses, each with its subject and its object."""
    for verb, subject in list(_left_behind(tokens)):
        top = tokens[subject]
        above = {verb: (verb if top.head == subject else top.head, top.dep), subject: (verb, "nsubj")}
        rest = {t.i: (verb, t.dep) for t in tokens if t.head == subject and (t.dep == "punct" or t.i > verb) and t.i != verb}
        tokens = tuple(msgspec.structs.replace(t, tag="VBD", pos="VERB") if t.i == verb else t for t in hung(tokens, above | rest))
        if top.tag == "VBG":  # "Fighting centred on the airport"
            tokens = tuple(msgspec.structs.replace(t, tag="NN", pos="NOUN") if t.i == subject else t for t in tokens)
    for noun, joint, second, verb in list(_left_first(tokens)):
        top = tokens[noun]
        rest = {t.i: (verb, t.dep) for t in tokens if t.head == noun and (t.i > verb or t.dep == "punct")}
        place = (verb if top.head == noun else top.head, top.dep)
        tokens = hung(tokens, rest | {noun: as_subject(tokens, verb), joint: (second, "cc"), second: (noun, "conj"), verb: place})
    for verb, first, second in list(_headlined(tokens)):
        tokens = hung(tokens, {t.i: (second, t.dep) for t in tokens if t.head == verb and t.i < second and t.dep != "punct"})
        tokens = hung(tokens, {verb: (verb, "root"), first: (verb, "nsubj"), second: (first, "conj")})
        tokens = tuple(msgspec.structs.replace(t, tag="VBP", pos="VERB") if t.i == verb else t for t in tokens)
    for verb, subject in list(_verbs(tokens)):
        tokens = tuple(_as_clause(tokens, verb, subject))
    return tokens


def _left_first(tokens: Tokens) -> Iterator[tuple[int, int, int, int]]:
    """First ones of two without a verb, each with the "and", the second and the verb of both: "UNITA forces and the army captured"."""
    for noun, joint in pairwise(tokens):
        if noun.dep not in ("root", "ccomp", "parataxis") or noun.pos not in ("NOUN", "PROPN") or joint.text.lower() != "and":
            continue
        verb = next((t for t in tokens if t.head == noun.i and t.dep == "conj" and t.pos == "VERB"), noun)
        second = next((t for t in tokens if t.head == verb.i and t.dep.startswith("nsubj") and joint.i < t.i < verb.i), None)
        if second is None or any(c.head == noun.i and c.dep in ("cop", "nsubj", "case", "aux", "expl") for c in tokens):
            continue
        if all(t.i == second.i or second.i in above(tokens, t.i) for t in tokens[joint.i + 1 : second.i]):
            yield noun.i, joint.i, second.i, verb.i


def _headlined(tokens: Tokens) -> Iterator[tuple[int, int, int]]:
    """Such verbs of the two nouns before them, read as of the second alone or as a noun: "Rebels, soldiers clash in Zintan"."""
    for t in tokens[3:]:
        first, second = tokens[t.head], tokens[t.i - 1]
        told = t.tag in ("NN", "VBP") and t.lemma in UNDERGONE_BY_NONE and t.dep in ("conj", "parataxis") and first.dep == "root"
        beside = second.head == t.i and second.dep in ("compound", "nsubj") and second.pos in ("NOUN", "PROPN")
        if told and beside and first.i < second.i and first.pos in ("NOUN", "PROPN"):
            between = tokens[first.i + 1 : t.i]
            own = [c for c in tokens if c.head == t.i and c.i < second.i and c.dep not in ("amod", "compound", "punct", "det")]
            if between[0].text == "," and not own and not any(c.head == first.i and c.dep in ("det", "case") for c in tokens):
                yield t.i, first.i, second.i


def _left_behind(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Participles of such verbs behind the nouns that they have for subjects, each with the first of the nouns."""
    for t in tokens:
        if t.tag not in ("VBN", "VBD") or t.dep != "acl" or t.head > t.i:
            continue
        if t.lemma not in UNDERGONE_BY_NONE and not _acts(tokens, t):
            continue
        noun = tokens[t.head]
        while (outer := _outer(tokens, noun)) is not None:
            noun = outer
        if noun.dep in ("root", "parataxis") and not any(c.head == noun.i and c.dep in ("cop", "aux", "nsubj", "case") for c in tokens):
            yield t.i, noun.i


def _acts(tokens: Tokens, participle: Token) -> bool:
    """Whether a participle right behind its noun has an object of its own, or tells at whom somebody fired."""
    i = participle.i
    own = [c for c in tokens if c.head == i and c.i > i]
    if participle.head != i - 1 or any(c.dep in ("obl:agent", "xcomp") for c in own):
        return False
    if participle.lemma == "fire":
        aimed = [c for c in own if c.dep == "obl" and c.pos in ("NOUN", "PROPN")]
        return any(t.text.lower() in ("on", "at") and t.head == c.i for c in aimed for t in tokens[i + 1 : i + 2])
    return participle.lemma not in GIVING and any(c.dep == "obj" and c.pos in ("NOUN", "PROPN") for c in own)


def _outer(tokens: Tokens, noun: Token) -> Token | None:
    """The noun to which a phrase belongs: "fighters from both sides", "villagers driven out by the raids"."""
    over = tokens[noun.head]
    if noun.dep in ("conj", "nmod") and over.pos in ("NOUN", "PROPN"):
        return over
    if noun.dep.startswith("obl") and over.dep == "acl" and over.head < over.i < noun.i:
        return tokens[over.head]
    return None


def _verbs(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Participles before a noun that has no verb, each with the noun right before it, which can only be its subject."""
    for t in tokens:
        if t.dep != "amod" or t.head <= t.i or t.i == 0:
            continue
        before, noun = tokens[t.i - 1], tokens[t.head]
        done = t.tag in ("VBN", "VBD") or (t.tag == "JJ" and t.text.endswith("ed") and (before.dep, before.head) == ("nsubj", t.i))
        if not done:
            continue
        if before.dep not in ("compound", "nmod", "nsubj") or before.head not in (t.i, t.head) or noun.dep not in CLAUSES:
            continue
        if _may_be_subject(tokens, before, noun) and not any(c.head == noun.i and c.dep in ("case", "cop", "aux") for c in tokens):
            yield t.i, before.i


def _may_be_subject(tokens: Tokens, before: Token, noun: Token) -> bool:
    """Whether a noun is plural, a name or has an article: "government held areas" needs none."""
    if before.tag in ("NNS", "NNP", "NNPS"):
        return True
    return before.tag == "NN" and any(c.dep == "det" and c.head in (before.i, noun.i) and c.i < before.i for c in tokens)


def _as_clause(tokens: Tokens, verb: int, subject: int) -> Iterator[Token]:
    noun = tokens[verb].head
    replace = msgspec.structs.replace
    for t in tokens:
        if t.i == verb:
            yield replace(t, head=verb if tokens[noun].head == noun else tokens[noun].head, dep=tokens[noun].dep, tag="VBD", pos="VERB")
        elif t.i == noun:
            yield replace(t, head=verb, dep="obj")
        elif t.i == subject:
            yield replace(t, head=verb, dep="nsubj")
        elif t.head in (noun, verb) and t.i < subject and t.dep in OF_NOUN and _adjoins(tokens, t.i, subject, (noun, verb, subject)):
            yield replace(t, head=subject)
        elif t.head == noun and (t.i < subject or t.i > noun) and t.dep in OF_CLAUSE:
            yield replace(t, head=verb)
        else:
            yield t


def _adjoins(tokens: Tokens, i: int, subject: int, heads: tuple[int, int, int]) -> bool:
    """Whether everything from a word to the subject stands before it as its own: no comma, no other phrase."""
    return all(tokens[k].dep in OF_NOUN and tokens[k].head in (*heads, *range(i, subject)) for k in range(i, subject))
