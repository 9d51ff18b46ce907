"""Sentences to trees: the one place that knows the parser behind them."""

import re
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from functools import cache
from pathlib import Path

from marsad.reading.cores import ONE_THREAD  # before numpy, which spaCy loads

# isort: split
import msgspec
import numpy as np
import spacy
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, ORTH, POS, TAG
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from thinc.api import use_ops

from marsad.errors import UsageError
from marsad.model.syntax import Token, Tree
from marsad.reading.casing import Casing, is_shouted, load_casing
from marsad.reading.known_words import KnownWords, load_known_words
from marsad.reading.lemmas import Lemmas, load_lemmas
from marsad.reading.steps import annotate
from marsad.reading.word_vectors import keep_word_vectors

LONGEST = 2_000  # characters of a sentence that are parsed; what lies beyond carries no tokens
BATCH = 64  # sentences parsed at once: more of them make matrices that memory is cleared for each time
KEPT = 30_000  # words that the vocabulary keeps from one batch to the next
OURS = Path(__file__).parent.parent / "languages" / "en" / "syntax"
NEEDED = frozenset({"nsubj", "nsubj:pass", "obj", "obl"})
LEMMATIZERS = frozenset({"lemmatizer", "trainable_lemmatizer"})
GIVEN_BACK = 31 << 20  # bytes; beyond 32 MB the memory's owner no longer learns from it
PAUSE = "\x1f"  # where a comma is parsed that stands in no text
COLUMNS = [ORTH, LEMMA, POS, TAG, MORPH, DEP, HEAD]

_PLAIN = str.maketrans(
    dict.fromkeys("\u2018\u2019\u00b4\u0060", "'")
    | dict.fromkeys("\u201c\u201d", '"')
    | dict.fromkeys("\t\n\r\x0b\x0c\x85\xa0\u2002\u2003\u2009\u200a\u2028\u2029\u202f\u3000", " ")
)
_PASSERS = re.compile(r"\b([Pp])asser(s?)-by\b")  # to the tokenizer three words, of which the last is a preposition
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


class WordTables(msgspec.Struct, frozen=True):
    """What is known of words beside the trained pipeline."""

    known_words: KnownWords
    casing: Casing
    lemmas: Lemmas


class Syntax:
    """A parser of sentences; the same sentence always gives the same tree."""

    def __init__(self, nlp: Language, tables: WordTables) -> None:
        self._nlp = nlp
        self._casing = tables.casing
        # A pipeline that brings its lemmas keeps them, and its documents come without ours.
        lemmatized = not LEMMATIZERS.isdisjoint(nlp.pipe_names)
        self._lemmas = None if lemmatized else tables.lemmas
        self._known_words = KnownWords({}) if lemmatized else tables.known_words
        self._lists_words = not lemmatized

    def knows(self, word: str) -> bool:
        """Whether a word is one of the language's common words; true of every word where the pipeline brings no list."""
        return not self._lists_words or bool(self._known_words.parts(word))

    def parse(self, sentences: Sequence[str]) -> list[Tree]:
        """One tree per sentence, in order, with offsets into that sentence as it was given."""
        trees: list[Tree] = []
        for first in range(0, len(sentences), BATCH):
            # Further strings met in hostile or endless input must not stay in the vocabulary.
            with nullcontext() if len(self._nlp.vocab) < KEPT else self._nlp.memory_zone():
                trees.extend(self._parse_batch(sentences[first : first + BATCH]))
        return trees

    def _parse_batch(self, sentences: Sequence[str]) -> Iterator[Tree]:
        prepared = [self._prepare(text) for text in sentences]
        docs = annotate(self._nlp, [doc for doc, _ in prepared])
        for text, (_, starts), doc in zip(sentences, prepared, docs, strict=True):
            yield Tree(text, self._tokens(text, starts, doc))

    def _prepare(self, text: str) -> tuple[Doc, list[int]]:
        """The words of a sentence as one parser sentence, and where each starts."""
        words: list[str] = []
        starts: list[int] = []
        spaces: list[bool] = []
        for token in self._nlp.make_doc(plain(within_limit(text)).replace(PAUSE, " ")):
            if token.is_space:
                continue
            if token.idx and text[token.idx - 1] == PAUSE:
                words.append(",")
                starts.append(token.idx - 1)
                spaces.append(True)
            words.append(token.text)
            starts.append(token.idx)
            spaces.append(bool(token.whitespace_))
        if is_shouted(text):
            words = self._casing.calm(words)
        return parser_doc(self._nlp, self._known_words, words, spaces), starts

    def _tokens(self, text: str, starts: list[int], doc: Doc) -> tuple[Token, ...]:
        if not starts:
            return ()
        string = self._nlp.vocab.strings.__getitem__
        lemmas = self._lemmas
        none = self._nlp.vocab.strings["_"]
        rows = doc.to_array(COLUMNS)
        heads, roots = _heads(rows[:, -1].astype("int64").tolist())
        tokens = []
        for i, (orth, lemma, pos, tag, feats, dep, _) in enumerate(rows.tolist()):
            word, penn, start = string(orth), string(tag), starts[i]
            end = start + len(word)
            tokens.append(
                Token(
                    i,
                    start,
                    end,
                    text[start:end],
                    lemmas.of(word, penn) if lemmas else string(lemma),
                    string(pos),
                    penn,
                    "" if feats == none else string(feats),
                    heads[i],
                    "parataxis" if i in roots[1:] else string(dep).lower(),
                )
            )
        return tuple(tokens)


def _heads(steps: list[int]) -> tuple[list[int], list[int]]:
    """Head indexes with every root but the first hung on the first, and the roots that the parser had left."""
    heads = [i + step for i, step in enumerate(steps)]
    roots = [i for i, head in enumerate(heads) if head == i]
    for i in roots[1:]:
        heads[i] = roots[0]
    return heads, roots


def parser_doc(nlp: Language, known_words: KnownWords, words: Sequence[str], spaces: Sequence[bool]) -> Doc:
    """The words as one parser sentence, its start fixed, each word with the parts it can play in the place of its lemma."""
    starts: list[bool | int | None] = [1, *([-1] * (len(words) - 1))] if words else []
    return Doc(nlp.vocab, words=list(words), spaces=list(spaces), sent_starts=starts, lemmas=[known_words.parts(word) for word in words])


def load_tables(folder: Path) -> WordTables:
    """The tables that the training script wrote into a folder."""
    return WordTables(load_known_words(folder / "words.gz"), load_casing(folder / "capitals.txt"), load_lemmas(folder / "lemmas.tsv"))


def within_limit(text: str) -> str:
    """The text up to the last space before the limit, whole if it is short enough."""
    if len(text) <= LONGEST:
        return text
    return text[: text.rfind(" ", 0, LONGEST) if " " in text[:LONGEST] else LONGEST]


def plain(text: str) -> str:
    """The text as the parser was trained to see it, character for character: straight quotes, plain spaces, bystanders for passers-by."""
    text = _PASSERS.sub(lambda m: ("B" if m[1] == "P" else "b") + "ystander" + m[2], text)
    return _HALF_CHARACTER.sub("\ufffd", text.translate(_PLAIN))


@cache
def load_syntax(path: Path | None = None) -> Syntax:
    """The shipped parser, or a larger spaCy pipeline that the user names; refused unless it speaks Universal Dependencies."""
    nlp = load_pipeline(path or OURS / "pipeline")
    if path is None:
        keep_word_vectors(nlp)
    return Syntax(nlp, load_tables(OURS))


def load_pipeline(path: Path) -> Language:
    """A spaCy pipeline with a parser of Universal Dependencies, without what trees do not need."""
    _keep_memory()
    with use_ops("numpy", use_blis=not ONE_THREAD):
        nlp = spacy.load(path, exclude=["ner", "senter"])
    if isinstance(nlp.tokenizer, Tokenizer):
        nlp.tokenizer.max_cache_size = KEPT
    if not NEEDED.issubset(nlp.pipe_labels.get("parser", ())):
        raise UsageError(f"{path}: the pipeline has no parser with Universal Dependencies labels")
    return nlp


def _keep_memory() -> None:
    """The memory of one batch's matrices is kept for the next: glibc keeps free twice the largest block that it was given back."""
    np.empty(GIVEN_BACK, dtype=np.uint8)
