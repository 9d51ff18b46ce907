"""Renews the list of classes at the end of GLOSSARY.md from their docstrings.

make docs
"""

import ast
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "marsad"
PAGE = ROOT / "GLOSSARY.md"
HEAD = "## Names in the code\n"
INTRODUCTION = "Public classes by room, in the words of their docstrings; made by `make docs`. Terms of the field are defined above.\n"


def classes() -> Iterator[tuple[str, str, str]]:
    """Room, name and first sentence of every public class."""
    for path in sorted(SOURCE.rglob("*.py")):
        room = path.relative_to(SOURCE).parts[0].removesuffix(".py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                said = (ast.get_docstring(node) or "").split("\n\n")[0]
                yield room, node.name, " ".join(said.split()).replace("|", "\\|").rstrip(".")


def made() -> str:
    """The section as it should stand."""
    lines = [HEAD, INTRODUCTION, "| room | name | what it is |", "| --- | --- | --- |"]
    for room, members in groupby(sorted(set(classes())), key=lambda row: row[0]):
        lines += [f"| `{room}` | `{name}` | {said} |" for _, name, said in members]
    return "\n".join(lines) + "\n"


def main() -> None:
    """GLOSSARY.md lists every public class."""
    kept = PAGE.read_text(encoding="utf-8").split(HEAD)[0].rstrip()
    PAGE.write_text(f"{kept}\n\n{made()}", encoding="utf-8")


if __name__ == "__main__":
    main()
