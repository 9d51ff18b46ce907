"""Reports read and drawn as a picture, for the verbs that show one, with a store or without."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from marsad.model.claim import Claim
from marsad.model.picture import Picture
from marsad.model.report import Report, SetAside


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture beside the reports and claims that it rests on."""

    reports: Sequence[Report]
    claims: Sequence[Claim]
    set_aside: Sequence[SetAside]
    picture: Picture

    @property
    def exit_code(self) -> int:
        """3 where some inputs were set aside."""
        return 3 if self.set_aside else 0

    def at(self, day: datetime.date) -> Picture:
        """The picture as of another day."""
        from marsad.picture import picture_at

        return picture_at(day, self.reports, None, self.claims, self.set_aside)


def draw(inputs: Sequence[str], as_of: datetime.date | None = None) -> Drawn:
    """Reads the inputs and draws the picture as of the day, or of the newest report."""
    from marsad import flow
    from marsad.cli.storing import ready
    from marsad.ingest import read_inputs
    from marsad.picture import picture_at
    from marsad.store.store import is_store

    if len(inputs) == 1 and is_store(Path(inputs[0])):
        kept = ready(Path(inputs[0])).contents()
        return Drawn(kept.reports, kept.claims, kept.set_aside, picture_at(as_of, kept.reports, None, kept.claims, kept.set_aside))
    run = flow.read(read_inputs(inputs))
    picture = picture_at(as_of, run.reports, None, run.claims, run.set_aside)
    return Drawn(run.reports, run.claims, run.set_aside, picture)


def parse_day(text: str | None) -> datetime.date | None:
    """The day that the words name."""
    if text is None:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as fault:
        raise typer.BadParameter(f"“{text}” is no day; write it like 2017-03-03") from fault
