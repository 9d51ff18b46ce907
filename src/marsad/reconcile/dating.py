"""When an undated report was written, from what it says about days that other reports, or well-known dates, fix."""

import calendar
import csv
import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec

from marsad.languages import folder, load_yaml
from marsad.model.claim import Claim, ClaimPlace, ClaimTime
from marsad.model.report import Report
from marsad.reconcile.families import side
from marsad.reconcile.observed import is_partial, is_site
from marsad.reconcile.where import fold
from marsad.reconcile.words import day_words

Span = tuple[datetime.date, datetime.date]
EVER: Span = (datetime.date(1900, 1, 1), datetime.date(2999, 12, 31))
SHARP_DAYS = 31  # a day is told only within as long an interval as other reports give
NARROW_DAYS = 92  # within so long an interval the report gets a day of publication, the last possible one
_SENTENCE = re.compile(r"[^.!?\n]{10,1000}")
_CLAUSE = re.compile(r"(?i)\b(?:after|before|since|while|when|which|but|and then)\b")
_CHANGED = re.compile(r"(?i)\b(?:liberated|recaptured|retook|retaken|captured|seized|overran|fell|took|taken|freed)\b")
JUST_BEFORE = datetime.timedelta(days=3)
FITTING = 6  # further sentences that fit, as many as are shown
AROUND = 60  # characters beside the evidence where "last month" may stand


@dataclass(frozen=True, slots=True)
class Turn:
    """A place changed hands, or an offensive for it began, on a known day."""

    what: str
    place: str
    part: str | None
    country: str | None
    holder: str | None
    start: datetime.date
    end: datetime.date
    words: tuple[str, ...]
    told_by: str


@dataclass(frozen=True, slots=True)
class Bound:
    """Where the day of writing can lie by one piece of evidence."""

    spans: tuple[Span, ...]
    reason: str
    rank: int  # what the report itself dates comes before what others date


def infer_dates(reports: Sequence[Report], claims: Sequence[Claim]) -> list[Report]:
    """The reports, those without a date with the interval in which they were written and the reasons, where anything bounds it."""
    reports = [_out_by_then(report) for report in reports]
    undated = {report.id for report in reports if report.published is None and report.published_earliest is None}
    if not undated:
        return reports
    dated = {report.id for report in reports if report.published is not None and report.published_method != "inferred"}
    turns = [*_turns_of(claim for claim in claims if claim.report in dated), *_known_turns()]
    by_place: dict[str, list[Turn]] = defaultdict(list)
    for turn in sorted(turns, key=lambda turn: (turn.start, turn.told_by)):
        by_place[turn.place].append(turn)
    own: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.report in undated:
            own[claim.report].append(claim)
    return [_dated(report, own[report.id], by_place) if report.id in undated else report for report in reports]


def _out_by_then(report: Report) -> Report:
    """A report whose head names its month, with the month's last day for its day: it was out by then."""
    latest = report.published_latest
    known = report.published is not None or latest is None or report.published_earliest is None
    return report if known else msgspec.structs.replace(report, published=latest)


def retime(reports: Sequence[Report], claims: Sequence[Claim]) -> list[Claim]:
    """The claims, those of inferred reports with the interval that "last month" and the like then mean."""
    inferred = {report.id: report for report in reports if report.published_method == "inferred"}
    return [_retimed(claim, inferred[claim.report]) if claim.report in inferred else claim for claim in claims]


def _retimed(claim: Claim, report: Report) -> Claim:
    early, late = report.published_earliest, report.published_latest
    rule = _relative(claim, "")
    if claim.time.start is not None or rule is None or early is None or late is None:
        return claim
    _, unit, first, last = rule
    if unit == "days":
        span = (early - datetime.timedelta(days=last), late - datetime.timedelta(days=first))
    elif unit == "year":
        span = (datetime.date(early.year - last, 1, 1), min(datetime.date(late.year - first, 12, 31), late))
    else:
        end = _month(late, -first)
        span = (_month(early, -last), min(end.replace(day=calendar.monthrange(end.year, end.month)[1]), late))
    time = ClaimTime(text=claim.time.text, start=span[0], end=span[1], method="inferred")
    return msgspec.structs.replace(claim, time=time)


def _dated(report: Report, claims: Sequence[Claim], turns: dict[str, list[Turn]]) -> Report:
    bounds = {bound for claim in claims for bound in _bounds(report, claim, turns)}
    bounds |= set(_in_sentences(report, turns))
    spans: tuple[Span, ...] = (EVER,)
    reasons: list[str] = []
    fitting: list[str] = []
    for bound in sorted(bounds, key=_narrowest):
        left = _meet(spans, bound.spans)
        if not left:
            reasons.append(f"left out, as it does not fit the rest: {bound.reason}")
        elif left != spans:
            spans = left
            reasons.append(bound.reason)
        elif bound.rank > 0:
            fitting.append(f"fits: {bound.reason}")
    if spans == (EVER,):
        return report
    earliest = spans[0][0] if spans[0][0] != EVER[0] else None
    latest = spans[-1][1] if spans[-1][1] != EVER[1] else None
    narrow = earliest is not None and latest is not None and (latest - earliest).days <= NARROW_DAYS
    return msgspec.structs.replace(
        report,
        published=latest if narrow else None,
        published_method="inferred" if earliest and latest else None,
        published_earliest=earliest,
        published_latest=latest,
        published_reasons=(*reasons, *fitting[:FITTING]),
    )


def _narrowest(bound: Bound) -> tuple[int, int, int, str]:
    """What the report dates itself first, then what leaves the fewest days."""
    days = sum((last - first).days for first, last in bound.spans)
    return (bound.rank, len(bound.spans), days, bound.reason)


def _bounds(report: Report, claim: Claim, turns: dict[str, list[Turn]]) -> Iterable[Bound]:
    told = claim.evidence.text
    for day in (claim.time.start, claim.time.end):
        if day is not None and claim.status not in ("expected", "planned", "possible"):
            yield Bound(((day, EVER[1]),), f"speaks of {day_words(day, year=True)} as past (“{_short(told)}”)", 0)
    for place in claim.places:
        if is_partial(place):
            continue
        matching = [turn for turn in turns.get(fold(place.name or place.text), ()) if _one_place(turn, place)]
        if claim.kind == "control" and claim.type in ("gained", "lost") and claim.status in ("asserted", "alleged", "estimated"):
            yield from _after(report, claim, place, [turn for turn in matching if turn.what == "gained" and _one_winner(claim, turn)])
        elif claim.kind == "control" and claim.type == "held" and claim.status == "asserted" and place.role == "at":
            yield from _still_held(claim, place, [turn for turn in matching if turn.what == "gained"])
        elif claim.type == "offensive" and (claim.status in ("expected", "planned", "denied") or _begins(told)):
            yield from _not_begun(place, [turn for turn in matching if turn.what == "offensive"])


def _after(report: Report, claim: Claim, place: ClaimPlace, turns: Sequence[Turn]) -> Iterable[Bound]:
    """A change of hands that is told as past, with or without "last month"."""
    if not turns:
        return
    around = _around(report, claim)
    singled = [turn for turn in turns if any(re.search(rf"(?i)\b{word}\b", around) for word in turn.words)]
    plain = [turn for turn in turns if not turn.words]
    chosen = singled or plain or list(turns)
    rule = _relative(claim, around)
    if rule is not None:
        phrase, unit, first, last = rule
        spans = tuple(sorted({_shift(turn, unit, first, last) for turn in chosen}))
        yield Bound(spans, f"“{phrase}” {_changed(chosen, place)}: written {_spans_words(spans)}", 1)
    else:
        since = min(turn.start for turn in chosen)
        yield Bound(((since, EVER[1]),), f"tells that {_changed(chosen[:1], place)}: written later", 2)


def _in_sentences(report: Report, turns: dict[str, list[Turn]]) -> Iterable[Bound]:
    """Clauses that tie a place's change of hands to the day of writing, whether or not a claim was read from them."""
    for sentence in _SENTENCE.finditer(report.text):
        for clause in _CLAUSE.split(sentence[0]):
            phrase = next((found for words in _phrases() if (found := re.search(rf"(?i)\b{words}\b", clause))), None)
            if phrase is None or not _CHANGED.search(clause):
                continue
            for name in _named(clause, turns) or _named(sentence[0], turns):
                known = [turn for turn in turns[name] if turn.what == "gained" and turn.part is None]
                if known:
                    yield _tied(phrase[0].lower(), clause, name.title(), known)


def _named(text: str, turns: dict[str, list[Turn]]) -> list[str]:
    """The places with known turns that the text names, as names are written; a city's airport is not the city."""
    folded = f" {fold(text)} "
    found = [name for name in sorted(turns) if f" {name} " in folded and re.search(rf"\b{re.escape(name.split()[0].capitalize())}", text)]
    return [name for name in found if not is_site(re.split(rf" {re.escape(name)} (?:s )?", folded, maxsplit=1)[1].split(" ")[0])]


def _tied(phrase: str, clause: str, name: str, known: Sequence[Turn]) -> Bound:
    """A phrase beside a change of hands; words such as "fully" single one day out."""
    singled = [turn for turn in known if any(re.search(rf"(?i)\b{word}\b", clause) for word in turn.words)]
    chosen = singled or [turn for turn in known if not turn.words] or list(known)
    rule = _phrases()[phrase]
    spans = tuple(sorted({_shift(turn, str(rule["unit"]), int(rule["from"]), int(rule["to"])) for turn in chosen}))
    return Bound(spans, f"“{phrase}” {_changed(chosen, ClaimPlace(role='at', text=name))}: written {_spans_words(spans)}", 4)


def _still_held(claim: Claim, place: ClaimPlace, turns: Sequence[Turn]) -> Iterable[Bound]:
    """Who is said to hold a place now held it only from its capture to its loss."""
    holder = next((side(a.name or a.text) for a in claim.actors if a.role == "holder"), None)
    if holder is None or not any(turn.holder == holder for turn in turns):
        return
    spans: list[Span] = []
    begun: datetime.date | None = None
    for turn in turns:
        if turn.holder == holder and begun is None:
            begun = turn.start
        elif turn.holder != holder and begun is not None:
            spans.append((begun, turn.end))
            begun = None
    if begun is not None:
        spans.append((begun, EVER[1]))
    name = place.name or place.text
    yield Bound(tuple(spans), f"{holder} still holds {name}, which it held {_spans_words(tuple(spans))}", 3)


def _not_begun(place: ClaimPlace, turns: Sequence[Turn]) -> Iterable[Bound]:
    for turn in turns[:1]:
        name = place.name or place.text
        yield Bound(((EVER[0], turn.end),), f"the offensive on {name} has not begun; it began {_when(turn)} ({turn.told_by})", 3)


def _turns_of(claims: Iterable[Claim]) -> Iterable[Turn]:
    for claim in claims:
        start, end = claim.time.start, claim.time.end
        if start is None and end is not None and claim.type == "gained" and claim.time.text is None:
            start = end - JUST_BEFORE  # told as news: it happened just before the report
        if start is None or claim.status not in ("asserted", "alleged", "estimated"):
            continue
        actors = {actor.role: side(actor.name) for actor in claim.actors if actor.name}
        gained = claim.kind == "control" and claim.type == "gained" and end is not None and (end - start).days <= SHARP_DAYS
        if not gained and claim.type != "offensive":
            continue
        for place in claim.places:
            if place.role in ("at", "target") and claim.quantity is None and not is_partial(place):
                what = "gained" if gained else "offensive"
                last = end if gained and end else start
                who = actors.get("holder") if gained else actors.get("agent")
                yield Turn(what, fold(place.name or place.text), place.part, place.country, who, start, last, (), f"report {claim.report}")


@cache
def _known_turns() -> tuple[Turn, ...]:
    text = files("marsad").joinpath("data/events/turning_points.csv").read_text("utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    found = []
    for row in rows:
        day = datetime.date.fromisoformat(row["day"])
        words = tuple(word for word in row["words"].split("|") if word)
        for name in row["place"].split("|"):
            part = next((part for part in ("west", "east", "north", "south") if name.startswith(f"{part} ")), None)
            plain = name.removeprefix(f"{part} ") if part else name
            found.append(Turn(row["what"], fold(plain), part, row["country"], row["holder"], day, day, words, "a well-known date"))
    return tuple(dict.fromkeys(found))


def _one_place(turn: Turn, place: ClaimPlace) -> bool:
    return turn.part == place.part and (turn.country is None or place.country is None or turn.country == place.country)


def _one_winner(claim: Claim, turn: Turn) -> bool:
    holders = {side(a.name or a.text) for a in claim.actors if a.role == "holder"}
    losers = {side(a.name or a.text) for a in claim.actors if a.role == "former_holder"}
    if turn.holder is None:
        return True
    if turn.holder in losers:
        return False
    if holders:
        return turn.holder in holders or not _known_side(holders)
    return True


def _known_side(holders: set[str]) -> bool:
    known = {turn.holder for turn in _known_turns()}
    return bool(holders & known)


def _around(report: Report, claim: Claim) -> str:
    text = report.kept(claim.evidence.field)
    before = re.split(r"[.!?\n]", text[max(0, claim.evidence.start - AROUND) : claim.evidence.start])[-1]
    after = re.split(r"[.!?\n]", text[claim.evidence.end : claim.evidence.end + AROUND])[0]
    return " ".join((claim.time.text or "", before, claim.evidence.text, after))


def _relative(claim: Claim, around: str) -> tuple[str, str, int, int] | None:
    """The words nearest to the claim that tie it to the day of writing: its own time words first, then its clause, then beside it."""
    for text in (claim.time.text or "", claim.evidence.text, around):
        for phrase, rule in _phrases().items():
            if re.search(rf"(?i)\b{phrase}\b", text):
                return phrase, str(rule["unit"]), int(rule["from"]), int(rule["to"])
    return None


@cache
def _phrases() -> dict[str, dict[str, str | int]]:
    return msgspec.convert(load_yaml(folder("en") / "dating.yml"), dict[str, dict[str, str | int]])


def _shift(turn: Turn, unit: str, first: int, last: int) -> Span:
    if unit == "days":
        return (turn.start + datetime.timedelta(days=first), turn.end + datetime.timedelta(days=last))
    if unit == "year":
        begin = max(datetime.date(turn.start.year + first, 1, 1), turn.start)
        return (begin, datetime.date(turn.end.year + last, 12, 31))
    begin, end = _month(turn.start, first), _month(turn.end, last)
    return (max(begin, turn.start), end.replace(day=calendar.monthrange(end.year, end.month)[1]))


def _month(day: datetime.date, later: int) -> datetime.date:
    months = day.year * 12 + day.month - 1 + later
    return datetime.date(months // 12, months % 12 + 1, 1)


def _meet(one: Sequence[Span], other: Sequence[Span]) -> tuple[Span, ...]:
    met = {(max(a[0], b[0]), min(a[1], b[1])) for a in one for b in other}
    return tuple(sorted(span for span in met if span[0] <= span[1]))


def _begins(text: str) -> bool:
    return bool(re.search(r"(?i)\b(?:not yet|imminent|yet to)\b", text))


def _changed(turns: Sequence[Turn], place: ClaimPlace) -> str:
    turned = ", ".join(f"{turn.holder or 'others'} on {_when(turn)} ({turn.told_by})" for turn in turns[:3])
    return f"{place.name or place.text} was taken by {turned}"


def _when(turn: Turn) -> str:
    return day_words(turn.start, year=True) if turn.start == turn.end else f"{day_words(turn.start)} to {day_words(turn.end, year=True)}"


def _spans_words(spans: Sequence[Span]) -> str:
    return " or ".join(_span_words(start, end) for start, end in spans[:3])


def _span_words(start: datetime.date, end: datetime.date) -> str:
    if end == EVER[1]:
        return f"from {day_words(start, year=True)}"
    return f"between {day_words(start, year=True)} and {day_words(end, year=True)}"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 80 else f"{words[:77]}..."
