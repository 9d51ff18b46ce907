"""The names of a report that ask for a place, each once, with what is said to contain it."""

import re
from collections.abc import Sequence

import msgspec

from marsad.data.places.gazetteer import load_gazetteer
from marsad.data.places.keys import name_key
from marsad.model.mention import PlaceMention
from marsad.model.report import Report
from marsad.reading.places.words import spatial_words
from marsad.resolve.places.context import Context
from marsad.resolve.places.options import Option, options_for

AREAS = frozenset({"country", "admin1", "admin2", "region", "continent", "island"})
_COMMA = re.compile(r"(?:['’]s)?(?:,[ \n]*|[ ]\(|[ ]in[ ](?:the[ ])?(?:(?:northern|southern|eastern|western|central)[ ])?)\Z")
_SMALL_BEFORE = re.compile(r"\b(?:town|village|hamlet|settlement)[ \n]+of[ \n]+\Z", re.IGNORECASE)
_SMALL_AFTER = re.compile(r"[ ](?:town|village|hamlet)\b(?![ ]hall)")


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


def ask(report: Report, mentions: Sequence[PlaceMention], context: Context) -> list[Asked]:
    """Every name that has an option, with all its mentions."""
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
            one = groups[group] = Asked(
                group[0], [], options_for(mentions[i], group[0], context, i in holders, _small(report, mentions[i]))
            )
        one.indices.append(i)
        one.spots.append(mentions[i].start)
        if i in within:
            one.within = within[i]
    return [a for a in groups.values() if a.options]


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
    return any(p.kind in AREAS and not p.alternate for p in load_gazetteer().find(name_key(mention.name or "")))
