"""Which inputs are opened in a process apart: those whose parsers are large and written in C; text and JSON Lines stay here."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import msgspec

from marsad.ingest.child import Child, Died
from marsad.ingest.draft import Records
from marsad.ingest.open import read_stream
from marsad.ingest.opener import ASKS, NO, YES, Request, record_of
from marsad.ingest.sniff import sniff
from marsad.ingest.streams import peek
from marsad.model.report import SetAside

PLAIN = ("text", "jsonl", "empty", "binary", "brotli")


Known = Callable[[bytes], bool]  # by the sha256 of a document, whether a report that came in it is kept


class Meter:
    """How much of the files has been read, in bytes as they lie on the disk."""

    def __init__(self, total: int = 0) -> None:
        self.total, self.before, self.position = total, 0, 0

    def share(self) -> float:
        """From 0 to 1; 0 where nothing is known of the size."""
        return min(1.0, (self.before + self.position) / self.total) if self.total else 0.0


class Apart:
    """Opens inputs, dangerous ones in a child. A context."""

    def __init__(
        self, *, keep_received: bool = False, knows: Known | None = None, meter: Meter | None = None, child: Child | None = None
    ) -> None:
        self.child = child or Child("marsad.ingest.opener")
        self.keep_received, self.knows, self.meter = keep_received, knows, meter or Meter()

    def read_file(self, path: Path, label: str) -> Records:
        """Everything in the file."""
        with path.open("rb") as stream:
            head, _ = peek(stream)
            if sniff(head, path.name) in PLAIN:
                for record in read_stream(stream, label, name=path.name, path=label):
                    self.meter.position = stream.tell()
                    yield record
                self._finish(path)
                return
        yield from self._ask(Request(str(path.absolute()), label, path.name, label, None, self.keep_received, self.knows is not None))
        self._finish(path)

    def _finish(self, path: Path) -> None:
        self.meter.before, self.meter.position = self.meter.before + path.stat().st_size, 0

    def read_stream(self, stream: BinaryIO, label: str, *, url: str | None = None) -> Records:
        """Everything in a pipe or an answer from the network; what is dangerous goes through a temporary file."""
        head, stream = peek(stream)
        if sniff(head) in PLAIN:
            yield from read_stream(stream, label, url=url)
            return
        with tempfile.NamedTemporaryFile() as spooled:
            shutil.copyfileobj(stream, spooled)
            spooled.flush()
            yield from self._ask(Request(spooled.name, label, "", None, url, self.keep_received, self.knows is not None))

    def _ask(self, request: Request) -> Records:
        try:
            for answer in self.child.ask(msgspec.msgpack.encode(request)):
                if answer[:1] == ASKS:
                    self.child.reply(YES if self.knows and self.knows(answer[1:]) else NO)
                else:
                    record, self.meter.position = record_of(answer)
                    yield record
        except Died as fault:
            yield SetAside(request.label, None, f"its reader was stopped here: {fault}")

    def __enter__(self) -> "Apart":
        return self

    def __exit__(self, *exception: object) -> None:
        self.child.end()
