"""The words that are usually written with capitals, for sentences set in capitals throughout."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from own import read_grammar
from sentence import Sentence


def usual(sentences: Iterable[Sentence], grammar: Path) -> list[str]:
    """Every word that is mostly written with a capital inside sentences, and the names of our own grammar."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word in sentence.words[1:]:
            seen[word.lower()][word] += 1
    for _, productions in read_grammar(grammar).values():
        for item in (item for production in productions for item in production.items):
            for word in item.words:
                seen[word.lower()][word] += 1
    forms = (counted.most_common(1)[0][0] for counted in seen.values())
    return sorted(form for form in forms if form != form.lower() and form.lower() != "is")


def write(path: Path, forms: list[str]) -> None:
    """The words, one a line."""
    path.write_text("".join(form + "\n" for form in forms), encoding="utf-8")
