"""`marsad situation`: reports in, one HTML file out that opens, prints and reads without a network."""

from pathlib import Path
from typing import Annotated

import typer

from marsad.cli.gathered import InputsArgument
from marsad.cli.listing import day
from marsad.cli.storing import StoreOption

app = typer.Typer()


@app.command()
def situation(
    inputs: InputsArgument = None,
    store: StoreOption = None,
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="The page; - for standard output.")] = "situation.html",
    as_of: Annotated[
        str, typer.Option("--as-of", metavar="DATE", help="Show what was known on this day; else on the day of the newest report.")
    ] = "",
    since: Annotated[str, typer.Option("--since", metavar="DATE", help="Tell what changed since this day; else over about a week.")] = "",
    built: Annotated[
        str, typer.Option("--built", metavar="DATE", help="Print this day as the day of making; else the page holds none.")
    ] = "",
    title: Annotated[str, typer.Option("--title", help="The name of the crisis; else its countries.")] = "",
    issue: Annotated[int, typer.Option("--issue", help="The number of the issue.")] = 0,
    internal: Annotated[bool, typer.Option("--internal", help="Withhold nothing: names, telephones and exact sites stay.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it is there.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")] = False,
) -> int:
    """Write the situation report of the store, or of inputs, as one HTML file."""
    target = None if output == "-" else Path(output)
    if target is not None and target.exists() and not force:
        raise typer.BadParameter(f"{target} is there already; use --force to replace it", param_hint="-o")
    dates = [day(value, option) for value, option in ((as_of, "--as-of"), (since, "--since"), (built, "--built"))]

    from marsad.cli.publishing import finish, read_edition, write
    from marsad.publish.html import situation_page

    edition, found = read_edition(
        inputs,
        store,
        as_of=dates[0],
        since=dates[1],
        built=dates[2],
        title=title or None,
        issue=issue or None,
        internal=internal,
        quiet=quiet,
    )
    write(situation_page(edition), target)
    return finish(edition, found, [str(target)] if target else [], quiet=quiet)
