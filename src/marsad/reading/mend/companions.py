"""Those harmed beside others: "was killed together with his wife", "the mayor, along with two guards, was wounded"."""

from collections.abc import Iterator

from marsad.reading.mend.hanging import Tokens, above, hung
from marsad.reading.quantities.lexicon import counts_people
from marsad.reading.wordlists import word_set

BESIDE = (("together", "with"), ("along", "with"), ("in", "addition", "to"), ("plus",))
HARMED = word_set("mends", "harmed_beside")
UNDERGONE = ("nsubj:pass", "obj", "nsubj")  # who is harmed, likeliest first
DYING = frozenset({"die", "perish"})
OWN = ("nmod:poss", "nummod")


def with_companions(tokens: Tokens) -> Tokens:
    """The tokens with those who were harmed beside others joined to them."""
    if not any(t.text.lower() in ("with", "addition", "plus") for t in tokens):
        return tokens
    return hung(tokens, {noun: (first, "conj") for noun, first in _beside(tokens)})


def _beside(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Each companion with the one beside whom he was harmed."""
    words = [t.text.lower() for t in tokens]
    for t in tokens:
        opening = next((b for b in BESIDE if tuple(words[t.i : t.i + len(b)]) == b), None)
        bare = opening is None and words[t.i] == "with" and t.i > 0 and tokens[t.i - 1].lemma in HARMED
        if opening is None and not bare:
            continue
        noun = _person(tokens, t.i + (len(opening) if opening else 1))
        if noun is None or (bare and not _told_apart(tokens, noun)):
            continue
        first = _harmed(tokens, t.i, noun)
        if first is not None and first != noun and noun not in above(tokens, first):
            yield noun, first


def _told_apart(tokens: Tokens, noun: int) -> bool:
    """Whether a phrase is counted or says whose people they are, as no weapon is told: "with two guards", "with his wife"."""
    return tokens[noun].pos == "NUM" or any(c.head == noun and c.dep in OWN for c in tokens)


def _person(tokens: Tokens, at: int) -> int | None:
    """The word that heads the phrase of people that begins there."""
    head = at
    while head + 1 < len(tokens) and tokens[head].pos in ("DET", "PRON", "ADJ", "PROPN", "NOUN", "NUM"):
        if tokens[head + 1].pos not in ("ADJ", "PROPN", "NOUN", "NUM") or tokens[head].pos == "NOUN" and tokens[head + 1].pos == "NUM":
            break
        head += 1
    if head >= len(tokens):
        return None
    if tokens[head].pos == "NUM":  # "two of his aides"
        inner = next((c for c in tokens if c.head == head and c.dep == "nmod"), None)
        return head if inner is not None and counts_people(inner) else None
    return head if counts_people(tokens[head]) else None


def _harmed(tokens: Tokens, at: int, noun: int) -> int | None:
    """Who was harmed, by the nearest verb of harm before those words, or by the one that follows them."""
    before = [v for v in tokens[:at] if v.lemma in HARMED and v.pos == "VERB"]
    behind = [v for v in tokens[noun:] if v.lemma in HARMED and v.pos == "VERB"]
    for verb in (*before[-1:], *behind[:1]):
        passive = any(c.head == verb.i and c.dep == "nsubj:pass" for c in tokens)
        for relation in UNDERGONE:
            if relation == "nsubj" and (passive or verb.lemma not in DYING):
                continue
            found = next((c.i for c in tokens if c.head == verb.i and c.dep == relation and c.i < at), None)
            if found is not None:
                return found
    return None
