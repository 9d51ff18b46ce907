"""Of whom a number tells that stands for a count told of before: "9,000 people fled. The figure has since risen to 12,000"."""

from collections.abc import Sequence

import msgspec

from marsad.grammar.classes import PEOPLE_UNITS
from marsad.grammar.draft import Draft

COUNTED = ("displacement", "population", "casualty")
REACH = 2  # sentences back in which those whose figure it is were counted


def as_before(drafts: Sequence[Draft], earlier: Sequence[Draft]) -> list[Draft]:
    """The drafts; a figure that names nobody is of the kind, type and places of the count told of last, and dropped where there is none."""
    made: list[Draft] = []
    for d in drafts:
        if not d.card.claim.as_before:
            made.append(d)
        elif (whose := _counted(d, [*earlier, *(m for m in made if m.trigger < d.trigger)])) is not None:
            made.append(_of(d, whose))
    return made


def _counted(figure: Draft, told: Sequence[Draft]) -> Draft | None:
    """The last count of people told of before a figure."""
    near = (d for d in reversed(told) if d.quantity is not None and figure.passage.index - d.passage.index <= REACH)
    last = next((d for d in near if d.card.kind in COUNTED), None)
    if last is None or last.quantity is None or last.quantity.unit not in PEOPLE_UNITS or last.status in ("planned", "denied"):
        return None
    return last


def _of(figure: Draft, whose: Draft) -> Draft:
    """The figure as another count of the same people."""
    count = figure.quantity
    if count is None or whose.quantity is None:
        return figure
    stock = whose.card.claim.measure == "stock"
    claim = msgspec.structs.replace(whose.card.claim, measure="rate" if count.per else "stock" if stock else "cumulative")
    card = msgspec.structs.replace(whose.card, claim=claim, id=figure.card.id)
    places = tuple(f for f in whose.fillers if f.places and not f.hidden)
    number = msgspec.structs.replace(count, unit=count.unit or whose.quantity.unit)
    reached = figure.times if stock or count.per else tuple(msgspec.structs.replace(m, relation="by") for m in figure.times)
    return msgspec.structs.replace(figure, card=card, fillers=(*figure.fillers, *places), quantity=number, times=reached)
