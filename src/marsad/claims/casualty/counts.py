"""What a count of people harmed counts: killed and injured not told apart, a toll told twice, a count that runs on."""

from collections.abc import Iterator, Sequence

import msgspec

from marsad.grammar.clause import parted, said_of_those
from marsad.grammar.draft import Draft
from marsad.grammar.sentence import Sentence
from marsad.grammar.words import lists_of
from marsad.model.claim import Measure
from marsad.model.mention import QuantityMention, Span

CAN = {"can", "could", "will", "would"}
MARKS = {",", ":", ";", "-", "–", "—"}
BODIES = {"body", "bodies", "corpse", "corpses", "remains"}
JOINTS = {"and", "or", "/", ",", "fatally", "seriously", "badly", "severely", "also", "been", "were", "otherwise"}
LEADING = ("toll", "leave", "bear", "suffer", "inflict", "bring")  # words that lead to the one that says how people were harmed
TOGETHER = 4  # tokens from one verb to the next of the same count
RUNNING = ("so far", "to date", "nationwide", "countrywide", "in total", "and counting", "as of ", "number of those", "number of dead")
KIN = frozenset(
    "brother sister father mother son daughter wife husband widow widower cousin uncle aunt relative family friend neighbour".split()
)
WARS = {"war", "conflict", "insurgency", "crisis", "uprising", "unrest", "rebellion"}


def counted_right(s: Sentence, drafts: Sequence[Draft]) -> Iterator[Draft | None]:
    """For each draft itself as it is to be told, or None where its count says nothing of its own."""
    merged: set[tuple[int, int]] = set()
    for d in drafts:
        if d.card.kind != "casualty":
            yield d
            continue
        d = _by_nearer_count(s, d)
        other = _joint(s, d)
        if _tells_nothing(s, d, drafts):
            yield None
        elif other is None or (d.quantity is None and not _either(s, d.trigger, other)):
            yield _running(s, _fatal(s, d))
        elif not _harms(s, other):
            yield None  # "killed or captured": how many of them were killed is not said
        else:
            key = (min(other, d.trigger), d.counted.head if d.counted else -1)
            yield None if key in merged else _running(s, _undivided(s, d, other))
            merged.add(key)


def _by_nearer_count(s: Sentence, d: Draft) -> Draft:
    """The draft with the number that stands right before its word, where it took an earlier one: "42 casualties (12 killed)"."""
    q = d.quantity
    nearer = next((m for _, last, m in s.quantities if last == d.trigger - 1 and m.noun is None), None)
    if q is None or nearer is None or nearer is q or d.counted is None or q.start >= nearer.start:
        return d
    counted = d.counted._replace(span=Span(nearer.start, nearer.end), text=nearer.text, quantity=nearer)
    fillers = tuple(counted if f == d.counted else f for f in d.fillers)
    return msgspec.structs.replace(d, quantity=nearer, counted=counted, fillers=fillers)


def _kills(s: Sentence, i: int) -> bool:
    return s.lower(i) in lists_of("casualty")["kill"] or s.lower(i) in lists_of("casualty")["dead"]


def _harms(s: Sentence, i: int) -> bool:
    return _kills(s, i) or s.lower(i) in lists_of("casualty")["injure"] or s.lower(i) in lists_of("casualty")["wounded"]


def _joint(s: Sentence, d: Draft) -> int | None:
    """The verb that shares the count with the draft's own: "killed or wounded 40", "were killed and injured"."""
    t = d.trigger
    if d.card.claim.type not in ("killed", "injured"):
        return None
    near = [*([s.tokens[t].head] if s.relation(t) == "conj" else []), *s.kids(t, "conj")]
    for o in near:
        between = range(min(o, t) + 1, max(o, t))
        if len(between) > TOGETHER or not between or not all(s.lower(x) in JOINTS for x in between):
            continue
        if _harms(s, o) and _kills(s, o) != _kills(s, t):
            return o
        if _either(s, o, t) and s.tokens[o].tag == s.tokens[t].tag and not _harms(s, o):
            return o
    return None


def _either(s: Sentence, one: int, other: int) -> bool:
    return any(s.lower(x) in ("or", "/") for x in range(min(one, other) + 1, max(one, other)))


def _fatal(s: Sentence, d: Draft) -> Draft:
    """The draft as one of people killed where they were wounded "fatally" or "mortally"."""
    if d.card.claim.type != "injured" or not any(s.lower(c) in ("fatally", "mortally") for c in s.kids(d.trigger, "advmod")):
        return d
    claim = msgspec.structs.replace(d.card.claim, type="killed")
    return msgspec.structs.replace(d, card=msgspec.structs.replace(d.card, claim=claim))


def _undivided(s: Sentence, d: Draft, other: int) -> Draft:
    """The draft as one of people killed or injured, which the words do not tell apart."""
    claim = msgspec.structs.replace(d.card.claim, type="casualties")
    span = s.span_of([other])
    return msgspec.structs.replace(
        d,
        card=msgspec.structs.replace(d.card, claim=claim),
        evidence=Span(min(d.evidence.start, span.start), max(d.evidence.end, span.end)),
    )


def _tells_nothing(s: Sentence, d: Draft, drafts: Sequence[Draft]) -> bool:
    q = d.quantity
    if d.counted is not None and _verb_behind(s, d.counted.head):
        return True
    if q is None:
        if any(o.quantity is not None and o.card.kind == "casualty" and any(f.head == o.trigger for f in d.fillers) for o in drafts):
            return True  # "left 30 wounded": counted by their own word
        return _shares_count(s, d, drafts) or (d.card.claim.type == "casualties" and _none_of_them(s, d.trigger))
    if q.low == q.high == 0:
        return s.lower(d.trigger) in BODIES  # "no body was found": nobody is said to be alive
    if _named_otherwise(s, d, q) or _is_age(s, q):
        return True
    same = [o for o in drafts if o is not d and o.card.kind == "casualty" and o.quantity is q]
    if d.counted is not None and _to_be_treated(s, d.counted.head):
        return True
    if d.part and any(not o.part or o.trigger > d.trigger for o in same):
        return True  # "40 casualties, including 12 deaths": the deaths are told of as such
    if same and any(s.lower(d.trigger) in lists_of("casualty")[name] for name in LEADING):
        return True  # "the toll rose, with 400 killed", "left 12 dead": told of by its own word
    words = lists_of("casualty")
    if not d.part and s.lower(d.trigger) in words["dead"] and any(s.lower(o.trigger) in words["losses"] for o in same):
        return True  # "put its losses at six dead"
    if same and s.lower(d.trigger) in BODIES:
        return True  # "the bodies of 12 people killed in a strike": told of by the verb
    if d.counted is not None and s.dep(d.trigger) in ("amod", "nmod") and _kin(s, d.counted.head):
        return True
    if d.card.claim.type == "casualties" and " of the" in q.text:
        return True  # "seven of the victims were killed", "one of the victims was a clerk": they are told of before
    return _of_those(s, d)


def _kin(s: Sentence, noun: int) -> bool:
    """Whether those counted only say whose kin or friends are spoken of: "the brother of two victims", "the widow of one of the dead"."""
    whose = s.tokens[noun].head
    if s.tokens[whose].pos == "NUM" and s.of_child(whose) == noun:
        noun, whose = whose, s.tokens[whose].head  # "of one of the dead men"
    return s.relation(noun) == "nmod" and s.case(noun) == "of" and s.lemma(whose) in KIN


def _is_age(s: Sentence, q: QuantityMention) -> bool:
    """Whether a number only says how old some of those before are: "seven of them under ten"."""
    first, _ = s.token_range(q.start - s.passage.start, q.end - s.passage.start)
    return s.lower(first) in ("under", "over", "below") and first > 0 and s.lower(first - 1) in ("them", "whom", "children", "all")


def _named_otherwise(s: Sentence, d: Draft, q: QuantityMention) -> bool:
    """Whether a mark parts the draft's word from a count that has a word of its own: "12 killed, 30 injured", "casualties: 12 killed"."""
    first, last = s.token_range(q.start - s.passage.start, q.end - s.passage.start)
    if not any(s.lower(x) in MARKS for x in range(d.trigger + 1, first)):
        return False
    own = {_fate(s, x) for x in (last, last + 1) if x < len(s.tokens)} - {None}
    return bool(own) and d.card.claim.type not in own


def _fate(s: Sentence, i: int) -> str | None:
    """What a word says of people: that they were killed, injured or are missing."""
    if s.lower(i) == "missing":
        return "missing"
    return "killed" if _kills(s, i) else "injured" if _harms(s, i) else None


def _to_be_treated(s: Sentence, head: int) -> bool:
    """Whether so many wounded only say how much help there is: "enough to treat 100 wounded people"."""
    v = s.tokens[head].head
    if s.relation(head) != "obj" or s.lemma(v) != "treat":
        return False
    struggling = s.relation(v) == "xcomp" and not s.kids(s.tokens[v].head, "obj")  # "doctors struggled to treat 90 wounded people"
    meant = any(s.lower(m) in ("to", "for") for m in s.kids(v, "mark"))
    return any(s.lower(a) in CAN for a in s.kids(v, "aux")) or (meant and not struggling)


def _verb_behind(s: Sentence, head: int) -> bool:
    """Whether a second verb was taken for an adjective: "killed 9,000 people and displaced millions"."""
    if s.relation(head) != "conj":
        return False
    return any(s.tokens[c].tag in ("VBN", "VBD") and c > 0 and s.lower(c - 1) == "and" for c in s.kids(head, "amod", "acl"))


def _none_of_them(s: Sentence, trigger: int) -> bool:
    """Whether there were none: "causing damage but no casualties"."""
    return any(s.lower(x - 1) == "no" for x in s.subtree(trigger) if x > 0 and s.lower(x) in lists_of("casualty")["casualty"])


def _of_those(s: Sentence, d: Draft) -> bool:
    """Whether a part is counted of people told of as harmed before: "three of the wounded died", "five of those injured"."""
    t = d.trigger
    if parted(s, t) is not None or said_of_those(s, t):
        return False  # "five of the injured were children": who they are is told
    return d.card.claim.type == "injured" and t > 1 and s.lower(t - 1) in ("the", "those") and s.lower(t - 2) == "of"


def _shares_count(s: Sentence, d: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a plural beside a counted one is counted with it: "several officers and soldiers were killed"."""
    whom = d.counted
    if whom is None or s.tokens[whom.noun].tag != "NNS" or s.relation(whom.head) != "conj" or s.kids(whom.head, "det", "nmod:poss"):
        return False
    first = s.tokens[whom.head].head
    return any(o.quantity is not None and o.trigger == d.trigger and o.counted and o.counted.head == first for o in drafts)


def _running(s: Sentence, d: Draft) -> Draft:
    """The draft, counted since some beginning where the words say so: "so far", "nationwide", "in the war"."""
    if d.quantity is None or d.card.claim.measure is not None:
        return d
    words = s.passage.text.lower()
    start = s.passage.start
    tolled = "toll" in words[d.evidence.start - start : d.evidence.end - start] and d.card.claim.type == "killed"
    of_war = _of_war(s, d)
    if not (tolled or of_war or any(word in words for word in RUNNING)):
        return d
    measure: Measure = "cumulative"
    claim = msgspec.structs.replace(d.card.claim, measure=measure)
    since = d.since or (of_war and any(t.value_start != t.value_end for t in d.times))  # "last year's war": it began with the year
    return msgspec.structs.replace(d, card=msgspec.structs.replace(d.card, claim=claim), since=since)


def _of_war(s: Sentence, d: Draft) -> bool:
    """Whether a whole war is said to have killed them: "the conflict has killed 9,000", "died in the uprising"."""
    return any(s.lower(c) in WARS for c in s.kids(d.trigger, "nsubj", "obl"))
