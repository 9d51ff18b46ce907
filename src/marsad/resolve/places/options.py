"""The places that a name may mean and what speaks for each, the report's other places apart: size, kind, countries and states named."""

import math

import msgspec
from rapidfuzz.fuzz import ratio

from marsad.data.places.gazetteer import Place, load_gazetteer
from marsad.data.places.keys import name_key
from marsad.model.mention import PlaceMention
from marsad.reading.places.names import similar_places
from marsad.reading.places.words import spatial_words
from marsad.resolve.places.context import ENGLISH, Context

PLAIN = 1.0  # a country named, or two adjectives: "Serb forces took Srebrenica" alone tells of no Serbia
ABROAD = 0.3  # the share of the report's countries that such a place has at least: it is named everywhere
LITTLE = 100_000  # people
TOWN = 1_000_000  # ... where the words call it a town or a village
FAR_NAMED = 2_000_000  # ... of a place abroad that has the name only beside its own
OTHER_WORD = 60  # likeness below which another name of a place is another word: hardly meant where its country plays no part
ALTERNATE = 1.6  # what a place loses where the name is not the one it goes by
UNLIKE = 0.4  # ... and more where it is another word altogether: Sloviansk is a spelling of Slovyansk, and an old name of Nikopol
WORLD_CITY = 0.5  # what everybody thinks of first counts above its size
MOST_CANDIDATES = 60
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


class Option(msgspec.Struct, frozen=True):
    """A place that may be meant and what speaks for it, the report's other places apart."""

    place: Place
    base: float
    anchor: bool = False  # not the place itself (a camp, an airport) but the town whose name it bears
    doubtful: bool = False  # a small place of a country far from all that the report names


def options_for(mention: PlaceMention, key: str, context: Context, holder: bool, small: bool) -> list[Option]:
    """The options of one name, best first; `holder` says that it contains another named place, `small` that the words call it a town."""
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
            doubtful=_doubtful(p, key, context, small),
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


def _doubtful(place: Place, key: str, context: Context, small: bool) -> bool:
    """Whether a report that plainly plays elsewhere can hardly mean this little place; `small` says that its words call it a town."""
    clear = context.told >= PLAIN and max(context.countries.values(), default=0.0) >= 0.35
    other_word = place.alternate and ratio(key, name_key(place.name)) < OTHER_WORD
    return (
        clear
        and place.country not in context.countries
        and (other_word or place.population < (FAR_NAMED if place.alternate else TOWN if small else LITTLE))
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
        score -= ALTERNATE + (UNLIKE if ratio(key, name_key(place.name)) < OTHER_WORD else 0.0)
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
