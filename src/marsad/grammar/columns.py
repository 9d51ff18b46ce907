"""Drafts from tables of figures: a card whose words head a column reads the numbers below, each at the place of its row.

Only what is wholly understood is read: a head of which a word is unknown ("target", "change") makes no claim, nor does a table
whose rows are told apart by something else than places or days.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from marsad.grammar.card import Card
from marsad.grammar.draft import Draft, Filler
from marsad.grammar.load import Grammar
from marsad.model.claim import PlaceRole
from marsad.model.mention import Mentions, PlaceMention, QuantityMention, Span, TimeMention
from marsad.model.passage import Passage
from marsad.reading.along import Along
from marsad.reading.tables import WIDEST, Table, number_of
from marsad.reading.wordlists import word_set

WORD = re.compile(r"[^\W_]+(?:[-'’/][^\W_]+)*")
SHARE = re.compile(r"%|\bper ?cent\b|\bpercentage\b", re.IGNORECASE)
Cells = Sequence[Sequence[Span]]


class Head(NamedTuple):
    """What the head of a column says: the card of what is counted, in which unit, and when."""

    column: int
    card: Card
    span: Span
    unit: str
    who: tuple[str, ...]  # of whom it counts only some: "civilians killed"
    times: tuple[TimeMention, ...]
    estimated: bool


class Labels(NamedTuple):
    """Which columns tell the rows apart: the places with the role that a head gives them, and the day."""

    places: tuple[tuple[int, PlaceRole | None], ...]
    day: int | None


def read_columns(text: str, tables: Sequence[Table], passages: Sequence[Passage], mentions: Mentions, grammar: Grammar) -> list[Draft]:
    """The drafts of a report's tables, in text order; every figure is a draft, the same count in two units is one."""
    if not tables:
        return []
    places = Along([m for m in mentions.places if m.field == "text" and not m.adjectival])
    times = Along([m for m in mentions.times if m.field == "text"])
    lines = Along(passages)
    return [draft for table in tables for draft in _Reader(text, table, lines, places, times, grammar).drafts()]


class _Reader:
    """One table, and what stands in its cells."""

    def __init__(
        self, text: str, table: Table, lines: Along[Passage], places: Along[PlaceMention], times: Along[TimeMention], grammar: Grammar
    ) -> None:
        self.text, self.table, self.grammar = text, table, grammar
        self.lines, self.places, self.times = lines, places, times

    def drafts(self) -> list[Draft]:
        """What the table counts; one whose heads stand in its first column is turned first."""
        turns = self.table.lines and len(self.table.rows) <= WIDEST  # what is no table but a list has its head on top
        turned = tuple(zip(*self.table.rows, strict=True)) if turns else ()
        for rows in filter(None, (self.table.rows, turned)):
            heads = self._heads(rows[0])
            if heads and not any(number_of(self.text, cell) and not self._day(cell) for cell in rows[0]):
                labels = self._labels(rows, heads)
                return [d for row in rows[1:] for d in self._row(row, heads, labels, alone=len(rows) == 2)]
        return []

    # ------------------------------------------------------------ heads
    def _heads(self, cells: Sequence[Span]) -> list[Head]:
        """The columns whose head says what they count; of two that say the same, the first."""
        heads = [head for n, cell in enumerate(cells) if (head := self._head(n, cell)) is not None]
        same = [(h.card.id, h.unit, h.who, h.times) for h in heads]
        return [h for n, h in enumerate(heads) if same.index(same[n]) == n]

    def _head(self, column: int, cell: Span) -> Head | None:
        times = self.times.within(cell)
        words = self._words(cell, times)
        if SHARE.search(self.text, cell.start, cell.end) or not (words or times):
            return None
        card, rest = _named(words, self.grammar)
        if card is None and (bare := word_set("tables", "bare")).issuperset(words):
            card, rest = self._captioned(), [w for w in words if w not in bare]
        plain, estimates = word_set("tables", "plain"), word_set("tables", "estimates")
        if card is None or not (plain | estimates | _people(card, self.grammar)).issuperset(rest):
            return None
        who = tuple(w for w in rest if w not in plain | estimates)
        unit = "household" if word_set("tables", "households").intersection(words) else "person"
        return Head(column, card, cell, unit, who, times, not estimates.isdisjoint(words))

    def _captioned(self) -> Card | None:
        """The card of what the line above the table says is counted, where it names one thing."""
        if self.table.caption is None:
            return None
        card, rest = _named(self._words(self.table.caption, ()), self.grammar)
        return card if _named(rest, self.grammar)[0] is None else None

    def _words(self, span: Span, without: Sequence[TimeMention]) -> list[str]:
        """The words of a stretch in lower case, without those that tell a time."""
        found = WORD.finditer(self.text, span.start, span.end)
        return [m.group().lower() for m in found if not any(t.start <= m.start() < t.end for t in without)]

    # ------------------------------------------------------------ rows
    def _labels(self, rows: Cells, heads: Sequence[Head]) -> Labels:
        """The columns of places, the last of those in one role, and the column of days."""
        counted = {h.column for h in heads}
        places: dict[PlaceRole | None, int] = {}
        day = None
        for n, cell in enumerate(rows[0]):
            words = set(self._words(cell, ()))
            below = [row[n] for row in rows[1:] if row[n].end > row[n].start]
            if n in counted or not below:
                continue
            if 2 * sum(1 for c in below if self._day(c)) > len(below):
                day = n
            elif words & word_set("tables", "places") or 2 * sum(1 for c in below if self._place(c)) >= len(below):
                origin, destination = words & word_set("tables", "origins"), words & word_set("tables", "destinations")
                places["origin" if origin else "destination" if destination else None] = n
        first = min(counted, default=0)
        if None in places and places[None] > first and any(n < first for n in places.values()):
            del places[None]  # a place behind the numbers tells more of a row that is named before them
        return Labels(tuple((n, role) for role, n in places.items()), day)

    def _row(self, row: Sequence[Span], heads: Sequence[Head], labels: Labels, alone: bool) -> Iterator[Draft]:
        """The drafts of one row; one that names no place or day of its own makes none, unless it stands alone."""
        where = [(role, row[n]) for n, role in labels.places if self._names(row[n])]
        days = self._day(row[labels.day]) if labels.day is not None else ()
        if not (where or days) and not (alone and not labels.places):
            return
        by_card: dict[tuple[object, ...], list[tuple[Head, QuantityMention]]] = {}
        for head in heads:
            quantity = number_of(self.text, row[head.column])
            if quantity is not None and (quantity.best or quantity.low):
                told = msgspec.structs.replace(quantity, unit=head.unit)
                by_card.setdefault((head.card.id, head.who, head.times), []).append((head, told))
        for counts in by_card.values():
            counts.sort(key=lambda one: one[0].unit != "person")
            head = counts[0][0]
            part = bool(head.who) and any(h.card.id == head.card.id and not h.who for h in heads)
            here = where if head.card.kind == "displacement" else _at_one_place(where)
            yield self._draft(counts, here, days, part)

    def _names(self, cell: Span) -> bool:
        words = self._words(cell, ())
        return bool(words) and not (word_set("tables", "wholes") | word_set("tables", "places")).issuperset(words)

    def _place(self, cell: Span) -> PlaceMention | None:
        """The place that a cell names at its beginning."""
        return next((m for m in self.places.within(cell) if m.start == cell.start), None)

    def _day(self, cell: Span) -> tuple[TimeMention, ...]:
        return tuple(m for m in self.times.within(cell) if m.value_start is not None)

    def _filler(self, role: str, cell: Span) -> Filler:
        place = self._place(cell)
        text = self.text[cell.start : cell.end]
        return Filler(role, -1, -1, cell, text, places=(place,) if place else ())

    def _draft(
        self,
        counts: Sequence[tuple[Head, QuantityMention]],
        where: Sequence[tuple[PlaceRole | None, Span]],
        days: tuple[TimeMention, ...],
        part: bool,
    ) -> Draft:
        """The draft of one count, perhaps in two units; what it is evidence of are its own cells."""
        head, first = counts[0]
        quantity = msgspec.structs.replace(first, also=tuple(q for h, q in counts[1:] if h.unit != head.unit))
        number = Span(first.start, first.end)
        who = next(name for name, one in head.card.roles.items() if one.count != "none")
        at = next(name for name, one in head.card.roles.items() if one.count == "none")
        named = head.span if head.who else number
        counted = Filler(who, -1, -1, number, self.text[named.start : named.end], quantity=quantity)
        above = self.times.within(self.table.caption) if self.table.caption else ()
        cells = [
            number,
            *(Span(q.start, q.end) for q in quantity.also),
            *(cell for _, cell in where),
            *(Span(m.start, m.end) for m in days),
        ]
        return Draft(
            card=head.card,
            passage=self.lines.around(number.start),
            trigger=head.column,
            trigger_span=number,
            evidence=Span(min(c.start for c in cells), max(c.end for c in cells)),
            fillers=(counted, *(self._filler(role or at, cell) for role, cell in where)),
            counted=counted,
            quantity=quantity,
            times=days or head.times or above,
            status="estimated" if head.estimated else "asserted",
            part=part,
            since=not days,
            state=head.card.claim.measure is None,
        )


def _at_one_place(where: Sequence[tuple[PlaceRole | None, Span]]) -> list[tuple[PlaceRole | None, Span]]:
    """Of the places of a row the one where it happened: people are harmed where the row is named or they left, not where they went."""
    by_role = dict(where)
    cell = next((by_role[role] for role in (None, "origin", "destination") if role in by_role), None)
    return [] if cell is None else [(None, cell)]


def _named(words: Sequence[str], grammar: Grammar) -> tuple[Card | None, list[str]]:
    """The card whose words these hold, the longest first, and the words beside them."""
    found: list[tuple[int, int, Card]] = []
    for n, word in enumerate(words):
        for t in grammar.heads.get(word, ()):
            if tuple(words[n : n + len(t.words)]) == t.words:
                found.append((len(t.words), -n, t.card))
    if not found:
        return None, list(words)
    length, at, card = max(found, key=lambda one: one[:2])
    return card, [*words[:-at], *words[length - at :]]


def _people(card: Card, grammar: Grammar) -> frozenset[str]:
    """The words that may tell in a head who is counted: "civilians killed"."""
    lists = [grammar.find(card, name) for role in card.roles.values() for name in role.must if name != "any"]
    return frozenset(form for one in lists for form in one.alone)
