"""What differs between two pictures: new, revised, superseded, retracted, contested; places that changed hands."""

from collections.abc import Iterable

from marsad.model.picture import Change, Figure, Holding, Incident, Picture
from marsad.reconcile.families import side
from marsad.reconcile.words import amount, counted, day_words, event_words, listed, place_name, span


def changes(before: Picture, after: Picture) -> list[Change]:
    """Every difference that a reader should see, figures first."""
    return [*_figures(before, after), *_holdings(before, after), *_incidents(before, after)]


def _figures(before: Picture, after: Picture) -> Iterable[Change]:
    old: dict[str | None, list[Figure]] = {}
    for figure in _current(before):
        old.setdefault(figure.series, []).append(figure)
    old_ids = {figure.id: figure for figure in before.figures}
    for figure in _current(after):
        earlier = old_ids.get(figure.id) or _forerunner(figure, old.get(figure.series, []))
        if earlier is None:
            told_late = before.as_of is not None and figure.as_of is not None and figure.as_of < before.as_of
            yield _figure_change("new", f"{'first told now' if told_late else 'new'}: {_told(figure)}", None, figure)
        elif figure.status == "contested" and earlier.status != "contested":
            yield _figure_change("contested", f"now contested: {_told(figure)}", earlier, figure)
        elif earlier.status == "contested" and figure.status != "contested":
            yield _figure_change("settled", f"no longer contested: {_told(figure)}", earlier, figure)
        elif _size(figure) != _size(earlier):
            up = _size(figure) > _size(earlier)
            words = f"{'up' if up else 'down'} from {span(earlier.low, earlier.best, earlier.high)} to {_told(figure)}"
            yield _figure_change("revised up" if up else "revised down", words, earlier, figure)
        elif set(figure.claims) - set(earlier.claims):
            yield _figure_change("new evidence", f"said again: {_told(figure)}", earlier, figure)
    later = {claim: figure for figure in after.figures for claim in figure.claims}
    for figure in _current(before):
        found = next((later[claim] for claim in figure.claims if claim in later), None)
        if found is None:
            yield _figure_change("retracted", f"no longer supported: {_told(figure)}", figure, None)
        elif "withdrawn" in found.marks:
            yield _figure_change("retracted", f"withdrawn by a correction: {_told(figure)}", figure, found)


def _forerunner(figure: Figure, old: list[Figure]) -> Figure | None:
    """The earlier value of the same count: of rates and single events only where the same source gave it."""
    shared = [other for other in old if set(other.sources) & set(figure.sources)]
    if figure.measure in ("rate", "incident"):
        return next(iter(shared), None)
    return next(iter(shared or old), None)


def _holdings(before: Picture, after: Picture) -> Iterable[Change]:
    old: dict[tuple[str | None, ...], Holding] = {}
    for holding in before.holdings:
        if holding.to is None:
            old[_spot(holding)] = holding
    for holding in after.holdings:
        if holding.to is not None:
            continue
        earlier = old.get(_spot(holding))
        name = place_name(holding.place)
        share = f" {holding.share:g} percent" if holding.share is not None else ""
        if earlier is None:
            yield _holding_change("new", f"{name}:{share} {_held(holding)}", None, holding)
        elif _side(earlier) != _side(holding):
            words = f"{name}: from {earlier.holder or 'an unknown holder'} to {holding.holder or 'an unknown holder'}"
            yield _holding_change("changed hands", words, earlier, holding)
        elif holding.state == "contested" and earlier.state != "contested":
            yield _holding_change("contested", f"{name}: now contested", earlier, holding)
        elif earlier.state == "contested" and holding.state != "contested":
            yield _holding_change("settled", f"{name}: no longer contested, held by {holding.holder or 'nobody named'}", earlier, holding)
        elif earlier.share != holding.share:
            yield _holding_change(
                "revised up" if (holding.share or 100) > (earlier.share or 100) else "revised down", f"{name}:{share}", earlier, holding
            )
        elif set(holding.claims) - set(earlier.claims):
            yield _holding_change("new evidence", f"{name}: said again as of {day_words(holding.as_of, year=True)}", earlier, holding)


def _incidents(before: Picture, after: Picture) -> Iterable[Change]:
    by_claim = {claim: incident for incident in before.incidents for claim in incident.claims}
    for incident in after.incidents:
        earlier = next((by_claim[claim] for claim in incident.claims if claim in by_claim), None)
        if earlier is None:
            told_late = before.as_of is not None and incident.time.end is not None and incident.time.end < before.as_of
            yield _incident_change("new", f"{'first told now' if told_late else 'new'}: {_event(incident)}", None, incident)
        elif earlier.grade != incident.grade:
            words = f"{_event(incident)}: {earlier.grade or 'no grade'}, now {incident.grade or 'no grade'}"
            yield _incident_change("regraded", words, earlier, incident)
        elif _dead(earlier) != _dead(incident):
            up = (_dead(incident)[0] or 0) >= (_dead(earlier)[0] or 0)
            words = f"{_event(incident)}: killed {span(*_dead(earlier))}, now {span(*_dead(incident))}"
            yield _incident_change("revised up" if up else "revised down", words, earlier, incident)
        elif set(incident.claims) - set(earlier.claims):
            yield _incident_change("new evidence", f"told again: {_event(incident)}", earlier, incident)
    kept = {claim for incident in after.incidents for claim in incident.claims}
    for incident in before.incidents:
        if not kept & set(incident.claims):
            yield _incident_change("retracted", f"no longer supported: {_event(incident)}", incident, None)


def _current(picture: Picture) -> list[Figure]:
    return [figure for figure in picture.figures if figure.status != "superseded" and not figure.doubtful]


def _size(figure: Figure) -> float:
    return figure.best if figure.best is not None else figure.high or figure.low or 0.0


def _told(figure: Figure) -> str:
    return f"{amount(figure)} {counted(figure)} as of {day_words(figure.as_of, year=True)}, said by {listed(figure.sources)}"


def _held(holding: Holding) -> str:
    """Who holds it, as a reader would be told: "held by the army", "lost by the rebels, nobody says who holds it"."""
    if holding.holder is None:
        return f"lost by {holding.former_holder}; nobody says who holds it" if holding.former_holder else "nobody says who holds it"
    return f"contested; {holding.holder} is said to hold it" if holding.state == "contested" else f"held by {holding.holder}"


def _spot(holding: Holding) -> tuple[str | None, ...]:
    share_of = holding.holder if holding.share is not None else None
    return (holding.place.id or holding.place.name, holding.place.part, share_of)


def _side(holding: Holding) -> str | None:
    return side(holding.holder) if holding.holder else None


def _event(incident: Incident) -> str:
    where = f", {place_name(incident.place)}" if incident.place and incident.place.name else ""
    doubt = "" if incident.certainty in ("asserted", "estimated") else f" ({incident.certainty})"
    return f"{event_words(incident.types)}{doubt}{where}, {day_words(incident.time.end, year=True)}"


def _dead(incident: Incident) -> tuple[float | None, float | None, float | None]:
    return (incident.killed.low, incident.killed.best, incident.killed.high) if incident.killed else (None, None, None)


def _figure_change(kind: str, words: str, before: Figure | None, after: Figure | None) -> Change:
    return _change(kind, "figure", words, before, after)


def _holding_change(kind: str, words: str, before: Holding | None, after: Holding | None) -> Change:
    return _change(kind, "holding", words, before, after)


def _incident_change(kind: str, words: str, before: Incident | None, after: Incident | None) -> Change:
    return _change(kind, "incident", words, before, after)


def _change(
    kind: str, subject: str, words: str, before: Figure | Holding | Incident | None, after: Figure | Holding | Incident | None
) -> Change:
    shown = after or before
    assert shown is not None
    known = set(before.claims) if before else set()
    return Change(
        kind=kind,  # type: ignore[arg-type]  # each caller names one of the kinds
        subject=subject,  # type: ignore[arg-type]  # as above
        words=words,
        before=before.id if before else None,
        after=after.id if after else None,
        place=shown.place,
        claims=tuple(claim for claim in shown.claims if claim not in known) or shown.claims,
    )
