"""What people are left or taken as: "left four dead and several others injured", "took 14 soldiers prisoner"."""

from collections.abc import Iterator
from itertools import pairwise

import msgspec

from marsad.model.syntax import Token
from marsad.reading.mend.hanging import Tokens, above, hung
from marsad.reading.quantities.nouns import CAPTIVE
from marsad.reading.wordlists import word_set

LEAVING = word_set("mends", "leaving")
LOSING = word_set("mends", "losing")
TREATING = word_set("mends", "treating")
FALLEN = word_set("mends", "fallen")
FATES = word_set("mends", "fates")


def with_fates(tokens: Tokens) -> Tokens:
    """The tokens with those left dead and those left hurt told apart, and with captives as the object of their taking."""
    tokens = hung(tokens, {fate: (verb, "xcomp") for fate, verb in _last(tokens)})
    tokens = hung(tokens, {last: (first, "conj") for last, first in list(_all_left(tokens))})
    lost = list(_lost(tokens))
    tokens = hung(tokens, {i: (verb, "obj") for i, verb, _ in lost} | {i: (dead, "conj") for _, _, more in lost for dead, i in more})
    counted = {i for i, _, more in lost for i in (i, *(m for _, m in more))}
    tokens = tuple(msgspec.structs.replace(t, pos="NOUN", tag="NNS") if t.i in counted else t for t in tokens) if lost else tokens
    numbers = {c.i: (c.head, "nummod") for c in tokens if c.head in counted and c.pos == "NUM"}
    tokens = hung(tokens, numbers)
    for number, dead in list(_spoken_of(tokens)):
        behind = {c.i: (dead, c.dep) for c in tokens if c.head == number}
        tokens = hung(tokens, behind | {dead: (tokens[number].head, tokens[number].dep), number: (dead, "nummod")})
        tokens = tuple(msgspec.structs.replace(t, pos="NOUN", tag="NNS") if t.i == dead else t for t in tokens)
    for dead, others, hurt in list(_left(tokens)):
        tokens = hung(tokens, {dead: (tokens[hurt].head, "xcomp"), others: (hurt, "nsubj:pass"), hurt: (dead, "conj")})
    for captive, people in list(_captives(tokens)):
        tokens = hung(tokens, _taken(tokens, captive, people))
    return tokens


def _lost(tokens: Tokens) -> Iterator[tuple[int, int, list[tuple[int, int]]]]:
    """Numbers of dead or hurt that a side lost, with the verb and what is joined to them: "lost 27 dead and 64 wounded"."""
    for t in tokens:
        verb = tokens[t.head]
        if t.dep != "xcomp" or t.text.lower() not in FALLEN or verb.lemma not in LOSING or verb.i >= t.i:
            continue
        if any(c.head == t.i and c.pos == "NUM" and c.i == t.i - 1 for c in tokens):
            yield t.i, verb.i, [(t.i, c.i) for c in tokens if c.head == t.i and c.dep == "conj" and c.text.lower() in FALLEN]


def _spoken_of(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Numbers behind a preposition with the fate of those counted, which the parse gave to the verb: "spoke of 40 dead"."""
    for number, fate in pairwise(tokens):
        beside = number.pos == "NUM" and number.dep in ("obl", "nmod") and fate.text.lower() in FALLEN and fate.tag == "JJ"
        if beside and fate.dep in ("xcomp", "acl", "advmod", "amod") and fate.head in (number.head, number.i):
            yield number.i, fate.i
        taken = number.pos == "NUM" and number.dep == "obj" and tokens[number.head].lemma in TREATING
        if taken and fate.text.lower() in FALLEN and fate.dep == "xcomp" and fate.head == number.head:
            yield number.i, fate.i  # "had treated 140 wounded"


def _all_left(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """The last of a list of those left, where the parse gave it alone to the fate, with the first: "left 11 men and 3 boys dead"."""
    for t in tokens:
        verb = tokens[t.head]
        if t.text.lower() not in FATES or t.dep != "xcomp" or verb.text.lower() not in LEAVING:
            continue
        last = next((p for p in tokens[verb.i : t.i] if p.head == t.i and p.dep.startswith("nsubj")), None)
        first = next((o for o in tokens[verb.i : t.i] if o.head == verb.i and o.dep == "obj"), None)
        if last is not None and first is not None and first.i < last.i and any(c.head == last.i and c.dep == "cc" for c in tokens):
            yield last.i, first.i


def _last(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """What all of a list are left as, where the parse gave it to the last, with the verb: "left two guards, six men and a boy dead"."""
    for t in tokens:
        before, behind = tokens[t.i - 1], tokens[t.i + 1 : t.i + 2]
        if t.text.lower() not in FATES or t.dep not in ("amod", "conj") or not t.i or before.pos not in ("NOUN", "PROPN"):
            continue
        if t.dep == "amod" and t.head != before.i or any(b.dep == "cc" or b.pos in ("NOUN", "PROPN") for b in behind):
            continue
        verb = next((v for v in tokens[: t.i] if v.text.lower() in LEAVING and v.pos == "VERB"), t)
        between = tokens[verb.i : t.i]
        listed = any(c.dep == "cc" for c in between) and any(c.text == "," for c in between)
        apart = any(c.text.lower() in FATES or (c.head == verb.i and c.dep == "xcomp") for c in between)  # "left six dead and a boy hurt"
        if listed and not apart and verb.i in above(tokens, t.i):
            yield t.i, verb.i


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
        if (before.tag == "NNS" or _is_one_group(tokens, before, t)) and (
            (t.dep in ("obj", "xcomp") and before.dep == "compound" and before.head == t.i) or (t.dep == "amod" and t.head == before.i)
        ):
            yield t.i, before.i


def _is_one_group(tokens: Tokens, people: Token, captive: Token) -> bool:
    """Whether the one word before names who is held: "keeping a family captive"."""
    held = tokens[captive.head].lemma in ("keep", "hold", "take")
    return held and people.tag == "NN" and any(c.dep == "det" and c.head == captive.i for c in tokens)


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
