"""What people are left or taken as: "left four dead and several others injured", "took 14 soldiers prisoner"."""

from collections.abc import Iterator

from marsad.reading.mend.hanging import Tokens, above, hung
from marsad.reading.quantities.nouns import CAPTIVE

LEAVING = ("left", "leave", "leaves", "leaving")


def with_fates(tokens: Tokens) -> Tokens:
    """The tokens with those left dead and those left hurt told apart, and with captives as the object of their taking."""
    for dead, others, hurt in list(_left(tokens)):
        tokens = hung(tokens, {dead: (tokens[hurt].head, "xcomp"), others: (hurt, "nsubj:pass"), hurt: (dead, "conj")})
    for captive, people in list(_captives(tokens)):
        tokens = hung(tokens, _taken(tokens, captive, people))
    return tokens


def _left(tokens: Tokens) -> Iterator[tuple[int, int, int]]:
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


def _captives(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """What people become who are taken, each with the people: "took 14 soldiers prisoner", read as one phrase."""
    for t in tokens:
        if t.text.lower() not in CAPTIVE or t.i == 0:
            continue
        before = tokens[t.i - 1]
        if before.tag == "NNS" and (
            (t.dep in ("obj", "xcomp") and before.dep == "compound" and before.head == t.i) or (t.dep == "amod" and t.head == before.i)
        ):
            yield t.i, before.i


def _taken(tokens: Tokens, captive: int, people: int) -> dict[int, tuple[int, str]]:
    """Where those words hang, and what stood with them, once the people are the object."""
    one = tokens[captive].dep != "amod"
    verb = tokens[captive].head if one else next((a for a in above(tokens, people) if tokens[a].pos == "VERB"), people)
    moved = [t for t in tokens if t.head == captive and (t.i > captive or (one and t.i < people))]
    anew = {t.i: (people if t.i < people else verb, t.dep) for t in moved}
    if verb != people:
        anew[captive] = (verb, "xcomp")
    if one:
        anew[people] = (verb, "obj")
    return anew
