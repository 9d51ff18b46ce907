"""Reports read and drawn as a picture, for the verbs that show one, with a store or without."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from marsad.cli.gathered import gather
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
    store: Path | None = None
    rejected: Sequence[Claim] = ()

    @property
    def exit_code(self) -> int:
        """3 where some inputs of this run were set aside; what a store could not read earlier was said then."""
        return 3 if self.set_aside and self.store is None else 0

    def at(self, day: datetime.date) -> Picture:
        """The picture as of another day."""
        from marsad.picture import picture_at

        return picture_at(day, self.reports, None, self.claims, self.set_aside)


def draw(inputs: Sequence[str] | None, store: Path | None = None, as_of: datetime.date | None = None) -> Drawn:
    """The picture as of the day, or of the newest report, of the store or of the inputs."""
    from marsad.picture import picture_at

    found = gather(inputs, store)
    picture = picture_at(as_of, found.reports, None, found.claims, found.set_aside)
    return Drawn(found.reports, found.claims, found.set_aside, picture, found.store, found.rejected)


def parse_day(text: str | None) -> datetime.date | None:
    """The day that the words name."""
    if text is None:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as fault:
        raise typer.BadParameter(f"“{text}” is no day; write it like 2017-03-03") from fault
