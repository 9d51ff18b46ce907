"""What is told, where the parse gave it to those to whom it is told, or took its subject for all that is said.

Whoever signs it behind a dash or colon belongs to no word of it: "Rebels seize town – Red Cross".
"""

from collections.abc import Iterator
from itertools import pairwise

from marsad.reading.mend.hanging import FINITE, Tokens, as_subject, hung
from marsad.reading.voices.cues import cue_forms, words
from marsad.reading.wordlists import word_set

DASHES = ("-", "–", "—", "--")
SIGNING = 5  # words of a name behind the dash
REPORTS = word_set("mends", "reports")
ISSUING = word_set("mends", "issuing")
TELLING = word_set("mends", "telling")
SAYING = word_set("mends", "saying_plainly")


def with_told_clauses(tokens: Tokens) -> Tokens:
    """The tokens with each such clause under the verb that tells it."""
    for subject, clause in list(_said_of(tokens)):
        tokens = hung(tokens, {subject: as_subject(tokens, clause), clause: (tokens[clause].head, "ccomp")})
    for name, root in list(_signed(tokens)):
        under = {t.i: (tokens[name].head, tokens[name].dep) for t in tokens[:name] if t.head == name and t.dep == "compound"}
        tokens = hung(tokens, under | {name: (root, "parataxis")})
    for that, clause in list(_reported(tokens)):
        tokens = hung(tokens, {that: (clause, "mark"), clause: (tokens[clause].head, "acl")})
    return hung(tokens, {clause: (verb, "ccomp") for clause, verb in _told(tokens)})


def _reported(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Each "that" behind a noun for what is said that was taken for an object, and its clause: "reports that shells landed"."""
    for noun, that in pairwise(tokens):
        clause = tokens[that.head]
        object_of = that.text.lower() == "that" and that.dep == "obj" and (clause.head, clause.dep) == (noun.i, "acl:relcl")
        if not object_of or noun.lemma not in REPORTS or clause.lemma in ISSUING or clause.text.lower() in cue_forms():
            continue
        if any(t.head == clause.i and t.dep.startswith("nsubj") and t.i > that.i for t in tokens):
            yield that.i, clause.i


def _signed(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """The name behind a dash, or who speaks behind a colon, that end a sentence with a verb, and that verb."""
    last = len(tokens) - 1 - (tokens[-1].text == ".")
    mark = next((t for t in reversed(tokens[max(1, last - SIGNING) : last]) if t.text in (*DASHES, ":")), None)
    root = next((t for t in tokens if t.head == t.i), None)
    if mark is None or root is None or root.i > mark.i or root.pos not in ("VERB", "AUX"):
        return
    spaced = tokens[mark.i - 1].end < mark.start < mark.end < tokens[mark.i + 1].start
    name = tokens[mark.i + 1 : last + 1]
    heads = [t for t in name if t.head <= mark.i]
    named = len(heads) == 1 and all(t.pos in ("NOUN", "PROPN", "ADJ") for t in name)
    if named and (spaced and heads[0].pos == "PROPN" if mark.text in DASHES else name[-1].text.lower() in words("headline_speakers")):
        yield heads[0].i, root.i


def _said_of(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Each subject that stands apart from its clause: "the mayor says 900 families, half of the town, have been made homeless"."""
    for subject in tokens[:-1]:
        verb = tokens[subject.head]
        if subject.dep != "obj" or verb.lemma not in SAYING or verb.i > subject.i or tokens[subject.i + 1].text != ",":
            continue
        clauses = (c for c in tokens[subject.i + 1 :] if c.head == verb.i and c.dep in ("parataxis", "ccomp", "conj", "advcl"))
        clause = next(clauses, None)
        if clause is None:
            continue
        own = [c for c in tokens if c.head == clause.i and c.i > subject.i and c.dep != "punct"]
        helped = clause.tag in FINITE or any(c.dep.startswith(("aux", "cop")) for c in own)
        first = min([clause.i, *(c.i for c in own)])
        if helped and tokens[first - 1].text == "," and not any(c.dep.startswith(("nsubj", "mark", "cc")) for c in own):
            yield subject.i, clause.i


def _told(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Each clause behind a "that" on the object of such a verb, with the verb."""
    for clause in tokens:
        whom = tokens[clause.head]
        verb = tokens[whom.head]
        if not clause.dep.startswith("acl") or whom.dep not in ("obj", "iobj") or verb.lemma not in TELLING or not whom.i < clause.i:
            continue
        opening = next((t for t in tokens[whom.i + 1 : clause.i] if t.head == clause.i), None)
        if opening is not None and opening.text.lower() == "that" and opening.dep == "mark":
            yield clause.i, verb.i
