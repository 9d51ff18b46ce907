"""`marsad sources`: list who is cited, with how many claims and reports."""

import typer

from marsad.cli.listing import FormatOption, LimitOption, RawOption, show
from marsad.cli.storing import StoreOption

app = typer.Typer()
COLUMNS = ("source", "claims", "reports")
QUERY = """
SELECT coalesce(json_extract_string(source, '$.name'), json_extract_string(source, '$.text')) AS source,
       count(DISTINCT id), count(DISTINCT report)
FROM (SELECT id, report, unnest(CAST(json_extract(line, '$.sources') AS JSON[])) AS source FROM claims)
GROUP BY 1 ORDER BY 2 DESC, 1
"""


@app.command()
def sources(store: StoreOption = None, limit: LimitOption = None, format_: FormatOption = None, raw: RawOption = False) -> None:
    """List who is cited, with how many claims and reports."""
    from marsad.cli.storing import ready
    from marsad.store import index

    with index.connect(ready(store).index) as connection:
        found = connection.execute(QUERY).fetchall()
    show([dict(zip(COLUMNS, row, strict=True)) for row in found[:limit]], COLUMNS, format_, raw=raw)
