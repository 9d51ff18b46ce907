"""Sentences set in capitals, brought back to the casing that a parser knows."""

import re
from collections.abc import Sequence
from pathlib import Path

_SMALL_LETTER = re.compile("[a-z]")
_CAPITAL = re.compile("[A-Z]")


def is_shouted(text: str) -> bool:
    """Whether a sentence is set in capitals throughout, but for the odd small letter."""
    capitals = len(_CAPITAL.findall(text))
    return capitals > 10 and capitals > 4 * len(_SMALL_LETTER.findall(text))


class Casing:
    """Knows the words that are usually written with capitals."""

    def __init__(self, forms: Sequence[str]) -> None:
        self._forms = {form.lower(): form for form in forms}

    def calm(self, words: Sequence[str]) -> list[str]:
        """The words of a shouted sentence as they are usually written; no word changes its length."""
        calmed = [self._calm(word) for word in words]
        if calmed:
            calmed[0] = _same_length(calmed[0][:1].upper() + calmed[0][1:], words[0])
        return calmed

    def _calm(self, word: str) -> str:
        low = word.lower()
        return _same_length(self._forms.get(low, low), word)


def _same_length(new: str, old: str) -> str:
    return new if len(new) == len(old) else old


def load_casing(path: Path) -> Casing:
    """The words listed by the training script, one a line."""
    return Casing(path.read_text(encoding="utf-8").split())
