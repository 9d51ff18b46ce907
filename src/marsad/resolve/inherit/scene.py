"""The scene of a report: which of the places that it names may be where something happened, and in which countries that was."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from marsad.model.mention import Mentions, PlaceMention, Span
from marsad.model.report import Field, Report
from marsad.resolve.places.bystander import named_in_passing

SMALL = ("settlement", "neighbourhood", "camp")  # named so in the text: what no gazetteer has is still where it was
VAGUE = ("continent", "region")
AREAS = ("country", "region", "continent")
LOCATING = re.compile(  # "Nalut, south of the city of Zintan": where the first lies, not where anything happened
    r"[\w’'-]{3,}[,)]?\s(?:just\s|which\slies\s|located\s|lying\s)?(?:\(?(?:\d[\d.,]*|about|some)\s[\w ().]{1,30})?"
    r"(?:to\sthe\s)?(?:north|south|east|west)[a-z-]*"
    r"\s(?:of|from)\s(?:the\s(?:[\w-]+\s){0,2}(?:city|town|capital|village)\s(?:of\s)?)?\Z",
    re.IGNORECASE,
)
SEAT_REACH = 90  # characters before a place in which it may be called the seat of somebody who speaks
SEAT_IN = re.compile(
    r"\b(?i:governments?|ministry|parliament|embassy|leadership|spokes(?:man|woman|men|person|people))\b(?:[^.,;:\n]|\.(?=[\w,-])){0,60}\bin\s\Z"
)
IN_BEFORE = re.compile(r"\b(?:in|across|inside|throughout)[ \n](?:the[ \n])?\Z", re.IGNORECASE)
FIGHTING = ("state force", "armed group", "police")
NAMES = 5  # names of one country, from which a report tells of what happens there
RIVAL = 0.4  # of the names of the first country: one named that often is told of too


class Scene:
    """The places of one report; `scenes` are those where something may have happened that is told beside them."""

    def __init__(self, report: Report, mentions: Mentions, told: frozenset[str]) -> None:
        self.report, self.mentions, self.places = report, mentions, mentions.places
        self.told = told  # names of places where claims say that something happened
        self.speaking = [(a.field, a.source) for a in mentions.attributions if a.source is not None]
        located = [m for m in mentions.places if m.lat is not None and not m.adjectival]
        self.before = {id(m): before for before, m in pairwise(located)}
        self.countries = theatre(report, mentions)
        self.anchors = {id(m) for m in _inside_others([m for m in mentions.places if not m.adjectival])}
        self.scenes = [m for m in mentions.places if self._can_be_where(m)]
        self.lending = [m for m in self.scenes if not self.is_seat(m) and not self.is_abroad(m)]  # to claims that name no place

    def knows(self, field: Field, start: int, end: int) -> bool:
        """Whether a mention of any kind covers these words."""
        mentions = self.mentions
        of_any = (mentions.places, mentions.times, mentions.actors, mentions.quantities)
        return any(m.field == field and m.start < end and m.end > start for kind in of_any for m in kind)

    def source_at(self, field: Field, at: int) -> Span | None:
        """The words for who is cited that stand there: "relief officials in Nairobi"."""
        return next((span for where, span in self.speaking if where == field and span.start <= at < span.end), None)

    def is_abroad(self, m: PlaceMention) -> bool:
        """Whether it lies outside the countries that the report tells of, and nothing is said to have happened there."""
        return bool(self.countries) and m.country is not None and m.country not in self.countries and m.name not in self.told

    def is_seat(self, m: PlaceMention) -> bool:
        """Whether the place is where somebody who speaks has their seat: "a spokesman for the coalition in Baghdad"."""
        return SEAT_IN.search(self.report.kept(m.field), max(0, m.start - SEAT_REACH), m.start) is not None

    def told_of(self, some: Sequence[PlaceMention], strict: bool) -> list[PlaceMention]:
        """Of some places those that are not only named in passing; unless strict, all of them where no other is left."""
        own = [m for m in some if not named_in_passing(self.report.kept(m.field), m)]
        return own if own or strict else list(some)

    def said_in(self, m: PlaceMention) -> bool:
        """Whether the words say "in" of it."""
        return IN_BEFORE.search(self.report.kept(m.field), max(0, m.start - 12), m.start) is not None

    def at_home(self, some: Sequence[PlaceMention], named: Sequence[PlaceMention]) -> list[PlaceMention]:
        """Of some places those in the country that most of those named lie in; another country only where "in" says so."""
        countries = Counter(m.country for m in named if m.country)
        home = next((c for c, n in countries.most_common(1) if 2 * n > len(named)), None)
        abroad = [m for m in some if home is None or m.kind != "country" or self.said_in(m)]
        return [m for m in some if m.country == home or m.lat is None] or abroad

    def _can_be_where(self, m: PlaceMention) -> bool:
        known = m.lat is not None or (m.name is not None and not m.anaphor and m.kind in SMALL)
        if not known or m.adjectival or m.kind in VAGUE or (m.field == "text" and self.report.in_head(m.start)):
            return False
        if self._says_so(m) or self._only_locates(m) or id(m) in self.anchors:
            return False
        return self.report.kept(m.field)[max(0, m.start - len("from ")) : m.start].lower() != "from "

    def _says_so(self, m: PlaceMention) -> bool:
        """Whether the place stands for those who speak: "Tbilisi says", "Pentagon sources"."""
        source = self.source_at(m.field, m.start)
        return source is not None and (m.kind == "site" or (m.start, m.end) == (source.start, source.end))

    def _only_locates(self, m: PlaceMention) -> bool:
        """Whether the words say where another place lies by this one."""
        before = self.before.get(id(m))
        if before is None or before.field != m.field or not before.end < m.start <= before.end + SEAT_REACH:
            return False
        return LOCATING.search(self.report.kept(m.field), before.start, m.start) is not None


def _inside_others(named: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """The places in whose stead a longer phrase says where: the town in "30 km south of Zintan", both in "between Zintan and Nalut"."""
    wide: PlaceMention | None = None
    for m in named:
        if wide is not None and m.field == wide.field and m.end <= wide.end:
            yield m
        elif m.lat is not None:
            wide = m


def theatre(report: Report, mentions: Mentions) -> frozenset[str]:
    """The countries that a good part of the names of places, peoples and forces belong to; none where too few names would say so."""
    weights: Counter[str] = Counter()
    for m in mentions.places:
        if m.country and not m.anaphor and not (m.field == "text" and report.in_head(m.start)):
            weights[m.country] += 1
    weights.update(a.country for a in mentions.actors if a.country and a.kind in FIGHTING)
    most = max(weights.values(), default=0)
    return frozenset(c for c, n in weights.items() if n >= RIVAL * most) if most >= NAMES else frozenset()
