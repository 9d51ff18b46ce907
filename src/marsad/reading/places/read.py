"""Every mention of a place in a text, not yet resolved: `name` holds the name's own words."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache


from rapidfuzz.fuzz import ratio

from marsad.data.places.gazetteer import GIVEN, ORDINARY, Place, load_gazetteer
from marsad.data.places.keys import name_key, without_article
from marsad.model.mention import PlaceMention
from marsad.model.report import Field
from marsad.reading.places.anaphora import anaphors
from marsad.reading.places.evidence import ENOUGH, Verdict, judge
from marsad.reading.places.extent import extent_of
from marsad.reading.places.local import local_names
from marsad.reading.places.names import Lines, Named, Word, names_in, runs, similar_places, starts_sentence
from marsad.reading.places.relative import numbered_roads, over_two, way_before
from marsad.reading.places.words import demonyms, spatial_words

ELSEWHERE = 2.0  # what a name gains where the same report says plainly that it is a place
PERSON = 3.0  # what it loses where the report has a person of that name
THERE = 0.8  # what it gains where a place of that name lies in a country that the report names
_COMMON = frozenset({"US", "GB", "CA", "AU", "FR", "DE"})  # named in too many reports to say anything
MOST = 20_000  # mentions of one text; a longer list is no report


def read_places(text: str, *, field: Field = "text") -> list[PlaceMention]:
    """The mentions in text order; one that covers others (a road between two towns) comes before them."""
    peoples = list(_demonyms(text, field))
    found = list(_gazetteer_names(text, field, {m.country for m in peoples if m.country}))
    found += _variants(text, field, found, peoples)
    found += _abbreviated(text, field, found)
    found += [m for m in peoples if not any(f.start <= m.start < f.end for f in found)]
    found = _without_overlap([*found, *_local(text, field, found)])
    found += _relative(text, field, found)
    standing_for = [
        PlaceMention(start=a.start, end=a.end, text=text[a.start : a.end], field=field, part=a.part, kind=a.noun, anaphor=True, population=a.number or None)
        for a in anaphors(text)
        if not any(m.start < a.end and a.start < m.end for m in found)
    ]
    found += standing_for
    found += _generic(text, field, found)
    return sorted(found, key=lambda m: (m.start, -m.end))[:MOST]


def _gazetteer_names(text: str, field: Field, countries: set[str]) -> Iterator[PlaceMention]:
    lines = Lines(text)
    judged: list[tuple[Named, Verdict]] = []
    persons: set[str] = set()
    for run in runs(text):
        persons |= _surnames(text, run)
        for named in names_in(text, run):
            if _no_name(text, named, lines):
                continue
            judged.append((named, judge(text, named, lines)))
    countries = (countries | {p.country for n, _ in judged for p in n.places if p.kind == "country" and not p.alternate}) - _COMMON
    plain = {n.key for n, v in judged if v.strong and v.score >= ENOUGH and not v.street}
    for i, (named, verdict) in enumerate(judged):
        score = verdict.score + _listed(text, judged, i)
        if any(p.country in countries and not p.alternate for p in named.places):
            score += THERE
        if named.key in plain and not verdict.strong:
            score += ELSEWHERE if not verdict.person else 0.0
        elif named.key in persons and not verdict.strong:
            score -= PERSON
        if score < ENOUGH or verdict.street:
            continue
        extent = extent_of(text, named.start, named.end, initial=starts_sentence(text, named.start))
        yield PlaceMention(
            start=extent.start, end=extent.end, text=text[extent.start : extent.end], field=field, name=text[named.start : named.end],
            part=extent.part, kind=extent.kind, adjectival=verdict.adjectival,
        )  # fmt: skip


_LIST_GAPS = frozenset({", ", " and ", ", and ", " or ", " & ", "/"})


def _listed(text: str, judged: Sequence[tuple[Named, Verdict]], i: int) -> float:
    """What a name gains for standing in a list beside one that is surely a place."""
    named = judged[i][0]
    for j in (i - 1, i + 1):
        if 0 <= j < len(judged):
            other, verdict = judged[j]
            first, second = (other, named) if j < i else (named, other)
            if text[first.end : second.start] in _LIST_GAPS and verdict.score >= 1.6 and not verdict.person and not verdict.adjectival:
                return 0.8
    return 0.0


@lru_cache(maxsize=1)
def _never() -> frozenset[str]:
    """Keys that are never a place by themselves: words for things at places, titles, days and months."""
    words = spatial_words()
    plain = {*words.institutions, *words.institution_of, *words.titles, *words.types, *words.directions, *words.papers, *words.no_places}
    return frozenset(w.lower() for w in plain)


def _no_name(text: str, named: Named, lines: Lines) -> bool:
    shown = text[named.start : named.end]
    if named.last - named.first == 1 and (named.key in _never() or shown in demonyms() or (shown.isupper() and shown.capitalize() in demonyms())):
        return True
    if named.key in spatial_words().acronyms:
        plain = "." not in shown and bool(named.flags & ORDINARY) and lines.style(named.start)[0]
        return not shown.isupper() or (plain and text[max(0, named.start - 4) : named.start].upper() != "THE ")
    if named.key.startswith("the ") and all(p.population < 50_000 and p.kind not in ("country", "neighbourhood") for p in named.places):
        return True
    return named.key in spatial_words().no_places or text[named.end : named.end + 1] in ("$", "&")


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


@lru_cache(maxsize=1)
def _variant_pattern() -> re.Pattern[str]:
    words = "|".join(sorted(w for w in spatial_words().in_words if len(w) > 1))
    return re.compile(
        rf"\b(?:{words}|Near|In|At)[ \n]+(?:the[ ](?:city|town|village|district|province)[ ]of[ ])?"
        rf"(?P<name>(?:[AaEe][a-z]{{1,2}}[- ])?[A-Z][\w’'‘`]{{2,20}}(?:(?:[ -]|[ -](?:al|el|az|ez|as|ar|ash|ad|ed|us)[- ])[A-Z][\w’'‘`]{{1,20}}){{0,2}})"
    )


def _variants(text: str, field: Field, found: Sequence[PlaceMention], peoples: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """Names spelt as no gazetteer has them, after a word for being somewhere, that sound like a place of a country which the report names."""
    countries = {m.country for m in peoples if m.country}
    for mention in found:
        countries |= {p.country for p in load_gazetteer().find(name_key(mention.name or "")) if p.kind == "country"}
    if not countries & ROMANISED:
        return
    taken = {m.start for m in found}
    for match in _variant_pattern().finditer(text):
        name, start = match.group("name"), match.start("name")
        words = re.split(r"[ -]", name)
        while words and not any(m.start < start + len(name) and start < m.end for m in found):
            if any(p.country in countries and alike(name, p) for p in similar_places(name)) and name_key(words[-1]) not in _never():
                if start not in taken:
                    yield PlaceMention(start=start, end=start + len(name), text=name, field=field, name=name)
                break
            name = name[: -len(words.pop())].rstrip(" -")


ROMANISED = frozenset("IQ SY YE LY LB PS JO EG SD SA AE KW BH QA OM DZ MA TN MR SO DJ TD IR AF PK ER IL".split())


def alike(name: str, place: Place) -> bool:
    """Whether the two spellings may be of one name."""
    key = name_key(name)
    return max(ratio(key, name_key(place.name)), ratio(without_article(key), without_article(name_key(place.name)))) >= 70


@lru_cache(maxsize=1)
def _abbreviation_pattern() -> re.Pattern[str]:
    forms = sorted(spatial_words().abbreviations, key=len, reverse=True)
    dotted = "|".join(re.escape(f) for f in forms if f.count(".") > 1 and f != "B.C.")
    others = "|".join(re.escape(f) for f in forms if f.count(".") <= 1 or f == "B.C.")
    return re.compile(rf"(?<![\w.])(?:{dotted})(?!\w)|(?<=\w,[ ])(?:{others})(?!\w)")


def _abbreviated(text: str, field: Field, found: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """States by their abbreviations: after a town and a comma, or where the form is unmistakable."""
    for match in _abbreviation_pattern().finditer(text):
        name = spatial_words().abbreviations[match.group()]
        if not any(m.start < match.end() and match.start() < m.end for m in found):
            yield PlaceMention(start=match.start(), end=match.end(), text=match.group(), field=field, name=name, kind="admin1")


@lru_cache(maxsize=1)
def _demonym_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<![\w-])[A-Z][A-Za-zé]+(?:[ ][A-Z][a-z]+)?")


def _demonyms(text: str, field: Field) -> Iterator[PlaceMention]:
    """Words for the people and things of a country."""
    known = demonyms()
    for match in _demonym_pattern().finditer(text):
        words = match.group()
        for form in (words, words.partition(" ")[0], words.partition(" ")[2]):
            country = known.get(form) or known.get(form.capitalize() if form.isupper() else form)
            if country:
                start = match.start() if words.startswith(form) else match.end() - len(form)
                yield PlaceMention(
                    start=start, end=start + len(form), text=form, field=field, name=form, country=country, kind="country", adjectival=True
                )
                break


def _local(text: str, field: Field, found: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """Places that no gazetteer has."""
    named: dict[str, str] = {}
    for one in local_names(text):
        inside = [m for m in found if m.start < one.end and one.start < m.end]
        if all(one.start <= m.start and m.end < one.end and (m.name or "") not in (one.name, one.name.removesuffix("’s")) for m in inside):
            if one.kind == "road" and len(inside) > 1:
                continue
            if " " in one.name or "-" in one.name:
                named.setdefault(one.name, one.kind)
            yield PlaceMention(start=one.start, end=one.end, text=text[one.start : one.end], field=field, name=one.name, kind=one.kind)
    for name, kind in named.items():
        for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text):
            if not any(m.start < match.end() and match.start() < m.end for m in found):
                yield PlaceMention(start=match.start(), end=match.end(), text=name, field=field, name=name, kind=kind)
    for start, end in numbered_roads(text):
        if not any(m.start < end and start < m.end for m in found):
            yield PlaceMention(start=start, end=end, text=text[start:end], field=field, name=text[start:end], kind="road")


def _without_overlap(found: Sequence[PlaceMention]) -> list[PlaceMention]:
    kept: list[PlaceMention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _is_country(mention: PlaceMention) -> bool:
    return any(p.kind in ("country", "continent") for p in load_gazetteer().find(name_key(mention.name or "")))


def _relative(text: str, field: Field, found: list[PlaceMention]) -> list[PlaceMention]:
    """Phrases that locate by other places: they cover the places that they start from."""
    more: list[PlaceMention] = []
    for first, second in zip(found, found[1:], strict=False):
        small = not first.adjectival and not second.adjectival and not _is_country(first) and not _is_country(second)
        pair = over_two(text, (first.start, first.end), (second.start, second.end)) if small else None
        if pair:
            words = text[pair.start : pair.end]
            more.append(PlaceMention(start=pair.start, end=pair.end, text=words, field=field, name=words, kind=pair.kind))
    for mention in found:
        way = None if mention.adjectival or mention.part else way_before(text, mention.start)
        if way and not any(m.start <= way.start < m.end for m in (*found, *more)):
            words = text[way.start : mention.end]
            said_of = any(m.end <= way.start and _APPOSED.fullmatch(text[m.end : way.start]) for m in found if way.start - m.end < 24)
            more.append(PlaceMention(start=way.start, end=mention.end, text=words, field=field, name=words, kind="relative", adjectival=said_of))
    return more


@lru_cache(maxsize=1)
def _generic_pattern() -> re.Pattern[str]:
    nouns = "|".join(sorted(spatial_words().generic, key=len, reverse=True))
    return re.compile(rf"\b(?:{nouns})\b")


def _generic(text: str, field: Field, found: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """Common nouns for places, where no name covers them."""
    taken = sorted((m.start, m.end) for m in found)
    at = 0
    for match in _generic_pattern().finditer(text):
        while at < len(taken) and taken[at][1] <= match.start():
            at += 1
        if any(s < match.end() and match.start() < e for s, e in taken[at : at + 3]):
            continue
        yield PlaceMention(start=match.start(), end=match.end(), text=match.group(), field=field, adjectival=True, generic=True)


_APPOSED = re.compile(r",?[ \n]+(?:\(|about[ ]|some[ ]|just[ ]|which[ ]is[ ]|which[ ]lies[ ]|located[ ]|lying[ ])?|[ ]\(", re.IGNORECASE)


def anchors_within(mention: PlaceMention, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The mentions that a relative one covers."""
    return [m for m in mentions if m is not mention and mention.field == m.field and mention.start <= m.start and m.end <= mention.end and not m.anaphor]


