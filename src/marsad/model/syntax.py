"""A parsed sentence in Universal Dependencies, free of any library."""

import msgspec


class Token(msgspec.Struct, frozen=True, gc=False):
    """One word; `start` and `end` are offsets in the sentence, `head` is the token's own index for the root."""

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str  # UPOS
    tag: str  # XPOS (Penn)
    feats: str  # UD features, "Number=Plur|..."
    head: int
    dep: str  # UD relation with subtype, lower case: nsubj, nsubj:pass, obl, nmod, acl:relcl, root ...


class Tree(msgspec.Struct, frozen=True):
    """A sentence's tokens and how they depend on each other."""

    text: str
    tokens: tuple[Token, ...]
