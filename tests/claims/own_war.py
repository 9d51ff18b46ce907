"""Sentences of our own about an invented war, read as a report of 23 November 2016."""

import datetime

from marsad.flow import read_one
from marsad.model.claim import Claim
from marsad.model.report import Report

BEFORE = "The war between the army and the rebels goes on in Mali.\n\n"


def claims(text: str) -> tuple[Claim, ...]:
    """What the report says that goes on with this text."""
    return read_one(Report(id="r", text=BEFORE + text, sha256="0" * 64, published=datetime.date(2016, 11, 23))).claims


def counted(text: str, type_: str) -> list[float | None]:
    """The numbers of its claims of one type."""
    return [c.quantity.best for c in claims(text) if c.type == type_ and c.quantity is not None]
