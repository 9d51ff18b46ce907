"""The tables of an export: for each column its header in the manner of HAPI, its type, its HXL tag and where its value comes from.

Headers, order and meaning stay; a new column goes to the end and into the changelog. Text is masked where the edition is public.
"""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from marsad.model.claim import Claim, ClaimPlace
from marsad.model.picture import Figure, Holding, Incident, PicturePlace
from marsad.model.report import Report
from marsad.publish import captions
from marsad.publish.country import country
from marsad.publish.edition import Edition
from marsad.publish.mask import NAME, PROTECTED_KINDS, is_protected
from marsad.publish.private import is_private
from marsad.publish.safe import link

SCHEMA_VERSION = 1
Value = str | float | int | bool | datetime.date | None
Row = Mapping[str, Value]
T = TypeVar("T", contravariant=True)


@dataclass(frozen=True)
class Column(Generic[T]):
    """One column: `type` is text, number, whole, date or yes/no."""

    name: str
    type: str
    hxl: str
    of: Callable[[Edition, T], Value]


@dataclass(frozen=True)
class Table:
    """Typed rows under their columns."""

    name: str
    columns: Sequence[tuple[str, str, str]]  # name, type, tag
    rows: Sequence[Row]


def tables(edition: Edition) -> list[Table]:
    """All tables of the edition, rows in the order of their ids."""
    return [
        _table("claims", CLAIMS, edition, edition.claims),
        _table("figures", FIGURES, edition, edition.picture.figures),
        _table("holdings", HOLDINGS, edition, edition.picture.holdings),
        _table("incidents", INCIDENTS, edition, edition.picture.incidents),
        _table("reports", REPORTS, edition, edition.reports),
    ]


def _table(name: str, columns: Sequence[Column[T]], edition: Edition, things: Iterable[T]) -> Table:
    rows = [{c.name: c.of(edition, thing) for c in columns} for thing in things]
    rows.sort(key=lambda row: str(row[columns[0].name]))
    return Table(name, [(c.name, c.type, c.hxl) for c in columns], rows)


# --- places --------------------------------------------------------------------------------------------------------------------------


def shown_place(edition: Edition, claim: Claim, *roles: str) -> ClaimPlace | None:
    """The claim's first place in one of the roles (any without), no finer than the edition may show."""
    place = next((p for p in claim.places if not roles or p.role in roles), None)
    return None if place is None else edition.mask.place(place, protected=is_protected(claim.type))


def shown_at(edition: Edition, place: PicturePlace | None, claims: Sequence[str]) -> PicturePlace | None:
    """The place of a figure, holding or incident, no finer than the edition may show."""
    backing = [c for i in claims if (c := edition.claim.get(i))]
    protected = any(is_protected(c.type) or any(p.kind in PROTECTED_KINDS for p in c.places if place and p.id == place.id) for c in backing)
    return edition.mask.picture_place(place, protected=protected)


def _of_place(field: str, *roles: str) -> Callable[[Edition, Claim], Value]:
    def value(edition: Edition, claim: Claim) -> Value:
        place = shown_place(edition, claim, *roles)
        found: Value = None if place is None else getattr(place, field)
        return edition.say(found) or None if isinstance(found, str) else found

    return value


def _code(edition: Edition, claim: Claim) -> Value:
    place = shown_place(edition, claim)
    return country(place.country).alpha3 if place else None


def _country(edition: Edition, claim: Claim) -> Value:
    place = shown_place(edition, claim)
    return country(place.country).name if place else None


def _at(field: str, edition: Edition, thing: Figure | Holding | Incident) -> Value:
    place = shown_at(edition, thing.place, thing.claims)
    if place is None:
        return None
    if field == "alpha3":
        return country(place.country).alpha3
    if field == "country_name":
        return country(place.country).name
    found: Value = getattr(place, field)
    return edition.say(found) or None if isinstance(found, str) else found


def _place_columns() -> list[Column[Figure | Holding | Incident]]:
    return [
        Column("location_code", "text", "#country+code+v_iso3", partial(_at, "alpha3")),
        Column("location_name", "text", "#country+name", partial(_at, "country_name")),
        Column("place_name", "text", "#loc+name", partial(_at, "name")),
        Column("place_part", "text", "#loc+part", partial(_at, "part")),
        Column("place_id", "text", "#loc+code", partial(_at, "id")),
        Column("latitude", "number", "#geo+lat", partial(_at, "lat")),
        Column("longitude", "number", "#geo+lon", partial(_at, "lon")),
        Column("radius_km", "number", "#geo+radius", partial(_at, "radius_km")),
    ]


# --- claims --------------------------------------------------------------------------------------------------------------------------


def _quantity(field: str) -> Callable[[Edition, Claim], Value]:
    def value(edition: Edition, claim: Claim) -> Value:
        found: Value = None if claim.quantity is None else getattr(claim.quantity, field)
        return edition.say(found) if isinstance(found, str) else found

    return value


def said(edition: Edition, claim: Claim, role: str) -> str | None:
    """Who is named in this role of the chain, private persons withheld."""
    names = []
    for source in claim.sources:
        if source.role == role:
            private = is_private(source) and not edition.internal
            names.append(NAME if private else edition.say(source.name or source.org or source.text))
    return "; ".join(dict.fromkeys(names)) or None


def _actors(*roles: str) -> Callable[[Edition, Claim], Value]:
    return lambda edition, claim: "; ".join(dict.fromkeys(edition.say(a.name or a.text) for a in claim.actors if a.role in roles)) or None


def _report(field: str) -> Callable[[Edition, Claim], Value]:
    def value(edition: Edition, claim: Claim) -> Value:
        report = edition.report[claim.report]
        found: Value = link(report.url) if field == "url" else getattr(report, field)
        return edition.say(found) or None if isinstance(found, str) and field != "url" else found

    return value


def permalink(claim_id: str) -> str:
    """Where the situation report made from the same inputs shows the claim."""
    from marsad.publish.html.evidence import anchor

    return f"situation.html#{anchor(claim_id)}"


def _first_link(edition: Edition, thing: Figure | Holding | Incident) -> Value:
    return next((permalink(i) for i in thing.claims if i in edition.claim), None)


CLAIMS: list[Column[Claim]] = [
    Column("claim_id", "text", "#meta+id", lambda _, c: c.id),
    Column("report_id", "text", "#meta+report+id", lambda _, c: c.report),
    Column("kind", "text", "#indicator+category", lambda _, c: c.kind),
    Column("type", "text", "#indicator+type", lambda _, c: c.type),
    Column("status", "text", "#meta+certainty", lambda _, c: c.status),
    Column("excerpt", "text", "#description", lambda e, c: e.say(c.evidence.text)),
    Column("quantity_text", "text", "#indicator+text", _quantity("text")),
    Column("value_low", "number", "#indicator+value+min", _quantity("low")),
    Column("value_best", "number", "#indicator+value+best", _quantity("best")),
    Column("value_high", "number", "#indicator+value+max", _quantity("high")),
    Column("approximate", "yes/no", "#indicator+approximate", _quantity("approximate")),
    Column("unit", "text", "#indicator+unit", _quantity("unit")),
    Column("measure", "text", "#indicator+measure", _quantity("measure")),
    Column("per", "text", "#indicator+per", _quantity("per")),
    Column("location_code", "text", "#country+code+v_iso3", _code),
    Column("location_name", "text", "#country+name", _country),
    Column("admin1_name", "text", "#adm1+name", _of_place("admin1")),
    Column("provider_place_name", "text", "#loc+name", _of_place("text")),
    Column("place_name", "text", "#loc+name+resolved", _of_place("name")),
    Column("place_part", "text", "#loc+part", _of_place("part")),
    Column("place_role", "text", "#loc+role", _of_place("role")),
    Column("place_id", "text", "#loc+code", _of_place("id")),
    Column("latitude", "number", "#geo+lat", _of_place("lat")),
    Column("longitude", "number", "#geo+lon", _of_place("lon")),
    Column("radius_km", "number", "#geo+radius", _of_place("radius_km")),
    Column("place_method", "text", "#geo+method", _of_place("method")),
    Column("origin_name", "text", "#loc+name+origin", _of_place("name", "origin")),
    Column("origin_latitude", "number", "#geo+lat+origin", _of_place("lat", "origin")),
    Column("origin_longitude", "number", "#geo+lon+origin", _of_place("lon", "origin")),
    Column("destination_name", "text", "#loc+name+dest", _of_place("name", "destination")),
    Column("destination_latitude", "number", "#geo+lat+dest", _of_place("lat", "destination")),
    Column("destination_longitude", "number", "#geo+lon+dest", _of_place("lon", "destination")),
    Column("reference_period_start", "date", "#date+start", lambda _, c: c.time.start),
    Column("reference_period_end", "date", "#date+end", lambda _, c: c.time.end),
    Column("reported_on", "date", "#date+reported", _report("published")),
    Column("source_said", "text", "#meta+source", lambda e, c: said(e, c, "speaker")),
    Column("source_cited", "text", "#meta+source+cited", lambda e, c: said(e, c, "cited")),
    Column("publisher", "text", "#org+reporting+name", _report("publisher")),
    Column("url", "text", "#meta+url", _report("url")),
    Column("copy_of", "text", "#meta+copy", _report("copy_of")),
    Column("agent", "text", "#group+name+agent", _actors("agent")),
    Column("target", "text", "#group+name+target", _actors("target")),
    Column("holder", "text", "#x_control+group", _actors("holder")),
    Column("former_holder", "text", "#x_control+group+former", _actors("former_holder")),
    Column("victim", "text", "#group+name+victim", _actors("victim")),
    Column("civilian", "yes/no", "#meta+civilian", lambda _, c: c.civilian),
    Column("out_of_reach", "yes/no", "#meta+access", lambda _, c: c.out_of_reach if c.type == "access" else None),
    Column("means", "text", "#x_control+means", lambda e, c: e.say(c.means) or None),
    Column("card", "text", "#meta+method", lambda _, c: c.card or None),
    Column("permalink", "text", "#meta+url+permalink", lambda _, c: permalink(c.id)),
    Column("warning", "text", "#meta+warning", lambda e, c: "; ".join(e.say(w) for w in c.warnings) or None),
]

# --- the picture ---------------------------------------------------------------------------------------------------------------------


def _names(values: Iterable[str], edition: Edition) -> str | None:
    return "; ".join(edition.say(v) for v in values) or None


def _caption(edition: Edition, figure: Figure) -> Value:
    lead = edition.claim.get(figure.lead or "") or next((edition.claim[i] for i in figure.claims if i in edition.claim), None)
    if lead is None or lead.quantity is None:
        return None
    return captions.in_words(captions.caption(lead, edition.report[lead.report], edition.mask, as_of=figure.as_of))


def _doubt(edition: Edition, figure: Figure) -> Value:
    told = [f"contested: {'; '.join(_names(c.sources, edition) or 'unnamed' for c in figure.contenders)}"] if figure.contenders else []
    return "; ".join([*told, *(["doubtful"] if figure.doubtful else []), *figure.marks]) or None


FIGURES: list[Column[Figure]] = [
    Column("figure_id", "text", "#meta+id", lambda _, f: f.id),
    Column("series_id", "text", "#meta+series+id", lambda _, f: f.series),
    Column("kind", "text", "#indicator+category", lambda _, f: f.kind),
    Column("type", "text", "#indicator+type", lambda _, f: f.type),
    Column("place_role", "text", "#loc+role", lambda _, f: f.role),
    *_place_columns(),
    Column("unit", "text", "#indicator+unit", lambda _, f: f.unit),
    Column("measure", "text", "#indicator+measure", lambda _, f: f.measure),
    Column("per", "text", "#indicator+per", lambda _, f: f.per),
    Column("as_of", "date", "#date+occurred", lambda _, f: f.as_of),
    Column("since", "date", "#date+start", lambda _, f: f.since),
    Column("value_low", "number", "#indicator+value+min", lambda _, f: f.low),
    Column("value_best", "number", "#indicator+value+best", lambda _, f: f.best),
    Column("value_high", "number", "#indicator+value+max", lambda _, f: f.high),
    Column("words", "text", "#indicator+text", lambda e, f: e.say(f.words) or None),
    Column("status", "text", "#meta+certainty", lambda _, f: f.certainty),
    Column("figure_status", "text", "#status+code", lambda _, f: f.status),
    Column("superseded_by", "text", "#meta+superseded", lambda _, f: f.superseded_by),
    Column("independent_sources", "whole", "#meta+source+num", lambda _, f: len(f.sources)),
    Column("source_said", "text", "#meta+source", lambda e, f: _names(f.sources, e)),
    Column("reports", "whole", "#meta+report+num", lambda _, f: len(f.reports)),
    Column("claim_ids", "text", "#meta+claim+id", lambda _, f: " ".join(f.claims) or None),
    Column("part_of", "text", "#meta+part", lambda _, f: f.part_of),
    Column("caption", "text", "#description", _caption),
    Column("permalink", "text", "#meta+url+permalink", _first_link),
    Column("warning", "text", "#meta+warning", _doubt),
]

HOLDINGS: list[Column[Holding]] = [
    Column("holding_id", "text", "#meta+id", lambda _, h: h.id),
    *_place_columns(),
    Column("holder", "text", "#x_control+group", lambda e, h: e.say(h.holder) or None),
    Column("control_state", "text", "#x_control+status", lambda _, h: h.state),
    Column("share_percent", "number", "#x_control+share", lambda _, h: h.share),
    Column("means", "text", "#x_control+means", lambda e, h: e.say(h.means) or None),
    Column("reference_period_start", "date", "#date+start", lambda _, h: h.from_),
    Column("reference_period_end", "date", "#date+end", lambda _, h: h.to),
    Column("as_of", "date", "#date+occurred", lambda _, h: h.as_of),
    Column("claimed_by_holder_only", "yes/no", "#meta+own", lambda _, h: h.claimed_by_party),
    Column("source_said", "text", "#meta+source", lambda e, h: _names(h.sources, e)),
    Column("claim_ids", "text", "#meta+claim+id", lambda _, h: " ".join(h.claims) or None),
    Column("contradicted_by", "text", "#meta+contradiction+id", lambda _, h: " ".join(h.contradicted_by) or None),
    Column("permalink", "text", "#meta+url+permalink", _first_link),
]


def _count(which: str, field: str) -> Callable[[Edition, Incident], Value]:
    def value(_: Edition, incident: Incident) -> Value:
        counted = incident.killed if which == "killed" else incident.injured
        return None if counted is None else getattr(counted, field)

    return value


def _group(group: str, field: str) -> Callable[[Edition, Incident], Value]:
    def value(_: Edition, incident: Incident) -> Value:
        counted = getattr(incident.killed.by, group) if incident.killed else None
        return None if counted is None else getattr(counted, field)

    return value


INCIDENTS: list[Column[Incident]] = [
    Column("incident_id", "text", "#meta+id", lambda _, i: i.id),
    Column("event_type", "text", "#event+type", lambda _, i: "; ".join(i.types)),
    *_place_columns(),
    Column("reference_period_start", "date", "#date+start", lambda _, i: i.time.start),
    Column("reference_period_end", "date", "#date+end", lambda _, i: i.time.end),
    Column("actor1", "text", "#group+name+first", lambda e, i: _names((a.name for a in i.actors if a.role == "agent"), e)),
    Column("actor2", "text", "#group+name+second", lambda e, i: _names((a.name for a in i.actors if a.role == "target"), e)),
    *(
        Column(f"killed_{n}", "number", f"#affected+killed+{t}", _count("killed", n))
        for n, t in (("low", "min"), ("best", "best"), ("high", "max"))
    ),
    *(
        Column(f"injured_{n}", "number", f"#affected+injured+{t}", _count("injured", n))
        for n, t in (("low", "min"), ("best", "best"), ("high", "max"))
    ),
    *(
        Column(f"{g}s_killed_{n}", "number", f"#affected+killed+{tag}+{t}", _group(g, n))
        for g, tag in (("civilian", "civilian"), ("fighter", "combatant"))
        for n, t in (("low", "min"), ("high", "max"))
    ),
    Column("status", "text", "#meta+certainty", lambda _, i: i.certainty),
    Column("grade", "text", "#status+code", lambda _, i: i.grade),
    Column("strike_status", "text", "#status+strike", lambda _, i: i.strike_status),
    Column("source_said", "text", "#meta+source", lambda e, i: _names(i.sources, e)),
    Column("claim_ids", "text", "#meta+claim+id", lambda _, i: " ".join(i.claims) or None),
    Column("permalink", "text", "#meta+url+permalink", _first_link),
]

REPORTS: list[Column[Report]] = [
    Column("report_id", "text", "#meta+id", lambda _, r: r.id),
    Column("publisher", "text", "#org+reporting+name", lambda e, r: e.say(r.publisher) or None),
    Column("title", "text", "#description", lambda e, r: e.say(r.title) or None),
    Column("reported_on", "date", "#date+reported", lambda _, r: r.published),
    Column("date_method", "text", "#meta+method", lambda _, r: r.published_method),
    Column("language", "text", "#meta+lang", lambda _, r: r.language),
    Column("url", "text", "#meta+url", lambda _, r: link(r.url)),
    Column("sha256", "text", "#meta+hash", lambda _, r: r.sha256),
    Column("copy_of", "text", "#meta+copy", lambda _, r: r.copy_of),
    Column("claims", "whole", "#meta+claim+num", lambda e, r: sum(c.report == r.id for c in e.claims)),
]
