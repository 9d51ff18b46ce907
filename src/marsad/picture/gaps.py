"""What nobody knows, or has not said lately."""

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence

from marsad.model.claim import Claim
from marsad.model.picture import Figure, Gap, Holding, Incident
from marsad.model.report import Report, SetAside
from marsad.reconcile.observed import PRONOUNS, is_named
from marsad.reconcile.words import amount, counted, day_words, event_words, place_name

SILENT_DAYS = 7


def gaps(
    as_of: datetime.date | None,
    reports: Sequence[Report],
    figures: Sequence[Figure],
    holdings: Sequence[Holding],
    incidents: Sequence[Incident],
    claims: Sequence[Claim],
    set_aside: Sequence[SetAside] = (),
) -> list[Gap]:
    """The open list, in the order in which it is read."""
    return [
        *_silent(as_of, holdings),
        *_unknown_holders(holdings),
        *_old_figures(as_of, figures),
        *_one_source(figures),
        *_unconfirmed(incidents),
        *_unplaced(claims),
        *_undated(reports),
        *(Gap(kind="set aside", words=f"{one.input}: {one.reason}") for one in set_aside),
    ]


def _silent(as_of: datetime.date | None, holdings: Sequence[Holding]) -> Iterable[Gap]:
    if as_of is None:
        return
    for holding in holdings:
        if holding.to is None and holding.as_of is not None and (days := (as_of - holding.as_of).days) > SILENT_DAYS:
            words = f"{place_name(holding.place)}: no report on who holds it for {days} days (last: {day_words(holding.as_of, year=True)})"
            yield Gap(kind="no recent word", words=words, place=holding.place, about=(holding.id,), days=days)


def _unknown_holders(holdings: Sequence[Holding]) -> Iterable[Gap]:
    for holding in holdings:
        if holding.to is None and holding.holder is None:
            lost = f" since {holding.former_holder} lost it" if holding.former_holder else ""
            words = f"{place_name(holding.place)}: nobody says who holds it{lost}"
            yield Gap(kind="holder unknown", words=words, place=holding.place, about=(holding.id,))


def _old_figures(as_of: datetime.date | None, figures: Sequence[Figure]) -> Iterable[Gap]:
    if as_of is None:
        return
    for figure in figures:
        old = figure.measure in ("stock", "rate") and figure.status != "superseded" and figure.as_of is not None
        if old and figure.as_of is not None and (days := (as_of - figure.as_of).days) > 2 * SILENT_DAYS:
            words = f"{amount(figure)} {counted(figure)}: no newer number for {days} days"
            yield Gap(kind="no recent word", words=words, place=figure.place, about=(figure.id,), days=days)


def _one_source(figures: Sequence[Figure]) -> Iterable[Gap]:
    for figure in figures:
        unsourced = figure.status == "single-source" and all(name.startswith("unnamed publisher") for name in figure.sources)
        if unsourced and figure.kind in ("displacement", "population", "casualty"):
            words = f"{amount(figure)} {counted(figure)}: no source is named"
            yield Gap(kind="no source", words=words, place=figure.place, about=(figure.id,))


def _unconfirmed(incidents: Sequence[Incident]) -> Iterable[Gap]:
    for incident in incidents:
        if incident.grade == "weak":
            what = event_words(incident.types)
            words = f"{place_name(incident.place)}, {day_words(incident.time.end, year=True)}: {what}, told by one source only"
            yield Gap(kind="not confirmed", words=words, place=incident.place, about=(incident.id,))


def _unplaced(claims: Sequence[Claim]) -> Iterable[Gap]:
    unresolved: Counter[str] = Counter()
    owners: dict[str, list[str]] = {}
    for claim in claims:
        for place in claim.places:
            if place.method is None and is_named(place) and place.text.lower() not in PRONOUNS:
                unresolved[place.text] += 1
                owners.setdefault(place.text, []).append(claim.id)
    for text, times in sorted(unresolved.items(), key=lambda item: (-item[1], item[0])):
        words = f"“{text}” could not be found on the map ({times} claim{'s' if times > 1 else ''})"
        yield Gap(kind="no place", words=words, about=tuple(sorted(owners[text])))


def _undated(reports: Sequence[Report]) -> Iterable[Gap]:
    for report in reports:
        if report.published_method == "inferred":
            start, end = day_words(report.published_earliest, year=True), day_words(report.published_latest, year=True)
            words = f"{report.title or report.path or report.id}: undated; written between {start} and {end}, as far as its text tells"
            yield Gap(kind="no date", words=words, about=(report.id,))
        elif report.published is None:
            yield Gap(kind="no date", words=f"{report.title or report.path or report.id}: undated", about=(report.id,))
