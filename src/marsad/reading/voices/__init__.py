"""Who says what: the words of the source, of the cue and of what is said, and who the source is."""

from collections.abc import Mapping, Sequence

import msgspec

from marsad.model.mention import ActorMention, Attribution, Span, Speaker
from marsad.model.passage import Passage
from marsad.model.report import Field, Report
from marsad.model.syntax import Tree
from marsad.reading.voices.clause import Clause
from marsad.reading.voices.quotes import find_quotes
from marsad.reading.voices.spans import Told, read_dash, read_headline, read_passage
from marsad.reading.voices.speakers import Cast
from marsad.reading.wordpatterns import words_of_text

SPEAKING = frozenset(["humanitarian", "monitor", "media", "government", "state force", "coalition", "police", "organisation", "person"])


def read_voices(
    report: Report, passages: Sequence[Passage], actors: Sequence[ActorMention], trees: Mapping[int, Tree]
) -> list[Attribution]:
    """Every report of speech in one field of the report, in text order; `trees` may be empty."""
    del trees  # measured: the words alone do better than the shipped parser here
    if not passages:
        return []
    field = passages[0].field
    text = report.kept(field)
    all_words = words_of_text(text)
    quotes = find_quotes(text)
    named = sorted((m for m in actors if m.field == field), key=lambda m: m.start)
    cast = Cast(text, named, [m.start for m in named])
    speaking = [(m.start, m.end) for m in named if m.kind in SPEAKING and not m.generic and not m.adjectival]
    found: list[Attribution] = []
    for number, passage in enumerate(passages):
        if passage.kind == "header":
            continue
        clause = Clause(all_words, passage)
        told = read_passage(clause, quotes)
        if not told:
            told = read_headline(clause, speaking) if passage.kind == "headline" or number == 0 else read_dash(clause)
        for one in told:
            if one.colon:
                one.content = _following(text, passages, number)
            if one.content is not None and one.cue.start is not None:
                found.append(_attribution(one, cast, field, text))
            elif one.lemma in ("say", "tell"):
                found.append(_attribution(one, cast, field, text))
    return _with_cited(found, cast)


def _following(text: str, passages: Sequence[Passage], number: int) -> Span | None:
    """What stands behind a passage that ends in a colon: the quotation that begins there, or all up to the next such passage."""
    rest = passages[number + 1 :]
    if not rest:
        return None
    if rest[0].text[:1] in "“\"":
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
        speaker = cast.speaker(one.source)
        speakers = (speaker,)
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
        if cited.name is None:
            continue
        for k, other in enumerate(done):
            if other.lemma not in ("cite", "quote") and other.source == one.source and all(s.name != cited.name for s in other.speakers):
                done[k] = msgspec.structs.replace(other, speakers=(*other.speakers, cited))
    return done
