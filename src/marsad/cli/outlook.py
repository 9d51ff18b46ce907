"""`marsad outlook`: what the reported figures would imply, with the arithmetic; and how earlier outlooks fared."""

from typing import Annotated

import typer

from marsad.cli.gathered import InputsArgument
from marsad.cli.storing import StoreOption

app = typer.Typer()


@app.command()
def outlook(
    inputs: InputsArgument = None,
    store: StoreOption = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="The picture as of this day.")] = None,
    score: Annotated[bool, typer.Option("--score", help="Compare the outlook of that day with what was reported after it.")] = False,
) -> int:
    """Show what the figures would imply: ranges with their arithmetic and assumptions, never facts."""
    from marsad.cli.pictured import draw, parse_day
    from marsad.cli.terminal import clean
    from marsad.picture import score_outlooks

    day = parse_day(as_of)
    if score and day is None:
        raise typer.BadParameter("--score needs --as-of DATE: the day whose outlook is compared with what came after")
    drawn = draw(inputs, store)
    then = drawn.at(day) if day else drawn.picture
    if score and day:
        for scored in score_outlooks(then.outlook, drawn.picture.figures, day):
            print(clean(f"{scored.verdict:13} {scored.words}; reported later: {scored.told}"))  # noqa: T201 - the answer
        return drawn.exit_code
    for one in then.outlook:
        print(clean(f"{one.words}  [{one.id}]"))  # noqa: T201 - as above
        for line in (*one.arithmetic, *(f"assuming that {text}" for text in one.assumptions)):
            print(clean(f"    {line}"))  # noqa: T201 - as above
    return drawn.exit_code
