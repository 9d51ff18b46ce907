"""`marsad reread`: kept reports through the present rules."""

from itertools import islice
from typing import Annotated

import typer

from marsad.cli.storing import StoreOption, opened

app = typer.Typer()
BATCH = 64


@app.command()
def reread(
    store: StoreOption = None, jobs: Annotated[int, typer.Option("--jobs", "-j", metavar="N", min=1, max=64, help="Worker processes.")] = 1
) -> None:
    """Read the kept reports again; what was read before stays in the ledger."""
    from marsad import __version__
    from marsad.cli.terminal import counted, say
    from marsad.cli.workers import reader
    from marsad.model.report import SetAside
    from marsad.store.record import Reading, encode

    found = opened(store)
    changed = 0
    with found.own(), reader(jobs) as read:
        found.ledger.mend()
        kept = found.folded().kept
        names = iter(counted(sorted(kept), "reports", total=len(kept)))
        while group := list(islice(names, BATCH)):
            new = []
            for reading in read([kept[report].report for report in group]):
                if isinstance(reading, SetAside):
                    say(f"marsad: kept as it was: {reading.record}: {reading.reason}")
                    continue
                before = kept[reading.report.id]
                if (before.mentions, before.claims) != (reading.mentions, tuple(reading.claims)):
                    changed += 1
                    new.append(
                        encode(
                            Reading(report=reading.report.id, mentions=reading.mentions, claims=tuple(reading.claims), reader=__version__)
                        )
                    )
            found.ledger.append(new)
        found.rebuild()
    say(f"{len(kept):,} reports read again, {changed:,} read otherwise than before")
