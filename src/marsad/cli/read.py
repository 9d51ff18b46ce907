"""`marsad read`: reports in, the contract's files out; no store, no configuration, no network."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from marsad.model.report import Report
    from marsad.publish.jsonl import Run

app = typer.Typer()


@app.command()
def read(
    inputs: Annotated[list[str] | None, typer.Argument(metavar="INPUT...", help="Files, folders, globs, and - for standard input.")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="DIR", help="Write all results here.")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Add to each claim its context, its mentions and its card.")] = False,
    fetch: Annotated[list[str] | None, typer.Option("--fetch", metavar="URL", help="Fetch this page or feed; may be repeated.")] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", metavar="N", min=1, max=64, help="Worker processes.")] = 1,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")] = False,
    no_progress: Annotated[bool, typer.Option("--no-progress", help="No progress, also on a terminal.")] = False,
) -> int:
    """Read reports once and write what they claim."""
    from marsad import flow
    from marsad.cli.interrupt import Interrupt
    from marsad.cli.terminal import counted
    from marsad.cli.workers import reader
    from marsad.errors import UsageError
    from marsad.ingest import read_inputs
    from marsad.ingest.apart import Meter
    from marsad.ingest.inputs import size_of

    if output is not None and output.exists() and not output.is_dir():
        raise typer.BadParameter(f"{output} is a file; name a folder", param_hint="-o")
    if not inputs and not fetch:
        raise UsageError("nothing to read: name files or folders, - for standard input, or --fetch URL")
    with Interrupt() as interrupt, reader(jobs) as read_reports:
        meter = Meter(size_of(inputs or ()))
        found = read_inputs(inputs or (), urls=fetch or (), meter=meter)
        records = counted(found, "reports", quiet=quiet or no_progress, share=lambda _: meter.share())
        run = flow.read(interrupt.until(records), reader=read_reports)
        if output is None:
            _print_claims(run, explain)
        else:
            _write(run, output, explain)
    return _finish(run, interrupt.asked, quiet, named=output is None)


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
    parts = [_number(len(reports), "report"), _number(len(list(run.claims)), "claim")]
    for count, words in (
        (sum(report.copy_of is not None for report in reports), "copies of others"),
        (sum(report.language not in ("en", None) for report in reports), "in other languages, kept but not read"),
        (sum(bool(report.flags) for report in reports), "flagged"),
        (aside, "set aside"),
    ):
        if count:
            parts.append(f"{count:,} {words}")
    return ", ".join(parts)


def _number(count: int, of: str) -> str:
    return f"{count:,} {of}{'' if count == 1 else 's'}"
