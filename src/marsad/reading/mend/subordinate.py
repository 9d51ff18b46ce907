"""A clause behind "before" or "as" whose subject the parse hung in the clause above: "shelled Zintan before troops entered it"."""

from collections.abc import Iterator

from marsad.reading.mend.hanging import FINITE, Tokens, as_subject, hung, last_of

OPENING = ("before", "after", "as", "until", "since", "while")


def with_subordinate_clauses(tokens: Tokens) -> Tokens:
    """The tokens with each such clause under its own verb, with its subject and the word that opens it."""
    for noun, opening, verb in list(_clauses(tokens)):
        tokens = hung(tokens, {noun: as_subject(tokens, verb), opening: (verb, "mark"), verb: (tokens[noun].head, "advcl")})
    return tokens


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
