"""Reports and claims for the verbs that show a picture: out of the store, or read from inputs for this once."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from marsad.errors import UsageError
from marsad.model.claim import Claim
from marsad.model.mention import Mentions
from marsad.model.report import Report, SetAside

InputsArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="[INPUT...]", help="A store, or files, folders, globs and - to read for this once; by default the store."),
]


class Gathered(msgspec.Struct, frozen=True):
    """What a picture is drawn from."""

    reports: Sequence[Report]
    claims: Sequence[Claim]
    mentions: dict[str, Mentions]
    set_aside: Sequence[SetAside]
    interrupted: bool = False
    store: Path | None = None
    rejected: Sequence[Claim] = ()  # kept, and no part of the picture


def gather(inputs: Sequence[str] | None, store: Path | None, *, quiet: bool = True) -> Gathered:
    """Everything in the store that is meant; where inputs are named, what is read in them."""
    from marsad.store.store import is_store

    if inputs and store:
        raise UsageError("name inputs to read for this once, or --store, not both")
    if inputs and not (len(inputs) == 1 and is_store(Path(inputs[0]))):
        return _read(inputs, quiet=quiet)
    from marsad.cli.storing import ready

    opened = ready(Path(inputs[0]) if inputs else store)
    kept = opened.contents()
    return Gathered(
        kept.reports,
        kept.counted,
        kept.mentions,
        kept.set_aside,
        store=opened.folder,
        rejected=[claim for claim in kept.claims if claim.id in kept.rejected],
    )


def _read(inputs: Sequence[str], *, quiet: bool) -> Gathered:
    from marsad import flow
    from marsad.cli.interrupt import Interrupt
    from marsad.cli.terminal import counted
    from marsad.ingest import read_inputs

    with Interrupt() as interrupt:
        run = flow.read(interrupt.until(counted(read_inputs(list(inputs)), "reports", quiet=quiet)))
    return Gathered(run.reports, run.claims, run.mentions, run.set_aside, interrupt.asked)
