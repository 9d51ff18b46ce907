"""All cards and word lists of a language, checked and indexed by the forms of their triggers."""

import functools
from pathlib import Path
from typing import NamedTuple, cast, get_args

import marsad
from marsad.grammar.card import CLASSES, Card, make_card
from marsad.grammar.words import WordList, lists_of, load_yaml, shared_lists
from marsad.model.claim import Kind

KINDS: tuple[Kind, ...] = get_args(Kind)


class Trigger(NamedTuple):
    """One entry of a word list as the trigger of a card."""

    card: Card
    words: tuple[str, ...]
    pos: str


class Grammar:
    """Cards, their word lists, and for each surface form the triggers that it may begin."""

    def __init__(self, cards: list[Card], lists: dict[Kind, dict[str, WordList]], shared: dict[str, WordList]) -> None:
        self.cards = cards
        self.lists = lists
        self.shared = shared
        self.by_id = {card.id: card for card in cards}
        self.triggers: dict[str, list[Trigger]] = {}
        for card in cards:
            for name in card.trigger:
                words = self.find(card, name)
                for form, entries in words.forms.items():
                    for entry in entries:
                        self.triggers.setdefault(form, []).append(Trigger(card, entry, words.pos))

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
    for card in grammar.cards:
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
    main = folder / f"rules.{language}.yml"
    for file in [*([main] if main.is_file() else []), *sorted(folder.glob(f"rules.{language}.*.yml"))]:  # of two that fit, the first wins
        try:
            cards += [make_card(one, kind, order + len(cards) + n) for n, one in enumerate(load_yaml(file) or [])]
        except ValueError as error:
            raise ValueError(f"{file}: {error}") from None
    return cards


@functools.cache
def load_grammar(language: str = "en") -> Grammar:
    """The grammar of a language; any mistake in a card or list stops here with file, card and remedy."""
    root = Path(marsad.__file__).parent / "claims"
    cards: list[Card] = []
    lists: dict[Kind, dict[str, WordList]] = {}
    for kind in KINDS:
        lists[kind] = lists_of(kind, language)
        cards += read_cards(root / kind, kind, language, len(cards))
    grammar = Grammar(cards, lists, shared_lists(language))
    check(grammar)
    return grammar
