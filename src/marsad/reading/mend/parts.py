"""Wholes that the parse made a second subject beside their part: "2,000 of the town's 20,000 people", "half of Zintan's 40,000 people"."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from marsad.reading.mend.hanging import Tokens, as_subject, hung
from marsad.reading.wordlists import word_set

SUBJECTS = ("nsubj", "nsubj:pass")
SHARES = word_set("mends", "shares")
OWNER = 6  # tokens of an owner: "the besieged town"
MEASURED = ("ADJ", "VERB", "ADV", "NUM")  # what may stand between an owner and what it owns: "estimated 20,000"


class _Part(NamedTuple):
    """A part, the "of" behind it, the owner of the whole and the whole."""

    part: int
    of: int
    owner: int
    whole: int


def with_wholes(tokens: Tokens) -> Tokens:
    """The tokens with each such whole under the number or share that is a part of it, and the part as the subject of their verb."""
    for found in list(_wholes(tokens)):
        tokens = hung(tokens, _around(tokens, found))
    for every, but, noun in list(_all_but(tokens)):
        whole = tokens[every]
        of = {t.i: (noun, t.dep) for t in tokens if t.head == every and t.i > noun}
        tokens = hung(tokens, of | {every: (noun, "advmod"), but: (every, "fixed"), noun: (whole.head, whole.dep)})
    return tokens


def _all_but(tokens: Tokens) -> Iterator[tuple[int, int, int]]:
    """Each "all" with the "but" and the noun of what is left out, on which it belongs: "all but two districts of Zintan"."""
    for every, but in pairwise(tokens):
        if every.text.lower() == "all" and but.text.lower() == "but":
            noun = next((t for t in tokens[but.i + 1 :] if t.head in (every.i, every.head) and t.dep in ("conj", "nmod", "obl")), None)
            if noun is not None and every.head != every.i and noun.pos in ("NOUN", "NUM"):
                yield every.i, but.i, noun.i


def _wholes(tokens: Tokens) -> Iterator[_Part]:
    """Each part of an owner's counted people."""
    for of in tokens[1:]:
        before = tokens[of.i - 1]
        if of.text.lower() != "of" or not (before.pos == "NUM" or before.text.lower() in SHARES):
            continue
        mark = next((t.i for t in tokens[of.i + 2 : of.i + OWNER] if t.tag == "POS"), None)
        if mark is None or any(t.pos in ("VERB", "PUNCT") for t in tokens[of.i : mark]):
            continue
        noun = next((t for t in tokens[mark + 1 :] if t.pos not in MEASURED), None)
        if noun is not None and noun.pos == "NOUN" and noun.i > mark + 1 and tokens[noun.i - 1].pos == "NUM":
            yield _Part(before.i, of.i, mark - 1, noun.i)


def _around(tokens: Tokens, found: _Part) -> dict[int, tuple[int, str]]:
    """Where the words of such a phrase hang; nothing is moved where the whole hangs on its part already."""
    part, of, owner, whole = found
    verb = next((tokens[i].head for i in (whole, part) if tokens[i].dep in SUBJECTS and tokens[i].head > whole), None)
    if verb is None or (tokens[whole].head, tokens[whole].dep, tokens[part].head) == (part, "nmod", verb):
        return {}
    anew = {of: (whole, "case"), owner: (whole, "nmod:poss"), whole: (part, "nmod"), part: as_subject(tokens, verb)}
    anew[whole - 1] = (whole, "nummod")
    anew |= {t.i: (whole, "amod") for t in tokens[owner + 2 : whole - 1] if t.pos in ("ADJ", "VERB")}
    anew |= {t.i: (part, "nummod") for t in tokens[:part] if t.head == verb and t.pos == "NUM" and t.dep in SUBJECTS}
    if tokens[verb].dep.startswith("acl") and tokens[verb].head == part:
        above = tokens[part].head
        anew[verb] = (verb if above == part else above, tokens[part].dep)
    return anew
