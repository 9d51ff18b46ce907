"""`marsad places`: list the places of claims, with coordinates and how many claims."""

import typer

from marsad.cli.listing import FormatOption, LimitOption, RawOption, show
from marsad.cli.storing import StoreOption

app = typer.Typer()
COLUMNS = ("place", "country", "lat", "lon", "radius_km", "method", "claims", "reports")
QUERY = """
SELECT coalesce(json_extract_string(place, '$.name'), json_extract_string(place, '$.text')),
       any_value(json_extract_string(place, '$.country') ORDER BY id), any_value(CAST(json_extract(place, '$.lat') AS DOUBLE) ORDER BY id),
       any_value(CAST(json_extract(place, '$.lon') AS DOUBLE) ORDER BY id), max(CAST(json_extract(place, '$.radius_km') AS DOUBLE)),
       any_value(json_extract_string(place, '$.method') ORDER BY id), count(DISTINCT id), count(DISTINCT report)
FROM (SELECT id, report, unnest(CAST(json_extract(line, '$.places') AS JSON[])) AS place FROM claims)
GROUP BY coalesce(json_extract_string(place, '$.name'), json_extract_string(place, '$.text')), json_extract_string(place, '$.id')
ORDER BY 7 DESC, 1
"""


@app.command()
def places(store: StoreOption = None, limit: LimitOption = None, format_: FormatOption = None, raw: RawOption = False) -> None:
    """List the places of claims, with coordinates and how many claims."""
    from marsad.cli.storing import ready
    from marsad.store import index

    with index.connect(ready(store).index) as connection:
        found = connection.execute(QUERY).fetchall()
    show([dict(zip(COLUMNS, row, strict=True)) for row in found[:limit]], COLUMNS, format_, raw=raw)
