"""The model card: what was trained on what, how well it does, and under which licence it may be passed on."""

from __future__ import annotations

import json
from pathlib import Path

Figures = dict[str, dict[str, float]]

TEXT = """# The English syntax pipeline

Tags (Penn), parts of speech and features (Universal Dependencies), and dependency relations for one sentence at a time: spaCy 3.8,
a shared convolutional encoder over hashed word features, a greedy transition-based parser. No word vectors, nothing downloaded.
Lemmas come from `lemmas.tsv` (forms and endings), the casing of sentences set in capitals from `capitals.txt`; both are learned
from the same treebanks.

- **Made for** reports of conflict and displacement in English: news, wire copy, agency bulletins, headlines.
- **Trained on** the train sections of UD English EWT (web text, CC BY-SA 4.0) and of GUM, its genres with open texts (annotations
  CC BY 4.0, texts CC BY 2.5 to CC BY-SA 3.0), and on sentences of conflict news drawn from our own small grammar
  (`training/own.grammar`). Word forms that the treebanks lack have their lemmas from lemminflect (MIT). No report of the gold or of
  any corpus was used.
- **Licence** of `pipeline/`, `lemmas.tsv` and `capitals.txt`: Creative Commons Attribution-ShareAlike 4.0 International (CC BY-SA
  4.0), with UD English EWT and GUM named as the sources.
- **Made again** with `make train` (about half an hour on one free core; config and seed in `training/config.cfg`). What else was
  tried: `training/recipes.md`.
- **Size** {size:.1f} MB.

## Figures

On the {part} sections. UAS and LAS leave punctuation out, as spaCy's scorer does, and count subtypes (`nsubj:pass` is not `nsubj`);
*core* is the F1 of subjects, objects, obliques and counts. "In capitals" is the same text in upper case throughout.

### Words given

{gold}

### From running text, with our own tokenizer (F1)

{own}

### Our own conflict sentences

Relations that frames need, and sentences with all of theirs, found in `training/frames.txt` (at hand while the grammar was written) and
`training/frames_unseen.txt` (written afterwards, never used to change it):

{frames}

Speed on one core with words given: {speed} words a second (`training/evaluate.py`; a shared machine).

## Weak spots

Web text with unusual spelling, lists and tables, sentences of more than about sixty words, and the attachment of the last
prepositional phrase ("killed 12 in a market in Hama on Tuesday"). Names that the treebanks never show are found by shape and
ending. Treat a relation as evidence, not as proof.
"""


def write_card(folder: Path, figures: Figures, part: str) -> None:
    """README.md and scores.json beside the pipeline."""
    sections = {name: row for name, row in figures.items() if "upos" in row}
    speed = [row["words_per_second"] for row in sections.values() if "words_per_second" in row]
    text = TEXT.format(
        size=sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6,
        part=part,
        gold=_table(
            {name: row for name, row in sections.items() if "own words" not in name},
            {"UPOS": "upos", "XPOS": "xpos", "features": "feats", "lemma": "lemma", "UAS": "uas", "LAS": "las", "core": "core"},
        ),
        own=_table(
            {name.removesuffix(", own words"): row for name, row in sections.items() if "own words" in name},
            {"words": "words", "UPOS": "upos", "lemma": "lemma", "UAS": "uas", "LAS": "las"},
        ),
        frames=_table(
            {name: row for name, row in figures.items() if "relations" in row},
            {name: name for name in ("relations", "sentences", "relations in capitals", "sentences in capitals")},
        ),
        speed=f"{min(speed):,.0f} to {max(speed):,.0f}",
    )
    (folder / "README.md").write_text(text, encoding="utf-8")
    (folder / "scores.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def _table(rows: Figures, columns: dict[str, str]) -> str:
    head = "| section | " + " | ".join(columns) + " |"
    rule = "| --- |" + " ---: |" * len(columns)
    lines = [f"| {name} | " + " | ".join(f"{row[key]:.1f}" for key in columns.values()) + " |" for name, row in rows.items()]
    return "\n".join([head, rule, *lines])
