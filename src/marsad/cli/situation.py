"""`marsad situation`: reports in, one HTML file out that opens, prints and reads without a network."""

import datetime
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer()


@app.command()
def situation(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT...", help="Files, folders, globs, and - for standard input.")],
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
    """Read reports and write the situation report as one HTML file."""
    target = None if output == "-" else Path(output)
    if target is not None and target.exists() and not force:
        raise typer.BadParameter(f"{target} is there already; use --force to replace it", param_hint="-o")
    dates = [day(value, option) for value, option in ((as_of, "--as-of"), (since, "--since"), (built, "--built"))]

    from marsad.cli.publishing import finish, read_edition, write
    from marsad.publish.html import situation_page

    edition, interrupted = read_edition(
        inputs, as_of=dates[0], since=dates[1], built=dates[2], title=title or None, issue=issue or None, internal=internal, quiet=quiet
    )
    write(situation_page(edition), target)
    return finish(edition, [str(target)] if target else [], quiet=quiet, interrupted=interrupted)


def day(value: str, option: str) -> datetime.date | None:
    """The ISO date, None where the option is not given."""
    if not value:
        return None
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise typer.BadParameter(f"{value} is no date; write 2017-03-03", param_hint=option) from None
