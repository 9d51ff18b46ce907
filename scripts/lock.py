"""Renews requirements/*.txt from pyproject.toml: every package pinned with its hashes, for every platform, naming no registry.

make lock                 # keeps pins that still satisfy pyproject.toml
make lock UPGRADE=1       # moves every pin to the newest version allowed
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "requirements"
FILES: dict[str, list[str]] = {
    "main.txt": ["pyproject.toml"],
    "setup.txt": ["--group", "setup", "-c", "requirements/main.txt"],
    "test.txt": ["pyproject.toml", "--group", "test", "-c", "requirements/main.txt", "-c", "requirements/setup.txt"],
    "build.txt": ["--group", "build", "-c", "requirements/test.txt"],
}


def uv_program() -> str:
    """The uv that compiles: the environment's, else the one on the path."""
    beside = Path(sys.executable).with_name("uv")
    found = str(beside) if beside.exists() else shutil.which("uv")
    if found is None:
        raise SystemExit("uv is missing: python -m pip install uv, then make lock")
    return found


def compile_file(name: str, arguments: list[str], *, upgrade: bool) -> None:
    """requirements/NAME pins what the arguments ask for."""
    command = [
        uv_program(), "pip", "compile", *arguments, "--universal", "--generate-hashes", "--no-header", "--no-emit-index-url",
        "--no-emit-find-links", "--no-annotate", "--python-version", "3.11", "--quiet", "--output-file", f"requirements/{name}",
    ]  # fmt: skip
    subprocess.run(command + (["--upgrade"] if upgrade else []), cwd=ROOT, check=True)
    kept = FOLDER / name
    kept.write_text(f"# Made by `make lock` from pyproject.toml; not edited by hand.\n{kept.read_text(encoding='utf-8')}", encoding="utf-8")


def main() -> None:
    """All requirement files agree with pyproject.toml."""
    FOLDER.mkdir(exist_ok=True)
    for name, arguments in FILES.items():
        compile_file(name, arguments, upgrade=bool(os.environ.get("UPGRADE")))
        print(f"requirements/{name}")


if __name__ == "__main__":
    main()
