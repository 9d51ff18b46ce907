"""Drafts from the filled roles of a card: one per counted phrase, one per part of it, with adjuncts, times and evidence."""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from marsad.grammar.argument import APART, FALLBACK, Argument
from marsad.grammar.card import Card
from marsad.grammar.clause import aside_of, is_verbal
from marsad.grammar.counts import PEOPLE
from marsad.grammar.draft import Draft, Filler
from marsad.grammar.fill import PLACE_ROLES, Filling
from marsad.grammar.gap import Gap, gaps, place_behind
from marsad.grammar.phrase import PHRASE_ENDS
from marsad.grammar.sentence import PARTS, Sentence
from marsad.grammar.supporters import supporters
from marsad.grammar.trigger import WINDOW
from marsad.grammar.when import is_since, times_aside, times_of, when_told
from marsad.model.mention import QuantityMention, Span, TimeMention
from marsad.reading.quantities import read_quantities

AT = {
    "in",
    "at",
    "inside",
    "within",
    "across",
    "throughout",
    "around",
    "on",
    "along",
    "over",
    "in and around",
    "amid",
    "compound",
    "where",
    "who_in",
}
THEIRS = {"who_of", "who_poss"}  # people are in want where they live: "the residents of Zintan need food"
NEAR = {"near", "outside", "close to", "next to", "outside of", "beside", "off"}
TOWARD = {"toward", "towards"}
SHARED_OUT = ("–", "—", "-", "--", ":", "including")
BY_WORD = {"to": "destination", "into": "destination", "from": "origin", "in": "at", "at": "at"}
LISTED = ("NOUN", "PROPN", "PRON", "ADJ", "DET", "NUM", "CCONJ", "ADV", "ADP")  # what a list of people is made of
GAPPED = ("displacement", "casualty", "population")
STANDING = frozenset({"is", "are", "'re", "’re"})
ARTICLE = 4  # characters: "the "
MOSTLY = PARTS | {"mostly", "mainly", "largely"}
PART_REACH = 14  # tokens behind a count in which "including" still speaks of it


class Predicate(NamedTuple):
    """What a card was matched at: `i` is its trigger, `merged` the trigger's further tokens, `times` when it was so."""

    filling: Filling
    card: Card
    i: int
    merged: tuple[int, ...]
    times: tuple[TimeMention, ...]


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
        return [_draft(told_by, base, None)]
    each = _told_once(filled[counted_role])
    counted = [_as_whole(s, f, i) for f in each if not _is_part(s, f, each)]
    if card.kind == "casualty":  # "lost 86% of his force": a share is no toll
        counted = [f for f in counted if f.quantity is None or f.quantity.unit != "percent"]
    if card.kind == "control":
        counted = [f._replace(quantity=None) if _all_named(f) else f for f in counted]
    with_number = _counts(counted)
    drafts = []
    apart = len(s.tokens)  # behind it stand the places of an earlier count
    for f in with_number or counted[:1]:
        rest = [] if with_number else counted[1:]
        parts = _parts(told_by, f, base)
        told = {p.head for part in parts for p in part.fillers if p.places and p not in base}
        further = gaps(s, f, filling.classes.is_people) if f.quantity is not None else []
        another = further[0].first if further else len(s.tokens)
        cut = min((part.counted.head for part in parts if part.counted and told), default=another)
        elsewhere = [b for b in base if b.role in PLACE_ROLES and (b.head > cut or apart < b.head < f.head)]  # of parts, of another count
        own = [b for b in base if b not in elsewhere]
        if len(with_number) > 1:
            own = _at_its_place(filling, f, own)
        apart = f.head if another < len(s.tokens) else len(s.tokens)
        drafts += [_draft(told_by, [f, *rest, *own], f), *(parts if card.kind != "event" else ())]  # one deed, whoever was among them
        if card.kind in GAPPED and len(with_number) == 1 and not parts:
            drafts += [_gapped(told_by, f, base, gap) for gap in further if gap.verbless]
    if with_number and card.kind == "casualty":  # "six guards and the mayor were killed": who stands without a number is told apart
        drafts += [_draft(told_by, [f, *base], f) for f in counted if f.quantity is None]
    return _one_each(drafts)


def _one_each(drafts: list[Draft]) -> list[Draft]:
    """The drafts, each number told once: "8 million are displaced, 700,000 of them in Zintan" counts the 700,000 as a part already."""
    at = [d.quantity.start if d.quantity is not None else None for d in drafts]
    return [d for n, d in enumerate(drafts) if at[n] is None or at[n] not in at[:n]]


def _told_once(fillers: list[Filler]) -> list[Filler]:
    """The fillers, one for each count: "twelve of the wounded are children", children and wounded both counted so."""
    return [f for n, f in enumerate(fillers) if f.quantity is None or all(f.quantity is not g.quantity for g in fillers[:n])]


def _all_named(f: Filler) -> bool:
    """Whether as many places are named as are counted: "the two cities", both told of before; their number says nothing more."""
    return f.quantity is not None and f.quantity.unit != "percent" and 1 < len(f.places) == f.quantity.best


def _at_its_place(filling: Filling, f: Filler, base: list[Filler]) -> list[Filler]:
    """The other fillers of one of several counts, with the place that stands beside it: "4,000 in Zintan and 900 in Nalut need aid"."""
    word = max([f.noun, f.head, *(last for _, last, m in filling.s.quantities if m is f.quantity)]) + 1
    placed = any(b.role == "at" for b in base) and word < len(filling.s.tokens) and BY_WORD.get(filling.s.lower(word)) == "at"
    return _elsewhere(filling, base, word) if placed else base


def _gapped(p: Predicate, whole: Filler, base: list[Filler], gap: Gap) -> Draft:
    """The draft of a further count at a place of its own: "12 were killed in Zintan and nine in Nalut"."""
    s = p.filling.s
    before = [f for f in base if f.role in PLACE_ROLES and whole.head < f.head < gap.first and s.case(f.head) == gap.word]
    role = before[0].role if before else ("near" if gap.word in NEAR else BY_WORD.get(gap.word, "at"))
    unit = gap.quantity.unit or (whole.quantity.unit if whole.quantity else None)
    counted = p.filling.make(whole.role, gap.last, 0, msgspec.structs.replace(gap.quantity, unit=unit))
    kept = [f for f in base if not (f.role in PLACE_ROLES and (f.role == role or f.head > gap.first))]
    return _beside(p, counted, p.filling.make(role, gap.place), kept)


def _beside(p: Predicate, counted: Filler, place: Filler, kept: list[Filler], is_part: bool = False) -> Draft:
    """The draft of a count that stands beside a place of its own; the two are its evidence."""
    draft = _draft(p, [counted, place, *kept], counted, is_part=is_part)
    start = counted.quantity.start if counted.quantity else counted.span.start
    return msgspec.structs.replace(draft, evidence=Span(start, p.filling.s.span_of([place.head]).end))


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


def _parts(p: Predicate, whole: Filler, base: list[Filler]) -> list[Draft]:
    """ "40 people, including 12 children", "40 people, 12 of them children": the part is a draft of its own, marked as a part."""
    s, filling = p.filling.s, p.filling
    found = []
    of_people = filling.classes.is_people(whole.head) or filling.classes.is_force(whole.head)
    for first, last, m in s.quantities if of_people else ():
        if not whole.head < first <= whole.head + PART_REACH or not _may_be_part(m, whole.quantity):
            continue
        if _brought_to(s, whole.head, first):
            continue
        share = m.unit == "percent"
        head = None if share else _of_them(s, first, last)
        there = None if share or head is not None else _of_them_there(s, last)
        if there is not None:
            found.append(_part(p, whole, last, m, _elsewhere(filling, base, there)))
            continue
        if head is None and _included(s, whole.head, first):
            head = next((t for t in range(last, first - 1, -1) if s.tokens[t].pos in ("NOUN", "PROPN", "NUM")), last)
        if head is not None and (filling.classes.is_people(head) or filling.classes.is_force(head)):
            found.append(_part(p, whole, head, m, _elsewhere(filling, base, last + 1)))
    return found or _shares(p, whole, base)


def _part(p: Predicate, whole: Filler, head: int, m: QuantityMention, base: list[Filler]) -> Draft:
    """The draft of a count that is a part of another, beside the other fillers."""
    counted = m if m.unit or m.noun else msgspec.structs.replace(m, unit="person")
    part = p.filling.make(whole.role, head, 0, counted)
    return _draft(p, [part, *base], part, is_part=True)


def _elsewhere(filling: Filling, base: list[Filler], word: int) -> list[Filler]:
    """The other fillers of a count, with the place behind a preposition that stands beside it: "including 300,000 to Albania"."""
    place = place_behind(filling.s, word)
    if place is None:
        return base
    role = BY_WORD.get(filling.s.lower(word), "at")
    gone = ("at", "near") if role == "at" else (role,)
    return [*(f for f in base if f.role not in gone), filling.make(role, place)]


def _included(s: Sentence, whole: int, part: int) -> bool:
    """Whether nothing but a list of people stands between an "including" behind the whole and the part."""
    opened = next((t for t in range(part - 1, whole, -1) if s.lower(t) in PARTS), None)
    return opened is not None and all(s.tokens[t].pos in LISTED or s.tokens[t].text == "," for t in range(opened + 1, part))


def _brought_to(s: Sentence, whole: int, part: int) -> bool:
    """Whether a total stands between, of which the part is told: "killed three, bringing the toll to nine, including two children"."""
    return any(whole < f < part and s.lower(f - 1) == "to" and m.unit in (None, *PEOPLE) for f, _, m in s.quantities)


def _of_them(s: Sentence, first: int, last: int) -> int | None:
    """Who a number of those before are: "four of them children", "four of whom were soldiers"."""
    near = range(first, min(last + 3, len(s.tokens)))
    pronoun = next((t for t in near if s.lower(t) in ("them", "whom") and s.lower(t - 1) == "of"), None)
    if pronoun is None:
        return None
    at = pronoun + 1
    while at < len(s.tokens) and s.tokens[at].pos in ("AUX", "ADJ", "ADV", "DET"):
        at += 1
    while at + 1 < len(s.tokens) and s.tokens[at].pos in ("NOUN", "PROPN") and s.tokens[at + 1].pos in ("NOUN", "PROPN"):
        at += 1
    return at if at < len(s.tokens) and s.tokens[at].pos in ("NOUN", "PROPN") else None


def _of_them_there(s: Sentence, last: int) -> int | None:
    """The preposition of the place where a number of those before are: "4,000 of them in Zintan"."""
    word = last + 3
    them = word < len(s.tokens) and s.lower(last + 1) == "of" and s.lower(last + 2) in ("them", "whom")
    return word if them and place_behind(s, word) is not None else None


def _may_be_part(part: QuantityMention, whole: QuantityMention | None) -> bool:
    least = part.best or part.low or 0
    most = (whole.high or whole.best or whole.low) if whole else None
    return most is None or part.unit == "percent" or part.unit != (whole.unit if whole else None) or least <= most


def _shares(p: Predicate, whole: Filler, base: list[Filler]) -> list[Draft]:
    """ "9,500 have returned – 1,500 to Bawiti and 8,000 to Siwa": each number with a place of its own is a draft."""
    s, filling = p.filling.s, p.filling
    dash = next((t for t in range(p.i + 1, len(s.tokens)) if s.tokens[t].text in SHARED_OUT), None)
    if dash is None or p.card.kind not in ("displacement", "population"):
        return []
    found: list[Draft] = []
    for first, last, m in s.quantities:
        role = BY_WORD.get(s.lower(last + 1)) if last + 1 < len(s.tokens) else None
        near = [z for a, z, q in s.places if last + 1 < a <= last + 4 and not q.adjectival]
        if first <= dash or role is None or not near or m.unit not in (None, "person", "household") or not _may_be_part(m, whole.quantity):
            continue
        kept = [f for f in base if not f.places and f.role not in BY_WORD.values()]
        part = filling.make(whole.role, last, 0, m)
        found.append(_beside(p, part, filling.make(role, near[0]), kept, is_part=True))
    return found if len(found) > 1 else []


def _draft(p: Predicate, fillers: list[Filler], counted: Filler | None, is_part: bool = False) -> Draft:
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


def _adjuncts(filling: Filling, args: list[Argument], taken: set[int], where: set[str]) -> list[Filler]:
    """Places that the clause says it happened in, near or toward, where no role took them; `where` holds what says in."""
    found: list[Filler] = []
    for a in sorted(args, key=lambda a: a.near):
        role = "at" if a.relation in where else "near" if a.relation in NEAR else "toward" if a.relation in TOWARD else None
        if role is None or a.head in taken or (role == "at" and any(f.role == "at" and f.near < a.near for f in found)):
            continue
        for head in filling.s.conjuncts(a.head):
            if head not in taken and filling.classes.is_place(head) and (a.relation != "compound" or filling.phrases.places(head)):
                taken.add(head)
                found.append(filling.make(role, head, a.near))
    return found
