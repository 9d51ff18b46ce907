"""Lists of counted people that the parse broke off: "killed 90 militants, 40 soldiers and police, and 21 civilians"."""

from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from marsad.model.syntax import Token
from marsad.reading.mend.hanging import Tokens, hung
from marsad.reading.quantities.cores import core_at
from marsad.reading.quantities.lexicon import lexicon
from marsad.reading.wordlists import word_set
from marsad.reading.wordpatterns import words_of_text

EVERYBODY = word_set("mends", "everybody")
MANY_SORTS = {"civilian"}  # told apart only in brackets of commas: "six civilians, three soldiers and a guard" are ten
NAMING = ("NOUN", "PROPN")
BEFORE = {"nummod", "det", "amod", "compound", "nmod:poss", "advmod", "case", "fixed", "punct"}  # what stands before a noun in its phrase
IN_LISTS = {"appos", "conj", "parataxis", "nsubj", "nsubj:pass", "obj", "dep"}  # what the parse takes the items of a list for


class _Counted(NamedTuple):
    """A counted phrase of a list: its noun, the first and the last word, and the number."""

    noun: int
    first: int
    last: int
    number: float


def with_whole_lists(tokens: Tokens) -> Tokens:
    """The tokens with the items of each list joined to its first; those that only tell the first apart are its apposition."""
    if not any(t.text == "," for t in tokens) or not any(t.dep == "cc" for t in tokens):
        return tokens
    anew = {item: (first, "conj") for first, rest in _names(tokens) for item in rest}
    for items in _lists(tokens):
        if not _hang_together(tokens, items):
            continue
        first, second, rest = items[0].noun, items[1].noun, items[1:]
        if _tells_apart(tokens, items):
            anew |= {item.noun: (second, "conj") for item in items[2:]} | {second: (first, "appos")}
        elif len(items) > 2 and tokens[first].lemma.lower() not in EVERYBODY:
            anew |= {item.noun: (first, "conj") for item in rest}
    return hung(tokens, {i: to for i, to in anew.items() if to != (tokens[i].head, tokens[i].dep)})


def _lists(tokens: Tokens) -> Iterator[list[_Counted]]:
    """Each list of counted phrases, one behind the other, with commas between and "and" before the last."""
    items = {item.first: item for item in _items(tokens)}
    done: set[int] = set()
    for item in items.values():
        chain, joints = [item], []
        while (joint := _joint(tokens, chain[-1].last + 1)) and joint[1] in items:
            chain.append(items[joint[1]])
            joints.append(joint[0])
        if item.first not in done and joints[:1] == [","] and "and" in joints:
            yield chain[: joints.index("and") + 2]
        done |= {i.first for i in chain}


def _names(tokens: Tokens) -> Iterator[tuple[int, list[int]]]:
    """Each list of three full names or more, as the head of the first and those of the others: "Ali Hassan, Omar Nasser and Lina Saleh"."""
    at = 0
    while at < len(tokens):
        chain, ended = [], at
        while (behind := _behind_name(tokens, ended)) > ended + 1:
            heads = [t.i for t in tokens[ended:behind] if not ended <= t.head < behind or t.head == t.i]
            chain.append(heads[0] if len(heads) == 1 else -1)
            joint = _joint(tokens, behind)
            at, ended = behind, joint[1] if joint else len(tokens)
            if joint is None:
                break
        listed = len(chain) > 2 and -1 not in chain and all(tokens[i].dep in (*IN_LISTS, "flat", "list") for i in chain[1:])
        if listed:
            yield chain[0], chain[1:]
        at += 1


def _behind_name(tokens: Tokens, i: int) -> int:
    """The word behind a run of names that begins with a word, or the word itself."""
    while i < len(tokens) and tokens[i].pos == "PROPN" and tokens[i].text[:1].isupper():
        i += 1
    return i


def _joint(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """What joins the phrase before a word to the next one, a comma or "and", and the word behind it."""
    words = [t.text.lower() for t in tokens[i : i + 2]]
    if "and" in words[:1] or words == [",", "and"]:
        return "and", i + words.index("and") + 1
    return (",", i + 1) if words[:1] == [","] else None


def _items(tokens: Tokens) -> Iterator[_Counted]:
    for t in tokens:
        number = _number(tokens, t) if t.pos in NAMING else None
        if number is not None:
            first = t.i
            while first and _belongs(tokens, first - 1, t.i):
                first -= 1
            yield _Counted(t.i, first, _last(tokens, t.i), number)


def _belongs(tokens: Tokens, i: int, noun: int) -> bool:
    """Whether a word is of the phrase before a noun."""
    while tokens[i].dep in BEFORE and tokens[i].text != ",":
        i = tokens[i].head
        if i == noun:
            return True
    return False


def _last(tokens: Tokens, noun: int) -> int:
    """The last word of a counted phrase: the noun, what it is a load of, or one that it is paired with ("40 soldiers and police, and")."""
    if tokens[noun + 1 : noun + 2] and tokens[noun + 1].text.lower() == "of":
        behind = takewhile(lambda t: t.pos in (*NAMING, "ADJ") or t.tag == "VBN", tokens[noun + 2 :])
        return max((t.i for t in behind), default=noun)  # "35 tonnes of dried fish"
    paired = tokens[noun + 2 : noun + 5]
    texts = [t.text.lower() for t in paired]
    if tokens[noun + 1 : noun + 2] and tokens[noun + 1].text.lower() == "and" and texts[1:] == [",", "and"] and paired[0].pos in NAMING:
        return noun + 2
    return noun


def _number(tokens: Tokens, noun: Token) -> float | None:
    """The number before a noun; one for a single person or thing."""
    left = [c for c in tokens[: noun.i] if c.head == noun.i]
    counts = [c.i for c in left if c.dep == "nummod"]
    if not counts:
        single = noun.tag in ("NN", "NNP") and any(c.text.lower() in ("a", "an") or c.dep == "nmod:poss" for c in left)
        return 1.0 if single else None
    said = words_of_text(" ".join(c.text for c in tokens[: noun.i] if c.i in counts or c.head in counts and c.dep in ("compound", "punct")))
    core = core_at(said, 0, lexicon())
    return core.best if core is not None and core.last == len(said) else None


def _tells_apart(tokens: Tokens, items: list[_Counted]) -> bool:
    """Whether what follows the first says who they were: "ten people, six women and four boys", "20 civilians, two nurses and a boy,"."""
    whole, parts = items[0].number, sum(item.number for item in items[1:])
    lemma, behind = tokens[items[0].noun].lemma.lower(), tokens[items[-1].last + 1 :]
    closed = bool(behind) and behind[0].text == ","
    return whole == parts or (closed and whole > parts and lemma in EVERYBODY | MANY_SORTS)


def _hang_together(tokens: Tokens, items: list[_Counted]) -> bool:
    """Whether the items hang on one another, on what the first hangs on, or on what that is said to have been left ("left six dead")."""
    nouns = {item.noun for item in items}
    above = tokens[items[0].noun].head
    left = {t.i for t in tokens if t.head == above and t.dep == "xcomp" and t.tag in ("JJ", "VBN")}
    rest = [tokens[item.noun] for item in items[1:]]
    plural = any(item.number > 1 for item in items[1:])
    joints = {t.i for t in tokens if t.dep == "cc"}
    return above not in nouns and plural and all(t.head in left or (t.dep in IN_LISTS and t.head in nouns | joints | {above}) for t in rest)
