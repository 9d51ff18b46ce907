"""`marsad rebuild`: the index anew from the ledger."""

import typer

from marsad.cli.storing import StoreOption, opened

app = typer.Typer()


@app.command()
def rebuild(store: StoreOption = None) -> None:
    """Make the index anew from the ledger."""
    from marsad.cli.terminal import say

    found = opened(store)
    with found.own():
        contents = found.rebuild()
    say(f"{len(contents.reports):,} reports, {len(contents.claims):,} claims, {len(contents.figures):,} figures")
