"""`marsad ingest`: reports into the store, once each, nothing lost."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from marsad.cli.storing import StoreOption, store_folder
from marsad.errors import UsageError

if TYPE_CHECKING:
    from marsad.cli.taking_in import Taking
    from marsad.store.store import Store

app = typer.Typer()


@app.command()
def ingest(
    inputs: Annotated[
        list[str] | None, typer.Argument(metavar="[INPUT...]", help="Files, folders, globs, and - for standard input.")
    ] = None,
    store: StoreOption = None,
    fetch: Annotated[list[str] | None, typer.Option("--fetch", metavar="URL", help="Fetch this page or feed; may be repeated.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be new; keep nothing.")] = False,
    retry_failed: Annotated[bool, typer.Option("--retry-failed", help="Try again what was set aside, up to five times.")] = False,
    jobs: Annotated[int, typer.Option("--jobs", "-j", metavar="N", min=1, max=64, help="Worker processes.")] = 1,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")] = False,
    no_progress: Annotated[bool, typer.Option("--no-progress", help="No progress, also on a terminal.")] = False,
) -> int:
    """Take reports into the store: new ones are read, seen ones passed over, unreadable ones remembered."""
    if not inputs and not fetch and not retry_failed:
        raise UsageError("nothing to ingest: name files or folders, or use --fetch URL or --retry-failed")
    from marsad.cli.interrupt import Interrupt
    from marsad.cli.taking_in import Taking, to_retry
    from marsad.cli.terminal import counted, say
    from marsad.cli.workers import reader
    from marsad.ingest import read_drafts
    from marsad.ingest.apart import Meter
    from marsad.ingest.inputs import size_of, sources

    with _owned(store_folder(store), dry_run) as opened, Interrupt() as interrupt, reader(jobs) as read:
        opened.ledger.mend()
        named = [*(inputs or []), *(to_retry(opened) if retry_failed else [])]
        _preflight(opened.free_bytes(), size_of(named))
        taking = Taking(opened, read, dry_run=dry_run)
        meter = Meter(size_of(named))
        found = read_drafts(named, urls=fetch or (), keep_received=True, knows=taking.seen.knows, meter=meter)
        drafts = counted(found, "reports", quiet=quiet or no_progress, share=lambda _: meter.share())
        taking.take(interrupt.until(drafts), sources(named))
        taking.log([*named, *(fetch or [])], interrupted=interrupt.asked)
        if not dry_run and not interrupt.asked:
            opened.rebuild()  # after an interruption the next command that reads the store does it, once for all of them
    if not quiet:
        say(taking.counts.words() + (" (nothing was kept: --dry-run)" if dry_run else ""))
    return _exit_code(taking, interrupt.asked)


@contextmanager
def _owned(folder: Path, dry_run: bool) -> Iterator["Store"]:
    """The store in the folder, made where there is none; that of a dry run is gone afterwards."""
    from tempfile import TemporaryDirectory

    from marsad.store.store import Store

    with ExitStack() as passing:
        if dry_run and not folder.exists():
            folder = Path(passing.enter_context(TemporaryDirectory())) / folder.name
        opened = Store.open_or_make(folder)
        with opened.own():
            yield opened


def _exit_code(taking: "Taking", interrupted: bool) -> int:
    return 130 if interrupted else 3 if taking.counts.aside else 0


def _preflight(free: int, size: int) -> None:
    """Refuses before anything is written where the disk cannot take what is coming."""
    if free < 3 * size:
        raise OSError(28, f"the disk has {free // 1_000_000:,} MB left and this needs about {3 * size // 1_000_000:,} MB")
