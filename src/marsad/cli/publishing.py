"""What the verbs that publish share: reports read into an edition, files written whole, the closing line."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from marsad.publish.edition import Edition


def read_edition(inputs: Sequence[str], *, quiet: bool, **choices: Any) -> tuple["Edition", bool]:
    """The edition of these inputs, and whether the run was interrupted before all were read."""
    from marsad import flow
    from marsad.cli.interrupt import Interrupt
    from marsad.cli.storing import ready
    from marsad.cli.terminal import counted
    from marsad.ingest import read_inputs
    from marsad.publish.edition import edition_of
    from marsad.store.store import is_store

    if len(inputs) == 1 and is_store(Path(inputs[0])):
        kept = ready(Path(inputs[0])).contents()
        return edition_of(kept.reports, kept.claims, mentions=kept.mentions, set_aside=kept.set_aside, **choices), False
    with Interrupt() as interrupt:
        run = flow.read(interrupt.until(counted(read_inputs(list(inputs)), "reports", quiet=quiet)))
    edition = edition_of(run.reports, run.claims, mentions=run.mentions, set_aside=run.set_aside, **choices)
    return edition, interrupt.asked


def write(text: str, target: Path | None) -> None:
    """The file holds the text, or is as it was before; without a file it goes to standard output."""
    data = text.encode("utf-8", "replace")
    if target is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f"{target.name}.{os.getpid()}.tmp")
    try:
        with unfinished.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def finish(edition: "Edition", written: Sequence[str], *, quiet: bool, interrupted: bool) -> int:
    """Says what was read, set aside and written; the exit code."""
    from marsad.cli.terminal import one_line, say

    for aside in edition.set_aside[:20]:
        say(f"set aside: {one_line(': '.join(filter(None, (aside.input, aside.record, aside.reason))))}")
    if not quiet:
        picture = edition.picture
        found = {"reports": edition.reports, "claims": edition.claims, "figures": picture.figures, "holdings": picture.holdings}
        counts = ", ".join(f"{len(things):,} {name}" for name, things in (found | {"incidents": picture.incidents}).items())
        say(f"{counts}; {'internal, nothing withheld' if edition.internal else 'public, private names and exact sites withheld'}")
        for name in written:
            say(f"wrote {name}")
    return 130 if interrupted else 3 if edition.set_aside else 0
