"""`marsad status`: what the store holds and how it is."""

import json
import sys
import time
from typing import Annotated, Any

import typer

from marsad.cli.storing import StoreOption, ready

app = typer.Typer()


@app.command()
def status(store: StoreOption = None, as_json: Annotated[bool, typer.Option("--json", help="For monitoring.")] = False) -> None:
    """Say what the store holds, when it was last fed, and how much disk is left."""
    from marsad import __version__
    from marsad.cli.taking_in import may_retry
    from marsad.store import index
    from marsad.store.decisions import standings
    from marsad.store.store import SCHEMA

    opened = ready(store)
    counts, _ = opened.ask(index.counts)
    folded = opened.folded()
    decided = standings(folded)
    found: dict[str, Any] = {
        "store": str(opened.folder),
        **counts,
        "to_retry": sum(may_retry(aside) for aside in folded.asides.values()),
        "decisions": len(decided),
        "to_check_again": sum(one.recheck for one in decided),
        "removed": len(folded.tombstones),
        "backups": len(opened.backups()),
        "last_ingest": folded.runs[-1].began if folded.runs else None,
        "last_interrupted": bool(folded.runs and folded.runs[-1].interrupted),
        "ledger_bytes": opened.ledger.size(),
        "ledger_records": folded.records,
        "index_current": opened.index_position() == opened.position(),
        "index_age_seconds": int(max(0, time.time() - opened.index.stat().st_mtime)),
        "schema": SCHEMA,
        "version": __version__,
        "free_bytes": opened.free_bytes(),
    }
    if as_json:
        sys.stdout.write(json.dumps(found) + "\n")
    else:
        sys.stdout.writelines(
            f"{key.replace('_', ' '):18} {f'{value:,}' if type(value) is int else value}\n" for key, value in found.items()
        )
