"""Reading the evaluation material of ../shared with the program and scoring what comes out, for the gate and for docs/quality.md."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Literal

import msgspec
import yaml

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
FLOORS = ROOT / "tests" / "gold" / "floors.yml"
PROGRAM = Path(sys.executable).with_name("marsad")

Scorer = Literal["score", "muc", "timex", "geo", "noise", "attribution", "events", "re3d"]
Figures = dict[str, float]


class Measure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is read, by which scorer it is judged, and what must come out."""

    scorer: Scorer
    material: str
    sha256: str = ""
    every: int = 1
    floors: dict[str, float] = {}
    ceilings: dict[str, float] = {}
    targets: dict[str, float] = {}

    @property
    def path(self) -> Path:
        """Where the material lies."""
        return SHARED / self.material

    def fingerprint(self) -> str:
        """The sha256 of the material, names and contents."""
        files = sorted(self.path.iterdir()) if self.path.is_dir() else [self.path]
        digest = hashlib.sha256()
        for file in files:
            digest.update(f"{file.name}\0{hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
        return digest.hexdigest()


class Floors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The content of floors.yml."""

    slack: float
    measures: dict[str, Measure]


def load_floors() -> Floors:
    """The floors as the file gives them; an unknown key is an error."""
    return msgspec.convert(yaml.safe_load(FLOORS.read_text(encoding="utf-8")), Floors)


def marsad(*arguments: object) -> subprocess.CompletedProcess[bytes]:
    """The finished program; the gate puts one in its place that has not to load everything for each measure."""
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, check=False)


def read_material(inputs: list[Path], out: Path) -> None:
    """OUT holds what `marsad read` says about the inputs."""
    done = marsad("read", *inputs, "-o", out)
    if done.returncode != 0:
        raise RuntimeError(f"marsad read ended with {done.returncode}:\n{done.stderr.decode()[-2000:]}")


def sampled(measure: Measure, out: Path) -> Path:
    """A file with every n-th document of the material, or the material itself where all is read."""
    if measure.every == 1:
        return measure.path
    with measure.path.open(encoding="utf-8") as documents:  # not splitlines(): reports hold line separators of their own
        lines = list(documents)
    part = out / f"every-{measure.every}-{measure.path.name}"
    part.write_text("".join(lines[:: measure.every]), encoding="utf-8")
    return part


def read_measure(measure: Measure, out: Path, *, full: bool) -> Path:
    """OUT holds the program's output on the measure's material; returns the corpus file or gold folder to compare with."""
    out.mkdir(parents=True, exist_ok=True)
    if measure.scorer == "score":
        read_material(sorted(measure.path.glob("*.txt")), out)
        return measure.path
    corpus = measure.path if full else sampled(measure, out)
    read_material([corpus], out)
    return corpus


def score_measure(measure: Measure, out: Path, corpus: Path) -> Figures:
    """Every figure that the measure's scorer prints, by its name (`row.column`)."""
    kept = out / f"{measure.scorer}.figures"
    script = SHARED / "score" / f"{measure.scorer}.py"
    compared: list[str | Path] = [out, corpus]
    if measure.scorer == "score":
        compared = ["--gold", corpus, "--reports", out / "reports.jsonl", "--claims", out / "claims.jsonl"]
    done = subprocess.run([sys.executable, script, *compared, "--json", kept], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{script.name} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    return flattened(json.loads(kept.read_text(encoding="utf-8")))


def flattened(figures: dict[str, object], prefix: str = "") -> Figures:
    """Nested figures under one name each: {"relevance": {"f1": 0.8}} becomes {"relevance.f1": 0.8}."""
    flat: Figures = {}
    for name, value in figures.items():
        if isinstance(value, dict):
            flat |= flattened(value, f"{prefix}{name}.")
        elif isinstance(value, int | float):
            flat[prefix + name] = float(value)
    return flat


def shortfalls(measure: Measure, figures: Figures, *, slack: float) -> list[str]:
    """What is below its floor or above its ceiling, in words."""
    low = [
        f"{name}: {figures.get(name, 0.0):.3f}, floor {floor}" + (f" less {slack}" if slack else "")
        for name, floor in measure.floors.items()
        if figures.get(name, 0.0) < floor - slack
    ]
    high = [
        f"{name}: {figures.get(name)}, ceiling {ceiling}"
        for name, ceiling in measure.ceilings.items()
        if figures.get(name, float("inf")) > ceiling * (1 + 10 * slack)
    ]
    return low + high
