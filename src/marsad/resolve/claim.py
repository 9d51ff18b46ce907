"""A draft becomes a claim: its count, places, actors, time and sources are anchored, its id made from what it says."""

import datetime
import hashlib
import re
from collections.abc import Sequence

import msgspec

from marsad.grammar.draft import Draft, Filler
from marsad.grammar.load import Grammar
from marsad.model.claim import (
    Claim,
    ClaimActor,
    ClaimPlace,
    ClaimSource,
    ClaimTime,
    Evidence,
    Quantity,
    Status,
)
from marsad.model.mention import PlaceMention, TimeMention
from marsad.model.report import Report
from marsad.resolve.count import COUNTED_SINCE, claim_count
from marsad.resolve.tense import PAST

PLACE_ROLES = {"origin", "destination", "at", "target", "toward", "near"}
TALLY = re.compile(r"\A(?:[Tt]he|THE|[Ii]ts|[Aa]n?|[Tt]otal)\s(?:[\w-]+\s){0,3}(?:toll|tally|TOLL|TALLY)\b")
ACTOR_ROLES = {"agent", "holder", "former_holder", "target", "victim", "provider", "supporter"}
MEANS = frozenset(
    """
    strike strikes airstrike airstrikes attack attacks bomb bombs explosion explosions blast blasts shelling shell
    shells rocket rockets missile missiles raid raids mine mines clash clashes fighting ambush shooting mortar mortars
    bombing bombings fire grenade grenades bombardment assault offensive battle violence gunfire bullet incident war conflict
    """.split()
)
OVER = re.compile(r"\b(?:had|was|were)\b.{0,20}?\b(?:plan|due\b|sched|expect|hop(?:e|ing)|intend|mean|meant|to have\b)", re.IGNORECASE)
CIVIL_HARM = ("civilian casualt", "civilian death", "civilian injur", "civilian fatalit")


def anchor(draft: Draft, status: Status, report: Report, grammar: Grammar, sources: Sequence[ClaimSource] = ()) -> Claim:
    """The claim that a draft makes in its report; inheritance from neighbouring claims is a later step."""
    time = claim_time(draft.times, report)
    if time.text is None and draft.told:
        time = _told_time(draft, report, time)
    if time.method == "tense":
        time = _of_that_week(time, status, draft, report)
    quantity = claim_count(draft, time)
    begun = draft.since or any(t.relation == "since" or _of_this_year(draft, t) for t in draft.times)
    begun = begun or COUNTED_SINCE.search(draft.passage.text) is not None
    if draft.card.claim.measure == "cumulative" and not begun:  # a running total was reached then: it began before
        time = msgspec.structs.replace(time, start=None)
    places = _places(draft)
    actors = tuple(_spoken(a, sources) for a in _actors(draft))
    span = draft.evidence
    kept = report.kept(draft.passage.field)
    evidence = Evidence(start=span.start, end=span.end, text=kept[span.start : span.end], field=draft.passage.field)
    card = draft.card
    victim = next((f for f in draft.fillers if f.role == "victim"), None)
    type_ = "claimed" if card.claim.type == "attributed" and _own_deed(actors, sources) else card.claim.type
    return Claim(
        id=_id(report.id, evidence, card.kind, type_, quantity),
        report=report.id,
        kind=card.kind,
        type=type_,
        status=card.claim.status or status,
        evidence=evidence,
        quantity=quantity,
        places=places,
        time=time,
        actors=actors,
        sources=tuple(sources),
        civilian=_civilian(draft, grammar) if card.kind == "casualty" else None,
        means=card.claim.means,
        victims=victim.text if victim else None,
        out_of_reach=draft.out_of_reach,
        additional=bool(draft.quantity and draft.quantity.more),
        card=card.id,
    )


def _of_this_year(draft: Draft, time: TimeMention) -> bool:
    """Whether a total is that of the year or month which goes on: "killed this year", "this month's toll"."""
    behind = draft.passage.text[time.end - draft.passage.start :][:1]
    return time.text.lower() == "this year" or (time.text.lower() in ("this month", "this week") and behind in ("'", "’"))


def _of_that_week(time: ClaimTime, status: Status, draft: Draft, report: Report) -> ClaimTime:
    """What is planned for a weekday is planned for the next one ("threatened to attack on Friday"), what was done was done on the last."""
    published = report.published
    if published is None or time.end is None:
        return time
    ahead = status in ("planned", "expected") and time.end < published and not OVER.search(draft.passage.text)
    ahead = ahead and any(t.start > draft.trigger_span.start for t in draft.times if t.text == time.text)
    evidence = draft.passage.text[draft.evidence.start - draft.passage.start : draft.evidence.end - draft.passage.start]
    done = status in ("asserted", "alleged", "estimated") and time.end > published and PAST.search(evidence) is not None
    if not ahead and not done:
        return time
    week = datetime.timedelta(days=7 if ahead else -7)
    return msgspec.structs.replace(time, start=time.start + week if time.start else None, end=time.end + week)


def _own_deed(actors: Sequence[ClaimActor], sources: Sequence[ClaimSource]) -> bool:
    """Whether who is said to have done it says so: "the army said its fighters were behind the raid"."""
    agents = [a.name for a in actors if a.role == "agent" and a.name]
    return len(agents) == 1 and bool(sources) and agents[0] in (sources[0].name, sources[0].org)


def _told_time(draft: Draft, report: Report, otherwise: ClaimTime) -> ClaimTime:
    """What is told of on a day was so by that day; a place announced as taken was, as news goes, taken on it."""
    told = next((t for t in draft.told if t.value_end and t.relation == "on"), None)
    if told is None or (report.published and told.value_end and told.value_end > report.published):
        return otherwise
    happened = draft.card.kind == "control" and draft.card.claim.type in ("gained", "lost")
    return ClaimTime(text=told.text, start=told.value_start if happened else None, end=told.value_end, method=told.method)


def _id(report: str, evidence: Evidence, kind: str, type_: str, quantity: Quantity | None) -> str:
    values = (quantity.low, quantity.best, quantity.high, quantity.unit) if quantity else ()
    words = "\x1f".join(map(str, (report, evidence.field, evidence.start, evidence.end, kind, type_, *values)))
    return hashlib.sha256(words.encode()).hexdigest()[:16]


# ---------------------------------------------------------------- places and actors
def claim_place(role: str, text: str, m: PlaceMention | None) -> ClaimPlace:
    """A place of a claim from the mention that resolves it; unresolved where there is none."""
    if m is None or m.lat is None:
        return ClaimPlace(role=role, text=text, name=m.name if m else None, part=m.part if m else None)  # type: ignore[arg-type]
    return ClaimPlace(
        role=role,  # type: ignore[arg-type]
        text=text,
        name=m.name,
        part=m.part,
        country=m.country,
        lat=m.lat,
        lon=m.lon,
        radius_km=m.radius_km,
        method=m.method,
        id=m.id,
        kind=m.kind,
        admin1=m.admin1,
        container=m.container,
        reason=m.reason,
    )


def _is_place(f: Filler) -> bool:
    return f.role in PLACE_ROLES and (bool(f.places) or f.role not in ACTOR_ROLES) and not (f.actor and not f.places and not f.site)


def _holds(m: PlaceMention | None, draft: Draft) -> bool:
    """Whether a place only says where the one right before it lies: "shells hit Tripoli, Lebanon"."""
    if m is None or m.kind not in ("country", "admin1"):
        return False
    before = (o for f in draft.fillers for o in f.places if 1 <= m.start - o.end <= len(", ") and o.kind != "country")
    return any(o.country == m.country and (m.kind == "country" or (o.kind != "admin1" and o.admin1 == m.admin1)) for o in before)


def _places(draft: Draft) -> tuple[ClaimPlace, ...]:
    found: list[ClaimPlace] = []
    for f in draft.fillers:
        if not _is_place(f) or (f.places and all(_holds(m, draft) for m in f.places)):
            continue
        for m in f.places or (None,):
            place = claim_place(f.role, _words(f, m), m)
            if not any(_same_place(p, place) for p in found):
                found.append(place)
    if not found:  # "the 300 families in Hit": the counted phrase says where
        for f in draft.fillers:
            if f.places and f.role in ("who", "victim", "count", "target"):
                found += [claim_place("at", _words(f, m), m) for m in f.places]
    on_land = [p for p in found if p.kind != "sea"]  # "the Red Sea port city of Hodeidah"
    return tuple(on_land if any(p.lat is not None for p in on_land) else found)


def _words(f: Filler, m: PlaceMention | None) -> str:
    """The words of a place: its own where the phrase names several, or ends within a name ("the Homs" of "the Homs – Hama road")."""
    if m is None or m.anaphor:  # "it" stays "it"
        return f.text
    apart = m.start >= f.span.end or f.span.start >= m.end
    return f.text if len(f.places) == 1 and (apart or (f.span.start <= m.start and m.end <= f.span.end)) else m.text


def _same_place(one: ClaimPlace, other: ClaimPlace) -> bool:
    """Whether a place is told already; as origin and as destination it may be told twice."""
    if (one.id, one.name, one.part) != (other.id, other.name, other.part) or (one.id is None and one.text != other.text):
        return False
    return one.role == other.role or not {one.role, other.role} & {"origin", "destination"}


def _is_owned(f: Filler) -> bool:
    """Whether a target is told by whose it is, beside where it is: "rebel positions near Zintan"."""
    if f.role != "target" or f.actor is None or (f.actor.adjectival and f.actor.kind != "armed group"):
        return False
    return f"{f.actor.text}-" not in f.text and all(m.text not in f.text for m in f.places)


def _actors(draft: Draft) -> tuple[ClaimActor, ...]:
    found: list[ClaimActor] = []
    for f in draft.fillers:
        if f.role not in ACTOR_ROLES or (_is_place(f) and not _is_owned(f)):
            continue
        actor = f.actor
        name = actor.name if actor else None
        if f.role == "agent" and draft.card.kind == "casualty" and name is None and _is_means(f.text):
            continue  # "a blast killed": nobody is named
        if f.role == "victim" and TALLY.search(f.text):
            continue  # "the death toll rose to 45" says of nobody who they were
        if name is None and f.role != "victim" and f.places and f.places[0].kind == "country":
            name = f.places[0].name
        found.append(
            ClaimActor(
                role=f.role,  # type: ignore[arg-type]
                text=f.text,
                name=name,
                kind=actor.kind if actor else None,
                id=actor.id if actor else None,
            )
        )
    return tuple(found)


def _is_means(text: str) -> bool:
    """Whether the words name a deed or a weapon: "a blast", "the explosion of a car", "a series of raids"."""
    whole, _, part = text.lower().partition(" of ")
    return not MEANS.isdisjoint([*whole.split()[-1:], *part.split()[-1:]])


def _spoken(actor: ClaimActor, sources: Sequence[ClaimSource]) -> ClaimActor:
    """ "We took the town", said by a spokesman of the army: the army did."""
    if actor.name is not None or actor.text.lower() not in ("we", "us") or not sources:
        return actor
    who = sources[0]
    return msgspec.structs.replace(actor, name=who.org or (who.name if not who.person else None))


def _civilian(draft: Draft, grammar: Grammar) -> bool | None:
    """Whether the victims are civilians, where the words say so."""
    said = [_civil_words(f, grammar) for f in draft.fillers if f.role == "victim"]
    found = next((civil for civil in said if civil is not None), None)
    return True if found is None and _civil_harm(draft) else found


def _civil_harm(draft: Draft) -> bool:
    """Whether "civilian casualties" or "civilian deaths" are spoken of."""
    start = draft.passage.start
    words = draft.passage.text[draft.evidence.start - start : draft.evidence.end - start].lower()
    return any(harm in words for harm in CIVIL_HARM)


def _civil_words(victim: Filler, grammar: Grammar) -> bool | None:
    words = [w.strip(".,;:'\"()[]").lower() for w in victim.text.split()]
    pairs = list(zip(words, words[1:], strict=False))
    civilians = grammar.shared["civilians"]
    if (any(w in civilians for w in words) or not civilians.pairs.isdisjoint(pairs)) and not _fighters_of_a_sort(words, grammar):
        return True
    if any(w in grammar.shared["forces"] for w in words) or any(pair in grammar.shared["armed"].pairs for pair in pairs):
        return False
    actor = victim.actor
    if actor is None or (actor.adjectival and actor.kind == "state force"):  # "six Spanish priests" are no Spanish soldiers
        return None
    return False if actor.kind in ("state force", "armed group", "police", "coalition") else None


def _fighters_of_a_sort(words: list[str], grammar: Grammar) -> bool:
    """Whether "civilian" only says of what sort those who fight are: "two civilian resistance fighters"."""
    return any(w == "civilian" and any(x in grammar.shared["forces"] for x in words[n + 1 : n + 3]) for n, w in enumerate(words))


# ---------------------------------------------------------------- time
def claim_time(times: Sequence[TimeMention], report: Report) -> ClaimTime:
    """The interval that the time words next to the predicate give; without any, it ends at publication."""
    published = report.published
    known = [t for t in times if t.value_start or t.value_end]
    reached = next((t.value_end for t in known if t.relation in ("by", "until") and t.value_end), None)
    for t in known:
        if t.relation == "since":
            end = reached if reached and t.value_start and reached >= t.value_start else published
            return ClaimTime(text=t.text, start=t.value_start, end=end, method=t.method)
    for t in known:
        if reached and t.relation in ("on", "during") and t.value_start and t.value_end and t.value_start <= reached < t.value_end:
            return ClaimTime(text=t.text, start=t.value_start, end=reached, method=t.method)  # "by June 500 had died this year"
    for t in known:
        if t.relation in ("until", "before", "by"):
            return ClaimTime(text=t.text, start=None, end=t.value_end, method=t.method)
        if t.relation == "after":
            return ClaimTime(text=t.text, start=t.value_start, end=published, method=t.method)
        return ClaimTime(text=t.text, start=t.value_start, end=t.value_end, method=t.method)
    text = times[0].text if times else None
    return ClaimTime(text=text, start=None, end=None if text and not published else published)
