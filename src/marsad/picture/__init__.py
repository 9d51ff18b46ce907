"""The state as of a date: what is supported, what changed, what contradicts, what nobody knows, what it would imply."""

from marsad.picture.at import picture_at
from marsad.picture.changes import changes
from marsad.picture.explain import explain
from marsad.picture.gaps import gaps
from marsad.picture.outlook import outlooks, score_outlooks

__all__ = ["changes", "explain", "gaps", "outlooks", "picture_at", "score_outlooks"]
