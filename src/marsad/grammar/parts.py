"""Further counts beside one: parts of it ("including 12 children"), its shares by place, and counts at places of their own."""

import msgspec

from marsad.grammar.breakdown import Listed, breakdown, included
from marsad.grammar.counts import PEOPLE
from marsad.grammar.draft import Draft, Filler
from marsad.grammar.fill import PLACE_ROLES, Filling
from marsad.grammar.gap import Gap, place_behind
from marsad.grammar.predicate import Predicate, draft_of
from marsad.grammar.sentence import PARTS, Sentence
from marsad.grammar.where import BY_WORD, NEAR
from marsad.model.mention import QuantityMention, Span
from marsad.reading.wordlists import word_set

SHARED_OUT = ("–", "—", "-", "--", ":", "including")
AGED = frozenset({"under", "below", "over", "aged", "younger", "older"})
GRAVELY = word_set("mends", "gravely")
LISTED = ("NOUN", "PROPN", "PRON", "ADJ", "DET", "NUM", "CCONJ", "ADV", "ADP")  # what a list of people is made of
OPENED = 6  # tokens from "of" to the whole: "of the at least 21 people"
PART_REACH = 14  # tokens behind a count in which "including" still speaks of it


def parts_of(p: Predicate, whole: Filler, base: list[Filler]) -> list[Draft]:
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
        head = None if share else _of_them(s, whole.head, first, last)
        bare = None if share or head is not None else _of_an_age(s, last) or (_gravely(s, last) if p.card.claim.type == "injured" else None)
        if bare is not None:
            found.append(_part(p, whole, last, m, base))
            continue
        there = None if share or head is not None else _of_them_there(s, last)
        if there is not None:
            found.append(_part(p, whole, last, m, _elsewhere(filling, base, there)))
            continue
        called = head is not None and s.tokens[head].tag == "NNS"  # "five of them signatories of the accord"
        if head is None and _included(s, whole.head, first):
            head = next((t for t in range(last, first - 1, -1) if s.tokens[t].pos in ("NOUN", "PROPN", "NUM")), last)
        if head is not None and (called or filling.classes.is_people(head) or filling.classes.is_force(head)):
            found.append(_part(p, whole, head, m, _elsewhere(filling, base, last + 1)))
    return [*found, *_ones(p, whole, base, found)] or _listed(p, whole, base) or _shares(p, whole, base)


def _ones(p: Predicate, whole: Filler, base: list[Filler], found: list[Draft]) -> list[Draft]:
    """ "Seven villagers, including a chief and two women": the one who is told of without a number is a part too."""
    if whole.quantity is None or p.card.kind != "casualty" or p.filling.phrases.listed("totals", whole.noun):
        return []
    told = {d.quantity.start for d in found if d.quantity is not None}
    classes = p.filling.classes
    items = included(
        p.filling.s,
        whole.quantity,
        max(whole.head, whole.noun),
        classes.is_somebody,
    )
    return [_item(p, whole, item, base) for item in items if item.number.start not in told]


def _listed(p: Predicate, whole: Filler, base: list[Filler]) -> list[Draft]:
    """ "12 people (nine soldiers and three civilians)": each item of the list is a draft of its own, marked as a part."""
    classes = p.filling.classes
    if whole.quantity is None or p.card.kind != "casualty":
        return []
    items = breakdown(
        p.filling.s,
        whole.quantity,
        max(whole.head, whole.noun),
        classes.is_somebody,
    )
    return [_item(p, whole, item, base) for item in items]


def _item(p: Predicate, whole: Filler, item: Listed, base: list[Filler]) -> Draft:
    """The draft of one item of a list; its words are its own, whatever the parse hangs on them."""
    draft = _part(p, whole, item.head, item.number, base)
    span = Span(item.number.start, p.filling.s.span_of([item.last]).end)
    own = [f for f in draft.fillers if f == draft.counted]
    counted = own[0]._replace(span=span, text=p.filling.s.text_of(span)) if own else draft.counted
    fillers = tuple(counted if f in own and counted is not None else f for f in draft.fillers)
    return msgspec.structs.replace(draft, counted=counted, fillers=fillers, evidence=span)


def _part(p: Predicate, whole: Filler, head: int, m: QuantityMention, base: list[Filler]) -> Draft:
    """The draft of a count that is a part of another, beside the other fillers."""
    counted = m if m.unit or m.noun else msgspec.structs.replace(m, unit="person")
    part = p.filling.make(whole.role, head, 0, counted)
    return draft_of(p, [part, *base], part, is_part=True)


def gapped(p: Predicate, whole: Filler, base: list[Filler], gap: Gap) -> Draft:
    """The draft of a further count at a place or on a day of its own: "12 were killed in Zintan and nine in Nalut"."""
    s = p.filling.s
    p = p._replace(times=(gap.day,)) if gap.day is not None else p
    before = [f for f in base if f.role in PLACE_ROLES and whole.head < f.head < gap.first and s.case(f.head) == gap.word]
    role = before[0].role if before else ("near" if gap.word in NEAR else BY_WORD.get(gap.word, "at"))
    unit = gap.quantity.unit or (whole.quantity.unit if whole.quantity else None)
    counted = p.filling.make(whole.role, gap.last, 0, msgspec.structs.replace(gap.quantity, unit=unit))
    if gap.place is None:  # "and nine on Tuesday", at the same place
        draft = draft_of(p, [counted, *(f for f in base if f.head < gap.first)], counted)
        return msgspec.structs.replace(draft, evidence=Span(gap.quantity.start, gap.day.end if gap.day else counted.span.end))
    kept = [f for f in base if not (f.role in PLACE_ROLES and (f.role == role or f.head > gap.first))]
    return _beside(p, counted, p.filling.make(role, gap.place), kept)


def at_its_place(filling: Filling, f: Filler, base: list[Filler]) -> list[Filler]:
    """The other fillers of one of several counts, with the place that stands beside it: "4,000 in Zintan and 900 in Nalut need aid"."""
    word = max([f.noun, f.head, *(last for _, last, m in filling.s.quantities if m is f.quantity)]) + 1
    placed = any(b.role == "at" for b in base) and word < len(filling.s.tokens) and BY_WORD.get(filling.s.lower(word)) == "at"
    return _elsewhere(filling, base, word) if placed else base


def _beside(p: Predicate, counted: Filler, place: Filler, kept: list[Filler], is_part: bool = False) -> Draft:
    """The draft of a count that stands beside a place of its own; the two are its evidence."""
    draft = draft_of(p, [counted, place, *kept], counted, is_part=is_part)
    start = counted.quantity.start if counted.quantity else counted.span.start
    return msgspec.structs.replace(draft, evidence=Span(start, p.filling.s.span_of([place.head]).end))


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


def _of_them(s: Sentence, whole: int, first: int, last: int) -> int | None:
    """Who a number of those before are: "four of them children", "four of whom were soldiers", "of whom four were soldiers"."""
    fronted = first > 1 and s.lower(first - 1) == "whom" and s.lower(first - 2) == "of" or _of_whole(s, whole, first, last)
    near = range(first, min(last + 3, len(s.tokens)))
    pronoun = next((t for t in near if s.lower(t) in ("them", "whom") and s.lower(t - 1) == "of"), None)
    if pronoun is None and not fronted:
        return None
    at = last + 1 if pronoun is None else pronoun + 1
    while at < len(s.tokens) and s.tokens[at].pos in ("AUX", "ADJ", "ADV", "DET"):
        at += 1
    while at + 1 < len(s.tokens) and s.tokens[at].pos in ("NOUN", "PROPN") and s.tokens[at + 1].pos in ("NOUN", "PROPN"):
        at += 1
    return at if at < len(s.tokens) and s.tokens[at].pos in ("NOUN", "PROPN") else None


def _of_whole(s: Sentence, whole: int, first: int, last: int) -> bool:
    """Whether a clause that opens with the whole says who so many of it were: "of the 21 killed, 13 were children"."""
    told = last + 1 < len(s.tokens) and s.lower(last + 1) in ("were", "are", "was") and s.lower(first - 1) == ","
    opened = next((t for t in range(whole - 1, max(-1, whole - OPENED), -1) if s.lower(t) == "of"), None) if told else None
    return opened is not None and (opened == 0 or s.tokens[opened - 1].pos in ("PUNCT", "CCONJ", "SCONJ"))


def _of_an_age(s: Sentence, last: int) -> int | None:
    """The word for an age behind a number of those before: "seven of them under ten"."""
    word = last + 3
    them = word < len(s.tokens) and s.lower(last + 1) == "of" and s.lower(last + 2) in ("them", "whom")
    return word if them and s.lower(word) in AGED else None


def _gravely(s: Sentence, last: int) -> int | None:
    """The word for how badly a number of those before are hurt: "four of them seriously", "two critically"."""
    of_them = last + 2 < len(s.tokens) and s.lower(last + 1) == "of" and s.lower(last + 2) in ("them", "whom")
    word = last + 3 if of_them else last + 1
    return next((w for w in range(word, min(word + 2, len(s.tokens))) if s.lower(w) in GRAVELY), None)


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
