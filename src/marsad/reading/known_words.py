"""Which parts a word can play, whatever the sentence: noun, plural, past form ... as one letter each."""

import gzip
from pathlib import Path


class KnownWords:
    """Knows the inflected forms of the language's common words."""

    def __init__(self, parts: dict[str, str]) -> None:
        self._parts = parts

    def parts(self, word: str) -> str:
        """The letters of the parts that the word can play; empty for a word that the list lacks."""
        return self._parts.get(word.lower(), "")


def load_known_words(path: Path) -> KnownWords:
    """The list written by the training script."""
    lines = gzip.decompress(path.read_bytes()).decode("utf-8").splitlines()
    return KnownWords(dict(line.split(" ", 1) for line in lines))
