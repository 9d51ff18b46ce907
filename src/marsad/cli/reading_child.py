"""The child that reads reports: `python -m marsad.cli.reading_child` answers a list of reports with a list of readings."""

from collections.abc import Iterator

import msgspec

from marsad.ingest.child import serve
from marsad.model.claim import Claim
from marsad.model.mention import Mentions
from marsad.model.report import Report


class Read(msgspec.Struct, frozen=True):
    """One report as read; the same as the flow's own reading."""

    report: Report
    mentions: Mentions
    claims: tuple[Claim, ...]


def answers(request: bytes) -> Iterator[bytes]:
    """One answer: the readings of all reports in the request."""
    from marsad.flow import read_reports

    reports = msgspec.msgpack.decode(request, type=list[Report])
    yield msgspec.msgpack.encode([Read(one.report, one.mentions, tuple(one.claims)) for one in read_reports(reports)])


def load() -> None:
    """The readers are in memory: what a first report would wait for."""
    from marsad.flow import read_one
    from marsad.ingest.draft import Draft
    from marsad.ingest.finish import finish

    read_one(finish(Draft(input="", text="Some 400 people fled.")))


if __name__ == "__main__":
    serve(answers, load)
