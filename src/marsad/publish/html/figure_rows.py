"""The rows of figures: what is counted where, over which time, and who said so first."""

from dataclasses import dataclass

from marsad.model.picture import Figure
from marsad.publish import words
from marsad.publish.edition import Edition
from marsad.publish.html.boxes import figure_where, heading, noun
from marsad.publish.html.choose import current
from marsad.publish.html.refs import Notes, Ref


@dataclass(frozen=True)
class FigureRow:
    """One figure in a table."""

    what: str
    where: str
    number: str
    measure: str
    as_of: str
    age: str
    sources: str
    certainty: str
    state: str
    ref: Ref | None
    doubtful: bool


def figures(edition: Edition, notes: Notes, *kinds: str) -> list[FigureRow]:
    """Current figures of these kinds."""
    chosen = [f for f in current(edition.picture.figures) if f.kind in kinds]
    chosen.sort(key=lambda f: (kinds.index(f.kind), f.type, words.where(f.place), f.id))
    return [figure_row(edition, notes, f) for f in chosen]


def figure_row(edition: Edition, notes: Notes, f: Figure) -> FigureRow:
    """The figure as a row."""
    unit = noun(edition, f)
    number = f"{_best_first(f)} {unit}".strip()
    return FigureRow(
        heading(f),
        figure_where(f),
        number,
        words.measure_words(f) + (_part_words(edition, f) if f.part_of else ""),
        words.short_date(f.as_of) or "not known",
        words.age(f.as_of, edition.picture.as_of),
        ", ".join(edition.say_each(f.sources)) or "no source named",
        words.STATUS_WORDS.get(f.certainty, f.certainty),
        words.FIGURE_STATUS_WORDS[f.status],
        notes.ref(f.claims),
        f.doubtful,
    )


def _best_first(f: Figure) -> str:
    """The number that stands for the figure before the range that its sources leave: "28,400 (28,000 to 28,400)"."""
    spread = words.spread(f.low, f.best, f.high)
    ranged = f.best is not None and None not in (f.low, f.high) and f.low != f.high
    return f"{words.count(f.best)} ({spread})" if ranged else spread


def _part_words(edition: Edition, f: Figure) -> str:
    """Of what a figure counts a part."""
    whole = next((other for other in edition.picture.figures if other.id == f.part_of), None)
    return f"; part of the {words.spread(whole.low, whole.best, whole.high)}" if whole else ""
