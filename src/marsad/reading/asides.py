"""What is put in behind a noun is parsed apart, since it leads the parser astray: "14 people, most of them women, were killed".

Each such aside is left out of what the parser is shown, read for itself behind a stand-in for its noun, and hung
under the noun, or, where somebody is only named as saying it, under the verb.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple, Protocol

import msgspec

from marsad.model.syntax import Token, Tree
from marsad.reading.casing import is_shouted
from marsad.reading.wordlists import word_list, words_of

STAND_IN = "People, "
NAMING = ("NOUN", "PROPN", "PRON", "NUM")
LONGEST = 90  # characters of an aside


class Parser(Protocol):
    """Anything that makes one tree of each sentence, in order."""

    def parse(self, sentences: Sequence[str]) -> list[Tree]:
        """The trees, with offsets into their sentences."""
        ...


class Aside(NamedTuple):
    """Where an aside with its marks begins and ends, where its words do, and whether they only say who tells it."""

    start: int
    end: int
    first: int
    last: int
    saying: bool


def _pattern(name: str) -> str:
    return "|".join(re.escape(word).replace(r"\ ", "[ ]") for word in words_of(word_list("asides"), name))


WORDS = r"(?:[^,;:()\n–—.\"“”]|,(?=\d{3}))"  # the comma of "4,000" parts nothing
COUNT = rf"(?:(?:at[ ]least|about|some)[ ])?(?:\d+|{_pattern('shares')})"
PARTS = rf"(?:(?:{_pattern('openers')}|{COUNT}[ ]of[ ](?:them|whom))\b{WORDS}{{2,{LONGEST}}}?|{WORDS}{{2,40}}?[ ]among[ ]them)"
LISTED = rf"(?:,[ ](?:(?:and|or)[ ])?(?:\d+|{_pattern('listed')})\b{WORDS}{{2,50}}?){{0,4}}"
DAY = r"(?:[ ](?:(?:on|late|early)[ ])*[A-Z][a-z]+day)?"
SAID = rf"according[ ]to[ ][^,;:()\n–—\"“”]{{3,60}}?|(?:[^\W\d_][\w'’-]*[ ]){{1,7}}(?:{_pattern('said')}){DAY}"
COMMAS = re.compile(
    rf",[ ](?:(?P<parts>{PARTS}{LISTED})|(?P<said>{SAID})),(?=[ ](?!(?:and|or|but|\d+|{_pattern('listed')})\b)[a-z])",
    re.IGNORECASE,
)
DASHES = re.compile(
    rf"[ ](?P<mark>–|—|--)[ ]?(?:(?P<parts>{PARTS}(?:,[^;:()\n–—.\"“”]{{2,60}}?)?)|(?P<said>{SAID}))[ ]?(?P=mark)(?=[ ]\w)", re.IGNORECASE
)
GOES_ON = re.compile(rf"[ ](?:{_pattern('joins')}|[a-z]+ing)\b", re.IGNORECASE)


def asides_in(text: str) -> list[Aside]:
    """The asides of a sentence that stand behind a word of it, in order; none within quotation marks of their own."""
    if "," not in text and "–" not in text and "—" not in text and "--" not in text:
        return []
    found: list[Aside] = []
    for match in sorted((*COMMAS.finditer(text), *DASHES.finditer(text)), key=lambda m: m.start()):
        name = "parts" if match["parts"] else "said"
        if match.start() and text[match.start() - 1].isalnum() and (not found or match.start() >= found[-1].end):
            if name == "said" and GOES_ON.match(text, match.end()):
                continue  # "rebels took the town, the mayor said, while the army withdrew": it stands between two clauses
            found.append(Aside(match.start(), match.end(), *match.span(name), name == "said"))
    return found


def parse_apart(parser: Parser, texts: Sequence[str]) -> list[Tree]:
    """One tree of each text, its asides parsed for themselves and hung where they belong; offsets are those of the text."""
    cut = [asides_in(text) for text in texts]
    shown = [_without(text, asides) for text, asides in zip(texts, cut, strict=True)]
    apart = [_apart(text, aside) for text, asides in zip(texts, cut, strict=True) for aside in asides]
    trees = parser.parse([*shown, *apart])
    read = iter(trees[len(texts) :])
    return [
        _joined(tree, text, [(aside, next(read)) for aside in asides])
        for tree, text, asides in zip(trees[: len(texts)], texts, cut, strict=True)
    ]


def _without(text: str, asides: Sequence[Aside]) -> str:
    for aside in asides:
        text = text[: aside.start] + " " * (aside.end - aside.start) + text[aside.end :]
    return text


def _apart(text: str, aside: Aside) -> str:
    words = text[aside.first : aside.last]
    if aside.saying:
        return words
    return (STAND_IN.upper() if is_shouted(text) else STAND_IN) + words


def _joined(tree: Tree, text: str, parts: Sequence[tuple[Aside, Tree]]) -> Tree:
    """The tree with the tokens of its asides and their marks in their places."""
    tokens = list(tree.tokens)
    for aside, part in parts:
        before = [t.i for t in tokens if t.start < aside.start]
        if not before or len(before) == len(tokens):
            continue
        tokens = _grafted(tokens, _anchor(tokens, before[-1]), aside, _own_tokens(part, aside), text)
    return Tree(text, tuple(tokens))


def _anchor(tokens: Sequence[Token], last: int) -> int:
    """The head of the phrase that ends at this token."""
    at = last
    while tokens[at].head < at and tokens[tokens[at].head].pos in NAMING and tokens[at].dep != "conj":
        at = tokens[at].head
    return at


def _own_tokens(part: Tree, aside: Aside) -> list[Token]:
    """The aside's own tokens with heads among themselves, -1 for what hangs on the stand-in or stands alone."""
    shift = aside.first if aside.saying else aside.first - len(STAND_IN)
    kept = [t for t in part.tokens if aside.saying or t.start >= len(STAND_IN)]
    begin = kept[0].i if kept else 0
    return [
        msgspec.structs.replace(
            t,
            i=t.i - begin,
            start=t.start + shift,
            end=t.end + shift,
            head=t.head - begin if t.head >= begin and t.head != t.i else -1,
        )
        for t in kept
    ]


def _grafted(tokens: Sequence[Token], anchor: int, aside: Aside, own: Sequence[Token], text: str) -> list[Token]:
    """The tokens with those of an aside and its two marks behind the anchor's phrase."""
    at = next(t.i for t in tokens if t.start >= aside.start)
    added = len(own) + 2

    def moved(i: int) -> int:
        return i if i < at else i + added

    main = [msgspec.structs.replace(t, i=moved(t.i), head=moved(t.head)) for t in tokens]
    under = moved(_verb_of(tokens, anchor)) if aside.saying else anchor
    grafted = [_mark(text, aside.start, aside.first, at, under)]
    for t in own:
        head, dep = (t.head + at + 1, t.dep) if t.head >= 0 else (under, _relation(t, own, aside))
        grafted.append(msgspec.structs.replace(t, i=t.i + at + 1, head=head, dep=dep))
    grafted.append(_mark(text, aside.last, aside.end, at + added - 1, under))
    return [*main[:at], *grafted, *main[at:]]


def _verb_of(tokens: Sequence[Token], anchor: int) -> int:
    """The verb that a phrase belongs to, else the root."""
    at = anchor
    while tokens[at].pos not in ("VERB", "AUX") and tokens[at].head != at:
        at = tokens[at].head
    return at


def _relation(t: Token, own: Sequence[Token], aside: Aside) -> str:
    """How the head of an aside hangs on its noun or, where it is a saying, on the verb."""
    if aside.saying:
        return "parataxis" if t.pos == "VERB" else "obl"
    if t.dep in ("punct", "advmod", "cc") or t.dep.startswith("acl"):
        return t.dep
    return "nmod" if any(c.head == t.i and c.dep == "case" for c in own) else "appos"


def _mark(text: str, start: int, end: int, i: int, head: int) -> Token:
    """The token of the comma or dash between these offsets."""
    written = text[start:end]
    begin = start + len(written) - len(written.lstrip())
    word = written.strip()
    return Token(i, begin, begin + len(word), word, word, "PUNCT", "," if word == "," else ":", "", head, "punct")
