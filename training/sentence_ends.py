"""Compare ways to find sentence ends on running text made of treebank documents.

python training/sentence_ends.py --ud ../shared/ud/en
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from itertools import groupby
from pathlib import Path

import spacy

from evaluate import surface
from marsad.reading.passages import split_passages
from treebank import read_conllu


def documents(path: Path) -> Iterable[tuple[str, set[int]]]:
    """Each document as running text, and where its sentences end; an end without a stop cannot be seen and is left out."""
    for _, sentences in groupby(read_conllu(path), key=lambda sentence: sentence.document):
        text, ends = "", set()
        for sentence in sentences:
            text += surface(sentence)
            if text.rstrip("\"')”’]").endswith((".", "!", "?")):
                ends.add(len(text))
            text += " "
        yield text, ends


def by_sentencizer() -> Callable[[str], set[int]]:
    """Ends by spaCy's rule component."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.max_length = 10_000_000
    return lambda text: {sentence.end_char for sentence in nlp(text).sents}


def by_passages(text: str) -> set[int]:
    """Ends by the reader's own rules."""
    return {passage.end for passage in split_passages(text)}


def main() -> None:
    """Print precision and recall of each way on each test section."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--ud", type=Path, required=True)
    asked = parser.parse_args()
    for name, ends_of in (("passages", by_passages), ("sentencizer", by_sentencizer())):
        for section in ("ewt-test", "gum-open-test"):
            right = found = gold = 0
            for text, ends in documents(asked.ud / f"{section}.conllu"):
                mine = {end for end in ends_of(text) if text[:end].rstrip("\"')”’]").endswith((".", "!", "?"))}
                right, found, gold = right + len(mine & ends), found + len(mine), gold + len(ends)
            print(f"{name:12} {section:14} precision {100 * right / found:.1f}  recall {100 * right / gold:.1f}  of {gold}")


if __name__ == "__main__":
    main()
