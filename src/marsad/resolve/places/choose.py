"""Which of the places of one name is meant: by size, by countries and states named, by what contains it, by the report's other places."""

import math
import re
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace
from rapidfuzz.fuzz import ratio

from marsad.data.places.gazetteer import Place, load_gazetteer
from marsad.data.places.keys import name_key
from marsad.model.mention import PlaceMention, PlaceMethod
from marsad.model.report import Report
from marsad.reading.places.names import similar_places
from marsad.reading.places.words import spatial_words
from marsad.resolve.places.context import ENGLISH, Context
from marsad.resolve.places.earth import distance_km, moved

PLAIN = 1.0  # a country named, or two adjectives: "Serb forces took Srebrenica" alone tells of no Serbia
NEAR_KM = 120.0  # at this distance another place of the report counts a third
ROUNDS = 3
BLOCK = 250  # mentions that are weighed together
ABROAD = 0.3  # the share of the report's countries that such a place has at least: it is named everywhere
LINES = 700.0  # characters after which another name's weight falls off ...
SUPPORTED = 1.0  # near enough to other places of the report to be meant after all
LITTLE = 100_000  # people
FAR_NAMED = 2_000_000  # ... of a place abroad that has the name only beside its own
OTHER_WORD = 60  # likeness below which another name of a place is another word: hardly meant where its country plays no part
BY_ITS_TOWN_KM = 8.0
FAR_OFF = 0.7  # ... to this
WORLD_CITY = 0.5  # what everybody thinks of first counts above its size
MOST_CANDIDATES = 60
ELSEWHERE_KM = 300.0  # from the edge of an area: no part of it by any count
WELL_KNOWN = 1_000_000  # people: said in a breath with an area that does not contain it ("in Riyadh, Iraq said")
SOFT = 0.7  # what a reading that is not chosen (yet) counts beside one that is
_COMMA = re.compile(r"(?:['’]s)?(?:,[ \n]*|[ ]\(|[ ]in[ ](?:the[ ])?(?:(?:northern|southern|eastern|western|central)[ ])?)\Z")
_IN_BEFORE = re.compile(r"\b(?:in|at|near|from|to|of|outside|around|NEAR|IN|AT|FROM|OF)[ \n]+\Z")
_AREAS = frozenset({"country", "admin1", "admin2", "region", "continent", "island"})
# what is no town, whatever town bears its name
_THINGS = frozenset({"road", "camp", "site", "crossing", "river", "lake", "mountain", "valley", "desert", "island", "peninsula", "sea"})
_LITTLE = frozenset({"settlement", "admin2", "neighbourhood", "camp", "crossing"})  # what is hardly meant by a report on another country
_SAME = {
    "settlement": frozenset({"settlement", "neighbourhood"}),
    "neighbourhood": frozenset({"neighbourhood", "settlement"}),
    "admin1": frozenset({"admin1", "region"}),
    "admin2": frozenset({"admin2", "admin1", "settlement", "neighbourhood"}),
    "camp": frozenset({"camp"}),
    "river": frozenset({"river"}),
    "mountain": frozenset({"mountain"}),
    "crossing": frozenset({"crossing"}),
    "island": frozenset({"island"}),
    "valley": frozenset({"valley"}),
    "site": frozenset({"site"}),
    "road": frozenset({"road"}),
    "region": frozenset({"region", "admin1"}),
    "lake": frozenset({"lake"}),
    "sea": frozenset({"sea"}),
    "desert": frozenset({"desert"}),
    "peninsula": frozenset({"peninsula", "region"}),
}
BEARINGS = {"north": 0, "northeast": 45, "east": 90, "southeast": 135, "south": 180, "southwest": 225, "west": 270, "northwest": 315}


class Option(msgspec.Struct, frozen=True):
    """A place that may be meant and what speaks for it, the report's other places apart."""

    place: Place
    base: float
    anchor: bool = False  # not the place itself (a camp, an airport) but the town whose name it bears
    doubtful: bool = False  # a small place of a country far from all that the report names


class Asked(msgspec.Struct):
    """A name of the report with all its mentions and options; `within` is the key of the name said to contain it."""

    key: str
    indices: list[int]
    options: list[Option]
    within: int | None = None
    spots: list[int] = []  # where its mentions stand in the text
    holder: "Asked | None" = None
    held: "list[Asked]" = []
    chosen: Option | None = None
    alone: Option | None = None
    because: str = ""


def choose(report: Report, mentions: Sequence[PlaceMention], context: Context) -> list[PlaceMention]:
    """The mentions, those resolved that the gazetteer knows; a very long report is read in blocks."""
    result: list[PlaceMention] = []
    for first in range(0, len(mentions), BLOCK):
        result += _choose_block(report, mentions[first : first + BLOCK], context)
    return result


def _choose_block(report: Report, mentions: Sequence[PlaceMention], context: Context) -> list[PlaceMention]:
    asked = _ask(report, mentions, context)
    at = {i: a for a in asked for i in a.indices}
    for one in asked:
        one.holder = at.get(one.within) if one.within is not None else None
        if one.holder:
            one.holder.held.append(one)
        one.chosen = one.alone = max(one.options, key=lambda o: (o.base, o.place.population, o.place.id), default=None)
    for _ in range(ROUNDS):
        near, changed = Neighbourhood(asked), False
        for one in sorted(asked, key=lambda a: len(a.options)):
            changed |= _choose_again(one, near)
        if not changed:
            break
    near = Neighbourhood(asked)
    for one in asked:
        if one.chosen and one.chosen.doubtful and near.company(one, one.chosen.place) >= SUPPORTED:
            one.chosen = replace(one.chosen, doubtful=False)
    result = list(mentions)
    for one in asked:
        for i in one.indices:
            result[i] = _resolved(report.kept(mentions[i].field), mentions[i], one)
    return result


def _ask(report: Report, mentions: Sequence[PlaceMention], context: Context) -> list[Asked]:
    within = _containers(report, mentions)
    holders = frozenset(within.values())
    groups: dict[tuple[str, str, str], Asked] = {}
    contained: dict[str, tuple[str, str, str]] = {}
    order: list[tuple[int, tuple[str, str, str]]] = []
    for i, mention in enumerate(mentions):
        if mention.anaphor or not mention.name or mention.kind in ("relative", "capital") or (mention.adjectival and mention.country):
            continue
        key = name_key(spatial_words().abbreviations.get(mention.text, mention.name))
        holder = mentions[within[i]].name if i in within else ""
        group = (key, _class(mention.kind), name_key(holder or ""))
        order.append((i, group))
        if holder:
            contained.setdefault(key, group)
    for i, group in order:
        if not group[2] and group[0] in contained and _fits_kind(mentions[i].kind, contained[group[0]][1]):
            group = contained[group[0]]
        one = groups.get(group)
        if one is None:
            one = groups[group] = Asked(group[0], [], _options(mentions[i], group[0], context, i in holders, _small(report, mentions[i])))
        one.indices.append(i)
        one.spots.append(mentions[i].start)
        if i in within:
            one.within = within[i]
    return [a for a in groups.values() if a.options]


_SMALL_BEFORE = re.compile(r"\b(?:town|village|hamlet|settlement)[ \n]+of[ \n]+\Z", re.IGNORECASE)
_SMALL_AFTER = re.compile(r"[ ](?:town|village|hamlet)\b(?![ ]hall)")


def _small(report: Report, mention: PlaceMention) -> bool:
    """Whether the words call the place a town or a village."""
    text = report.kept(mention.field)
    return bool(_SMALL_BEFORE.search(text, max(0, mention.start - 16), mention.start) or _SMALL_AFTER.search(mention.text))


def _class(kind: str | None) -> str:
    return kind if kind in ("admin1", "admin2", "river", "camp", "road", "mountain", "crossing", "site") else ""


def _fits_kind(kind: str | None, other: str) -> bool:
    return _class(kind) == other


def _containers(report: Report, mentions: Sequence[PlaceMention]) -> dict[int, int]:
    """Which mention is followed by the name of what contains it."""
    found = {}
    for i, (first, second) in enumerate(zip(mentions, mentions[1:], strict=False)):
        if first.field != second.field or second.anaphor or first.anaphor or second.start - first.end > 14 or second.start < first.end:
            continue
        if second.adjectival and second.country:
            continue
        gap = report.kept(first.field)[first.end : second.start]
        if _COMMA.fullmatch(gap) and (not gap.startswith(",") or _large(second)) and not _listed(first, second):
            found[i] = i + 1
    return found


def _listed(first: PlaceMention, second: PlaceMention) -> bool:
    """Whether the two are rather of one rank: "Mali, Niger and Chad", "Ohio, Indiana and Kentucky"."""
    kinds = [{p.kind for p in load_gazetteer().find(name_key(m.name or "")) if not p.alternate} for m in (first, second)]
    return "country" in kinds[0] or ("admin1" in kinds[0] and "country" not in kinds[1] and "settlement" not in kinds[0])


def _large(mention: PlaceMention) -> bool:
    if mention.text in spatial_words().abbreviations or mention.kind in ("admin1", "admin2"):
        return True
    return any(p.kind in _AREAS and not p.alternate for p in load_gazetteer().find(name_key(mention.name or "")))


def _options(mention: PlaceMention, key: str, context: Context, holder: bool, small: bool) -> list[Option]:
    places = load_gazetteer().find(key)
    if mention.kind and key != name_key(mention.text):
        places = tuple({p.id: p for p in (*places, *load_gazetteer().find(name_key(mention.text)))}.values())
    wanted = _SAME.get(mention.kind or "")
    close = False
    if not places or (wanted and all(p.alternate or p.kind not in wanted for p in places)):
        similar = tuple(p for p in similar_places(mention.name or "") if _alike(mention.name or "", p, context))
        places, close = (*places, *similar), bool(similar) and not places
    seats: dict[str, int] = {}
    for p in () if holder or mention.kind else places:
        if p.kind == "settlement" and not p.alternate:
            seats[p.country] = max(p.population, seats.get(p.country, 0))
    options = [
        Option(
            p,
            _base(p, mention, key, context, close) - _namesake(p, seats) - (2.0 if small and p.population > 500_000 else 0.0),
            doubtful=_doubtful(p, key, context),
        )
        for p in places
    ]
    if wanted and mention.kind in _THINGS:
        towns = [Option(o.place, o.base, anchor=True, doubtful=o.doubtful) for o in options if o.place.kind == "settlement"]
        options = [o for o in options if o.place.kind in wanted] or (towns if mention.kind in ("camp", "site", "crossing") else [])
    return sorted(options, key=lambda o: -o.base)[:MOST_CANDIDATES]


def _namesake(place: Place, seats: dict[str, int]) -> float:
    """What a division loses that bears the name of a town, where the words do not say that the division is meant."""
    if place.kind not in ("admin1", "admin2"):
        return 0.0
    seat = seats.get(place.country, 0)
    if place.country == "US":
        return 2.0 if seat >= 500_000 else 0.0
    return 1.2 if seat >= 20_000 else 0.0


def _doubtful(place: Place, key: str, context: Context) -> bool:
    """Whether a report that plainly plays elsewhere can hardly mean this little place."""
    clear = context.told >= PLAIN and max(context.countries.values(), default=0.0) >= 0.35
    other_word = place.alternate and ratio(key, name_key(place.name)) < OTHER_WORD
    return (
        clear
        and place.country not in context.countries
        and (other_word or place.population < (FAR_NAMED if place.alternate else LITTLE))
        and place.kind in _LITTLE
        and bool(place.country)
    )


def _alike(name: str, place: Place, context: Context) -> bool:
    likeness = ratio(name_key(name), name_key(place.name))
    return likeness >= 62 and (context.countries.get(place.country, 0.0) >= 0.12 or likeness >= 86)


def _base(place: Place, mention: PlaceMention, key: str, context: Context, close: bool) -> float:
    score = math.log10(place.population + 60)
    if place.kind == "country":
        score += 1.5
    elif place.kind == "admin1":
        score += 4.8 if place.country in ("US", "CA", "AU") else 3.0
    elif place.kind == "admin2":
        score += 1.4
    elif place.kind not in ("settlement", "neighbourhood"):
        score += 4.0
    wanted = _SAME.get(mention.kind or "")
    if wanted:
        score += 2.5 if place.kind in wanted else -2.0
    if mention.text in spatial_words().abbreviations and place.kind != "admin1":
        score -= 9.0
    if place.alternate:
        score -= 1.6
    if close:
        score += ratio(key, name_key(place.name)) / 50 - 2.0
    share = context.countries.get(place.country, 0.0)
    if place.kind == "settlement" and (place.population >= 1_000_000 or _is_capital(place)):
        score += WORLD_CITY
        share = max(share, 0.0 if context.local else ABROAD)
    score += (0.6 if place.kind == "country" else 3.0) * share
    if len(key) >= 4 and key.replace(" ", "") in context.host:
        score += 2.5 if place.country in ENGLISH else -1.0  # a paper named for its town writes in the town's language
    if place.kind != "admin1":
        score += 3.0 * context.divisions.get(place.admin1, 0.0)
    return score


def _is_capital(place: Place) -> bool:
    return (
        place.kind == "settlement"
        and bool(place.country)
        and any(p.id == place.id for p in load_gazetteer().find(f"*{place.country.lower()}"))
    )


def _gap_km(a: Place, b: Place) -> float:
    d = distance_km(a.lat, a.lon, b.lat, b.lon)
    room = (a.radius_km if a.kind in _AREAS else 0.0) + (b.radius_km if b.kind in _AREAS else 0.0)
    return max(0.0, d - 0.8 * room)


def _choose_again(one: Asked, near: "Neighbourhood") -> bool:
    best, best_score = one.chosen, -math.inf
    for option in one.options:
        score = option.base + near.company(one, option.place)
        if one.holder and one.holder.chosen:
            score += 7.0 if _inside(option.place, one.holder.options) else 0.0
        for inner in one.held:
            score += 4.0 if any(_inside(o.place, [option]) for o in inner.options) else 0.0
        if score > best_score:
            best, best_score = option, score
    changed = best is not one.chosen
    one.chosen = best
    return changed


class Neighbourhood:
    """The readings of all names in cells of a degree, so that only near ones are compared."""

    def __init__(self, asked: Sequence[Asked]) -> None:
        self._cells: dict[tuple[int, int], list[tuple[int, Place, float]]] = {}
        self._areas: list[tuple[int, Place, float]] = []
        self._of = {id(a): n for n, a in enumerate(asked)}
        self._keys = [a.key for a in asked]
        self._asked = asked
        self._near: dict[int, list[float]] = {}
        for n, one in enumerate(asked):
            top = max((o.base for o in one.options), default=0.0)
            for option in one.options[:MOST_CANDIDATES]:
                share = 1.0 if option is one.chosen else SOFT * math.exp((option.base - top) / 1.5)
                place = option.place
                if share < 0.05 or place.kind in ("continent", "sea"):
                    continue
                if place.kind in _AREAS and place.radius_km > 60:
                    if option is one.chosen:
                        self._areas.append((n, place, share))
                else:
                    self._cells.setdefault((int(place.lat // 1), int(place.lon // 1)), []).append((n, place, share))

    def _beside(self, one: Asked, me: int) -> list[float]:
        """How much each other name counts for this one: those in the same lines most."""
        if me not in self._near:
            self._near[me] = [
                FAR_OFF + (1 - FAR_OFF) * math.exp(-min(abs(a - b) for a in one.spots[:8] for b in other.spots[:8]) / LINES)
                for other in self._asked
            ]
        return self._near[me]

    def company(self, one: Asked, place: Place) -> float:
        """How near the report's other places are, each by its likeliest near reading: the nearest count most."""
        me = self._of[id(one)]
        beside = self._beside(one, me)
        best: dict[str, float] = {}
        row, column = int(place.lat // 1), int(place.lon // 1)
        around = [c for r in range(row - 2, row + 3) for k in range(column - 3, column + 4) for c in self._cells.get((r, k), ())]
        for n, other, share in (*around, *self._areas):
            if n != me and self._keys[n] != one.key:
                weight = share * beside[n] * _weight(place, other)
                if weight > best.get(self._keys[n], 0.0):
                    best[self._keys[n]] = weight
        return 2.6 * sum(w * 0.6**n for n, w in enumerate(sorted(best.values(), reverse=True)[:6]))


def _weight(place: Place, other: Place) -> float:
    if other.kind in ("continent", "sea"):
        return 0.0
    breadth = 1.0 if other.kind not in _AREAS else 1.0 / (1.0 + other.radius_km / 250.0)
    return breadth * math.exp(-_gap_km(place, other) / NEAR_KM)


def _inside(place: Place, options: Sequence[Option]) -> bool:
    for option in options:
        outer = option.place
        if outer.id == place.id or outer.kind not in _AREAS:
            continue
        if outer.kind == "country" and outer.country == place.country and place.kind != "country":
            return True
        if outer.kind == "admin1" and outer.admin1 and outer.admin1 == place.admin1:
            return True
        if (
            outer.kind != "country"
            and outer.country == place.country
            and distance_km(place.lat, place.lon, outer.lat, outer.lon) <= 1.1 * outer.radius_km + 5
        ):
            return True
    return False


def _resolved(text: str, mention: PlaceMention, one: Asked) -> PlaceMention:
    option = one.chosen
    if option is None or _lies_elsewhere(one, option.place):
        return mention
    if option.doubtful:  # words before it may still say that it is a place, unlisted
        return (
            mention
            if mention.kind or _IN_BEFORE.search(text, max(0, mention.start - 12), mention.start)
            else replace(mention, adjectival=True)
        )
    place = option.place
    if option.anchor:
        return replace(
            mention,
            name=mention.text,
            lat=place.lat,
            lon=place.lon,
            country=place.country or None,
            admin1=place.admin1 or None,
            radius_km=round(place.radius_km + BY_ITS_TOWN_KM, 1),
            method="relation",
            container=place.id,
            reason=f"bears the name of {place.name}, and lies in or by it",
        )
    method: PlaceMethod = "gazetteer" if option is one.alone else "context"
    reason = _reason(one)
    lat, lon, radius = place.lat, place.lon, place.radius_km
    if mention.part and place.kind in ("settlement", "neighbourhood"):
        if mention.part in BEARINGS:
            lat, lon = moved(lat, lon, BEARINGS[mention.part], 0.4 * radius)
        radius = max(1.0, round(0.6 * radius, 1))
    return replace(
        mention,
        name=place.name,
        id=place.id,
        lat=lat,
        lon=lon,
        country=place.country or None,
        admin1=place.admin1 or None,
        kind=place.kind,
        radius_km=radius,
        method=method,
        population=place.population or None,
        reason=reason,
    )


def _lies_elsewhere(one: Asked, place: Place) -> bool:
    """Whether what is said to contain the name is far from the only places of that name: another one is meant, which no gazetteer has."""
    holder = one.holder
    if holder is None or holder.chosen is None or place.population >= WELL_KNOWN or place.kind not in ("settlement", "admin2"):
        return False
    areas = [o.place for o in holder.options if o.place.kind in _AREAS]
    limit = ELSEWHERE_KM if any(area.kind == "country" for area in areas) else NEAR_KM
    return bool(areas) and all(area.country != place.country and _gap_km(place, area) > limit for area in areas)


def _reason(one: Asked) -> str:
    if len(one.options) == 1:
        return "the only place of that name in the gazetteer"
    holder = one.holder
    if holder and holder.chosen and one.chosen and _inside(one.chosen.place, holder.options):
        return f"the report says that it lies in {holder.chosen.place.name}"
    if one.chosen is one.alone:
        return f"the likeliest of {len(one.options)} places of that name by size and by the countries that the report names"
    return f"of {len(one.options)} places of that name the one near the report's other places"
