"""`marsad figures`: list what reports together say in numbers."""

import typer

from marsad.cli.listing import (
    FormatOption,
    KindOption,
    LimitOption,
    MinSourcesOption,
    PlaceOption,
    RawOption,
    SinceOption,
    SourceOption,
    StatusOption,
    TypeOption,
    UntilOption,
    picture_filter,
    rows_of,
    show,
)
from marsad.cli.storing import StoreOption

app = typer.Typer()
COLUMNS = ("id", "kind", "type", "place.name", "unit", "measure", "as_of", "low", "best", "high", "status", "sources")


@app.command()
def figures(
    store: StoreOption = None,
    place: PlaceOption = None,
    kind: KindOption = None,
    of_type: TypeOption = None,
    status: StatusOption = None,
    source: SourceOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    min_sources: MinSourcesOption = None,
    limit: LimitOption = None,
    format_: FormatOption = None,
    raw: RawOption = False,
) -> None:
    """List what reports together say in numbers."""
    chosen = picture_filter(place, kind, of_type, status, source, since, until).add("len(sources) >= ?", min_sources)
    show(rows_of(store, "figures", chosen, limit), COLUMNS, format_, raw=raw)
