"""`marsad explain`: one claim, figure, holding or incident, and why it says what it says."""

from pathlib import Path
from typing import Annotated

import typer

from marsad.cli.gathered import InputsArgument
from marsad.cli.storing import StoreOption

app = typer.Typer()


@app.command()
def explain(
    wanted: Annotated[str, typer.Argument(metavar="ID", help="The id of a claim, figure, holding or incident, or its beginning.")],
    inputs: InputsArgument = None,
    store: StoreOption = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="The picture as of this day.")] = None,
) -> int:
    """Explain a claim, a figure, a holding or an incident: its sentences, its sources at their root, its reasons."""
    from marsad.cli.pictured import draw, parse_day
    from marsad.cli.terminal import clean, say
    from marsad.picture import explain as explained

    drawn = draw(inputs, store, parse_day(as_of))
    lines = explained(wanted, drawn.reports, [*drawn.claims, *drawn.rejected], drawn.picture)
    if lines is None:
        say(f"marsad: nothing has the id {wanted}; `marsad figures`, `holdings`, `incidents` and `claims` list those of a store")
        return 1
    for line in lines:
        print(clean(line))  # noqa: T201 - the answer goes to standard output
    if drawn.store is not None:
        _decisions(drawn.store, wanted)
    return drawn.exit_code


def _decisions(folder: Path, wanted: str) -> None:
    """What people decided about the claim, where it is one."""
    from marsad.cli.terminal import clean
    from marsad.store.decisions import standings
    from marsad.store.store import Store

    for one in standings(Store.open(folder).folded()):
        if one.claim is not None and one.claim.startswith(wanted):
            decision = one.decision
            again = " · to be checked again: the claim is not what was decided about" if one.recheck else ""
            words = f"  {decision.verdict} by {decision.by} on {decision.at}{f': {decision.reason}' if decision.reason else ''}{again}"
            print(clean(words))  # noqa: T201 - as above
