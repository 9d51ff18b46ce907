"""The gate loses nothing that a card reads, and holds back what no card could."""

import re

import pytest

from marsad.flow import all_passages, prepare
from marsad.grammar.load import load_grammar
from marsad.grammar.needs import load_gate
from marsad.model.report import Report

MARK = re.compile(r"\[([^\]]+)\]\((\w+)\)")
EXAMPLES = [(card.id, MARK.sub(r"\1", example)) for card in load_grammar().cards for example in card.examples]


def passing(text: str, conflict: bool = True) -> list[str]:
    one = prepare(Report(id="example", text=text, sha256="0" * 64))
    return [p.text for p in load_gate().candidates(all_passages(one), one.mentions, conflict)]


@pytest.mark.parametrize(("card", "text"), EXAMPLES, ids=[f"{card}-{n}" for n, (card, _) in enumerate(EXAMPLES)])
def test_every_example_passes(card: str, text: str) -> None:
    assert passing(text), f"the gate loses {text!r} of {card}"


@pytest.mark.parametrize(
    "text", ["The weather stayed dry all week.", "The committee will meet again in June.", "Tickets cost four euros at the door.", "..."]
)
def test_a_sentence_without_a_trigger_is_not_parsed(text: str) -> None:
    assert passing(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Agents seized some items and sent them to the laboratory.",  # only an armed group abducts by seizing
        "The winners received $48,000 for their work.",  # money counts nobody
        "The city of 40,000 people elected a mayor.",
    ],
)
def test_in_a_report_of_peace_only_what_may_stand_there_is_parsed(text: str) -> None:
    assert passing(text, conflict=False) == []
    assert passing("Some 4,800 families fled the town.", conflict=False) != []


@pytest.mark.parametrize(
    ("text", "conflict"),
    [
        ("Gunmen shelled the market and militants kidnapped six villagers.", True),
        ("The orchestra played Brahms and the choir sang.", False),
    ],
)
def test_words_of_conflict_open_a_report(text: str, conflict: bool) -> None:
    assert load_gate().tells_of_conflict(Report(id="r", text=text, sha256="0" * 64)) is conflict
