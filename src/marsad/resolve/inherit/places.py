"""Where a claim that names no place happened: its sentence says it, or the sentences before, or the heading above it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from marsad.grammar.draft import Draft
from marsad.grammar.load import load_grammar
from marsad.model.claim import Claim, ClaimPlace, PlaceRole
from marsad.model.mention import Mentions, PlaceMention
from marsad.model.passage import Passage
from marsad.model.report import Report
from marsad.resolve.claim import claim_place
from marsad.resolve.inherit.fitting import place_before, place_beside, place_of
from marsad.resolve.inherit.scene import AREAS, SMALL, Scene
from marsad.resolve.inherit.unlisted import home_of_teller, unlisted_name
from marsad.resolve.sections import Sections
from marsad.resolve.whole_war import can_be_there, concerns_whole_war, country_of, is_toll_so_far

BEFORE = 400  # characters: about two sentences
REACH = 4  # passages back
FOCUS = 0.4  # share of a report's located claims that a place needs to be what the report is about
NEEDS_PLACE = {"displacement", "casualty", "population", "control", "event", "responsibility"}
MOVED = {"displaced", "evacuated", "returned", "refugee"}
PATHS: tuple[PlaceRole, ...] = ("origin", "destination")
HEADING, LABEL = "the heading above the claim", "the label before the claim"
THERE = "the place that “there” stands for"
LAND = "the country that the report tells of; no place is named near the claim"
OPENED = re.compile(r"[\s•*·–-]*")  # what may stand before the label of a line
LABELLED = re.compile(r"(?: (?:governorate|province|district|state|county|city))?(?::|\s[–|-]\s)\s*")
THERE_SAID = re.compile(  # "shelled the school there", not "there were shells" or "from there"
    r"(?<!\bfrom )\bthere\b(?![ \n](?:is|are|was|were|has|have|had|will|would|may|might|could|can|should|must|seems?|appears?|remains?)\b)"
)
WHERE_SAID = re.compile(
    r"(?<!based )(?<!headquarters )\b(?:in|at|near|around|inside|outside|across|to|into|for)\s(?:the\s)?\Z", re.IGNORECASE
)
CLAUSE_REACH = 40  # characters behind a claim's words in which "there" is still its own
ALL_OVER = re.compile(r"\b(?:across|throughout|all[ \n]over)[ \n](?:the[ \n])?\Z", re.IGNORECASE)
BROAD = ("country", "admin1", "region")


class Places:
    """The claims of one report, with the places that those without one take from their neighbours."""

    def __init__(self, report: Report, sections: Sections, drafts: Sequence[Draft], claims: Sequence[Claim], mentions: Mentions) -> None:
        self.report, self.sections, self.drafts, self.claims = report, sections, drafts, claims
        self.places = mentions.places
        self.scene = Scene(report, mentions, frozenset(p.name for c in claims for p in c.places if p.name))
        self.done: list[Claim] = []

    def placed(self) -> list[Claim]:
        """Every claim in order, with a place where its neighbours decide it."""
        for n, claim in enumerate(self.claims):
            vague = all(p.lat is None and p.name is None and not _says_which(p) for p in claim.places)  # "residential areas", or none
            place = self._found(n, claim) if vague and claim.kind in NEEDS_PLACE else self._given(n, claim) if vague else None
            wide = place is not None and not can_be_there(self.drafts[n], claim, place, self.places)
            if wide and place is not None:  # a toll so far is that of the town which the report is about, if of any
                focus = (
                    self._focus(n)
                    if is_toll_so_far(self.drafts[n], claim) and not concerns_whole_war(self.drafts[n].passage.text)
                    else None
                )
                place = focus or country_of(place, self.places)
            labelled = place is not None and place.reason == LABEL
            role = "at" if wide or labelled else claim.places[0].role if claim.places else _role(self.drafts[n], claim)
            if place is not None and place.reason == THERE and not wide and claim.type in MOVED:
                role = "destination"  # "moved 900 families there"
            found = () if place is None else (_taken(place, role),)
            self.done.append(msgspec.structs.replace(claim, places=claim.places + found))
        return self.done

    def _given(self, n: int, claim: Claim) -> ClaimPlace | None:
        """The place that its own words, a label, a heading or the same word give to what is done for people."""
        named = self._said_with(n, claim)
        return named or self._label(n) or self._there(n, claim) or self._shared(n) or self._heading(n) or self._given_before(n)

    def _given_before(self, n: int) -> ClaimPlace | None:
        """Where the sentence before tells of aid or access, if this one names no place."""
        here = self.drafts[n].passage
        if any(_stands_in(m, here) for m in self.scene.scenes):
            return None
        near = (c for passage, c in self._told_before(n) if here.index - passage.index <= 1 and c.kind == "response")
        return next((place for c in near if (place := place_of(c)) is not None and place.lat is not None and place.kind != "country"), None)

    def _said_with(self, n: int, claim: Claim) -> ClaimPlace | None:
        """The one place within a claim's words, else the one of its sentence, where a preposition says that it is a place."""
        passage, said = self.drafts[n].passage, claim.evidence
        inside = [m for m in self.scene.scenes if _stands_in(m, passage) and m.lat is not None]
        told = [m for m in inside if m.kind != "country" and WHERE_SAID.search(passage.text, 0, m.start - passage.start)]
        own = [m for m in told if said.start <= m.start < said.end]
        found = own or (told if len(told) == len(inside) else [])
        return claim_place("at", found[0].text, found[0]) if len({m.name for m in found}) == 1 else None

    def _found(self, n: int, claim: Claim) -> ClaimPlace | None:
        """The place of the nearest words that decide it."""
        happened = claim.kind in ("event", "casualty")
        passage = self.drafts[n].passage
        place = self._label(n) or self._there(n, claim) or self._shared(n) or unlisted_name(passage, claim, self.scene)
        if place is None and happened:
            place = home_of_teller(passage, claim, self.scene)
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
                return place_of(self.done[k])
        return None

    def _label(self, n: int) -> ClaimPlace | None:
        """The place that a line begins with, set off by a colon or a dash: "Hodeidah governorate: 46,000 households displaced"."""
        passage = self.drafts[n].passage
        first = next((m for m in self.scene.scenes if _stands_in(m, passage)), None)
        if first is None or first.lat is None:
            return None
        text, start, end = passage.text, first.start - passage.start, first.end - passage.start
        if not OPENED.fullmatch(text[:start]) or not LABELLED.match(text, end):
            return None
        if passage.field == "text" and passage.kind not in ("bullet", "headline") and first.kind in SMALL:
            return None  # a dateline
        return msgspec.structs.replace(claim_place("at", first.text, first), reason=LABEL)

    def _there(self, n: int, claim: Claim) -> ClaimPlace | None:
        """The place named last before a "there" that belongs to the claim."""
        passage = self.drafts[n].passage
        begin, end = claim.evidence.start - passage.start, claim.evidence.end - passage.start
        said = THERE_SAID.search(passage.text, max(0, begin), min(len(passage.text), end + CLAUSE_REACH))
        if said is None or re.search(r"[.;:,]", passage.text[end : said.start()]):
            return None
        at = passage.start + said.start()
        before = [m for m in self.scene.scenes if m.field == passage.field and at - BEFORE <= m.start < at]
        if not before or max(m.start for m in before) < self.sections.since(passage):
            return None
        found = max(before, key=lambda m: m.start)
        return msgspec.structs.replace(claim_place("at", found.text, found), reason=THERE)

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

        return next((place for k in sorted(told, key=distance) if (place := place_beside(claim, self.claims[k]))), None)

    # ------------------------------------------------------------ the sentences before
    def _told_before(self, n: int) -> Iterator[tuple[Passage, Claim]]:
        """The claims with their sentences of which this one may go on telling, nearest first: of its section and bullet."""
        here = self.drafts[n].passage
        for k in range(n - 1, -1, -1):
            there = self.drafts[k].passage
            other_bullet = here.kind == "bullet" and here.paragraph != there.paragraph
            if other_bullet or self.sections.apart(here, there) or here.index - there.index > REACH:
                return
            yield there, self.done[k]

    def _nearest(self, n: int, claim: Claim) -> ClaimPlace | None:
        """The place of the nearest claim before that can be about the same thing."""
        here = self.drafts[n].passage
        if claim.kind in ("event", "control") or (claim.kind == "displacement" and any(_stands_in(m, here) for m in self.scene.scenes)):
            return None  # where a sentence names a place, it is not silent about where people moved
        before = list(self._told_before(n))
        if claim.kind == "casualty":  # "another 23 were wounded": where others were killed, and not what else their sentence tells
            before.sort(key=lambda pair: (-pair[0].index, pair[1].kind != "casualty"))
        role = _role(self.drafts[n], claim)
        return next((place for _, other in before if (place := place_before(claim, other, role)) is not None), None)

    def _mentioned(self, n: int, before: int = BEFORE) -> ClaimPlace | None:
        """The last place named in the sentence before the claim, else in its two sentences before."""
        draft, scene = self.drafts[n], self.scene
        passage = draft.passage
        named = [m for m in scene.lending if m.field == passage.field]
        inside = [m for m in named if _stands_in(m, passage) and (m.kind != "country" or scene.said_in(m))]
        near = [m for m in named if passage.start - before <= m.start < passage.start and m.start >= self.sections.since(passage)]
        near = [m for m in near if m.kind != "country" or scene.said_in(m)]
        inside, near = scene.at_home(inside, named), scene.at_home(near, named)
        inside = [m for m in inside if scene.source_at(m.field, m.start) is None] or ([] if near else inside)
        beside = scene.told_of([*inside, *near], strict=not before)
        inside, near = [m for m in inside if m in beside], [m for m in near if m in beside]
        found: PlaceMention | None
        if inside:  # a country is where a thing was only when no place in it is named
            found = min(inside, key=lambda m: (m.kind == "country", abs(m.start - draft.trigger_span.start)))
        else:
            found = max(near, key=lambda m: (m.kind != "country", m.kind != "admin1" or m.name in scene.told, m.start), default=None)
        return claim_place("at", found.text, found) if found else None

    def _closer(self, n: int, broad: ClaimPlace) -> ClaimPlace | None:
        """The town of which the claims just before told, where only the country or the province around it is named beside this one."""
        text = self.drafts[n].passage.text
        at = text.find(broad.text)
        if at >= 0 and ALL_OVER.search(text, max(0, at - len("throughout the ")), at):
            return None
        towns = (p for _, c in self._told_before(n) for p in c.places if p.kind == "settlement" and p.lat is not None and p.role != "near")
        town = next(towns, None)
        if town is None or broad.id is None:
            return None
        around = town.admin1 == broad.admin1 if broad.kind == "admin1" else town.country == broad.country
        return town if around else None

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
        (land,) = self.scene.countries if len(self.scene.countries) == 1 else (None,)
        found = next((m for m in self.places if m.kind == "country" and m.country == land and not m.adjectival), None)
        return msgspec.structs.replace(claim_place("at", found.text, found), reason=LAND) if found else None

    def _dateline(self, n: int) -> ClaimPlace | None:
        """The place of the dateline, where nothing in the report speaks of another country."""
        report = self.report
        head = next((m for m in self.places if m.field == "text" and report.in_head(m.start) and m.lat is not None), None)
        if head is None or self.sections.of(self.drafts[n].passage).places:
            return None
        countries = Counter(m.country for m in self.places if m.country and not report.in_head(m.start))
        if (countries and countries.most_common(1)[0][0] != head.country) or self.scene.is_abroad(head):
            return None
        place = claim_place("at", head.text, head)
        return msgspec.structs.replace(place, method="dateline", reason="the dateline; no place is named near the claim")


def _role(draft: Draft, claim: Claim) -> PlaceRole:
    """What an unsaid place is to people on the move: what they left, or where they came, as the card's first place says."""
    if claim.kind != "displacement" or claim.type not in MOVED or draft.state:
        return "at"
    first = next((name for name in draft.card.roles if name in (*PATHS, "at")), "at")
    return next((role for role in PATHS if role == first), "at")


def _stands_in(m: PlaceMention, passage: Passage) -> bool:
    return m.field == passage.field and passage.start <= m.start < passage.end


def _says_which(p: ClaimPlace) -> bool:
    """Whether an unknown place is told by a name, or people go to the border of a country that is named: "towards the Tanzanian border"."""
    words = p.text.split()
    border = words[-1:] in (["border"], ["frontier"]) and any(w[:1].isupper() for w in words[1:])
    return _is_name(p.text) or (border and p.role in PATHS)


def _is_name(text: str) -> bool:
    """Whether an unknown place is told by a name alone, which lies nobody knows where; "Salam hospital" lies in the town just told of."""
    words = text.split()
    listed = load_grammar("en").shared["placelike"].alone
    return not text.isupper() and all(w[:1].isupper() for w in words) and not any(w.lower() in listed for w in words)


def _taken(place: ClaimPlace, role: PlaceRole) -> ClaimPlace:
    """The place in the role that it has in the claim, with how it came there."""
    if place.method == "dateline" or place.lat is None:
        return msgspec.structs.replace(place, role=role)
    reason = place.reason if place.reason in (HEADING, LABEL, LAND, THERE) else "a place named just before"
    return msgspec.structs.replace(place, role=role, method="context", reason=reason)
