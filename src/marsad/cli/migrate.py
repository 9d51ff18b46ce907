"""`marsad migrate`: a store of an earlier version brought to this one."""

import typer

from marsad.cli.storing import StoreOption, store_folder

app = typer.Typer()


@app.command()
def migrate(store: StoreOption = None) -> None:
    """Bring a store of an earlier version to this one; a backup is made first."""
    from marsad.cli.terminal import say
    from marsad.store.migrate import migrate as bring_up

    folder = store_folder(store)
    copy = bring_up(folder)
    say(f"{folder} is of this version" + (f"; the store as it was: {copy}" if copy else " already"))
