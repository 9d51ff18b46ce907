"""What is said with a reporting verb: before it, behind it, or in quotations over several passages."""

import re
from collections.abc import Sequence

from marsad.model.mention import Span
from marsad.reading.voices.clause import DASHES, Clause
from marsad.reading.voices.cues import cue_forms, words
from marsad.reading.voices.quotes import Quote, quote_at
from marsad.reading.voices.told import Told, Verb

OCCASIONS = {"after", "when", "as", "while", "hours", "days"}
PUT_IN = 8  # words of a subject that a saying parts from its verb
DENIED = 5  # words behind "rejected" in which the noun for what is rejected stands


def said_with(c: Clause, quotes: Sequence[Quote], v: Verb, following: Verb | None) -> Told | None:
    """The report of speech that the verb makes; nothing where nothing is said."""
    source = Span(c.start(v.source[0]), c.end(v.source[1] - 1)) if v.source else None
    told = Told(Span(c.start(v.start), c.end(v.end - 1)), v.cue.lemma, source)
    if told.lemma == "claim" and any(c.low(k) in words("claimed") for k in range(v.end, v.end + 4)) and c.low(v.end) != "that":
        told.lemma = "claim responsibility"
    if told.lemma in words("denials") and any(c.low(k) in words("nominal") for k in range(v.end, v.end + DENIED)):
        told.lemma = "deny"  # "rejected claims that"
    if v.passive:
        told.content = _passive_content(c, v)
    elif v.inverted:
        told.content = _backward(c, quotes, v.i - 1, v.source[1] if v.source else v.end, told)
    elif v.inherited and c.low(v.start - 1) == "as" and v.source is not None and _ends(c, v.end):
        told.content = _backward(c, quotes, v.source[0] - 1, v.end, told)
    elif v.inherited or v.cue.takes in ("object", "belief", "intent"):
        told.content = _forward(c, quotes, v, following, told)
    elif _says_before(c, v):
        assert v.source is not None
        told.content = _backward(c, quotes, v.source[0] - 1, v.end, told)
    else:
        told.content = _forward(c, quotes, v, following, told)
        if told.content is not None and _put_in(c, v):
            told.content = Span(c.start(c.first), told.content.end)
    if told.content is None and not told.colon:
        return told if v.cue.lemma in words("bare") else None
    return told


def _put_in(c: Clause, v: Verb) -> bool:
    """Whether the saying stands between a subject and its verb: "The toll, the mayor said, had reached 12"."""
    if v.source is None or v.cue.takes != "statement":
        return False
    comma = v.source[0] - 1
    return c.raw(comma) == "," and comma - c.first <= PUT_IN and c.raw(c.behind_adjuncts(v.end)) == "," and not c.has_verb(c.first, comma)


def _says_before(c: Clause, v: Verb) -> bool:
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
    if c.low(right) in OCCASIONS and c.has_verb(c.first, left):
        return True  # "Nine died, officials said Friday as rebels closed in"
    if v.cue.lemma == "tell":
        right = c.behind_adjuncts(_behind_addressee(c, v.end))
    rest = c.raw(right)
    ended = (
        right >= c.last
        or rest in (".", ";")
        or (rest == "," and not c.has_verb(v.end, right))
        or c.raw(right) in DASHES
        and not c.words.glued(right)
    )
    if closes:
        return ended or rest in (",", ".", "“", '"') or not _clause_follows(c, right)
    if not c.has_verb(c.first, left) and not c.upper:
        return ended and right >= c.last - 1
    return ended or not _clause_follows(c, right)


def _ends(c: Clause, i: int) -> bool:
    """Whether nothing is told behind word i."""
    return i >= c.last or c.raw(c.behind_adjuncts(i)) in (".", "") or c.behind_adjuncts(i) >= c.last


def _clause_follows(c: Clause, i: int) -> bool:
    return c.low(i) == "that" or c.quote_opens(i) or c.has_verb(i, c.last)


def _begins_count(c: Clause, k: int) -> bool:
    """Whether a number stands at word k; "her 14-year-old son" is no count."""
    return (c.low(k)[:1].isdigit() or c.low(k) in words("numerals")) and c.raw(k + 1) != "-"


def _behind_addressee(c: Clause, i: int) -> int:
    """Behind the words for who is told: "told AFP", "told the agency by telephone"."""
    k = i
    while k < c.last and k - i < 8:
        raw, low = c.raw(k), c.low(k)
        if low == "that" or raw in (",", ".", ":") or c.quote_opens(k):
            return k
        if low in words("prepositions") | words("told_pronouns") and k > i:
            return k
        if k > i and (low in ("the", "a", "an") or _begins_count(c, k)):
            return k  # "told local radio three people had died"
        k += 1
        if low in words("addressees") - words("determiners"):
            return k
    return min(k, i + 1)


def _forward(c: Clause, quotes: Sequence[Quote], verb: Verb, following: Verb | None, told: Told) -> Span | None:
    """What follows the cue, up to the next speaker or the end of the passage, or of the quotation that it opens."""
    cue, begin = verb.cue, verb.end
    if c.raw(begin) in (":", ","):
        begin += 1
    if c.low(begin) in ("citing", "quoting"):  # "said, citing police, that"
        begin = next((k + 1 for k in range(begin, min(c.last, begin + 12)) if c.raw(k) == ","), begin)
    if told.lemma == "tell":
        begin = _behind_addressee(c, begin)
        after = c.behind_adjuncts(begin)
        if (c.low(after) == "that" and c.low(after + 1) not in words("auxiliaries")) or c.quote_opens(after):
            begin = after
        if c.raw(begin) in (":", ","):
            begin += 1
    elif cue.takes not in ("object", "intent"):
        after = c.behind_adjuncts(begin)
        if after > begin and (
            c.low(after) == "that" or (c.raw(after) in (",", ":") and c.quote_opens(after + 1)) or (c.quote_opens(after))
        ):
            begin = after + (c.raw(after) in (",", ":"))
        elif after > begin and after < c.last and c.raw(after) not in (",", "."):
            begin = after
    stop = c.last
    if following is not None and following.start > begin:
        cut = following.start
        if not following.inherited and following.source is not None and not following.inverted:
            cut = following.source[0]
        if c.raw(cut - 1) == ";":
            stop = cut - 1
        elif c.low(cut - 1) in words("new_clause") and (following.inherited or c.raw(cut - 2) == "," or c.low(cut - 1) in ("while", "but")):
            stop = cut - 1
        elif following.inherited:
            stop = cut
        while stop > begin and c.raw(stop - 1) == ",":
            stop -= 1
    if cue.takes == "finding" and c.low(begin) != "that":
        stop = _object_end(c, begin, stop)
    fronted = verb.inherited and verb.source is not None and verb.source[0] > verb.i
    plain = cue.takes in ("object", "intent") and c.low(begin) != "that"
    if (plain and (not verb.inherited or cue.lemma in ("cite", "quote")) or fronted) and cue.lemma not in (
        "accuse",
        "blame",
        "urge",
        "demand",
    ):
        stop = _object_end(c, begin, stop)
    if cue.lemma in ("declare", "announce", "claim"):
        stop = _before_occasion(c, begin, stop)
    stop = without_final_stop(c, begin, stop)
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


def _before_occasion(c: Clause, begin: int, stop: int) -> int:
    """Where a thing that is declared ends, before the clause that tells the occasion: "declared victory after troops took Zintan"."""
    if c.low(begin) == "that":
        return stop  # a whole clause is declared, whatever stands before its verb
    for k in range(begin + 1, stop):
        if c.low(k) in OCCASIONS and not c.has_verb(begin, k):
            return k
    return stop


def without_final_stop(c: Clause, begin: int, stop: int) -> int:
    """Where the passage ends without its last full stop."""
    if stop > begin and stop == c.last and c.raw(stop - 1) == ".":
        return stop - 1
    return stop


def _object_end(c: Clause, begin: int, stop: int) -> int:
    """Behind the object of a verb like "condemned": before the comma that closes it."""
    for k in range(begin + 1, stop):
        if c.raw(k) == "," and not c.words.glued(k + 1) and not any(c.quote_opens(m) for m in range(begin, k)):
            return stop if c.low(k + 1) in ("and", "or") or c.low(k - 2) == "," else k
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
        if quote.start < c.passage.start or c.words.text[start : quote.start].rstrip().endswith(":"):
            start = quote.start
        start = min(start, _back_through(quotes, quote, c.words.text))
    right = c.behind_adjuncts(behind)
    if told.lemma == "tell":
        right = max(right, c.behind_adjuncts(_behind_addressee(c, behind)))
    rest = c.raw(right)
    goes_on = told.quoted or c.has_verb(right, c.last) or _tells_outcome(c, right + 1)
    if rest == "," and right + 1 < c.last and goes_on and c.low(right + 1) not in words("not_resumed"):
        stop = without_final_stop(c, right, c.last)
        last = quote_at(quotes, c.end(stop - 1) - 1)
        if c.quote_opens(right + 1) or not told.quoted:
            finish = c.end(stop - 1)
            if last is not None and last.end > finish and last.start > c.start(right):
                finish = _through(quotes, last, c.words.text)
    elif told.quoted and (right >= c.last - 1 or c.raw(c.last - 1) == "."):
        finish = max(finish, _next_quotes(quotes, c.passage.end, c.words.text))
    return Span(start, finish) if finish > start else None


def _tells_outcome(c: Clause, i: int) -> bool:
    """Whether a participle goes on with what is said: "Planes struck a market, activists said, killing 12"."""
    return c.low(i).endswith("ing") and c.low(i) not in cue_forms() and c.low(i) not in words("speaker_ends")


def _passive_content(c: Clause, v: Verb) -> Span | None:
    if c.low(v.i + 1) == "that":
        stop = without_final_stop(c, v.end, c.last)
        return Span(c.start(v.end), c.end(stop - 1)) if stop > v.end else None
    if v.source is not None and c.low(v.source[1]) == "that":  # "it was confirmed by the mayor that"
        stop = without_final_stop(c, v.source[1], c.last)
        return Span(c.start(v.source[1]), c.end(stop - 1))
    subject = c.subject_before(v.start)
    if v.source is not None and subject and c.low(v.source[1]) == "to":  # "are believed by medics to be trapped"
        return Span(c.start(subject[0]), c.end(without_final_stop(c, v.end, c.last) - 1))
    if v.source is not None:
        return Span(c.start(subject[0]), c.end(subject[1] - 1)) if subject else None
    begin = subject[0] if subject else v.end
    stop = without_final_stop(c, v.end, c.last)
    return Span(c.start(begin), c.end(stop - 1)) if stop > v.end else None


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
        if (
            text[stop - 2 : stop - 1] == ","
            or re.match(r"[ \t]*[a-z,]", behind)
            or re.match(r"[ \t]+(?:[A-Z][\w.’'-]*\s+){1,3}(?:said|says|added)", behind)
        ):
            break
        reached = position = stop
    return reached
