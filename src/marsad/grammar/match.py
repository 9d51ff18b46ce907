"""Cards against a sentence: for each trigger the frame is built once, and the card that fills most roles makes the draft."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec

from marsad.grammar.argument import FALLBACK, Argument
from marsad.grammar.build import build
from marsad.grammar.card import Card, Role
from marsad.grammar.draft import Draft, Filler
from marsad.grammar.fill import Filling
from marsad.grammar.listing import named_in_list
from marsad.grammar.load import Grammar, Trigger
from marsad.grammar.notice import notice
from marsad.grammar.once import once
from marsad.grammar.reference import Discourse
from marsad.grammar.sentence import Sentence
from marsad.grammar.trigger import matches, noun_of_trigger, only_modifies
from marsad.grammar.where import AT, NEAR, TOWARD

PLACES = {"place", "part_of_country"}
WHERE = {"place", "where", "at", "target"}  # roles that say where it was: a phrase of place beside the predicate does as well


class Tried(NamedTuple):
    """A card that was tried and where it stopped (empty: it made a draft)."""

    card: str
    trigger: str
    stopped: str


def match(s: Sentence, grammar: Grammar, discourse: Discourse, tried: list[Tried] | None = None) -> list[Draft]:
    """The drafts of a sentence, at most one card per trigger and kind; `tried` collects every card with its outcome."""
    filling = Filling(s, grammar, discourse)
    discourse.notice(list(notice(s, filling)))
    best: dict[tuple[int, str], tuple[tuple[int, ...], list[Draft]]] = {}
    told: dict[tuple[int, str], tuple[tuple[int, ...], list[Draft]]] = {}  # the same of the cards that need no denial
    taken: dict[tuple[int, str], int] = {}  # words of a longer trigger, and how many it has: "bombing" in "bombing raid"
    for i in range(len(s.tokens)):
        for trigger in grammar.triggers.get(s.lower(i), ()):
            merged = matches(s, i, trigger)
            if merged is None or (trigger.pos == "noun" and only_modifies(s, i, merged, grammar)):
                continue
            at = noun_of_trigger(s, i, merged) if trigger.pos == "noun" else i
            drafts, stopped, rank = _try(filling, trigger, at, merged if at == i else (i, *(m for m in merged if m != at)))
            if tried is not None:
                tried.append(Tried(trigger.card.id, " ".join(trigger.words), stopped))
            if not drafts:
                continue
            key = (at, trigger.card.kind)
            if not trigger.card.claim.when_denied and (key not in told or rank > told[key][0]):
                told[key] = (rank, drafts)
            if key not in best or rank > best[key][0]:
                best[key] = (rank, drafts)
                for word in (w for w in (i, *merged) if w != at):
                    taken[word, trigger.card.kind] = max(len(trigger.words), taken.get((word, trigger.card.kind), 0))
    kept = [(key, drafts) for key, (rank, drafts) in sorted(best.items()) if taken.get(key, 0) <= rank[0]]
    return once(s, [d for key, drafts in kept for d in _with_other(drafts, told[key][1] if key in told else [])])


def _with_other(drafts: list[Draft], told: list[Draft]) -> list[Draft]:
    """The drafts of a trigger; the first of those that need a denial holds what the trigger tells where there is none."""
    if not drafts[0].card.claim.when_denied:
        return drafts
    return [msgspec.structs.replace(drafts[0], otherwise=tuple(told)), *drafts[1:]]


def _try(filling: Filling, trigger: Trigger, i: int, merged: tuple[int, ...]) -> tuple[list[Draft], str, tuple[int, ...]]:
    s, card = filling.s, trigger.card
    args, by_relation = filling.frame(i, merged, trigger.pos != "noun" and not s.tokens[i].tag.startswith("VB"))
    for name, role in card.roles.items():
        if role.is_required and by_relation.keys().isdisjoint(role.is_):
            return [], _unfilled(name, role), ()
    for name, role in card.unless.items():
        if _fill(filling, card, name, role, by_relation, {*merged}):
            return [], f"unless {name}: it is filled", ()
    filled: dict[str, list[Filler]] = {}
    used: set[int] = set()  # a phrase fills one role
    for name, role in card.roles.items():
        fillers = _fill(filling, card, name, role, by_relation, {*merged} if role.hidden else {*merged, *used})
        used |= {f.head for f in fillers if not role.hidden}
        if role.is_required and not fillers:
            return [], _unfilled(name, role), ()
        if fillers:
            filled[name] = fillers
    placed = any(
        a.near <= 1 and (a.relation in AT or a.relation in NEAR or a.relation in TOWARD) and filling.phrases.places(a.head)
        for a in args
        if not a.relation.startswith("purpose")
    )
    for group in card.any_of:
        if not any(name in filled for name in group) and not (placed and WHERE & set(group)):
            return [], f"none of the roles {', '.join(group)} is filled", ()
    doer = card.roles.get("agent") if card.kind == "event" and "agent" not in filled else None
    if doer is not None and not {"agent", "by"}.isdisjoint(doer.is_):  # whom others say to have done it makes no deed of what was none
        blamed = _fill(filling, card, "agent", doer, by_relation, {*merged, *used}, ("blamed",))
        filled |= {"agent": blamed} if blamed else {}
    rank = (len(trigger.words), sum(1 for r in card.roles.values() if r.is_required), len(filled), -card.order)
    return build(filling, card, i, merged, args, filled), "", rank


def _unfilled(name: str, role: Role) -> str:
    counted = " with a count" if role.count == "required" else ""
    return f"role {name}: nothing fits {' '.join(role.is_)} as {' or '.join(role.must)}{counted}"


def _fill(
    filling: Filling,
    card: Card,
    name: str,
    role: Role,
    args: Mapping[str, Sequence[Argument]],
    taken: set[int],
    relations: Sequence[str] = (),
) -> list[Filler]:
    for relation in relations or role.is_:
        found: list[Filler] = []
        for a in args.get(relation, ()):
            if a.head in taken:
                continue
            if found and a.near > found[0].near:
                break
            heads = _heads(filling.s, relation, a, args)
            if not PLACES.isdisjoint(role.must):
                heads = [*heads, *(n for h in heads for n in named_in_list(filling.s, h) if n not in heads)]
            for head in heads:
                filler = filling.filler(card, name, role, head, a.near)
                if filler is not None and filler.head not in taken and all(f.head != filler.head for f in found):
                    found.append(filler)
            if found and a.near:
                break
        if found:
            return found
    return []


def _heads(s: Sentence, relation: str, a: Argument, args: Mapping[str, Sequence[Argument]]) -> list[int]:
    """A phrase and what is coordinated with it; beside a place that was tried last only places: "in Zintan, Rawa and Hit"."""
    if relation == "self" or _is_before(s, a.head, args):
        return [a.head]
    together = s.conjuncts(a.head)
    return together if a.near < FALLBACK else [h for h in together if h == a.head or s.at_token(s.places, h)]


def _is_before(s: Sentence, head: int, args: Mapping[str, Sequence[Argument]]) -> bool:
    """Whether the predicate is an adjective before the noun: of "30 injured people and four bodies" the bodies are not injured."""
    i = args["self"][0].head
    return s.dep(i) == "amod" and s.tokens[i].head == head
