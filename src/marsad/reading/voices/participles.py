"""Reporting words that are no finite verbs: "..., saying that", "a letter warning of", "it was reported that"."""

from marsad.reading.voices.clause import Clause
from marsad.reading.voices.cues import Cue, words
from marsad.reading.voices.speaking import takes_clause
from marsad.reading.voices.told import Verb


def participle(c: Clause, i: int, cue: Cue, before: list[Verb]) -> Verb | None:
    """The verb of "..., saying that": its subject is that of the verb before, or of the sentence."""
    if cue.takes in ("belief", "intent") or cue.lemma in words("participles_not"):
        return None
    if cue.takes == "object" and cue.lemma not in words("participles_object"):
        return None
    start = i
    while c.low(start - 1) in words("adverbs"):
        start -= 1
    behind = start  # "a report on Monday saying that"
    while c.low(behind - 1) in words("time") or (c.low(behind - 1) == "on" and behind < start):
        behind -= 1
    if c.low(start - 1) == "by" and cue.lemma == "add":
        return None
    if c.raw(start - 1) == "," or c.low(start - 1) in words("before_participle"):
        source = before[-1].source if before and not any(c.raw(k) == ";" for k in range(before[-1].i, i)) else None
        source = source or _quoted(c, start) or sentence_subject(c, i) or _document(c, start)
    elif before or not (takes_clause(c, i + 1) or (start == c.first and cue.lemma in ("cite", "quote"))):
        return None  # but "Citing medics, the agency said"
    elif start == c.first or c.low(start - 1) in words("participle_after"):
        source = _subject_behind(c, i) if start <= c.first + 1 else sentence_subject(c, i)
    else:
        source = _published(c, behind) or _document(c, behind) or _beside(c, start)
    return Verb(i, start, c.group_end(i), cue, source, inherited=True) if source else None


def _beside(c: Clause, start: int) -> tuple[int, int] | None:
    """The subject of a participle of its own: "with officials estimating that many had fled"."""
    first = c.phrase_start(start)
    if c.low(first) == "with":
        first += 1
    speaks = c.low(start - 1) in words("anonymous") | words("plural") | words("bodies") - words("leads")
    plain = all(c.low(k) not in words("prepositions") | words("finite_words") for k in range(first, start))
    return (first, start) if speaks and plain and start - first <= 5 else None


def _document(c: Clause, start: int) -> tuple[int, int] | None:
    """What says so in "a statement saying that", "a letter warning of"."""
    if c.low(start - 1) not in words("documents") | words("nominal"):
        return None
    first = start - 1
    while first > max(c.first, start - 5) and c.is_word(first - 1) and c.low(first) not in words("determiners"):
        if c.low(first - 1) in words("prepositions") | words("finite_words"):
            break
        first -= 1
    return first, start


def _quoted(c: Clause, start: int) -> tuple[int, int] | None:
    """Who "was quoted as saying"."""
    quoted = next((k for k in range(start - 2, max(c.first, start - 12), -1) if c.low(k) in ("quoted", "reported")), None)
    if c.low(start - 1) != "as" or quoted is None:
        return None
    subject = c.subject_before(c.group_start(quoted))
    by = c.low(quoted + 1) == "by" and start - 1 > quoted + 2
    return (subject[0], start - 1) if subject is not None and by else subject  # with who quotes them, where that is said


def _published(c: Clause, start: int) -> tuple[int, int] | None:
    """Who speaks in what they have put out: "the agency issued a report saying that"."""
    document = _document(c, start)
    return sentence_subject(c, document[0]) if document is not None and document[0] > c.first + 1 else None


def _subject_behind(c: Clause, i: int) -> tuple[int, int] | None:
    """The subject behind the comma that closes an opening phrase: "After saying that it was safe, the mayor left"."""
    comma = next((k for k in range(i + 1, min(c.last, i + 40)) if c.raw(k) == ","), None)
    if comma is None:
        return None
    for k in range(comma + 2, min(c.last, comma + 12)):
        if c.low(k) in words("finite_words") or (c.low(k).endswith("ed") and len(c.low(k)) > 4):
            return c.subject_before(c.group_start(k))
    return None


def sentence_subject(c: Clause, i: int) -> tuple[int, int] | None:
    """The subject of the sentence: what stands before its first finite verb."""
    for k in range(c.first + 1, i):
        low = c.low(k)
        if low in words("finite_words") or (low.endswith("ed") and len(low) > 4):
            found = c.subject_before(c.group_start(k))
            if found is not None and found[1] - found[0] < 20:
                return found
    return None


def passive(c: Clause, i: int, start: int, cue: Cue) -> Verb | None:
    """The verb of "it was reported that", "is believed to", "was announced by X"."""
    after = c.low(i + 1)
    if cue.takes in ("object", "intent") or cue.lemma in words("passive_not") - words("passive_to"):
        return None
    if after == "by" and (cue.takes == "statement" or cue.lemma in words("passive_to")):
        stop = i + 2
        while stop < c.last and c.raw(stop) not in (",", ".", ";") and c.low(stop) not in words("splits") | words("prepositions"):
            stop += 1
        return Verb(i, start, i + 1, cue, (i + 2, stop), passive=True) if stop > i + 2 else None
    if (c.low(start - 1) == "it" and after == "that") or (after == "to" and cue.lemma in words("passive_to")):
        return Verb(i, start, i + 1, cue, None, passive=True)
    return None
