"""What the gate must see in a passage before a card can read it."""

import functools

from marsad.grammar.card import CLASSES, Card, Role
from marsad.grammar.load import Grammar, load_grammar
from marsad.reading.gate import Gate, Need, Needs
from marsad.reading.wordlists import people_words

SHARED = {
    "people": ("people", "households", "indefinites"),
    "force": ("forces",),
    "actor": ("forces", "bodies"),
    "place": ("placelike",),
    "person": ("persons",),
    "town": (),
    "located": ("placelike",),
    "part_of_country": ("placelike",),
    "household": ("households",),
    "helper": ("sole_helpers", "helpers"),
    "relief": ("goods", "carriers", "loads"),
}
STAND_INS = frozenset("they them he she it we us who which that those i you their its his her our".split())
OPEN = {"any", "thing", "uprooted", "nationals", "countries"}


def _needs(card: Card) -> Needs:
    needs = [_need(card, role) for role in card.roles.values() if role.is_required]
    needs += [frozenset({"count"}) for role in card.roles.values() if role.count == "required"]
    for group in card.any_of:
        needs.append(frozenset(n for name in group for n in _need(card, card.roles[name])))
    return tuple(n for n in needs if n and not (n & OPEN))


def _need(card: Card, role: Role) -> frozenset[str]:
    folder = card.id.split(".")[1]
    return frozenset(name if name in CLASSES else f"{folder}.{name}" for name in role.must)


def _words(grammar: Grammar) -> dict[str, frozenset[str]]:
    words = {name: frozenset(f for one in lists for f in grammar.shared[one].forms) for name, lists in SHARED.items()}
    words["people"] |= people_words()
    words["count"] = frozenset()
    words["pronoun"] = STAND_INS
    for card in grammar.cards:
        for role in card.roles.values():
            for name in role.must:
                if name not in CLASSES:
                    words[f"{card.id.split('.')[1]}.{name}"] = frozenset(grammar.find(card, name).forms)
    return words


@functools.cache
def load_gate(language: str = "en") -> Gate:
    """The gate of a language, made from its cards."""
    grammar = load_grammar(language)
    needs = {
        form: tuple(dict.fromkeys(Need(_needs(t.card), t.words[1:], t.card.stands_in_peace, t.card.needs_many) for t in triggers))
        for form, triggers in grammar.triggers.items()
    }
    shown = grammar.shared["conflict"]
    single = frozenset(form for form in shown.forms if form in shown)
    return Gate(needs, _words(grammar), STAND_INS, single, shown.pairs)
