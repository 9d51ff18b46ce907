"""Figures that cannot all be true, or that should be looked at before they are believed."""

from collections.abc import Sequence

import msgspec

from marsad.model.picture import Contradiction, Figure, Side
from marsad.reconcile import value
from marsad.reconcile.figure import Drawn
from marsad.reconcile.ids import make_id
from marsad.reconcile.reasons import Reason
from marsad.reconcile.said import Said
from marsad.reconcile.words import counted, listed, number, span

AREA_DAYS = 7  # a part and its whole are compared where they are this close in time


def deny(drawn: Sequence[Drawn], denials: Sequence[Said]) -> tuple[list[Contradiction], set[str]]:
    """Claims that deny a figure stand beside it; returns the contradictions and the claims that found their figure."""
    by_place: dict[tuple[str, ...], list[Drawn]] = {}
    for one in drawn:
        by_place.setdefault(one.series.key[:3], []).append(one)
    found: list[Contradiction] = []
    used: set[str] = set()
    for denial in denials:
        key = (denial.claim.kind, denial.claim.type, denial.where.key if denial.where else f"?{denial.original}")
        met = [one for one in by_place.get(key, ()) if value.agree(denial.quantity, one.lead.quantity)]
        for one in met:
            _mark_denied(one, denial)
            found.append(_denial(one.figure, denial))
            used.add(denial.id)
    return found, used


def contradictions_of(drawn: Sequence[Drawn]) -> list[Contradiction]:
    """All that contradicts among the figures: values, falls, jumps, outliers, doubt, parts larger than their whole."""
    by_id = {one.figure.id: one.figure for one in drawn}
    found: list[Contradiction] = []
    for one in drawn:
        figure = one.figure
        if figure.status == "contested":
            found.append(_values(figure))
        if "fall" in figure.marks:
            found.append(_fall(one))
        if {"jump", "outlier"} & set(figure.marks):
            found.append(_departs(one))
        if "withdrawn" in figure.marks:
            found.append(_correction(one, by_id))
        if "doubted" in figure.marks:
            found.append(_make("doubt", figure, f"{_said(figure)} is reported together with doubt about it", ()))
        found.extend(_exceeds(figure, by_id[outer]) for outer in figure.within if _larger(figure, by_id[outer]))
        whole = by_id.get(figure.part_of or "")
        if whole is not None and _larger(figure, whole):
            found.append(_exceeds(figure, whole))
    return found


def _values(figure: Figure) -> Contradiction:
    sides = tuple(Side(who=c.sources, says=span(c.low, c.best, c.high), claims=c.claims) for c in figure.contenders)
    said = "; ".join(f"{listed(side.who)}: {side.says}" for side in sides)
    return _make("values", figure, f"Numbers of people {counted(figure)} exclude each other. {said}", sides)


def _correction(one: Drawn, by_id: dict[str, Figure]) -> Contradiction:
    better = by_id.get(one.figure.superseded_by or "")
    stands = f": {_said(better)} stands" if better else ""
    words = f"{_said(one.figure)}, said by {listed(one.figure.sources)}, was withdrawn by a correction{stands}"
    return _make("correction", one.figure, words, (_side(one.figure), *([_side(better)] if better else [])))


def _fall(one: Drawn) -> Contradiction:
    before = one.stand.supersedes or one.stand.doubted_against
    earlier = number(before.point) if before else "a higher number"
    words = f"The count of people {counted(one.figure)} falls from {earlier} to {number(one.stand.point)}: a correction or an error"
    return _make("fall", one.figure, words, (_side(one.figure),))


def _departs(one: Drawn) -> Contradiction:
    against = one.stand.doubted_against
    other = number(against.point) if against else "the others"
    kind = "jump" if "jump" in one.figure.marks else "outlier"
    why = Reason.JUMP if kind == "jump" else Reason.OUTLIER
    words = f"{_said(one.figure)}, said by {listed(one.figure.sources)} alone, against {other}: {why}"
    return _make(kind, one.figure, words, (_side(one.figure),))


def _exceeds(part: Figure, whole: Figure) -> Contradiction:
    words = f"{_said(part)} is more than {_said(whole)}, of which it is a part"
    made = _make("part exceeds whole", part, words, (_side(part), _side(whole)))
    return msgspec.structs.replace(made, about=(part.id, whole.id), claims=tuple(sorted({*part.claims, *whole.claims})))


def _larger(part: Figure, whole: Figure) -> bool:
    if part.as_of is None or whole.as_of is None or not 0 <= (whole.as_of - part.as_of).days <= AREA_DAYS:
        return False
    least = part.low if part.low is not None else part.best
    return least is not None and whole.high is not None and least > 1.1 * whole.high


def _mark_denied(one: Drawn, denial: Said) -> None:
    figure = one.figure
    one.figure = msgspec.structs.replace(
        figure,
        denied_by=tuple(sorted({*figure.denied_by, denial.id})),
        marks=tuple(sorted({*figure.marks, "denied"})),
        reasons=tuple(dict.fromkeys((*figure.reasons, f"{Reason.DENIED} by {denial.root.name}"))),
    )


def _denial(figure: Figure, denial: Said) -> Contradiction:
    sides = (_side(figure), Side(who=(denial.root.name,), says="denies it", claims=(denial.id,)))
    made = _make("denial", figure, f"{_said(figure)} is denied by {denial.root.name}", sides)
    return msgspec.structs.replace(made, claims=tuple(sorted({*figure.claims, denial.id})))


def _make(kind: str, figure: Figure, words: str, sides: tuple[Side, ...]) -> Contradiction:
    return Contradiction(
        id=make_id("contradiction", kind, figure.id, words),
        kind=kind,  # type: ignore[arg-type]  # narrowed by each caller
        about=(figure.id,),
        place=figure.place,
        words=words,
        sides=sides,
        claims=figure.claims,
        since=figure.since,
        until=figure.as_of,
    )


def _side(figure: Figure) -> Side:
    return Side(who=figure.sources, says=span(figure.low, figure.best, figure.high), claims=figure.claims)


def _said(figure: Figure) -> str:
    return f"{span(figure.low, figure.best, figure.high)} {counted(figure)}"
