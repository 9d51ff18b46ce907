"""Where a claim that names no place happened: its sentence says it, or the sentences before, or the heading above it."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from marsad.grammar.draft import Draft
from marsad.grammar.load import load_grammar
from marsad.model.claim import Claim, ClaimPlace, PlaceRole
from marsad.model.mention import Mentions, PlaceMention, Span
from marsad.model.passage import Passage
from marsad.model.report import Field, Report
from marsad.resolve.claim import claim_place
from marsad.resolve.sections import Sections
from marsad.resolve.whole_war import can_be_there, country_of

BEFORE = 400  # characters: about two sentences
REACH = 4  # passages back
FOCUS = 0.4  # share of a report's located claims that a place needs to be what the report is about
NEEDS_PLACE = {"displacement", "casualty", "population", "control", "event", "responsibility"}
PREFERRED: tuple[PlaceRole, ...] = ("at", "target", "origin", "near", "toward", "destination")
MOVED = {"displaced", "evacuated", "returned", "refugee"}
PATHS: tuple[PlaceRole, ...] = ("origin", "destination")
IN_NAME = re.compile(r"\b(?:in|at|near|outside)[ ](?P<name>[A-Z][a-z’'-]{3,24}(?:[ -][A-Z][a-z’'-]{2,24}){0,2})(?![\w’'])")
IN_AREA = re.compile(  # "in the Makeen area"
    r"\b(?:in|at|near|outside)[ ]the[ ](?P<name>[A-Z][a-z’'-]{3,24}(?:[ -][A-Z][a-z’'-]{2,24}){0,2})"
    r"(?=[ ](?:area|district|neighbou?rhood|quarter|suburb|valley|sector)\b)"
)
HIT_NAME = re.compile(  # "a strike on Nova Kamenka"
    r"\b(?:strikes?|raids?|attacks?|assaults?|shelling|bombardment|bombs|rockets|shells|missiles|fire)[ ]on[ ]"
    r"(?P<name>[A-Z][a-z’'-]{3,24}(?:[ -][A-Z][a-z’'-]{2,24}){0,2})(?![\w’'])"
)
NO_NAME = re.compile(r"(?:The|This|That|These|Operation|General|President|God|Parliament|Congress|Islam|English|Arabic|French|Spanish)\b")
HEADING, LABEL = "the heading above the claim", "the label before the claim"
LAND = "the country that the report tells of; no place is named near the claim"
OPENED = re.compile(r"[\s•*·–-]*")  # what may stand before the label of a line
LABELLED = re.compile(r"(?: (?:governorate|province|district|state|county|city))?(?::|\s[–|-]\s)\s*")
BEHIND = 40  # characters behind a claim within which its place may be named
IN_BEFORE = re.compile(r"\b(?:in|across|inside|throughout)[ \n](?:the[ \n])?\Z", re.IGNORECASE)
ALL_OVER = re.compile(r"\b(?:across|throughout|all[ \n]over)[ \n](?:the[ \n])?\Z", re.IGNORECASE)
AWAY = ("sheltering", "refugee")
SMALL = ("settlement", "neighbourhood", "camp")  # named so in the text: what no gazetteer has is still where it was
VAGUE = ("continent", "region")
LOCATING = re.compile(  # "Nalut, south of the city of Zintan": where the first lies, not where anything happened
    r"[\w’'-]{3,}[,)]?\s(?:just\s|which\slies\s|located\s|lying\s)?(?:\(?(?:\d[\d.,]*|about|some)\s[\w ().]{1,30})?"
    r"(?:to\sthe\s)?(?:north|south|east|west)[a-z-]*"
    r"\s(?:of|from)\s(?:the\s(?:[\w-]+\s){0,2}(?:city|town|capital|village)\s(?:of\s)?)?\Z",
    re.IGNORECASE,
)
LIVING_THERE = re.compile(  # what they tell of happened where they are
    r"\b(?i:residents?|villagers?|inhabitants?|locals|townspeople|witness(?:es)?|doctors?|medics?|people|families)\s(?:of|in|from|at)\s"
    r"(?:the\s(?:[\w-]+\s){0,2}(?:town|city|village|district|area)\sof\s)?(?P<name>[A-Z][\w’'-]{2,24}(?:[ -][A-Z][\w’'-]{1,24}){0,2})"
)
SEAT_REACH = 90  # characters before a place in which it may be called the seat of somebody who speaks
SEAT_IN = re.compile(
    r"\b(?i:governments?|ministry|parliament|embassy|leadership|spokes(?:man|woman|men|person|people))\b(?:[^.;:\n]|\.(?=[\w,-])){0,60}\bin\s\Z"
)
FIGHTING = ("state force", "armed group", "police")
NAMES = 5  # names of one country, from which a report tells of what happens there
RIVAL = 0.4  # of the names of the first country: one named that often is told of too
BROAD = ("country", "admin1", "region")
AREAS = ("country", "region", "continent")


def _role(draft: Draft, claim: Claim) -> PlaceRole:
    """What an unsaid place is to people on the move: what they left, or where they came, as the card's first place says."""
    if claim.kind != "displacement" or claim.type not in MOVED or draft.state:
        return "at"
    first = next((name for name in draft.card.roles if name in (*PATHS, "at")), "at")
    return next((role for role in PATHS if role == first), "at")


class Places:
    """The claims of one report, with the places that those without one take from their neighbours."""

    def __init__(self, report: Report, sections: Sections, drafts: Sequence[Draft], claims: Sequence[Claim], mentions: Mentions) -> None:
        self.report, self.sections, self.drafts, self.claims = report, sections, drafts, claims
        self.mentions, self.places = mentions, mentions.places
        self.speaking = [(a.field, a.source) for a in mentions.attributions if a.source is not None]
        self.done: list[Claim] = []
        located = [m for m in mentions.places if m.lat is not None and not m.adjectival]
        self.before = {id(m): before for before, m in pairwise(located)}
        self.named = [m for m in mentions.places if self._can_be_where(m)]
        self.theatre = theatre(report, mentions)
        self.told = {p.name for c in claims for p in c.places if p.name}

    def placed(self) -> list[Claim]:
        """Every claim in order, with a place where its neighbours decide it."""
        for n, claim in enumerate(self.claims):
            vague = all(p.lat is None and p.name is None and not _is_name(p.text) for p in claim.places)  # "residential areas", or none
            place = self._found(n, claim) if vague and claim.kind in NEEDS_PLACE else None
            wide = place is not None and not can_be_there(self.drafts[n], claim, place, self.places)
            place = country_of(place, self.places) if wide and place is not None else place
            labelled = place is not None and place.reason == LABEL
            role = "at" if wide or labelled else claim.places[0].role if claim.places else _role(self.drafts[n], claim)
            found = () if place is None else (_taken(place, role),)
            self.done.append(msgspec.structs.replace(claim, places=claim.places + found))
        return self.done

    def _can_be_where(self, m: PlaceMention) -> bool:
        """Whether a place may be where something happened that is told beside it."""
        known = m.lat is not None or (m.name is not None and not m.anaphor and m.kind in SMALL)
        if not known or m.adjectival or m.kind in VAGUE or (m.field == "text" and self.report.in_head(m.start)):
            return False
        if self._says_so(m) or self._only_locates(m):
            return False
        return self.report.kept(m.field)[max(0, m.start - len("from ")) : m.start].lower() != "from "

    def _source_at(self, field: Field, at: int) -> Span | None:
        """The words for who is cited that stand there: "relief officials in Nairobi"."""
        return next((span for where, span in self.speaking if where == field and span.start <= at < span.end), None)

    def _only_locates(self, m: PlaceMention) -> bool:
        """Whether the words say where another place lies by this one."""
        before = self.before.get(id(m))
        if before is None or before.field != m.field or not before.end < m.start <= before.end + SEAT_REACH:
            return False
        return LOCATING.search(self.report.kept(m.field), before.start, m.start) is not None

    def _says_so(self, m: PlaceMention) -> bool:
        """Whether the place stands for those who speak: "Tbilisi says", "Pentagon sources"."""
        source = self._source_at(m.field, m.start)
        return source is not None and (m.kind == "site" or (m.start, m.end) == (source.start, source.end))

    def _is_abroad(self, m: PlaceMention) -> bool:
        """Whether it lies outside the countries that the report tells of, and nothing is said to have happened there."""
        return bool(self.theatre) and m.country is not None and m.country not in self.theatre and m.name not in self.told

    def _is_seat(self, m: PlaceMention) -> bool:
        """Whether the place is where somebody who speaks has their seat: "a spokesman for the coalition in Baghdad"."""
        return SEAT_IN.search(self.report.kept(m.field), max(0, m.start - SEAT_REACH), m.start) is not None

    def _found(self, n: int, claim: Claim) -> ClaimPlace | None:
        """The place of the nearest words that decide it."""
        happened = claim.kind in ("event", "casualty")
        place = self._label(n) or self._shared(n) or self._unlisted(n, claim) or (self._home_of_teller(n, claim) if happened else None)
        if place is None and claim.kind == "casualty" and not self._told_beside(n):
            place = self._mentioned(n, before=0)
        if place is None:
            place = self._beside(n, claim) or self._nearest(n, claim)
        if place is None and claim.kind in ("displacement", "population") and claim.quantity:
            place = self._focus(n)
        if place is None and happened:
            place = self._mentioned(n)
        if place is not None and happened and place.kind in BROAD:
            place = self._closer(n, place) or place
        return place or self._heading(n) or (self._dateline(n) or self._land() if happened else None)

    # ------------------------------------------------------------ the same sentence
    def _shared(self, n: int) -> ClaimPlace | None:
        """The place of what the same word told before: who was killed and that somebody was attacked."""
        for k in range(n - 1, -1, -1):
            if self.drafts[k].passage != self.drafts[n].passage:
                return None
            if self.drafts[k].trigger == self.drafts[n].trigger and self.done[k].places:
                return _place(self.done[k])
        return None

    def _label(self, n: int) -> ClaimPlace | None:
        """The place that a line begins with, set off by a colon or a dash: "Hodeidah governorate: 46,000 households displaced"."""
        passage = self.drafts[n].passage
        first = next((m for m in self.named if m.field == passage.field and passage.start <= m.start < passage.end), None)
        if first is None or first.lat is None:
            return None
        text, start, end = passage.text, first.start - passage.start, first.end - passage.start
        if not OPENED.fullmatch(text[:start]) or not LABELLED.match(text, end):
            return None
        if passage.field == "text" and passage.kind not in ("bullet", "headline") and first.kind in SMALL:
            return None  # a dateline
        return msgspec.structs.replace(claim_place("at", first.text, first), reason=LABEL)

    def _unlisted(self, n: int, claim: Claim) -> ClaimPlace | None:
        """The name behind "in" that no list has: it stays unresolved, which is better than another place."""
        passage = self.drafts[n].passage
        begin = max(claim.evidence.start - passage.start, 0)
        end = min(len(passage.text), claim.evidence.end - passage.start + BEHIND)
        patterns = (IN_NAME, IN_AREA, HIT_NAME) if claim.kind in ("event", "casualty") else (IN_NAME, IN_AREA)
        for match in (found for pattern in patterns for found in pattern.finditer(passage.text, begin, end)):
            first, last = match.start("name") + passage.start, match.end("name") + passage.start
            told_of = self._known(passage.field, first, last) or self._source_at(passage.field, first) is not None
            if not told_of and not NO_NAME.match(match["name"]):
                return ClaimPlace(role="at", text=match["name"], reason="in no gazetteer")
        return None

    def _home_of_teller(self, n: int, claim: Claim) -> ClaimPlace | None:
        """Where those live who tell of it: "residents of Zintan said a shell hit a house"."""
        passage = self.drafts[n].passage
        at = passage.text.find(claim.sources[0].text) if claim.sources else -1
        found = LIVING_THERE.search(passage.text, at, at + len(claim.sources[0].text)) if at >= 0 else None
        if found is None:
            return None
        start, end = (passage.start + i for i in found.span("name"))
        named = next((m for m in self.places if m.field == passage.field and m.start < end and start < m.end), None)
        if named is not None:
            return claim_place("at", named.text, named) if not named.adjectival and named.kind not in AREAS else None
        return None if self._known(passage.field, start, end) else ClaimPlace(role="at", text=found["name"], reason="in no gazetteer")

    def _known(self, field: Field, start: int, end: int) -> bool:
        """Whether a mention of any kind covers these words."""
        mentions = self.mentions
        of_any = (mentions.places, mentions.times, mentions.actors, mentions.quantities)
        return any(m.field == field and m.start < end and m.end > start for kind in of_any for m in kind)

    def _told_beside(self, n: int) -> bool:
        """Whether another claim of the same sentence says where it was."""
        here = self.drafts[n].passage
        return any(d.passage == here and k != n and self.claims[k].places for k, d in enumerate(self.drafts))

    def _beside(self, n: int, claim: Claim) -> ClaimPlace | None:
        """The place of the nearest claim of the same sentence."""
        here = self.drafts[n].passage
        told = [k for k, c in enumerate(self.claims) if self.drafts[k].passage == here and k != n and c.places]
        if not told or claim.kind not in ("casualty", "event", "displacement", "responsibility"):
            return None
        done_by = {f.head for f in self.drafts[n].fillers}  # "the raids killed nine": where the raids were
        at = claim.evidence.start

        def distance(k: int) -> tuple[bool, bool, int]:
            other = self.claims[k]
            return self.drafts[k].trigger not in done_by, other.kind == "control", abs(other.evidence.start - at)

        return next((place for k in sorted(told, key=distance) if (place := _beside(claim, self.claims[k]))), None)

    # ------------------------------------------------------------ the sentences before
    def _nearest(self, n: int, claim: Claim) -> ClaimPlace | None:
        """The place of the nearest sentence before whose claims can be about the same thing."""
        here = self.drafts[n].passage
        if claim.kind in ("event", "control") or (claim.kind == "displacement" and self._names_place(here)):
            return None  # where a sentence names a place, it is not silent about where people moved
        for k in range(n - 1, -1, -1):
            there = self.drafts[k].passage
            if self.sections.apart(here, there) or here.index - there.index > REACH or _other_bullet(here, there):
                break
            place = _shared_place(claim, self.done[k])
            if place is not None:
                return place
        return None

    def _names_place(self, passage: Passage) -> bool:
        return any(m.field == passage.field and passage.start <= m.start < passage.end for m in self.named)

    def _mentioned(self, n: int, before: int = BEFORE) -> ClaimPlace | None:
        """The last place named in the sentence before the claim, else in its two sentences before."""
        draft = self.drafts[n]
        passage = draft.passage
        named = [m for m in self.named if m.field == passage.field and not self._is_seat(m) and not self._is_abroad(m)]
        inside = [m for m in named if passage.start <= m.start < passage.end and (m.kind != "country" or self._said_in(m))]
        near = [m for m in named if passage.start - before <= m.start < passage.start and m.start >= self.sections.since(passage)]
        inside, near = self._at_home(inside, named), self._at_home(near, named)
        found: PlaceMention | None
        inside = [m for m in inside if self._source_at(m.field, m.start) is None] or ([] if near else inside)
        if inside:  # a country is where a thing was only when no place in it is named
            found = min(inside, key=lambda m: (m.kind == "country", abs(m.start - draft.trigger_span.start)))
        else:
            found = max(near, key=lambda m: (m.kind != "country", m.start), default=None)
        return claim_place("at", found.text, found) if found else None

    def _at_home(self, places: Sequence[PlaceMention], all_places: Sequence[PlaceMention]) -> list[PlaceMention]:
        """Of several places those in the country that most of the report's places lie in; another country only where "in" says so."""
        countries = Counter(m.country for m in all_places if m.country)
        home = next((c for c, n in countries.most_common(1) if 2 * n > len(all_places)), None)
        abroad = [m for m in places if home is None or m.kind != "country" or self._said_in(m)]
        return [m for m in places if m.country == home or m.lat is None] or abroad

    def _said_in(self, m: PlaceMention) -> bool:
        return IN_BEFORE.search(self.report.kept(m.field), max(0, m.start - 12), m.start) is not None

    def _closer(self, n: int, broad: ClaimPlace) -> ClaimPlace | None:
        """The town of which the claims just before told, where only the country or the province around it is named beside this one."""
        here = self.drafts[n].passage
        at = here.text.find(broad.text)
        if at >= 0 and ALL_OVER.search(here.text, max(0, at - len("throughout the ")), at):
            return None
        for k in range(n - 1, -1, -1):
            there = self.drafts[k].passage
            if self.sections.apart(here, there) or here.index - there.index > REACH or _other_bullet(here, there):
                return None
            town = next((p for p in self.done[k].places if p.kind == "settlement" and p.lat is not None and p.role != "near"), None)
            if town is not None:
                around = broad.id is not None and (town.admin1 == broad.admin1 if broad.kind == "admin1" else town.country == broad.country)
                return town if around else None
        return None

    # ------------------------------------------------------------ the report as a whole
    def _focus(self, n: int) -> ClaimPlace | None:
        """The settlement that the section is about, where one stands out among the claims."""
        here = self.drafts[n].passage
        told = zip(self.drafts, self.claims, strict=True)
        own = (c for d, c in told if here.field == "title" or self.sections.within(d.passage, here))
        placed = [p for c in own for p in c.places[:1] if p.lat is not None and p.kind not in AREAS]
        counts = Counter(p.name for p in placed)
        if not counts:
            return None
        name, most = counts.most_common(1)[0]
        return next(p for p in placed if p.name == name) if most >= FOCUS * len(placed) and most > 1 else None

    def _heading(self, n: int) -> ClaimPlace | None:
        """The one place that the heading above the claim names."""
        places = self.sections.of(self.drafts[n].passage).places
        if not places or len({m.country for m in places}) > 1:
            return None
        found = places[0]
        return msgspec.structs.replace(claim_place("at", found.text, found), reason=HEADING)

    def _land(self) -> ClaimPlace | None:
        """The country that the report tells of, where it is one and named."""
        (land,) = self.theatre if len(self.theatre) == 1 else (None,)
        found = next((m for m in self.places if m.kind == "country" and m.country == land and not m.adjectival), None)
        return msgspec.structs.replace(claim_place("at", found.text, found), reason=LAND) if found else None

    def _dateline(self, n: int) -> ClaimPlace | None:
        """The place of the dateline, where nothing in the report speaks of another country."""
        report = self.report
        head = next((m for m in self.places if m.field == "text" and report.in_head(m.start) and m.lat is not None), None)
        if head is None or self.sections.of(self.drafts[n].passage).places:
            return None
        countries = Counter(m.country for m in self.places if m.country and not report.in_head(m.start))
        if (countries and countries.most_common(1)[0][0] != head.country) or self._is_abroad(head):
            return None
        place = claim_place("at", head.text, head)
        return msgspec.structs.replace(place, method="dateline", reason="the dateline; no place is named near the claim")


def theatre(report: Report, mentions: Mentions) -> frozenset[str]:
    """The countries that a good part of the names of places, peoples and forces belong to; none where too few names would say so."""
    weights: Counter[str] = Counter()
    for m in mentions.places:
        if m.country and not m.anaphor and not (m.field == "text" and report.in_head(m.start)):
            weights[m.country] += 1
    weights.update(a.country for a in mentions.actors if a.country and a.kind in FIGHTING)
    most = max(weights.values(), default=0)
    return frozenset(c for c, n in weights.items() if n >= RIVAL * most) if most >= NAMES else frozenset()


def _is_name(text: str) -> bool:
    """Whether an unknown place is told by a name alone, which lies nobody knows where; "Salam hospital" lies in the town just told of."""
    words = text.split()
    listed = load_grammar("en").shared["placelike"].alone
    return not text.isupper() and all(w[:1].isupper() for w in words) and not any(w.lower() in listed for w in words)


def _other_bullet(here: Passage, there: Passage) -> bool:
    """Each bullet stands for itself."""
    return here.kind == "bullet" and here.paragraph != there.paragraph


def _place(claim: Claim, roles: Sequence[PlaceRole] = PREFERRED) -> ClaimPlace | None:
    """The place of a claim in the first of these roles that it has; one that has a name only where none is located."""
    fitting = [p for p in claim.places if p.role in roles and p.kind != "road"]
    placed = [p for p in fitting if p.lat is not None] or [p for p in fitting if p.name]
    return min(placed, key=lambda p: roles.index(p.role)) if placed else None


def _beside(claim: Claim, other: Claim) -> ClaimPlace | None:
    """The place of another claim of the sentence, if it can be that of this one: nobody is killed where people fled to."""
    if other.kind != "displacement":
        return _place(other)
    if claim.kind == "displacement":
        return _place(other, _stayed(claim, other))
    return _place(other, ("origin", "at") if other.type in ("displaced", "evacuated") else ("origin",))


def _shared_place(claim: Claim, other: Claim) -> ClaimPlace | None:
    """The place that a claim has in common with one before it, if what the two tell can be of one place."""
    if claim.kind == "displacement":
        return _place(other, _stayed(claim, other) if other.kind == "displacement" else _left(claim, other))
    if claim.kind in ("casualty", "responsibility"):
        return _place(other) if other.kind in (claim.kind, "casualty", "event") else None
    if claim.kind == "population":
        return _place(other) if other.kind == "population" or other.type == claim.type else None
    return _place(other) if other.kind == claim.kind else None


def _stayed(claim: Claim, other: Claim) -> tuple[PlaceRole, ...]:
    """Where people on the move or away are told to be by another such claim."""
    if claim.type in AWAY:
        return ("at", "destination") if other.type in AWAY else ("destination",)
    if claim.type == "returned":
        return ("destination",) if other.type == "returned" else ("origin",)
    return ("origin", "at") if other.type in ("displaced", "evacuated") else ("origin",)


def _left(claim: Claim, other: Claim) -> tuple[PlaceRole, ...]:
    """What people fled from is where it happened."""
    return ("at", "target") if claim.type in ("displaced", "evacuated") and other.kind in ("event", "control", "casualty") else ()


def _taken(place: ClaimPlace, role: PlaceRole) -> ClaimPlace:
    """The place in the role that it has in the claim, with how it came there."""
    if place.method == "dateline" or place.lat is None:
        return msgspec.structs.replace(place, role=role)
    reason = place.reason if place.reason in (HEADING, LABEL, LAND) else "a place named just before"
    return msgspec.structs.replace(place, role=role, method="context", reason=reason)
