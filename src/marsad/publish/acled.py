"""Incidents in the shape of ACLED's columns. ACLED-shaped, not ACLED data: no code of theirs is guessed and no number is forced."""

import datetime
from collections.abc import Iterator

from marsad.model.picture import Incident
from marsad.publish.country import country
from marsad.publish.edition import Edition
from marsad.publish.table import Row, Table, Value, permalink, shown_at

BATTLES, EXPLOSIONS, CIVILIANS, STRATEGIC = "Battles", "Explosions/Remote violence", "Violence against civilians", "Strategic developments"
EVENTS: dict[str, tuple[str, str]] = {
    "armed_clash": (BATTLES, "Armed clash"),
    "offensive": (BATTLES, "Armed clash"),
    "advance": (BATTLES, "Armed clash"),
    "air_strike": (EXPLOSIONS, "Air/drone strike"),
    "shelling": (EXPLOSIONS, "Shelling/artillery/missile attack"),
    "ied": (EXPLOSIONS, "Remote explosive/landmine/IED"),
    "suicide_bomb": (EXPLOSIONS, "Suicide bomb"),
    "chemical_attack": (EXPLOSIONS, "Chemical weapon"),
    "attack": (BATTLES, "Armed clash"),
    "execution": (CIVILIANS, "Attack"),
    "abduction": (CIVILIANS, "Abduction/forced disappearance"),
    "sexual_violence": (CIVILIANS, "Sexual violence"),
    "looting": (STRATEGIC, "Looting/property destruction"),
    "ceasefire": (STRATEGIC, "Agreement"),
    "arrest": (STRATEGIC, "Arrests"),
    "mine_clearance": (STRATEGIC, "Disrupted weapons use"),
    "retreat": (STRATEGIC, "Non-violent transfer of territory"),
}
INTER = {"state force": 1, "police": 1, "government": 1, "armed group": 2, "militia": 3, "civilians": 7, "coalition": 8, "media": 7}
SAID = {"denied", "doubted", "planned", "expected", "possible"}  # what did not happen, or is not said to have, is no event
COLUMNS = (
    "event_id_cnty",
    "event_date",
    "year",
    "time_precision",
    "disorder_type",
    "event_type",
    "sub_event_type",
    "actor1",
    "assoc_actor_1",
    "inter1",
    "actor2",
    "assoc_actor_2",
    "inter2",
    "interaction",
    "civilian_targeting",
    "iso",
    "region",
    "country",
    "admin1",
    "admin2",
    "admin3",
    "location",
    "latitude",
    "longitude",
    "geo_precision",
    "source",
    "source_scale",
    "notes",
    "fatalities",
    "timestamp",
    "iso3",
    "fatalities_min",
    "fatalities_max",
    "status",
    "grade",
    "permalink",
)
NUMBERS = {
    "year",
    "time_precision",
    "inter1",
    "inter2",
    "iso",
    "latitude",
    "longitude",
    "geo_precision",
    "fatalities",
    "fatalities_min",
    "fatalities_max",
}


def acled_table(edition: Edition) -> Table:
    """One row for each incident that has a date and a counterpart among ACLED's types."""
    columns = [(name, "number" if name in NUMBERS else "date" if name == "event_date" else "text", "") for name in COLUMNS]
    rows = sorted(_rows(edition), key=lambda row: (str(row["event_date"]), str(row["event_id_cnty"])))
    return Table("acled", columns, rows)


def _rows(edition: Edition) -> Iterator[Row]:
    for incident in edition.picture.incidents:
        type_ = next((t for t in incident.types if t in EVENTS), None)
        date = incident.time.start or incident.time.end
        if type_ and date and incident.certainty not in SAID:
            yield _row(edition, incident, type_, date)


def _row(edition: Edition, incident: Incident, type_: str, date: datetime.date) -> Row:
    kinds = {a.name: a.kind for i in incident.claims if (c := edition.claim.get(i)) for a in c.actors if a.name}
    first, second = _actor(incident, "agent"), _actor(incident, "target", "victim")
    inter1, inter2 = INTER.get(kinds.get(first or "") or ""), INTER.get(kinds.get(second or "") or "")
    harmed = bool(incident.killed and incident.killed.by.civilian) or inter2 == 7
    event, sub = (CIVILIANS, "Attack") if type_ == "attack" and harmed else EVENTS[type_]
    place = shown_at(edition, incident.place, incident.claims)
    codes = country(place.country if place else None)
    killed = incident.killed
    lead = next((edition.claim[i] for i in incident.claims if i in edition.claim), None)
    row: dict[str, Value] = dict.fromkeys(COLUMNS)
    row |= {
        "event_id_cnty": incident.id,
        "event_date": date,
        "year": date.year,
        "time_precision": time_precision(incident),
        "disorder_type": "Strategic developments" if event == STRATEGIC else "Political violence",
        "event_type": event,
        "sub_event_type": sub,
        "actor1": edition.say(first) or None,
        "inter1": inter1,
        "actor2": edition.say(second) or None,
        "inter2": inter2,
        "interaction": "".join(str(n) for n in sorted(n for n in (inter1, inter2) if n)) or None,
        "civilian_targeting": "Civilian targeting" if event == CIVILIANS or (harmed and event == EXPLOSIONS) else None,
        "iso": codes.number,
        "country": codes.name,
        "iso3": codes.alpha3,
        "location": edition.say(place.name) or None if place else None,
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        "geo_precision": geo_precision(place.radius_km if place else None),
        "source": "; ".join(edition.say(s) for s in incident.sources) or None,
        "notes": edition.say(lead.evidence.text) if lead else None,
        "fatalities": killed.best if killed and killed.low == killed.high else None,
        "fatalities_min": killed.low if killed else None,
        "fatalities_max": killed.high if killed else None,
        "status": incident.certainty,
        "grade": incident.grade,
        "permalink": permalink(lead.id) if lead else None,
    }
    return row


def _actor(incident: Incident, *roles: str) -> str | None:
    return next((a.name for role in roles for a in incident.actors if a.role == role), None)


def time_precision(incident: Incident) -> int | None:
    """1 a day, 2 a week, 3 a month; None where longer or open."""
    start, end = incident.time.start, incident.time.end
    if start is None or end is None:
        return None
    days = (end - start).days + 1
    return 1 if days <= 1 else 2 if days <= 7 else 3 if days <= 31 else None


def geo_precision(radius_km: float | None) -> int | None:
    """1 a town, 2 near one or a part of a region, 3 a region; None where nothing is located."""
    return None if radius_km is None else 1 if radius_km <= 12 else 2 if radius_km <= 50 else 3
