"""Renews docs/commands.md from the command line itself.

make docs
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.main import get_command

PAGE = Path(__file__).resolve().parent.parent / "docs" / "commands.md"
HIDDEN = {"help", "install_completion", "show_completion"}
HEAD = """\
# Commands

Every verb with its arguments and options, as `marsad VERB --help` says them; made by `make docs`.

Data goes to standard output or to files, messages and progress to standard error; progress only on a terminal.

| exit code | meaning |
| --- | --- |
| 0 | all read |
| 1 | failed |
| 2 | wrong usage |
| 3 | done, some inputs set aside |
| 4 | the store is busy; the message names the process |
| 5 | the store is damaged, or newer than the program |
| 130 | interrupted; work so far is kept |
"""


def verbs(command: Any) -> list[tuple[str, Any]]:
    """The verbs below a command, in the order of its help."""
    if not hasattr(command, "list_commands"):
        return []
    found = [(name, command.get_command(None, name)) for name in command.list_commands(None)]
    return [(name, one) for name, one in found if not one.hidden]


def sections(command: Any, name: str) -> Iterator[str]:
    """One section for each verb, subverbs after their group."""
    below = verbs(command)
    if name != "marsad":
        yield f"## {name}\n\n{plain(command.help)}\n"
    rows = [] if below else [row(one) for one in command.params if not getattr(one, "hidden", False) and one.name not in HIDDEN]
    if rows:
        yield "\n".join(["| argument or option | what it does |", "| --- | --- |", *rows]) + "\n"
    for verb, one in below:
        yield from sections(one, f"{name} {verb}")


def row(parameter: Any) -> str:
    """An argument or option with its help."""
    options = [*parameter.opts, *parameter.secondary_opts]
    shown = ", ".join(f"`{option}`" for option in options) if options[0].startswith("-") else f"`{parameter.metavar or options[0].upper()}`"
    return f"| {shown} | {plain(getattr(parameter, 'help', None))} |"


def plain(words: str | None) -> str:
    """Help text on one line, safe in a table."""
    return " ".join((words or "").split()).replace("|", "\\|")


def made() -> str:
    """The page as it should stand."""
    from marsad.cli import app

    return "\n".join([HEAD, *sections(get_command(app), "marsad")]).rstrip() + "\n"


if __name__ == "__main__":
    PAGE.write_text(made(), encoding="utf-8")
