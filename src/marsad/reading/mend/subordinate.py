"""Clauses behind "before", "as" or "since" of which the parse gave a subject to the other: "shelled Zintan before troops entered it"."""

from collections.abc import Iterator
from itertools import pairwise

from marsad.reading.mend.hanging import FINITE, Tokens, as_subject, hung, last_of

OPENING = ("before", "after", "as", "until", "since", "while")


def with_subordinate_clauses(tokens: Tokens) -> Tokens:
    """The tokens with each such clause under its own verb, with its subject and the word that opens it."""
    for noun, opening, verb in list(_clauses(tokens)):
        tokens = hung(tokens, {noun: as_subject(tokens, verb), opening: (verb, "mark"), verb: (tokens[noun].head, "advcl")})
    return hung(tokens, {count: as_subject(tokens, verb) for count, verb in _subjects_behind(tokens)})


def _subjects_behind(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Each count that is the subject of the verb behind it, not the object of the clause before: "Since the raid began 900 have fled"."""
    for count, helper in pairwise(tokens):
        clause, verb = tokens[count.head], tokens[helper.head]
        opened = clause.dep == "advcl" and clause.head == verb.i and clause.i < count.i < verb.i
        if count.pos == "NUM" and count.dep == "obj" and helper.dep.startswith("aux") and helper.tag in FINITE and opened:
            if not any(t.head == verb.i and t.dep.startswith("nsubj") for t in tokens):
                yield count.i, verb.i


def _clauses(tokens: Tokens) -> Iterator[tuple[int, int, int]]:
    """Each noun behind such a word with a verb right behind it that has no other subject; the word, and the verb."""
    for case in tokens:
        if case.dep != "case" or case.text.lower() not in OPENING:
            continue
        noun = tokens[case.head]
        behind = last_of(tokens, noun.i) + 1
        if noun.dep not in ("obl", "nmod") or behind >= len(tokens):
            continue
        verb = tokens[tokens[behind].head] if tokens[behind].dep.startswith("aux") else tokens[behind]
        own = {t.dep for t in tokens if t.head == verb.i}
        finite = verb.tag in FINITE or tokens[behind].dep.startswith("aux")
        if finite and verb.i > noun.i and verb.head == noun.head and verb.dep in ("advcl", "conj", "xcomp", "ccomp", "parataxis"):
            if own.isdisjoint(("nsubj", "nsubj:pass", "mark", "cc")):
                yield noun.i, case.i, verb.i
