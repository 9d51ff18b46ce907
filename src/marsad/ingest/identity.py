"""One id, one report: what happens when an id comes twice in a run."""

import hashlib

import msgspec

from marsad.ingest.draft import Draft
from marsad.model.report import Report, SetAside


class Identities:
    """The ids of a run, each with a digest of its report; digests keep a million of them small."""

    def __init__(self) -> None:
        self.seen: dict[bytes, bytes] = {}
        self.repeats: dict[bytes, int] = {}

    def settle(self, report: Report, draft: Draft) -> Report | SetAside:
        """The report with an id of its own, or why it cannot have one.

        A derived id that comes again belongs to the same words in another place: the later one is kept as `<id>-2`.
        A given id that comes again cannot be changed: the later report is set aside.
        """
        key, digest = _digest(report.id), _digest(f"{report.title}\0{report.text}")
        earlier = self.seen.setdefault(key, digest)
        if key not in self.repeats:
            self.repeats[key] = 1
            return report
        if draft.id is not None:
            reason = "repeats a report of the same id and words" if earlier == digest else "its id was given to another report before"
            return SetAside(draft.input, draft.record, f"{reason}: {report.id}")
        self.repeats[key] += 1
        return msgspec.structs.replace(report, id=f"{report.id}-{self.repeats[key]}")


def _digest(value: str) -> bytes:
    return hashlib.sha256(value.encode("utf-8", "surrogatepass")).digest()[:12]
