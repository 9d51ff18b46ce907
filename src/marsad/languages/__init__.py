"""What belongs to a language: its words, numbers, months, sentence ends and its trained syntax pipeline."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

# safe, in C where the library has it; a type of our own, so that what it checks holds for files of ours alone
_Loader: Any = type("_Loader", (getattr(yaml, "CSafeLoader", yaml.SafeLoader),), {})


def _each_name_once(loader: Any, node: Any) -> Iterator[dict[object, object]]:
    for name, times in Counter(key.value for key, _ in node.value if isinstance(key.value, str)).items():
        if times > 1:  # the later one would silently take the place of the first
            line = node.start_mark.line + 1
            raise ValueError(f"{node.start_mark.name}, from line {line}: {name}: there are {times} of that name; join them or rename one")
    yield from yaml.SafeLoader.construct_yaml_map(loader, node)


_Loader.add_constructor("tag:yaml.org,2002:map", _each_name_once)


def folder(language: str) -> Path:
    """Where the files of a language lie."""
    return Path(__file__).parent / language


def load_yaml(file: Path) -> object:
    """The content of a YAML file of ours; a name that stands twice in one mapping raises ValueError with file and line."""
    with file.open(encoding="utf-8") as opened:
        return yaml.load(opened, Loader=_Loader)  # noqa: S506 - made of the safe loader
