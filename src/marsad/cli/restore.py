"""`marsad restore`: a store from a backup."""

from pathlib import Path
from typing import Annotated

import typer

from marsad.cli.storing import StoreOption, store_folder

app = typer.Typer()


@app.command()
def restore(
    source: Annotated[Path, typer.Argument(metavar="FILE", help="A file that `marsad backup` wrote.")], store: StoreOption = None
) -> None:
    """Make a store from a backup, checked before it is put in place."""
    from marsad.cli.terminal import say
    from marsad.store.copying import restore as put_back

    found = put_back(source, store_folder(store))
    say(f"restored {found.folder}")
