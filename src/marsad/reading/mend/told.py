"""Clauses that the parse gave to those to whom they are told: "told the mission that nine soldiers had been killed"."""

from collections.abc import Iterator

from marsad.reading.mend.hanging import Tokens, hung
from marsad.reading.wordlists import word_set

TELLING = word_set("mends", "telling")


def with_told_clauses(tokens: Tokens) -> Tokens:
    """The tokens with each such clause under the verb that tells it."""
    return hung(tokens, {clause: (verb, "ccomp") for clause, verb in _told(tokens)})


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
