"""The lemma table: forms seen in the treebanks, and the endings that their changes teach."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from sentence import Sentence

KEEP_CASE = frozenset({"NNP", "NNPS"})
LONGEST_ENDING = 6
SURE = 0.75

INFLECTED = frozenset({"VBD", "VBN", "VBG", "VBZ"})
BY_HAND = {("bases", "NNS"): "base", ("axes", "NNS"): "axe", ("axed", "VBD"): "axe", ("axed", "VBN"): "axe"}

Key = tuple[str, str]
Change = tuple[int, str]


def table(sentences: Iterable[Sentence], more: Iterable[tuple[str, str, str]] = ()) -> tuple[dict[Key, str], dict[Key, Change]]:
    """Forms whose lemma the endings would get wrong, and the endings."""
    seen: dict[Key, Counter[str]] = defaultdict(Counter)
    listed: dict[Key, list[str]] = defaultdict(list)
    for form, tag, lemma in more:
        listed[form, tag].append(lemma)
    for sentence in sentences:
        for word, tag, lemma in zip(sentence.words, sentence.tags, sentence.lemmas, strict=True):
            if any(letter.isalpha() for letter in word):
                seen[word if tag in KEEP_CASE else word.lower(), tag][lemma] += 1
    forms = {key: _best(seen[key], listed[key], key[1] in INFLECTED) for key in sorted(seen.keys() | listed.keys())}
    forms.update({key: lemma for key, lemma in BY_HAND.items() if key in forms})
    endings = _endings(forms)
    return {key: lemma for key, lemma in forms.items() if by_ending(key, endings) != lemma}, endings


def _best(counted: Counter[str], listed: list[str], checked: bool) -> str:
    """The lemma most often annotated, but one that the word list does not know (a slip of the annotators) gives way to one that it does."""
    if checked and listed:
        counted = Counter({lemma: count for lemma, count in counted.items() if lemma in listed})
    return counted.most_common(1)[0][0] if counted else listed[0]


def _change(form: str, lemma: str) -> Change:
    shared = next((i for i, (a, b) in enumerate(zip(form, lemma, strict=False)) if a != b), min(len(form), len(lemma)))
    return len(form) - shared, lemma[shared:]


def _endings(forms: dict[Key, str]) -> dict[Key, Change]:
    votes: dict[Key, Counter[Change]] = defaultdict(Counter)
    for (form, tag), lemma in forms.items():
        if form.isalpha() and lemma.isalpha():
            for length in range(1, min(LONGEST_ENDING, len(form) - 1) + 1):
                votes[form[-length:], tag][_change(form, lemma)] += 1
    endings: dict[Key, Change] = {}
    for (ending, tag), changes in sorted(votes.items(), key=lambda item: len(item[0][0])):
        change, count = changes.most_common(1)[0]
        total = changes.total()
        inherited = next((endings[k] for n in range(1, len(ending)) if (k := (ending[n:], tag)) in endings), None)
        if count >= 3 and count >= SURE * total and change != inherited and change[0] <= len(ending):
            endings[ending, tag] = change
    return endings


def by_ending(key: Key, endings: dict[Key, Change]) -> str:
    """The lemma that the longest known ending gives."""
    form, tag = key
    for length in range(min(LONGEST_ENDING, len(form) - 1), 0, -1):
        change = endings.get((form[-length:], tag))
        if change is not None:
            return form[: len(form) - change[0]] + change[1]
    return form


def write(path: Path, forms: dict[Key, str], endings: dict[Key, Change]) -> None:
    """The table as tab-separated lines, sorted."""
    lines = [f"form\t{tag}\t{form}\t{lemma}" for (form, tag), lemma in forms.items() if "\t" not in form + lemma]
    lines += [f"ending\t{tag}\t{ending}\t{cut}\t{add}" for (ending, tag), (cut, add) in endings.items()]
    path.write_text("".join(line + "\n" for line in sorted(lines)), encoding="utf-8")
