"""The house as ARCHITECTURE.md draws it: imports go down only, each claim kind is whole, names are the field's."""

import ast
import re
import warnings
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from marsad.data.places.gazetteer import KINDS
from marsad.grammar.card import CLASSES
from marsad.model.claim import TYPES
from marsad.reading.known_words import load_known_words

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "marsad"
MODULES = sorted(path for path in SOURCE.rglob("*.py"))

# A room may import from itself and from rooms with a lower number.
ROOMS = {
    "errors": 0, "model": 0, "uncollected": 0, "settings": 1, "languages": 1, "data": 1, "ingest": 2, "reading": 3, "grammar": 4, "claims": 5,
    "resolve": 6, "reconcile": 7, "picture": 8, "publish": 9, "store": 10, "flow": 11, "review": 12, "cli": 13, "__main__": 14,
}  # fmt: skip
SELF_CONTAINED = ("errors", "model")
KIND_FILES = ("__init__.py", "rules.en.yml", "words.en.yml", "checks.py", "view.py")
UNTYPED = {"word_list", "words_of"}  # what a YAML list holds is checked where it is taken up
LONG, TOO_LONG = 400, 600
WORDLESS = [path for folder in ("reading/mend", "grammar", "claims/certainty") for path in sorted((SOURCE / folder).glob("*.py"))]
FEW_WORDS = 4
NOUN_OR_VERB, ADVERB = set("NVSDPG"), "R"  # letters of the parts that a word can play
COMPUTER_WORDS = ("processor", "manager", "handler", "helper", "helpers", "util", "utils")
COMPUTER_NOUNS = (*COMPUTER_WORDS, "data", "info", "item")


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def named(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


@cache
def imported(path: Path) -> list[tuple[int, str, str | None]]:
    """Line, module and name of every import of ours, wherever it stands in the file."""
    return list(_imported(path))


def _imported(path: Path) -> Iterator[tuple[int, str, str | None]]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name, None) for alias in node.names if alias.name.split(".")[0] == "marsad")
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{named(path)}:{node.lineno}: relative import"
            if (node.module or "").split(".")[0] == "marsad":
                yield from ((node.lineno, str(node.module), alias.name) for alias in node.names)


def room_imported(module: str, name: str | None) -> str | None:
    parts = module.split(".")
    if len(parts) > 1:
        return parts[1]
    return name if name in ROOMS else None  # `from marsad import flow`, but `from marsad import __version__` enters no room


def test_every_room_is_on_the_plan() -> None:
    found = {room(path) for path in MODULES} - {"__init__"}
    assert found <= set(ROOMS), f"give it a number in ROOMS and a line in ARCHITECTURE.md: {sorted(found - set(ROOMS))}"


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_imports_go_down(path: Path) -> None:
    here = room(path)
    if here == "__init__":
        return
    for line, module, name in imported(path):
        there = room_imported(module, name)
        if there is None or there == here:
            continue
        assert here not in SELF_CONTAINED, f"{named(path)}:{line}: {here} imports nothing of ours, but imports {module}"
        assert ROOMS[there] < ROOMS[here], f"{named(path)}:{line}: {here} stands below {there} and may not import {module}"


@pytest.mark.parametrize("kind", TYPES)
def test_claim_kind_is_whole(kind: str) -> None:
    missing = [name for name in KIND_FILES if not (SOURCE / "claims" / kind / name).is_file()]
    assert not missing, f"claims/{kind} lacks {', '.join(missing)}"


def public_classes() -> Iterator[tuple[Path, str]]:
    for path in MODULES:
        for node in parsed(path).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                yield path, node.name


def test_every_public_class_is_in_the_glossary() -> None:
    glossary = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
    missing = [f"{name} ({named(path)})" for path, name in public_classes() if not re.search(rf"`{name}`", glossary)]
    assert not missing, "GLOSSARY.md lacks (run make docs): " + ", ".join(missing)


def words_of(name: str) -> list[str]:
    return [word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)]


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_names_are_the_fields(path: Path) -> None:
    assert not set(words_of(path.stem)) & set(COMPUTER_WORDS), f"{named(path)}: name it by what it holds"
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.ClassDef):
            assert not set(words_of(node.name)) & set(COMPUTER_NOUNS), f"{named(path)}:{node.lineno}: class {node.name}"
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert not set(words_of(node.name)) & set(COMPUTER_WORDS), f"{named(path)}:{node.lineno}: function {node.name}"


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_module_can_be_held_in_one_reading(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= TOO_LONG, f"{named(path)} has {lines} lines: split it"
    if lines > LONG:
        warnings.warn(f"{named(path)} has {lines} lines: give it a second look", stacklevel=1)


def test_no_untyped_value_crosses_a_room() -> None:
    crossing = {
        (module, name)
        for path in MODULES
        for _, module, name in imported(path)
        if name is not None and room_imported(module, name) != room(path)
    }
    loose = []
    for path in MODULES:
        module = "marsad." + named(path).removesuffix(".py").replace("/", ".").removesuffix(".__init__")
        for node in parsed(path).body:
            if isinstance(node, ast.FunctionDef) and (module, node.name) in crossing and node.name not in UNTYPED and mentions_any(node):
                loose.append(f"{named(path)}:{node.lineno} {node.name}")
    assert not loose, f"functions that other rooms call take or give Any: {', '.join(loose)}"


def mentions_any(function: ast.FunctionDef) -> bool:
    arguments = function.args
    annotations = [each.annotation for each in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)] + [function.returns]
    return any(isinstance(node, ast.Name) and node.id == "Any" for each in annotations if each for node in ast.walk(each))


@pytest.mark.parametrize("path", WORDLESS, ids=named)
def test_lists_of_words_stand_in_yaml(path: Path) -> None:
    """What another language must say anew, nouns and verbs, is no list in a module; prepositions, pronouns and labels may be."""
    known = load_known_words(SOURCE / "languages" / "en" / "syntax" / "words.gz")
    ours = {*CLASSES, *KINDS, *(type_ for types in TYPES.values() for type_ in types)}
    for line, words in listed_words(path):
        parts = {word: known.parts(word) for word in words - ours}
        spoken = [word for word, letters in parts.items() if NOUN_OR_VERB & set(letters) and ADVERB not in letters]
        assert len(spoken) <= FEW_WORDS, f"{named(path)}:{line}: a list of words for a YAML file: {' '.join(sorted(spoken))}"


def listed_words(path: Path) -> Iterator[tuple[int, set[str]]]:
    """Line and words of every list, tuple and set of single words and of every string that is split, outside functions."""
    for node in (inner for outer in parsed(path).body if isinstance(outer, ast.Assign | ast.AnnAssign) for inner in ast.walk(outer)):
        if isinstance(node, ast.List | ast.Tuple | ast.Set):
            words = [each.value for each in node.elts if isinstance(each, ast.Constant) and isinstance(each.value, str)]
            yield node.lineno, {word for word in words if " " not in word}
        elif isinstance(node, ast.Attribute) and node.attr == "split" and isinstance(node.value, ast.Constant):
            yield node.lineno, set(str(node.value.value).split())
