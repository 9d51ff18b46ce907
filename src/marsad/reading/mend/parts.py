"""So many of a whole whose owner the parse took for the whole: "2,000 of the town's 20,000 people remain"."""

from collections.abc import Iterator

from marsad.reading.mend.hanging import Tokens, hung

SUBJECTS = ("nsubj", "nsubj:pass")


def with_wholes(tokens: Tokens) -> Tokens:
    """The tokens with each such whole under the number that is a part of it, and its owner under the whole."""
    for part, of, owner, whole in list(_wholes(tokens)):
        tokens = hung(tokens, {of: (whole, "case"), owner: (whole, "nmod:poss"), whole: (part, "nmod")})
    return tokens


def _wholes(tokens: Tokens) -> Iterator[tuple[int, int, int, int]]:
    """Each number, the "of" behind it, the owner, and the counted noun that is a second subject of the same verb."""
    for owner in tokens:
        part = tokens[owner.head]
        of = next((c for c in tokens if c.head == owner.i and c.text.lower() == "of" and part.i < c.i < owner.i), None)
        owns = any(c.head == owner.i and c.tag == "POS" for c in tokens)
        if part.pos != "NUM" or part.dep not in SUBJECTS or owner.dep != "nmod" or of is None or not owns:
            continue
        behind = (t for t in tokens[owner.i + 1 :] if t.head == part.head and t.dep in SUBJECTS and t.pos == "NOUN")
        whole = next(behind, None)
        if whole is not None and any(c.head == whole.i and c.dep == "nummod" for c in tokens[owner.i : whole.i]):
            yield part.i, of.i, owner.i, whole.i
