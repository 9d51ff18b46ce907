"""`marsad explain`: one claim, figure, holding or incident, and why it says what it says."""

from typing import Annotated

import typer

app = typer.Typer()


@app.command()
def explain(
    wanted: Annotated[str, typer.Argument(metavar="ID", help="The id of a claim, figure, holding or incident, or its beginning.")],
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT...", help="Files, folders, globs, and - for standard input.")],
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="The picture as of this day.")] = None,
) -> int:
    """Explain a claim, a figure, a holding or an incident: its sentences, its sources at their root, its reasons."""
    from marsad.cli.pictured import draw, parse_day
    from marsad.cli.terminal import clean, say
    from marsad.picture import explain as explained

    drawn = draw(inputs, parse_day(as_of))
    lines = explained(wanted, drawn.reports, drawn.claims, drawn.picture)
    if lines is None:
        say(f"marsad: nothing has the id {wanted}; `marsad read INPUT... -o DIR` lists them")
        return 1
    for line in lines:
        print(clean(line))  # noqa: T201 - the answer goes to standard output
    return drawn.exit_code
