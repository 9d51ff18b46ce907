"""Whether a form of a reporting word reports in its clause: what follows it, who is its subject, whether it is a verb at all."""

from marsad.reading.places import demonym_country
from marsad.reading.voices.clause import DASHES, Clause
from marsad.reading.voices.cues import Cue, phrasal, pronouns, words

SELF = frozenset("i we you".split())
TOLD = frozenset("that they he she it".split())  # words with which what was "announced on Friday" begins
LONGEST_SUBJECT = 45


def takes_clause(c: Clause, i: int) -> bool:
    """Whether a clause of what is said may begin at word i."""
    return c.low(i) in words("clause_openers") or c.quote_opens(i)


def clause_begins(c: Clause, i: int) -> bool:
    """Whether words with a finite verb of their own stand at i: "believe many will return"."""
    opens = c.low(i) not in words("prepositions") | words("splits") | words("subject_stop") - words("determiners")
    verb = next((k for k in range(i + 1, min(c.last, i + 8)) if c.has_verb(k, k + 1)), None)
    plain = verb is not None and not any(c.raw(k) in (",", ";") and not c.words.glued(k + 1) for k in range(i, verb))
    return c.is_word(i) and (opens or c.low(i) in words("counts")) and plain


def _tells_clause(c: Clause, i: int) -> bool:
    """Whether a whole clause is told at word i: "continued that", "maintained the army had left"; not "continued the siege"."""
    return takes_clause(c, i) and (c.low(i) not in words("determiners") or clause_begins(c, i))


def finding(c: Clause, i: int, end: int) -> bool:
    """Whether "found" or "shows" tells what a report, a poll or a film says."""
    nouns = words("documents") | words("found_in")
    near = any(c.low(k) in nouns for k in range(max(c.first, i - 16), i))
    return (near or c.low(end) == "that") and c.low(end) not in words("found_not")


def can_speak(c: Clause, source: tuple[int, int], cue: Cue, i: int, helpers: set[str]) -> bool:
    """Whether the verb reports what its subject says: no noun, no participle, no "we" within a quotation."""
    first, behind = source
    last = c.low(behind - 1)
    if behind - first > LONGEST_SUBJECT or last in words("prepositions") or (helpers & {"not", "never"} and cue.takes == "belief"):
        return False
    if c.low(first) in words("no_source") or last in words("unfinished"):
        return False  # "based on reports"; "made any confirmed gains"
    if first == c.first and c.low(first).endswith("ing") and c.low(first + 1) in words("prepositions"):
        return False  # "writing for a panel that all agreed"
    if cue.takes == "object" and c.low(first - 1) == "what":
        return False
    if c.low(first) in words("nobody") or last in words("nobody"):
        return False  # "there were reports that", "no one claimed the attack", "the army neither confirmed it nor"
    if last == "percentage" or (last[:1].isdigit() and cue.takes == "object"):
        return False
    if behind - first == 1 and last in words("numerals") and not takes_clause(c, i + 1):  # "three suspected rebels"
        return False
    if last in pronouns() and not any(c.raw(k) == "," for k in range(first, behind)):  # but "the ministry, which declined to discuss it,"
        return behind - first <= 3 and last not in SELF
    if cue.lemma == "call" and c.low(i + 1) not in ("for", "on"):
        named = c.raw(behind - 1)[:1].isupper() and not c.upper
        named = named or any(c.quote_opens(k) for k in range(i + 1, min(c.last, i + 12)))
        return (named or last in words("plural")) and c.low(i + 1) not in words("called_not")
    if cue.lemma in words("weak") and not (
        _tells_clause(c, i + 1) or _tells_clause(c, c.behind_adjuncts(i + 1)) or c.raw(i + 1) in (",", ":", ".") or i + 1 >= c.last
    ):
        return False
    if not helpers and not _finite(c, source, cue, i):
        return False
    return not (c.words.glued(first) and c.raw(first - 1) in DASHES)


def _finite(c: Clause, source: tuple[int, int], cue: Cue, i: int) -> bool:
    """Whether a form without auxiliary is the verb of its clause, and no noun or participle."""
    last, after = c.low(source[1] - 1), c.low(i + 1)
    if cue.takes == "intent":
        named = c.raw(source[1] - 1)[:1].isupper() or c.low(source[0]) in words("determiners")
        return _plural(c, source) if cue.form == "base" else named or c.low(i) not in words("noun_like")
    if cue.takes == "finding" and any(c.low(k) in words("documents") | words("found_in") for k in range(*source)):
        return c.low(source[0]) not in words("prepositions")
    if cue.form in ("base", "third") and c.low(i) in words("noun_like"):
        return _noun_like(c, source, i, cue)
    if cue.form == "base":
        return last == "and" or _plural(c, source)
    if cue.form not in ("past", "participle"):
        return True
    if after == "by" and not words("channels").isdisjoint((c.low(i + 2), c.low(i + 3))):
        return True  # "residents said by telephone that"
    if after in phrasal().get(c.low(i), ()):
        return True  # "spoke of 40 dead"
    if after == "by" or (after in words("objects_not") and (cue.takes == "object") != (cue.lemma == "accuse" and after != "of")):
        return after != "by" and cue.takes != "object"
    if cue.lemma in words("participles") and after in words("prepositions") and c.low(c.behind_adjuncts(i + 1)) in TOLD:
        return True
    if cue.lemma in words("participles") and c.low(source[0] - 1) == "," and c.behind_adjuncts(i + 1) >= c.last - 1:
        return True  # "..., the ministry announced in a statement."
    if cue.lemma == "blame" and after == "on" and c.low(source[0] - 1) in ("which", "that"):
        return True  # "the raid, which police blamed on the rebels"
    if cue.lemma in words("participles") and (after in words("prepositions") or after == "and"):
        return (after == "on" and cue.lemma in ("report", "announce")) or (after == "to" and cue.lemma == "claim")
    return True


def _plural(c: Clause, source: tuple[int, int]) -> bool:
    """Whether the subject is of more than one: "those close to him", "A and B", "observers in the capital"."""
    first, behind = source
    head = next((k for k in range(first + 1, behind) if c.low(k) in words("prepositions") or c.low(k) in ("who", "close")), behind) - 1
    if any(c.low(k) == "and" for k in range(first, behind)) or c.low(first) in ("those", "both", "many", "most", "some", "several", "few"):
        return True
    return any(c.low(k).endswith("s") or c.low(k) in words("plural") for k in (head, behind - 1))


def _noun_like(c: Clause, source: tuple[int, int], i: int, cue: Cue) -> bool:
    """Whether "reports", "claims" and the like are a verb here."""
    first, behind = source
    last = c.low(behind - 1)
    several = last in words("plural") or (
        c.low(i + 1) == "that" and last.endswith("s") and not last.endswith(("ss", "us", "is")) and len(last) > 3
    )
    if cue.form == "base" and cue.lemma == "report" and any(c.low(k) == "and" for k in range(first, behind)):
        return c.is_word(i + 1) and c.low(i + 1) not in words("prepositions") | words("finite_words")  # "the army and the rebels report"
    named = several if cue.form == "base" else c.raw(behind - 1)[:1].isupper() and not c.upper
    speaking = named or last in words("anonymous") or last in words("documents")
    if c.low(i + 1) == "that" and (demonym_country(last) is not None or c.has_verb(behind - 1, behind)):
        return False  # "rejected French claims that", "the army denied reports that"
    if c.low(i + 1) == "that":
        return speaking or (c.low(first) in ("the", "a", "an") and behind - first <= 4)
    if named and cue.form == "third" and c.low(i + 1) in ("citing", "quoting"):
        return True
    told = cue.form == "third" and c.low(first) == "the" and last in words("bodies") - {"head"}
    if (named or told) and (c.raw(i + 1) in (".", ":") or i + 1 >= c.last):
        return cue.form == "third" or c.low(i + 1) in ("", ".")
    return speaking and (
        c.low(i + 1) in words("new_facts")
        or c.quote_opens(i + 1)
        or c.raw(i + 1)[:1].isdigit()
        or (cue.lemma == "blame" and c.is_word(i + 1))
    )
