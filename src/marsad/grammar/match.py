"""Cards against a sentence: for each trigger the frame is built once, and the card that fills most roles makes the draft."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from marsad.grammar.argument import FALLBACK, Argument
from marsad.grammar.card import Card, Role
from marsad.grammar.draft import Draft, Filler
from marsad.grammar.fill import PHRASE_ENDS, Filling
from marsad.grammar.frame import arguments, is_verbal
from marsad.grammar.load import Grammar, Trigger
from marsad.grammar.once import once
from marsad.grammar.people import PEOPLE_KINDS
from marsad.grammar.reference import Discourse, Noticed
from marsad.grammar.sentence import Sentence
from marsad.model.mention import QuantityMention, Span, TimeMention
from marsad.reading.wordlists import word_set

CHAIN = 3  # nouns climbed to the verb whose time a noun of doing shares
STANCES = word_set("reporting", "stances")  # when a deed is condemned is not when it was done
HYPHENS = ("-", "‐", "‑", "–")
WINDOW = 7  # how far behind its first word the other words of a trigger may stand
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
NEAR = {"near", "outside", "close to", "next to", "outside of", "beside", "off"}
TOWARD = {"toward", "towards"}
WHERE = {"place", "where", "at", "target"}  # roles that say where it was: a phrase of place beside the predicate does as well
COMPARED = set(
    "up down rose risen rising grew grown increased increasing fell fallen dropped doubled tripled jumped climbed compared".split()
)
IN_BETWEEN = ("ADP", "DET", "NOUN", "PROPN", "ADV")
WHEN_REACH = 3  # tokens between a time and the "when" that speaks of it
SHARED_OUT = ("–", "—", "-", "--", ":", "including")
BY_WORD = {"to": "destination", "into": "destination", "from": "origin", "in": "at", "at": "at"}
SINCE_REACH = 9  # tokens behind "since" in which a time may say when what it names began
PART_REACH = 14  # tokens behind a count in which "including" still speaks of it
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
LABELS = ("nsubj", "obj", "obl", "nmod", "root", "conj", "appos", "iobj")


class Tried(NamedTuple):
    """A card that was tried and where it stopped (empty: it made a draft)."""

    card: str
    trigger: str
    stopped: str


def match(s: Sentence, grammar: Grammar, discourse: Discourse, tried: list[Tried] | None = None) -> list[Draft]:
    """The drafts of a sentence, at most one card per trigger and kind; `tried` collects every card with its outcome."""
    filling = Filling(s, grammar, discourse)
    discourse.notice(list(_notice(s, filling)))
    best: dict[tuple[int, str], tuple[tuple[int, ...], list[Draft]]] = {}
    taken: dict[tuple[int, str], int] = {}  # words of a longer trigger, and how many it has: "bombing" in "bombing raid"
    for i in range(len(s.tokens)):
        for trigger in grammar.triggers.get(s.lower(i), ()):
            merged = _matches(s, i, trigger)
            if merged is None or (trigger.pos == "noun" and _only_modifies(s, i, merged, grammar)):
                continue
            at = _noun_of_trigger(s, i, merged) if trigger.pos == "noun" else i
            drafts, stopped, rank = _try(filling, trigger, at, merged if at == i else (i, *(m for m in merged if m != at)))
            if tried is not None:
                tried.append(Tried(trigger.card.id, " ".join(trigger.words), stopped))
            if not drafts:
                continue
            key = (at, trigger.card.kind)
            if key not in best or rank > best[key][0]:
                best[key] = (rank, drafts)
                for word in (w for w in (i, *merged) if w != at):
                    taken[word, trigger.card.kind] = max(len(trigger.words), taken.get((word, trigger.card.kind), 0))
    return once(s, [d for key, (rank, drafts) in sorted(best.items()) if taken.get(key, 0) <= rank[0] for d in drafts])


def _notice(s: Sentence, filling: Filling) -> Iterable[Noticed]:
    for token in s.tokens:
        if token.pos not in ("NOUN", "PROPN", "NUM") or s.relation(token.i) not in LABELS:
            continue
        hits = [m for m in s.at_token(s.actors, token.i) if not m.adjectival]
        person = any(m.kind == "person" for m in hits)
        if person:
            label = "person"
        elif filling.is_force(token.i):
            label = "force"
        elif filling.is_people(token.i):
            label = "people"
        elif hits or filling.listed("bodies", token.i):
            label = "actor"
        elif places := tuple(m for m in s.at_token(s.places, token.i)[:1] if not m.adjectival):
            if _only_locates(filling, token.i):
                continue
            yield Noticed(s.passage.index, token.i, "place", False, s.relation(token.i) == "nsubj", None, places)
            continue
        else:
            continue
        plural = "Number=Plur" in token.feats or token.tag in ("NNS", "NNPS", "CD")
        subject = s.relation(token.i) == "nsubj" or (s.relation(token.i) == "conj" and s.relation(token.head) == "nsubj")
        yield Noticed(s.passage.index, token.i, label, plural, subject, hits[0] if hits else filling.actor(token.i))


def _only_locates(filling: Filling, i: int) -> bool:
    """Whether a place only says where a site is ("the palace in Zintan"): "it" then means the site."""
    s = filling.s
    if s.dep(i) == "nmod:poss":
        return filling.listed("placelike", s.tokens[i].head)
    before = min(s.kids(i, "case"), default=0) - 1  # beside it, whatever the parse hangs the place on
    return before >= 0 and s.case(i) in ("in", "near", "at", "outside") and filling.listed("placelike", before)


def _matches(s: Sentence, i: int, trigger: Trigger) -> tuple[int, ...] | None:
    """The further tokens of the trigger where it stands here, else None."""
    token = s.tokens[i]
    if trigger.pos == "verb" and not _verb_like(s, i):
        return None
    if trigger.pos == "noun" and len(trigger.words) > 1 and (token.pos == "ADJ" or token.tag in ("JJ", "VBG")):
        pass  # "chemical attack"
    elif trigger.pos == "noun" and not (token.pos in ("NOUN", "PROPN") or token.tag in ("NN", "NNS", "VBG", "NNP", "NNPS")):
        return None
    if trigger.pos == "adjective" and not (token.pos == "ADJ" or token.tag in ("JJ", "VBN", "VBG", "RB")):
        return None
    merged = []
    at = i
    for word in trigger.words[1:]:
        for j in range(at + 1, min(len(s.tokens), i + WINDOW)):
            if (s.lower(j) == word or s.tokens[j].lemma.lower() == word) and (s.tokens[j].tag != "RP" or s.tokens[j].head == i):
                break  # "held by the rebels but cut off": that "off" is another verb's
        else:
            return None
        hyphened = j == at + 2 and s.tokens[at + 1].text in HYPHENS
        if not (j == at + 1 or hyphened or _hangs(s, j, i)):
            return None
        merged.append(j)
        at = j
    return tuple(merged)


def _noun_of_trigger(s: Sentence, i: int, merged: tuple[int, ...]) -> int:
    """The noun that governs a trigger of several words: "attack" in "chemical attack"."""
    above = [i]
    while s.tokens[above[-1]].head in merged and s.tokens[above[-1]].head not in above:
        above.append(s.tokens[above[-1]].head)
    return above[-1] if s.tokens[above[-1]].tag in ("NN", "NNS", "NNP", "NNPS") else i


def _only_modifies(s: Sentence, i: int, merged: tuple[int, ...], grammar: Grammar) -> bool:
    """Whether a noun of doing stands before a noun that is none ("attack helicopter", "Operations Command")."""
    last = merged[-1] if merged else i
    if s.tokens[i].head in merged:  # "air raid sirens"
        i = s.tokens[i].head
    head = s.tokens[i].head
    if s.relation(i) not in ("compound", "amod") or head <= last or s.tokens[head].tag not in ("NN", "NNS", "NNP", "NNPS"):
        return False
    return not any(t.pos == "noun" and t.card.kind not in PEOPLE_KINDS for t in grammar.triggers.get(s.lower(head), ()))


def _verb_like(s: Sentence, i: int) -> bool:
    token = s.tokens[i]
    if is_verbal(s, i):
        return not (
            token.tag == "VBG"
            and s.relation(i) in ("nsubj", "obj", "obl", "nmod", "compound")
            and any(s.relation(c) == "det" for c in s.children[i])
        )
    if token.pos == "ADJ" and token.dep == "amod":
        return token.text.lower().endswith(("ed", "en"))
    return s.passage.kind == "headline" and token.tag in ("NNS", "NNPS", "NN") and token.dep in ("root", "compound") and i > 0


def _hangs(s: Sentence, j: int, i: int) -> bool:
    """Whether token j lies below i within three steps, or i below j."""
    node = j
    for _ in range(3):
        if node == i:
            return True
        node = s.tokens[node].head
    return node == i


def _try(filling: Filling, trigger: Trigger, i: int, merged: tuple[int, ...]) -> tuple[list[Draft], str, tuple[int, ...]]:
    s, card = filling.s, trigger.card
    nominal = trigger.pos == "noun"
    args = arguments(s, i, _support(filling), tuple(m for m in merged if s.tokens[m].pos in ("NOUN", "PROPN")))
    if not nominal and not s.tokens[i].tag.startswith("VB"):
        args += _bare(s, i, args)
    for name, role in card.unless.items():
        if _fill(filling, card, name, role, args, {*merged}):
            return [], f"unless {name}: it is filled", ()
    filled: dict[str, list[Filler]] = {}
    used: set[int] = set()  # a phrase fills one role
    for name, role in card.roles.items():
        fillers = _fill(filling, card, name, role, args, {*merged} if role.hidden else {*merged, *used})
        used |= {f.head for f in fillers if not role.hidden}
        if role.is_required and not fillers:
            counted = " with a count" if role.count == "required" else ""
            return [], f"role {name}: nothing fits {' '.join(role.is_)} as {' or '.join(role.must)}{counted}", ()
        if fillers:
            filled[name] = fillers
    placed = any(
        a.near <= 1 and (a.relation in AT or a.relation in NEAR or a.relation in TOWARD) and filling.places(a.head)
        for a in args
        if not a.relation.startswith("purpose")
    )
    for group in card.any_of:
        if not any(name in filled for name in group) and not (placed and WHERE & set(group)):
            return [], f"none of the roles {', '.join(group)} is filled", ()
    rank = (len(trigger.words), sum(1 for r in card.roles.values() if r.is_required), len(filled), -card.order)
    return _drafts(filling, card, i, merged, args, filled), "", rank


def _bare(s: Sentence, i: int, args: list[Argument]) -> list[Argument]:
    """A verb that the tagger took for a noun: what stands before it and below it."""
    have = {a.head for a in args}
    return [Argument("agent", c) for c in s.kids(i, "compound", "nsubj") if c < i and c not in have]


def _support(filling: Filling) -> frozenset[str]:
    return frozenset(filling.grammar.shared["support"].forms)


def _fill(filling: Filling, card: Card, name: str, role: Role, args: Sequence[Argument], taken: set[int]) -> list[Filler]:
    for relation in role.is_:
        found: list[Filler] = []
        for a in sorted((a for a in args if a.relation == relation and a.head not in taken), key=lambda a: a.near):
            if found and a.near > found[0].near:
                break
            heads = (
                [a.head] if relation == "self" or a.near >= FALLBACK or _is_before(filling.s, a.head, args) else filling.s.conjuncts(a.head)
            )
            for head in heads:
                filler = filling.filler(card, name, role, head, a.near)
                if filler is not None and filler.head not in taken and all(f.head != filler.head for f in found):
                    found.append(filler)
            if found and a.near:
                break
        if found:
            return found
    return []


def _is_before(s: Sentence, head: int, args: Sequence[Argument]) -> bool:
    """Whether the predicate is an adjective before the noun: of "30 injured people and four bodies" the bodies are not injured."""
    i = next(a.head for a in args if a.relation == "self")
    return s.dep(i) == "amod" and s.tokens[i].head == head


def _drafts(
    filling: Filling, card: Card, i: int, merged: tuple[int, ...], args: list[Argument], filled: dict[str, list[Filler]]
) -> list[Draft]:
    """One draft per counted phrase ("killed 12 soldiers and three civilians" makes two), and one per part of it."""
    s = filling.s
    counts = [name for name, role in card.roles.items() if role.count != "none" and name in filled]
    counted_role = next((name for name in counts if any(f.quantity for f in filled[name])), counts[0] if counts else None)
    others = [f for name, fs in filled.items() if name != counted_role for f in fs]
    taken = {f.head for fs in filled.values() for f in fs}
    adjuncts = _adjuncts(filling, args, taken)
    times = _times(s, i, args, [f for fs in filled.values() for f in fs])
    if card.kind == "displacement" and any(f.role in ("origin", "destination") and f.places for f in others):
        adjuncts = [a for a in adjuncts if a.near == 0]  # where from and where to is said: what stands further off says neither
    base = [*others, *adjuncts]
    if counted_role is None:
        return [_draft(s, card, i, merged, base, None, times)]
    counted = [f for f in filled[counted_role] if not _is_part(s, f, filled[counted_role])]
    with_number = _counts(counted)
    drafts = []
    for f in with_number or counted[:1]:
        rest = [] if with_number else counted[1:]
        parts = _parts(filling, card, i, merged, f, base, times)
        told = {p.head for part in parts for p in part.fillers if p.places and p not in base}
        cut = min((part.counted.head for part in parts if part.counted and told), default=len(s.tokens))
        own = [b for b in base if not (b.places and b.head > cut)]  # what stands behind the first part is told of the parts
        drafts += [_draft(s, card, i, merged, [f, *rest, *own], f, times), *parts]
    if with_number and card.kind == "casualty":  # "six guards and the mayor were killed": who stands without a number is told apart
        drafts += [_draft(s, card, i, merged, [f, *base], f, times) for f in counted if f.quantity is None]
    return drafts


def _is_part(s: Sentence, f: Filler, all_of_them: Sequence[Filler]) -> bool:
    """Whether a phrase behind "including" or "among" is a part of one before it, which the parse took for a coordination."""
    wholes = [w.head for w in all_of_them if w.quantity is not None and w.head < f.head]
    return bool(wholes) and any(s.lower(t) in ("including", "among") for t in range(wholes[0] + 1, f.head))


def _counts(fillers: list[Filler]) -> list[Filler]:
    """Those with a number; a share told beside a count ("4,000 people, half of the town, fled") says the same again."""
    numbered = [f for f in fillers if f.quantity is not None]
    whole = [f for f in numbered if f.quantity is not None and f.quantity.unit != "percent"]
    return whole or numbered


def _parts(
    filling: Filling, card: Card, i: int, merged: tuple[int, ...], whole: Filler, base: list[Filler], times: tuple[TimeMention, ...]
) -> list[Draft]:
    """ "40 people, including 12 children": the part is a draft of its own, marked as a part."""
    s = filling.s
    found = []
    for first, last, m in s.quantities:
        if not whole.head < first <= whole.head + PART_REACH or not _may_be_part(m, whole.quantity):
            continue
        if not any(s.lower(t) in ("including", "among") for t in range(max(whole.head + 1, first - 3), first)):
            continue
        head = next((t for t in range(last, first - 1, -1) if s.tokens[t].pos in ("NOUN", "PROPN", "NUM")), last)
        if filling.is_people(head) or filling.is_force(head):
            part = filling.make(whole.role, head, 0, m)
            found.append(_draft(s, card, i, merged, [part, *base], part, times, is_part=True))
    return found or _shares(filling, card, i, merged, whole, base, times)


def _may_be_part(part: QuantityMention, whole: QuantityMention | None) -> bool:
    least = part.best or part.low or 0
    most = (whole.high or whole.best or whole.low) if whole else None
    return most is None or part.unit == "percent" or part.unit != (whole.unit if whole else None) or least <= most


def _shares(
    filling: Filling, card: Card, i: int, merged: tuple[int, ...], whole: Filler, base: list[Filler], times: tuple[TimeMention, ...]
) -> list[Draft]:
    """ "9,500 have returned – 1,500 to Bawiti and 8,000 to Siwa": each number with a place of its own is a draft."""
    s = filling.s
    dash = next((t for t in range(i + 1, len(s.tokens)) if s.tokens[t].text in SHARED_OUT), None)
    if dash is None or card.kind not in ("displacement", "population"):
        return []
    found: list[Draft] = []
    for first, last, m in s.quantities:
        role = BY_WORD.get(s.lower(last + 1)) if last + 1 < len(s.tokens) else None
        near = [(a, p) for a, p, q in s.places if last + 1 < a <= last + 4 and not q.adjectival]
        if first <= dash or role is None or not near or m.unit not in (None, "person", "household") or not _may_be_part(m, whole.quantity):
            continue
        kept = [f for f in base if not f.places and f.role not in BY_WORD.values()]
        part = filling.make(whole.role, last, 0, m)
        place = filling.make(role, near[0][1])
        draft = _draft(s, card, i, merged, [part, place, *kept], part, times, is_part=True)
        found.append(msgspec.structs.replace(draft, evidence=Span(m.start, s.span_of([near[0][1]]).end)))
    return found if len(found) > 1 else []


def _draft(
    s: Sentence,
    card: Card,
    i: int,
    merged: tuple[int, ...],
    fillers: list[Filler],
    counted: Filler | None,
    times: tuple[TimeMention, ...],
    is_part: bool = False,
) -> Draft:
    own = [f for f in fillers if not f.hidden and not (f.head == i and f.quantity is None and f.role != "at")]
    return Draft(
        card=card,
        passage=s.passage,
        trigger=i,
        trigger_span=s.span_of([i]),
        words=merged,
        evidence=_whole(
            s, s.span_of(_evidence(s, i, merged, [f for f in fillers if f.hidden or f in own], counted if is_part else None)), counted
        ),
        fillers=tuple(own),
        counted=counted,
        quantity=counted.quantity if counted else None,
        times=times,
        told=() if times else _told(s, i),
        part=is_part,
        state=_is_state(s, i),
        since=_is_since(s, i),
        verbal=is_verbal(s, i),
    )


def _whole(s: Sentence, span: Span, counted: Filler | None) -> Span:
    """The span with the words of the count, also those that the parser was not shown."""
    q = counted.quantity if counted else None
    if q is None or q.start < s.passage.start or q.end > s.passage.end:
        return span
    return Span(min(span.start, q.start), max(span.end, q.end))


def _told(s: Sentence, i: int) -> tuple[TimeMention, ...]:
    """When it was said, where the sentence says so: "the army announced on Monday that it had taken the town"."""
    for above in s.ancestors(i):
        if s.tokens[above].pos == "VERB" and any(s.relation(c) in ("ccomp", "parataxis") for c in s.children[above]):
            return _times(s, above, arguments(s, above), [])
    return ()


def _is_since(s: Sentence, i: int) -> bool:
    """Whether the clause counts from some beginning, dated or not: "since the war began"."""
    return any(s.lower(m) == "since" for c in s.kids(i, "obl", "advcl", "nmod") for m in s.kids(c, "mark", "case"))


def _is_state(s: Sentence, i: int) -> bool:
    """Whether a participle tells how things stand ("are displaced", "remain displaced"), not what happened."""
    if s.tokens[i].tag not in ("VBN", "JJ", "VBD"):
        return False
    if s.dep(i) == "amod":  # "displaced people"
        return True
    if any(s.lower(c) in ("is", "are", "'re", "’re") for c in s.kids(i, "aux:pass", "cop", "aux")) and not any(
        s.lower(c) == "being" for c in s.kids(i, "aux", "aux:pass")
    ):
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
            tokens |= set(s.subtree(f.head, without=PHRASE_ENDS))
        if f.quantity is not None:
            tokens |= {t for first, last, m in s.quantities if m is f.quantity for t in range(first, last + 1)}
    return tokens


def _adjuncts(filling: Filling, args: list[Argument], taken: set[int]) -> list[Filler]:
    """Places that the clause says it happened in, near or toward, where no role took them."""
    found: list[Filler] = []
    for a in sorted(args, key=lambda a: a.near):
        role = "at" if a.relation in AT else "near" if a.relation in NEAR else "toward" if a.relation in TOWARD else None
        if role is None or a.head in taken or (role == "at" and any(f.role == "at" and f.near < a.near for f in found)):
            continue
        for head in filling.s.conjuncts(a.head):
            if head not in taken and filling.is_place(head) and (a.relation != "compound" or filling.places(head)):
                taken.add(head)
                found.append(filling.make(role, head, a.near))
    return found


def _times(s: Sentence, i: int, args: list[Argument], fillers: list[Filler]) -> tuple[TimeMention, ...]:
    """Time mentions of the predicate's own clause, nearest first."""
    found: list[tuple[int, int, TimeMention]] = []
    heads = {a.head: a.near for a in args if a.relation in TIME_RELATIONS or a.relation.startswith("since")}
    clause = set(s.subtree(i, without=("ccomp", "advcl", "parataxis", "conj", "acl", "appos")))
    for f in fillers:
        if f.near == 0:
            clause |= set(s.subtree(f.head, without=("ccomp", "advcl", "parataxis", "acl", "appos")))
    for head in heads:
        clause |= set(s.subtree(head, without=("acl", "advcl", "ccomp", "parataxis", "appos")))
    for first, last, m in s.times:
        if m.value_start is None and m.value_end is None and m.kind == "time":
            continue
        if _of_comparison(s, first):
            continue  # "up from 100,000 two weeks ago"
        if m.kind == "duration" and m.relation not in ("since", "for", "during") and m.value_start is None:
            continue
        if any(t in clause for t in range(first, last + 1)):
            direct = min((heads[t] for t in range(first, last + 1) if t in heads), default=3)
            found.append((direct, abs(first - i), m))
    begun = _since_clause(s, i)
    found = [f for f in found if all(f[2].start != b[2].start for b in begun)] + begun
    if not found and (told := _when_before(s, i)) is not None:
        return (told,)
    if not found:
        above = _time_governor(s, i)
        return _times(s, above, arguments(s, above), []) if above is not None else ()
    return tuple(m for _, _, m in sorted(found, key=lambda x: (x[0], x[1])))


def _of_comparison(s: Sentence, first: int) -> bool:
    """Whether a time belongs to the number that another is compared with: "up from 77,826 people at the beginning of December"."""
    number = next((k for k in range(first - 1, max(-1, first - 5), -1) if s.tokens[k].pos == "NUM"), None)
    if number is None or number < 1 or any(s.tokens[k].pos not in IN_BETWEEN for k in range(number + 1, first)):
        return False
    before, moved = s.lower(number - 1), s.lower(number - 2) if number > 1 else ""
    if before == "from":
        return number == first - 1 or moved in COMPARED
    return before in ("with", "to") and moved == "compared"


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


def _when_before(s: Sentence, i: int) -> TimeMention | None:
    """ "The siege of March 1993, when 40 people were killed": the time that stands right before the "when" of the clause."""
    for v in (i, *s.ancestors(i)):
        if not s.dep(v).startswith(("acl", "advcl")):
            continue
        whens = [c for c in s.kids(v, "advmod", "mark") if s.lower(c) == "when" and c < v]
        if whens:
            before = [(last, m) for _, last, m in s.times if whens[0] - WHEN_REACH <= last < whens[0] and (m.value_start or m.value_end)]
            return max(before, key=lambda x: x[0])[1] if before else None
    return None


def _runs_to(s: Sentence, mark: int, first: int) -> bool:
    """Whether nothing but nouns stands between a "since" and a time, wherever the parse hangs it."""
    return mark < first <= mark + SINCE_REACH and not any(s.tokens[t].pos in ("VERB", "AUX", "PUNCT") for t in range(mark + 1, first))


def _time_governor(s: Sentence, i: int) -> int | None:
    """The clause whose time this one shares: the first of two coordinated verbs, the main clause of a participle."""
    head, relation = s.tokens[i].head, s.relation(i)
    if head == i:
        return None
    if not is_verbal(s, i):
        top = i
        for _ in range(CHAIN):  # "the scene of an attack by", "in retaliation for the killing of": of the same day as the noun above
            if s.relation(top) in ("nmod", "conj", "appos") and not is_verbal(s, s.tokens[top].head):
                top = s.tokens[top].head
        above = s.tokens[top].head
        if s.relation(top) in ("obj", "nsubj", "obl") and is_verbal(s, above) and s.tokens[above].lemma.lower() not in STANCES:
            return above
        return top if top != i and s.kids(top, "cop") else None
    if relation in ("conj", "xcomp") or (relation == "advcl" and s.tokens[i].tag in ("VBG", "VBN")):
        return head if is_verbal(s, head) else None
    return None


def spans_text(s: Sentence, span: Span) -> str:
    """The words of a span, for explanations."""
    return s.text_of(span)
