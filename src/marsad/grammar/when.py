"""When a predicate's deed was done: the times of its clause, of the clause above it, and of the saying."""

import calendar
import datetime

import msgspec

from marsad.grammar.argument import Argument
from marsad.grammar.clause import aside_of, is_verbal
from marsad.grammar.compared import REACH, is_compared, joined
from marsad.grammar.draft import Filler
from marsad.grammar.frame import arguments
from marsad.grammar.offset import counted_time, fitting, offsets
from marsad.grammar.sentence import Sentence
from marsad.model.mention import TimeMention
from marsad.reading.wordlists import word_set

CHAIN = 3  # nouns climbed to the verb whose time a noun of doing shares
ANSWER_CHAIN = 5  # words climbed to the verb that answers a deed: "met relatives of the six men killed"
RESPONSES = word_set("reporting", "stances") | word_set("times", "responses")  # when a deed is condemned is not when it was done
OCCASIONS = word_set("times", "occasions")
ANSWERED = ("against", "to", "about", "on", "over", "for", "of")  # "protested against the killing", "accused of the killing"
BEGAN = word_set("frames", "began")
HARM = word_set("frames", "harm_summed")
SUMMING = word_set("frames", "summing")
BEYOND = ("after", "following", "before", "over", "for", "about")
RANK_REACH = 9  # tokens behind a superlative in which a stretch of time belongs to it
ORDINALS = {"first", "second", "third", "fourth"}
NO_RANKS = {"least", "most", "latest"}
WHEN_REACH = 3  # tokens between a time and the "when" that speaks of it
SINCE_REACH = 9  # tokens behind "since" in which a time may say when what it names began
SEEING = frozenset({"see", "witness", "bring"})
TIME_RELATIONS = {
    "time",
    "on",
    "in",
    "since",
    "during",
    "by",
    "until",
    "till",
    "after",
    "before",
    "for",
    "from",
    "over",
    "within",
    "between",
    "at",
    "throughout",
    "of",
    "early",
    "late",
}


def times_aside(s: Sentence, i: int) -> tuple[int, ...]:
    """Where the times of the sentence begin that a relative clause apart from the predicate has for its own."""
    clauses = [(m.start, aside_of(s, last)) for _, last, m in s.times]
    others = [m.start for first, last, m in s.times if _deed_beyond(s, i, first, last)]
    return (*others, *(start for start, verb in clauses if verb is not None and verb not in (i, *s.ancestors(i))))


def times_of(s: Sentence, i: int, args: list[Argument], fillers: list[Filler]) -> tuple[TimeMention, ...]:
    """Time mentions of the predicate's own clause, nearest first."""
    found: list[tuple[int, int, TimeMention]] = []
    after = _response(s, i)
    heads = {a.head: a.near for a in args if a.relation in TIME_RELATIONS or a.relation.startswith("since")}
    if after is not None:  # "condemned on Monday the killing of", but "blamed an air strike on Monday"
        heads = {h: near for h, near in heads.items() if s.tokens[h].head != after}
        heads |= {h: 1 for h in s.kids(after, "obl") if after < i < h and s.is_time(h)}
    clause = set(s.subtree(i, without=("ccomp", "advcl", "parataxis", "conj", "acl", "appos")))
    for c in s.kids(i, "conj"):
        if not is_verbal(s, c):  # "in Zintan and the town of Nalut last August": the parse hangs the place on the verb
            clause |= set(s.subtree(c, without=("ccomp", "advcl", "parataxis", "conj", "acl", "appos")))
    for f in fillers:
        if f.near == 0:
            clause |= set(s.subtree(f.head, without=("ccomp", "advcl", "parataxis", "acl", "appos")))
    for head in heads:
        clause |= set(s.subtree(head, without=("acl", "advcl", "ccomp", "parataxis", "appos")))
    for first, last, m in s.times:
        if m.value_start is None and m.value_end is None and m.kind == "time":
            continue
        if _of_comparison(s, first) or (_is_stretch(m) and _ranked(s, first)):
            continue
        if m.kind == "duration" and m.relation not in ("since", "for", "during") and m.value_start is None:
            continue
        if any(t in clause for t in range(first, last + 1)):
            own = -1 if m.value_start == m.value_end and _right_before(s, last, i) else 3  # "the April 11 air strike"
            direct = min((heads[t] for t in range(first, last + 1) if t in heads), default=own)
            found.append((direct, abs(first - i), m))
    days = offsets(s)
    found = fitting(days, i, _without_stretches(s, i, found), {m.start: first for first, _, m in s.times})
    found = _own_of_noun(s, i, found) or _beyond(s, i, found)
    if (told := _when_before(s, i)) is not None and all(f[2].start == told.start for f in found):
        return (told,)
    found = found or _behind(s, i)
    begun = _since_clause(s, i) or ([] if found else _since_behind(s, i))
    found = [f for f in found if all(f[2].start != b[2].start for b in begun)] + begun
    if (begun_then := _lasting(s, i)) and {f[2].start for f in found} <= {m.start for m in begun_then}:
        return begun_then
    if not found and (counted := counted_time(s, days, i, perfect=_is_perfect(s, i))) is not None:
        return counted
    if not found and (fronted := _fronted(s, i) or _seen(s, i) or (_summed(s, i) if fillers else ())):
        return fronted
    if not found:
        above = _time_governor(s, i, after)
        if above is None:
            return ()
        shared = times_of(s, above, arguments(s, above), [])
        if len(shared) > 1 and (ending := _right_behind(s, i, shared)):
            return ending
        return _begun(shared) if s.lower(above) in BEGAN and s.relation(i) == "conj" and _is_perfect(s, i) else shared
    return tuple(m for _, _, m in sorted(found, key=lambda x: (x[0], x[1])))


def _own_of_noun(s: Sentence, i: int, found: list[tuple[int, int, TimeMention]]) -> list[tuple[int, int, TimeMention]]:
    """The day within the phrase of a noun or right behind it: "left on Sunday after an ambush on Friday"."""
    if is_verbal(s, i):
        return []
    behind = max(s.subtree(i)) + 2
    days = {
        m.start
        for first, last, m in s.times
        if _is_one_day(m)
        and ((first == behind and s.lower(first - 1) == "on") or any(s.tokens[t].head == i for t in range(first, last + 1)))
    }
    return [f for f in found if f[2].start in days]


def _is_one_day(m: TimeMention) -> bool:
    return m.relation == "on" and m.value_start is not None and m.value_start == m.value_end


def _deed_beyond(s: Sentence, i: int, first: int, last: int) -> str:
    """The preposition before another deed than the predicate that a time is part of the name of: "fled after Sunday's raid"."""
    for t in range(first, last + 1):
        noun = s.tokens[t].head
        if noun > last and s.relation(t) in ("nmod", "compound", "amod", "nummod") and noun != i and i not in s.subtree(noun):
            return s.case(noun) if s.case(noun) in BEYOND and s.relation(noun) in ("obl", "nmod", "advcl") else ""
    return ""


def _beyond(s: Sentence, i: int, found: list[tuple[int, int, TimeMention]]) -> list[tuple[int, int, TimeMention]]:
    """The times found for a verb; those of a deed that it was done after or before bound it, those of one it was done over say nothing."""
    at = {m.start: (first, last) for first, last, m in s.times}
    made: list[tuple[int, int, TimeMention]] = []
    for near, far, m in found:
        turn = _deed_beyond(s, i, *at[m.start]) if is_verbal(s, i) and m.relation == "on" else ""
        if turn in ("", "after", "following", "before"):
            made.append((near, far, msgspec.structs.replace(m, relation="before" if turn == "before" else "after") if turn else m))
    return made


def _lasting(s: Sentence, i: int) -> tuple[TimeMention, ...]:
    """ "The fighting, which began on 3 May, has killed 90": the count runs since then."""
    if not is_verbal(s, i) or not _is_perfect(s, i):
        return ()
    clauses = [v for c in s.kids(i, "nsubj") for v in s.kids(c, "acl") if s.lower(v) in BEGAN]
    return _begun(tuple(m for v in clauses[:1] for first, _, m in s.times if v < first < min(i, v + SINCE_REACH)))


def _summed(s: Sentence, i: int) -> tuple[TimeMention, ...]:
    """ "Bring to 450 the number of people killed since January": since when the whole is counted."""
    if not is_verbal(s, i) and s.relation(i) == "nsubj" and s.lower(i) in HARM:  # "the deaths bring to 450"
        i = s.tokens[i].head
    if s.lemma(i) not in SUMMING:
        return ()
    inside = {
        t for v in s.subtree(i, without=("advcl", "ccomp", "parataxis", "conj", "appos")) for a in s.kids(v, "acl") for t in s.subtree(a)
    }
    return tuple(m for first, _, m in s.times if first in inside and (m.relation == "since" or _is_stretch(m)))


def _right_before(s: Sentence, last: int, i: int) -> bool:
    """Whether a time is part of the name of a deed, with no more than the sort of it between."""
    between = range(last + 1, i)
    return last < i and not is_verbal(s, i) and all(s.tokens[k].head == i and s.relation(k) in ("compound", "amod") for k in between)


def _fronted(s: Sentence, i: int) -> tuple[TimeMention, ...]:
    """The stretch before a clause that the parse takes for its head, or before "the agency says that": it tells of the content."""
    noun = s.tokens[i].head
    if s.dep(i) == "acl" and s.tokens[noun].head == noun:  # "On Monday 14 people killed in raid": a verb, taken for a participle
        return tuple(m for first, last, m in s.times if last < noun and any(s.tokens[t].head == noun for t in range(first, last + 1)))
    for above in s.ancestors(i):
        own = tuple(m for first, last, m in s.times if first <= above <= last and above < i)
        if own and is_verbal(s, i):
            return own
        if s.relation(i) == "ccomp" and s.tokens[above].tag in ("VBP", "VBZ"):
            return tuple(
                m for first, _, m in s.times if m.relation in ("during", "since") and first < min(s.kids(above, "nsubj"), default=0)
            )
        if is_verbal(s, above):
            return ()
    return ()


def _seen(s: Sentence, i: int) -> tuple[TimeMention, ...]:
    """The stretch that saw what is told: "the past week has seen 300 families flee"."""
    seeing = [a for a in s.ancestors(i) if s.lemma(a) in SEEING and is_verbal(s, a)][:1]
    return tuple(m for v in seeing for c in s.kids(v, "nsubj") for first, last, m in s.times if first <= c <= last)


def _begun(times: tuple[TimeMention, ...]) -> tuple[TimeMention, ...]:
    """ "The siege began on 3 May and has killed 90": the count runs since then."""
    return tuple(msgspec.structs.replace(m, relation="since") if m.relation == "on" else m for m in times)


def _is_perfect(s: Sentence, i: int) -> bool:
    return any(s.lower(c) in ("has", "have") for c in s.kids(i, "aux"))


def when_told(s: Sentence, i: int) -> tuple[TimeMention, ...]:
    """When it was said or answered: "announced on Monday that it had taken the town", "on Monday mourned the killing of"."""
    after = _response(s, i)
    if after is not None:
        answered = times_of(s, after, arguments(s, after), []) or tuple(m for first, _, m in s.times if after < first < i)
        if answered:
            return answered
    for above in s.ancestors(i):
        if s.tokens[above].pos == "VERB" and any(s.relation(c) in ("ccomp", "parataxis") for c in s.children[above]):
            return times_of(s, above, arguments(s, above), [])
    return ()


def _of_comparison(s: Sentence, first: int) -> bool:
    """Whether a time belongs to the number that another is compared with: "up from 77,826 people at the beginning of December"."""
    number = next((k for k in range(first - 1, max(-1, first - REACH - 1), -1) if s.tokens[k].pos == "NUM"), 0)
    if number == 0 or not joined(s, number, first):
        return False
    return is_compared(s, number) or (number == first - 1 and s.lower(number - 1) == "from")


def _is_stretch(m: TimeMention) -> bool:
    return m.relation == "since" or m.kind == "duration" or m.value_start != m.value_end


def _ranked(s: Sentence, first: int) -> bool:
    """Whether a stretch says among which deeds one is the worst: "the deadliest attack in Sinai since 2013", "the first time since"."""
    for t in range(first - 1, max(-1, first - RANK_REACH), -1):
        if s.tokens[t].pos in ("VERB", "AUX", "PUNCT"):
            return False
        if s.lower(t) == "time" and s.lower(t - 1) in ORDINALS:
            return True
        if s.tokens[t].tag == "JJS" and s.lower(t) not in NO_RANKS:
            return True
    return False


def _since_clause(s: Sentence, i: int) -> list[tuple[int, int, TimeMention]]:
    """ "has been held since they overran it in May", "since the start of the crisis on 9 May": the time in it is where the count begins."""
    marks = [(c, m) for c in s.kids(i, "advcl", "obl", "nmod") for m in s.kids(c, "mark", "case") if s.lower(m) == "since"]
    return [
        (0, abs(first - i), msgspec.structs.replace(m, relation="since"))
        for c, mark in marks
        for first, last, m in s.times
        if m.relation != "since"
        and (any(t in set(s.subtree(c, without=("advcl", "ccomp"))) for t in range(first, last + 1)) or _runs_to(s, mark, first))
    ]


def _since_behind(s: Sentence, i: int) -> list[tuple[int, int, TimeMention]]:
    """ "Have killed 40 and wounded 90 since May": what a second verb counts from, the first counts from too."""
    found: list[tuple[int, int, TimeMention]] = []
    for other in s.kids(i, "conj"):
        if is_verbal(s, i) and is_verbal(s, other):
            clause = set(s.subtree(other, without=("ccomp", "parataxis", "conj")))
            found += [(2, first - i, m) for first, last, m in s.times if m.relation == "since" and first in clause]
            found += _since_clause(s, other)
            marks = [m for c in s.kids(other, "nsubj") for m in s.kids(c, "case") if s.lower(m) == "since"]
            found += [
                (2, first - i, msgspec.structs.replace(m, relation="since"))
                for mark in marks
                for first, _, m in s.times
                if _runs_to(s, mark, first)
            ]
    return found


def _behind(s: Sentence, i: int) -> list[tuple[int, int, TimeMention]]:
    """ "Killed five soldiers and left nine wounded on Saturday": the day behind the last of several verbs of one subject is of them all."""
    others = [c for c in s.kids(i, "conj") if is_verbal(s, c) and not s.kids(c, "nsubj")] if is_verbal(s, i) else []
    if not others:
        return []
    clause = set(s.subtree(others[-1], without=("ccomp", "advcl", "parataxis", "conj", "acl", "appos")))
    return [(2, first - i, m) for first, last, m in s.times if m.relation == "on" and m.kind == "date" and clause >= {first, last}]


def _without_stretches(s: Sentence, i: int, found: list[tuple[int, int, TimeMention]]) -> list[tuple[int, int, TimeMention]]:
    """The times of a noun with a day of its own without the stretches of other words: "held in the last hours for the killing on 3 May"."""
    inside = () if is_verbal(s, i) else tuple(s.subtree(i))
    days = [
        m
        for first, _, m in s.times
        if first in inside and m.relation == "on" and m.value_start is not None and m.value_start == m.value_end
    ]
    return [f for f in found if not (days and f[2].kind == "duration" and f[2] not in days)]


def _right_behind(s: Sentence, i: int, times: tuple[TimeMention, ...]) -> tuple[TimeMention, ...]:
    """Of several times of a clause the day that ends a noun's phrase: "arrested in the last hours for the killing of six men on 3 May"."""
    if is_verbal(s, i):
        return ()
    end = max(s.subtree(i))
    return tuple(m for first, _, m in s.times if m in times and m.kind == "date" and first == end + 2 and s.lower(first - 1) == "on")


def _when_before(s: Sentence, i: int) -> TimeMention | None:
    """ "The siege of March 1993, when 40 people were killed": the time that stands right before the "when" of the clause.

    Of "since 3 May, when" it is 3 May.
    """
    for v in (i, *s.ancestors(i)):
        if not s.dep(v).startswith(("acl", "advcl")):
            continue
        opening = min(t for t in s.subtree(v) if s.tokens[t].pos != "PUNCT")
        whens = [c for c in (*s.kids(v, "advmod", "mark"), opening) if s.lower(c) == "when" and c < v]
        if whens:
            before = [(last, m) for _, last, m in s.times if whens[0] - WHEN_REACH <= last < whens[0] and (m.value_start or m.value_end)]
            found = max(before, key=lambda x: x[0])[1] if before else None
            if found is None or found.relation != "since":
                return found
            return msgspec.structs.replace(found, relation="on", value_end=_last_of(found))
    return None


def _last_of(m: TimeMention) -> datetime.date | None:
    """The last day of the day, month or year that a mention names."""
    if m.value is None or m.value_start is None:
        return None
    if len(m.value) == len("2016"):
        return m.value_start.replace(month=12, day=31)
    if len(m.value) == len("2016-05"):
        return m.value_start.replace(day=calendar.monthrange(m.value_start.year, m.value_start.month)[1])
    return m.value_start if len(m.value) == len("2016-05-03") else None


def _runs_to(s: Sentence, mark: int, first: int) -> bool:
    """Whether nothing but nouns and "began" stands between a "since" and a time, wherever the parse hangs it."""
    between = [t for t in range(mark + 1, first) if s.tokens[t].pos in ("VERB", "AUX", "PUNCT") and s.lower(t) not in BEGAN]
    return mark < first <= mark + SINCE_REACH and not between


def _time_governor(s: Sentence, i: int, after: int | None) -> int | None:
    """The clause whose time this one shares: the first of two verbs, the main clause of a participle; none that only answers the deed."""
    head, relation = s.tokens[i].head, s.relation(i)
    if head == i:
        return None
    if not is_verbal(s, i) or relation == "amod":
        top = head if relation == "amod" else i  # "the number of displaced people"
        for _ in range(CHAIN):  # "the scene of an attack by", "in retaliation for the killing of": of the same day as the noun above
            if s.relation(top) in ("nmod", "conj", "appos") and not is_verbal(s, s.tokens[top].head):
                top = s.tokens[top].head
        above = s.tokens[top].head
        if s.relation(top) in ("obj", "nsubj", "obl", "xcomp") and is_verbal(s, above) and after is None:
            return above  # "left homeless since May": what the adjective completes
        return top if top != i and s.kids(top, "cop") else None
    meanwhile = relation == "advcl" and any(
        s.lower(m) in ("as", "while") for m in s.kids(i, "mark")
    )  # "were deserted Saturday as shells hit"
    if relation in ("conj", "xcomp") or meanwhile or (relation == "advcl" and s.tokens[i].tag in ("VBG", "VBN")):
        return head if is_verbal(s, head) else None
    if s.dep(i) == "acl" and s.relation(head) == "nsubj" and is_verbal(s, s.tokens[head].head):
        return s.tokens[head].head  # "people fleeing the town have crossed in the last three days"
    return None


def _response(s: Sentence, i: int) -> int | None:
    """The verb of what somebody did about a deed done before: "protested against the killing", "relatives of the men killed met him"."""
    node, answered = i, False
    for _ in range(ANSWER_CHAIN):
        above, relation = s.tokens[node].head, s.relation(node)
        if above == node:
            return None
        answered |= s.lower(node) in OCCASIONS
        if is_verbal(s, above) and relation in ("obj", "nsubj", "obl") and not (s.dep(above) == "acl" and s.tokens[above].tag == "VBN"):
            takes = relation == "obj" or s.dep(node) == "nsubj:pass" or s.case(node) in ANSWERED
            return above if answered or (takes and s.tokens[above].lemma.lower() in RESPONSES) else None
        if relation not in ("nmod", "conj", "appos", "acl", "obj", "nsubj", "obl"):
            return None
        node = above
    return None


def is_since(s: Sentence, i: int) -> bool:
    """Whether the clause counts from some beginning, dated or not: "since the war began"."""
    marks = [m for c in s.kids(i, "obl", "advcl", "nmod") for m in s.kids(c, "mark", "case") if s.lower(m) == "since"]
    return any(not _ranked(s, m) for m in marks)
