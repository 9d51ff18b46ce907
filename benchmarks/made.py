"""What is read of a short report made for a benchmark."""

import datetime

import msgspec

from marsad import flow
from marsad.ingest.draft import Draft
from marsad.ingest.finish import finish
from marsad.model.claim import Claim

WRITTEN = datetime.date(2016, 11, 30)  # a Wednesday
BEHIND = "\n\nNobody spoke of the war, the rebels or the shelling."  # for a sentence that alone would be a report of peace


def claims_of(text: str) -> list[Claim]:
    """The claims of a text as a report of that day."""
    report = msgspec.structs.replace(finish(Draft(input="made", text=text)), published=WRITTEN)
    return list(flow.read_one(report).claims)
