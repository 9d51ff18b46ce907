"""What a deed was done to, hung on its doer: "the evacuation by the Red Cross of 210 wounded", "the killing by police of nine men"."""

from collections.abc import Iterator

from marsad.model.syntax import Token
from marsad.reading.mend.hanging import Tokens, above, hung


def with_those_done_to(tokens: Tokens) -> Tokens:
    """The tokens with each counted phrase of what was done to on the deed, and not on the doer."""
    return hung(tokens, {t.i: (deed, "nmod") for t, deed in list(_done_to(tokens))})


def _done_to(tokens: Tokens) -> Iterator[tuple[Token, int]]:
    """Each counted phrase with "of" below a doer named with "by", with the noun that the doer belongs to."""
    for t in tokens:
        counted = t.pos == "NUM" or any(c.head == t.i and c.dep == "nummod" for c in tokens)
        if t.dep != "nmod" or not counted or not _has(tokens, t.i, "of"):
            continue
        doer = next((i for i in above(tokens, t.i) if tokens[i].dep == "nmod" and _has(tokens, i, "by")), None)
        if doer is not None and tokens[doer].i < t.i and tokens[tokens[doer].head].pos == "NOUN" and tokens[doer].head < doer:
            yield t, tokens[doer].head


def _has(tokens: Tokens, noun: int, word: str) -> bool:
    """Whether a phrase stands behind this preposition."""
    return any(c.head == noun and c.dep == "case" and c.text.lower() == word for c in tokens)
