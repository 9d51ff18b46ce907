"""Names that look like other words ("IS", "US") are shown to the parser as names of the same length.

Enters a passage, leaves a text of equal length; after parsing the tokens get their own words back.
"""

import msgspec

from marsad.model.mention import Mentions
from marsad.model.passage import Passage
from marsad.model.syntax import Tree

STAND_INS = {
    "IS": "UN",
    "US": "UK",
    "ISIL": "NATO",
    "ISIS": "NATO",
    "SDF": "IBM",
    "IDF": "IBM",
    "PMF": "IBM",
    "RSF": "IBM",
    "ISF": "IBM",
    "YPG": "IBM",
}


def veil(passage: Passage, mentions: Mentions) -> str:
    """The passage's text with such names replaced; offsets stay."""
    text = passage.text
    for m in mentions.actors:
        if m.field != passage.field or m.start < passage.start or m.end > passage.end:
            continue
        for name, other in STAND_INS.items():
            at = m.start - passage.start
            if text.startswith(name, at) and (at + len(name) == len(text) or not text[at + len(name)].isalnum()):
                text = text[:at] + other + text[at + len(name) :]
                break
    return text


def unveil(tree: Tree, text: str) -> Tree:
    """The tree with the words of the text at its tokens' offsets."""
    if tree.text == text:
        return tree
    tokens = tuple(
        t if t.text == text[t.start : t.end] else msgspec.structs.replace(t, text=text[t.start : t.end], lemma=text[t.start : t.end])
        for t in tree.tokens
    )
    return Tree(text, tokens)
