"""Every card reads its examples, exactly and alone of its kind, leaves its `not` sentences, and misses its known gaps."""

import re

import pytest

from marsad.claims.read import Explained
from marsad.flow import all_passages, finish, parse, prepare
from marsad.grammar.card import Card
from marsad.grammar.draft import Draft
from marsad.grammar.load import load_grammar
from marsad.model.report import Report

CARDS = load_grammar().cards
MARK = re.compile(r"\[([^\]]+)\]\((\w+)\)")


def drafts(text: str) -> list[Draft]:
    one = prepare(Report(id="example", text=text, sha256="0" * 64))
    passages = all_passages(one)  # a lone sentence need not tell of a conflict: the gate is tested elsewhere
    trees = parse(one.along.beside(passages))
    explained: list[Explained] = []
    finish(one, {(p.field, p.index): t for p, t in zip(passages, trees, strict=True)}, explained)
    return [d for one in explained for d, hedge in one.drafts if not hedge.drop]


def plain(example: str) -> tuple[str, list[tuple[str, str]]]:
    return MARK.sub(r"\1", example), [(m[2], m[1]) for m in MARK.finditer(example)]


def bare(words: str) -> str:
    return re.sub(r"^(the|a|an|its|their|his|her) ", "", words.strip(), flags=re.I).lower()


def ids(sentences: list[tuple[Card, str]]) -> list[str]:
    counts: dict[str, int] = {}
    names = []
    for card, _ in sentences:
        counts[card.id] = counts.get(card.id, -1) + 1
        names.append(f"{card.id}[{counts[card.id]}]")
    return names


EXAMPLES = [(c, e) for c in CARDS for e in c.examples]
NOTS = [(c, n.text) for c in CARDS for n in c.not_]
GAPS = [(c, n.text) for c in CARDS for n in c.gaps]


@pytest.mark.parametrize(("card", "example"), EXAMPLES, ids=ids(EXAMPLES))
def test_card_reads_its_example_with_exact_roles(card: Card, example: str) -> None:
    text, roles = plain(example)
    found = [d for d in drafts(text) if d.card.kind == card.kind]
    assert [d for d in found if d.card.id == card.id], f"read by {[d.card.id for d in found] or 'no card'}"
    fillers = {(f.role, bare(f.text)) for d in found if d.card.id == card.id for f in d.fillers}
    missing = [
        (role, words) for role, words in roles if (card.roles[role].as_ or role if role in card.roles else role, bare(words)) not in fillers
    ]
    assert not missing, f"roles {missing} not among {sorted(fillers)}"


@pytest.mark.parametrize(("card", "text"), NOTS, ids=ids(NOTS))
def test_card_leaves_what_is_not_its_own(card: Card, text: str) -> None:
    assert card.id not in [d.card.id for d in drafts(text)]


@pytest.mark.parametrize(("card", "example"), GAPS, ids=ids(GAPS))
def test_known_gap_is_still_a_gap(card: Card, example: str) -> None:
    text, _ = plain(example)
    assert card.id not in [d.card.id for d in drafts(text)], "this gap is read now: move it to the examples"
