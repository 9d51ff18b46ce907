"""`marsad reports`: list the reports of the store."""

import typer

from marsad.cli.listing import Filter, FormatOption, LimitOption, RawOption, SinceOption, SourceOption, UntilOption, day, rows_of, show
from marsad.cli.storing import StoreOption

app = typer.Typer()
COLUMNS = ("id", "published", "published_method", "publisher", "language", "title", "copy_of", "path", "url")


@app.command()
def reports(
    store: StoreOption = None,
    source: SourceOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = None,
    format_: FormatOption = None,
    raw: RawOption = False,
) -> None:
    """List the reports of the store."""
    chosen = Filter().add("lower(publisher) = lower(?)", source).add("published >= ?", day(since)).add("published <= ?", day(until))
    show(rows_of(store, "reports", chosen, limit), COLUMNS, format_, raw=raw)
