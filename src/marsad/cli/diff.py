"""`marsad diff`: what changed between two days."""

from typing import Annotated

import typer

from marsad.cli.gathered import InputsArgument
from marsad.cli.storing import StoreOption

app = typer.Typer()


@app.command()
def diff(
    before: Annotated[str, typer.Argument(metavar="A", help="The earlier day, like 2017-03-01.")],
    after: Annotated[str, typer.Argument(metavar="B", help="The later day.")],
    inputs: InputsArgument = None,
    store: StoreOption = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON object for each change.")] = False,
) -> int:
    """Show what changed between two days: new, revised, contested and retracted figures, places that changed hands, incidents."""
    from marsad.cli.pictured import draw, parse_day
    from marsad.cli.terminal import clean
    from marsad.picture import changes

    first, second = parse_day(before), parse_day(after)
    assert first is not None
    assert second is not None
    if first > second:
        raise typer.BadParameter(f"{before} is after {after}; name the earlier day first")
    drawn = draw(inputs, store, second)
    for change in changes(drawn.at(first), drawn.picture):
        if json:
            import msgspec

            print(msgspec.json.encode(change).decode())  # noqa: T201 - the answer goes to standard output
        else:
            print(clean(f"{change.kind:14} {change.subject:9} {change.words}  [{change.after or change.before}]"))  # noqa: T201
    return drawn.exit_code
