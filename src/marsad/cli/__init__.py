"""The command line: one module for each verb, loaded only when it is called."""

# A verb is a module `marsad.cli.<verb>` with `app = typer.Typer()` and one command, or several for `marsad verb sub`.
# It imports what it needs inside its function, so that `marsad --help` stays quick. The order here is that of the help.

import importlib
import importlib.util
import os
import sys
from collections.abc import Sequence
from typing import Any

import typer
from typer.core import TyperGroup

from marsad.cli.terminal import say
from marsad.errors import MarsadError

VERBS = (
    "read",
    "situation",
    "export",
    "ingest",
    "reread",
    "status",
    "reports",
    "claims",
    "figures",
    "holdings",
    "incidents",
    "sources",
    "places",
    "explain",
    "decide",
    "diff",
    "outlook",
    "review",
    "grammar",
    "gazetteer",
    "check",
    "backup",
    "restore",
    "rebuild",
    "migrate",
    "redact",
)
INTERRUPTED = 130


class Verbs(TyperGroup):
    """The verbs whose modules are there."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - as the library calls it
        """The names of the verbs, in the order of the help."""
        return [verb for verb in VERBS if importlib.util.find_spec(f"marsad.cli.{verb}")]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The verb's command, or None where there is no such verb."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command = typer.main.get_command(importlib.import_module(f"marsad.cli.{cmd_name}").app)
        command.name = cmd_name
        return command


def _version(on: bool) -> None:
    if on:
        from marsad import __version__

        print(f"marsad {__version__}")  # noqa: T201
        raise typer.Exit


app = typer.Typer(
    name="marsad",
    cls=Verbs,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def marsad(
    version: bool = typer.Option(False, "--version", help="Say which version this is.", is_eager=True, callback=_version),
) -> None:
    """Reads crisis reports offline and turns them into sourced claims, reconciled figures and a situation report."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line and ends the process with the contract's exit code."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """The exit code of a command line; every error that a person can act on is one line on standard error."""
    command = typer.main.get_command(app)
    try:
        result = command.main(list(sys.argv[1:] if arguments is None else arguments), prog_name="marsad", standalone_mode=False)
    except MarsadError as fault:
        say(f"marsad: {fault}")
        return fault.exit_code
    except (KeyboardInterrupt, typer.Abort):
        say("marsad: interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as fault:
        say(f"marsad: {fault.strerror or fault}{f': {fault.filename}' if fault.filename else ''}")
        return 1
    except Exception as fault:
        if not hasattr(fault, "exit_code") or not hasattr(fault, "show"):
            raise
        fault.show()
        return int(fault.exit_code)
    return result if isinstance(result, int) else 0
