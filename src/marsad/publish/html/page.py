"""The page put together: sections from the edition, one style, one script, one policy that forbids everything else."""

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files

import jinja2

from marsad.data.places.gazetteer import load_gazetteer
from marsad.model.picture import Incident, PicturePlace
from marsad.publish import words
from marsad.publish.edition import Edition
from marsad.publish.html import boxes, chart_map, control, evidence, figure_rows, harm, highlights, lines, series, source_rows
from marsad.publish.html.map.layers import layer
from marsad.publish.html.map.marks import ALWAYS
from marsad.publish.html.map.view import REACH_KM, Spot, distance_km, middle_of
from marsad.publish.html.refs import Notes, Ref
from marsad.publish.safe import plain, scripts, shown

LONG = 60  # claims; a longer page prints only the evidence that leads
SECTIONS = (
    ("highlights", "Highlights"),
    ("key-figures", "Key figures"),
    ("changes", "Changes"),
    ("map", "Map"),
    ("series", "Over time"),
    ("control", "Control"),
    ("casualties", "Casualties"),
    ("response", "Response"),
    ("doubts", "Contradictions"),
    ("sources", "Sources"),
    ("method", "Method"),
    ("evidence", "Evidence"),
)


def situation_page(edition: Edition) -> str:
    """The whole page; the same edition gives the same text, byte for byte."""
    notes = Notes(edition, evidence.numbers(edition))
    heads, key, against = highlights.highlights(edition, notes), boxes.boxes(edition, notes), lines.contradictions(edition, notes)
    style, script = asset("page.css"), asset("page.js")
    return (
        environment()
        .get_template("page.html.j2")
        .render(
            edition=edition,
            picture=edition.picture,
            title=title(edition),
            sections=SECTIONS,
            policy=policy(style, script),
            style=style,
            script=script,
            head=_head(edition),
            highlights=heads,
            boxes=key,
            footnotes=boxes.footnotes(key),
            leading=_anchors([h.ref for h in heads], [s.ref for b in key for s in b.sides], [x.ref for x in against]),
            long=len(edition.claims) > LONG,
            changes=lines.changes(edition, notes),
            map=chart_map.chart_map(edition, notes),
            charts=series.charts(edition, notes),
            holdings=control.holdings(edition, notes),
            grades=harm.grades(edition),
            left_out=harm.left_out(edition),
            harmful=harm.incidents(edition, notes, harmful=True),
            incidents=harm.incidents(edition, notes, harmful=False),
            casualty_figures=figure_rows.figures(edition, notes, "casualty"),
            response_figures=figure_rows.figures(edition, notes, "response", "population"),
            displaced_figures=figure_rows.figures(edition, notes, "displacement"),
            access=lines.access(edition, notes),
            outlook=lines.outlook(edition, notes),
            contradictions=against,
            doubts=lines.doubts(edition, notes),
            checks=lines.checks(edition),
            source_rows=source_rows.sources(edition),
            gaps=source_rows.gaps(edition),
            set_aside=[(_file(s.input), plain(s.record), plain(s.reason)) for s in edition.set_aside],
            evidence=evidence.sources(edition, notes.numbers),
            notes_of=notes.ref,
            csv_of=series.as_download,
            version=program_version(),
            ALWAYS=ALWAYS,
        )
    )


def _anchors(*groups: Iterable[Ref | None]) -> set[str]:
    """The claims that these lead to."""
    return {anchor for group in groups for ref in group if ref for anchor in ref.anchors.split()}


def title(edition: Edition) -> str:
    """The crisis in a few words: as given, else its countries."""
    if edition.title:
        return plain(edition.title)
    drawn = {s.code: s.name for s in layer("countries").shapes if s.code}
    names = {code: full_name(code) or name for code, name in drawn.items()}
    counted: Counter[str] = Counter()
    for place in main_places(edition):
        counted[place.country or ""] += 1
    del counted[""]
    main = [c for c, n in counted.most_common() if n >= counted.total() * 0.08]
    return words.listed([names.get(c, c) for c in sorted(main[:3], key=lambda c: (-counted[c], c))]) or "Situation report"


def full_name(code: str) -> str | None:
    """The country's name as the gazetteer spells it: map data shortens some."""
    found = load_gazetteer().find(f"={code.lower()}")
    return found[0].name if found else None


def main_places(edition: Edition) -> list[PicturePlace]:
    """The places of the main cluster of what is told, each as often as it is told of; one far away makes no second crisis."""
    places = [
        (t.place, Spot(t.place.lat, t.place.lon)) for t in edition.things if t.place and t.place.lat is not None and t.place.lon is not None
    ]
    middle = middle_of([spot for _, spot in places])
    return [place for place, spot in places if middle and distance_km(spot, middle) <= REACH_KM]


def _head(edition: Edition) -> dict[str, object]:
    """What the band at the top says."""
    picture = edition.picture
    areas = Counter(
        words.where(t.place)
        for t in edition.things
        if not isinstance(t, Incident) and t.place and t.place.name and (t.place.radius_km or 0) < 150
    )
    publishers = sum(1 for s in picture.sources if s.role != "root")
    roots = sum(1 for s in picture.sources if s.role != "publisher")
    dated = [r.published for r in edition.reports if r.published]
    newest = max(dated, default=None)
    return {
        "areas": words.listed([name for name, _ in sorted(areas.items(), key=lambda i: (-i[1], i[0]))[:4]]),
        "as_of": words.date(picture.as_of) if picture.as_of else "date not known",
        "as_of_iso": picture.as_of.isoformat() if picture.as_of else "",
        "newest": words.date(newest) if newest else "",
        "period": words.period(picture.first or min(dated, default=None), picture.as_of),
        "reports": words.plural(len(edition.reports), "report"),
        "copies": sum(1 for r in edition.reports if r.copy_of),
        "publishers": words.plural(publishers, "publisher"),
        "sources": words.plural(roots, "source") if roots else "",
        "claims": words.plural(len(edition.claims), "claim"),
        "undated": sum(1 for r in edition.reports if r.published is None or r.published_method == "inferred"),
    }


def _file(name: str) -> str:
    """The last part of a path: a public page does not tell how somebody's disk is laid out."""
    return plain(name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1])


def policy(style: str, script: str) -> str:
    """Nothing may run or load but the page's own script and style, known by their hashes."""
    return f"default-src 'none'; script-src '{digest(script)}'; style-src '{digest(style)}'; base-uri 'none'; form-action 'none'"


def digest(text: str) -> str:
    """The hash as the policy writes it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def asset(name: str) -> str:
    """A style or script of the page, as it stands between its tags."""
    return "\n" + (files("marsad.publish.html") / "assets" / name).read_text(encoding="utf-8")


def program_version() -> str:
    """The version that made the page."""
    try:
        return version("marsad")
    except PackageNotFoundError:
        return "unreleased"


@cache
def environment() -> jinja2.Environment:
    """The templates: everything escaped, a missing name is an error."""
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("marsad.publish.html", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["date"] = words.date
    made.filters["capitalize_first"] = lambda text: text[:1].upper() + text[1:]
    made.globals["shown"] = chart_map.shown
    made.globals["scripts"] = scripts
    return made
