"""Figures from series: one value with its range, its roots, its status and its reasons."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from marsad.model.picture import Contender, Figure, FigureStatus, Link
from marsad.reconcile import value
from marsad.reconcile.ids import distinct, make_id
from marsad.reconcile.independence import Counted, Rewrites, count_roots, own_name
from marsad.reconcile.reasons import Reason
from marsad.reconcile.said import Said, weakest
from marsad.reconcile.same_figure import Series, State, apart_reasons, counted_since, find_states, link_reasons, series_of
from marsad.reconcile.saying import exact_number
from marsad.reconcile.supersede import Stand, stands_of
from marsad.reconcile.where import Places

LINKS_KEPT = 200  # reasons kept for one figure: more of them repeat each other


@dataclass(slots=True)
class Drawn:
    """A figure beside the series and the claims that it comes from."""

    figure: Figure
    series: Series
    stand: Stand
    lead: Said


def draw_figures(said: Iterable[Said], rewrites: Rewrites, places: Places) -> tuple[list[Drawn], list[Link]]:
    """Every figure that the claims support, and why claims were joined or kept apart."""
    drawn: list[Drawn] = []
    all_series = series_of(said)
    for series in all_series:
        find_states(series)
        drawn.extend(_draw_series(series, stands_of(series), rewrites))
    links = [link for one in drawn for link in _joins(one)]
    drawn = _with_parts(_with_areas(drawn, places))
    return drawn, links + _refusals(drawn)


def _draw_series(series: Series, stands: Sequence[Stand], rewrites: Rewrites) -> list[Drawn]:
    series_id = make_id("series", *series.key, series.since)
    ids: dict[int, str] = {}
    for stand in stands:
        values = sorted(str((s.best.quantity.low, s.best.quantity.best, s.best.quantity.high)) for s in stand.states)
        first = min((one.order[0] for state in stand.states for one in state.said), default="")
        made = make_id("figure", series_id, values, first)
        while made in ids.values():
            made = make_id("figure", made)
        ids[id(stand)] = made
    return [_draw(series, stand, series_id, ids, rewrites) for stand in stands]


def _draw(series: Series, stand: Stand, series_id: str, ids: dict[int, str], rewrites: Rewrites) -> Drawn:
    said = [one for state in stand.states for one in state.said]
    lead = _lead(stand)
    counted = _count(said, rewrites)
    contested = len(stand.states) > 1
    low, high = value.hull(one.quantity for one in said)
    status = _status(stand, counted, contested=contested)
    claim = lead.claim
    reasons = [*stand.reasons, *counted.reasons]
    if contested:
        reasons.append(Reason.CONTESTED)
    if len(counted.roots) == 1:
        reasons.append(f"{Reason.ONE_ROOT} ({counted.roots[0]})")
    if series.since is None and series.measure == "cumulative":
        reasons.append(Reason.START_UNSAID)
    reasons.extend(f"{Reason.EXACT_NUMBER_UNSOURCED} ({own_name(one.report)})" for one in said if one.borrowed)
    if any(one.context for one in said):
        reasons.append(Reason.PLACE_FROM_CONTEXT)
    marks = set(stand.marks)
    if claim.quantity and claim.quantity.low is None and claim.quantity.best is not None:
        marks.add("ceiling")
    if any(one.claim.status == "doubted" for one in said):
        marks.add("doubted")
        reasons.append(Reason.DOUBTED)
    figure = Figure(
        id=ids[id(stand)],
        kind=claim.kind,
        type=claim.type,
        place=lead.where.picture if lead.where else None,
        unit=lead.quantity.unit,
        measure=lead.quantity.measure,
        per=lead.quantity.per,
        as_of=stand.as_of,
        since=series.since or _since(lead, series),
        low=low,
        best=None if contested else lead.quantity.best,
        high=high,
        sources=counted.roots,
        reports=distinct(one.report.id for one in said),
        claims=distinct(one.id for one in said),
        status=status,
        superseded_by=ids.get(id(stand.superseded_by)) if stand.superseded_by else None,
        supersedes=ids.get(id(stand.supersedes)) if stand.supersedes else None,
        reasons=tuple(dict.fromkeys(str(reason) for reason in reasons)),
        certainty=weakest([one.claim.status for one in said]),
        series=series_id,
        doubtful=bool(marks & {"jump", "outlier", "doubted"}),
        role=_told_role(series, said) if lead.where else None,
        lead=lead.id,
        words=lead.quantity.text,
        contenders=tuple(_contender(state, rewrites) for state in stand.states) if contested else (),
        marks=tuple(sorted(marks)),
        copies=len({one.report.id for one in said if one.report.id != one.original}),
    )
    return Drawn(figure, series, stand, lead)


def _told_role(series: Series, said: Sequence[Said]) -> str:
    """People "displaced in" a place are counted with those displaced from it; they are told as "from" only where somebody says so."""
    role = series.key[3]
    return "at" if role == "origin" and all(one.role in ("at", "near", "target") for one in said) else role


def _since(lead: Said, series: Series) -> datetime.date | None:
    if series.measure == "stock":
        return None
    return counted_since(lead) if series.measure == "cumulative" else lead.start


def _lead(stand: Stand) -> Said:
    """The claim whose words stand for the figure: the most exact one of the value that most reports give."""
    main = max(stand.states, key=lambda state: (len({one.original for one in state.said}), state.said[0].order))
    exact = value.exactness(main.best.quantity)
    fitting = [one for one in main.said if value.exactness(one.quantity) == exact]
    return min(fitting, key=lambda one: (one.report.id != one.original, one.root.own, one.order))


def _count(said: Sequence[Said], rewrites: Rewrites) -> Counted:
    return count_roots([(one.root, one.report.id, _number_words(one)) for one in said], rewrites)


def _number_words(one: Said) -> str | None:
    number = exact_number(one.claim)
    return None if number is None else str(number)


def _status(stand: Stand, counted: Counted, *, contested: bool) -> FigureStatus:
    if stand.superseded_by is not None:
        return "superseded"
    if contested:
        return "contested"
    return "corroborated" if len(counted.roots) > 1 else "single-source"


def _contender(state: State, rewrites: Rewrites) -> Contender:
    low, high = value.hull(one.quantity for one in state.said)
    return Contender(
        sources=_count(state.said, rewrites).roots,
        low=low,
        best=state.best.quantity.best,
        high=high,
        words=state.best.quantity.text,
        claims=distinct(one.id for one in state.said),
    )


def _joins(one: Drawn) -> list[Link]:
    said = sorted((other for state in one.stand.states for other in state.said if other is not one.lead), key=lambda s: s.order)
    return [
        Link(
            one=other.id,
            other=one.lead.id,
            verdict="copy" if other.report.id != other.original else "same",
            reasons=link_reasons(other, one.lead),
        )
        for other in said[:LINKS_KEPT]
    ]


def _with_areas(drawn: list[Drawn], places: Places) -> list[Drawn]:
    """Each figure knows the newest figures of the same kind for the places that contain its own."""
    by_key: dict[tuple[str, ...], list[Drawn]] = defaultdict(list)
    for one in drawn:
        if one.figure.superseded_by is None:
            by_key[one.series.key].append(one)
    for one in drawn:
        if one.lead.where is None or one.figure.superseded_by is not None:
            continue
        key = one.series.key
        outer = [other for area in places.outer(one.lead.where) for other in by_key.get((*key[:2], area.key, *key[3:]), ())]
        if outer:
            one.figure = msgspec.structs.replace(one.figure, within=tuple(other.figure.id for other in outer))
    return drawn


def _with_parts(drawn: list[Drawn]) -> list[Drawn]:
    """A count that its sentence calls a part is linked to the figure of the whole."""
    home = {claim: one.figure.id for one in drawn for claim in one.figure.claims}
    for one in drawn:
        wholes = {said.part_of for state in one.stand.states for said in state.said if said.part_of}
        found = sorted(home[whole] for whole in wholes if whole in home and home[whole] != one.figure.id)
        if found:
            one.figure = msgspec.structs.replace(one.figure, part_of=found[0])
    return drawn


def _refusals(drawn: Sequence[Drawn]) -> list[Link]:
    """Why neighbouring counts of one place stayed apart, and which lie within which."""
    links: list[Link] = []
    for one in drawn:
        figure = one.figure
        links += [Link(one=figure.id, other=outer, verdict="within", reasons=(Reason.WITHIN_PLACE,)) for outer in figure.within]
        if figure.part_of:
            links.append(Link(one=figure.id, other=figure.part_of, verdict="part", reasons=(Reason.PART_OF_COUNT,)))
        if figure.supersedes:
            links.append(Link(one=figure.supersedes, other=figure.id, verdict="supersedes", reasons=figure.reasons))
    neighbours: dict[tuple[str, str], list[Drawn]] = defaultdict(list)
    for one in drawn:
        if one.figure.superseded_by is None and one.lead.where is not None:
            neighbours[one.figure.kind, one.lead.where.key].append(one)
    for group in neighbours.values():
        first = group[0]
        for other in group[1:]:
            reasons = apart_reasons(first.series, other.series)
            if reasons:
                links.append(Link(one=other.figure.id, other=first.figure.id, verdict="apart", reasons=reasons))
    return links
