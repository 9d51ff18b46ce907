"""Who says what without a verb: "40 families flee: ICRC", "the mayor's claim that", a quotation with a name behind a dash."""

from collections.abc import Sequence

from marsad.model.mention import Span
from marsad.reading.voices.clause import Clause
from marsad.reading.voices.cues import words
from marsad.reading.voices.quotes import Quote, quote_at
from marsad.reading.voices.said import without_final_stop
from marsad.reading.voices.told import Told


def read_headline(
    c: Clause, speakers: Sequence[tuple[int, int]], states: frozenset[tuple[int, int]], persons: frozenset[str]
) -> list[Told]:
    """ "40 families flee: ICRC" and "ICRC: 40 families flee": the known names that stand alone beside a colon or dash.

    A country before a colon only says where: "Libya: ...".
    """
    for i in range(c.first + 1, c.last - 1):
        if c.raw(i) not in (":", "–", "—", "-") or (c.raw(i) != ":" and (c.words.glued(i) or c.words.glued(i + 1))):
            continue
        for begin, end, first, last in ((i + 1, c.last, c.first, i), (c.first, i, i + 1, c.last)):
            if begin == c.first and (c.raw(i) != ":" or (c.start(begin), c.end(end - 1)) in states):
                continue
            while end > begin and c.raw(end - 1) == ".":
                end -= 1
            if (
                end - begin > 12
                or end <= begin
                or last <= first
                or not (any(a <= c.start(begin) + 4 and b >= c.end(end - 1) for a, b in speakers) or _says_in_title(c, begin, end, persons))
            ):
                continue
            return [
                Told(
                    Span(c.start(i), c.end(i)),
                    "say",
                    Span(c.start(begin), c.end(end - 1)),
                    Span(c.start(first), c.end(last - 1)),
                )
            ]
    return []


def _says_in_title(c: Clause, begin: int, end: int, persons: frozenset[str]) -> bool:
    """Whether these words are the surname of somebody whom the text names, or say who is asked: "Poll", "Officials"."""
    last = c.low(end - 1)
    if end - begin <= 3 and last in words("headline_speakers"):
        return True
    if end - begin > 3 or not all(c.raw(k)[:1].isupper() for k in range(begin, end)):
        return False
    return last in words("documents") | words("anonymous") or all(c.low(k) in persons for k in range(begin, end))


def nominal(c: Clause) -> list[Told]:
    """What nouns report: "the mayor's claim that", "their warning that", "a threat by the rebels that", "reports that"."""
    found = []
    for i in c.where(words("nominal")):
        that, by = _noun_opens(c, i)
        stop = without_final_stop(c, that, c.last)
        source = by or _possessor(c, i)
        if that and stop > that + 2 and (source is not None or c.low(i) in words("nominal_alone")):
            found.append(Told(Span(c.start(i), c.end(i)), c.low(i), source, Span(c.start(that), c.end(stop - 1))))
    return found


def _noun_opens(c: Clause, i: int) -> tuple[int, Span | None]:
    """Where the clause begins that the noun at i reports, and who is named between them; 0 where there is none."""
    if c.low(i + 1) == "that":
        relative = c.low(i + 2) in words("auxiliaries") or c.low(i + 2) in words("finite")
        return (0 if relative else i + 1), None
    if c.low(i + 1) in ("by", "from"):
        stop = next((k for k in range(i + 2, min(c.last, i + 14)) if c.low(k) == "that" or c.raw(k) in (",", ";", ".")), i)
        if c.low(stop) == "that" and stop > i + 2 and not c.has_verb(i + 2, stop):
            return stop, Span(c.start(i + 2), c.end(stop - 1))
    return 0, None


def _possessor(c: Clause, i: int) -> Span | None:
    """Whose the noun at i is said to be."""
    first = i - 1
    while first > c.first and c.low(first) in words("adjectives"):
        first -= 1
    if c.low(first) in words("possessives"):
        return Span(c.start(first), c.end(first))
    if c.low(first) == "s" and c.low(first - 1) in ("'", "’"):
        begin = c.phrase_start(first - 1)
        begin = next((k + 1 for k in range(first - 2, begin, -1) if c.low(k) == "of" and c.raw(begin).islower()), begin)
        return Span(c.start(begin), c.end(first - 2)) if begin < first - 1 <= begin + 12 else None
    return None


def read_turn(c: Clause) -> list[Told]:
    """ "SMITH: ...": a turn of a conversation written down, in copy that is not in capitals."""
    for i in range(c.first, min(c.first + 4, c.last - 2)):
        if c.raw(i) == ":" and i > c.first:
            name = [k for k in range(c.first, i) if c.is_word(k)]
            if name and not c.upper and all(c.raw(k).isupper() and len(c.raw(k)) > 1 for k in name) and c.passage.kind == "body":
                source = Span(c.start(name[0]), c.end(name[-1]))
                return [Told(Span(c.start(i), c.end(i)), "say", source, Span(c.start(i + 1), c.end(c.last - 1)), quoted=True)]
    return []


def read_dash(c: Clause, quotes: Sequence[Quote]) -> list[Told]:
    """ "...” ― Name": a quotation with its speaker behind a dash at the end."""
    for i in range(c.first + 2, c.last):
        if c.raw(i) in ("―", "—", "–") and c.quote_closes(i - 1) and 0 < c.last - i - 1 <= 8 and c.raw(i + 1)[:1].isupper():
            source = Span(c.start(i + 1), c.end(c.last - 1))
            quote = quote_at(quotes, c.end(i - 1) - 1)
            start = min(c.start(c.first), quote.start) if quote else c.start(c.first)
            return [Told(Span(c.start(i), c.end(i)), "say", source, Span(start, c.end(i - 1)), quoted=True)]
    return []
