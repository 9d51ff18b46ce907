"""The locked requirements are those of pyproject.toml, hashed, and name no registry."""

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]{1,80})==(?P<version>[^\s;\\]{1,40})", re.MULTILINE)
WANTED = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DIRECT = {
    "main.txt": WANTED["project"]["dependencies"],
    "setup.txt": WANTED["dependency-groups"]["setup"],
    "test.txt": WANTED["project"]["dependencies"] + WANTED["dependency-groups"]["test"],
    "build.txt": WANTED["dependency-groups"]["build"],
}


def pins(lock: Path) -> dict[str, list[Version]]:
    found: dict[str, list[Version]] = {}
    for match in PIN.finditer(lock.read_text(encoding="utf-8")):
        found.setdefault(canonicalize_name(match["name"]), []).append(Version(match["version"]))
    return found


def test_every_group_has_its_lock() -> None:
    assert [lock.name for lock in LOCKS] == sorted(DIRECT)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_lock_satisfies_pyproject(lock: Path) -> None:
    pinned = pins(lock)
    for line in DIRECT[lock.name]:
        wanted = Requirement(line)
        versions = pinned.get(canonicalize_name(wanted.name))
        assert versions, f"{wanted.name} is not in requirements/{lock.name}: run make lock"
        assert all(wanted.specifier.contains(version) for version in versions), f"{wanted} is not met by {versions}: run make lock"


@pytest.mark.parametrize("name", ["main.txt", "setup.txt"])
def test_tests_run_on_what_is_shipped(name: str) -> None:
    shipped, tested = pins(ROOT / "requirements" / name), pins(ROOT / "requirements" / "test.txt")
    differing = [package for package, versions in shipped.items() if package in tested and tested[package] != versions]
    assert not differing, f"{differing} differ between requirements/{name} and requirements/test.txt: run make lock"


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_pin_has_hashes_and_no_address(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*(-i|-f|--index-url|--extra-index-url|--find-links)\b", text, re.MULTILINE)
    blocks = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)[1:]
    unhashed = [block.split("\n", 1)[0] for block in blocks if "--hash=sha256:" not in block]
    assert not unhashed


MODULES = {"charset-normalizer": "charset_normalizer", "pyyaml": "yaml", "lxml-html-clean": "lxml_html_clean"}
NEEDED_BY_OTHERS = {"lxml_html_clean"}  # trafilatura imports it without asking for it


def imported() -> set[str]:
    """Every top-level module that the program imports and that is neither ours nor Python's."""
    names: set[str] = set()
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                names.add(str(node.module).split(".")[0])
    return names - set(sys.stdlib_module_names) - {"marsad"}


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    names = {canonicalize_name(Requirement(line).name) for line in WANTED["project"]["dependencies"]}
    declared = {MODULES.get(name, name.replace("-", "_")) for name in names}
    assert imported() - declared == set(), "imported by src/marsad, missing from pyproject.toml"
    assert declared - imported() - NEEDED_BY_OTHERS == set(), "in pyproject.toml, imported nowhere in src/marsad"
