"""Field names of other collections: `data/field_names.yml` says how each calls what we call text, title and so on."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from marsad.ingest.markup import plain_text
from marsad.languages import load_yaml

SHAPES = Path(__file__).parent.parent / "data" / "field_names.yml"
MARKUP = re.compile(r"</?(?:p|br|div|a|li|ul|h[1-6]|strong|em|span|table|b|i)\b[^<>]{0,500}>", re.IGNORECASE)
WORDS = ("title", "text")


class Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The field names of one collection."""

    shape: str
    when: list[str]
    fields: dict[str, list[str]]


def renamed(fields: dict[str, Any]) -> dict[str, Any]:
    """The same object under our names; markup in its words is made plain."""
    for shape in _shapes():
        if all(_at(fields, path) is not None for path in shape.when):
            found = {name: _first(fields, paths) for name, paths in shape.fields.items()}
            return {name: _plain(value) if name in WORDS else value for name, value in found.items() if value is not None}
    return fields


@cache
def _shapes() -> list[Shape]:
    return msgspec.convert(load_yaml(SHAPES), list[Shape])


def _first(fields: dict[str, Any], paths: list[str]) -> object:
    values = (_at(fields, path) for path in paths)
    return next((value for value in values if isinstance(value, str | int) and value != ""), None)


def _at(value: Any, path: str) -> Any:
    for step in path.split("."):
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        else:
            return None
    return value


def _plain(value: object) -> object:
    return plain_text(value) if isinstance(value, str) and MARKUP.search(value) else value
