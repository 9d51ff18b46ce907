"""The evidence card of each claim: the sentence with its words marked, who said it, where, when, and which rule read it."""

import datetime
import hashlib
import re
from dataclasses import dataclass

from marsad.model.claim import Claim, ClaimPlace
from marsad.model.report import Report
from marsad.publish import words
from marsad.publish.captions import chain, publisher
from marsad.publish.edition import Edition
from marsad.publish.mask import NAME, NUMBER, SPOT, is_protected
from marsad.publish.safe import link, plain

_DATED = re.compile(r"(?i)\b(?:published|posted|updated|by our|copyright)\b|^\W{0,3}\d")
_REACH = 360  # characters of context on each side, at most
_METHODS = {
    "gazetteer": "by its name in the gazetteer",
    "context": "by its name, chosen with the help of the report's other places",
    "relation": "by a distance or direction that the report gives",
    "dateline": "from the report's dateline",
}


@dataclass(frozen=True)
class Run:
    """A run of words in a quotation, and what they are: figure, place, time, source, actor, or plain."""

    text: str
    role: str = ""
    evidence: bool = False


@dataclass(frozen=True)
class Card:
    """What the page shows of one claim."""

    id: str
    number: int
    anchor: str
    heading: str
    status: str
    quote: tuple[Run, ...]
    masked: bool
    chain: str
    people: str
    places: tuple[str, ...]
    time: str
    rule: str
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class Source:
    """A report as the evidence names it."""

    id: str
    anchor: str
    title: str
    publisher: str
    date: str
    method: str
    dated_by: tuple[str, ...]
    url: str | None
    path: str | None
    sha256: str
    copy_of: str | None
    cards: tuple[Card, ...]


def anchor(id_: str) -> str:
    """An id that is safe in an address and in a page, the same for the same claim."""
    safe = "".join(c if c.isascii() and (c.isalnum() or c in "-_.") else "-" for c in id_)
    return f"e-{safe}" if safe == id_ else f"e-{safe[:40]}-{hashlib.sha256(id_.encode('utf-8', 'replace')).hexdigest()[:8]}"


def ordered(edition: Edition) -> list[Claim]:
    """The claims as the page numbers them: by date and text of the report, then by their place in it."""

    def key(claim: Claim) -> tuple[datetime.date, str, str, int, int, str]:
        report = edition.report[claim.report]
        return (report.published or datetime.date.min, publisher(report), report.id, claim.evidence.start, claim.evidence.end, claim.id)

    return sorted(edition.claims, key=key)


def numbers(edition: Edition) -> dict[str, int]:
    """The note number of every claim."""
    return {claim.id: n for n, claim in enumerate(ordered(edition), 1)}


def sources(edition: Edition, notes: dict[str, int]) -> list[Source]:
    """Every report with the cards of its claims, in the order of the notes; reports without claims last."""
    by_report: dict[str, list[Claim]] = {}
    for claim in ordered(edition):
        by_report.setdefault(claim.report, []).append(claim)
    silent = sorted((r.id for r in edition.reports if r.id not in by_report), key=lambda i: (str(edition.report[i].published), i))
    return [_source(edition, edition.report[i], by_report.get(i, []), notes) for i in [*by_report, *silent]]


def _source(edition: Edition, report: Report, claims: list[Claim], notes: dict[str, int]) -> Source:
    copied = edition.report.get(report.copy_of or "")
    return Source(
        id=report.id,
        anchor=anchor(f"r-{report.id}"),
        title=edition.mask.text(plain(report.title)) or _opening(edition, report),
        publisher=publisher(report) if report.publisher else "Publisher not named",
        date=_published(report),
        method=f"from its {report.published_method}" if report.published_method in {"header", "dateline", "text"} else "",
        dated_by=tuple(edition.say(reason) for reason in report.published_reasons[:6]),
        url=link(report.url),
        path=_file_name(report.path) if edition.internal else None,
        sha256=report.sha256,
        copy_of=f"repeats {publisher(copied)}, {words.short_date(copied.published)}" if copied else None,
        cards=tuple(_card(edition, report, claim, notes[claim.id]) for claim in claims),
    )


def _file_name(path: str | None) -> str | None:
    return plain(path.replace("\\", "/").rsplit("/", 1)[-1]) if path else None


def _published(report: Report) -> str:
    if report.published and report.published_method != "inferred":
        return words.date(report.published)
    if report.published_earliest or report.published_latest:
        return f"undated; {words.period(report.published_earliest, report.published_latest)} by inference"
    return f"undated; {words.date(report.published)} by inference" if report.published else "undated"


def _opening(edition: Edition, report: Report) -> str:
    """The line that looks like a headline among the first, else how the text begins."""
    lines = [plain(line) for line in report.text[:600].split("\n")[:5]]
    line = next((one for one in lines if 4 <= len(one.split()) <= 20 and one[-1:] not in ".:;," and not _DATED.search(one)), "")
    if line:
        return edition.mask.text(line)
    start = plain(report.text[report.body : report.body + 90])
    return edition.mask.text(start[:80].rsplit(" ", 1)[0] + " …" if len(start) > 80 else start) or "Untitled report"


def _card(edition: Edition, report: Report, claim: Claim, number: int) -> Card:
    quote = _quote(edition, report, claim)
    said = "".join(run.text for run in quote)
    lead = f"{words.kind_words(claim.type)}{' · ' + _amount(claim) if claim.quantity else ''}"
    return Card(
        id=claim.id,
        number=number,
        anchor=anchor(claim.id),
        heading=lead,
        status=words.STATUS_WORDS.get(claim.status, claim.status),
        quote=quote,
        masked=any(mark in said for mark in (NAME, NUMBER, SPOT)),
        chain=_sentence_start(edition.mask.text(chain(claim.sources, report, edition.mask))),
        people=", ".join(_actor(edition, a.text, a.name, a.role) for a in claim.actors),
        places=tuple(_place(edition, claim, p) for p in claim.places),
        time=_time(claim),
        rule=claim.card,
        warnings=tuple(plain(w) for w in claim.warnings),
    )


def _amount(claim: Claim) -> str:
    assert claim.quantity is not None
    unit = claim.quantity.unit or ""
    many = {"person": "people", "household": "households", "percent": "percent"}.get(unit, unit)
    per = f" a {claim.quantity.per}" if claim.quantity.per else ""
    about = "about " if claim.quantity.approximate else ""
    return f"{about}{words.spread(claim.quantity.low, claim.quantity.best, claim.quantity.high)} {many}{per}".rstrip()


def _sentence_start(text: str) -> str:
    return text[:1].upper() + text[1:]


def _actor(edition: Edition, text: str, name: str | None, role: str) -> str:
    return f"{edition.mask.text(plain(name or text))} ({role.replace('_', ' ')})"


def _place(edition: Edition, claim: Claim, given: ClaimPlace) -> str:
    place = edition.mask.place(given, protected=is_protected(claim.type))
    role = {"at": "in", "origin": "from", "destination": "to"}.get(place.role, place.role)
    head = f"{role} {words.place_words(place.name, place.part, plain(place.text))}"
    if place.lat is None or place.lon is None:
        return f"{edition.mask.text(head)}: not located; the words are kept"
    found = _METHODS.get(place.method or "", "")
    reason = f" ({edition.mask.text(plain(place.reason))})" if place.reason else ""
    near = f", within {words.count(place.radius_km)} km" if place.radius_km else ""
    coarse = "; kept coarse to protect the site" if place is not given else ""
    return f"{edition.mask.text(head)}: {place.lat:.2f}, {place.lon:.2f}{near}, {found or 'method not told'}{reason}{coarse}"


def _time(claim: Claim) -> str:
    said = plain(claim.time.text)
    dates = words.period(claim.time.start, claim.time.end)
    method = f", {plain(claim.time.method).replace('anchor:', 'reckoned from ')}" if claim.time.method and said else ""
    return f"“{said}”: {dates}{method}" if said else f"{dates}; the report gives no time for it" if claim.time.end else dates


def _quote(edition: Edition, report: Report, claim: Claim) -> tuple[Run, ...]:
    """The sentence or sentences around the evidence, its words marked by role, masked where the edition is public."""
    kept = report.kept(claim.evidence.field)
    start, end = _bounds(kept, claim.evidence.start, claim.evidence.end)
    spans = _spans(claim, kept, start, end)
    runs: list[Run] = []
    at = start
    for low, high, role in [*spans, (end, end, "")]:
        for a, b, name in ((at, low, ""), (low, high, role)):
            for text, inside in _cut(kept, a, b, claim.evidence.start, claim.evidence.end):
                runs.append(Run(_tidy(text), name, inside))
        at = high
    return _masked(edition, tuple(r for r in runs if r.text))


def _tidy(text: str) -> str:
    """As `plain`, keeping one blank at each end."""
    body = plain(text)
    if not body:
        return " " if text else ""
    return (" " if text[:1].isspace() else "") + body + (" " if text[-1:].isspace() else "")


def _masked(edition: Edition, runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs with private words withheld; a name may reach over several runs, so the whole is masked first."""
    whole = "".join(r.text for r in runs)
    if edition.mask.text(whole) == whole:
        return runs
    if "".join(edition.mask.text(r.text) for r in runs) == edition.mask.text(whole):
        return tuple(Run(edition.mask.text(r.text), r.role, r.evidence) for r in runs)
    return (Run(edition.mask.text(whole), "", True),)


def _cut(kept: str, a: int, b: int, start: int, end: int) -> list[tuple[str, bool]]:
    """The slice a-b, cut where the evidence begins and ends."""
    points = sorted({a, b, *(p for p in (start, end) if a < p < b)})
    return [(kept[x:y], start <= x and y <= end) for x, y in zip(points, points[1:], strict=False) if y > x]


def _spans(claim: Claim, kept: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Where the claim's own words stand in the quotation, first come first kept, in text order."""
    wanted = [(claim.quantity.text, "figure")] if claim.quantity else []
    wanted += [(p.text, "place") for p in claim.places]
    wanted += [(claim.time.text, "time")] if claim.time.text else []
    wanted += [(s.text, "source") for s in claim.sources] + [(a.text, "actor") for a in claim.actors]
    found: list[tuple[int, int, str]] = []
    for text, role in wanted:
        at = _word(kept, text, claim.evidence.start, claim.evidence.end)
        at = at if at >= 0 else _word(kept, text, start, end)
        if at >= 0 and all(at + len(text) <= a or at >= b for a, b, _ in found):
            found.append((at, at + len(text), role))
    return sorted(found)


def _word(kept: str, text: str, start: int, end: int) -> int:
    """Where the words stand as words of their own: "it" is not found in "coalition"."""
    at = kept.find(text, start, end) if text else -1
    while at >= 0:
        before, after = kept[at - 1 : at], kept[at + len(text) : at + len(text) + 1]
        if not (before.isalnum() and text[0].isalnum()) and not (after.isalnum() and text[-1].isalnum()):
            return at
        at = kept.find(text, at + 1, end)
    return -1


def _bounds(kept: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around the span: to the nearest line break or full stop, within reach."""
    low, floor = start, max(0, start - _REACH)
    while low > floor and not (
        kept[low - 1] == "\n" or (kept[low - 1].isspace() and kept[low - 2 : low - 1] in '.!?”"' and kept[low : low + 1].isupper())
    ):
        low -= 1
    high, ceiling = end, min(len(kept), end + _REACH)
    while (
        high < ceiling
        and kept[high] != "\n"
        and not (kept[high - 1] in ".!?" and kept[high].isspace() and kept[high + 1 : high + 2].isupper())
    ):
        high += 1
    return low, high
