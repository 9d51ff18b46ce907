"""Bytes in, reports out: one module for each format, and nothing dropped in silence."""

import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import BinaryIO

from marsad.ingest.draft import Draft
from marsad.ingest.finish import finish
from marsad.ingest.identity import Identities
from marsad.ingest.inputs import STDIN, find_files
from marsad.ingest.open import read_stream
from marsad.model.report import Report, SetAside

__all__ = ["read_drafts", "read_inputs"]


def read_inputs(inputs: Sequence[str], *, stdin: BinaryIO | None = None, urls: Sequence[str] = ()) -> Iterator[Report | SetAside]:
    """Every report that the inputs and addresses hold, one at a time, and everything that could not be read, with its reason."""
    identities = Identities()
    for record in read_drafts(inputs, stdin=stdin, urls=urls):
        yield identities.settle(finish(record), record) if isinstance(record, Draft) else record


def read_drafts(inputs: Sequence[str], *, stdin: BinaryIO | None = None, urls: Sequence[str] = ()) -> Iterator[Draft | SetAside]:
    """The same before header, date, language and id are decided, each with its bytes as they came."""
    yield from chain(_records(inputs, stdin), _fetched(urls))


def _records(inputs: Sequence[str], stdin: BinaryIO | None) -> Iterator[Draft | SetAside]:
    for found in find_files(inputs):
        if isinstance(found, SetAside):
            yield found
            continue
        try:
            with found.path.open("rb") as stream:
                yield from read_stream(stream, found.label, name=found.path.name, path=found.label)
        except OSError as fault:
            yield SetAside(found.label, None, f"cannot be read: {fault.strerror or fault}")
    if STDIN in inputs:
        yield from read_stream(stdin or sys.stdin.buffer, STDIN)


def _fetched(urls: Sequence[str]) -> Iterator[Draft | SetAside]:
    if not urls:
        return
    from marsad.ingest.fetch import read_urls

    for url, answer in read_urls(sorted(set(urls))):
        if isinstance(answer, Exception):
            yield SetAside(url, None, f"not fetched: {answer}")
        else:
            yield from read_stream(answer, url, url=url)
