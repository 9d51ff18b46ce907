"""Train the syntax pipeline of a language from its treebanks, measure it, and write its model card.

make train
python training/train.py --ud ../shared/ud/en --out build/syntax --set training.max_steps=500
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from pathlib import Path
from typing import Any

import spacy
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config
from thinc.api import use_ops

import capitals
import known_words
import lemmas
from card import write_card
from evaluate import measure
from frames import measure_frames
from treebank import normalised, read_conllu
from words import fit_tokenizer

HERE = Path(__file__).parent
SHIPPED = ("pipeline", "words.gz", "lemmas.tsv", "capitals.txt", "README.md", "scores.json")


def options() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--ud", type=Path, default=HERE.parent.parent / "shared" / "ud" / "en", help="folder of treebanks")
    parser.add_argument("--out", type=Path, default=HERE / "runs" / "latest", help="folder for the pipeline, its tables and its card")
    parser.add_argument("--runs", type=Path, help="folder for what training leaves behind; run/ below the other by default")
    parser.add_argument("--config", type=Path, default=HERE / "config.cfg")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="change a value of the config")
    parser.add_argument("--part", default="test", choices=["dev", "test"], help="treebank part to measure on")
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
    nlp.meta.update(
        name="marsad_syntax",
        version="1.0.0",
        description="Tags, features and Universal Dependencies for English reports",
        license="CC BY-SA 4.0",
        sources=[{"name": "UD English EWT", "license": "CC BY-SA 4.0"}, {"name": "GUM", "license": "CC BY 4.0"}],
        performance={},
    )
    shutil.rmtree(shipped, ignore_errors=True)
    nlp.to_disk(shipped)
    labels = {label for names in nlp.pipe_labels.values() for label in names}
    feats = {part for label in labels for pair in label.split("|") for part in (pair, *pair.split("="))}
    bundles = {"|".join(pair for pair in label.split("|") if not pair.startswith("POS=")) for label in labels}
    strings = sorted(labels | feats | bundles | {"_", "ROOT", "dep", "subtok"})
    (shipped / "vocab" / "strings.json").write_text(json.dumps(strings), encoding="utf-8")


def write_tables(treebanks: list[Path], out: Path) -> None:
    """The word list, and lemmas and capitals learned from the treebanks."""
    sentences = [normalised(sentence) for path in treebanks for sentence in read_conllu(path)]
    out.mkdir(parents=True, exist_ok=True)
    inflected = known_words.inflections()
    known_words.write(out / "words.gz", known_words.parts(inflected))
    lemmas.write(out / "lemmas.tsv", *lemmas.table(sentences, inflected))
    capitals.write(out / "capitals.txt", capitals.usual(sentences, HERE / "own.grammar"))


def main() -> None:
    """Train, keep the best weights, measure them, and write them with their card."""
    asked = options()
    files = {part: [asked.ud / f"{name}-{part}.conllu" for name in ("ewt", "gum-open")] for part in ("train", "dev")}
    paths = {f"paths.{part}": ",".join(map(str, names)) for part, names in files.items()}
    config = load_config(asked.config, overrides={**paths, **overrides(asked.set)}, interpolate=False)
    write_tables(files["train"], asked.out)
    config["paths"]["words"] = str(asked.out / "words.gz")
    runs = asked.runs or asked.out / "run"
    runs.mkdir(parents=True, exist_ok=True)
    with use_ops("numpy", use_blis=False):  # numpy's own matrix product is more than twice as fast on one thread
        train(init_nlp(config), runs, stdout=sys.stdout, stderr=sys.stderr)
    export(runs / "model-best", asked.out / "pipeline")
    figures = {**measure(asked.out, asked.ud, asked.part), **measure_frames(asked.out)}
    write_card(asked.out, figures, asked.part)
    print(f"{asked.out}: to ship it, copy {', '.join(SHIPPED)} to src/marsad/languages/en/syntax")


if __name__ == "__main__":
    main()
