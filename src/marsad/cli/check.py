"""`marsad check`: is everything in the store what it was when it was acknowledged."""

import sys

import typer

from marsad.cli.storing import StoreOption, opened

app = typer.Typer()


@app.command()
def check(store: StoreOption = None) -> int:
    """Check hashes, counts and evidence; each fault is one line, and the exit code is 5 where there is one."""
    from marsad.cli.terminal import say
    from marsad.store.check import faults

    found = 0
    for fault in faults(opened(store)):
        found += 1
        sys.stdout.write(f"{fault}\n")
    say("marsad: " + (f"{found:,} faults" if found else "no fault"))
    return 5 if found else 0
