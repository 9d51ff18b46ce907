"""Who says what in one passage, as spans: the work of the reporting words found there."""

import re
from collections.abc import Sequence

import msgspec

from marsad.model.mention import Span
from marsad.model.passage import Passage
from marsad.reading.voices.clause import DASHES, PREPOSITIONS, TIME_WORDS, Clause
from marsad.reading.voices.cues import Cue, cue_forms, phrasal, pronouns, words
from marsad.reading.voices.quotes import Quote, quote_at

MODALS = frozenset("would could should might must may can shall ll".split())
SELF = frozenset("i we you".split())
BE = frozenset("is are was were be been being".split())
COORDINATORS = frozenset("and but".split())
NEW_CLAUSE = frozenset("and but while although though whereas as".split())


_WEAK = frozenset("continue maintain threaten charge learn counter detail observe conclude answer respond complain confirm".split()) - {"confirm"}
_CLAIMED = frozenset("responsibility attack attacks bombing bombings blast blasts assault raid explosion killing killings".split())


class Told(msgspec.Struct):
    """One report of speech: spans in the field, the cue's lemma, and where the source was taken over from another cue."""

    cue: Span
    lemma: str
    takes: str
    source: Span | None = None
    content: Span | None = None
    quoted: bool = False
    colon: bool = False  # what is said follows in the next passages
    inherited: bool = False
    cited: Span | None = None
    order: int = 0


class _Verb(msgspec.Struct):
    """A reporting verb in its passage, before it is known what is said."""

    i: int
    start: int
    end: int
    cue: Cue
    source: tuple[int, int] | None
    inverted: bool = False
    inherited: bool = False
    passive: bool = False


def read_passage(clause: Clause, quotes: Sequence[Quote]) -> list[Told]:
    """What the reporting words of the passage say, in text order."""
    verbs = _verbs(clause, quotes)
    told = [t for n, v in enumerate(verbs) if (t := _told(clause, quotes, v, verbs[n + 1] if n + 1 < len(verbs) else None)) is not None]
    told += _according(clause, quotes)
    return sorted(told, key=lambda t: t.cue.start)


# ---------------------------------------------------------------- which words report
def _verbs(c: Clause, quotes: Sequence[Quote]) -> list[_Verb]:
    found: list[_Verb] = []
    forms, phrases = cue_forms(), phrasal()
    for i in range(c.first, c.last):
        low = c.words.lows[i]
        cue = forms.get(low)
        if low in phrases and c.low(i + 1) in phrases[low]:
            cue = Cue(low if low not in ("calls", "called", "calling") else "call", "object", _form(low))
        if cue is None or (c.raw(i)[0].isupper() and not c.upper and not _title_case(c) and i != c.first):
            continue
        verb = _verb(c, i, cue, found, quotes)
        if verb is not None:
            found.append(verb)
    return found


def _form(low: str) -> str:
    return "ing" if low.endswith("ing") else "third" if low.endswith("s") else "base" if low in ("call", "point", "express", "allude") else "past"


def _title_case(c: Clause) -> bool:
    return c.passage.kind == "headline"


def _verb(c: Clause, i: int, cue: Cue, before: list[_Verb], quotes: Sequence[Quote]) -> _Verb | None:
    start, end = c.group_start(i), c.group_end(i)
    helpers = {c.low(k) for k in range(start, i)}
    if c.low(i - 1) == "to" or c.low(start - 1) == "to" or helpers & MODALS:
        return None
    if cue.form == "ing" and not helpers & BE:
        return _participle(c, i, cue, before, quotes)
    if cue.form in ("past", "participle") and helpers & BE and not helpers & {"being"}:
        return _passive(c, i, start, cue)
    if cue.form == "participle" and cue.lemma in ("write", "show", "know") and not helpers & {"has", "have", "had"}:
        return None
    if cue.takes == "belief" and not _takes_clause(c, end):
        return None
    if cue.takes == "finding" and not _finding(c, i, end):
        return None
    inverted = _inverted(c, i, start, cue, quotes)
    if inverted is not None:
        return _Verb(i, i, i + 1, cue, inverted, inverted=True)
    if start == i and before and c.low(i - 1) in COORDINATORS and _follows_on(c, before[-1], i) and cue.form in ("past", "third"):
        return _Verb(i, start, end, cue, before[-1].source, inherited=True)
    source = _who(c, start) if c.low(start - 1) in ("who", "that", "which") else c.subject_before(start)
    if source is None and c.low(start - 1) in COORDINATORS and cue.takes == "statement" and cue.form != "base":
        source = _sentence_subject(c, start)
        return _Verb(i, start, end, cue, source, inherited=True) if source else None
    if source is None or not _can_speak(c, source, cue, i, start, helpers, quotes):
        return None
    return _Verb(i, start, end, cue, source)


def _follows_on(c: Clause, before: _Verb, i: int) -> bool:
    return before.source is not None and before.i < i


def _takes_clause(c: Clause, end: int) -> bool:
    return c.low(end) in ("that", "the", "it", "there", "he", "she", "they", "this", "its", "his", "their", "some", "at") or c.quote_opens(end)


def _in_quote(c: Clause, quotes: Sequence[Quote], i: int) -> bool:
    return quote_at(quotes, c.start(i)) is not None


def _finding(c: Clause, i: int, end: int) -> bool:
    nouns = words("documents") | {"records", "documents", "polls", "results", "reports", "investigation", "inquiry", "review", "numbers"}
    near = any(c.low(k) in nouns for k in range(max(c.first, i - 16), i))
    return (near or c.low(end) == "that") and c.low(end) not in ("in", "dead", "guilty")


def _who(c: Clause, start: int) -> tuple[int, int] | None:
    """The phrase before "who" that the clause tells more about."""
    end = start - 1
    if c.low(end) != "who":
        return None
    if c.low(end - 1) == ",":
        end -= 1
    first = c.phrase_start(end)
    return (first, end) if first < end else None


def _can_speak(c: Clause, source: tuple[int, int], cue: Cue, i: int, start: int, helpers: set[str], quotes: Sequence[Quote]) -> bool:
    first, behind = source
    last = c.low(behind - 1)
    length = behind - first
    if length > 45 or last in PREPOSITIONS:
        return False
    if helpers & {"not", "never"} and cue.lemma in ("know", "expect", "believe", "think", "agree"):
        return False
    if last in pronouns():
        return length <= 3 and last not in SELF
    if cue.takes == "belief" and _in_quote(c, quotes, i):
        return False
    if cue.lemma == "call" and c.low(i + 1) not in ("for", "on"):
        return (c.raw(behind - 1)[:1].isupper() and not c.upper or last in words("plural")) and c.low(i + 1) not in ("by", "in", "at", ",", ".")
    verbal = bool(helpers)
    if cue.lemma in _WEAK and not (_takes_clause(c, i + 1) or c.raw(i + 1) in (",", ":", ".") or i + 1 >= c.last):
        return False
    if cue.lemma in ("call", "describe") and c.low(first - 1) == "what":
        return False
    low = c.low(i)
    after = c.low(i + 1)
    if cue.form in ("base", "third") and (low in words("noun_like")) and not verbal:
        return _noun_like(c, source, i, cue)
    if cue.form == "base" and not verbal and not (last.endswith("s") or last in words("plural") or last in ("and", "i", "we", "they", "you")):
        return False
    if cue.form in ("past", "participle") and not verbal:
        if after == "by":
            return False
        if after in ("by", "as", "in", "of") and cue.takes == "object" and cue.lemma not in ("accuse",) or (after == "of" and cue.lemma == "accuse"):
            return False
        if cue.lemma in ("report", "announce", "claim", "estimate", "disclose", "reveal", "promise", "state", "declare", "detail", "specify", "charge", "threaten", "continue") and after in PREPOSITIONS | {"and"}:
            return after in ("on",) and cue.lemma in ("report", "announce")
    if c.words.glued(first) and c.raw(first - 1) in DASHES:
        return False
    return True


def _noun_like(c: Clause, source: tuple[int, int], i: int, cue: Cue) -> bool:
    """Whether "reports", "claims" and the like are a verb here."""
    first, behind = source
    last_raw, last = c.raw(behind - 1), c.low(behind - 1)
    named = last_raw[:1].isupper() and not c.upper
    if cue.form == "base":
        named = last in words("plural")
    speaking = named or last in words("anonymous") or last in words("documents")
    after, raw = c.low(i + 1), c.raw(i + 1)
    if after == "that":
        return speaking or (c.low(first) in ("the", "a", "an") and behind - first <= 4)
    if not speaking:
        return False
    return after in ("the", "a", "an", "it", "he", "she", "there", "more", "at", "about", "its", "his", "their", "some", "no") or c.quote_opens(i + 1) or raw[:1].isdigit()


def _inverted(c: Clause, i: int, start: int, cue: Cue, quotes: Sequence[Quote]) -> tuple[int, int] | None:
    """The subject behind the verb: `"...," said X, a spokesman for Y`."""
    if cue.takes != "statement" or cue.lemma == "tell" or cue.form not in ("past", "third"):
        return None
    comma = start - 1
    if start != i or comma < c.first or not (c.quote_closes(comma) or c.low(comma) == ","):
        return None
    nxt = i + 1
    if not c.is_word(nxt) or c.low(nxt) in words("splits") | {"to", "in", "on", "at", "by", "of", "with", "it", "there", "this"} - pronouns().keys():
        return None
    if c.low(nxt) in ("that", "those", "these") or c.low(nxt) in TIME_WORDS:
        return None
    if c.low(comma) == "," and not c.quote_closes(comma - 1):
        closed = any(c.quote_closes(k) for k in range(c.first, comma))
        if not (c.raw(nxt)[:1].isupper() or c.low(nxt) in ("a", "an", "the", "one", "another") or closed):
            return None
        if c.low(nxt) in ("a", "an", "the") and not any(c.low(k) in words("anonymous") | words("documents") | {"group", "agency", "office", "ministry", "police", "army", "organisation", "organization", "president", "minister", "company", "department", "chief", "head", "leader"} for k in range(nxt, min(c.last, nxt + 7))):
            return None
        if c.has_verb(nxt, _inverted_end(c, nxt)) and c.subject_before(start) is not None:
            return None
    return nxt, _inverted_end(c, nxt)


def _inverted_end(c: Clause, begin: int) -> int:
    """Behind the phrase that names the speaker after the verb, with what is told about them."""
    k = begin
    while k < c.last:
        raw, low = c.raw(k), c.low(k)
        if c.quote_opens(k) or raw in (";", ":") or (raw in ("-", "–", "—") and not c.words.glued(k)):
            break
        if raw == "," and k > begin and c.low(k + 1) in ("adding", "saying", "citing", "who", "as", "while", "after", "noting", "but", "and", "when", "referring", "speaking", "which", "with", "in", "on", "during"):
            break
        if raw == "," and c.quote_opens(k + 1):
            break
        if low in ("in", "on", "during", "after", "while", "as", "when", "at") and k > begin + 1 and c.low(k + 1) in {"a", "an", "the", "his", "her", "its"} | {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}:
            break
        if low in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday"):
            break
        k += 1
    while k > begin + 1 and c.raw(k - 1) in (",", ".", ";"):
        if c.raw(k - 1) == "." and len(c.raw(k - 2)) <= 2 and k != c.last:
            break
        k -= 1
    return k


def _participle(c: Clause, i: int, cue: Cue, before: list[_Verb], quotes: Sequence[Quote]) -> _Verb | None:
    """ "..., saying that": the subject is that of the verb before, or of the sentence."""
    if cue.takes == "belief" or cue.lemma in ("show", "charge", "continue", "answer", "find") or (cue.takes == "object" and cue.lemma not in ("cite", "accuse", "blame", "urge", "quote", "call", "describe", "condemn")):
        return None
    start = i
    while c.low(start - 1) in words("adverbs"):
        start -= 1
    if c.raw(start - 1) != "," and c.low(start - 1) not in ("and", "by", "quoted", "as", "statement"):
        return None
    if before and before[-1].source is not None and not any(c.raw(k) == ";" for k in range(before[-1].i, i)):
        return _Verb(i, start, c.group_end(i), cue, before[-1].source, inherited=True)
    source = _sentence_subject(c, i)
    return _Verb(i, start, c.group_end(i), cue, source, inherited=True) if source else None


def _sentence_subject(c: Clause, i: int) -> tuple[int, int] | None:
    """The subject of the sentence: what stands before its first finite verb."""
    for k in range(c.first + 1, i):
        low = c.low(k)
        if low in ("said",) or (low in ("is", "was", "has", "had", "were", "are", "have", "will", "would") or (low.endswith("ed") and len(low) > 4)):
            found = c.subject_before(c.group_start(k))
            if found is not None and found[1] - found[0] < 20:
                return found
    return None


def _passive(c: Clause, i: int, start: int, cue: Cue) -> _Verb | None:
    """ "it was reported that", "is believed to", "was announced by X"."""
    after = c.low(i + 1)
    if cue.takes == "object" or cue.lemma in ("tell", "charge", "find", "show", "ask", "know", "promise", "convince", "inform", "remind", "assure", "threaten", "continue", "learn"):
        return None
    subject_it = c.low(start - 1) == "it"
    if after == "by" and cue.takes == "statement":
        behind = i + 2
        stop = behind
        while stop < c.last and c.raw(stop) not in (",", ".", ";") and c.low(stop) not in words("splits") and c.low(stop) not in PREPOSITIONS:
            stop += 1
        return _Verb(i, start, i + 1, cue, (behind, stop), passive=True) if stop > behind else None
    if (subject_it and after == "that") or (after == "to" and cue.lemma in ("believe", "think", "say", "report", "estimate", "fear", "expect", "allege", "suspect", "hope", "claim", "know")):
        return _Verb(i, start, i + 1, cue, None, passive=True)
    return None


# ---------------------------------------------------------------- what is said
def _told(c: Clause, quotes: Sequence[Quote], v: _Verb, following: _Verb | None) -> Told | None:
    source = Span(c.start(v.source[0]), c.end(v.source[1] - 1)) if v.source else None
    told = Told(Span(c.start(v.start), c.end(v.end - 1)), v.cue.lemma, v.cue.takes, source, inherited=v.inherited)
    if told.lemma == "claim" and any(c.low(k) in _CLAIMED for k in range(v.end, v.end + 4)) and c.low(v.end) != "that":
        told.lemma = "claim responsibility"
    if v.passive:
        told.content = _passive_content(c, v)
    elif v.inverted:
        told.content = _backward(c, quotes, v.i - 1, v.source[1] if v.source else v.end, told)
    elif v.inherited or v.cue.takes in ("object", "belief"):
        told.content = _forward(c, quotes, v.end, following, told)
    elif _says_before(c, v):
        assert v.source is not None
        told.content = _backward(c, quotes, v.source[0] - 1, v.end, told)
    else:
        told.content = _forward(c, quotes, v.end, following, told)
    if told.content is None and not told.colon:
        return told if v.cue.lemma in ("say", "tell", "report", "announce", "claim", "add", "warn") else None
    return told


def _says_before(c: Clause, v: _Verb) -> bool:
    """Whether what is said stands before the speaker: "..., X said."."""
    if v.source is None:
        return False
    left = v.source[0] - 1
    while left >= c.first and c.raw(left) in DASHES:
        left -= 1
    if left < c.first:
        return False
    closes = c.quote_closes(left)
    if not closes and c.raw(left) not in (",", "-", "–", "—", "?", "!") and c.raw(v.source[0] - 1) not in DASHES:
        return False
    if c.raw(v.end - 1) == ":":
        return False
    right = c.behind_adjuncts(v.end)
    if v.cue.lemma == "tell":
        right = c.behind_adjuncts(_behind_addressee(c, v.end))
    rest = c.raw(right)
    ended = right >= c.last or rest in (".", ";") or (rest == "," and not c.has_verb(v.end, right)) or c.raw(right) in DASHES and not c.words.glued(right)
    if closes:
        return ended or rest in (",", ".", "“", '"') or not _clause_follows(c, right)
    if not c.has_verb(c.first, left) and not c.upper:
        return ended and right >= c.last - 1
    return ended or not _clause_follows(c, right)


def _clause_follows(c: Clause, i: int) -> bool:
    return c.low(i) == "that" or c.quote_opens(i) or c.has_verb(i, c.last)


def _behind_addressee(c: Clause, i: int) -> int:
    """Behind the words for who is told: "told AFP", "told the agency by telephone"."""
    k = i
    while k < c.last and k - i < 8:
        raw, low = c.raw(k), c.low(k)
        if low == "that" or raw in (",", ".", ":") or c.quote_opens(k):
            return k
        if low in PREPOSITIONS | {"he", "she", "it", "they", "there", "we", "i"} and k > i:
            return k
        if k > i and low in ("the", "a", "an"):
            return k
        k += 1
        if low in ("him", "her", "them", "me", "us", "reporters", "journalists", "afp", "reuters"):
            return k
    return min(k, i + 1)


def _forward(c: Clause, quotes: Sequence[Quote], end: int, following: _Verb | None, told: Told) -> Span | None:
    """What follows the cue, up to the next speaker or the end of the passage, or of the quotation that it opens."""
    begin = end
    if c.raw(begin) in (":", ","):
        begin += 1
    if told.lemma == "tell":
        begin = _behind_addressee(c, begin)
        if c.raw(begin) in (":", ","):
            begin += 1
    elif told.takes != "object":
        after = c.behind_adjuncts(begin)
        if after > begin and (c.low(after) == "that" or (c.raw(after) in (",", ":") and c.quote_opens(after + 1)) or (c.quote_opens(after))):
            begin = after + (c.raw(after) in (",", ":"))
        elif after > begin and after < c.last and c.raw(after) not in (",", "."):
            begin = after
    stop = c.last
    if following is not None and following.start > begin:
        cut = following.start
        if not following.inherited and following.source is not None and not following.inverted:
            cut = following.source[0]
        if c.low(cut - 1) in NEW_CLAUSE and (following.inherited or c.raw(cut - 2) == "," or c.low(cut - 1) in ("while", "but")):
            stop = cut - 1
        elif following.inherited:
            stop = cut
        while stop > begin and c.raw(stop - 1) == ",":
            stop -= 1
    stop = _without_final_stop(c, begin, stop)
    if begin >= stop:
        if begin >= c.last - 1 and c.raw(c.last - 1) == ":":
            told.colon = True
        return None
    start, finish = c.start(begin), c.end(stop - 1)
    quote = quote_at(quotes, finish - 1) or quote_at(quotes, start)
    if quote is not None and quote.end > finish and quote.start >= c.passage.start and stop >= c.last - 1:
        finish = _through(quotes, quote, c.words.text)
        told.quoted = True
    elif c.quote_opens(begin):
        told.quoted = True
    return Span(start, finish)


def _without_final_stop(c: Clause, begin: int, stop: int) -> int:
    if stop > begin and stop == c.last and c.raw(stop - 1) == ".":
        return stop - 1
    return stop


def _backward(c: Clause, quotes: Sequence[Quote], left: int, behind: int, told: Told) -> Span | None:
    """What stands before the cue, from the beginning of the passage or of the quotation; with what goes on behind it."""
    while left >= c.first and c.raw(left) in ("-", "–", "—"):
        left -= 1
    if left < c.first:
        return None
    begin = c.first
    while begin < left and c.raw(begin) in ("•", "*", "-"):
        begin += 1
    start, finish = c.start(begin), c.end(left)
    if c.raw(left) == "," and left > begin:
        finish = c.end(left - 1)
    quote = quote_at(quotes, c.end(left) - 1)
    if quote is None and c.raw(left) == ",":
        quote = quote_at(quotes, c.end(left - 1) - 1)
    if quote is not None and quote.end <= c.end(left) + 1:
        told.quoted = True
        if quote.start < c.passage.start:
            start = quote.start
        start = min(start, _back_through(quotes, quote, c.words.text))
    right = c.behind_adjuncts(behind)
    if told.lemma == "tell":
        right = max(right, c.behind_adjuncts(_behind_addressee(c, behind)))
    rest = c.raw(right)
    if rest == "," and right + 1 < c.last and (told.quoted or c.has_verb(right, c.last)) and c.low(right + 1) not in ("citing", "adding", "saying", "who", "which", "noting"):
        stop = _without_final_stop(c, right, c.last)
        last = quote_at(quotes, c.end(stop - 1) - 1)
        if c.quote_opens(right + 1) or not told.quoted:
            finish = c.end(stop - 1)
            if last is not None and last.end > finish and last.start > c.start(right):
                finish = _through(quotes, last, c.words.text)
    elif told.quoted and (right >= c.last - 1 or c.raw(c.last - 1) == "."):
        finish = max(finish, _next_quotes(quotes, c.passage.end, c.words.text))
    return Span(start, finish) if finish > start else None


def _passive_content(c: Clause, v: _Verb) -> Span | None:
    if c.low(v.i + 1) == "that":
        stop = _without_final_stop(c, v.end, c.last)
        return Span(c.start(v.end), c.end(stop - 1)) if stop > v.end else None
    subject = c.subject_before(v.start)
    if v.source is not None:
        return Span(c.start(subject[0]), c.end(subject[1] - 1)) if subject else None
    begin = subject[0] if subject else v.end
    stop = _without_final_stop(c, v.end, c.last)
    return Span(c.start(begin), c.end(stop - 1)) if stop > v.end else None


# ---------------------------------------------------------------- quotations over several passages
def _through(quotes: Sequence[Quote], quote: Quote, text: str) -> int:
    """Where a quotation ends, over paragraphs that leave it open."""
    k = quotes.index(quote)
    while quotes[k].open and k + 1 < len(quotes) and not text[quotes[k].end : quotes[k + 1].start].strip():
        k += 1
    return quotes[k].end


def _back_through(quotes: Sequence[Quote], quote: Quote, text: str) -> int:
    """Where a quotation begins, over paragraphs that left it open."""
    k = quotes.index(quote)
    while k > 0 and quotes[k - 1].open and not text[quotes[k - 1].end : quotes[k].start].strip():
        k -= 1
    return quotes[k].start


def _next_quotes(quotes: Sequence[Quote], end: int, text: str) -> int:
    """Where the quotation ends that goes on right behind the sentence in the same paragraph; 0 where none does."""
    low, high = 0, len(quotes)
    while low < high:
        middle = (low + high) // 2
        if quotes[middle].start < end:
            low = middle + 1
        else:
            high = middle
    reached = 0
    position = end
    for quote in quotes[low : low + 3]:
        between = text[position : quote.start]
        if between.strip() or "\n" in between:
            break
        stop = _through(quotes, quote, text)
        behind = text[stop : stop + 40]
        if text[stop - 2 : stop - 1] == "," or re.match(r"[ \t]*[a-z,]", behind) or re.match(r"[ \t]+(?:[A-Z][\w.’'-]*\s+){1,3}(?:said|says|added)", behind):
            break
        reached = position = stop
    return reached


# ---------------------------------------------------------------- according to
def _according(c: Clause, quotes: Sequence[Quote]) -> list[Told]:
    found = []
    for i in range(c.first, c.last - 2):
        if c.low(i) != "according" or c.low(i + 1) != "to":
            continue
        begin = i + 2
        stop = begin
        while stop < c.last:
            raw = c.raw(stop)
            if raw in (";", ":") or c.quote_opens(stop) or (raw == "," and not _apposed(c, stop)) or (raw in ("–", "—", "-") and not c.words.glued(stop)):
                break
            if c.low(stop) in ("and", "but", "while", "as") and c.low(stop + 1) in ("the", "he", "she", "it", "they", "there") and c.has_verb(stop + 1, min(c.last, stop + 8)) and stop - begin > 6:
                break
            stop += 1
        while stop > begin and c.raw(stop - 1) in (".", ",", "”", '"') and not (c.raw(stop - 1) == "." and len(c.raw(stop - 2)) == 1):
            stop -= 1
        if stop <= begin:
            continue
        told = Told(Span(c.start(i), c.end(i + 1)), "according to", "statement", Span(c.start(begin), c.end(stop - 1)))
        left = i - 1
        while left >= c.first and c.raw(left) in (",", "–", "—", "-"):
            left -= 1
        opening = left < c.first or not c.has_verb(c.first, i)
        if opening and stop < c.last - 1:
            behind = stop + 1 if c.raw(stop) == "," else stop
            last = _without_final_stop(c, behind, c.last)
            told.content = Span(c.start(behind), c.end(last - 1)) if last > behind else None
        elif left >= c.first:
            start, finish = c.start(c.first), c.end(left)
            if c.raw(stop) == "," and c.has_verb(stop, c.last):
                finish = c.end(_without_final_stop(c, stop, c.last) - 1)
            told.content = Span(start, finish)
        found.append(told)
    return found


def _apposed(c: Clause, comma: int) -> bool:
    """Whether the words behind this comma only tell who the source is."""
    k = comma + 1
    stop = k
    while stop < c.last and c.raw(stop) not in (",", ".", ";"):
        stop += 1
    if c.raw(stop) != "," and stop < c.last - 1:
        return False
    if c.has_verb(k, stop) and c.low(k) not in ("who", "which"):
        return False
    return c.is_apposition(k, stop) and (c.raw(stop) == "," or stop >= c.last - 1)


def read_headline(c: Clause, speakers: Sequence[tuple[int, int]]) -> list[Told]:
    """ "40 families flee: ICRC" and "ICRC: 40 families flee": the known names that stand alone beside a colon or dash."""
    for i in range(c.first + 1, c.last - 1):
        if c.raw(i) not in (":", "–", "—", "-") or (c.raw(i) != ":" and (c.words.glued(i) or c.words.glued(i + 1))):
            continue
        for begin, end, first, last in ((i + 1, c.last, c.first, i), (c.first, i, i + 1, c.last)):
            if c.raw(i) != ":" and begin == c.first:
                continue
            while end > begin and c.raw(end - 1) == ".":
                end -= 1
            if end - begin > 12 or end <= begin or last <= first or not any(a <= c.start(begin) + 4 and b >= c.end(end - 1) for a, b in speakers):
                continue
            return [Told(Span(c.start(i), c.end(i)), "say", "statement", Span(c.start(begin), c.end(end - 1)), Span(c.start(first), c.end(last - 1)))]
    return []


def read_dash(c: Clause) -> list[Told]:
    """ "...” ― Name": a quotation with its speaker behind a dash at the end."""
    for i in range(c.first + 2, c.last):
        if c.raw(i) in ("―", "—", "–") and c.quote_closes(i - 1) and 0 < c.last - i - 1 <= 8 and c.raw(i + 1)[:1].isupper():
            source = Span(c.start(i + 1), c.end(c.last - 1))
            return [Told(Span(c.start(i), c.end(i)), "say", "statement", source, Span(c.start(c.first), c.end(i - 1)), quoted=True)]
    return []


def clause_of(all_words: object, passage: Passage) -> Clause:
    """The words of a passage."""
    return Clause(all_words, passage)  # type: ignore[arg-type]
