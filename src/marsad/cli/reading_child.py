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


if __name__ == "__main__":
    serve(answers)
