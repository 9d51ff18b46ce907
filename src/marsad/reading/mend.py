"""Puts right what the parser mistakes now and then: "the rebels occupied Zintan", read as a Zintan that is occupied.

Enters a tree, leaves one of the same words. Mended are clauses left without a verb, where a participle stands between a noun
that is plural, a name or has an article, and the noun that the parse takes for the predicate; and participles behind a speaker.
"""

from collections.abc import Iterator

import msgspec

from marsad.model.syntax import Token, Tree
from marsad.reading.voices.cues import cue_forms

CLAUSES = {"root", "conj", "parataxis", "ccomp", "advcl", "acl:relcl"}  # what a clause may be to the rest of its sentence
OF_NOUN = {"det", "amod", "compound", "nummod", "nmod:poss"}  # what stands before a noun and belongs to it
OF_CLAUSE = {"advmod", "obl", "obl:unmarked", "obl:tmod", "advcl", "punct", "mark", "cc", "aux", "nsubj", "parataxis", "ccomp", "discourse"}


def mended(tree: Tree) -> Tree:
    """The tree with participles that are verbs of their clauses, each with its subject and its object."""
    tokens = tree.tokens
    if moved := dict((*_outcomes(tokens), *_own_subjects(tokens))):
        tree = Tree(tree.text, tuple(msgspec.structs.replace(t, head=moved.get(t.i, t.head)) for t in tokens))
    for verb, subject in list(_verbs(tree.tokens)):
        tree = Tree(tree.text, tuple(_as_clause(tree.tokens, verb, subject)))
    return tree


def _own_subjects(tokens: tuple[Token, ...]) -> Iterator[tuple[int, int]]:
    """Subjects of clauses that a saying is put into, each with its verb: "Some 900 people, aid agencies say, are facing hunger"."""
    for said in tokens:
        if said.dep == "parataxis" and said.head > said.i and said.text.lower() in cue_forms():
            subjects = [t.i for t in tokens if t.head == said.i and t.dep == "nsubj" and t.i < said.i]
            own = any(t.head == said.head and t.dep.startswith("nsubj") for t in tokens)
            if len(subjects) == 2 and not own and any(tokens[k].text == "," for k in range(*subjects)):
                yield subjects[0], said.head
    for t in tokens:  # "Soldiers patrolling near the border were killed"
        passive = t.tag == "VBG" and t.dep == "dep" and any(c.head == t.head and c.dep == "aux:pass" and c.i > t.i for c in tokens)
        if passive and not any(c.head == t.head and c.dep.startswith("nsubj") for c in tokens):
            yield from ((c.i, t.head) for c in tokens if c.head == t.i and c.dep == "nsubj" and c.i < t.i)


def _outcomes(tokens: tuple[Token, ...]) -> Iterator[tuple[int, int]]:
    """Participles behind a speaker, each with the verb whose outcome they tell: "Planes struck a market, he said, killing 12"."""
    for t in tokens:
        said = tokens[t.head]
        if t.tag != "VBG" or t.dep != "advcl" or t.i < said.i or tokens[t.i - 1].text != "," or t.text.lower() in cue_forms():
            continue
        if said.text.lower() in cue_forms():
            told = [c.i for c in tokens if c.head == said.i and c.dep == "ccomp" and c.i < said.i and c.pos == "VERB"]
            if told:
                yield t.i, told[-1]


def _verbs(tokens: tuple[Token, ...]) -> Iterator[tuple[int, int]]:
    """Participles before a noun that has no verb, each with the noun right before it, which can only be its subject."""
    for t in tokens:
        if t.tag not in ("VBN", "VBD") or t.dep != "amod" or t.head <= t.i or t.i == 0:
            continue
        before, noun = tokens[t.i - 1], tokens[t.head]
        if before.dep not in ("compound", "nmod", "nsubj") or before.head not in (t.i, t.head) or noun.dep not in CLAUSES:
            continue
        if _may_be_subject(tokens, before, noun) and not any(c.head == noun.i and c.dep in ("case", "cop", "aux") for c in tokens):
            yield t.i, before.i


def _may_be_subject(tokens: tuple[Token, ...], before: Token, noun: Token) -> bool:
    """Whether a noun is plural, a name or has an article: "government held areas" needs none."""
    if before.tag in ("NNS", "NNP", "NNPS"):
        return True
    return before.tag == "NN" and any(c.dep == "det" and c.head in (before.i, noun.i) and c.i < before.i for c in tokens)


def _as_clause(tokens: tuple[Token, ...], verb: int, subject: int) -> Iterator[Token]:
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


def _adjoins(tokens: tuple[Token, ...], i: int, subject: int, heads: tuple[int, int, int]) -> bool:
    """Whether everything from a word to the subject stands before it as its own: no comma, no other phrase."""
    return all(tokens[k].dep in OF_NOUN and tokens[k].head in (*heads, *range(i, subject)) for k in range(i, subject))
