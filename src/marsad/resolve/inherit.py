"""What a claim leaves unsaid and its neighbours say: the place of a count, the event of a casualty.

A claim inherits only from the nearest earlier claim of the same report that can be about the same thing; the
inherited place keeps its own words and says so in its reason.
"""

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from marsad.grammar.draft import Draft
from marsad.model.claim import Claim, ClaimPlace
from marsad.model.mention import PlaceMention
from marsad.model.report import Report
from marsad.resolve.claim import claim_place
from marsad.resolve.whole_war import can_be_there, country_of, is_toll_so_far

BARE = re.compile(
    r"(?:(?:at least|more than|about|some|another|the)\s+)?(?:[\d,.]+|[a-z]+(?:-[a-z]+)?)(?:\s+(?:others|more|other))?"
    r"(?:\s+(?:dead|killed|wounded|injured|deaths|fatalities|casualties))?",
    re.IGNORECASE,
)
BEFORE = 400  # characters: about two sentences
RECENT = 12  # claims looked back at for a shared day
REACH = 4  # passages back
NEEDS_PLACE = {"displacement", "casualty", "population", "control", "event", "responsibility"}
FOCUS = 0.4  # share of a report's located claims that a place needs to be what the report is about
ROLES = {"displacement": {"displaced": "origin", "returned": "destination"}}


def inherit(report: Report, drafts: Sequence[Draft], claims: Sequence[Claim], places: Sequence[PlaceMention] = ()) -> list[Claim]:
    """The claims, those without a place having the place of the nearest fitting claim before them (or in the same sentence)."""
    done: list[Claim] = []
    claims = _listed(drafts, claims)
    focus = _focus(claims)
    for n, (draft, claim) in enumerate(zip(drafts, claims, strict=True)):
        place = None if claim.places or claim.kind not in NEEDS_PLACE else _shared(draft, drafts, done)
        if place is None and not claim.places and claim.kind == "casualty" and not _told_beside(draft, claim, drafts, claims):
            place = _mentioned(report, draft, places, before=0)
        if place is None and not claim.places and claim.kind in NEEDS_PLACE:
            place = _nearest(draft, claim, n, drafts, claims, done)
        if place is None and not claim.places and claim.kind in ("displacement", "population") and claim.quantity:
            place = focus
        if place is None and not claim.places and claim.kind in ("event", "casualty"):
            place = _mentioned(report, draft, places) or _dateline(report, places)
        wide = place is not None and not can_be_there(draft, claim, place, places)
        place = country_of(place, places) if wide and place is not None else place
        if place is None:
            done.append(claim)
            continue
        role = "at" if wide else ROLES.get(claim.kind, {}).get(claim.type, "at")
        method = place.method if place.method == "dateline" else "context"
        inherited = msgspec.structs.replace(
            place, role=role, method=method, reason=place.reason if method == "dateline" else "a place named just before"
        )
        done.append(msgspec.structs.replace(claim, places=(inherited,)))
    return _victims(drafts, _timed(drafts, done))


def _shared(draft: Draft, drafts: Sequence[Draft], done: Sequence[Claim]) -> ClaimPlace | None:
    """The place of what the same word told before: who was killed and that somebody was attacked."""
    for n in range(len(done) - 1, -1, -1):
        if drafts[n].passage != draft.passage:
            return None
        if drafts[n].trigger == draft.trigger and done[n].places:
            return _place(done[n])
    return None


def _victims(drafts: Sequence[Draft], claims: Sequence[Claim]) -> list[Claim]:
    """ "Two soldiers were killed and four wounded": a bare number is of the people counted before it in the sentence."""
    done: list[Claim] = []
    for draft, claim in zip(drafts, claims, strict=True):
        if claim.kind == "casualty" and claim.civilian is None and done and BARE.fullmatch(claim.victims or ""):
            before, other = drafts[len(done) - 1], done[-1]
            if other.kind == "casualty" and before.passage == draft.passage and other.civilian is not None:
                claim = msgspec.structs.replace(claim, civilian=other.civilian)
        done.append(claim)
    return done


def _told_beside(draft: Draft, claim: Claim, drafts: Sequence[Draft], claims: Sequence[Claim]) -> bool:
    """Whether another claim of the same sentence says where it was."""
    return any(d.passage == draft.passage and c is not claim and c.places for d, c in zip(drafts, claims, strict=True))


def _mentioned(report: Report, draft: Draft, places: Sequence[PlaceMention], before: int = BEFORE) -> ClaimPlace | None:
    """The last place named in the sentence before the claim, else in its two sentences before."""
    passage = draft.passage
    named = [
        m for m in places if m.field == passage.field and m.lat is not None and not m.adjectival and m.kind not in ("continent", "region")
    ]
    named = [m for m in named if (passage.field != "text" or m.start >= report.body) and not _comes_from(report, m)]
    inside = [m for m in named if passage.start <= m.start < passage.end]
    near = [m for m in named if passage.start - before <= m.start < passage.start]
    inside, near = _at_home(inside, named), _at_home(near, named)
    found: PlaceMention | None
    if inside:  # a country is where a thing was only when no place in it is named
        found = min(inside, key=lambda m: (m.kind == "country", abs(m.start - draft.trigger_span.start)))
    else:
        found = max(near, key=lambda m: (m.kind != "country", m.start), default=None)
    return claim_place("at", found.text, found) if found else None


def _comes_from(report: Report, m: PlaceMention) -> bool:
    """Whether a place only says where somebody is from."""
    return report.kept(m.field)[max(0, m.start - len("from ")) : m.start].lower() == "from "


def _at_home(places: list[PlaceMention], all_places: list[PlaceMention]) -> list[PlaceMention]:
    """Of several places those in the country that most of the report's places lie in, where there is one."""
    countries = Counter(m.country for m in all_places if m.country)
    home = next((c for c, n in countries.most_common(1) if 2 * n > len(all_places)), None)
    return [m for m in places if m.country == home] or places


def _dateline(report: Report, places: Sequence[PlaceMention]) -> ClaimPlace | None:
    """The place of the dateline, where nothing in the report speaks of another country."""
    head = next((m for m in places if m.field == "text" and m.start < max(report.body, 1) and m.lat is not None), None)
    if head is None:
        return None
    countries = Counter(m.country for m in places if m.country and m.start >= report.body)
    if countries and countries.most_common(1)[0][0] != head.country:
        return None
    place = claim_place("at", head.text, head)
    return msgspec.structs.replace(place, method="dateline", reason="the dateline; no place is named near the claim")


def _timed(drafts: Sequence[Draft], claims: Sequence[Claim]) -> list[Claim]:
    """What happened without a date shares the day of the deed told just before by the same actor."""
    done: list[Claim] = []
    for draft, claim in zip(drafts, claims, strict=True):
        if (
            claim.time.text is None
            and claim.kind in ("event", "control", "casualty")
            and claim.type != "held"
            and claim.status == "asserted"
            and not is_toll_so_far(draft, claim)
        ):
            recent = range(len(done) - 1, max(-1, len(done) - 1 - RECENT), -1)
            before = next((done[k] for k in recent if _same_story(draft, claim, drafts[k], done[k])), None)
            if before is not None:
                claim = msgspec.structs.replace(claim, time=msgspec.structs.replace(before.time, method="context"))
        done.append(claim)
    return done


def _same_story(draft: Draft, claim: Claim, other_draft: Draft, other: Claim) -> bool:
    if other_draft.passage.field != draft.passage.field or not 0 <= draft.passage.index - other_draft.passage.index <= 1:
        return False
    if (
        other.kind not in ("event", "control", "casualty")
        or other.time.text is None
        or other.time.start is None
        or other.time.start != other.time.end
    ):
        return False
    if draft.passage == other_draft.passage:
        return True
    actors = {a.name for a in claim.actors if a.name and a.role in ("agent", "holder")}
    return (
        any(
            a.name in actors or (actors and a.id and any(a.id == b.id for b in claim.actors))
            for a in other.actors
            if a.role in ("agent", "holder")
        )
        or not actors
        and claim.kind == "casualty"
    )


def _focus(claims: Sequence[Claim]) -> ClaimPlace | None:
    """The settlement that the report is about, where one stands out among its claims."""
    placed = [p for c in claims for p in c.places[:1] if p.lat is not None and p.kind not in ("country", "region", "continent")]
    counts = Counter(p.name for p in placed)
    if not counts:
        return None
    name, most = counts.most_common(1)[0]
    return next(p for p in placed if p.name == name) if most >= FOCUS * len(placed) and most > 1 else None


def _listed(drafts: Sequence[Draft], claims: Sequence[Claim]) -> list[Claim]:
    """Items of a list take the agent from the sentence that introduces the list: "Near Zintan, two strikes destroyed a depot"."""
    done: list[Claim] = []
    for draft, claim in zip(drafts, claims, strict=True):
        if draft.passage.kind == "bullet" and claim.kind == "event" and not any(a.role == "agent" for a in claim.actors):
            lead = next(
                (c for c in reversed(done) if (c.kind, c.type) == (claim.kind, claim.type) and any(a.role == "agent" for a in c.actors)),
                None,
            )
            if lead is not None:
                agents = tuple(a for a in lead.actors if a.role == "agent")
                claim = msgspec.structs.replace(claim, actors=claim.actors + agents)
        done.append(claim)
    return done


def _nearest(
    draft: Draft, claim: Claim, n: int, drafts: Sequence[Draft], claims: Sequence[Claim], done: Sequence[Claim]
) -> ClaimPlace | None:
    same_sentence = [c for d, c in zip(drafts, claims, strict=True) if d.passage == draft.passage and c is not claim and c.places]
    if same_sentence and claim.kind in ("casualty", "event", "displacement", "responsibility"):
        nearest = min(same_sentence, key=lambda c: (c.kind == "control", abs(c.evidence.start - claim.evidence.start)))
        return _place(nearest)
    if claim.kind in ("event", "control"):
        return None
    for m in range(n - 1, -1, -1):
        if drafts[m].passage.field != draft.passage.field or draft.passage.index - drafts[m].passage.index > REACH:
            break
        fits = done[m].kind == claim.kind or (claim.kind == "casualty" and done[m].kind == "event")
        if fits and done[m].places:
            return _place(done[m])
    return None


def _place(claim: Claim) -> ClaimPlace | None:
    preferred = ("at", "target", "origin", "near", "toward", "destination")
    placed = [p for p in claim.places if p.lat is not None]
    return min(placed, key=lambda p: preferred.index(p.role)) if placed else None
