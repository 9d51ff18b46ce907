"""`marsad backup`: a copy of the store, also while it is being written to."""

from pathlib import Path
from typing import Annotated

import typer

from marsad.cli.storing import StoreOption, opened

app = typer.Typer()


@app.command()
def backup(
    target: Annotated[Path, typer.Argument(metavar="FILE", help="The backup to write, such as crisis.tar.")], store: StoreOption = None
) -> None:
    """Copy the store into one file, also while reports are taken in."""
    from marsad.cli.terminal import say
    from marsad.store.copying import backup as copy

    copy(opened(store), target)
    say(f"wrote {target}")
