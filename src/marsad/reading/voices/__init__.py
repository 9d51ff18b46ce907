"""Who says what: the words of the source, of the cue and of what is said, and who the source is."""

import re
from collections.abc import Mapping, Sequence
from itertools import zip_longest

import msgspec

from marsad.model.mention import ActorMention, Attribution, Span, Speaker
from marsad.model.passage import Passage
from marsad.model.report import Field, Report
from marsad.model.syntax import Tree
from marsad.reading.actors import read_actors
from marsad.reading.gate import says_nothing
from marsad.reading.tables import Table
from marsad.reading.voices.clause import Clause
from marsad.reading.voices.quotes import Quote, find_quotes, quote_at, single_marks
from marsad.reading.voices.relied_on import according, as_told, by_account, tallied
from marsad.reading.voices.said import said_with
from marsad.reading.voices.speakers import Cast, speaks_by_office
from marsad.reading.voices.tables import read_sources
from marsad.reading.voices.told import Told
from marsad.reading.voices.verbless import nominal, read_dash, read_headline, read_turn
from marsad.reading.voices.verbs import reporting_verbs
from marsad.reading.wordpatterns import words_of_text

STATE = re.compile(r"state:[A-Z]{2}")  # a country itself, not its army or its government
SPEAKING = frozenset(["humanitarian", "monitor", "media", "government", "state force", "coalition", "police", "organisation", "person"])


def read_voices(
    report: Report, passages: Sequence[Passage], actors: Sequence[ActorMention], trees: Mapping[int, Tree], tables: Sequence[Table] = ()
) -> list[Attribution]:
    """Every report of speech in one field of the report, and whom its tables cite, in text order; `trees` may be empty."""
    del trees  # measured: the words alone do better than the shipped parser here
    if not passages:
        return []
    field = passages[0].field
    text = report.kept(field)
    all_words = words_of_text(text)
    quotes, single = find_quotes(text), single_marks(text)
    named = sorted((m for m in actors if m.field == field), key=lambda m: m.start)
    cast = Cast(text, named, [m.start for m in named])
    speaking = [(m.start, m.end) for m in named if m.kind in SPEAKING and not m.generic and not m.adjectival]
    states = frozenset((m.start, m.end) for m in named if m.id and STATE.fullmatch(m.id))
    persons = frozenset(w.lower() for m in named if m.kind == "person" and m.person for w in m.person.split() if len(w) > 2)
    found: list[Attribution] = list(_statement(report, passages, cast))
    for number, passage in enumerate(passages):
        if passage.kind in ("header", "row"):
            continue
        clause = Clause(all_words, passage, single)
        if says_nothing(all_words.lows[clause.first : clause.last]):
            continue
        told = _read_passage(clause, quotes)
        if not told:
            told = (
                read_headline(clause, speaking, states, persons) if passage.kind == "headline" or number == 0 else read_dash(clause, quotes)
            )
        if not told and found and _goes_on(passage, passages, number, quotes, found[-1]):
            span = Span(passage.start, passage.end)
            found.append(
                msgspec.structs.replace(found[-1], start=span.start, end=span.end, text=passage.text, cue=None, source=None, content=span)
            )
            continue
        turn = read_turn(clause)
        if turn and turn[0].content is not None and not _is_dateline(report, turn[0]):
            same = [p for p in passages[number:] if p.paragraph == passage.paragraph]
            turn[0].content = Span(turn[0].content.start, same[-1].end)
            told = turn + told
        for one in told:
            if one.colon:
                one.content = _following(text, passages, number)
            if one.content is not None and one.cue.start is not None:
                found.append(_attribution(one, cast, field, text))
            elif one.lemma in ("say", "tell"):
                found.append(_attribution(one, cast, field, text))
    found += [_attribution(one, cast, field, text) for one in read_sources(text, tables)]
    return _with_cited(sorted(found, key=lambda a: a.start) if tables else found, cast)


def _is_dateline(report: Report, turn: Told) -> bool:
    """Whether a label in capitals is the place that the report is dated from: "BAGHDAD: A bomb killed"."""
    place = report.dateline.place if report.dateline else None
    return place is not None and turn.source is not None and report.text[turn.source.start : turn.source.end].casefold() == place.casefold()


def _goes_on(passage: Passage, passages: Sequence[Passage], number: int, quotes: Sequence[Quote], last: Attribution) -> bool:
    """Whether a sentence within quotation marks goes on with what was quoted in the paragraph before or in its own."""
    if not last.quoted or last.content is None or not last.speakers:
        return False
    quote = quote_at(quotes, passage.start)
    if quote is None or quote.end < passage.end - 1:
        return False
    before = next((p for p in reversed(passages[:number]) if p.paragraph < passage.paragraph), None)
    told_in = next((p.paragraph for p in reversed(passages[:number]) if p.start <= last.start), None)
    return before is not None and told_in in (before.paragraph, passage.paragraph) and last.end >= before.start


def _read_passage(clause: Clause, quotes: Sequence[Quote]) -> list[Told]:
    """What the reporting words of the passage say, in text order."""
    verbs = reporting_verbs(clause, quotes)
    told = [said_with(clause, quotes, verb, after) for verb, after in zip_longest(verbs, verbs[1:])]
    said = [t for t in told if t is not None]
    relied_on = _within(according(clause) + as_told(clause), said) + by_account(clause) + tallied(clause)
    return sorted(said + relied_on + nominal(clause), key=lambda t: t.cue.start)


def _within(relied_on: list[Told], said: list[Told]) -> list[Told]:
    """What somebody tells "according to" others ends where their own words end: "According to medics, 12 died, the UN said"."""
    for one in relied_on:
        for outer in said:
            if one.content is None or outer.content is None:
                continue
            inside = outer.content.start <= one.cue.start < outer.content.end
            if inside and one.content.start <= outer.cue.start < one.content.end and outer.content.end > one.content.start:
                one.content = Span(one.content.start, outer.content.end)
    return relied_on


_STATEMENT = re.compile(
    r"(?:press |joint |full |opening )?(?:statement|remarks|comments|speech|address)\s+(?:by|from|of)\s+"
    r"(.{3,120}?)(?:\s+(?:on|about|regarding|at|to|after|following|in)\s|:|$)",
    re.IGNORECASE,
)
_CITED_BY = re.compile(r",?\s(?:(?:was|were|is|has\sbeen)\s)?(?:cited|quoted)\sby\s([^,]{2,60})\Z")
_CITING = re.compile(r",\s+(?:citing|quoting|(?:which|who)\s+(?:cite[sd]?|quote[sd]?|relie[sd]\s+on))\s+([^,]{3,80})", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:I|we|our|my|We|Our|My)\b")


def _statement(report: Report, passages: Sequence[Passage], cast: Cast) -> list[Attribution]:
    """The whole text as the words of whom its headline names: "Statement by X on Y", where it speaks of itself as I or we."""
    field, text = passages[0].field, cast.text
    if field != "text":
        return []
    head = next((p for p in passages if p.kind != "header"), passages[0])
    match = _STATEMENT.match(text, head.start, head.end) if head.kind == "headline" else None
    rest = [p for p in passages if p.start >= head.end] if match else [p for p in passages if p.kind != "header"]
    titled = None if match else _STATEMENT.match(report.title or "")
    if not rest or not (match or titled) or not _FIRST_PERSON.search(text, rest[0].start):
        return []
    content = Span(rest[0].start, rest[-1].end)
    if match is not None:
        source = Span(*match.span(1))
        cue = Span(match.start(), match.start(1) - 1)
        return [_attribution(Told(cue, "state", source, content), cast, field, text)]
    assert titled is not None
    name = titled.group(1)
    actors = [m for m in read_actors(name) if m.name]
    lead = next((m for m in actors if m.kind == "person"), actors[0] if actors else None)
    speaker = Speaker(
        role="speaker",
        text=name,
        name=lead.name if lead else name,
        person=lead.person if lead else None,
        title=lead.title if lead else None,
        kind=lead.kind if lead else None,
    )
    return [
        Attribution(
            start=content.start,
            end=content.end,
            text=text[content.start : content.end],
            field=field,
            content=content,
            speakers=(speaker,),
            lemma="state",
        )
    ]


def _following(text: str, passages: Sequence[Passage], number: int) -> Span | None:
    """What stands behind a passage that ends in a colon: the quotation that begins there, or all up to the next such passage."""
    rest = passages[number + 1 :]
    if not rest:
        return None
    if rest[0].text[:1] in '“"':
        quotes = [q for q in find_quotes(text) if q.start >= rest[0].start]
        end = quotes[0].end if quotes else rest[0].end
        for before, after in zip(quotes, quotes[1:], strict=False):
            if text[before.end : after.start].strip() or not (before.open or text[before.end : after.start].count("\n")):
                break
            end = after.end
        return Span(rest[0].start, end)
    end = rest[0].end
    for passage in rest:
        if passage.text.rstrip().endswith(":") or passage.kind == "headline" and passage is not rest[0]:
            break
        end = passage.end
    return Span(rest[0].start, end)


def _attribution(one: Told, cast: Cast, field: Field, text: str) -> Attribution:
    speakers: tuple[Speaker, ...] = ()
    if one.source is not None:
        citing = _CITING.search(text, one.source.start, one.source.end)
        if citing is not None:
            cited = cast.speaker(Span(*citing.span(1)))
            one.source = Span(one.source.start, citing.start())
            speakers = (msgspec.structs.replace(cited, role="cited"),)
        elif (citer := _CITED_BY.search(text, one.source.start, one.source.end)) is not None:  # "hospital sources quoted by a paper"
            cited = cast.speaker(Span(one.source.start, citer.start()))
            one.source = Span(*citer.span(1))
            speakers = (msgspec.structs.replace(cited, role="cited"),)
        speaker = cast.speaker(one.source)
        speakers = (speaker, *speakers)
        cast.spoken.append(speaker)
    parts = [p for p in (one.source, one.cue, one.content) if p is not None]
    start, end = min(p.start for p in parts), max(p.end for p in parts)
    return Attribution(
        start=start, end=end, text=text[start:end], field=field, source=one.source, cue=one.cue, content=one.content,
        speakers=speakers, lemma=one.lemma, quoted=one.quoted,
    )  # fmt: skip


def _with_cited(found: list[Attribution], cast: Cast) -> list[Attribution]:
    """The attributions, each with whom its speaker cites: "X, citing Y, said"."""
    done = list(found)
    for one in found:
        if one.lemma not in ("cite", "quote") or one.content is None or one.source is None:
            continue
        cited = msgspec.structs.replace(cast.speaker(one.content), role="cited")
        if cited.name is None and cited.kind is None and not speaks_by_office(cited.text):
            continue
        for k, other in enumerate(done):
            if other.lemma not in ("cite", "quote") and other.source == one.source and all(s.text != cited.text for s in other.speakers):
                done[k] = msgspec.structs.replace(other, speakers=(*other.speakers, cited))
    return done
