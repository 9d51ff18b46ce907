"""What a user may set from outside, each by a variable of the environment; nothing else changes what is read."""

import os
from pathlib import Path

from marsad.errors import UsageError

SYNTAX = "MARSAD_SYNTAX"


def chosen_syntax() -> Path | None:
    """The folder of the larger syntax pipeline that MARSAD_SYNTAX names; None for the shipped one."""
    named = os.environ.get(SYNTAX)
    if not named:
        return None
    if not (Path(named) / "config.cfg").is_file():
        raise UsageError(f"{SYNTAX}: {named} is no folder of a spaCy pipeline: it holds no config.cfg")
    return Path(named).resolve()
