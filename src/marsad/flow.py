"""The whole run on one page: reports in; mentions, claims and what they together support out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

import msgspec

from marsad.claims.checked import checked
from marsad.claims.read import Explained, read_drafts
from marsad.grammar.columns import read_columns
from marsad.grammar.load import load_grammar
from marsad.grammar.needs import load_gate
from marsad.ingest.finish import reach
from marsad.model.claim import Claim
from marsad.model.mention import Mentions
from marsad.model.passage import Passage
from marsad.model.picture import Figure, Holding, Incident
from marsad.model.report import Field, Report, SetAside
from marsad.model.syntax import Tree
from marsad.reading.actors import read_actors
from marsad.reading.along import MentionsAlong
from marsad.reading.asides import parse_apart
from marsad.reading.figure_lists import find_lists
from marsad.reading.mend import mended
from marsad.reading.passages import split_passages
from marsad.reading.places import demonym_country, read_places
from marsad.reading.quantities import read_quantities
from marsad.reading.syntax import load_syntax
from marsad.reading.tables import Table, find_tables
from marsad.reading.times import read_times
from marsad.reading.veil import unveil, veil
from marsad.reading.voices import read_voices
from marsad.resolve.actor import resolve_actors
from marsad.resolve.claim import anchor
from marsad.resolve.first_person import first_persons
from marsad.resolve.inherit import inherit
from marsad.resolve.place import resolve_places, without_persons
from marsad.resolve.relevance import relevant
from marsad.resolve.shares import kept_wholes, linked
from marsad.resolve.source import with_sources
from marsad.resolve.time import resolve_times
from marsad.settings import chosen_syntax
from marsad.uncollected import uncollected

BATCH = 64  # reports whose sentences are parsed in one call
FIELDS: tuple[Field, ...] = ("title", "text")


class Reading(msgspec.Struct, frozen=True):
    """One report as read."""

    report: Report
    mentions: Mentions
    claims: tuple[Claim, ...]


class Run(msgspec.Struct, frozen=True):
    """Everything that a run found, in an order that does not depend on the order of the inputs."""

    reports: tuple[Report, ...]
    mentions: dict[str, Mentions]
    claims: tuple[Claim, ...]
    figures: tuple[Figure, ...]
    holdings: tuple[Holding, ...]
    incidents: tuple[Incident, ...]
    set_aside: tuple[SetAside, ...]


class Prepared(msgspec.Struct, frozen=True):
    """A report with its passages and mentions, before any syntax; `candidates` are the passages that can carry a claim."""

    whole: Report
    report: Report  # as far as it is read
    passages: dict[Field, list[Passage]]
    mentions: Mentions
    along: MentionsAlong
    candidates: list[Passage]
    tables: tuple[Table, ...] = ()
    conflict: bool = False  # whether the report's words tell of organised violence


def read(inputs: Iterable[Report | SetAside], *, reader: Callable[[list[Report]], Iterable[Reading | SetAside]] | None = None) -> Run:
    """Reads every report, finds copies and reconciles; what could not be read is in `set_aside`.

    Another `reader` than `read_reports` may spread the work over processes; a report that ends its reader comes back set aside.
    """
    from marsad.ingest.copies import find_copies
    from marsad.reconcile import infer_dates, reconcile, retime

    reports: list[Report] = []
    aside: list[SetAside] = []
    for one in inputs:
        (aside if isinstance(one, SetAside) else reports).append(one)  # type: ignore[arg-type]
    reports = sorted(find_copies(reports), key=lambda r: r.id)
    readings: list[Reading] = []
    for answer in (reader or read_reports)(reports):
        (aside if isinstance(answer, SetAside) else readings).append(answer)  # type: ignore[arg-type]
    read_claims = [c for r in readings for c in r.claims]
    dated = infer_dates([r.report for r in readings], read_claims)
    claims = tuple(retime(dated, read_claims))
    reconciled = reconcile(dated, claims)
    return Run(
        reports=tuple(dated),
        mentions={r.report.id: r.mentions for r in readings},
        claims=claims,
        figures=tuple(reconciled.figures),
        holdings=tuple(reconciled.holdings),
        incidents=tuple(reconciled.incidents),
        set_aside=tuple(sorted(aside, key=lambda a: (a.input, a.record or "", a.reason))),
    )


def read_reports(reports: Iterable[Report]) -> Iterator[Reading]:
    """Mentions and claims of each report, in the given order; syntax runs over batches of reports."""
    stream = iter(reports)
    while batch := list(islice(stream, BATCH)):
        with uncollected():
            readings = _read_batch(batch)
        yield from readings


def _read_batch(batch: Sequence[Report]) -> list[Reading]:
    prepared = [prepare(report) for report in batch]
    trees = iter(parse([shown for one in prepared for shown in one.along.beside(one.candidates)]))
    return [finish(one, {(p.field, p.index): next(trees) for p in one.candidates}) for one in prepared]


def parse(passages: Sequence[tuple[Passage, Mentions]]) -> list[Tree]:
    """The trees of passages, each given with its mentions; names that look like other words ("IS", "US") are read as names."""
    veiled = [veil(p, m) for p, m in passages]
    trees = parse_apart(load_syntax(chosen_syntax()), veiled) if veiled else []
    return [mended(unveil(t, p.text)) for t, (p, _) in zip(trees, passages, strict=True)]


def prepare(whole: Report) -> Prepared:
    """Passages and resolved mentions of a report; a report in another language has none."""
    if whole.language not in (None, "en"):
        return Prepared(whole, whole, {}, Mentions(), MentionsAlong(Mentions()), [])
    end = reach(whole.text)
    report = whole if end == len(whole.text) else msgspec.structs.replace(whole, text=whole.text[:end])
    passages: dict[Field, list[Passage]] = {}
    tables = find_tables(report.text, report.body)
    times, quantities, places, actors = [], [], [], []
    for field in FIELDS:
        kept = report.kept(field)
        if not kept:
            continue
        if field == "text":
            passages[field] = split_passages(kept, body=report.body, dated_at=report.dated_at, tables=tables)
        else:
            passages[field] = split_passages(kept, field=field)
        times += read_times(kept, field=field)
        quantities += read_quantities(kept, field=field)
        places += read_places(kept, field=field)
        actors += read_actors(kept, field=field)
    located = without_persons(resolve_places(report, places), actors)
    mentions = Mentions(
        places=tuple(located),
        times=tuple(resolve_times(report, times)),
        quantities=tuple(quantities),
        actors=tuple(resolve_actors(report, actors, located)),
    )
    gate = load_gate()
    conflict = gate.tells_of_conflict(report)
    candidates = [p for one in passages.values() for p in gate.candidates(one, mentions, conflict)]
    return Prepared(whole, report, passages, mentions, MentionsAlong(mentions), candidates, tuple(tables), conflict)


def finish(one: Prepared, trees: dict[tuple[Field, int], Tree], explain: list[Explained] | None = None) -> Reading:
    """The claims of a prepared report from its parsed passages."""
    report = one.report
    grammar = load_grammar()
    attributions = []
    drafts = []
    for field, passages in one.passages.items():
        own = {index: tree for (f, index), tree in trees.items() if f == field}
        actors = [a for a in one.mentions.actors if a.field == field]
        attributions += read_voices(report, passages, actors, own, one.tables if field == "text" else ())
        drafts += read_drafts(passages, own, one.along, grammar, lambda w: demonym_country(w) is not None, explain)
    tables = [*one.tables, *find_lists(report.text, report.body)]
    drafts += read_columns(report.text, tables, one.passages.get("text", []), one.mentions, grammar)
    spoken = [m for field in one.passages for m in first_persons(report, field, attributions)]
    named = sorted((*one.mentions.actors, *spoken), key=lambda m: (m.field != "title", m.start, m.end))
    mentions = msgspec.structs.replace(one.mentions, attributions=tuple(attributions), actors=tuple(named))
    told = [with_sources(d, attributions) for d in drafts]
    claims = linked(drafts, [anchor(d, d.status, report, grammar, sources) for d, sources in told])
    placed = kept_wholes(relevant(inherit(report, one.passages, drafts, claims, mentions), one.conflict, report, all_passages(one)))
    return Reading(one.whole, mentions, tuple(_paged(claim, report) for claim in checked(placed, one.mentions.places)))


def _paged(claim: Claim, report: Report) -> Claim:
    """The claim with the page that its evidence stands on, for reports that have pages."""
    page = report.page(claim.evidence.start) if claim.evidence.field == "text" else None
    return claim if page is None else msgspec.structs.replace(claim, evidence=msgspec.structs.replace(claim.evidence, page=page))


def read_one(report: Report, explain: list[Explained] | None = None) -> Reading:
    """One report, with what happened to each of its passages where asked for."""
    one = prepare(report)
    trees = parse(one.along.beside(one.candidates))
    return finish(one, {(p.field, p.index): t for p, t in zip(one.candidates, trees, strict=True)}, explain)


def all_passages(one: Prepared) -> Sequence[Passage]:
    """Every passage of a prepared report, title first."""
    return [p for field in FIELDS for p in one.passages.get(field, [])]
