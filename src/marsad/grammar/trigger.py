"""Where the words of a trigger stand in a sentence, and whether they act there as the card takes them."""

from marsad.grammar.clause import is_verbal
from marsad.grammar.load import Grammar, Trigger
from marsad.grammar.people import PEOPLE_KINDS
from marsad.grammar.sentence import HYPHENS, Sentence

WINDOW = 7  # how far behind its first word the other words of a trigger may stand


def matches(s: Sentence, i: int, trigger: Trigger) -> tuple[int, ...] | None:
    """The further tokens of the trigger where it stands here, else None."""
    if len(trigger.words) > 1 and not s.said.issuperset(trigger.words[1:]):
        return None
    token = s.tokens[i]
    if trigger.pos == "verb" and (not _verb_like(s, i) or _names(s, i)):
        return None
    if trigger.pos == "noun" and _names_body(s, i):
        return None
    if trigger.pos == "noun" and len(trigger.words) > 1 and (token.pos == "ADJ" or token.tag in ("JJ", "VBG")):
        pass  # "chemical attack"
    elif trigger.pos == "noun" and token.tag == "VBZ" and s.kids(i, "case", "det"):
        pass  # "in clashes", taken for a verb
    elif trigger.pos == "noun" and not (token.pos in ("NOUN", "PROPN") or token.tag in ("NN", "NNS", "VBG", "NNP", "NNPS")):
        return None
    if trigger.pos == "adjective" and not (token.pos == "ADJ" or token.tag in ("JJ", "VBN", "VBG", "RB")):
        return None
    merged = []
    at = i
    for word in trigger.words[1:]:
        for j in range(at + 1, min(len(s.tokens), i + WINDOW)):
            if (s.lower(j) == word or s.tokens[j].lemma.lower() == word) and (s.tokens[j].tag != "RP" or s.tokens[j].head == i):
                break  # "held by the rebels but cut off": that "off" is another verb's
        else:
            passive = next((c for c in s.children[i] if s.dep(c) == "nsubj:pass" and word in (s.lower(c), s.lemma(c))), None)
            if passive is None or trigger.pos != "verb" or trigger.card.kind == "casualty":
                return None
            merged.append(passive)  # "responsibility was claimed"; but who lost lives is not who took them
            continue
        hyphened = j == at + 2 and s.tokens[at + 1].text in HYPHENS
        if not (j == at + 1 or hyphened or _hangs(s, j, i)):
            return None
        merged.append(j)
        at = j
    return tuple(merged)


def noun_of_trigger(s: Sentence, i: int, merged: tuple[int, ...]) -> int:
    """The noun that governs a trigger of several words: "attack" in "chemical attack"."""
    above = [i]
    while s.tokens[above[-1]].head in merged and s.tokens[above[-1]].head not in above:
        above.append(s.tokens[above[-1]].head)
    return above[-1] if s.tokens[above[-1]].tag in ("NN", "NNS", "NNP", "NNPS") else i


def only_modifies(s: Sentence, i: int, merged: tuple[int, ...], grammar: Grammar) -> bool:
    """Whether a noun of doing stands before a noun that is none ("attack helicopter", "Operations Command")."""
    last = merged[-1] if merged else i
    if s.tokens[i].head in merged:  # "air raid sirens"
        i = s.tokens[i].head
    head = s.tokens[i].head
    if s.relation(i) not in ("compound", "amod") or head <= last or s.tokens[head].tag not in ("NN", "NNS", "NNP", "NNPS"):
        return False
    return not any(t.pos == "noun" and t.card.kind not in PEOPLE_KINDS for t in grammar.triggers.get(s.lower(head), ()))


def _verb_like(s: Sentence, i: int) -> bool:
    token = s.tokens[i]
    if is_verbal(s, i):
        return not (
            token.tag == "VBG"
            and s.relation(i) in ("nsubj", "obj", "obl", "nmod", "compound")
            and any(s.relation(c) == "det" for c in s.children[i])
        )
    if token.pos == "ADJ" and token.dep == "amod":
        return token.text.lower().endswith(("ed", "en"))
    return s.passage.kind == "headline" and token.tag in ("NNS", "NNPS", "NN") and token.dep in ("root", "compound") and i > 0


def _names(s: Sentence, i: int) -> bool:
    """Whether a word is part of a place's name: "the Occupied Palestinian Territory"."""
    return s.tokens[i].text[:1].isupper() and any(first <= i <= last and first < last for first, last, _ in s.places)


def _names_body(s: Sentence, i: int) -> bool:
    """Whether a word is part of the name of somebody: "the United Nations Hybrid Operation", "Save the Children"."""
    if s.shouted or not s.tokens[i].text[:1].isupper():
        return False
    return any(first <= i <= last and first < last and m.name and m.kind != "person" and not m.adjectival for first, last, m in s.actors)


def _hangs(s: Sentence, j: int, i: int) -> bool:
    """Whether token j lies below i within three steps, or i below j."""
    node = j
    for _ in range(3):
        if node == i:
            return True
        node = s.tokens[node].head
    return node == i
