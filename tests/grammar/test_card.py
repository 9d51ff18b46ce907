"""A typo in a card or a word list stops the load and says where, what, and what is allowed."""

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from marsad.grammar.card import ROLE_NAMES, make_card
from marsad.grammar.load import Grammar, check, load_grammar, read_cards
from marsad.grammar.words import read_word_lists, shared_lists

GOOD: dict[str, Any] = {
    "id": "en.displacement.trial",
    "says": "People leave a place.",
    "trigger": "leave",
    "roles": {"who": {"is": ["agent"], "must": "people", "count": "optional"}, "origin": {"is": ["from"], "must": "place"}},
    "claim": {"type": "displaced"},
    "examples": ["[Villagers](who) left [Kadugli](origin)."],
    "not": [{"text": "Troops left.", "why": "fighters"}],
}


def typo(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    raw = copy.deepcopy(GOOD)
    change(raw)
    return raw


TYPOS = {
    "key": (typo(lambda c: c.update(rolls={})), "rolls", ""),
    "missing key": (typo(lambda c: c.pop("says")), "says", ""),
    "claim key": (typo(lambda c: c["claim"].update(mesure="stock")), "mesure", ""),
    "type": (typo(lambda c: c["claim"].update(type="displacd")), "displacd", "displacement"),
    "measure": (typo(lambda c: c["claim"].update(measure="stok")), "stok", ""),
    "status": (typo(lambda c: c["claim"].update(status="sure")), "sure", ""),
    "role": (typo(lambda c: c["roles"].update(orgin={"is": ["from"]})), "orgin", "origin"),
    "role key": (typo(lambda c: c["roles"]["who"].update(mst="people")), "mst", "must"),
    "count": (typo(lambda c: c["roles"]["who"].update(count="optionl")), "optionl", "optional"),
    "alias": (typo(lambda c: c["roles"]["who"].update({"as": "victm"})), "who", "victim"),
    "any_of": (typo(lambda c: c.update(any_of=[["destinaton"]])), "destinaton", ""),
    "unless key": (typo(lambda c: c.update(unless={"place": {"iz": ["patient"]}})), "iz", "must"),
    "bare on": (typo(lambda c: c["roles"]["who"].update({"is": ["agent", True]})), "who", '"on"'),
    "no example": (typo(lambda c: c.update(examples=[])), "example", ""),
    "no counter-example": (typo(lambda c: c.pop("not")), "not", ""),
}


def test_the_card_without_a_typo_is_taken() -> None:
    card = make_card(GOOD, "displacement", 0)
    assert (card.id, card.kind, card.trigger) == ("en.displacement.trial", "displacement", ("leave",))
    assert set(card.roles) <= set(ROLE_NAMES)


@pytest.mark.parametrize(("raw", "bad", "allowed"), TYPOS.values(), ids=list(TYPOS))
def test_typo_names_file_card_word_and_remedy(raw: dict[str, Any], bad: str, allowed: str, tmp_path: Path) -> None:
    (tmp_path / "rules.en.yml").write_text(yaml.safe_dump([raw]), encoding="utf-8")
    with pytest.raises(ValueError, match=r"rules\.en\.yml: card en\.displacement\.trial") as caught:
        read_cards(tmp_path, "displacement", "en", 0)
    assert bad in str(caught.value)
    assert allowed in str(caught.value)


@pytest.mark.parametrize("where", ["trigger", "must", "never"])
def test_unknown_word_list_is_named(where: str) -> None:
    raw = typo(lambda c: c.update(trigger="leeve") if where == "trigger" else c["roles"]["who"].update({where: "leeve"}))
    with pytest.raises(ValueError, match=r"card en\.displacement\.trial: word list 'leeve' does not exist; allowed: .*flee"):
        check(Grammar([make_card(raw, "displacement", 0)], load_grammar().lists, shared_lists()))


def test_an_id_used_twice_is_refused() -> None:
    card = load_grammar().cards[0]
    with pytest.raises(ValueError, match=f"card {card.id}: the id is used twice"):
        check(Grammar([card, card], load_grammar().lists, shared_lists()))


@pytest.mark.parametrize(
    ("content", "bad"),
    [
        ("flee: {pos: vrb, words: [flee]}", "vrb"),
        ("flee: [flee]", "expected pos and words"),
        ("flee: {pos: verb, word: [flee]}", "expected pos and words"),
        ("flee: {pos: verb, words: []}", "expected pos and words"),
    ],
)
def test_malformed_word_list_names_file_and_list(content: str, bad: str, tmp_path: Path) -> None:
    file = tmp_path / "words.en.yml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match=r"words\.en\.yml: .*flee") as caught:
        read_word_lists(file)
    assert bad in str(caught.value)
