"""Numbers that tell what another one was before, or is compared with: "up from 68,000", "from 68,000 to 90,000"."""

from marsad.grammar.sentence import Sentence
from marsad.reading.wordlists import word_set

MOVED = word_set("frames", "moved")
IN_BETWEEN = ("ADP", "DET", "NOUN", "PROPN", "ADV")
REACH = 4  # tokens between a number and its time: "68,000 people at the end of May"


def is_compared(s: Sentence, number: int) -> bool:
    """Whether a number is what another rose or fell from, or is compared with: "up from 68,000", "to 90,000 from 68,000"."""
    before, moved = s.lower(number - 1), s.lower(number - 2) if number > 1 else ""
    if before == "from":
        return moved in MOVED or (number > 1 and s.tokens[number - 2].pos == "NUM")
    return before in ("with", "to") and moved == "compared"


def joined(s: Sentence, number: int, time: int) -> bool:
    """Whether a time belongs to the number before it: no more than its preposition and what is counted stand between."""
    return 0 < time - number <= REACH and all(s.tokens[k].pos in IN_BETWEEN for k in range(number + 1, time))
