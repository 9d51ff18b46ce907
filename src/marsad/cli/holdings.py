"""`marsad holdings`: list who holds which place when."""

import typer

from marsad.cli.listing import (
    FormatOption,
    KindOption,
    LimitOption,
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
COLUMNS = ("id", "place.name", "holder", "share", "state", "from", "to", "as_of")


@app.command()
def holdings(
    store: StoreOption = None,
    place: PlaceOption = None,
    kind: KindOption = None,
    of_type: TypeOption = None,
    status: StatusOption = None,
    source: SourceOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = None,
    format_: FormatOption = None,
    raw: RawOption = False,
) -> None:
    """List who holds which place when."""
    chosen = picture_filter(place, kind, of_type, status, source, since, until)
    show(rows_of(store, "holdings", chosen, limit), COLUMNS, format_, raw=raw)
