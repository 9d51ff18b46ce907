"""Runs every scorer on all of the evaluation material and writes docs/quality.md.

make quality                             # measure, write the page, fail where a floor is not reached
.venv/bin/python scripts/quality.py --ratchet      # and raise the floors to what is reached, less one point
.venv/bin/python scripts/quality.py --only muc_dev # one measure, printed, nothing written
"""

import argparse
import re
import subprocess
import sys
import tempfile
import time
from itertools import groupby
from pathlib import Path

import scoring
from scoring import Figures, Floors, Measure

PAGE = scoring.ROOT / "docs" / "quality.md"
MARGIN = 0.01
COUNTS = {"gold", "predicted", "n", "broken_evidence", "reports_missing"}


def commit() -> str:
    """Date and hash of the commit that is measured."""
    said = subprocess.run(["git", "log", "-1", "--format=%cs, commit %h"], cwd=scoring.ROOT, capture_output=True, text=True, check=True)
    return said.stdout.strip()


def measured(floors: Floors, only: str | None) -> dict[str, Figures]:
    """The figures of every measure; each material is read once."""
    found: dict[str, Figures] = {}
    with tempfile.TemporaryDirectory() as folder:
        corpora: dict[str, Path] = {}
        for name, measure in floors.measures.items():
            if only is not None and name != only:
                continue
            began = time.monotonic()
            out = Path(folder) / Path(measure.material).stem
            if measure.material not in corpora:
                corpora[measure.material] = scoring.read_measure(measure, out, full=True)
            found[name] = scoring.score_measure(measure, out, corpora[measure.material])
            print(f"{name}: {time.monotonic() - began:.0f} s", file=sys.stderr)
    return found


def rows_of(figures: Figures) -> dict[str, dict[str, float]]:
    """The figures by row and column, as the scorer printed them."""
    rows: dict[str, dict[str, float]] = {}
    for name, value in figures.items():
        row, _, column = name.rpartition(".")
        rows.setdefault(row or "all", {})[column] = value
    return rows


def figure_words(column: str, value: float | None) -> str:
    """A figure as a table shows it: counts whole, shares with three digits."""
    if value is None:
        return ""
    return f"{value:.0f}" if column in COUNTS else f"{value:.3f}"


def aims(name: str, measure: Measure, figures: Figures) -> list[str]:
    """The lines that set floors and targets beside what was reached."""
    wanted = [(figure, aim, "floor", figures.get(figure, 0.0) >= aim) for figure, aim in measure.floors.items()]
    wanted += [(figure, aim, "ceiling", figures.get(figure, 1e9) <= aim) for figure, aim in measure.ceilings.items()]
    wanted += [(figure, aim, "target", figures.get(figure, 0.0) >= aim) for figure, aim in measure.targets.items()]
    return [
        f"| {name} | {figure} | {figure_words(figure, figures.get(figure))} | {kind} {aim:g} | {'yes' if reached else '**no**'} |"
        for figure, aim, kind, reached in wanted
    ]


def tables(figures: Figures) -> list[str]:
    """All figures; rows with the same columns stand in one table."""
    lines: list[str] = []
    rows = {row: cells for row, cells in rows_of(figures).items() if row != "reports"}
    for columns, group in groupby(rows.items(), key=lambda row: tuple(row[1])):
        lines += ["", f"| | {' | '.join(columns)} |", f"| --- |{' --- |' * len(columns)}"]
        lines += [f"| {row} | {' | '.join(figure_words(column, cells[column]) for column in columns)} |" for row, cells in group]
    return lines


def page(floors: Floors, found: dict[str, Figures]) -> str:
    """The whole of docs/quality.md."""
    lines = [
        "# Quality", "",
        f"Measured on {commit()}, by `make quality`: the scorers of the evaluation folder `../shared/score` on all of its material.",
        "What each row means is said by each scorer's `--help`. This file is made; it is not edited by hand.", "",
        "| material | figure | measured | aim | reached |", "| --- | --- | --- | --- | --- |",
    ]  # fmt: skip
    for name, figures in found.items():
        lines += aims(name, floors.measures[name], figures)
    for name, figures in found.items():
        measure = floors.measures[name]
        lines += ["", f"## {name}", "", f"`{measure.scorer}.py` on `{measure.material}`.", *tables(figures)]
    return "\n".join(lines) + "\n"


def ratchet(floors: Floors, found: dict[str, Figures]) -> None:
    """floors.yml holds what is reached, less a margin, for every floor and target; nothing becomes looser."""
    text = scoring.FLOORS.read_text(encoding="utf-8")
    for name, figures in found.items():
        measure = floors.measures[name]
        reached = {figure: int((figures.get(figure, 0.0) - MARGIN) * 100) / 100 for figure in {**measure.floors, **measure.targets}}
        raised = {figure: max(floor, measure.floors.get(figure, 0.0)) for figure, floor in reached.items()}
        text = replaced(text, name, "floors", {figure: floor for figure, floor in raised.items() if floor > 0})
        text = replaced(text, name, "sha256", measure.fingerprint()[:16])
    scoring.FLOORS.write_text(text, encoding="utf-8")


def written(value: dict[str, float] | str) -> str:
    """The value as flow YAML."""
    if isinstance(value, str):
        return f'"{value}"'
    return "{" + ", ".join(f'"{figure}": {floor:g}' if "," in figure else f"{figure}: {floor:g}" for figure, floor in value.items()) + "}"


def replaced(text: str, name: str, key: str, value: dict[str, float] | str) -> str:
    """The YAML text with one key of one measure set, everything else as it stands."""
    inner = (
        ", ".join(f'"{figure}": {floor:g}' if "," in figure else f"{figure}: {floor:g}" for figure, floor in value.items())
        if isinstance(value, dict)
        else ""
    )
    line = f"    {key}: {{{inner}}}" if isinstance(value, dict) else f'    {key}: "{value}"'
    head, block, rest = re.split(rf"(^  {re.escape(name)}:\n(?:    .*\n)+)", text, maxsplit=1, flags=re.MULTILINE)
    if re.search(rf"^    {key}:", block, re.MULTILINE):
        block = re.sub(rf"^    {key}:.*$", lambda _: line, block, flags=re.MULTILINE)
    elif value:
        block = re.sub(r"(^    sha256:.*\n(?:    every:.*\n)?)", lambda match: f"{match[1]}{line}\n", block, flags=re.MULTILINE)
    return head + block + rest


def main() -> int:
    """The page is written; 1 where a floor is not reached."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", help="one measure: print it and write nothing")
    parser.add_argument("--ratchet", action="store_true", help="raise the floors to what is reached")
    asked = parser.parse_args()
    if not (scoring.SHARED / "score" / "score.py").exists():
        print(f"{scoring.SHARED} is absent: there is nothing to measure on", file=sys.stderr)
        return 1
    floors = scoring.load_floors()
    found = measured(floors, asked.only)
    if asked.only is None:
        PAGE.write_text(page(floors, found), encoding="utf-8")
    for name, figures in found.items():
        print("\n".join(aims(name, floors.measures[name], figures)))
    low = [f"{name}: {words}" for name, figures in found.items() for words in scoring.shortfalls(floors.measures[name], figures, slack=0.0)]
    print("\n".join(["below the floors:", *low] if low else ["all floors are reached"]))
    if asked.ratchet:
        ratchet(floors, found)
    return 1 if low else 0


if __name__ == "__main__":
    raise SystemExit(main())
