"""The lists of the page: changes, contradictions, doubts, checks, word of access, what the figures would imply."""

import datetime
from dataclasses import dataclass

from marsad.model.claim import Claim
from marsad.model.picture import Change
from marsad.publish import words
from marsad.publish.captions import chain
from marsad.publish.edition import Edition
from marsad.publish.html.refs import Notes, Ref
from marsad.publish.safe import plain

NOT_SO = {"denied": "denied, or said not to be so", "doubted": "doubted"}


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
        return "cannot be reached" if claim.negated else "can be reached"
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
    told = said.removeprefix(f"{change.kind}: ")
    return told[:1].upper() + told[1:]


def contradictions(edition: Edition, notes: Notes) -> list[Line]:
    """The open list, with both sides."""
    lines = []
    for x in edition.picture.contradictions:
        sides = tuple(Line(f"{words.listed(edition.say_each(s.who[:4]))}: {edition.say(s.says)}", notes.ref(s.claims)) for s in x.sides)
        lines.append(Line(edition.say(x.words), notes.ref(x.claims), x.kind, sides))
    return lines


def doubts(edition: Edition, notes: Notes) -> list[Line]:
    """Claims that are denied or doubted in the reports themselves."""
    found = [c for c in edition.claims if c.status in {"doubted", "denied"} and c.kind != "response"]
    found.sort(key=lambda c: (c.status, c.time.end or datetime.date.min, c.id))
    return [Line(_told(edition, c), notes.ref((c.id,)), NOT_SO.get(c.status, "")) for c in found[:60]]


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
