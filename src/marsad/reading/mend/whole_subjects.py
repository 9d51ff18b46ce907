"""Subjects of which the parse took a phrase behind a preposition for the subject: "A clinic with 50 beds was opened"."""

from collections.abc import Iterator

from marsad.model.syntax import Token
from marsad.reading.mend.hanging import FINITE, Tokens, as_subject, hung

WITHIN = ("with", "of", "for", "from", "in", "at", "near", "carrying")
TO = ("to", "for", "in", "at", "near", "from", "with", "among")


def with_whole_subjects(tokens: Tokens) -> Tokens:
    """The tokens with the noun before such a phrase as the subject, and the phrase under it."""
    for word, part, noun, verb in list(_with_parts(tokens)):
        top = tokens[noun]
        place = (verb, top.dep) if top.head == noun else (top.head, top.dep)
        rest = {t.i: (verb, t.dep) for t in tokens if t.head == noun and (t.dep == "punct" or t.i > verb)}
        tokens = hung(tokens, rest | {word: (part, "case"), part: (noun, "nmod"), noun: as_subject(tokens, verb), verb: place})
    tokens = hung(tokens, {i: (noun, "nmod") for i, noun in list(_second_subjects(tokens))})
    return hung(tokens, {t.i: (t.head, "nsubj") for t in tokens if _acts(tokens, t)})


def _acts(tokens: Tokens, it: Token) -> bool:
    """Whether an "it" that was taken for an empty one does something to somebody: "says it is now feeding 4,000 people"."""
    if it.dep != "expl" or it.text.lower() != "it" or tokens[it.head].tag != "VBG" or it.i > it.head:
        return False
    own = {c.dep for c in tokens if c.head == it.head}
    return "obj" in own and not own & {"nsubj", "csubj", "ccomp", "xcomp", "aux:pass", "cop"}


def _with_parts(tokens: Tokens) -> Iterator[tuple[int, int, int, int]]:
    """Each preposition that was made a mark of a clause, with the noun behind it, the one before it and the verb of the clause."""
    for word in tokens[1:]:
        verb, noun = tokens[word.head], tokens[word.i - 1]
        if word.dep != "mark" or word.text.lower() not in WITHIN or verb.dep != "acl" or verb.head != noun.i or noun.pos != "NOUN":
            continue
        own = [c for c in tokens if c.head == verb.i]
        told = verb.tag in FINITE or any(c.dep.startswith("aux") and c.tag in FINITE for c in own)
        parts = [c for c in own if c.dep.startswith("nsubj") and word.i < c.i < verb.i]
        if told and len(parts) == 1 and noun.dep in ("root", "ccomp", "conj", "parataxis"):
            yield word.i, parts[0].i, noun.i, verb.i


def _second_subjects(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Each subject behind a preposition of a verb that has a subject before, and that one: "delivery of rice to 900 families is over"."""
    for t in tokens:
        if not t.dep.startswith("nsubj") or not any(
            c.head == t.i and c.dep == "case" and c.text.lower() in TO and c.i < t.i for c in tokens
        ):
            continue
        before = [c for c in tokens[: t.i] if c.head == t.head and c.dep.startswith("nsubj") and c.pos in ("NOUN", "PROPN")]
        if len(before) == 1 and t.i < t.head and not any(b.pos in ("VERB", "PUNCT") for b in tokens[before[0].i : t.i]):
            yield t.i, before[0].i
