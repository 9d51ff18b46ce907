"""What a pronoun points back to: the nearest phrase that agrees; unsure stays unresolved."""

import pytest

from grammar_trees import sentence
from marsad.grammar.reference import Discourse, Noticed
from marsad.model.mention import ActorMention, PlaceMention

ARMY = ActorMention(start=0, end=4, text="army", name="Army")
HIT = PlaceMention(start=0, end=3, text="Hit", name="Hit")


def noticed(label: str, passage: int = 0, *, plural: bool = True, subject: bool = True, token: int = 0) -> Noticed:
    return Noticed(passage, token, label, plural, subject, ARMY if label != "people" else None)


CASES = [
    ("they", [noticed("people")], "people"),
    ("they", [noticed("people", plural=False)], None),
    ("they", [noticed("force", plural=False)], "force"),
    ("it", [noticed("force", plural=False)], "force"),
    ("it", [noticed("people")], None),
    ("he", [noticed("person", plural=False), noticed("force")], "person"),
    ("she", [noticed("people")], None),
    ("we", [noticed("people")], None),
    ("rebels", [noticed("people")], None),
    ("they", [noticed("people", subject=False), noticed("force", subject=True)], "force"),
    ("they", [], None),
]


@pytest.mark.parametrize(("word", "before", "label"), CASES, ids=[f"{word}-{n}" for n, (word, _, _) in enumerate(CASES)])
def test_antecedent(word: str, before: list[Noticed], label: str | None) -> None:
    discourse = Discourse()
    discourse.notice(before)
    found = discourse.antecedent(sentence([f"{word}/PRP/2/nsubj", "fled/VBD/0/root"], index=1), 0)
    assert (found.label if found else None) == label


def test_the_nearer_sentence_decides() -> None:
    discourse = Discourse()
    discourse.notice([noticed("force", 0), noticed("people", 1)])
    s = sentence(["they/PRP/2/nsubj", "fled/VBD/0/root"], index=2)
    assert discourse.is_people(s, 0)
    assert not discourse.is_force(s, 0)


def test_it_reaches_no_further_than_three_sentences() -> None:
    discourse = Discourse()
    discourse.notice([noticed("people", 0)])
    assert discourse.is_people(sentence(["they/PRP/1/root"], index=3), 0)
    assert not discourse.is_people(sentence(["they/PRP/1/root"], index=4), 0)


def test_people_have_no_actor_and_a_force_has() -> None:
    discourse = Discourse()
    discourse.notice([noticed("force", plural=False)])
    assert discourse.actor(sentence(["it/PRP/1/root"], index=1), 0) == ARMY


def test_it_may_stand_for_the_place_just_named() -> None:
    discourse = Discourse()
    discourse.notice([Noticed(0, 2, "place", False, False, None, (HIT,))])
    assert discourse.places(sentence(["it/PRP/1/root"], index=1), 0) == (HIT,)
    assert discourse.places(sentence(["it/PRP/1/root"], index=2), 0) == ()
