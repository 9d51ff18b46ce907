"""The sentences at the head: each made from claims, each ending in its source marks."""

import re
from dataclasses import dataclass

import msgspec

from marsad.model.claim import Claim
from marsad.model.picture import Figure, Holding, Incident
from marsad.publish import words
from marsad.publish.captions import Caption, Piece, caption, chain
from marsad.publish.edition import Edition
from marsad.publish.html import choose
from marsad.publish.html.refs import Notes, Ref

ORDER = ("displacement", "population", "casualty", "response")


@dataclass(frozen=True)
class Highlight:
    """One sentence with its pieces, its evidence and its label."""

    pieces: tuple[tuple[str, Ref | None], ...]
    ref: Ref
    label: str


def highlights(edition: Edition, notes: Notes) -> list[Highlight]:
    """Two to five sentences: figures first, then control, then harm."""
    moved = choose.leading(edition, 2, each=2, sure=True, kinds=("displacement",))
    others = choose.leading(edition, 3 - len(moved), each=1, sure=True, kinds=ORDER[1:])
    figures = sorted([*moved, *others], key=lambda f: ORDER.index(f.kind))
    found = [_of_figure(edition, notes, f) for f in figures]
    found += [_of_holding(edition, notes, h)] if (h := choose.newest_gain(edition)) else []
    found += [_of_incident(edition, notes, i)] if (i := choose.gravest(edition)) else []
    return [h for h in found if h][:5]


def lead_claim(edition: Edition, figure: Figure) -> Claim | None:
    """The claim whose words stand for the figure."""
    return edition.claim.get(figure.lead or "") or next((edition.claim[i] for i in figure.claims if i in edition.claim), None)


def linked(pieces: Caption, notes: Notes) -> tuple[tuple[str, Ref | None], ...]:
    """The pieces with the evidence that they lead to."""
    return tuple((p.text, notes.ref(p.claims) if p.claims else None) for p in pieces)


def standing(sources: int, copies: int, status: str) -> str:
    """How well the sentence stands: one source, corroborated, contested; and how many copies were not counted."""
    said = "contested" if status == "contested" else "one source" if sources <= 1 else f"{sources} independent sources"
    return said + (f", {words.plural(copies, 'copy', 'copies')} not counted" if copies else "")


def copies_of(edition: Edition, reports: tuple[str, ...]) -> int:
    """How many of the reports only repeat another one."""
    return sum(1 for i in reports if (r := edition.report.get(i)) and r.copy_of)


def _of_figure(edition: Edition, notes: Notes, figure: Figure) -> Highlight | None:
    claim, ref = lead_claim(edition, figure), notes.ref(figure.claims)
    if claim is None or ref is None or claim.quantity is None:
        return None
    if figure.role == "origin" and not any(p.role == "origin" for p in claim.places):  # another claim of the figure says "from"
        claim = msgspec.structs.replace(claim, places=tuple(msgspec.structs.replace(p, role="origin") for p in claim.places[:1]))
    claim = _where_counted(claim, figure)
    backing = (claim.id, *(i for i in figure.claims if i != claim.id))
    pieces = caption(claim, edition.report[claim.report], edition.mask, as_of=figure.as_of, claims=backing)
    if not claim.places and figure.place and figure.place.name:  # the place is told beside the clause
        role = "for" if figure.type == "site_capacity" else "in"
        pieces = (*pieces[:-1], Piece(f" {role} {words.where(figure.place)}"), pieces[-1])
    others = [c for c in figure.contenders if claim.id not in c.claims]
    if others:
        extra = "; ".join(
            f"{_who_say(edition, c.sources)} {edition.say(c.words) or words.spread(c.low, c.best, c.high)}" for c in others[:2]
        )
        pieces = (*pieces[:-1], Piece(pieces[-1].text.rstrip(".") + f"; contested: {extra}."))
    return Highlight(
        linked(pieces, notes),
        ref,
        ", ".join(
            filter(
                None,
                (
                    standing(len(figure.sources), figure.copies or copies_of(edition, figure.reports), figure.status),
                    words.age(figure.as_of, edition.picture.as_of),
                ),
            )
        ),
    )


def _where_counted(claim: Claim, figure: Figure) -> Claim:
    """The claim told of the figure's place, where its words name none that is known ("the western districts") or several."""
    place = figure.place
    if place is None or place.name is None or place.lat is None or not claim.places:
        return claim
    first = claim.places[0]
    several = place.id is None and " and " in place.name and first.name is not None and first.name in place.name
    if first.lat is not None and not several:
        return claim
    told = msgspec.structs.replace(first, name=place.name, part=place.part, lat=place.lat, lon=place.lon)
    return msgspec.structs.replace(claim, places=(told, *(p for p in claim.places[1:] if p.role != first.role)))


def _who_say(edition: Edition, sources: tuple[str, ...]) -> str:
    return f"{words.listed([edition.say(s) for s in sources])} {'says' if len(sources) == 1 else 'say'}"


def _of_holding(edition: Edition, notes: Notes, holding: Holding) -> Highlight | None:
    backing = sorted(
        (edition.claim[i] for i in holding.claims if i in edition.claim), key=lambda c: (not choose.took(holding, c), not c.sources, c.id)
    )
    claim, ref = next(iter(backing), None), notes.ref(holding.claims)
    if claim is None or ref is None or holding.holder is None:
        return None
    own_word = holding.claimed_by_party or holding.holder in [s.name for s in claim.sources]
    who = chain(claim.sources, edition.report[claim.report], edition.mask)
    share = f"{words.count(holding.share)} percent of " if holding.share is not None else ""
    former = f" from {edition.say(holding.former_holder)}" if holding.former_holder else ""
    contested = "; this is contested" if holding.state == "contested" else ""
    holder = _the(edition.say(holding.holder))
    own = f"{holder[:1].upper()}{holder[1:]} said {'they' if _MANY.search(holder) else 'it'} had taken "
    pieces = (
        Piece(own if own_word else f"According to {who}, {holder} had taken "),
        Piece(f"{share}{words.where(holding.place)}", holding.claims),
        Piece(f"{former} by {words.date(holding.from_ or holding.as_of)}{contested}."),
    )
    return Highlight(linked(pieces, notes), ref, standing(max(1, len(holding.sources)), 0, holding.state))


def _of_incident(edition: Edition, notes: Notes, incident: Incident) -> Highlight | None:
    backing = [edition.claim[i] for i in incident.claims if i in edition.claim]
    counted = [c for c in backing if c.kind == "casualty" and c.type in ("killed", "casualties") and c.quantity]
    least = incident.killed.low if incident.killed else None
    claim, ref = min(counted, key=lambda c: (_off(c, least), *_fullness(c)), default=None), notes.ref(incident.claims)
    if claim is None or ref is None:
        return None
    pieces = caption(claim, edition.report[claim.report], edition.mask, claims=incident.claims)
    if not claim.places and incident.place and incident.place.name:
        pieces = (*pieces[:-1], Piece(f" in {words.where(incident.place)}"), pieces[-1])
    party = next((a.name for a in claim.actors if a.role == "agent"), None)
    event = next((words.kind_words(c.type).lower() for c in backing if c.kind == "event" and _beside(c, claim)), None)
    cause = f"{_article(event)} {event}" if event else ""
    by = f" attributed to {_the(edition.say(party))}" if party else ""
    grade = f"; grade: {incident.grade}" if incident.grade else ""
    if incident.killed and incident.killed.low != incident.killed.high and len(incident.sources) > 1:
        grade = f"; sources say {words.victims(incident.killed)}{grade}"
    tail = pieces[-1].text.rstrip(".") + (f", in {cause}{by}" if cause else by) + f"{grade}."
    return Highlight(
        linked((*pieces[:-1], Piece(tail)), notes),
        ref,
        standing(max(1, len(incident.sources)), incident.copies, incident.certainty),
    )


def _off(claim: Claim, least: float | None) -> float:
    """How far a toll is from the one that all sources bear out."""
    quantity = claim.quantity
    size = next((v for v in (quantity.low, quantity.best, quantity.high) if v is not None), 0.0) if quantity else 0.0
    return abs(size - least) if least is not None else 0.0


def _fullness(claim: Claim) -> tuple[bool, bool, bool, float, str]:
    """The telling that says most comes first: with a place, in the text, of all the dead."""
    quantity = claim.quantity
    size = (quantity.low or quantity.best or 0) if quantity else 0
    return (not claim.places, claim.evidence.field == "title", claim.part_of is not None, -size, claim.id)


def _beside(event: Claim, harm: Claim) -> bool:
    """Whether the report tells of the event where it tells of the harm: an incident may join more than that."""
    apart = max(event.evidence.start, harm.evidence.start) - min(event.evidence.end, harm.evidence.end)
    return event.report == harm.report and event.evidence.field == harm.evidence.field and apart < 60


_MANY = re.compile(r"(?i)(?:forces|police|troops|rebels|fighters|units|militants|taliban|tigers|peshmerga)$")
_FORCES = re.compile(
    r"(?:army|forces|force|police|troops|coalition|service|division|brigade|militia|military|fighters|units)$", re.IGNORECASE
)


def _the(name: str) -> str:
    """The name of a force with its article: "the Iraqi army"."""
    named = _FORCES.search(name) or name.startswith("United ")
    return f"the {name}" if named and not name.lower().startswith(("the ", "a ", "an ")) else name


def _article(word: str | None) -> str:
    return "an" if (word or "")[:1] in "aeiou" else "a"
