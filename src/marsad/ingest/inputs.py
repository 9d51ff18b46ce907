"""What the command line names: files, folders, patterns and standard input, in an order that does not depend on how they were named."""

import glob
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from marsad.model.report import SetAside

STDIN = "-"
PATTERN = frozenset("*?[")


class Found(msgspec.Struct, frozen=True, order=True):
    """A regular file to read; `label` is its path below the folder that all inputs share."""

    label: str
    path: Path


def find_files(inputs: Sequence[str]) -> Iterator[Found | SetAside]:
    """Every file that the inputs name, once each, sorted; what is no readable file is given with its reason."""
    paths: dict[Path, None] = {}
    aside: list[SetAside] = []
    for named in sorted(set(inputs) - {STDIN}):
        for path in _expand(named):
            if reason := _unreadable(path, named):
                aside.append(SetAside(named if path == Path(named) else str(path), None, reason))
            else:
                paths[Path(os.path.normpath(path.absolute()))] = None
    shared = _shared_folder(paths, inputs)
    yield from sorted(Found(path.relative_to(shared).as_posix(), path) for path in paths)
    yield from sorted(aside, key=lambda found: (found.input, found.reason))


def _expand(named: str) -> list[Path]:
    path = Path(named)
    if path.is_dir():
        return _inside(path)
    if PATTERN & set(named) and not os.path.lexists(path):
        found = [Path(match) for match in sorted(glob.glob(named, recursive=True))]  # noqa: PTH207 - the pattern may be absolute
        return [inner for match in found for inner in (_inside(match) if match.is_dir() else [match])] or [path]
    return [path]


def _inside(folder: Path) -> list[Path]:
    """All files below the folder except hidden ones; links are not followed."""
    found = []
    for root, folders, files in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [Path(root, name) for name in sorted(files) if not name.startswith(".")]
        found += [Path(root, name) for name in folders if Path(root, name).is_symlink()]
    return found


def _unreadable(path: Path, named: str) -> str | None:
    try:
        mode = path.lstat().st_mode if str(path) != named else path.stat().st_mode
    except FileNotFoundError:
        return "matches no file" if PATTERN & set(named) else "no such file"
    except (OSError, ValueError) as fault:
        return f"cannot be opened: {getattr(fault, 'strerror', None) or fault}"
    if stat.S_ISLNK(mode):
        return "a symbolic link inside a folder: not followed"
    if not stat.S_ISREG(mode):
        return "not a regular file; pass it through a pipe and name - as input"
    return None


def _shared_folder(paths: dict[Path, None], inputs: Sequence[str]) -> Path:
    """The nearest folder above all files and above each folder that was named."""
    above = [str(path.parent) for path in paths]
    above += [str(Path(os.path.normpath(Path(named).absolute())).parent) for named in inputs if named != STDIN and Path(named).is_dir()]
    return Path(os.path.commonpath(above)) if above else Path()


def sources(inputs: Sequence[str]) -> dict[str, str]:
    """Where each input lies by the name it has in reports and in what is set aside."""
    return {found.label: str(found.path) for found in find_files(inputs) if isinstance(found, Found)}


def size_of(inputs: Sequence[str]) -> int:
    """Bytes in all files that the inputs name."""
    return sum(found.path.stat().st_size for found in find_files(inputs) if isinstance(found, Found))
