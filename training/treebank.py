"""Treebank sentences as plain values: reading CoNLL-U, normalising, varying the casing, and the training corpus made of them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from marsad.reading.known_words import KnownWords, load_known_words
from marsad.reading.syntax import parser_doc
from own import Writer
from sentence import Sentence

QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u00b4": "'", "\u0060": "'"})
SMALL = frozenset("a an the of in on at to for from by with and or but as than per via nor".split())


def read_conllu(path: Path) -> Iterator[Sentence]:
    """Every sentence of a CoNLL-U file, in order."""
    document = ""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.strip("\n").split("\n")
        for line in lines:
            if line.startswith("# newdoc id = "):
                document = line.removeprefix("# newdoc id = ")
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        if rows:
            yield _sentence(document, lines, rows)


def _sentence(document: str, lines: list[str], rows: list[list[str]]) -> Sentence:
    text = next((line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")), "")
    joined, space_of = _multiword(rows)
    words = [row for row in rows if row[0].isdigit()]
    spaces = [space_of.get(int(row[0]), int(row[0]) not in joined and "SpaceAfter=No" not in row[9]) for row in words]
    return Sentence(
        document=document,
        text=text,
        words=tuple(row[1] for row in words),
        spaces=tuple(spaces),
        lemmas=tuple(row[2] for row in words),
        pos=tuple(row[3] for row in words),
        tags=tuple(row[4] for row in words),
        feats=tuple("" if row[5] == "_" else row[5] for row in words),
        heads=tuple(int(row[6]) - 1 if row[6] != "0" else i for i, row in enumerate(words)),
        deps=tuple("ROOT" if row[7] == "root" else row[7] for row in words),
    )


def _multiword(rows: list[list[str]]) -> tuple[set[int], dict[int, bool]]:
    """The word numbers glued to their right neighbour inside a written word, and the space after each written word's last part."""
    joined: set[int] = set()
    space_of: dict[int, bool] = {}
    for row in rows:
        first, dash, last = row[0].partition("-")
        if dash:
            joined.update(range(int(first), int(last)))
            space_of[int(last)] = "SpaceAfter=No" not in row[9]
    return joined, {**dict.fromkeys(joined, False), **space_of}


def normalised(sentence: Sentence) -> Sentence:
    """The sentence as the reader will see it: straight quotes."""
    return replace(sentence, words=tuple(word.translate(QUOTES) for word in sentence.words))


def mapped(sentence: Sentence, change: Callable[[str], str]) -> Sentence:
    """The sentence with every word changed by a function; a word whose length would change stays."""
    words = tuple(new if len(new := change(word)) == len(word) else word for word in sentence.words)
    return replace(sentence, words=words)


def titled(sentence: Sentence) -> Sentence:
    """The sentence set like a headline: capitals on every word but the small ones."""
    words = [word if i and word.lower() in SMALL else word[:1].upper() + word[1:] for i, word in enumerate(sentence.words)]
    return replace(sentence, words=tuple(words))


def unpointed(sentence: Sentence) -> Sentence:
    """The sentence without its final full stop, as headlines and bullets are written; unchanged when something hangs on the stop."""
    last = len(sentence.words) - 1
    if last < 2 or sentence.words[last] != "." or last in sentence.heads[:last]:
        return sentence
    columns = ("words", "spaces", "lemmas", "pos", "tags", "feats", "heads", "deps")
    return replace(sentence, **{name: getattr(sentence, name)[:-1] for name in columns})


@dataclass(frozen=True, slots=True)
class Variation:
    """How often a training sentence is shown in another dress."""

    upper: float = 0.0
    lower: float = 0.0
    title: float = 0.0
    unpointed: float = 0.0

    def apply(self, sentence: Sentence, draw: random.Random) -> Sentence:
        """The sentence in the dress that chance picks."""
        if draw.random() < self.unpointed:
            sentence = unpointed(sentence)
        pick = draw.random()
        if pick < self.upper:
            return mapped(sentence, str.upper)
        if pick < self.upper + self.lower:
            return mapped(sentence, str.lower)
        if pick < self.upper + self.lower + self.title:
            return titled(sentence)
        return sentence


def gold_doc(nlp: Language, sentence: Sentence) -> Doc:
    """A fully annotated spaCy document of one sentence."""
    return Doc(
        nlp.vocab,
        words=list(sentence.words),
        spaces=list(sentence.spaces),
        lemmas=list(sentence.lemmas),
        pos=list(sentence.pos),
        tags=list(sentence.tags),
        morphs=list(sentence.feats),
        heads=list(sentence.heads),
        deps=list(sentence.deps),
    )


def bare_doc(nlp: Language, known_words: KnownWords, sentence: Sentence) -> Doc:
    """The same words as the reader hands them to the parser: unannotated but for the word list, one sentence by decree."""
    return parser_doc(nlp, known_words, sentence.words, sentence.spaces)


@spacy.registry.readers("marsad.Treebanks.v1")  # type: ignore[misc]
def treebanks(
    files: str, upper: float, lower: float, title: float, no_stop: float, own: int, words: str, seed: int
) -> Callable[[Language], Iterator[Example]]:
    """A corpus over comma-separated CoNLL-U files, with that many sentences of our own drawn anew for each epoch."""
    variation = Variation(upper, lower, title, no_stop)
    draw = random.Random(seed)
    known_words = load_known_words(Path(words))
    sentences = [normalised(sentence) for name in files.split(",") for sentence in read_conllu(Path(name))]
    writer = Writer(Path(__file__).parent / "own.grammar", sentences) if own else None

    def read(nlp: Language) -> Iterator[Example]:
        order = list(sentences)
        if writer:
            order.extend(writer.write(draw) for _ in range(own))
        draw.shuffle(order)
        for sentence in order:
            shown = variation.apply(sentence, draw)
            yield Example(bare_doc(nlp, known_words, shown), gold_doc(nlp, shown))

    return read
