"""`marsad decide`: what a person thinks of a claim, kept beside it for good."""

import datetime
from enum import StrEnum
from typing import Annotated

import typer

from marsad.cli.storing import StoreOption, opened

app = typer.Typer()


class Choice(StrEnum):
    """What can be said of a claim."""

    accept = "accept"
    reject = "reject"
    undo = "undo"


@app.command()
def decide(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="The claim's id, or its beginning.")],
    choice: Annotated[Choice, typer.Argument(help="A rejected claim stays listed and leaves the picture.")],
    by: Annotated[str, typer.Option("--by", help="Who decides; a pseudonym will do.")],
    reason: Annotated[str, typer.Option("--reason", help="Why.")] = "",
    store: StoreOption = None,
) -> None:
    """Accept or reject a claim, or undo that; the claim itself is never changed."""
    from marsad.cli.terminal import say
    from marsad.store.decisions import decide as keep
    from marsad.store.record import Verdict

    verdicts: dict[Choice, Verdict] = {Choice.accept: "accepted", Choice.reject: "rejected", Choice.undo: "undone"}
    found = opened(store)
    with found.own():
        found.ledger.mend()
        made = keep(found, claim, verdicts[choice], by=by, reason=reason, now=datetime.datetime.now(datetime.UTC))
        found.rebuild()
    say(f"{made.verdict}: claim {made.claim} of report {made.report} (decision {made.id})")
