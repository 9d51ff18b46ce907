"""One draft of what a predicate tells: its evidence, its times, whether it tells how things stand."""

from typing import NamedTuple

from marsad.grammar.argument import APART, FALLBACK
from marsad.grammar.card import Card
from marsad.grammar.clause import aside_of, is_verbal
from marsad.grammar.draft import Draft, Filler
from marsad.grammar.fill import Filling
from marsad.grammar.phrase import PHRASE_ENDS
from marsad.grammar.sentence import HYPHENS, Sentence
from marsad.grammar.trigger import WINDOW
from marsad.grammar.when import is_since, times_aside, when_told
from marsad.model.mention import Span, TimeMention

STANDING = frozenset({"is", "are", "'re", "’re"})


class Predicate(NamedTuple):
    """What a card was matched at: `i` is its trigger, `merged` the trigger's further tokens, `times` when it was so."""

    filling: Filling
    card: Card
    i: int
    merged: tuple[int, ...]
    times: tuple[TimeMention, ...]


def draft_of(p: Predicate, fillers: list[Filler], counted: Filler | None, is_part: bool = False) -> Draft:
    """The draft with these fillers, the counted one among them; `is_part` marks a part of a count beside it."""
    s, i = p.filling.s, p.i
    own = [f for f in fillers if not f.hidden and not (f.head == i and f.quantity is None and f.role != "at")]
    telling = [f for f in fillers if (f.hidden and not APART <= f.near < FALLBACK) or f in own and f.role != "supporter"]
    return Draft(
        card=p.card,
        passage=s.passage,
        trigger=i,
        trigger_span=s.span_of([i]),
        words=p.merged,
        evidence=_whole(s, s.span_of(_evidence(s, i, p.merged, telling, counted if is_part else None)), counted),
        fillers=tuple(own),
        counted=counted,
        quantity=counted.quantity if counted else None,
        times=p.times,
        told=() if p.times else when_told(s, i),
        part=is_part,
        state=_is_state(s, i),
        since=is_since(s, i),
        verbal=is_verbal(s, i),
        aside=aside_of(s, i),
        elsewhen=times_aside(s, i),
    )


def _whole(s: Sentence, span: Span, counted: Filler | None) -> Span:
    """The span with the words of the count, also those that the parser was not shown."""
    at = span.start - s.passage.start
    while at > 1 and s.passage.text[at - 1] in HYPHENS and s.passage.text[at - 2].isalnum():  # "Saudi-led strikes": no half of a word
        at = s.passage.text.rfind(" ", 0, at - 1) + 1
        span = Span(s.passage.start + at, span.end)
    q = counted.quantity if counted else None
    if q is None or q.start < s.passage.start or q.end > s.passage.end:
        return span
    return Span(min(span.start, q.start), max(span.end, q.end))


def _is_state(s: Sentence, i: int) -> bool:
    """Whether a participle tells how things stand ("are displaced", "remain displaced"), not what happened."""
    if s.tokens[i].tag not in ("VBN", "JJ", "VBD"):
        return False
    if s.dep(i) == "amod":  # "displaced people"
        return True
    helpers = [s.lower(c) for c in s.kids(i, "aux", "aux:pass", "cop")]
    standing = STANDING | {"was", "were"} if "as of" in s.passage.text.lower() else STANDING  # "as of June 3, 900 were displaced"
    if not standing.isdisjoint(helpers) and "being" not in helpers and "been" not in helpers:
        return True
    above = s.tokens[i].head
    return s.relation(i) == "xcomp" and s.tokens[above].lemma.lower() in ("remain", "stay", "live", "leave")


def _evidence(s: Sentence, i: int, merged: tuple[int, ...], fillers: list[Filler], part: Filler | None) -> set[int]:
    """The tokens of the clause that carries the claim: the trigger with its helpers and the phrases that fill its roles."""
    if part is not None:
        return set(s.subtree(part.head, without=PHRASE_ENDS))
    tokens = {i, *merged}
    for c in s.children[i]:
        if s.relation(c) in ("aux", "cop", "compound", "advmod", "amod", "nummod", "fixed") and abs(c - i) < WINDOW:
            if s.relation(c) != "advmod" or not s.is_time(c):  # "two years ago rebels seized": no half of a time
                tokens.add(c)
    tokens |= {f.head for f in fillers if f.hidden}  # "mortars hit the village": the verb beside a noun of doing
    if s.relation(i) == "amod":
        tokens.add(s.tokens[i].head)
    for f in fillers:
        if f.near == 0:
            tokens |= {f.noun, *s.subtree(f.head, without=PHRASE_ENDS)}
        if f.quantity is not None:
            tokens |= {t for first, last, m in s.quantities if m is f.quantity for t in range(first, last + 1)}
    return tokens
