"""`marsad sources`: list who is cited, with how many claims and reports."""

from marsad.cli.listing import list_verb

COLUMNS = {"source": "text", "claims": "whole", "reports": "whole"}
QUERY = """
SELECT coalesce(json_extract_string(source, '$.name'), json_extract_string(source, '$.text')) AS source,
       count(DISTINCT id), count(DISTINCT report)
FROM (SELECT id, report, unnest(CAST(json_extract(line, '$.sources') AS JSON[])) AS source FROM chosen)
GROUP BY 1 ORDER BY 2 DESC, 1
"""
app = list_verb("claims", "List who is cited, with how many claims and reports.", COLUMNS, query=QUERY)
