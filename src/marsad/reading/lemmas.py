"""Dictionary forms of words: a table of exceptions and learned endings."""

from pathlib import Path

LONGEST_ENDING = 6
KEEP_CASE = frozenset({"NNP", "NNPS"})


class Lemmas:
    """Gives the dictionary form of a word with its Penn tag."""

    def __init__(self, forms: dict[tuple[str, str], str], endings: dict[tuple[str, str], tuple[int, str]]) -> None:
        self._forms = forms
        self._endings = endings
        self._known: dict[tuple[str, str], str] = {}

    def of(self, word: str, tag: str) -> str:
        """The word's dictionary form; the word itself, in lower case unless it is a name, when nothing is known."""
        key = (word, tag)
        found = self._known.get(key)
        if found is None:
            found = self._find(word, tag)
            if len(self._known) < 50_000:
                self._known[key] = found
        return found

    def _find(self, word: str, tag: str) -> str:
        low = word if tag in KEEP_CASE else word.lower()
        form = self._forms.get((low, tag))
        if form is not None:
            return form
        for length in range(min(LONGEST_ENDING, len(low) - 1), 0, -1):
            change = self._endings.get((low[-length:], tag))
            if change is not None:
                cut, add = change
                return low[: len(low) - cut] + add
        return low


def load_lemmas(path: Path) -> Lemmas:
    """The table written by the training script."""
    forms: dict[tuple[str, str], str] = {}
    endings: dict[tuple[str, str], tuple[int, str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        kind, tag, form, *change = line.split("\t")
        if kind == "form":
            forms[form, tag] = change[0]
        else:
            endings[form, tag] = (int(change[0]), change[1])
    return Lemmas(forms, endings)
