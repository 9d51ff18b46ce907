"""Every kind's folder tells the truth about its cards: types, roles, measures and words."""

from typing import get_args

import pytest

from marsad.claims.kinds import HEADINGS, KINDS, VERBS
from marsad.grammar.card import Card
from marsad.grammar.load import load_grammar
from marsad.model.claim import TYPES, ActorRole, Kind, Measure, PlaceRole

CARDS = (*load_grammar().cards, *load_grammar().columns)


def test_every_kind_and_type_is_described() -> None:
    assert {name: kind.types for name, kind in KINDS.items()} == TYPES
    assert set(KINDS) == set(get_args(Kind))


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_card_keeps_to_its_kind(card: Card) -> None:
    kind = KINDS[card.kind]
    named = {role.as_ or name for name, role in card.roles.items() if not role.hidden}
    assert card.claim.type in kind.types
    assert named & set(get_args(PlaceRole)) - set(get_args(ActorRole)) <= kind.places
    assert named & set(get_args(ActorRole)) - set(get_args(PlaceRole)) <= kind.actors
    assert card.claim.measure is None or card.claim.measure in kind.measures


def test_every_type_has_its_heading_and_every_verb_its_type() -> None:
    types = {type_ for kind in TYPES.values() for type_ in kind}
    assert set(HEADINGS) == types
    assert {type_ for type_, _ in VERBS} <= types
    assert {measure for _, measure in VERBS} <= {"", "things", "denied", *get_args(Measure)}


@pytest.mark.parametrize("kind", ["displacement", "population", "casualty", "response"])
def test_every_count_of_people_has_a_verb(kind: Kind) -> None:
    assert {type_ for type_, _ in VERBS} >= set(TYPES[kind])
