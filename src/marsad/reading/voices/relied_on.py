"""Whom a passage relies on for what it tells: "according to X", "by the army's account", "recorded by X"."""

from marsad.model.mention import Span
from marsad.reading.voices.clause import Clause
from marsad.reading.voices.cues import cue_forms, words
from marsad.reading.voices.said import without_final_stop
from marsad.reading.voices.told import Told

RELYING = frozenset({"according", "as", "per", "in"})
ACCOUNTS = {"by": "accounts", "in": "wording"}  # what begins a telling, with the list of the nouns for it
LONGEST_OWNER = 7  # words between "by" and "account"
NEXT_BY = 7  # words behind "recorded" within which "by" names who counts


def according(c: Clause) -> list[Told]:
    """What the passage tells "according to" somebody, in the order of the words."""
    found = []
    for i in c.where(RELYING):
        begin = i + _relying(c, i)
        stop = _source_end(c, begin, opens=i == c.first) if begin > i else begin
        if stop > begin:
            source = Span(c.start(begin), c.end(stop - 1))
            found.append(Told(Span(c.start(i), c.end(begin - 1)), "according to", source, _content(c, i, stop)))
    return found


def as_told(c: Clause) -> list[Told]:
    """What the passage tells "as the mayor put it", "as the army says", in the order of the words."""
    found = []
    for i in c.where({"as"}):
        if (i != c.first and c.raw(i - 1) != ",") or c.low(i + 1) in ("i", "we", "you"):
            continue
        k = next((k for k in range(i + 2, min(c.last, i + LONGEST_OWNER + 2)) if _tells(c, k)), None)
        if k is None or c.has_verb(i + 1, k):
            continue
        behind = k + 1 + (c.low(k) in ("put", "puts"))
        if c.raw(behind) in (",", ".") or behind >= c.last:
            content = _content(c, i, behind)
            if content is not None:
                found.append(Told(Span(c.start(k), c.end(behind - 1)), "say", Span(c.start(i + 1), c.end(k - 1)), content))
    return found


def _tells(c: Clause, k: int) -> bool:
    """Whether a verb of telling stands here that needs nothing behind it: "as police reported,", "as he put it"."""
    if c.low(k) in ("put", "puts"):
        return c.low(k + 1) == "it"
    cue = cue_forms().get(c.low(k))
    return cue is not None and cue.takes == "statement" and cue.form in ("past", "third")


def _source_end(c: Clause, begin: int, *, opens: bool = False) -> int:
    """Behind the words that name the source which begins here; where it opens the passage, before what is told."""
    stop = begin
    while stop < c.last:
        if stop > begin + 1 and c.raw(stop - 1)[:1].isupper() and not c.upper and c.low(stop) in words("counts"):
            break  # "According to the UN some 400 people"
        if _ends_source(c, stop, opens=opens) or (stop - begin > 6 and _clause_opens(c, stop)):
            break
        stop += 1
    while stop > begin and c.raw(stop - 1) in (".", ",", "”", '"') and not (c.raw(stop - 1) == "." and len(c.raw(stop - 2)) == 1):
        stop -= 1
    return stop


def _ends_source(c: Clause, k: int, *, opens: bool) -> bool:
    """Whether a mark ends the name of a source: a stop, a quotation, a dash, a comma without an apposition behind it."""
    raw = c.raw(k)
    if raw in (";", ":") or c.quote_opens(k):
        return True
    return (raw == "," and (not _apposed(c, k) or (opens and _ends_passage(c, k)))) or (raw in ("–", "—", "-") and not c.words.glued(k))


def _ends_passage(c: Clause, comma: int) -> bool:
    """Whether no further comma follows this one."""
    return all(c.raw(k) != "," for k in range(comma + 1, c.last))


def _clause_opens(c: Clause, k: int) -> bool:
    """Whether another clause begins here: "and the army fled"."""
    if c.low(k) not in ("and", "but", "while", "as") or c.low(k + 1) not in ("the", "he", "she", "it", "they", "there"):
        return False
    return c.has_verb(k + 1, min(c.last, k + 8))


def _content(c: Clause, i: int, stop: int) -> Span | None:
    """What is told on the word of a source that is named from i up to stop: behind it where it opens the passage, else before it."""
    left = i - 1
    while left >= c.first and c.raw(left) in (",", "–", "—", "-"):
        left -= 1
    opening = left < c.first or c.low(left) == "that" or not c.has_verb(c.first, i)
    if opening and stop < c.last - 1:
        behind = stop + 1 if c.raw(stop) == "," else stop
        last = without_final_stop(c, behind, c.last)
        return Span(c.start(behind), c.end(last - 1)) if last > behind else None
    if left < c.first:
        return None
    outcome = c.low(stop + 1).endswith("ing")  # "..., according to medics, killing 14 people"
    if c.raw(stop) == "," and (outcome or c.has_verb(stop, c.last)):
        return Span(c.start(c.first), c.end(without_final_stop(c, stop, c.last) - 1))
    return Span(c.start(c.first), c.end(left))


def by_account(c: Clause) -> list[Told]:
    """What the passage tells "by the army's account", "by their own count"."""
    found = []
    for i in c.where(ACCOUNTS):
        noun = _account(c, i)
        if noun is None:
            continue
        owner = noun - 1 if c.low(noun - 1) == "own" else noun
        own = c.low(i + 1) in words("possessives") and all(c.low(k) == "own" for k in range(i + 2, noun))
        if not (own or _owned(c, owner)):
            continue
        end = i + 2 if own else owner - 1 - (c.low(owner - 1) == "s")  # "the army's account", "the rebels' own count"
        behind = noun + 2 if c.raw(noun + 1) == "," else noun + 1
        opens = i == c.first or c.raw(i - 1) in (",", ";") or c.low(i - 1) in ("and", "but")
        begin, last = (behind, c.last) if opens and c.has_verb(behind, c.last) else (c.first, i)
        last = without_final_stop(c, begin, last)
        if last > begin:
            content = Span(c.start(begin), c.end(last - 1))
            found.append(Told(Span(c.start(noun), c.end(noun)), "according to", Span(c.start(i + 1), c.end(end - 1)), content))
    return found


def _account(c: Clause, i: int) -> int | None:
    """Where the noun for a telling stands behind "by" or "in": "by his account", "in the army's version"."""
    nouns = words(ACCOUNTS[c.low(i)])
    return next((k for k in range(i + 2, min(c.last, i + 2 + LONGEST_OWNER)) if c.low(k) in nouns), None)


def _owned(c: Clause, noun: int) -> bool:
    """Whether a possessive stands right before a noun."""
    return (c.low(noun - 1) == "s" and c.low(noun - 2) in ("'", "’")) or (c.low(noun - 1) in ("'", "’") and c.low(noun - 2).endswith("s"))


def tallied(c: Clause) -> list[Told]:
    """What somebody counts: "the deaths of 47 fighters have been recorded since May by the Observatory", "was given as 90 by the UN"."""
    found = []
    for i in c.where(words("tallied")):
        if c.low(i - 1) not in words("be"):
            continue
        by = next((k for k in range(i + 1, min(c.last, i + 1 + NEXT_BY)) if c.low(k) == "by"), None)
        if by is None or c.has_verb(i + 1, by) or not _counted(c, by):
            continue
        stop = by + 1
        while stop < c.last and c.raw(stop) not in (",", ".", ";") and c.low(stop) not in words("splits") | words("speaker_adjuncts"):
            stop += 1
        if stop > by + 1:
            content = Span(c.start(c.first), c.end(by - 1))
            found.append(Told(Span(c.start(i), c.end(i)), "record", Span(c.start(by + 1), c.end(stop - 1)), content))
    return found


def _counted(c: Clause, stop: int) -> bool:
    """Whether a number stands before this word."""
    return any(c.raw(k)[:1].isdigit() or c.low(k) in words("numerals") for k in range(c.first, stop))


def _relying(c: Clause, i: int) -> int:
    """How many words "according to", "per", "in the words of" or "as reported by" has here, 0 where none of them stands."""
    if c.low(i) == "according" and c.low(i + 1) == "to":
        return 2
    if c.low(i) == "in" and c.low(i + 1) == "the" and c.low(i + 2) in words("wording") and c.low(i + 3) == "of":
        return 4
    if c.low(i) == "as" and c.low(i + 2) == "by" and c.low(i + 1) in words("as_told"):
        return 3
    return 1 if _per(c, i) else 0


def _per(c: Clause, i: int) -> bool:
    """Whether "per" names a source: "Per the ministry, 40 people died", "..., per the ministry"."""
    if c.low(i) != "per" or not (i == c.first or c.raw(i - 1) == ","):
        return False
    return c.low(i + 1) == "the" or (c.raw(i + 1)[:1].isupper() and not c.upper)


def _apposed(c: Clause, comma: int) -> bool:
    """Whether the words behind this comma only tell who the source is."""
    k = comma + 1
    stop = k
    if c.low(k) in ("citing", "quoting"):
        return True  # "according to the monitor, citing medics"
    told = words("determiners") | words("apposition") | words("anonymous") - words("counts")
    if c.raw(k).islower() and c.low(k) not in told:
        return False
    while stop < c.last and c.raw(stop) not in (",", ".", ";"):
        stop += 1
    if c.raw(stop) != "," and stop < c.last - 1:
        return False
    if c.has_verb(k, stop) and c.low(k) not in ("who", "which"):
        return False
    if any(c.raw(n).replace(",", "").isdigit() for n in range(k, stop - 1)):  # "according to medics, 17 people, most of them women,"
        return False
    return c.is_apposition(k, stop) and (c.raw(stop) == "," or stop >= c.last - 1)
