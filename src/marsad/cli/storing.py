"""What the verbs that work on a store share."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from marsad.errors import UsageError

if TYPE_CHECKING:
    from marsad.store.store import Store

DEFAULT = "crisis.marsad"
VARIABLE = "MARSAD_STORE"
StoreOption = Annotated[
    Path | None, typer.Option("--store", metavar="DIR", help="The store; by default $MARSAD_STORE, else the one *.marsad folder here.")
]


def store_folder(named: Path | None) -> Path:
    """The store that is meant: the one named, the one of the environment, the only one here, or `crisis.marsad`."""
    if named is not None:
        return named
    if from_environment := os.environ.get(VARIABLE):
        return Path(from_environment)
    here = sorted(Path().glob("*.marsad"))
    if len(here) > 1:
        raise UsageError(f"several stores here ({', '.join(path.name for path in here)}): name one with --store")
    return here[0] if here else Path(DEFAULT)


def opened(named: Path | None) -> "Store":
    """The store that is meant."""
    from marsad.store.store import Store

    return Store.open(store_folder(named))


def ready(named: Path | None) -> "Store":
    """The store that is meant, its index up to date or a word on why not."""
    from marsad.cli.terminal import say

    store = opened(named)
    if note := store.ready():
        say(f"marsad: {note}")
    return store
