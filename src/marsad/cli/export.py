"""`marsad export`: reports in, files for other programs out."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from marsad.cli.gathered import InputsArgument
from marsad.cli.storing import StoreOption

app = typer.Typer()


class Format(StrEnum):
    """What the files are."""

    geojson = "geojson"
    csv = "csv"
    acled = "acled"
    parquet = "parquet"
    jsonl = "jsonl"
    feed = "feed"


@app.command()
def export(
    format_: Annotated[Format, typer.Option("--format", "-f", help="What to write.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="The folder; its own files are replaced, no others.")],
    inputs: InputsArgument = None,
    store: StoreOption = None,
    as_of: Annotated[
        str, typer.Option("--as-of", metavar="DATE", help="What was known on this day; else on the day of the newest report.")
    ] = "",
    hxl: Annotated[bool, typer.Option("--hxl", help="CSV: add a row of HXL tags; figures in one file for each kind of count.")] = False,
    excel: Annotated[bool, typer.Option("--excel", help="CSV: begin with the mark by which Excel knows UTF-8.")] = False,
    raw: Annotated[bool, typer.Option("--raw", help="CSV: for programs, no apostrophe before cells that a spreadsheet would run.")] = False,
    internal: Annotated[bool, typer.Option("--internal", help="Withhold nothing: names, telephones and exact sites stay.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")] = False,
) -> int:
    """Write claims, figures, holdings and incidents of the store, or of inputs, for other programs."""
    if output.exists() and not output.is_dir():
        raise typer.BadParameter(f"{output} is a file; name a folder", param_hint="-o")
    from marsad.cli.listing import day
    from marsad.cli.publishing import finish, read_edition
    from marsad.publish.export import export as write_export

    edition, found = read_edition(inputs, store, as_of=day(as_of, "--as-of"), internal=internal, quiet=quiet)
    written = write_export(edition, format_.value, output, hxl=hxl, excel=excel, raw=raw)
    return finish(edition, found, [str(path) for path in written], quiet=quiet)
