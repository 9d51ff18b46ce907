"""All cards and word lists of a language, checked and indexed by the forms of their triggers."""

import functools
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, cast, get_args

import msgspec

import marsad
from marsad.grammar.card import CLASSES, Card, make_card
from marsad.grammar.words import WordList, lists_of, shared_lists
from marsad.languages import load_yaml
from marsad.model.claim import Kind

KINDS: tuple[Kind, ...] = get_args(Kind)


class Trigger(NamedTuple):
    """One entry of a word list as the trigger of a card."""

    card: Card
    words: tuple[str, ...]
    pos: str


class Grammar:
    """Cards of sentences and of columns, their word lists, and for each surface form the triggers, or heads, that it may begin."""

    def __init__(
        self, cards: list[Card], lists: dict[Kind, dict[str, WordList]], shared: dict[str, WordList], columns: Sequence[Card] = ()
    ) -> None:
        self.cards = cards
        self.columns = tuple(columns)
        self.lists = lists
        self.shared = shared
        self.by_id = {card.id: card for card in (*cards, *columns)}
        self.triggers = self._triggers(cards)
        self.heads = self._triggers(columns)

    def _triggers(self, cards: Sequence[Card]) -> dict[str, list[Trigger]]:
        found: dict[str, list[Trigger]] = {}
        for card in cards:
            for name in card.trigger:
                words = self.find(card, name)
                for form, entries in words.forms.items():
                    for entry in entries:
                        found.setdefault(form, []).append(Trigger(card, entry, words.pos))
        return found

    def find(self, card: Card, name: str) -> WordList:
        """The list that a card names: its kind's own before the shared one."""
        folder = cast("Kind", card.id.split(".")[1])
        own = self.lists.get(folder, {})
        if name in own:
            return own[name]
        if name in self.shared:
            return self.shared[name]
        allowed = sorted({*own, *self.shared})
        raise ValueError(f"card {card.id}: word list {name!r} does not exist; allowed: {', '.join(allowed)}")


def check(grammar: Grammar) -> None:
    """Whether every list that a card names exists and no id is used twice; ValueError says which."""
    seen: set[str] = set()
    for card in (*grammar.cards, *grammar.columns):
        if card.id in seen:
            raise ValueError(f"card {card.id}: the id is used twice")
        seen.add(card.id)
        for role in (*card.roles.values(), *card.unless.values()):
            for name in (*role.must, *role.never):
                if name not in CLASSES:
                    grammar.find(card, name)


def read_cards(folder: Path, kind: Kind, language: str, order: int) -> list[Card]:
    """The cards of one kind: `rules.en.yml` and, where there are many, `rules.en.<group>.yml`; ValueError names the file of a typo."""
    cards: list[Card] = []
    for file in [folder / f"rules.{language}.yml", *sorted(folder.glob(f"rules.{language}.*.yml"))]:  # of two that fit, the first wins
        cards += _cards_of(file, kind, order + len(cards))
    return cards


def _cards_of(file: Path, kind: Kind, order: int) -> list[Card]:
    """The cards of one file, none where there is no such file."""
    if not file.is_file():
        return []
    written = msgspec.convert(load_yaml(file) or [], list[object])
    try:
        return [make_card(one, kind, order + n) for n, one in enumerate(written)]
    except ValueError as error:
        raise ValueError(f"{file}: {error}") from None


@functools.cache
def load_grammar(language: str = "en") -> Grammar:
    """The grammar of a language; any mistake in a card or list stops here with file, card and remedy."""
    root = Path(marsad.__file__).parent / "claims"
    cards: list[Card] = []
    columns: list[Card] = []
    lists: dict[Kind, dict[str, WordList]] = {}
    for kind in KINDS:
        lists[kind] = lists_of(kind, language)
        cards += read_cards(root / kind, kind, language, len(cards))
        columns += _cards_of(root / kind / f"columns.{language}.yml", kind, len(columns))
    grammar = Grammar(cards, lists, shared_lists(language), columns)
    check(grammar)
    return grammar
