"""One draft for one count of people: whom a noun only names is told of by the predicate beside it."""

from collections.abc import Iterator, Sequence

import msgspec

from marsad.grammar.abroad import is_abroad
from marsad.grammar.draft import Draft
from marsad.grammar.sentence import Sentence

PEOPLE_KINDS = ("displacement", "population")
OVER_BORDERS = {"displaced", "sheltering", "refugee"}  # what refugees are told of in these terms, they are told of as refugees


def one_per_count(s: Sentence, drafts: Sequence[Draft], dropped: Sequence[Draft] = ()) -> Iterator[Draft | None]:
    """For each draft itself or None where it tells again of a count: whom a noun only names ("12,000 displaced people", "9,000 refugees")
    is told of by the predicate beside it, where there is one; `dropped` are drafts whose words make no claim."""
    kept: list[Draft] = []
    trapped = {d.trigger for d in drafts if d.card.claim.type == "trapped"}
    for n, d in enumerate(drafts):
        same = [o for o in drafts if o is not d and o.quantity is d.quantity] if d.quantity is not None else []
        if any(o.card.claim.type == "refugee" for o in same) and d.card.claim.type in OVER_BORDERS and d.card.kind == "displacement":
            d = _as_refugees(d)
        elif d.card.claim.abroad is not None and (is_abroad(s, d) or _of_those_abroad(s, d, drafts)):
            d = _as_refugees(d)
        fuller = any(_same_type(o, d) and _fullness(o) > _fullness(d) for o in drafts[n + 1 :] if o in same)
        stays = d.card.kind == "displacement" and d.trigger in trapped  # "unable to leave": that they did not is no claim of its own
        again = d.card.kind in PEOPLE_KINDS and (stays or fuller or _tells_again(s, d, same, kept) or _unsaid(s, d, dropped))
        if not again:
            kept.append(d)
        yield None if again else d


def _of_those_abroad(s: Sentence, d: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether they are a part of those who went abroad: "40,000 have entered Tanzania, 22,000 of them in Kigoma"."""
    there = _countries(d)
    beside = (o for o in drafts if o is not d and o.trigger == d.trigger and o.card.id == d.card.id)
    return bool(there) and any(there <= _countries(o) and is_abroad(s, o) for o in beside)


def _countries(d: Draft) -> set[str]:
    """The countries that a draft takes people to or puts them in."""
    return {m.country for f in d.fillers if f.role in ("destination", "at") for m in f.places[:1] if m.country}


def _unsaid(s: Sentence, d: Draft, dropped: Sequence[Draft]) -> bool:
    """Whether a noun names whom a clause speaks of that makes no claim: "a camp to house 9,000 refugees"."""
    return _names(s, d) and any(o.quantity is d.quantity and o.card.kind == d.card.kind for o in dropped)


def _tells_again(s: Sentence, d: Draft, same: list[Draft], kept: list[Draft]) -> bool:
    if d.quantity is None:
        return _names(s, d) or _only_identifies(s, d)  # "displaced families queued": who they are, and nothing of them
    told = [o for o in same if o.card.claim.type != "resident"]  # which itself gives way to any other
    if _names(s, d) and any(not _names(s, o) or _fullness(o) > _fullness(d) for o in told):
        return True
    if d.card.claim.type == "resident" and any(o.card.kind in PEOPLE_KINDS or not d.verbal for o in same):
        return True  # "480,000 people live in besieged areas"
    if d.card.claim.type == "remaining" and any(o.card.claim.type in ("sheltering", "trapped") for o in same):
        return True  # "900 families stay in schools", "thousands remain trapped"
    if d.card.claim.type == "trapped" and any(o.card.kind == "casualty" for o in same):
        return True  # "were caught in the crossfire and died"
    if (_names(s, d) or not d.verbal) and any(_befell(o, d) for o in same):
        return True  # "killed 60 people at a camp"
    return any(o.quantity is d.quantity and _same_type(o, d) for o in kept)


def _same_type(one: Draft, other: Draft) -> bool:
    return (one.card.kind, one.card.claim.type) == (other.card.kind, other.card.claim.type)


def _as_refugees(d: Draft) -> Draft:
    claim = msgspec.structs.replace(d.card.claim, type="refugee")
    return msgspec.structs.replace(d, card=msgspec.structs.replace(d.card, claim=claim))


def _befell(o: Draft, d: Draft) -> bool:
    """Whether a draft tells what was done to those whom the other only names."""
    return o.card.kind in ("casualty", "event") and d.counted is not None and any(f.head == d.counted.head for f in o.fillers)


def _names(s: Sentence, d: Draft) -> bool:
    """Whether the trigger is no predicate: the counted noun itself, an adjective before it, a noun that says where they are."""
    if d.counted is None or d.verbal and (s.relation(d.trigger) != "amod" or s.is_clause_misread(d.counted.head)):
        return d.counted is not None and d.card.claim.type == "resident" and s.tokens[d.trigger].head == d.counted.head
    return d.trigger in set(s.subtree(d.counted.head, without=("conj", "parataxis")))


def _only_identifies(s: Sentence, d: Draft) -> bool:
    """Whether a clause without number or place only says who is meant: "those displaced by the violence"."""
    return s.relation(d.trigger) in ("acl", "amod") and not any(f.role != (d.counted.role if d.counted else "who") for f in d.fillers)


def _fullness(d: Draft) -> tuple[bool, int, bool]:
    return (d.quantity is not None, len(d.fillers), d.verbal)
