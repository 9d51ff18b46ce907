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
from pathlib import Path

import scoring
from scoring import Figures, Floors, Measure

PAGE = scoring.ROOT / "docs" / "quality.md"
MARGIN = 0.01
SHOWN = 3


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


def figure_words(value: float | None) -> str:
    """A figure as a table shows it."""
    if value is None:
        return ""
    return f"{value:.0f}" if value == int(value) and abs(value) > 1 else f"{value:.{SHOWN}f}"


def aims(measure: Measure, figures: Figures) -> list[str]:
    """The lines that set floors and targets beside what was reached."""
    wanted = [(name, floor, "floor", figures.get(name, 0.0) >= floor) for name, floor in measure.floors.items()]
    wanted += [(name, floor, "ceiling", figures.get(name, 1e9) <= floor) for name, floor in measure.ceilings.items()]
    wanted += [(name, floor, "target", figures.get(name, 0.0) >= floor) for name, floor in measure.targets.items()]
    wanted += [(name, floor, "target, at most", figures.get(name, 1e9) <= floor) for name, floor in measure.goals.items()]
    return [
        f"| {name} | {figure_words(figures.get(name))} | {kind} {aim:g} | {'reached' if reached else 'not reached'} |"
        for name, aim, kind, reached in wanted
    ]


def section(name: str, measure: Measure, figures: Figures) -> list[str]:
    """One measure as a part of the page."""
    rows = rows_of({key: value for key, value in figures.items() if not key.startswith(("reports.",))})
    columns = list(dict.fromkeys(column for row in rows.values() for column in row))
    table = [f"| {' | '.join(['', *columns])} |", f"| {' | '.join(['---'] * (len(columns) + 1))} |"]
    table += [f"| {' | '.join([row or 'all', *(figure_words(cells.get(column)) for column in columns)])} |" for row, cells in rows.items()]
    head = [
        f"## {name}",
        "",
        f"`{measure.scorer}.py` on `{measure.material}`.",
        "",
        "| figure | reached | aim | |",
        "| --- | --- | --- | --- |",
    ]
    return [*head, *aims(measure, figures), "", *table, ""]


def page(floors: Floors, found: dict[str, Figures]) -> str:
    """The whole of docs/quality.md."""
    lines = [
        "# Quality", "",
        f"Measured on {commit()}, by `make quality`: the scorers of the evaluation folder `../shared/score` on all of its material.",
        "What each row means is said by each scorer's `--help`. This file is made; it is not edited by hand.", "",
    ]  # fmt: skip
    for name, figures in found.items():
        lines += section(name, floors.measures[name], figures)
    return "\n".join(lines).rstrip() + "\n"


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
        print("\n".join([f"{name}", *aims(floors.measures[name], figures)]))
    low = [f"{name}: {words}" for name, figures in found.items() for words in scoring.shortfalls(floors.measures[name], figures, slack=0.0)]
    print("\n".join(["below the floors:", *low] if low else ["all floors are reached"]))
    if asked.ratchet:
        ratchet(floors, found)
    return 1 if low else 0


if __name__ == "__main__":
    raise SystemExit(main())
