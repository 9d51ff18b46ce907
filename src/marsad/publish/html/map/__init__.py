"""The map of the situation report: inline SVG over the outlines that ship with the package, no tiles and no network."""
