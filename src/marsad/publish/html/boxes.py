"""Key figures: the number in the source's words, its range, roots, reports, change, certainty, measure and dates; contested ones split."""

import re
import string
from dataclasses import dataclass, replace

from marsad.model.picture import Contender, Figure
from marsad.publish import words
from marsad.publish.edition import Edition
from marsad.publish.html import choose
from marsad.publish.html.highlights import copies_of, lead_claim, standing
from marsad.publish.html.refs import Notes, Ref
from marsad.publish.safe import plain
from marsad.reconcile.same_figure import GROUPS

DEFINITIONS: dict[tuple[str, str], str] = {
    (
        "displaced",
        "cumulative",
    ): "People who left their homes since the start of the count; one person may be counted more than once, and some may have returned.",
    ("displaced", "stock"): "People living displaced on the date given.",
    ("displaced", "rate"): "People leaving in each period, as the source reckons it; not to be added up without care.",
    ("displaced", "incident"): "People who left in one movement or after one event.",
    ("evacuated", ""): "People moved out by somebody before or during danger.",
    ("returned", ""): "People who went back to where they had lived.",
    ("sheltering", ""): "Displaced people in camps, shelters or with hosts on the date given.",
    ("refugee", ""): "People who crossed a border.",
    ("remaining", ""): "People who stayed behind on the date given.",
    ("resident", ""): "People living in the place.",
    ("trapped", ""): "People who could not leave on the date given.",
    ("in_need", ""): "People who need help, by the source's own measure; wider than displaced.",
    ("killed", ""): "People reported killed. A report is no finding: see the grade of each incident.",
    ("injured", ""): "People reported injured.",
    ("missing", ""): "People reported missing.",
    ("casualties", ""): "People killed or injured, not told apart by the source.",
    ("aid_delivered", ""): "People whom the provider says it reached.",
    ("site_capacity", ""): "How many people the sites can take, whether or not they are there.",
    ("site_opened", ""): "Sites newly opened.",
    ("access", ""): "People who can or cannot be reached.",
}

HEDGES = (
    "more than",
    "at least",
    "over",
    "up to",
    "as many as",
    "as high as",
    "nearly",
    "almost",
    "about",
    "around",
    "some",
    "approximately",
    "fewer than",
    "less than",
    "roughly",
    "an estimated",
    "only",
    "close to",
    "well over",
    "just over",
    "another",
)


CERTAINTY = {
    "estimated": "an estimated",
    "alleged": "allegedly",
    "possible": "possibly",
    "expected": "expected:",
    "planned": "planned:",
    "doubted": "doubtful:",
}


@dataclass(frozen=True)
class Side:
    """One claimant's number, with its hedge apart."""

    hedge: str
    number: str
    unit: str
    who: str
    ref: Ref | None


@dataclass(frozen=True)
class Box:
    """One key figure."""

    id: str
    label: str
    where: str
    sides: tuple[Side, ...]
    spread: str
    standing: str
    certainty: str
    who: str
    measure: str
    as_of: str
    age: str
    change: str
    definition: str
    note: str
    contested: bool
    doubtful: bool
    reasons: tuple[str, ...]


def boxes(edition: Edition, notes: Notes) -> list[Box]:
    """Four to eight boxes, the weightiest first, those that are of today before those that are old."""
    chosen = sorted(choose.leading(edition, 8), key=lambda f: bool(words.age(f.as_of, edition.picture.as_of)))
    made = [box for figure in chosen if (box := _box(edition, notes, figure))]
    letters = {note: string.ascii_lowercase[n] for n, note in enumerate(dict.fromkeys(box.definition for box in made if box.definition))}
    return [replace(box, note=letters.get(box.definition, "")) for box in made]


def footnotes(shown: list[Box]) -> list[tuple[str, str]]:
    """What the figures of the boxes count, each definition once under its letter."""
    return sorted({(box.note, box.definition) for box in shown if box.note})


def preposition(figure: Figure) -> str:
    """ "From" for origin, "in" for host, "to" for a way back."""
    if figure.role == "destination" and figure.type in ("returned", "evacuated", "displaced"):
        return "to"
    return {"origin": "from", "destination": "in", "near": "near", "target": "in"}.get(figure.role or "", "in")


def figure_where(figure: Figure) -> str:
    """The place with its preposition, empty where there is none."""
    where = words.where(figure.place)
    return "(place not told)" if where == "place not told" else f"{preposition(figure)} {where}"


def _box(edition: Edition, notes: Notes, figure: Figure) -> Box | None:
    ref = notes.ref(figure.claims)
    if ref is None:
        return None
    return Box(
        id=figure.id,
        label=_label(figure),
        where=figure_where(figure),
        sides=_sides(edition, notes, figure, ref),
        spread=_spread(edition, figure),
        standing=_standing(edition, figure),
        certainty=words.STATUS_WORDS.get(figure.certainty, figure.certainty),
        who=_who(edition, figure),
        measure=words.measure_words(figure),
        as_of=_as_of(edition, figure),
        age=words.age(figure.as_of, edition.picture.as_of),
        change=_change(edition, figure),
        note="",
        definition=DEFINITIONS.get((figure.type, figure.measure or "")) or DEFINITIONS.get((figure.type, ""), ""),
        contested=figure.status == "contested",
        doubtful=figure.doubtful,
        reasons=tuple(plain(r) for r in figure.reasons),
    )


def heading(figure: Figure) -> str:
    """What is counted, as a heading: people "fled to" where they arrived."""
    return "Fled" if figure.type == "displaced" and figure.role == "destination" else words.kind_words(figure.type)


def noun(edition: Edition, figure: Figure) -> str:
    """Whom or what a figure counts: "people", "children", "civilians", "households"."""
    claim = lead_claim(edition, figure)
    if figure.kind == "casualty" and claim is not None:
        group = next((w for w in reversed(re.findall(r"[a-z]+", (claim.victims or "").lower())) if w in GROUPS), "")
        return group or ("civilians" if claim.civilian else "people")
    return {"person": "people", "household": "households", None: ""}.get(figure.unit, figure.unit or "")


def _label(figure: Figure) -> str:
    """The heading before the place: "Still inside" would say "in" twice."""
    return "Remaining" if figure.type == "remaining" else heading(figure)


def _as_of(edition: Edition, figure: Figure) -> str:
    """The date, with a word where the report itself gives none."""
    claim = lead_claim(edition, figure)
    inferred = claim is not None and edition.report[claim.report].published_method == "inferred"
    return (words.short_date(figure.as_of) or "date not told") + (" at the latest, by inference" if inferred and figure.as_of else "")


def _sides(edition: Edition, notes: Notes, figure: Figure, ref: Ref) -> tuple[Side, ...]:
    if figure.status == "contested" and len(figure.contenders) > 1:
        return tuple(
            Side(
                *_hedged(figure, *_number(c.words, c)),
                _unit(edition, figure, c.words),
                words.listed([edition.say(x) for x in c.sources]),
                notes.ref(c.claims),
            )
            for c in figure.contenders[:3]
        )
    return (
        Side(
            *_hedged(figure, *_number(figure.words or _lead_words(edition, figure), figure)),
            _unit(edition, figure, figure.words or _lead_words(edition, figure)),
            "",
            ref,
        ),
    )


def _lead_words(edition: Edition, figure: Figure) -> str | None:
    claim = lead_claim(edition, figure)
    return claim.quantity.text if claim and claim.quantity else None


def _number(said: str | None, value: Figure | Contender) -> tuple[str, str]:
    """The hedge of the source's words, and the number without its noun: ("more than", "28,000")."""
    low, best, high = value.low, value.best, value.high
    text = plain(said).lower()
    hedge = next((h for h in HEDGES if text.startswith(h)), "")
    if best is not None and (hedge or words.count(best) in text):
        return hedge.replace("as high as", "as many as"), words.count(best)
    if best is None and text and len(text) < 28 and not any(c.isdigit() for c in text):
        return "", plain(said)
    return "", words.spread(low, best, high)


def _hedged(figure: Figure, hedge: str, number: str) -> tuple[str, str]:
    """The number with what its source holds of it in front: what is only possible never stands as a bare number."""
    lead = CERTAINTY.get(figure.certainty, "")
    if figure.certainty in ("estimated", "possible") and (hedge or not number.replace(",", "").isdigit()):
        return hedge, number  # "about", "up to" and "thousands" hedge enough
    return f"{lead} {hedge}".strip(), number


def _unit(edition: Edition, figure: Figure, said: str | None) -> str:
    """The noun of the number; none where the number is words that hold it ("thousands of people")."""
    unit = noun(edition, figure)
    if figure.best is None and said and any(noun in said for noun in (unit, "families")) and not any(c.isdigit() for c in said):
        unit = ""
    return f"{unit} a {figure.per}".strip() if figure.measure == "rate" and figure.per else unit


def _spread(edition: Edition, figure: Figure) -> str:
    """The range over sources, where it says more than the number."""
    values = [
        v
        for i in figure.claims
        if (c := edition.claim.get(i)) and c.quantity
        for v in (c.quantity.low, c.quantity.best, c.quantity.high)
        if v is not None
    ]
    if not values or min(values) == max(values):
        return ""
    return f"sources say {words.count(min(values))} to {words.count(max(values))}"


def _who(edition: Edition, figure: Figure) -> str:
    """Who says so first, where the sides do not name them."""
    named = [edition.say(source) for source in figure.sources[:3]]
    return "" if figure.status == "contested" and len(figure.contenders) > 1 else words.listed(named)


def _standing(edition: Edition, figure: Figure) -> str:
    copies = figure.copies or copies_of(edition, figure.reports)
    return f"{standing(len(figure.sources), copies, '')} / {words.plural(len(figure.reports), 'report')}"


def _change(edition: Edition, figure: Figure) -> str:
    """What the series said before."""
    before = next((f for f in edition.picture.figures if f.id == figure.supersedes or f.superseded_by == figure.id), None)
    value, old = figure.best, before.best if before else None
    if before is None or value is None or old is None:
        return ""
    if value == old:
        return f"unchanged since {words.short_date(before.as_of)}"
    arrow = "▲" if value > old else "▼"
    return f"{arrow} {words.count(abs(value - old))} since {words.short_date(before.as_of)}"
