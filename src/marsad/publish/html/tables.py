"""The rows of the page's tables: control, casualties, response and access, changes, doubts, sources, gaps."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from marsad.model.claim import Claim
from marsad.model.picture import Change, CountRange, Figure, Holding, Incident, VictimCount
from marsad.publish import words
from marsad.publish.captions import chain
from marsad.publish.edition import Edition
from marsad.publish.html.boxes import figure_where, heading, noun
from marsad.publish.html.choose import current
from marsad.publish.html.refs import Notes, Ref
from marsad.publish.safe import plain

STALE_DAYS = 30
EVENT_DAYS = 3
FOUGHT = frozenset({"armed_clash", "offensive", "advance", "retreat"})
ROLES = {"publisher and root": "publisher, also in its own words", "publisher": "publisher", "root": "quoted"}


@dataclass(frozen=True)
class HoldingRow:
    """Who holds a place, since when, on whose word."""

    place: str
    holder: str
    state: str
    share: str
    since: str
    claimed_by: str
    contested_by: str
    newest: str
    age: str
    ended: str
    ref: Ref | None


def holdings(edition: Edition, notes: Notes) -> list[HoldingRow]:
    """Current holdings by place, then those that ended."""

    def key(h: Holding) -> tuple[bool, str, str, str]:
        return (h.to is not None, words.where(h.place).removeprefix("the ").lower(), str(h.from_), h.id)

    return [_holding(edition, notes, h) for h in sorted(edition.picture.holdings, key=key)]


def _holding(edition: Edition, notes: Notes, h: Holding) -> HoldingRow:
    age = h.age_days if h.age_days is not None else (edition.picture.as_of - h.as_of).days if edition.picture.as_of and h.as_of else None
    state = {"held": "held", "contested": "contested", "unknown": "holder unknown"}[h.state]
    against = {who for i in h.contradicted_by if (c := edition.claim.get(i)) for who in _holders(c)} - {h.holder}
    return HoldingRow(
        place=words.where(h.place),
        holder=_holder(edition, h),
        state=state + (", by fire" if h.means == "fire" else f", by {h.means}" if h.means else ""),
        share=f"{words.count(h.share)} %" if h.share is not None else "",
        since=words.short_date(h.from_) or "not told",
        claimed_by=words.listed(named(edition, h.sources[:3]) or _roots(edition, h.claims))
        + (" (the holder's own word)" if h.claimed_by_party else ""),
        contested_by=words.listed(named(edition, sorted(against))) or _held_inside(edition, h),
        newest=words.short_date(h.as_of),
        age=f"no word for {age} days" if age is not None and age > STALE_DAYS and h.to is None else "",
        ended=words.short_date(h.to),
        ref=notes.ref((*h.claims, *h.contradicted_by)),
    )


def _held_inside(edition: Edition, h: Holding) -> str:
    """What of a contested place others are said to hold: "west Hawija is said to be held by Islamic State"."""
    said = (r.replace(" is held by ", " is said to be held by ") for r in h.reasons if " is held by " in r)
    return "; ".join(map(edition.say, said)) if h.state == "contested" else ""


def _holder(edition: Edition, h: Holding) -> str:
    """The holder's name; that nobody is named where the reports only say "the units" or "fighters"."""
    if h.holder is None:
        return "not known"
    return f"not named (“{edition.say(h.holder)}”)" if edition.unnamed(h) else edition.say(h.holder)


def _holders(claim: Claim) -> set[str]:
    return {a.name or a.text for a in claim.actors if a.role == "holder"}


def _roots(edition: Edition, claims: Sequence[str]) -> list[str]:
    return sorted({chain(c.sources, edition.report[c.report], edition.mask) for i in claims if (c := edition.claim.get(i))})[:3]


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


def named(edition: Edition, names: Sequence[str]) -> list[str]:
    """Names of sources and parties, private persons withheld where the edition is public."""
    return [edition.say(name) for name in names]


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
        by="" if fought and (i.killed or i.injured) else words.listed(named(edition, i.parties or _agents(i))),
        said_by=words.listed(named(edition, i.sources[:4])),
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
            rows.append(GradeRow(name, *(c or "–" for c in cells)))
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


@dataclass(frozen=True)
class FigureRow:
    """One figure in a table."""

    what: str
    where: str
    number: str
    measure: str
    as_of: str
    sources: str
    certainty: str
    state: str
    ref: Ref | None
    doubtful: bool


def figures(edition: Edition, notes: Notes, *kinds: str) -> list[FigureRow]:
    """Current figures of these kinds."""
    chosen = [f for f in current(edition.picture.figures) if f.kind in kinds]
    chosen.sort(key=lambda f: (kinds.index(f.kind), f.type, words.where(f.place), f.id))
    return [figure_row(edition, notes, f) for f in chosen]


def figure_row(edition: Edition, notes: Notes, f: Figure) -> FigureRow:
    """The figure as a row."""
    unit = noun(edition, f)
    number = f"{_best_first(f)} {unit}".strip()
    return FigureRow(
        heading(f),
        figure_where(f),
        number,
        words.measure_words(f) + (_part_words(edition, f) if f.part_of else ""),
        words.short_date(f.as_of) or "not known",
        ", ".join(named(edition, f.sources)) or "no source named",
        words.STATUS_WORDS.get(f.certainty, f.certainty),
        words.FIGURE_STATUS_WORDS[f.status],
        notes.ref(f.claims),
        f.doubtful,
    )


def _best_first(f: Figure) -> str:
    """The number that stands for the figure before the range that its sources leave: "28,400 (28,000 to 28,400)"."""
    spread = words.spread(f.low, f.best, f.high)
    ranged = f.best is not None and None not in (f.low, f.high) and f.low != f.high
    return f"{words.count(f.best)} ({spread})" if ranged else spread


def _part_words(edition: Edition, f: Figure) -> str:
    """Of what a figure counts a part."""
    whole = next((other for other in edition.picture.figures if other.id == f.part_of), None)
    return f"; part of the {words.spread(whole.low, whole.best, whole.high)}" if whole else ""


@dataclass(frozen=True)
class Line:
    """A sentence with its evidence."""

    words: str
    ref: Ref | None
    label: str = ""
    sides: tuple["Line", ...] = ()


def access(edition: Edition, notes: Notes) -> list[Line]:
    """Word of aid and access that carries no number."""
    found = [c for c in edition.claims if c.kind in {"response", "population"} and c.quantity is None]
    found.sort(key=lambda c: (c.time.end or datetime.date.min, c.id), reverse=True)
    return [Line(_told(edition, c), notes.ref((c.id,)), _access_label(c)) for c in found[:40]]


def _access_label(claim: Claim) -> str:
    if claim.type == "access":
        return "cannot be reached" if claim.status == "denied" else "can be reached"
    return words.kind_words(claim.type).lower() + ("" if claim.status == "asserted" else f", {words.STATUS_WORDS[claim.status]}")


def _told(edition: Edition, claim: Claim) -> str:
    who = chain(claim.sources, edition.report[claim.report], edition.mask)
    said = edition.say(claim.evidence.text)
    return f"“{said}” ({edition.mask.text(who)}, {words.short_date(claim.time.end) or 'undated'})"


def changes(edition: Edition, notes: Notes) -> dict[str, list[Line]]:
    """What changed, by kind of change, those that matter most first."""
    order = (
        "changed hands",
        "new",
        "revised up",
        "revised down",
        "contested",
        "settled",
        "retracted",
        "superseded",
        "regraded",
        "new evidence",
    )
    grouped: dict[str, list[Line]] = {}
    for kind in order:
        lines = [Line(_told_change(edition, c), notes.ref(c.claims)) for c in edition.changes if c.kind == kind]
        if lines:
            grouped[kind] = lines
    return grouped


def _told_change(edition: Edition, change: Change) -> str:
    said = edition.say(change.words)
    return said.removeprefix(f"{change.kind}: ")


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


def contradictions(edition: Edition, notes: Notes) -> list[Line]:
    """The open list, with both sides."""
    lines = []
    for x in edition.picture.contradictions:
        sides = tuple(Line(f"{words.listed(named(edition, s.who[:4]))}: {edition.say(s.says)}", notes.ref(s.claims)) for s in x.sides)
        lines.append(Line(edition.say(x.words), notes.ref(x.claims), x.kind, sides))
    return lines


def doubts(edition: Edition, notes: Notes) -> list[Line]:
    """Claims that are denied or doubted in the reports themselves."""
    found = [c for c in edition.claims if c.status in {"doubted", "denied"} and c.kind != "response"]
    found.sort(key=lambda c: (c.status, c.time.end or datetime.date.min, c.id))
    return [Line(_told(edition, c), notes.ref((c.id,)), words.STATUS_WORDS[c.status]) for c in found[:60]]


def checks(edition: Edition) -> list[Line]:
    """Figures reckoned against each other."""
    return [Line(plain(c.words), None, c.verdict) for c in edition.picture.checks]


@dataclass(frozen=True)
class OutlookBox:
    """What the figures would imply, with its arithmetic."""

    words: str
    arithmetic: tuple[str, ...]
    assumptions: tuple[str, ...]
    ref: Ref | None


def outlook(edition: Edition, notes: Notes) -> list[OutlookBox]:
    """Never a fact: shown apart, with the reckoning."""
    by_id = {f.id: f for f in edition.picture.figures}
    found = []
    for o in edition.picture.outlook:
        claims = o.claims or tuple(c for i in o.figures if (f := by_id.get(i)) for c in f.claims)
        found.append(OutlookBox(edition.say(o.words), tuple(map(plain, o.arithmetic)), tuple(map(plain, o.assumptions)), notes.ref(claims)))
    return found


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
