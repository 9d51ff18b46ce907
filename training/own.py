"""Draws sentences of conflict news, with their trees, from the project's own small dependency grammar."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sentence import Sentence

NO_SPACE_BEFORE = frozenset({",", ".", ";", ":", ")", "%"})
PLURAL = frozenset({"NNS", "NNPS", "CD"})
UPOS = {
    "CD": "NUM", "CC": "CCONJ", "DT": "DET", "HYPH": "PUNCT", "IN": "ADP", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "MD": "AUX",
    "NFP": "PUNCT", "NN": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "NNS": "NOUN", "PDT": "DET", "POS": "PART",
    "PRP": "PRON", "PRP$": "PRON", "RB": "ADV", "RBR": "ADV", "RP": "ADP", "TO": "PART", "VB": "VERB", "VBD": "VERB",
    "VBG": "VERB", "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB", "WDT": "PRON", "WP": "PRON", "WRB": "ADV",
    ",": "PUNCT", ".": "PUNCT", ":": "PUNCT", "-LRB-": "PUNCT", "-RRB-": "PUNCT", "``": "PUNCT", "''": "PUNCT",
}  # fmt: skip
TAGS = {"(": "-LRB-", ")": "-RRB-"}
Feats = dict[tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a production: words with their tags, or the name of another block."""

    block: str
    words: tuple[str, ...]
    tags: tuple[str, ...]
    relation: str
    to: int  # index of the item it hangs on; -1 for the production's head


@dataclass(frozen=True, slots=True)
class Production:
    """The items of one way to write a block."""

    items: tuple[Item, ...]
    head: int


@dataclass(slots=True)
class Word:
    """A drawn word; `head` counts from the start of its phrase."""

    text: str
    tag: str
    relation: str
    head: int


Grammar = dict[str, tuple[list[int], list[Production]]]


def read_grammar(path: Path) -> Grammar:
    """The blocks of a grammar file; an unknown block name or a production without one head is an error that names the line."""
    grammar: Grammar = defaultdict(lambda: ([], []))
    name = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("= "):
            name = line[2:].strip()
        elif line.strip() and not line.startswith("#"):
            weight, _, rest = line.partition(" ")
            grammar[name][0].append(int(weight or 1))
            grammar[name][1].append(_production(rest, f"{path.name}:{number}"))
    known = set(grammar)
    asked = {item.block for _, productions in grammar.values() for p in productions for item in p.items if item.block}
    if asked - known:
        raise ValueError(f"{path.name}: unknown blocks {sorted(asked - known)}")
    return dict(grammar)


def _production(line: str, where: str) -> Production:
    parts = line.split()
    heads = [i for i, part in enumerate(parts) if part.startswith("*") and part != "*" and not part.startswith("*/")]
    if len(heads) != 1:
        raise ValueError(f"{where}: {len(heads)} heads")
    return Production(tuple(_item(part, i == heads[0], where) for i, part in enumerate(parts)), heads[0])


def _item(part: str, is_head: bool, where: str) -> Item:
    what, _, to = part.removeprefix("*" if is_head else "").partition(">")
    if what.startswith("["):
        block, _, relation = what[1:].partition("]")
        return Item(block, (), (), relation.removeprefix("/"), int(to or 0) - 1)
    text, _, rest = what.partition("/")
    tag, _, relation = rest.partition("/")
    if not tag or not (relation or is_head):
        raise ValueError(f"{where}: {part}")
    words = tuple(text.split("|"))
    tags = tuple(tag.split("|"))
    return Item("", words, tags, relation, int(to or 0) - 1)


def _draw(grammar: Grammar, block: str, chance: random.Random) -> tuple[list[Word], int]:
    """The words of one drawn phrase and the index of its head."""
    weights, productions = grammar[block]
    production = chance.choices(productions, weights)[0]
    words: list[Word] = []
    starts: list[int] = []
    heads: list[int] = []
    for item in production.items:
        starts.append(len(words))
        phrase, head = _draw(grammar, item.block, chance) if item.block else (_leaf(item, chance), 0)
        heads.append(len(words) + head)
        for word in phrase:
            word.head += starts[-1]
        words.extend(phrase)
    for i, item in enumerate(production.items):
        own = words[heads[i]]
        if i == production.head:
            own.relation = item.relation or own.relation
        else:
            own.head = heads[item.to if item.to >= 0 else production.head]
            own.relation = own.relation or item.relation
    return words, heads[production.head]


def _leaf(item: Item, chance: random.Random) -> list[Word]:
    pick = chance.randrange(len(item.words))
    text = item.words[pick]
    tag = TAGS.get(text, item.tags[pick] if len(item.tags) == len(item.words) else item.tags[0])
    return [Word(text, tag, "", 0)]


def draw_sentence(grammar: Grammar, feats: Feats, chance: random.Random) -> Sentence:
    """One sentence with tags, features, heads and relations."""
    words, root = _draw(grammar, "SENTENCE", chance)
    words[root].head, words[root].relation = root, "ROOT"
    words = _without_stray_commas(words)
    words[0].text = words[0].text[:1].upper() + words[0].text[1:]
    for word in words:
        if word.text.lower() == "when":
            word.relation = "advmod"
    pos = tuple(_upos(word) for word in words)
    last = len(words) - 1
    return Sentence(
        document="own",
        text="",
        words=tuple(word.text for word in words),
        spaces=tuple(i < last and not _tight_after(word) and not _tight_before(words[i + 1]) for i, word in enumerate(words)),
        lemmas=tuple(word.text for word in words),
        pos=pos,
        tags=tuple(word.tag for word in words),
        feats=tuple(_feats(words, i, upos, feats) for i, upos in enumerate(pos)),
        heads=tuple(word.head for word in words),
        deps=tuple(word.relation for word in words),
    )


def _tight_before(word: Word) -> bool:
    return word.tag in ("HYPH", "POS", "''") or word.text in NO_SPACE_BEFORE


def _tight_after(word: Word) -> bool:
    return word.tag in ("HYPH", "``", "-LRB-")


def _without_stray_commas(words: list[Word]) -> list[Word]:
    """Two commas in a row are one, and none stands before a stop."""
    ends = frozenset({",", ".", ";", ":", ")"})
    kept = [i for i, w in enumerate(words) if not (w.text == "," and (i + 1 == len(words) or words[i + 1].text in ends))]
    place = {old: new for new, old in enumerate(kept)}
    for i in kept:
        words[i].head = place[words[i].head]
    return [words[i] for i in kept]


def _upos(word: Word) -> str:
    if word.tag in ("VBD", "VBP", "VBZ", "VBN", "VBG", "VB") and word.relation in ("aux", "aux:pass", "cop"):
        return "AUX"
    if word.tag == "IN" and word.relation == "mark":
        return "SCONJ"
    if word.tag == "DT" and word.relation not in ("det", "det:predet"):
        return "PRON"
    if word.text == "%":
        return "SYM"
    return UPOS[word.tag]


def _feats(words: list[Word], i: int, upos: str, feats: Feats) -> str:
    word = words[i]
    children = [w for j, w in enumerate(words) if w.head == i and j != i]
    if word.tag == "VBN":
        passive = word.relation in ("acl", "amod") or any(w.relation in ("aux:pass", "nsubj:pass") for w in children)
        return "Tense=Past|VerbForm=Part" + ("|Voice=Pass" if passive else "")
    if word.tag in ("VBD", "VBP"):
        verb = words[word.head] if upos == "AUX" else word
        at = words.index(verb)
        subject = next((w for w in words if words[w.head] is words[at] and w.relation.startswith("nsubj")), None)
        plural = word.tag == "VBP" or (subject is not None and subject.tag in PLURAL)
        tense = "Past" if word.tag == "VBD" else "Pres"
        return f"Mood=Ind|Number={'Plur' if plural else 'Sing'}|Person=3|Tense={tense}|VerbForm=Fin"
    return feats.get((word.text.lower(), word.tag, upos), feats.get((word.tag, upos), ""))


def usual_feats(sentences: Iterable[Sentence]) -> Feats:
    """The commonest features of each word with its tags, and of each tag."""
    seen: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for s in sentences:
        for text, tag, upos, value in zip(s.words, s.tags, s.pos, s.feats, strict=True):
            seen[text.lower(), tag, upos][value] += 1
            seen[tag, upos][value] += 1
    return {key: values.most_common(1)[0][0] for key, values in seen.items()}


class Writer:
    """Writes sentences from a grammar file, with the features usual in the treebanks."""

    def __init__(self, path: Path, sentences: Iterable[Sentence]) -> None:
        self._grammar = read_grammar(path)
        self._feats = usual_feats(sentences)

    def write(self, chance: random.Random) -> Sentence:
        """The next sentence that chance picks."""
        return draw_sentence(self._grammar, self._feats, chance)
