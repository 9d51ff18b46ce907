"""Which words of a passage report speech, and who is their subject."""

from collections.abc import Sequence
from functools import cache

from marsad.reading.voices.clause import DASHES, Clause
from marsad.reading.voices.cues import Cue, counting_forms, cue_forms, phrasal, pronouns, words
from marsad.reading.voices.offices import offices
from marsad.reading.voices.participles import participle, passive, sentence_subject
from marsad.reading.voices.quotes import Quote, quote_at
from marsad.reading.voices.speaking import can_speak, clause_begins, finding, takes_clause
from marsad.reading.voices.told import Verb

GIVING = {"give": "base", "gives": "third", "gave": "past", "given": "participle"}
LAYING = {
    "hold": "base", "holds": "third", "held": "past", "put": "past", "puts": "third", "point": "base", "points": "third", "pointed": "past",
    "lay": "base", "lays": "third", "laid": "past", "places": "third", "placed": "past", "pins": "third", "pinned": "past",
}  # fmt: skip
BLAMED = 7  # words behind "holds" in which "responsible" stands
PUT_REACH = 14  # tokens: "put the total number of displaced people in the town at"
NOT_SAID = {"claim": "claimed_dead", "admit": "admitted_in"}  # verbs with the list of those whom they take, and do not tell of


def reporting_verbs(c: Clause, quotes: Sequence[Quote]) -> list[Verb]:
    """The reporting verbs of the passage in text order, each with its subject."""
    found: list[Verb] = []
    forms, phrases, known = cue_forms(), phrasal(), _known()
    for i in range(c.first, c.last):
        low = c.words.lows[i]
        if low not in known:
            continue
        cue = forms.get(low)
        if low in phrases and c.low(i + 1) in phrases[low]:
            cue = Cue("call" if low.startswith("call") else low, "object", _form(low))
        if low in ("put", "puts") and _puts_at(c, i):
            cue = Cue("put at", "object", _form(low) if low == "puts" else "past")
        if low in words("revising") and _revises(c, i):
            cue = Cue("put at", "object", "past")
        if low in GIVING and _gives_figure(c, i):
            cue = Cue("give", "object", GIVING[low])
        if low in LAYING and _lays_blame(c, i):
            cue = Cue("blame", "object", LAYING[low])
        if cue is None and low in counting_forms() and _counts(c, i):
            cue = counting_forms()[low]
        if cue is None or (c.raw(i)[0].isupper() and not c.upper and not c.headline and i != c.first):
            continue
        verb = _verb(c, i, cue, found, quotes)
        if verb is not None:
            found.append(verb)
    return found


@cache
def _known() -> frozenset[str]:
    """All words that may report speech or a count."""
    return frozenset((*cue_forms(), *phrasal(), "put", "puts", *words("revising"), *GIVING, *LAYING, *counting_forms()))


def _puts_at(c: Clause, i: int) -> bool:
    """Whether "put" gives a figure: "put the death toll at 12"."""
    at = next((k for k in range(i + 2, min(c.last, i + PUT_REACH)) if c.low(k) == "at"), None)
    return at is not None and any(c.low(k) in words("tallies") for k in range(i + 1, at))


def _revises(c: Clause, i: int) -> bool:
    """Whether a toll is made another: "raised the death toll to 14"."""
    tally = next((k for k in range(i + 1, min(c.last, i + 6)) if c.low(k) in words("tallies")), None)
    return tally is not None and any(c.low(k) == "to" for k in range(tally + 1, min(c.last, tally + 5)))


def _gives_figure(c: Clause, i: int) -> bool:
    """Whether "gave" gives a figure: "gave a toll of 28", "gave the number of dead as 40"."""
    near = range(i + 1, min(c.last, i + 6))
    tally = next((k for k in near if c.low(k) in words("tallies")), None)
    return tally is not None and any(c.low(k) in ("of", "as") for k in range(tally + 1, min(c.last, tally + 5)))


def _lays_blame(c: Clause, i: int) -> bool:
    """Whether such a verb lays blame: "holds the army responsible for", "put the raid down to the rebels", "pointed the finger at"."""
    near = range(i + 1, min(c.last, i + BLAMED))
    if c.low(i).startswith("put") and any(c.low(k) == "down" and c.low(k + 1) == "to" for k in near):
        return True
    if not c.low(i).startswith("h"):
        return any(c.low(k) in words("blame") for k in near)
    return any(c.low(k) in ("responsible", "answerable", "accountable") and c.low(k + 1) == "for" for k in near)


def _counts(c: Clause, i: int) -> bool:
    """Whether a number stands right behind a word for counting: "counted 300 bodies", "registered at least 9,000 refugees"."""
    k = i + 1
    while k < min(c.last, i + 4) and (c.low(k) in words("counts") or c.low(k) in ("than", "some", "another")):
        k += 1
    return k < c.last and (c.raw(k)[:1].isdigit() or c.low(k) in words("numerals"))


def _form(low: str) -> str:
    if low.endswith("ing"):
        return "ing"
    if low.endswith("s") and low != "express":
        return "third"
    return "base" if low in ("call", "point", "express", "allude") else "past"


def _verb(c: Clause, i: int, cue: Cue, before: list[Verb], quotes: Sequence[Quote]) -> Verb | None:
    start, end = c.group_start(i), c.group_end(i)
    helpers = {c.low(k) for k in range(start, i)}
    if cue.form == "base" and cue.takes == "statement" and (went := _went_on(c, i)) < i:
        source = c.subject_before(c.group_start(went))
        return Verb(i, went, end, cue, source) if source else None
    if "to" in (c.low(i - 1), c.low(start - 1)) or helpers & words("modals"):
        return None
    if cue.form == "ing" and not helpers & words("be" if quote_at(quotes, c.start(i)) else "being"):
        return participle(c, i, cue, before)
    if cue.form in ("past", "participle") and helpers & words("be"):
        return passive(c, i, start, cue)
    if cue.lemma in NOT_SAID and _takes(c, end, words(NOT_SAID[cue.lemma])):
        return None  # "a bomb claimed nine lives", "the hospital admitted 53 wounded"
    if cue.form == "participle" and cue.lemma in ("write", "show", "know") and not helpers & {"has", "have", "had"}:
        return None
    if cue.takes in ("belief", "intent") or cue.lemma in words("sides"):
        if (before and not _turns(c, before[-1].i, start)) or quote_at(quotes, c.start(i)) is not None:
            return None  # what somebody is said to think or want is told with the saying
    if cue.takes == "intent" and c.low(end) != "to":
        return None
    if (cue.takes == "belief" and not _believed(c, end, cue)) or (cue.takes == "finding" and not finding(c, i, end)):
        return None
    inverted = _inverted(c, i, start, cue)
    if inverted is not None:
        return Verb(i, i, i + 1, cue, inverted, inverted=True)
    follows_on = bool(before) and before[-1].source is not None
    if start == i and follows_on and c.low(i - 1) in ("and", "but") and cue.form in ("past", "third"):
        return Verb(i, start, end, cue, before[-1].source, inherited=True)
    back = start - 2 if c.low(start - 1).isdigit() and c.low(start - 2) == "in" else start
    source = _who(c, back) if c.low(back - 1) in ("who", "that", "which", "whom") else c.subject_before(start)
    if source is None and c.low(start - 1) in ("and", "but") and cue.takes == "statement" and cue.form != "base":
        source = sentence_subject(c, start)
        return Verb(i, start, end, cue, source, inherited=True) if source else None
    if source is None or not can_speak(c, source, cue, i, helpers):
        return None
    return Verb(i, start, end, cue, source)


def _went_on(c: Clause, i: int) -> int:
    """Where "went on to" begins before a verb of saying, the verb itself where it does not."""
    on = i - 3 >= c.first and c.low(i - 3) in ("went", "goes", "gone", "going") and (c.low(i - 2), c.low(i - 1)) == ("on", "to")
    return i - 3 if on else i


def _takes(c: Clause, end: int, people: frozenset[str]) -> bool:
    """Whether people stand right behind a verb, and not what happened to them: "admitted that 53 were wounded"."""
    near = [c.low(k) for k in range(end, min(c.last, end + 4))]
    return any(w in people for w in near) and "that" not in near and not words("be").intersection(near)


def _believed(c: Clause, end: int, cue: Cue) -> bool:
    """Whether what is believed follows: a clause, or what is hoped or agreed to be done."""
    return takes_clause(c, end) or clause_begins(c, end) or (c.low(end) == "to" and cue.lemma in words("belief_to"))


def _turns(c: Clause, i: int, j: int) -> bool:
    """Whether a clause of the writer's own begins between the words: ", but he refuses"."""
    return any(c.low(k) in ("but", "although", "though", "while", ";") and k > j - 8 for k in range(i + 1, j))


def _who(c: Clause, start: int) -> tuple[int, int] | None:
    """The phrase before "who" that the clause tells more about."""
    end = start - 1
    if c.low(end) == "whom" and c.low(end - 1) == "of":
        return end - 2, start
    if c.low(end) not in ("who", "which"):
        return None
    if c.low(end - 1) == ",":
        end -= 1
    first = c.phrase_start(end)
    return (first, end) if first < end else None


def _inverted(c: Clause, i: int, start: int, cue: Cue) -> tuple[int, int] | None:
    """The subject behind the verb: `"...," said X, a spokesman for Y`."""
    if cue.takes != "statement" or cue.lemma == "tell" or cue.form not in ("past", "third"):
        return None
    comma, nxt = start - 1, i + 1
    if start != i or comma < c.first or not (c.quote_closes(comma) or c.low(comma) == ","):
        return None
    low = c.low(nxt)
    if low[:1].isdigit() and c.raw(nxt + 1) not in DASHES:  # "X, citing Y, reported 23 deaths"; but "said 23-year-old Z"
        return None
    if not c.is_word(nxt) or low in words("inverted_not") or low in words("time") or (low in words("splits") and low not in pronouns()):
        return None
    end = _inverted_end(c, nxt)
    if c.low(comma) == "," and not c.quote_closes(comma - 1):
        closed = any(c.quote_closes(k) for k in range(c.first, comma))
        if not (c.raw(nxt)[:1].isupper() or low == "another" or closed) and not _names_speaker(c, nxt):
            return None
        told = next((k for k in range(nxt, end) if c.low(k) == "who"), end)  # "said a doctor who asked not to be named"
        if c.has_verb(nxt, told) and c.subject_before(start) is not None:
            return None
    return nxt, end


def _names_speaker(c: Clause, i: int) -> bool:
    """Whether somebody who can speak is named before any place: "said an official in Zintan", not "reported air strikes on Zintan"."""
    nouns = words("anonymous") | words("documents") | words("bodies") | offices()
    reach = range(i, min(c.last, i + 7))
    end = next((k for k in reach if k > i and c.low(k) in words("speaker_adjuncts")), reach.stop)
    return any(c.low(k) in nouns or (c.raw(k)[:1].isupper() and not c.upper) for k in range(i, end))


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
