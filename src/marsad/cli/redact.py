"""`marsad redact`: a report's words out of every file of the store."""

import datetime
from typing import Annotated

import typer

from marsad.cli.storing import StoreOption, opened

app = typer.Typer()


@app.command()
def redact(
    report: Annotated[str, typer.Argument(metavar="ID", help="The report's id.")],
    reason: Annotated[str, typer.Option("--reason", help="Why; it stays on the tombstone.")],
    store: StoreOption = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask: what is removed cannot be brought back.")] = False,
) -> None:
    """Remove a report for good; its id, the day and the reason stay."""
    from marsad.cli.taking_in import key_of
    from marsad.cli.terminal import say
    from marsad.store.redact import redact as remove

    found = opened(store)
    if not yes:
        typer.confirm(f"Remove report {report} and its claims from {found.folder} for good?", abort=True, err=True)
    with found.own():
        found.ledger.mend()
        kept = found.folded().kept.get(report)
        key = key_of(report, kept.report.title, kept.report.sha256) if kept else ""
        backups = remove(found, report, reason, key, datetime.datetime.now(datetime.UTC).date())
    say(f"removed {report}")
    for backup in backups:
        say(f"a backup of {backup.date} may still hold it: {backup.path}")
