"""`marsad places`: list the places of claims, with coordinates and how many claims."""

from marsad.cli.listing import list_verb

COLUMNS = {
    "place": "text",
    "country": "text",
    "lat": "number",
    "lon": "number",
    "radius_km": "number",
    "method": "text",
    "claims": "whole",
    "reports": "whole",
}
QUERY = """
SELECT coalesce(json_extract_string(place, '$.name'), json_extract_string(place, '$.text')),
       any_value(json_extract_string(place, '$.country') ORDER BY id), any_value(CAST(json_extract(place, '$.lat') AS DOUBLE) ORDER BY id),
       any_value(CAST(json_extract(place, '$.lon') AS DOUBLE) ORDER BY id), max(CAST(json_extract(place, '$.radius_km') AS DOUBLE)),
       any_value(json_extract_string(place, '$.method') ORDER BY id), count(DISTINCT id), count(DISTINCT report)
FROM (SELECT id, report, unnest(CAST(json_extract(line, '$.places') AS JSON[])) AS place FROM chosen)
GROUP BY coalesce(json_extract_string(place, '$.name'), json_extract_string(place, '$.text')), json_extract_string(place, '$.id')
ORDER BY 7 DESC, 1
"""
app = list_verb("claims", "List the places of claims, with coordinates and how many claims.", COLUMNS, query=QUERY)
