"""Puts right what the parser mistakes now and then: "the rebels occupied Zintan", read as a Zintan that is occupied.

Enters a tree, leaves one of the same words. Mended are clauses left without a verb, where a participle stands between a noun
that is plural, a name or has an article, and the noun that the parse takes for the predicate; participles behind a speaker;
a second clause whose subject is a bare count; and people who are taken prisoner.
"""

from collections.abc import Iterator
from itertools import pairwise

import msgspec

from marsad.model.syntax import Token, Tree
from marsad.reading.quantities.nouns import CAPTIVE
from marsad.reading.voices.cues import cue_forms

CLAUSES = {"root", "conj", "parataxis", "ccomp", "advcl", "acl:relcl"}  # what a clause may be to the rest of its sentence
LEAVING = ("left", "leave", "leaves", "leaving")
FINITE = ("VBD", "VBZ", "VBP")
OF_NOUN = {"det", "amod", "compound", "nummod", "nmod:poss"}  # what stands before a noun and belongs to it
OF_CLAUSE = {"advmod", "obl", "obl:unmarked", "obl:tmod", "advcl", "punct", "mark", "cc", "aux", "nsubj", "parataxis", "ccomp", "discourse"}


def mended(tree: Tree) -> Tree:
    """The tree with participles that are verbs of their clauses, each with its subject and its object."""
    tokens = tree.tokens
    if moved := dict((*_outcomes(tokens), *_own_subjects(tokens))):
        tree = Tree(tree.text, tuple(msgspec.structs.replace(t, head=moved.get(t.i, t.head)) for t in tokens))
    if done := {t: (noun, "acl") for t, noun in _done_by(tree.tokens)}:
        tree = Tree(tree.text, tuple(_moved(tree.tokens, done)))
    for verb, subject in list(_verbs(tree.tokens)):
        tree = Tree(tree.text, tuple(_as_clause(tree.tokens, verb, subject)))
    for verb, subject, above in list(_second_clauses(tree.tokens)):
        tree = Tree(tree.text, tuple(_beside(tree.tokens, verb, subject, above)))
    for dead, others, hurt in list(_left(tree.tokens)):
        apart = {dead: (tree.tokens[hurt].head, "xcomp"), others: (hurt, "nsubj:pass"), hurt: (dead, "conj")}
        tree = Tree(tree.text, tuple(_moved(tree.tokens, apart)))
    for captive, people in list(_captives(tree.tokens)):
        tree = Tree(tree.text, tuple(_taken(tree.tokens, captive, people)))
    return tree


def _done_by(tokens: tuple[Token, ...]) -> Iterator[tuple[int, int]]:
    """Participles with a doer right behind a noun, each with that noun: "died in an ambush laid by rebels", hung on the dying."""
    for before, t in pairwise(tokens):
        hung = t.tag == "VBN" and t.dep in ("advmod", "advcl") and before.pos == "NOUN" and before.head == t.head and before.dep == "obl"
        if hung and any(c.head == t.i and c.dep == "obl:agent" for c in tokens):
            yield t.i, before.i


def _second_clauses(tokens: tuple[Token, ...]) -> Iterator[tuple[int, int, int]]:
    """Verbs of a clause behind "and", each with its subject, which the parse made one list with a noun before, and the verb before.

    "Zintan was shelled in May and four members of the council were killed" has no council that is shelled.
    """
    for noun in tokens:
        if noun.dep != "conj" or noun.head > noun.i or not any(c.dep == "cc" and c.head == noun.i and c.i < noun.i for c in tokens):
            continue
        last = _last_of(tokens, noun.i)
        verb = _verb_behind(tokens, last + 1)
        above = next((a for a in _above(tokens, noun.i) if tokens[a].pos in ("VERB", "AUX") and (verb is None or a != verb.i)), None)
        if verb is None or above is None or above == verb.i or _has_subject(tokens, verb.i, noun.i):
            continue
        helped = verb.i > last + 1
        counted = noun.pos == "NUM" or any(c.dep == "nummod" and c.head == noun.i for c in tokens[: noun.i])
        if verb.dep in ("conj", "parataxis") if helped else counted and last == noun.i and verb.dep in ("amod", "case", "conj"):
            yield verb.i, noun.i, above


def _has_subject(tokens: tuple[Token, ...], verb: int, noun: int) -> bool:
    """Whether a verb has a subject, be it not a phrase behind a preposition that the noun was made one list with."""
    subjects = [c.i for c in tokens if c.head == verb and c.dep.startswith("nsubj")]
    return any(not (i in _above(tokens, noun) and _is_placed(tokens, i)) for i in subjects)


def _is_placed(tokens: tuple[Token, ...], i: int) -> bool:
    return any(c.head == i and c.dep == "case" and c.i < i for c in tokens)


def _last_of(tokens: tuple[Token, ...], noun: int) -> int:
    """The last word of a phrase that runs on without a gap."""
    last = noun
    while last + 1 < len(tokens) and tokens[last + 1].pos not in ("VERB", "AUX", "PUNCT") and noun in (_above(tokens, last + 1)):
        last += 1
    return last


def _verb_behind(tokens: tuple[Token, ...], i: int) -> Token | None:
    """The finite verb, or the verb of the auxiliary, that stands at a token."""
    if i >= len(tokens):
        return None
    token = tokens[i]
    if token.dep.startswith("aux") and token.head > i:
        return tokens[token.head]
    return token if token.tag in FINITE else None


def _beside(tokens: tuple[Token, ...], verb: int, subject: int, above: int) -> Iterator[Token]:
    replace = msgspec.structs.replace
    noun = tokens[verb].head if tokens[verb].dep in ("amod", "case") else None
    passive = any(c.head == verb and c.dep == "aux:pass" for c in tokens)
    inside = {subject, *(t.i for t in tokens if subject in _above(tokens, t.i))}
    for t in tokens:
        if t.i == verb:
            yield replace(t, head=above, dep="conj", pos="VERB")
        elif t.i == subject:
            yield replace(t, head=verb, dep="nsubj:pass" if passive else "nsubj")
        elif t.i == noun and t.i > verb:
            yield replace(t, head=verb, dep="obj")
        elif t.head == verb and t.dep.startswith("nsubj"):
            yield replace(t, head=above, dep="obl")
        elif t.dep == "cc" and t.head == subject:
            yield replace(t, head=verb)
        elif t.i > verb and t.dep != "punct" and (t.head == above or (t.head in inside and t.i > verb)):
            yield replace(t, head=verb)
        else:
            yield t


def _left(tokens: tuple[Token, ...]) -> Iterator[tuple[int, int, int]]:
    """How some were left and how others were, with those others: "left four dead and several others injured"."""
    for t in tokens:
        noun, verb = tokens[t.head], tokens[tokens[t.head].head]
        if t.dep != "amod" or t.tag != "JJ" or t.head <= t.i or verb.text.lower() not in LEAVING or t.i + 1 >= len(tokens):
            continue
        if noun.head > t.i or tokens[t.i + 1].dep != "cc" or not any(o.head == verb.i and o.dep == "obj" and o.i < t.i for o in tokens):
            continue
        state = tokens[noun.i + 1] if noun.i + 1 < len(tokens) else noun
        if state.head == verb.i and state.dep == "xcomp":
            yield t.i, noun.i, state.i


def _moved(tokens: tuple[Token, ...], moved: dict[int, tuple[int, str]]) -> Iterator[Token]:
    for t in tokens:
        head, dep = moved.get(t.i, (t.head, t.dep))
        yield msgspec.structs.replace(t, head=head, dep=dep)


def _captives(tokens: tuple[Token, ...]) -> Iterator[tuple[int, int]]:
    """What people become who are taken, each with the people: "took 14 soldiers prisoner", read as one phrase."""
    for t in tokens:
        if t.text.lower() not in CAPTIVE or t.i == 0:
            continue
        before = tokens[t.i - 1]
        if before.tag == "NNS" and (
            (t.dep in ("obj", "xcomp") and before.dep == "compound" and before.head == t.i) or (t.dep == "amod" and t.head == before.i)
        ):
            yield t.i, before.i


def _taken(tokens: tuple[Token, ...], captive: int, people: int) -> Iterator[Token]:
    replace = msgspec.structs.replace
    one = tokens[captive].dep != "amod"
    verb = tokens[captive].head if one else next((a for a in _above(tokens, people) if tokens[a].pos == "VERB"), people)
    for t in tokens:
        if t.i == captive and verb != people:
            yield replace(t, head=verb, dep="xcomp")
        elif one and t.i == people:
            yield replace(t, head=verb, dep="obj")
        elif one and t.head == captive and t.i < people:
            yield replace(t, head=people)
        elif t.head == captive and t.i > captive:
            yield replace(t, head=verb)
        else:
            yield t


def _above(tokens: tuple[Token, ...], i: int) -> Iterator[int]:
    """The words above one, nearest first."""
    while tokens[i].head != i:
        i = tokens[i].head
        yield i


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
