"""What a card found in a sentence, before times, places, actors and sources are anchored."""

from typing import NamedTuple

import msgspec

from marsad.grammar.card import Card
from marsad.model.claim import Status
from marsad.model.mention import ActorMention, PlaceMention, QuantityMention, Span, TimeMention
from marsad.model.passage import Passage


class Filler(NamedTuple):
    """A phrase that fills a role, with the mentions that it holds; `noun` is the token that names it."""

    role: str  # the contract's name
    head: int
    noun: int
    span: Span
    text: str
    near: int = 0
    quantity: QuantityMention | None = None
    places: tuple[PlaceMention, ...] = ()
    actor: ActorMention | None = None
    hidden: bool = False
    site: bool = False  # named by a noun for a place, whoever else its words name ("the army's barracks")


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A claim in the making; `trigger` is the token of the predicate, offsets are those of the report's field."""

    card: Card
    passage: Passage
    trigger: int
    trigger_span: Span
    words: tuple[int, ...] = ()  # the trigger's further tokens
    evidence: Span
    fillers: tuple[Filler, ...]
    counted: Filler | None = None  # whose number is the claim's quantity
    quantity: QuantityMention | None = None
    times: tuple[TimeMention, ...] = ()
    told: tuple[TimeMention, ...] = ()  # when it was said, where no time of its own is given
    status: Status = "asserted"
    since: bool = False  # the clause counts from some beginning
    state: bool = False  # told as how things stand ("are displaced")
    verbal: bool = False  # the trigger is a verb
    aside: int | None = None  # the verb of the relative clause on a subject that the trigger stands in
    elsewhen: tuple[int, ...] = ()  # where times begin that stand in such a clause apart from the trigger
    part: bool = False  # a part of the count beside it ("including 12 children")
    out_of_reach: bool = False  # access that is told not to be
    otherwise: tuple["Draft", ...] = ()  # what the trigger tells where the denial that its card needs is not there
    reasons: tuple[str, ...] = ()
