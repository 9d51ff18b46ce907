"""Bytes in, reports out: one module for each format, and nothing dropped in silence."""

import sys
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from marsad.ingest.apart import Apart, Known, Meter
from marsad.ingest.draft import Draft
from marsad.ingest.finish import finish
from marsad.ingest.identity import Identities
from marsad.ingest.inputs import STDIN, find_files
from marsad.model.report import Report, SetAside

__all__ = ["read_drafts", "read_inputs"]


def read_inputs(
    inputs: Sequence[str], *, stdin: BinaryIO | None = None, urls: Sequence[str] = (), meter: Meter | None = None
) -> Iterator[Report | SetAside]:
    """Every report that the inputs and addresses hold, one at a time, and everything that could not be read, with its reason."""
    identities = Identities()
    for record in read_drafts(inputs, stdin=stdin, urls=urls, meter=meter):
        yield identities.settle(finish(record), record) if isinstance(record, Draft) else record


def read_drafts(
    inputs: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    urls: Sequence[str] = (),
    keep_received: bool = False,
    knows: Known | None = None,
    meter: Meter | None = None,
) -> Iterator[Draft | SetAside]:
    """The same before header, date, language and id are decided; with their bytes as they came where they are to be kept.

    A document that `knows` says is kept already is not read again: its draft says so.
    """
    with Apart(keep_received=keep_received, knows=knows, meter=meter) as apart:
        yield from _from_files(inputs, apart)
        if STDIN in inputs:
            yield from apart.read_stream(stdin or sys.stdin.buffer, STDIN)
        yield from _fetched(urls, apart)


def _from_files(inputs: Sequence[str], apart: Apart) -> Iterator[Draft | SetAside]:
    for found in find_files(inputs):
        if isinstance(found, SetAside):
            yield found
            continue
        try:
            yield from apart.read_file(found.path, found.label)
        except OSError as fault:
            yield SetAside(found.label, None, f"cannot be read: {fault.strerror or fault}")


def _fetched(urls: Sequence[str], apart: Apart) -> Iterator[Draft | SetAside]:
    if not urls:
        return
    from marsad.ingest.fetch import read_urls  # network code is loaded only when it is asked for

    for url, answer in read_urls(sorted(set(urls))):
        if isinstance(answer, Exception):
            yield SetAside(url, None, f"not fetched: {answer}")
        else:
            yield from apart.read_stream(answer, url, url=url)
