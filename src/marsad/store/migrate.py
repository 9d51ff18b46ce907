"""Stores of earlier schemas brought to the present one: a backup first, then one step after the other."""

from collections.abc import Callable
from pathlib import Path

import msgspec

from marsad import __version__
from marsad.errors import StoreNewer, UsageError
from marsad.publish.jsonl import write_lines
from marsad.store.copying import backup
from marsad.store.store import ABOUT, SCHEMA, About, Store, about_of

# From a schema to the next: each step works on the folder and may be run again after a crash.
STEPS: dict[int, Callable[[Path], None]] = {}


def migrate(folder: Path) -> Path | None:
    """The store is of the present schema; the backup that was made, or None where nothing had to be done.

    The schema is written down last: a crash before it leaves the store as it was, to be migrated again.
    """
    about = about_of(folder)
    if about is None:
        raise UsageError(f"{folder} is no store")
    if about.schema > SCHEMA:
        raise StoreNewer(f"{folder} was written by a later version (schema {about.schema}; this one knows {SCHEMA}): use that version")
    if about.schema == SCHEMA:
        return None
    store = Store(folder)
    with store.own():
        copy = folder.with_name(f"{folder.name}.schema-{about.schema}.tar")
        if not copy.exists():
            backup(store, copy)
        for schema in range(about.schema, SCHEMA):
            STEPS[schema](folder)
        write_lines(folder / ABOUT, [msgspec.json.encode(About(SCHEMA, __version__))])
        store.rebuild()
    return copy
