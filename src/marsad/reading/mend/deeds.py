"""Deeds in -ing that do something themselves are nouns: "On Monday fighting broke out", "shelling killed six people"."""

import msgspec

from marsad.model.syntax import Token
from marsad.reading.mend.hanging import Tokens

OF_VERBS = frozenset({"obj", "xcomp", "ccomp", "nsubj", "aux", "mark", "advcl", "obl:agent"})  # what only a verb has of its own


def with_deeds(tokens: Tokens) -> Tokens:
    """The tokens with each bare form in -ing that is a subject as a noun."""
    deeds = [t for t in tokens if t.tag == "VBG" and t.dep in ("nsubj", "nsubj:pass") and _is_bare(tokens, t)]
    if not deeds:
        return tokens
    return tuple(msgspec.structs.replace(t, tag="NN", pos="NOUN") if t in deeds else t for t in tokens)


def _is_bare(tokens: Tokens, deed: Token) -> bool:
    return OF_VERBS.isdisjoint(t.dep for t in tokens if t.head == deed.i)
