"""`marsad backup`: a copy of the store, also while it is being written to."""

import datetime
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
    from marsad.errors import StoreBusy
    from marsad.store.copying import backup as copy
    from marsad.store.record import Backup, encode

    found = opened(store)
    copy(found, target)
    try:
        with found.own():
            found.ledger.mend()
            now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
            found.ledger.append([encode(Backup(path=str(target.absolute()), date=now))])
    except StoreBusy:
        say("marsad: the store is being written to, so the ledger does not know of this backup: `redact` will not name it")
    say(f"wrote {target}")
