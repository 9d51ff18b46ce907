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
    from marsad.ingest.copies import copies_of
    from marsad.store.redact import redact as remove

    found = opened(store)
    if not yes:
        typer.confirm(f"Remove report {report} and its claims from {found.folder} for good?", abort=True, err=True)
    with found.own():
        found.ledger.mend()
        folded = found.folded()
        kept = folded.kept.get(report)
        left = copies_of(report, [one.report for one in folded.kept.values()])
        key = key_of(report, kept.report.title, kept.report.sha256) if kept else ""
        backups = remove(found, report, reason, key, datetime.datetime.now(datetime.UTC).date())
    say(f"removed {report}")
    if left:
        say(f"other reports say the same or nearly, and stay: {', '.join(left)}")
    for backup in backups:
        say(f"a backup of {backup.date} may still hold it: {backup.path}")
