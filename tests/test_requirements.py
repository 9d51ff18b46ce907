"""The locked requirements are those of pyproject.toml, hashed, and name no registry."""

import re
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
