"""Who printed and who said it first, and what nobody says."""

from dataclasses import dataclass

from marsad.publish import words
from marsad.publish.edition import Edition

ROLES = {"publisher and root": "publisher, also in its own words", "publisher": "publisher", "root": "quoted"}


@dataclass(frozen=True)
class SourceRow:
    """One publisher or root."""

    name: str
    role: str
    reports: int
    copies: int
    claims: int
    figures: int
    newest: str


def sources(edition: Edition) -> list[SourceRow]:
    """Who printed and who said it first."""
    return [
        SourceRow(
            edition.say(s.name) or "not named",
            ROLES.get(s.role, s.role),
            len(s.reports),
            s.copies,
            s.claims,
            len(s.figures),
            words.short_date(s.newest),
        )
        for s in sorted(edition.picture.sources, key=lambda s: (-len(s.reports), -s.claims, s.name))
    ]


def gaps(edition: Edition) -> dict[str, list[str]]:
    """What nobody knows or has said lately, by kind."""
    grouped: dict[str, list[str]] = {}
    paths = sorted(
        {p for p in (*(r.path for r in edition.reports), *(s.input for s in edition.set_aside)) if p and "/" in p}, key=len, reverse=True
    )
    for gap in edition.picture.gaps:
        said = gap.words
        for path in paths:  # how somebody's disk is laid out is nobody's business
            said = said.replace(path, path.rstrip("/").rsplit("/", 1)[-1])
        grouped.setdefault(gap.kind, []).append(edition.say(said))
    return grouped
