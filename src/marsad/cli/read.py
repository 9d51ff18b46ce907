"""`marsad read`: reports in, the contract's files out; no store, no configuration, no network."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from marsad.model.report import Report
    from marsad.publish.jsonl import Run

app = typer.Typer()


@app.command()
def read(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT...", help="Files, folders, globs, and - for standard input.")],
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="DIR", help="Write all results here.")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Add to each claim its context, its mentions and its card.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")] = False,
    no_progress: Annotated[bool, typer.Option("--no-progress", help="No progress, also on a terminal.")] = False,
) -> int:
    """Read reports once and write what they claim."""
    from marsad.cli.interrupt import Interrupt
    from marsad.cli.terminal import counted
    from marsad.ingest import read_inputs

    if output is not None and output.exists() and not output.is_dir():
        raise typer.BadParameter(f"{output} is a file; name a folder", param_hint="-o")
    with Interrupt() as interrupt:
        records = counted(read_inputs(inputs), "reports", quiet=quiet or no_progress)
        run = _flow().read(interrupt.until(records))
        if output is None:
            _print_claims(run, explain)
        else:
            _write(run, output, explain)
    return _finish(run, interrupt.asked, quiet, named=output is None)


def _flow() -> Any:
    """The flow; while parts of it are not there, one that reads nothing."""
    try:
        from marsad import flow
    except ImportError:
        from marsad.cli import only_reports as flow  # type: ignore[no-redef]
    return flow


def _print_claims(run: "Run", explain: bool) -> None:
    out = sys.stdout.buffer
    for line in _claim_lines(run, explain):
        out.write(line + b"\n")
    out.flush()


def _write(run: "Run", folder: Path, explain: bool) -> None:
    from marsad.publish.jsonl import write_folder, write_lines

    write_folder(run, folder)
    if explain:
        write_lines(folder / "claims.jsonl", _claim_lines(run, explain))


def _claim_lines(run: "Run", explain: bool) -> Iterator[bytes]:
    from marsad.publish.jsonl import claim_lines

    if not explain:
        yield from claim_lines(run.claims)
        return
    from marsad.publish.explained import explained_lines

    yield from explained_lines(run)


def _finish(run: "Run", interrupted: bool, quiet: bool, *, named: bool) -> int:
    """Says what was read and what was not; the exit code."""
    from marsad.cli.terminal import one_line, say

    aside = list(run.set_aside)
    if named or not quiet:
        for found in aside[:20] if named else []:
            say(f"set aside: {one_line(': '.join(filter(None, (found.input, found.record, found.reason))))}")
        if named and len(aside) > 20:
            say(f"set aside: {len(aside) - 20} more; all of them are in set_aside.jsonl with -o DIR")
    if not quiet:
        say(_summary(run, len(aside)))
    return 130 if interrupted else 3 if aside else 0


def _summary(run: "Run", aside: int) -> str:
    reports: list[Report] = list(run.reports)
    parts = [f"{len(reports):,} reports", f"{len(list(run.claims)):,} claims"]
    for count, words in (
        (sum(report.copy_of is not None for report in reports), "copies of others"),
        (sum(report.language not in ("en", None) for report in reports), "in other languages, kept but not read"),
        (sum(bool(report.flags) for report in reports), "flagged"),
        (aside, "set aside"),
    ):
        if count:
            parts.append(f"{count:,} {words}")
    return ", ".join(parts)
