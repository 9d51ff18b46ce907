"""The rows of incidents, and the people killed in them added up by group and grade."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from marsad.model.picture import CountRange, Incident, VictimCount
from marsad.publish import words
from marsad.publish.edition import Edition
from marsad.publish.html.refs import Notes, Ref

EVENT_DAYS = 3
FOUGHT = frozenset({"armed_clash", "offensive", "advance", "retreat"})


@dataclass(frozen=True)
class IncidentRow:
    """One incident."""

    date: str
    place: str
    what: str
    killed: str
    injured: str
    who: str
    grade: str
    by: str
    said_by: str
    position: str
    ref: Ref | None


def incidents(edition: Edition, notes: Notes, *, harmful: bool) -> list[IncidentRow]:
    """Incidents, newest first; with `harmful`, only those with people killed or injured."""
    chosen = [i for i in edition.picture.incidents if not harmful or i.killed or i.injured]
    chosen.sort(key=lambda i: (i.time.end or i.time.start or datetime.date.min, i.id), reverse=True)
    return [_incident(edition, notes, i) for i in chosen]


def _incident(edition: Edition, notes: Notes, i: Incident) -> IncidentRow:
    fought = set(i.types) <= FOUGHT  # who fought is told; who of them did the harm is not
    kinds = [t for t in i.types if t not in {"killed", "injured", "missing", "casualties"}] or list(i.types)
    status = "" if i.certainty == "asserted" else f" ({words.STATUS_WORDS.get(i.certainty, i.certainty)})"
    return IncidentRow(
        date=words.period(i.time.start, i.time.end),
        place=words.where(i.place),
        what=_what(kinds[:3]) + status,
        killed=words.victims(i.killed),
        injured=words.victims(i.injured),
        who=_groups(i.killed or i.injured),
        grade=i.grade or "not graded",
        by="" if fought and (i.killed or i.injured) else words.listed(edition.say_each(i.parties or _agents(i))),
        said_by=words.listed(edition.say_each(i.sources[:4])),
        position="; ".join(
            f"{edition.say(p.source)} {p.stance}{f' ({edition.say(p.party)})' if p.party and p.stance == 'attributes' else ''}"
            for p in (() if fought else i.positions[:4])
        ),
        ref=notes.ref(i.claims),
    )


def _what(kinds: Sequence[str]) -> str:
    """The kinds as a list with one capital: "Air strike and attack"."""
    said = [words.kind_words(kind) for kind in kinds]
    return words.listed([*said[:1], *(one[:1].lower() + one[1:] for one in said[1:])])


def _agents(i: Incident) -> list[str]:
    """Those who did it, where they have a name: "they" and "a gunman" name nobody."""
    names = {a.name for a in i.actors if a.role == "agent" and a.name[:1].isupper()}
    return sorted(name for name in names if name.split()[0] not in {"A", "An", "The", "They", "We", "He", "She", "It", "Its", "Their"})


def _groups(count: VictimCount | None) -> str:
    by = count.by if count else None
    found = [(name, getattr(by, field)) for name, field in (("civilians", "civilian"), ("fighters", "fighter"))] if by else []
    said = [f"{words.victims(group)} {name}" for name, group in found if group]
    return ", ".join(said) or ("not told" if count else "")


@dataclass(frozen=True)
class GradeRow:
    """People killed by group, for one group of grades: the lows added up and the highs added up, never a middle."""

    group: str
    confirmed_fair: str
    weak: str
    contested: str
    ungraded: str


def grades(edition: Edition) -> list[GradeRow]:
    """Killed by group and grade, in incidents of one or a few days: what lasts longer would be counted with them twice."""
    rows = []
    for name, field in (("Civilians", "civilian"), ("Fighters", "fighter"), ("Not told", "unknown")):
        cells = [_added(edition, field, grades) for grades in (("confirmed", "fair"), ("weak",), ("contested", "discounted"), (None,))]
        if any(cells):
            rows.append(GradeRow(name, *cells))
    return rows


def is_one_event(incident: Incident) -> bool:
    """True where its days are told and few: its dead can be added to those of others."""
    start, end = incident.time.start, incident.time.end
    return start is not None and end is not None and (end - start).days <= EVENT_DAYS


def left_out(edition: Edition) -> int:
    """How many incidents with people killed are not added up."""
    return sum(1 for i in edition.picture.incidents if i.killed is not None and not is_one_event(i))


def _added(edition: Edition, field: str, grades_: tuple[str | None, ...]) -> str:
    ranges: list[CountRange] = []
    for i in edition.picture.incidents:
        if i.killed is None or i.grade not in grades_ or not is_one_event(i):
            continue
        by = getattr(i.killed.by, field)
        whole = CountRange(low=i.killed.low, best=i.killed.best, high=i.killed.high)
        none_told = not (i.killed.by.civilian or i.killed.by.fighter or i.killed.by.unknown)
        if by or (field == "unknown" and none_told):
            ranges.append(by or whole)
    if not ranges:
        return ""
    low = sum(r.low or 0 for r in ranges)
    open_ = any(r.high is None for r in ranges)
    high = None if open_ else sum(r.high or 0 for r in ranges)
    return f"{words.spread(low, None, high)} ({words.plural(len(ranges), 'incident')})"
