"""Measure a pipeline on treebank sentences: gold words, words of our own tokenizer, capitals throughout, and speed.

python training/evaluate.py FOLDER --ud ../shared/ud/en --part test
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy
from spacy.attrs import DEP, HEAD, MORPH, POS, TAG
from spacy.language import Language
from spacy.tokens import Doc

from marsad.model.syntax import Tree
from marsad.reading.casing import Casing, is_shouted
from marsad.reading.known_words import KnownWords
from marsad.reading.lemmas import Lemmas
from marsad.reading.syntax import Syntax, WordTables, load_pipeline, load_tables
from sentence import Sentence
from treebank import bare_doc, mapped, normalised, read_conllu

Row = tuple[str, str, str, str, int, str]  # pos, tag, feats, lemma, head, dep


@dataclass(frozen=True, slots=True)
class Scores:
    """Percentages; attachment leaves punctuation out, as spaCy's scorer does; `core` is the F1 of subjects, objects, obliques, counts."""

    words: int
    upos: float
    xpos: float
    feats: float
    lemma: float
    uas: float
    las: float
    las_with_punct: float
    core: float


def sections(ud: Path, part: str) -> dict[str, list[Sentence]]:
    """The sentences of a treebank part by the name under which they are reported."""
    ewt = list(read_conllu(ud / f"ewt-{part}.conllu"))
    gum = list(read_conllu(ud / f"gum-open-{part}.conllu"))
    return {"ewt": ewt, "gum-open": gum, "gum-open news": [s for s in gum if "news" in s.document]}


def calmed(sentence: Sentence, casing: Casing) -> Sentence:
    """The sentence as the reader hands it on: straight quotes, shouting brought back to usual casing."""
    sentence = normalised(sentence)
    if not is_shouted(" ".join(sentence.words)):
        return sentence
    return replace(sentence, words=tuple(casing.calm(sentence.words)))


def gold_rows(sentence: Sentence) -> list[Row]:
    """What the annotators wrote."""
    columns = (sentence.pos, sentence.tags, sentence.feats, sentence.lemmas, sentence.heads, sentence.deps)
    return list(zip(*columns, strict=True))


def parsed_rows(doc: Doc, lemmas: Lemmas) -> list[Row]:
    """What the pipeline finds."""
    rows = doc.to_array([POS, TAG, MORPH, DEP, HEAD])
    heads = rows[:, 4].astype(numpy.int64) + numpy.arange(len(doc))
    string = doc.vocab.strings.__getitem__
    found: list[Row] = []
    for token, (pos, tag, feats, dep, _), head in zip(doc, rows.tolist(), heads.tolist(), strict=True):
        found.append((string(pos), string(tag), string(feats).removeprefix("_"), lemmas.of(token.text, string(tag)), head, string(dep)))
    return found


def scores(gold: Sequence[list[Row]], found: Sequence[list[Row]]) -> Scores:
    """How far what was found agrees with the gold, word by word."""
    hits: Counter[str] = Counter()
    core = ("nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nummod", "obl:unmarked")
    for sentence, parsed in zip(gold, found, strict=True):
        for (pos, tag, feats, lemma, head, dep), mine in zip(sentence, parsed, strict=True):
            hits["words"] += 1
            hits["upos"] += pos == mine[0]
            hits["xpos"] += tag == mine[1]
            hits["feats"] += feats == mine[2]
            hits["lemma"] += lemma == mine[3]
            attached = head == mine[4]
            labelled = attached and dep == mine[5]
            hits["las_all"] += labelled
            if dep != "punct":
                hits["scored"] += 1
                hits["uas"] += attached
                hits["las"] += labelled
            hits["core_gold"] += dep in core
            hits["core_found"] += mine[5] in core
            hits["core"] += dep in core and labelled
    share = {name: 100 * hits[name] / hits["words"] for name in ("upos", "xpos", "feats", "lemma", "las_all")}
    return Scores(
        words=hits["words"],
        upos=share["upos"],
        xpos=share["xpos"],
        feats=share["feats"],
        lemma=share["lemma"],
        uas=100 * hits["uas"] / hits["scored"],
        las=100 * hits["las"] / hits["scored"],
        las_with_punct=share["las_all"],
        core=200 * hits["core"] / (hits["core_gold"] + hits["core_found"]),
    )


def with_gold_words(nlp: Language, tables: WordTables, sentences: list[Sentence]) -> Scores:
    """Scores when the words are given."""
    docs = nlp.pipe((bare_doc(nlp, tables.known_words, calmed(sentence, tables.casing)) for sentence in sentences), batch_size=256)
    return scores([gold_rows(s) for s in sentences], [parsed_rows(doc, tables.lemmas) for doc in docs])


def surface(sentence: Sentence) -> str:
    """The sentence as running text."""
    pairs = zip(sentence.words, sentence.spaces, strict=True)
    return "".join(word + " " * space for word, space in pairs).strip()


def with_own_words(syntax: Syntax, sentences: list[Sentence]) -> dict[str, float]:
    """F1 of words, and of words with the right UPOS, head and relation, when the text alone is given."""
    hits: Counter[str] = Counter()
    for sentence, tree in zip(sentences, syntax.parse([surface(s) for s in sentences]), strict=True):
        hits += _compare(sentence, tree)
    both = hits["gold"] + hits["found"]
    return {name: 200 * hits[name] / both for name in ("words", "upos", "lemma", "uas", "las")}


def _spans(sentence: Sentence) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = 0
    for word, space in zip(sentence.words, sentence.spaces, strict=True):
        spans.append((start, start + len(word)))
        start += len(word) + space
    return spans


def _compare(sentence: Sentence, tree: Tree) -> Counter[str]:
    hits: Counter[str] = Counter(found=len(tree.tokens), gold=len(sentence.words))
    spans = _spans(sentence)
    index = {span: i for i, span in enumerate(spans)}
    for token in tree.tokens:
        i = index.get((token.start, token.end))
        if i is None:
            continue
        head = tree.tokens[token.head]
        attached = spans[sentence.heads[i]] == (head.start, head.end)
        hits["words"] += 1
        hits["upos"] += sentence.pos[i] == token.pos
        hits["lemma"] += sentence.lemmas[i] == token.lemma
        hits["uas"] += attached
        hits["las"] += attached and sentence.deps[i].lower() == token.dep
    return hits


def speed(nlp: Language, known_words: KnownWords, sentences: list[Sentence]) -> float:
    """Words a second on this core, words given, best of two runs."""
    best = 0.0
    for _ in range(2):
        docs = [bare_doc(nlp, known_words, normalised(sentence)) for sentence in sentences]
        begun = time.process_time()
        count = sum(len(doc) for doc in nlp.pipe(docs, batch_size=256))
        best = max(best, count / (time.process_time() - begun))
    return best


def measure(folder: Path, ud: Path, part: str) -> dict[str, dict[str, float]]:
    """Every figure of the model card, by section and dress."""
    nlp = load_pipeline(folder / "pipeline")
    tables = load_tables(folder)
    found: dict[str, dict[str, float]] = {}
    for name, sentences in sections(ud, part).items():
        shouted = [mapped(sentence, str.upper) for sentence in sentences]
        found[name] = asdict(with_gold_words(nlp, tables, sentences))
        found[f"{name}, in capitals"] = asdict(with_gold_words(nlp, tables, shouted))
        found[f"{name}, own words"] = with_own_words(Syntax(nlp, tables), sentences)
        found[name]["words_per_second"] = speed(nlp, tables.known_words, sentences)
    return found


def report(found: dict[str, dict[str, float]]) -> str:
    """The figures as lines of text."""
    return "\n".join(
        f"{name:28}" + "  ".join(f"{key} {value:.1f}" if value < 1000 else f"{key} {value:.0f}" for key, value in row.items())
        for name, row in found.items()
    )


def main() -> None:
    """Print the figures of one pipeline."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path, help="holds pipeline/, lemmas.tsv and capitals.txt")
    parser.add_argument("--ud", type=Path, required=True)
    parser.add_argument("--part", default="dev", choices=["dev", "test"])
    asked = parser.parse_args()
    print(report(measure(asked.folder, asked.ud, asked.part)))


if __name__ == "__main__":
    main()
