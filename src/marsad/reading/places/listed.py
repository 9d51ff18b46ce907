"""The names of the gazetteer in a text that are places there, by all that the text says of each."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from marsad.data.places.gazetteer import GIVEN, ORDINARY, load_gazetteer
from marsad.data.places.keys import name_key
from marsad.model.mention import PlaceMention
from marsad.model.report import Field
from marsad.reading.places.evidence import ENOUGH, Verdict, judge, standing
from marsad.reading.places.extent import extent_of
from marsad.reading.places.names import Lines, Named, Word, names_in, runs
from marsad.reading.places.relative import over_two
from marsad.reading.places.words import demonyms, spatial_words

MOST = 20_000  # names of one text; a longer list is no report
ELSEWHERE = 2.0  # what a name gains where the same report says plainly that it is a place
PERSON = 3.0  # what it loses where the report has a person of that name
THERE = 0.8  # what it gains where a place of that name lies in a country that the report names
_COMMON = frozenset({"US", "GB", "CA", "AU", "FR", "DE"})  # named in too many reports to say anything


def gazetteer_names(text: str, field: Field, countries: set[str]) -> Iterator[PlaceMention]:
    """The names of the gazetteer that are places here; `countries` are those whose people or things the text names."""
    lines = Lines(text)
    judged: list[tuple[Named, Verdict]] = []
    persons: set[str] = set()
    for run in runs(text):
        persons |= _surnames(text, run)
        for named in names_in(text, run):
            if _no_name(text, named, lines):
                continue
            judged.append((named, judge(text, named, lines)))
        if len(judged) >= MOST:
            break
    countries = (countries | {p.country for n, _ in judged for p in n.places if p.kind == "country" and not p.alternate}) - _COMMON
    plain = {n.key for n, v in judged if v.strong and v.score >= ENOUGH and not v.street}
    for i, (named, verdict) in enumerate(judged):
        score = verdict.score + _listed(text, judged, i)
        if any(p.country in countries and not p.alternate for p in named.places):
            score += THERE
        if named.key in persons and not verdict.strong:
            score -= PERSON if named.key not in plain or standing(named) < 2.2 else 1.0
        elif named.key in plain and not verdict.strong:
            score += ELSEWHERE if not verdict.person else 0.0
        if score < ENOUGH or verdict.street:
            continue
        extent = extent_of(text, named.start, named.end, frozenset(p.kind for p in named.places if not p.alternate))
        yield PlaceMention(
            start=extent.start,
            end=extent.end,
            text=text[extent.start : extent.end],
            field=field,
            name=text[named.start : named.end],
            part=extent.part,
            kind=extent.kind,
            adjectival=verdict.adjectival,
        )


JOINT = 6  # characters between two names that are the ends of one road
ROAD = 1.5
_LIST_GAPS = frozenset({", ", " and ", ", and ", " or ", " & ", "/"})


def _listed(text: str, judged: Sequence[tuple[Named, Verdict]], i: int) -> float:
    """What a name gains for standing in a list beside one that is surely a place, or at the end of a road."""
    named = judged[i][0]
    for j in (i - 1, i + 1):
        if 0 <= j < len(judged):
            other, verdict = judged[j]
            first, second = (other, named) if j < i else (named, other)
            way = over_two(text, (first.start, first.end), (second.start, second.end)) if second.start - first.end <= JOINT else None
            if way is not None and way.kind == "road":
                return ROAD
            if text[first.end : second.start] in _LIST_GAPS and verdict.score >= 1.6 and not verdict.person and not verdict.adjectival:
                return 0.8
    return 0.0


@lru_cache(maxsize=1)
def never_places() -> frozenset[str]:
    """Keys that are never a place by themselves: words for things at places, titles, days and months."""
    words = spatial_words()
    plain = {*words.institutions, *words.institution_of, *words.titles, *words.types, *words.directions, *words.papers, *words.no_places}
    return frozenset(w.lower() for w in plain)


def _no_name(text: str, named: Named, lines: Lines) -> bool:
    """Whether the words can hardly be the name of a place, whatever stands around them."""
    shown = text[named.start : named.end]
    if named.last - named.first == 1 and (
        named.key in never_places() or shown in demonyms() or (shown.isupper() and shown.capitalize() in demonyms())
    ):
        return True
    if text[named.end : named.end + 1] in ("$", "&"):
        return True
    if shown.isupper() and len(shown) <= 4 and named.key not in spatial_words().acronyms and "." not in shown:
        if not lines.style(named.start)[0] and not text[named.end : named.end + 2].strip().startswith(("-", "–", "—", ",", "(")):
            return True  # "SWAT" is no valley
    if named.key in spatial_words().acronyms:
        plain = "." not in shown and bool(named.flags & ORDINARY) and lines.style(named.start)[0]
        return not shown.isupper() or (plain and (named.key != "us" or text[max(0, named.start - 4) : named.start] != "THE "))
    if named.key.startswith("the ") and all(p.population < 50_000 and p.kind not in ("country", "neighbourhood") for p in named.places):
        return True
    return named.key in spatial_words().no_places


def _surnames(text: str, run: tuple[Word, ...]) -> set[str]:
    """Keys of names that follow a given name or a title in this run."""
    found = set()
    flags, titles = load_gazetteer().flags, spatial_words().titles
    for before, word in zip(run, run[1:], strict=False):
        gap = text[before.end : word.start]
        shown = before.text.capitalize() if before.text.isupper() else before.text
        bits = flags(shown.lower())
        if gap in (" ", ". ") and (shown in titles or (len(shown) == 1 and gap == ". ") or (bits & GIVEN and not bits & ORDINARY)):
            found.add(name_key(word.text))
            if bits & GIVEN:
                found.add(shown.lower())
    return found
