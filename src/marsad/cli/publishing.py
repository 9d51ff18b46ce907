"""What the verbs that publish share: reports read into an edition, files written whole, the closing line."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from marsad.cli.gathered import Gathered
    from marsad.publish.edition import Edition


def read_edition(inputs: Sequence[str] | None, store: Path | None, *, quiet: bool, **choices: Any) -> tuple["Edition", "Gathered"]:
    """The edition of the store or of these inputs, and what it was made of."""
    from marsad.cli.gathered import gather
    from marsad.publish.edition import edition_of

    found = gather(inputs, store, quiet=quiet)
    return edition_of(found.reports, found.claims, mentions=found.mentions, set_aside=found.set_aside, **choices), found


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


def finish(edition: "Edition", found: "Gathered", written: Sequence[str], *, quiet: bool) -> int:
    """Says what was read, set aside and written; the exit code. What a store could not read was said when it was taken in."""
    from marsad.cli.terminal import one_line, say

    aside = [] if found.store else list(edition.set_aside)
    for one in aside[:20]:
        say(f"set aside: {one_line(': '.join(filter(None, (one.input, one.record, one.reason))))}")
    if not quiet:
        picture = edition.picture
        things = {"reports": edition.reports, "claims": edition.claims, "figures": picture.figures, "holdings": picture.holdings}
        counts = ", ".join(f"{len(listed):,} {name}" for name, listed in (things | {"incidents": picture.incidents}).items())
        say(f"{counts}; {'internal, nothing withheld' if edition.internal else 'public, private names and exact sites withheld'}")
        for name in written:
            say(f"wrote {name}")
    return 130 if found.interrupted else 3 if aside else 0
