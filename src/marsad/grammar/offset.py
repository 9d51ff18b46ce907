"""Whose a day is that is counted from another: "a week after it fell on 4 May, planes bombed it", "on Sunday, a day after it fell"."""

import re
from typing import NamedTuple

import msgspec

from marsad.grammar.clause import is_verbal
from marsad.grammar.sentence import Sentence
from marsad.model.mention import TimeMention

COUNTED = re.compile(r"PT?[\dX]+\w+")
TURNS = ("after", "before", "following")


class Offset(NamedTuple):
    """A counted day with its tokens; `end` is the last token of what it is counted from or to, `own` the times told in there."""

    first: int
    last: int
    end: int
    day: TimeMention
    own: tuple[TimeMention, ...]

    def holds(self, i: int) -> bool:
        """Whether a token stands behind the "after" or "before", in what goes with it."""
        return self.last < i <= self.end


def offsets(s: Sentence) -> list[Offset]:
    """The counted days of a sentence."""
    found: list[Offset] = []
    for first, last, m in s.times:
        turned = s.lower(last) in TURNS and first < last and m.method == "context"  # "the day after"
        last -= turned
        counted = turned or (m.value_start is not None and COUNTED.fullmatch(m.value or "") is not None)
        turns = (*TURNS, "of") if s.lower(first - 1) == "within" else TURNS
        if counted and last + 1 < len(s.tokens) and s.lower(last + 1) in turns:
            end = next((t for t in range(last + 2, len(s.tokens)) if s.lower(t) in (",", ";", "and", ".")), len(s.tokens) - 1)
            own = tuple(t for at, _, t in s.times if last < at <= end)
            within = max(s.subtree(s.tokens[last + 1].head))
            if any(last < at <= within for at, _, _ in s.times):
                end = min(end, within)
            found.append(Offset(first, last, end, m, own))
    return found


def fitting(
    days: list[Offset], i: int, found: list[tuple[int, int, TimeMention]], firsts: dict[int, int]
) -> list[tuple[int, int, TimeMention]]:
    """The times found for a predicate without those of the other side of an "after" and without the counted day."""
    for o in days:
        others = {o.day.start} | ({t.start for t in o.own} if not o.holds(i) else {start for start, at in firsts.items() if at < o.first})
        found = [f for f in found if f[2].start not in others]
    return found


def counted_time(s: Sentence, days: list[Offset], i: int, *, perfect: bool) -> tuple[TimeMention, ...] | None:
    """The counted day where it is the predicate's, nothing where the predicate is what it is counted from, None where it is neither."""
    for o in days:
        if o.own and o.holds(i):
            return ()
        if not o.own and o.holds(i):
            return (o.day,)
        if o.own and _governs(s, o, i) and _is_present(s, i):
            return ()  # "six months after the coup of 3 January, 900 people remain": so it is now
        if o.own and _governs(s, o, i):
            return tuple(msgspec.structs.replace(t, relation="since") for t in o.own[:1]) if perfect else (o.day,)
        if not o.own and _governs(s, o, i):
            return tuple(m for _, last, m in s.times if last < o.first)[-1:]
    return None


def _is_present(s: Sentence, i: int) -> bool:
    """Whether a predicate tells how things stand now."""
    return s.tokens[i].tag in ("VBP", "VBZ") or any(s.lower(c) in ("is", "are") for c in s.kids(i, "aux", "cop"))


def _governs(s: Sentence, o: Offset, i: int) -> bool:
    """Whether a predicate is the nearest verb above the "after" that is not told behind it, or what that verb says."""
    above = next((a for a in s.ancestors(o.last + 1) if is_verbal(s, a) and not o.holds(a)), None)
    said = s.relation(i) in ("ccomp", "parataxis") and s.tokens[i].head == above and o.first > s.tokens[i].head
    return is_verbal(s, i) and (above == i or said)
