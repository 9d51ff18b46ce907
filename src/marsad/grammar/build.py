"""Drafts from the filled roles of a card: one per counted phrase, one per part of it, with adjuncts, times and evidence."""

from collections.abc import Sequence

import msgspec

from marsad.grammar.argument import Argument
from marsad.grammar.card import Card
from marsad.grammar.counts import PEOPLE
from marsad.grammar.draft import Draft, Filler
from marsad.grammar.fill import PLACE_ROLES, Filling
from marsad.grammar.gap import gaps
from marsad.grammar.parts import at_its_place, gapped, parts_of
from marsad.grammar.predicate import Predicate, draft_of
from marsad.grammar.sentence import PARTS, Sentence
from marsad.grammar.supporters import supporters
from marsad.grammar.trigger import WINDOW
from marsad.grammar.when import times_of
from marsad.grammar.where import AT, NEAR, THEIRS, TOWARD
from marsad.model.mention import Span
from marsad.reading.quantities import read_quantities

GAPPED = ("displacement", "casualty", "population")
ARTICLE = 4  # characters: "the "
MOSTLY = PARTS | {"mostly", "mainly", "largely"}


def build(
    filling: Filling, card: Card, i: int, merged: tuple[int, ...], args: list[Argument], filled: dict[str, list[Filler]]
) -> list[Draft]:
    """One draft per counted phrase ("killed 12 soldiers and three civilians" makes two), and one per part of it."""
    s = filling.s
    counts = [name for name, role in card.roles.items() if role.count != "none" and name in filled]
    counted_role = next((name for name in counts if any(f.quantity for f in filled[name])), counts[0] if counts else None)
    others = [f for name, fs in filled.items() if name != counted_role for f in fs]
    taken = {f.head for fs in filled.values() for f in fs}
    adjuncts = _adjuncts(filling, args, taken, AT | THEIRS if card.kind == "population" else AT)
    times = times_of(s, i, args, [f for fs in filled.values() for f in fs])
    if card.kind == "displacement" and any(f.role in ("origin", "destination") and f.places for f in others):
        adjuncts = [a for a in adjuncts if a.near == 0]  # where from and where to is said: what stands further off says neither
    base = [*others, *adjuncts]
    if card.kind in ("event", "control"):
        base += supporters(filling, i, [f for fs in filled.values() for f in fs])
    told_by = Predicate(filling, card, i, merged, times)
    if counted_role is None:
        return [draft_of(told_by, base, None)]
    counted = [_as_whole(s, f, i) for f in filled[counted_role] if not _is_part(s, f, filled[counted_role])]
    if card.kind == "casualty":  # "lost 86% of his force": a share is no toll
        counted = [f for f in counted if f.quantity is None or f.quantity.unit != "percent"]
    if card.kind == "control":  # "several towns, including Zintan": what is named of them is held or taken too
        base += [f for f in filled[counted_role] if f not in counted and f.places]
        counted = [f._replace(quantity=None) if _all_named(f) else f for f in counted]
    with_number = _counts(counted)
    drafts = []
    apart = len(s.tokens)  # behind it stand the places of an earlier count
    for f in with_number or counted[:1]:
        rest = [] if with_number else counted[1:]
        parts = parts_of(told_by, f, base)
        told = {p.head for part in parts for p in part.fillers if p.places and p not in base}
        further = gaps(s, f, filling.classes.is_people) if f.quantity is not None else []
        another = further[0].first if further else len(s.tokens)
        cut = min((part.counted.head for part in parts if part.counted and told), default=another)
        elsewhere = [b for b in base if b.role in PLACE_ROLES and (b.head > cut or apart < b.head < f.head)]  # of parts, of another count
        own = [b for b in base if b not in elsewhere]
        if len(with_number) > 1:
            own = at_its_place(filling, f, own)
        apart = f.head if another < len(s.tokens) else len(s.tokens)
        drafts += [draft_of(told_by, [f, *rest, *own], f), *(parts if card.kind != "event" else ())]  # one deed, whoever was among them
        if card.kind in GAPPED and len(with_number) == 1 and not parts:
            drafts += [gapped(told_by, f, base, gap) for gap in further if gap.verbless]
    if with_number and card.kind == "casualty":  # "six guards and the mayor were killed": who stands without a number is told apart
        listed = {d.counted.head for d in drafts if d.part and d.counted}
        drafts += [draft_of(told_by, [f, *base], f) for f in counted if f.quantity is None and f.head not in listed]
    return _one_each(drafts)


def _adjuncts(filling: Filling, args: list[Argument], taken: set[int], where: set[str]) -> list[Filler]:
    """Places that the clause says it happened in, near or toward, where no role took them; `where` holds what says in."""
    found: list[Filler] = []
    for a in sorted(args, key=lambda a: a.near):
        role = "at" if a.relation in where else "near" if a.relation in NEAR else "toward" if a.relation in TOWARD else None
        if role is None or a.head in taken or (role == "at" and any(f.role == "at" and f.near < a.near for f in found)):
            continue
        for head in filling.s.conjuncts(a.head):
            if head in taken or _locates(filling, head, taken):
                continue
            if filling.classes.is_place(head) and (a.relation != "compound" or filling.phrases.places(head)):
                taken.add(head)
                found.append(filling.make(role, head, a.near))
    return found


def _locates(filling: Filling, head: int, taken: set[int]) -> bool:
    """Whether a place only says where a named place lies that is told already: "seized Kindu, a town in Maniema province"."""
    s = filling.s
    beside = (i for i in (s.tokens[head].head, s.tokens[s.tokens[head].head].head) if s.relation(i) == "appos")
    return any(s.tokens[i].head in taken and filling.is_located(s.tokens[i].head) for i in beside)


def _one_each(drafts: list[Draft]) -> list[Draft]:
    """The drafts, each number told once: "8 million are displaced, 700,000 of them in Zintan" counts the 700,000 as a part already."""
    at = [d.quantity.start if d.quantity is not None else None for d in drafts]
    return [d for n, d in enumerate(drafts) if at[n] is None or at[n] not in at[:n]]


def _all_named(f: Filler) -> bool:
    """Whether as many places are named as are counted: "the two cities", both told of before; their number says nothing more."""
    return f.quantity is not None and f.quantity.unit != "percent" and 1 < len(f.places) == f.quantity.best


def _as_whole(s: Sentence, f: Filler, i: int) -> Filler:
    """The phrase with the count of those of whom its clause tells: of "40 of the 90 families who fled", 90 fled."""
    q = f.quantity
    if q is not None and q.unit == "percent" and any(s.dep(v).startswith("acl") for noun in (f.noun, f.head) for v in _up_to(s, i, noun)):
        return f._replace(quantity=None)  # "70 percent of those who fled Goma said": the share is not of those who fled
    if q is None or q.number is None or not any(s.dep(v).startswith("acl") for v in _up_to(s, i, f.noun)):
        return f
    behind = s.passage.text[q.number.end - s.passage.start :]  # behind the whole number: "tens of thousands"
    of = next((word for word in (" out of ", " of ") if behind.startswith(word)), None)
    whole = next((m for m in read_quantities(behind[len(of) :]) if m.start <= ARTICLE and m.unit in PEOPLE), None) if of else None
    if of is None or whole is None or whole.number is None:
        return f
    start = q.number.end + len(of)
    noun = q.noun or (whole.noun and Span(start + whole.noun.start, start + whole.noun.end))
    return f._replace(quantity=msgspec.structs.replace(whole, start=start + whole.start, end=start + whole.end, field=q.field, noun=noun))


def _up_to(s: Sentence, i: int, noun: int) -> list[int]:
    """The words from a predicate up to the noun that it hangs on; none where it hangs elsewhere."""
    found = [i]
    while found[-1] != s.tokens[found[-1]].head and len(found) < WINDOW:
        above = s.tokens[found[-1]].head
        if above == noun:
            return found
        found.append(above)
    return []


def _is_part(s: Sentence, f: Filler, all_of_them: Sequence[Filler]) -> bool:
    """Whether a phrase behind "including" or "mostly" is a part of one before it, which the parse took for a coordination."""
    wholes = [w.head for w in all_of_them if w.quantity is not None and w.head < f.head]
    return bool(wholes) and any(s.lower(t) in MOSTLY for t in range(wholes[0] + 1, f.head))


def _counts(fillers: list[Filler]) -> list[Filler]:
    """Those with a number; a share told beside a count ("4,000 people, half of the town, fled") says the same again."""
    numbered = [f for f in fillers if f.quantity is not None]
    whole = [f for f in numbered if f.quantity is not None and f.quantity.unit != "percent"]
    return whole or numbered
