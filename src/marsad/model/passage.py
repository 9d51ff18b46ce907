"""A sentence of a report, with its place in the report."""

from typing import Literal

import msgspec

from marsad.model.report import Field

PassageKind = Literal["headline", "body", "bullet", "header"]


class Passage(msgspec.Struct, frozen=True):
    """One sentence (or headline, or bullet); `start` and `end` are offsets in the report's field."""

    field: Field
    start: int
    end: int
    text: str
    index: int  # counted over the field
    paragraph: int
    kind: PassageKind = "body"
