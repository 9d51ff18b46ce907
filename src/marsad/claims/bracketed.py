"""A count for each place of a list: "fled to Uganda (12,000), Rwanda (4,500) and Burundi (900)" tells of three flights."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from marsad.grammar.draft import Draft, Filler
from marsad.grammar.sentence import Sentence
from marsad.model.mention import PlaceMention, QuantityMention, Span

ROLES = ("origin", "destination", "at")
MOVED = frozenset("people persons individuals families households refugees idps displaced evacuees returnees".split())
PEOPLE = (None, "person", "household")
JOINTS = frozenset({",", "and", ", and", "or", ", or", ";", "; and", ", to", "and to", ", in", "and in", ", from", "and from"})


class Counted(NamedTuple):
    """A place, the token that names it, and the count in brackets behind it."""

    token: int
    place: PlaceMention
    number: QuantityMention


def with_bracketed(s: Sentence, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; of one whose place heads a list of places with counts in brackets, one for each place."""
    lists = _lists(s) if "(" in s.passage.text else []
    made: list[Draft] = []
    for d in drafts:
        found = next(_headed(d, lists), None)
        made += [d] if found is None else _for_each(d, *found)
    return made


def _headed(d: Draft, lists: Sequence[list[Counted]]) -> Iterator[tuple[Filler, list[Counted]]]:
    """The place of a draft that heads a list, with the list; a rate is told of all places together."""
    if d.card.kind != "displacement" or (d.quantity is not None and d.quantity.per is not None):
        return
    for f in d.fillers:
        for items in lists:
            if f.role in ROLES and f.places and f.places[0].start == items[0].place.start:
                yield f, items


def _for_each(d: Draft, first: Filler, items: Sequence[Counted]) -> list[Draft]:
    """A draft for each place, behind the one of the whole where that has a count of its own."""
    others = tuple(f for f in d.fillers if f.role != first.role or f.hidden)
    unit = d.quantity.unit if d.quantity is not None else None
    places = [_filler(first, item) for item in items]
    made = [] if d.quantity is None else [msgspec.structs.replace(d, fillers=(*others, *places))]
    for item, place in zip(items, places, strict=True):
        number = msgspec.structs.replace(item.number, unit=item.number.unit or unit or "person")
        evidence = Span(min(d.evidence.start, item.place.start), max(d.evidence.end, item.number.end))
        made.append(msgspec.structs.replace(d, fillers=(*others, place), quantity=number, evidence=evidence))
    return made


def _filler(first: Filler, item: Counted) -> Filler:
    p = item.place
    return first._replace(head=item.token, noun=item.token, span=Span(p.start, p.end), text=p.text, places=(p,))


def _lists(s: Sentence) -> list[list[Counted]]:
    """The lists of at least two places with a count in brackets behind each."""
    found: list[list[Counted]] = []
    for item in _items(s):
        last = found[-1][-1] if found else None
        if last is not None and s.text_of(Span(last.number.end + 1, item.place.start)).strip().lower() in JOINTS:
            found[-1].append(item)
        else:
            found.append([item])
    return [items for items in found if len(items) > 1]


def _items(s: Sentence) -> Iterator[Counted]:
    """The places that a count of people in brackets follows."""
    for _, token, p in s.places:
        for _, _, q in s.quantities:
            opened = p.end < q.start and s.text_of(Span(p.end, q.start)).strip() == "("
            moved = q.noun is None or s.text_of(q.noun).lower() in MOVED  # "(86,000 inhabitants)", "(12 dead)": no such
            if opened and moved and q.unit in PEOPLE and q.per is None and s.text_of(Span(q.end, q.end + 1)) == ")":
                yield Counted(token, p, q)
