"""`marsad reread`: kept reports through the present rules."""

from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from marsad.cli.storing import StoreOption, opened

if TYPE_CHECKING:
    from marsad.store.decisions import Standing

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
    from marsad.store.decisions import standings
    from marsad.store.record import Reading, encode

    found = opened(store)
    changed = 0
    with found.own(), reader(jobs) as read:
        found.ledger.mend()
        kept = found.folded().kept
        names = iter(counted(sorted(kept), "reports", share=lambda number: number / len(kept)))
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
    for one in standings(found.folded()):
        if one.recheck:
            say(f"to be checked again: claim {one.decision.claim}, {one.decision.verdict} by {one.decision.by}; {_now(one)}")


def _now(one: "Standing") -> str:
    """What stands on the words that were decided about."""
    if one.claim is None:
        return "nothing is read there any more"
    return "it says something else" if one.claim == one.decision.claim else f"claim {one.claim} stands there now"
