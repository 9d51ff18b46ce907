"""Count the relations of our own conflict sentences that a pipeline finds.

python training/frames.py FOLDER [--misses]
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from marsad.model.syntax import Tree
from marsad.reading.syntax import Syntax, load_pipeline, load_tables

HERE = Path(__file__).parent
FILES = (HERE / "frames.txt", HERE / "frames_unseen.txt")
Figures = dict[str, dict[str, float]]
Wanted = tuple[str, str, str]


def read_frames(path: Path) -> Iterator[tuple[str, list[Wanted]]]:
    """Each sentence with the relations wanted of it."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            sentence, _, wanted = line.partition(" | ")
            yield sentence, [_wanted(part) for part in wanted.split("; ")]


def _wanted(part: str) -> Wanted:
    dependent, relation, head = part.split()
    return dependent, relation, head


def has(tree: Tree, wanted: Wanted) -> bool:
    """Whether the tree holds the relation."""
    dependents, relations, heads = (set(part.lower().split("=")) for part in wanted)
    return any(
        token.text.lower() in dependents and token.dep in relations and tree.tokens[token.head].text.lower() in heads
        for token in tree.tokens
    )


def found(syntax: Syntax, frames: list[tuple[str, list[Wanted]]]) -> list[tuple[str, list[Wanted]]]:
    """Each sentence with the relations that its tree lacks."""
    trees = syntax.parse([sentence for sentence, _ in frames])
    return [(sentence, [one for one in wanted if not has(tree, one)]) for (sentence, wanted), tree in zip(frames, trees, strict=True)]


def _load(folder: Path) -> Syntax:
    return Syntax(load_pipeline(folder / "pipeline"), load_tables(folder))


def measure_frames(folder: Path) -> Figures:
    """Percentages of relations and of whole sentences found in each file, as written and in capitals."""
    syntax = _load(folder)
    return {path.stem: _measure(syntax, list(read_frames(path))) for path in FILES}


def _measure(syntax: Syntax, frames: list[tuple[str, list[Wanted]]]) -> dict[str, float]:
    figures: dict[str, float] = {}
    total = sum(len(wanted) for _, wanted in frames)
    for name, shown in (("", frames), (" in capitals", [(text.upper(), wanted) for text, wanted in frames])):
        missed = found(syntax, shown)
        figures[f"relations{name}"] = 100 * (1 - sum(len(gone) for _, gone in missed) / total)
        figures[f"sentences{name}"] = 100 * sum(not gone for _, gone in missed) / len(missed)
    return figures


def main() -> None:
    """Print the share found and, if asked, what is missing."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", action="store_true")
    asked = parser.parse_args()
    for name, figures in measure_frames(asked.folder).items():
        print(name, "  ".join(f"{key} {value:.1f}" for key, value in figures.items()))
    if asked.misses:
        for sentence, gone in found(_load(asked.folder), list(read_frames(FILES[0]))):
            if gone:
                print(f"{sentence}\n    {gone}")


if __name__ == "__main__":
    main()
