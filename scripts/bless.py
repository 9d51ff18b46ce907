"""Renews the golden outputs of the example crisis in tests/golden; read the difference before committing it.

make bless
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = Path("examples/mosul-2016-2017/reports")
GOLDEN = ROOT / "tests" / "golden" / "mosul-2016-2017"
# mentions.jsonl is left out: it is long, and what matters of it is in the claims
KEPT = ("reports.jsonl", "claims.jsonl", "figures.jsonl", "holdings.jsonl", "incidents.jsonl", "set_aside.jsonl")


def read_example(out: Path, *, inputs: tuple[str, ...] = (str(EXAMPLE),), environment: dict[str, str] | None = None) -> None:
    """OUT holds what the program says about the example, read from the root of the repository."""
    program = Path(sys.executable).with_name("marsad")
    done = subprocess.run(
        [program, "read", *inputs, "-o", out],
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"marsad read ended with {done.returncode}:\n{done.stderr[-2000:]}")


def main() -> None:
    """tests/golden holds what the program says today."""
    GOLDEN.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        read_example(Path(folder))
        for name in KEPT:
            shutil.copyfile(Path(folder) / name, GOLDEN / name)
    subprocess.run(["git", "diff", "--stat", "--", GOLDEN], cwd=ROOT, check=False)


if __name__ == "__main__":
    main()
