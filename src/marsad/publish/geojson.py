"""GeoJSON after RFC 7946: WGS 84, longitude before latitude, null geometry for what could not be located."""

import datetime
from typing import Any

import msgspec

from marsad.publish.edition import Edition
from marsad.publish.table import Row, Table

ID = {"claims": "claim_id", "figures": "figure_id", "holdings": "holding_id", "incidents": "incident_id"}
PLACES = 5  # decimals: about a metre


def geojson_text(table: Table, edition: Edition) -> str:
    """The table as a collection of point features, one a line; the coordinates move from the columns into the geometry."""
    features = [msgspec.json.encode(feature(table.name, row)).decode() for row in table.rows]
    head = msgspec.json.encode(
        {"as_of": _plain(edition.picture.as_of), "sensitivity": "internal" if edition.internal else "public"}
    ).decode()
    return f'{{"type":"FeatureCollection","marsad":{head},"features":[\n' + ",\n".join(features) + "\n]}\n"


def feature(name: str, row: Row) -> dict[str, Any]:
    """One row as a feature."""
    lat, lon = row.get("latitude"), row.get("longitude")
    geometry = None
    if isinstance(lat, float | int) and isinstance(lon, float | int) and -90 <= lat <= 90 and -180 <= lon <= 180:
        geometry = {"type": "Point", "coordinates": [round(float(lon), PLACES), round(float(lat), PLACES)]}
    properties = {k: _plain(v) for k, v in row.items() if k not in {"latitude", "longitude"} and v is not None}
    return {"type": "Feature", "id": row[ID[name]], "geometry": geometry, "properties": properties}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime.date) else value
