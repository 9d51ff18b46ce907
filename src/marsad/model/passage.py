"""A sentence of a report, with its place in the report."""

from typing import Literal

import msgspec

from marsad.model.report import Field

PassageKind = Literal["headline", "body", "bullet", "header", "row"]  # a row is a line of a table of figures


class Passage(msgspec.Struct, frozen=True):
    """One sentence (or headline, bullet or row of a table); `start` and `end` are offsets in the report's field."""

    field: Field
    start: int
    end: int
    text: str
    index: int  # counted over the field
    paragraph: int
    kind: PassageKind = "body"
