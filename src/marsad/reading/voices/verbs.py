"""Which words of a passage report speech, and who is their subject."""

from collections.abc import Sequence

from marsad.reading.voices.clause import DASHES, Clause
from marsad.reading.voices.cues import Cue, cue_forms, phrasal, pronouns, words
from marsad.reading.voices.quotes import Quote, quote_at
from marsad.reading.voices.told import Verb

SELF = frozenset("i we you".split())
LONGEST_SUBJECT = 45


def reporting_verbs(c: Clause, quotes: Sequence[Quote]) -> list[Verb]:
    """The reporting verbs of the passage in text order, each with its subject."""
    found: list[Verb] = []
    forms, phrases = cue_forms(), phrasal()
    for i in range(c.first, c.last):
        low = c.words.lows[i]
        cue = forms.get(low)
        if low in phrases and c.low(i + 1) in phrases[low]:
            cue = Cue("call" if low.startswith("call") else low, "object", _form(low))
        if cue is None or (c.raw(i)[0].isupper() and not c.upper and c.passage.kind != "headline" and i != c.first):
            continue
        verb = _verb(c, i, cue, found, quotes)
        if verb is not None:
            found.append(verb)
    return found


def _form(low: str) -> str:
    if low.endswith("ing"):
        return "ing"
    if low.endswith("s") and low != "express":
        return "third"
    return "base" if low in ("call", "point", "express", "allude") else "past"


def _verb(c: Clause, i: int, cue: Cue, before: list[Verb], quotes: Sequence[Quote]) -> Verb | None:
    start, end = c.group_start(i), c.group_end(i)
    helpers = {c.low(k) for k in range(start, i)}
    if "to" in (c.low(i - 1), c.low(start - 1)) or helpers & words("modals"):
        return None
    if cue.form == "ing" and not helpers & words("be"):
        return _participle(c, i, cue, before)
    if cue.form in ("past", "participle") and helpers & words("be") and "being" not in helpers:
        return _passive(c, i, start, cue)
    if cue.form == "participle" and cue.lemma in ("write", "show", "know") and not helpers & {"has", "have", "had"}:
        return None
    if (cue.takes == "belief" and not takes_clause(c, end)) or (cue.takes == "finding" and not _finding(c, i, end)):
        return None
    inverted = _inverted(c, i, start, cue)
    if inverted is not None:
        return Verb(i, i, i + 1, cue, inverted, inverted=True)
    follows_on = bool(before) and before[-1].source is not None
    if start == i and follows_on and c.low(i - 1) in ("and", "but") and cue.form in ("past", "third"):
        return Verb(i, start, end, cue, before[-1].source, inherited=True)
    source = _who(c, start) if c.low(start - 1) in ("who", "that", "which") else c.subject_before(start)
    if source is None and c.low(start - 1) in ("and", "but") and cue.takes == "statement" and cue.form != "base":
        source = _sentence_subject(c, start)
        return Verb(i, start, end, cue, source, inherited=True) if source else None
    if source is None or not _can_speak(c, source, cue, i, helpers, quotes):
        return None
    return Verb(i, start, end, cue, source)


def takes_clause(c: Clause, i: int) -> bool:
    """Whether a clause of what is said may begin at word i."""
    return c.low(i) in words("clause_openers") or c.quote_opens(i)


def _finding(c: Clause, i: int, end: int) -> bool:
    nouns = words("documents") | words("found_in")
    near = any(c.low(k) in nouns for k in range(max(c.first, i - 16), i))
    return (near or c.low(end) == "that") and c.low(end) not in words("found_not")


def _who(c: Clause, start: int) -> tuple[int, int] | None:
    """The phrase before "who" that the clause tells more about."""
    end = start - 1
    if c.low(end) not in ("who", "which"):
        return None
    if c.low(end - 1) == ",":
        end -= 1
    first = c.phrase_start(end)
    return (first, end) if first < end else None


def _can_speak(c: Clause, source: tuple[int, int], cue: Cue, i: int, helpers: set[str], quotes: Sequence[Quote]) -> bool:
    """Whether the verb reports what its subject says: no noun, no participle, no "we" within a quotation."""
    first, behind = source
    last = c.low(behind - 1)
    if behind - first > LONGEST_SUBJECT or last in words("prepositions") or (helpers & {"not", "never"} and cue.takes == "belief"):
        return False
    if last == "percentage" or (last.isdigit() and cue.takes == "object"):
        return False
    if last in pronouns():
        return behind - first <= 3 and last not in SELF
    if cue.takes == "belief" and quote_at(quotes, c.start(i)) is not None:
        return False
    if cue.lemma in ("call", "describe") and c.low(first - 1) == "what":
        return False
    if cue.lemma == "call" and c.low(i + 1) not in ("for", "on"):
        named = c.raw(behind - 1)[:1].isupper() and not c.upper
        return (named or last in words("plural")) and c.low(i + 1) not in words("called_not")
    if cue.lemma in words("weak") and not (takes_clause(c, i + 1) or c.raw(i + 1) in (",", ":", ".") or i + 1 >= c.last):
        return False
    if not helpers and not _finite(c, source, cue, i):
        return False
    return not (c.words.glued(first) and c.raw(first - 1) in DASHES)


def _finite(c: Clause, source: tuple[int, int], cue: Cue, i: int) -> bool:
    """Whether a form without auxiliary is the verb of its clause, and no noun or participle."""
    last, after = c.low(source[1] - 1), c.low(i + 1)
    if cue.form in ("base", "third") and c.low(i) in words("noun_like"):
        return _noun_like(c, source, i, cue)
    if cue.form == "base":
        return last.endswith("s") or last in words("plural") or last == "and"
    if cue.form not in ("past", "participle"):
        return True
    if after == "by" or (after in words("objects_not") and (cue.takes == "object") != (cue.lemma == "accuse" and after != "of")):
        return after != "by" and cue.takes != "object"
    if cue.lemma in words("participles") and (after in words("prepositions") or after == "and"):
        return (after == "on" and cue.lemma in ("report", "announce")) or (after == "to" and cue.lemma == "claim")
    return True


def _noun_like(c: Clause, source: tuple[int, int], i: int, cue: Cue) -> bool:
    """Whether "reports", "claims" and the like are a verb here."""
    first, behind = source
    last = c.low(behind - 1)
    named = last in words("plural") if cue.form == "base" else c.raw(behind - 1)[:1].isupper() and not c.upper
    speaking = named or last in words("anonymous") or last in words("documents")
    if c.low(i + 1) == "that":
        return speaking or (c.low(first) in ("the", "a", "an") and behind - first <= 4)
    if named and (c.raw(i + 1) in (".", ":") or i + 1 >= c.last):
        return cue.form == "third"
    return speaking and (c.low(i + 1) in words("new_facts") or c.quote_opens(i + 1) or c.raw(i + 1)[:1].isdigit())


def _inverted(c: Clause, i: int, start: int, cue: Cue) -> tuple[int, int] | None:
    """The subject behind the verb: `"...," said X, a spokesman for Y`."""
    if cue.takes != "statement" or cue.lemma == "tell" or cue.form not in ("past", "third"):
        return None
    comma, nxt = start - 1, i + 1
    if start != i or comma < c.first or not (c.quote_closes(comma) or c.low(comma) == ","):
        return None
    low = c.low(nxt)
    if not c.is_word(nxt) or low in words("inverted_not") or low in words("time") or (low in words("splits") and low not in pronouns()):
        return None
    end = _inverted_end(c, nxt)
    if c.low(comma) == "," and not c.quote_closes(comma - 1):
        closed = any(c.quote_closes(k) for k in range(c.first, comma))
        if not (c.raw(nxt)[:1].isupper() or low in ("a", "an", "the", "one", "another") or closed):
            return None
        if low in ("a", "an", "the") and not _names_speaker(c, nxt):
            return None
        if c.has_verb(nxt, end) and c.subject_before(start) is not None:
            return None
    return nxt, end


def _names_speaker(c: Clause, i: int) -> bool:
    nouns = words("anonymous") | words("documents") | words("bodies")
    return any(c.low(k) in nouns for k in range(i, min(c.last, i + 7)))


def _inverted_end(c: Clause, begin: int) -> int:
    """Behind the phrase that names the speaker after the verb, with what is told about them."""
    k = begin
    while k < c.last and not _ends_speaker(c, begin, k):
        k += 1
    while k > begin + 1 and c.raw(k - 1) in (",", ".", ";"):
        if c.raw(k - 1) == "." and len(c.raw(k - 2)) <= 2 and k != c.last:
            break
        k -= 1
    return k


def _ends_speaker(c: Clause, begin: int, k: int) -> bool:
    raw, low, after = c.raw(k), c.low(k), c.low(k + 1)
    if c.quote_opens(k) or raw in (";", ":") or (raw in DASHES and not c.words.glued(k)):
        return True
    if raw == ",":
        return c.quote_opens(k + 1) or (k > begin and after in words("speaker_ends"))
    if low in words("speaker_adjuncts") and k > begin + 1 and (after in words("determiners") or after in words("weekdays")):
        return True
    return low in words("days")


def _participle(c: Clause, i: int, cue: Cue, before: list[Verb]) -> Verb | None:
    """The verb of "..., saying that": its subject is that of the verb before, or of the sentence."""
    if cue.takes == "belief" or cue.lemma in words("participles_not"):
        return None
    if cue.takes == "object" and cue.lemma not in words("participles_object"):
        return None
    start = i
    while c.low(start - 1) in words("adverbs"):
        start -= 1
    if c.raw(start - 1) != "," and c.low(start - 1) not in words("before_participle"):
        return None
    if c.low(start - 1) == "by" and cue.lemma == "add":
        return None
    source = None
    if before and not any(c.raw(k) == ";" for k in range(before[-1].i, i)):
        source = before[-1].source
    source = source or _sentence_subject(c, i)
    return Verb(i, start, c.group_end(i), cue, source, inherited=True) if source else None


def _sentence_subject(c: Clause, i: int) -> tuple[int, int] | None:
    """The subject of the sentence: what stands before its first finite verb."""
    for k in range(c.first + 1, i):
        low = c.low(k)
        if low in ("said", "is", "was", "has", "had", "were", "are", "have", "will", "would") or (low.endswith("ed") and len(low) > 4):
            found = c.subject_before(c.group_start(k))
            if found is not None and found[1] - found[0] < 20:
                return found
    return None


def _passive(c: Clause, i: int, start: int, cue: Cue) -> Verb | None:
    """The verb of "it was reported that", "is believed to", "was announced by X"."""
    after = c.low(i + 1)
    if cue.takes == "object" or cue.lemma in words("passive_not") - words("passive_to"):
        return None
    if after == "by" and cue.takes == "statement":
        stop = i + 2
        while stop < c.last and c.raw(stop) not in (",", ".", ";") and c.low(stop) not in words("splits") | words("prepositions"):
            stop += 1
        return Verb(i, start, i + 1, cue, (i + 2, stop), passive=True) if stop > i + 2 else None
    if (c.low(start - 1) == "it" and after == "that") or (after == "to" and cue.lemma in words("passive_to")):
        return Verb(i, start, i + 1, cue, None, passive=True)
    return None
