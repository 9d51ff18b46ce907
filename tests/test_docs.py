"""The documentation is true: links lead somewhere, commands exist and run, every type has its line, nothing names a host."""

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest
from typer.main import get_command

import commands
import example_archive
from cli.running import marsad
from marsad.model.claim import TYPES, Status

ROOT = Path(__file__).resolve().parent.parent
SKIPPED = {".pytest_cache", ".venv", "node_modules", ".git", "out", "build"}
PAGES = sorted(path for path in ROOT.rglob("*.md") if not SKIPPED & set(path.relative_to(ROOT).parts))
LINK = re.compile(r"\[[^\]]{1,200}\]\(([^)#\s]{1,200})(?:#[^)]{0,100})?\)")
TARGET = re.compile(r"^([a-z][a-z-]{0,30}):", re.MULTILINE)
# The hosts and places that no committed file may name, put together here so that this file does not name them either.
UNNAMED = [
    "pypi" + ".org", "pythonhosted" + ".org", "registry.npmjs" + ".org", "deb.debian" + ".org", "/work" + "/", "conda.anaconda" + ".org",
]  # fmt: skip


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def committed() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"`[^`\n]{1,300}`", "", page.read_text(encoding="utf-8"))  # code holds no links
    targets = [link for link in LINK.findall(text) if "://" not in link and not link.startswith("mailto:")]
    broken = [
        link for link in targets if not (page.parent / link).exists() and link != "quality.md" and not link.endswith("docs/quality.md")
    ]
    assert not broken, f"{named(page)}: {broken}"


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_make_targets_exist(page: Path) -> None:
    targets = set(TARGET.findall((ROOT / "Makefile").read_text(encoding="utf-8")))
    spoken = set(re.findall(r"(?:^|`)make ([a-z][a-z-]{1,20})(?=[`\s])", page.read_text(encoding="utf-8"), re.MULTILINE))
    assert spoken <= targets, f"{named(page)}: {spoken - targets}"


def test_every_task_is_described() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    described = set(re.findall(r"^([a-z-]+):[^\n]*## ", text, re.MULTILINE))
    assert {"setup", "demo", "test", "lock", "train", "quality", "gate", "bench", "audit", "soak", "tidy", "bless"} <= described


def verbs() -> set[str]:
    from marsad.cli import app

    return {name for name, _ in commands.verbs(get_command(app))}


def test_every_command_and_option_is_documented() -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    missing = [line for line in commands.made().splitlines() if line.startswith(("## ", "| `")) and line.split(" | ")[0] not in page]
    assert not missing, f"docs/commands.md lacks these (run make docs): {missing}"


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_verbs_exist(page: Path) -> None:
    spoken = set(re.findall(r"(?:^|`|bin/)marsad ([a-z]{3,20})(?=[`\s])", page.read_text(encoding="utf-8"), re.MULTILINE))
    assert not spoken or spoken <= verbs(), f"{named(page)}: {spoken - verbs()}"


@pytest.mark.parametrize("kind", TYPES)
def test_codebook_has_every_type(kind: str) -> None:
    page = (ROOT / "docs" / "codebook" / f"{kind}.md").read_text(encoding="utf-8")
    missing = [name for name in TYPES[kind] if f"`{name}`" not in page]  # type: ignore[index]
    assert not missing, f"docs/codebook/{kind}.md lacks {missing}"


def test_codebook_has_every_status() -> None:
    page = (ROOT / "docs" / "codebook" / "README.md").read_text(encoding="utf-8")
    assert not [status for status in get_args(Status) if f"`{status}`" not in page]


def test_every_decision_is_listed() -> None:
    index = (ROOT / "decisions" / "README.md").read_text(encoding="utf-8")
    missing = [path.name for path in (ROOT / "decisions").glob("*.md") if path.name != "README.md" and f"({path.name})" not in index]
    assert not missing


def readme_commands() -> list[str]:
    blocks = re.findall(r"^```\n(.*?)^```", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line.startswith(".venv/bin/marsad ")]


@pytest.mark.slow
def test_readme_commands_run(tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    for command in readme_commands():
        done = marsad(*shlex.split(command)[1:], cwd=tmp_path)
        assert done.returncode == 0, f"{command}\n{done.stderr.decode()[-2000:]}"


def test_the_program_that_readme_names_is_installed() -> None:
    program = Path(sys.executable).with_name("marsad")
    assert subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.startswith("marsad ")


def test_no_committed_file_names_a_host_or_a_workplace() -> None:
    files = committed()
    if not files:
        pytest.skip("this is no git checkout")
    naming = [
        f"{named(path)}: {word}"
        for path in files
        if path.suffix not in {".woff2", ".png", ".gz", ".bin"}
        for word in UNNAMED
        if word.encode() in path.read_bytes()
    ]
    assert not naming


def test_the_example_archive_is_made_from_its_pages() -> None:
    assert example_archive.ARCHIVE.read_bytes() == example_archive.archive_bytes(), "run scripts/example_archive.py"
