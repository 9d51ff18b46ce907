"""How a tree's words are hung anew, and the words above one."""

from collections.abc import Iterator, Mapping

import msgspec

from marsad.model.syntax import Token

Tokens = tuple[Token, ...]
FINITE = ("VBD", "VBZ", "VBP")


def hung(tokens: Tokens, anew: Mapping[int, tuple[int, str]]) -> Tokens:
    """The tokens, each of these under the head and in the relation given for it; the same object where that makes no tree."""
    if not anew or _ring(tokens, anew):
        return tokens
    return tuple(msgspec.structs.replace(t, head=anew[t.i][0], dep=anew[t.i][1]) if t.i in anew else t for t in tokens)


def _ring(tokens: Tokens, anew: Mapping[int, tuple[int, str]]) -> bool:
    """Whether some word would hang below itself."""
    for first in anew:
        i, steps = first, 0
        while (head := anew[i][0] if i in anew else tokens[i].head) != i:
            i, steps = head, steps + 1
            if steps > len(tokens):
                return True
    return False


def above(tokens: Tokens, i: int) -> Iterator[int]:
    """The words above one, nearest first."""
    while tokens[i].head != i:
        i = tokens[i].head
        yield i


def as_subject(tokens: Tokens, verb: int) -> tuple[int, str]:
    """Where the subject of a verb hangs, by whether the verb is passive."""
    return verb, "nsubj:pass" if any(c.head == verb and c.dep == "aux:pass" for c in tokens) else "nsubj"


def is_placed(tokens: Tokens, i: int) -> bool:
    """Whether a phrase stands behind a preposition."""
    return any(c.head == i and c.dep == "case" and c.i < i for c in tokens)


def last_of(tokens: Tokens, noun: int) -> int:
    """The last word of a phrase that runs on without a gap."""
    last = noun
    while last + 1 < len(tokens) and tokens[last + 1].pos not in ("VERB", "AUX", "PUNCT") and noun in above(tokens, last + 1):
        last += 1
    return last
