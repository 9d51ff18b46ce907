"""Train the syntax pipeline of a language from its treebanks, measure it and write its model card.

    python training/train.py --ud ../shared/ud/en --out build/syntax
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import capitals  # noqa: E402
import lemmas  # noqa: E402
import spacy  # noqa: E402
from spacy.training.initialize import init_nlp  # noqa: E402
from spacy.training.loop import train  # noqa: E402
from spacy.util import load_config  # noqa: E402
from treebank import normalised, read_conllu  # noqa: E402  (and registers the corpus reader)
from words import fit_tokenizer  # noqa: E402

HERE = Path(__file__).parent


def options() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--ud", type=Path, required=True, help="folder of treebanks")
    parser.add_argument("--out", type=Path, required=True, help="folder to write the pipeline to")
    parser.add_argument("--config", type=Path, default=HERE / "config.cfg")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="change a value of the config")
    return parser.parse_args()


def overrides(pairs: list[str]) -> dict[str, Any]:
    """Config changes named on the command line, values read as JSON where they are JSON."""
    found: dict[str, Any] = {}
    for pair in pairs:
        key, _, value = pair.partition("=")
        try:
            found[key] = json.loads(value)
        except json.JSONDecodeError:
            found[key] = value
    return found


def export(trained: Path, shipped: Path) -> None:
    """The trained pipeline without what only training needs: of the strings, the labels alone stay."""
    nlp = spacy.load(trained)
    fit_tokenizer(nlp)
    shutil.rmtree(shipped, ignore_errors=True)
    nlp.to_disk(shipped)
    labels = {label for names in nlp.pipe_labels.values() for label in names}
    feats = {part for label in labels for pair in label.split("|") for part in (pair, *pair.split("="))}
    bundles = {"|".join(pair for pair in label.split("|") if not pair.startswith("POS=")) for label in labels}
    strings = sorted(labels | feats | bundles | {"_", "ROOT", "dep", "subtok"})
    (shipped / "vocab" / "strings.json").write_text(json.dumps(strings), encoding="utf-8")


def write_tables(treebanks: list[Path], out: Path) -> None:
    """Lemmas and capitals, learned from the same sentences."""
    sentences = [normalised(sentence) for path in treebanks for sentence in read_conllu(path)]
    out.mkdir(parents=True, exist_ok=True)
    lemmas.write(out / "lemmas.tsv", *lemmas.table(sentences, lemmas.dictionary()))
    capitals.write(out / "capitals.txt", capitals.usual(sentences, HERE / "own.grammar"))


def main() -> None:
    """Train, keep the best weights, and write them."""
    asked = options()
    files = {
        "train": [asked.ud / "ewt-train.conllu", asked.ud / "gum-open-train.conllu"],
        "dev": [asked.ud / "ewt-dev.conllu", asked.ud / "gum-open-dev.conllu"],
    }
    paths = {f"paths.{part}": ",".join(map(str, names)) for part, names in files.items()}
    config = load_config(asked.config, overrides={**paths, **overrides(asked.set)}, interpolate=False)
    write_tables(files["train"], asked.out)
    nlp = init_nlp(config)
    (asked.out / "run").mkdir(parents=True, exist_ok=True)
    train(nlp, asked.out / "run", stdout=sys.stdout, stderr=sys.stderr)
    export(asked.out / "run" / "model-best", asked.out / "pipeline")


if __name__ == "__main__":
    main()
