"""Sentences with trees written by hand, so that a test of the grammar needs no parser."""

from collections.abc import Sequence

from marsad.grammar.sentence import Sentence
from marsad.model.mention import Mentions
from marsad.model.passage import Passage
from marsad.model.syntax import Token, Tree

POS = {"N": "NOUN", "V": "VERB", "J": "ADJ", "I": "ADP", "D": "DET", "W": "PRON", "P": "PRON", "C": "NUM", "R": "ADV", "T": "PART"}


def sentence(words: Sequence[str], *, index: int = 0, mentions: Mentions | None = None) -> Sentence:
    """A sentence from words like "rebels/NNS/2/nsubj": word, tag, the head's number counted from 1 (0 for the root), relation."""
    text = " ".join(word.split("/")[0] for word in words)
    tokens, at = [], 0
    for i, each in enumerate(words):
        word, tag, head, dep = each.split("/")
        pos = "AUX" if dep.startswith("aux") else "PUNCT" if not word.isalnum() else "PROPN" if tag.startswith("NNP") else POS[tag[0]]
        tokens.append(Token(i, at, at + len(word), word, word.lower(), pos, tag, "", int(head) - 1 if int(head) else i, dep))
        at += len(word) + 1
    passage = Passage(field="text", start=0, end=len(text), text=text, index=index, paragraph=0)
    return Sentence(passage, Tree(text, tuple(tokens)), mentions or Mentions())


def at(s: Sentence, word: str) -> int:
    """The first token that is this word."""
    return next(t.i for t in s.tokens if t.text == word)
