"""Ids that come from content alone."""

import hashlib
from collections.abc import Iterable


def make_id(kind: str, *parts: object) -> str:
    """A short id that is the same whenever the parts are."""
    text = "\x1f".join("" if part is None else str(part) for part in parts)
    return f"{kind}-{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def distinct(ids: Iterable[str]) -> tuple[str, ...]:
    """The ids sorted, each once."""
    return tuple(sorted(set(ids)))
