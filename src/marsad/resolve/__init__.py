"""Anchors what the readers found: each time, place, actor and source of a report, with method and uncertainty."""
