"""Why a figure, a holding, an incident or a claim says what it says: its claims, their sentences, their roots, the reasons."""

from collections.abc import Iterable, Sequence

from marsad.model.claim import Claim, ClaimPlace
from marsad.model.picture import Figure, Holding, Incident, Picture, VictimCount
from marsad.model.report import Report
from marsad.reconcile.independence import chain
from marsad.reconcile.words import amount, counted, day_words, event_words, listed, place_name, span

CONTEXT = 160  # characters shown on either side of the evidence


def explain(wanted: str, reports: Sequence[Report], claims: Sequence[Claim], picture: Picture) -> list[str] | None:
    """The lines that explain the thing with this id (or the only one whose id begins so); None where nothing has it."""
    things: list[Figure | Holding | Incident | Claim] = [*picture.figures, *picture.holdings, *picture.incidents, *claims]
    known = {one.id: one for one in things}
    matching = [wanted] if wanted in known else [key for key in known if key.startswith(wanted)]
    if len(matching) != 1:
        return None if not matching else [f"{len(matching)} ids begin with {wanted}:", *sorted(matching)[:20]]
    found = known[matching[0]]
    desk = _Desk({report.id: report for report in reports}, {claim.id: claim for claim in claims}, picture)
    if isinstance(found, Claim):
        return list(desk.claim(found))
    if isinstance(found, Figure):
        return list(desk.figure(found))
    return list(desk.holding(found) if isinstance(found, Holding) else desk.incident(found))


class _Desk:
    """What an explanation looks things up in."""

    def __init__(self, reports: dict[str, Report], claims: dict[str, Claim], picture: Picture) -> None:
        self.reports = reports
        self.claims = claims
        self.picture = picture

    def figure(self, one: Figure) -> Iterable[str]:
        """A figure: its value, its status, where it stands in its series, its claims."""
        yield f"figure {one.id}"
        yield f"  {amount(one)} {counted(one)}"
        yield f"  measure {one.measure or 'not said'} · as of {day_words(one.as_of, year=True)} · since {_since(one)}"
        yield f"  {one.status}{' · doubtful' if one.doubtful else ''} · certainty: {one.certainty}"
        yield f"  roots: {listed(one.sources)} · {len(one.reports)} reports{f', {one.copies} of them copies' if one.copies else ''}"
        yield from (f"  because: {reason}" for reason in one.reasons)
        yield from (f"  {listed(c.sources)} say {span(c.low, c.best, c.high)}" for c in one.contenders)
        for label, other in (("superseded by", one.superseded_by), ("supersedes", one.supersedes), ("part of", one.part_of)):
            if other:
                yield f"  {label} {self.named(other)}"
        yield from (f"  lies within {self.named(other)}" for other in one.within)
        yield from self._about(one.id)
        yield from self._links({one.id, *one.claims})
        yield from self._evidence((*one.claims, *one.denied_by))

    def holding(self, one: Holding) -> Iterable[str]:
        """A holding: who, where, from when to when, its claims and those against it."""
        yield f"holding {one.id}"
        share = f"{one.share:g} percent of " if one.share is not None else ""
        yield f"  {share}{place_name(one.place)}: {one.state}{f' by {one.holder}' if one.holder else ''}"
        until = f" until {day_words(one.to, year=True)}" if one.to else ""
        yield f"  from {day_words(one.from_, year=True)}{until} · newest word {day_words(one.as_of, year=True)} ({one.freshness})"
        yield f"  roots: {listed(one.sources)}{' · only the holder itself says so' if one.claimed_by_party else ''}"
        yield from (f"  because: {reason}" for reason in one.reasons)
        yield from self._about(one.id)
        yield from self._evidence(one.claims)
        if one.contradicted_by:
            yield "  against it:"
            yield from self._evidence(one.contradicted_by)

    def incident(self, one: Incident) -> Iterable[str]:
        """An incident: what, where, when, who, how many, its grade and why, its claims."""
        yield f"incident {one.id}"
        days = f"{day_words(one.time.start, year=True)} to {day_words(one.time.end, year=True)}"
        yield f"  {', '.join(one.types)} · {place_name(one.place)} · {days}"
        yield from (f"  {actor.role}: {actor.name}" for actor in one.actors)
        yield from _victims("killed", one.killed)
        yield from _victims("injured", one.injured)
        yield f"  grade: {one.grade or 'none'}{f' · strike: {one.strike_status}' if one.strike_status else ''} · certainty: {one.certainty}"
        yield f"  roots: {listed(one.sources)} · {len(one.reports)} reports"
        yield from (f"  because: {reason}" for reason in one.reasons)
        yield from (f"  {p.source} {p.stance}: {p.party or 'nobody named'} ({p.status})" for p in one.positions)
        yield from self._evidence(one.claims)

    def claim(self, one: Claim) -> Iterable[str]:
        """A claim: its sentence and offsets, its values and how they were found, and what it is used in."""
        yield f"claim {one.id}"
        yield f"  {one.kind}/{one.type} · {one.status}{f' · card {one.card}' if one.card else ''}"
        if one.quantity is not None:
            q = one.quantity
            yield f"  quantity: {span(q.low, q.best, q.high)} {q.unit or ''} ({q.measure or 'measure not said'}) “{q.text}”"
        yield from (f"  place ({place.role}): {_place(place)}" for place in one.places)
        time = one.time
        yield f"  time: {day_words(time.start, year=True)} to {day_words(time.end, year=True)}{f' “{time.text}”' if time.text else ''}"
        yield from (f"  {actor.role}: {actor.name or actor.text}" for actor in one.actors)
        report = self.reports.get(one.report)
        if report is not None:
            yield f"  said by: {chain(one, report)}"
        yield from (f"  warning: {warning}" for warning in one.warnings)
        things: list[Figure | Holding | Incident] = [*self.picture.figures, *self.picture.holdings, *self.picture.incidents]
        yield from (f"  used in {self.named(other.id)}" for other in things if one.id in other.claims)
        yield from (f"  not used: {unused.reason}" for unused in self.picture.unused if unused.claim == one.id)
        yield from self._links({one.id})
        yield from self._sentence(one, "  ")

    def named(self, wanted: str) -> str:
        """An id with a few words of what it is."""
        for figure in self.picture.figures:
            if figure.id == wanted:
                return f"{wanted} ({amount(figure)} {counted(figure)})"
        for holding in self.picture.holdings:
            if holding.id == wanted:
                return f"{wanted} ({place_name(holding.place)}, {holding.holder or holding.state})"
        for incident in self.picture.incidents:
            if incident.id == wanted:
                return f"{wanted} ({event_words(incident.types)}, {place_name(incident.place)})"
        return wanted

    def _about(self, wanted: str) -> Iterable[str]:
        yield from (f"  contradiction: {one.words}" for one in self.picture.contradictions if wanted in one.about)
        yield from (f"  check: {one.words}" for one in self.picture.checks if wanted in one.figures)

    def _links(self, wanted: set[str]) -> Iterable[str]:
        for link in self.picture.links:
            if link.one in wanted and link.verdict in ("apart", "within", "part", "copy", "same"):
                yield f"  {link.one} and {link.other}: {link.verdict} ({'; '.join(link.reasons)})"

    def _evidence(self, ids: Iterable[str]) -> Iterable[str]:
        for wanted in ids:
            claim = self.claims.get(wanted)
            if claim is not None:
                report = self.reports.get(claim.report)
                said = chain(claim, report) if report else claim.report
                yield f"  claim {claim.id} · {claim.type} · {claim.status} · {said}"
                yield from self._sentence(claim, "    ")

    def _sentence(self, claim: Claim, indent: str) -> Iterable[str]:
        evidence, report = claim.evidence, self.reports.get(claim.report)
        kept = report.kept(evidence.field) if report else ""
        before, after = kept[max(0, evidence.start - CONTEXT) : evidence.start], kept[evidence.end : evidence.end + CONTEXT]
        yield f"{indent}{_line(before)} [[{_line(evidence.text)}]] {_line(after)}"
        if report is not None:
            where = report.path or report.url or report.id
            page = f"page {evidence.page}, " if isinstance(evidence.page, int) else ""
            yield f"{indent}{where} · {page}{evidence.field} {evidence.start}-{evidence.end} · published {_published(report)}"


def _victims(kind: str, count: VictimCount | None) -> Iterable[str]:
    if count is None:
        return
    groups = (("civilians", count.by.civilian), ("fighters", count.by.fighter), ("not told apart", count.by.unknown))
    apart = ", ".join(f"{name} {span(group.low, group.best, group.high)}" for name, group in groups if group)
    yield f"  {kind}: {span(count.low, count.best, count.high)}{f' ({apart})' if apart else ''}"


def _place(place: ClaimPlace) -> str:
    if place.lat is None:
        return f"“{place.text}”, not found on the map"
    where = f"{place.part} {place.name}" if place.part else place.name
    how = f"{place.method or 'unknown'}{f': {place.reason}' if place.reason else ''}"
    return f"“{place.text}” is {where} ({place.lat:.3f}, {place.lon:.3f}, within {place.radius_km:g} km; {how})"


def _since(one: Figure) -> str:
    return day_words(one.since, year=True) if one.since else "not said"


def _published(report: Report) -> str:
    if report.published_method == "inferred":
        return f"between {day_words(report.published_earliest, year=True)} and {day_words(report.published_latest, year=True)} (inferred)"
    return day_words(report.published, year=True)


def _line(text: str) -> str:
    return " ".join(text.split())
