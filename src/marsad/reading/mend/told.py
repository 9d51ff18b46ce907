"""What is told, where the parse gave it to those to whom it is told, or took its subject for all that is said."""

from collections.abc import Iterator

from marsad.reading.mend.hanging import FINITE, Tokens, as_subject, hung
from marsad.reading.wordlists import word_set

TELLING = word_set("mends", "telling")
SAYING = word_set("mends", "saying_plainly")


def with_told_clauses(tokens: Tokens) -> Tokens:
    """The tokens with each such clause under the verb that tells it."""
    for subject, clause in list(_said_of(tokens)):
        tokens = hung(tokens, {subject: as_subject(tokens, clause), clause: (tokens[clause].head, "ccomp")})
    return hung(tokens, {clause: (verb, "ccomp") for clause, verb in _told(tokens)})


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
