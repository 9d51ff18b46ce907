"""A "cost" that has an object and was read as a noun: "the battle cost the lives of 15 soldiers", "the raids have cost 15 lives"."""

from collections.abc import Iterator

import msgspec

from marsad.reading.mend.hanging import Tokens, hung
from marsad.reading.mend.verbless import OF_NOUN


def with_costs(tokens: Tokens) -> Tokens:
    """The tokens with each such word as the verb of its clause, with its subject, and whom it cost something as its indirect object."""
    for cost, before in list(_costs(tokens)):
        above = tokens[cost].head
        if tokens[cost].dep == "obj" and tokens[above].lemma == "have":
            over = cost if tokens[above].head == above else tokens[above].head
            anew = {t.i: (cost, t.dep) for t in tokens if t.head == above and t.i not in (cost, above)}
            anew |= {cost: (over, tokens[above].dep), above: (cost, "aux")}
        else:
            anew = {t.i: (before, t.dep) for t in tokens[:before] if t.head == cost and t.dep in OF_NOUN} | {before: (cost, "nsubj")}
        anew |= {t.i: (cost, "iobj") for t in tokens[cost:] if t.head == cost and t.dep == "appos"}
        tokens = tuple(msgspec.structs.replace(t, tag="VBD", pos="VERB") if t.i == cost else t for t in hung(tokens, anew))
    for cost, who, lives in list(_lives(tokens)):
        tokens = hung(tokens, {who: (cost, "iobj"), lives: (cost, "obj")})
        tokens = tuple(msgspec.structs.replace(t, tag="VBD", pos="VERB") if t.i == cost else t for t in tokens)
    return tokens


def _lives(tokens: Tokens) -> Iterator[tuple[int, int, int]]:
    """Lives that the parse hung on those whom something cost them, with both: "cost nine shoppers their lives"."""
    for t in tokens:
        who = tokens[t.head]
        owned = t.text.lower() in ("lives", "life") and any(c.head == t.i and c.dep == "nmod:poss" and c.pos == "PRON" for c in tokens)
        if owned and who.dep == "obj" and who.i < t.i and tokens[who.head].text.lower() in ("cost", "costs", "costing"):
            yield who.head, who.i, t.i


def _costs(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Each such word with its subject, or with the helping verb before it."""
    for t in tokens:
        if t.text.lower() not in ("cost", "costs") or t.pos != "NOUN" or not t.i:
            continue
        before = next((c for c in tokens[: t.i] if c.head == t.i and c.dep == "nsubj"), tokens[t.i - 1])
        served = before.lemma == "have" and before.i == t.head or before.dep in ("compound", "nsubj") and before.head == t.i
        if served and any(c.head == t.i and c.dep == "obj" and c.i > t.i for c in tokens):
            yield t.i, before.i
