"""Whether people were driven out by a disaster of nature, which is no flight from violence: floods, named storms, rivers that burst."""

import re
from collections.abc import Iterable

from marsad.grammar.clause import is_passive
from marsad.grammar.draft import Draft
from marsad.grammar.sentence import Sentence
from marsad.grammar.words import WordList, lists_of

STEPS = 3  # verbs looked at above the trigger's own
ABOVE = ("conj", "advcl", "xcomp", "ccomp", "parataxis", "obj", "obl", "amod")
OWN = ("xcomp", "obj", "amod")  # steps up to the verb that has people flee: "forced 2,000 to flee", "left them homeless"
BESIDE = ("nsubj", "obl", "obj", "nmod")
FLED_BEFORE = frozenset({"refugee"})
SURVIVING = frozenset({"survivor", "victim"})
WORD = re.compile(r"[^\W\d_]+")
ENOUGH = 3  # so often a report on a disaster names it


def driven_by_disaster(s: Sentence, draft: Draft, words: dict[str, WordList]) -> bool:
    """True of flight that the words about it lay to a disaster of nature, and to no violence."""
    struck = s.lemma(draft.trigger) in FLED_BEFORE and any(f.noun == draft.trigger for f in draft.fillers)  # "floods hit 900 refugees"
    if not struck and any(_is_disaster(s, n, words) and not _violent(s, s.subtree(n), words) for n in _doers(s, draft.trigger)):
        return True  # "refugees of the war were hit by a cyclone that left 20,000 homeless"
    if _fled_before(s, draft) or _violent(s, range(len(s.tokens)), words):
        return False
    clauses = _clauses(s, draft.trigger)
    causes = range(len(s.tokens)) if s.passage.kind == "headline" else [*_causes(s, clauses), *_survived(s, draft)]
    return (
        any(_is_disaster(s, n, words) for n in causes)
        or any(_burst(s, v, words) for v in (*clauses, *_subclauses(s, clauses)))
        or any(_is_weather(s, n, words) for v in clauses for n in s.kids(v, "nsubj", "obl:agent"))
    )


def _doers(s: Sentence, trigger: int) -> list[int]:
    """What drives people out by the words themselves: the subject of the verb, or the noun that its clause is about."""
    found: list[int] = []
    v = trigger
    for _ in range(STEPS):
        found += s.kids(v, "obl:agent") if is_passive(s, v) else [] if v == trigger and s.tokens[v].pos != "VERB" else s.kids(v, "nsubj")
        if s.relation(v) == "acl":
            return [*found, s.tokens[v].head]
        if s.relation(v) not in OWN:
            return found
        v = s.tokens[v].head
    return found


def _violent(s: Sentence, tokens: Iterable[int], words: dict[str, WordList]) -> bool:
    return any(s.lower(t) in words["violence"] for t in tokens)


def _fled_before(s: Sentence, draft: Draft) -> bool:
    """Whether those counted are called refugees, whatever befalls them now."""
    return any(f.role == "who" and s.lemma(f.noun) in FLED_BEFORE for f in draft.fillers)


def tells_of_disaster(text: str) -> bool:
    """Whether a text names a disaster of nature or a sickness so often that it must be about it."""
    words = lists_of("certainty")
    named = (found[0].lower() for found in WORD.finditer(text))
    return sum(1 for word in named if word in words["disasters"] or word in words["sicknesses"]) >= ENOUGH


def _clauses(s: Sentence, trigger: int) -> list[int]:
    """A trigger and the verbs above it; the noun of a relative clause ends the way up."""
    found = [trigger]
    for _ in range(STEPS):
        last = found[-1]
        if s.relation(last) == "acl":
            found.append(s.tokens[last].head)
            break
        if s.relation(last) not in ABOVE:
            break
        found.append(s.tokens[last].head)
    return found


def _causes(s: Sentence, clauses: list[int]) -> list[int]:
    """What may have driven people out: the words of these clauses, and of those beside them what stands behind a preposition."""
    beside = [c for v in clauses for c in s.kids(v, "conj")]  # "3,000 fled, and floods cut the road" lays nothing to the floods
    return [n for v in clauses for n in (v, *s.kids(v, *BESIDE))] + [n for v in beside for n in s.kids(v, "obl")] + _behind(s, clauses)


def _subclauses(s: Sentence, clauses: list[int]) -> list[int]:
    return [c for v in clauses for c in s.kids(v, "advcl", "acl")]


def _behind(s: Sentence, clauses: list[int]) -> list[int]:
    """What the clauses beside a verb are about: "after a cyclone hit the coast", "fleeing the tsunami"."""
    beside = _subclauses(s, clauses)
    return [n for c in beside for n in s.kids(c, "nsubj", *(["obj"] if s.tokens[c].tag == "VBG" else []))]


def _survived(s: Sentence, draft: Draft) -> list[int]:
    """What those who are counted survived: "survivors of the earthquake"."""
    return [c for f in draft.fillers if s.lemma(f.noun) in SURVIVING for c in s.kids(f.noun, "nmod", "compound")]


def _is_disaster(s: Sentence, n: int, words: dict[str, WordList]) -> bool:
    """Whether a word or what it is called names a disaster: "Hurricane Mitch", "flood waters"; a flood of refugees is none."""
    of = _of(s, n)
    if of is not None and not (_names(s, of, words) or s.is_time(of) or s.at_token(s.places, of)):
        return False
    return _names(s, n, words)


def _is_weather(s: Sentence, n: int, words: dict[str, WordList]) -> bool:
    return s.lower(n) in words["weather"] and _of(s, n) is None


def _of(s: Sentence, n: int) -> int | None:
    return next((c for c in s.kids(n, "nmod") if s.case(c) == "of"), None)


def _names(s: Sentence, n: int, words: dict[str, WordList]) -> bool:
    disasters = words["disasters"]
    if s.lower(n) in disasters:
        return True
    called = s.kids(n, "compound", "flat", "amod")
    if s.lower(n) in words["burning"]:
        return any(s.lower(c) in words["woods"] for c in called)
    return any(s.lower(c) in disasters for c in s.kids(n, "compound", "flat"))


def _burst(s: Sentence, v: int, words: dict[str, WordList]) -> bool:
    """Whether a clause tells of water that came out of its bed: "the river burst its banks", "the dam broke"."""
    waters = any(s.lower(n) in words["waters"] for n in s.kids(v, "nsubj"))
    return waters and s.lower(v) in words["bursting"]
