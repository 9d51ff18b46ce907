"""Words that the parser stumbles over are shown to it as plainer ones of the same length.

Acronyms ("IS", "US", "RUF") become other names, a count's hedge becomes "about", the same count told
in a second unit is left out, as are ages, and times that it would take for parts of names are set off by pauses.
Enters a passage, leaves a text of equal length; after parsing the tokens get their own words back.
"""

import re
from functools import cache

import msgspec

from marsad.model.mention import Mentions, QuantityMention
from marsad.model.passage import Passage
from marsad.model.syntax import Token, Tree
from marsad.reading.ages import put_in_ages
from marsad.reading.pauses import with_pauses, without_pauses
from marsad.reading.wordlists import word_list

STAND_INS = {2: "UN", 3: "FBI", 4: "ISIL", 5: "Hamas", 6: "Allies", 7: "Taliban"}  # by length: names that the parser takes for names
ACRONYM = re.compile(r"[A-Z][A-Z0-9]{1,6}(?![A-Za-z0-9]|[-/][A-Z])")
FIGHTING = ("armed group", "state force", "coalition", "police", "government")
NAMES = {  # that the parser takes for deeds or tears apart, each with one of the same length
    "Human Rights Watch": "Human Rights Group",
    "Save the Children": "Fund for Children",
    "Médecins du Monde": "Fund for Children",
    "Médecins Sans Frontières": "Doctors Without Frontier",
    "CARE": "ISIL",
}
BESIDE = re.compile(r"\bneighbou?ring (?=[A-Z])")  # else a verb: "fled to neighbouring Chad"
SCARE = re.compile(
    r"(?<!\w)[\"“](?=(?:[a-z-]{2,20} ){0,2}[a-z-]{2,20}[\"”])([a-z -]{2,62})[\"”](?!\w)"
)  # 'declared it "fully liberated"': words, no speech
SO_CALLED = re.compile(r"[\"“](?=(?:\w{2,12})[\"”]-(?:held|controlled|occupied|run)\b)(\w{2,12})[\"”]-")  # '("DPR"-controlled)'
RATIO = re.compile(r"\bin\b|\bout[ ]of\b", re.IGNORECASE)
REST = re.compile(
    r"(?P<left>(?:all|everyone) (?:but|except) (?:[^ ]{1,20} ){1,5}?of)(?= )(?P<number> (?:the |its |their )?\d)?"
    r"|(?:all|everyone) (?:but|except) .{1,40}$",
    re.IGNORECASE,
)
PLAIN_HEDGE = "about"
CEILING = re.compile(r"\b(?:and|or|but|to)[ ](?:possibly[ ])?(?:as[ ]many[ ]as|up[ ]to)[ ]")  # "at least seven and as many as 14"


@cache
def _puzzling() -> tuple[str, ...]:
    """The hedges that the parser takes for something else."""
    return tuple(str(phrase) for phrase in word_list("numbers")["puzzling"])


@cache
def _unmet() -> re.Pattern[str]:
    """Number words that the parser takes for names or for other nouns."""
    words = "|".join(word_list("numbers")["unmet"])
    return re.compile(rf"(?<![\w-])(?:{words})(?=\s[a-z])", re.IGNORECASE)


def _met(word: re.Match[str]) -> str:
    """A number word that the parser knows in the place of one that it does not."""
    other = str(word_list("numbers")["unmet"][word[0].lower()])
    return other.capitalize() if word[0][0].isupper() else other


def veil(passage: Passage, mentions: Mentions) -> str:
    """The passage's text with such names, hedges and second units among its mentions replaced; offsets stay."""
    text = passage.text
    mixed = text.upper() != text  # in capitals throughout, any word looks like an acronym
    for m in mentions.actors:
        at = m.start - passage.start
        if mixed and m.kind in FIGHTING and (acronym := ACRONYM.match(text, at)):
            text = _put(text, at, acronym.end(), STAND_INS[len(acronym[0])])
        elif (name := next((n for n in NAMES if text.startswith(n, at)), None)) is not None:
            text = _put(text, at, at + len(name), NAMES[name])
    if '"' in text or "“" in text:
        text = SCARE.sub(lambda m: f" {m[1]} ", text)
        text = SO_CALLED.sub(lambda m: f" {m[1]}{m[1][-1]}-", text)
    if "eighbo" in text:
        text = BESIDE.sub(lambda m: "the".ljust(len(m[0])), text)
    text = text.replace(" - ", " – ")  # a hyphen between spaces is a dash
    text = _unmet().sub(_met, text)
    for start, end in put_in_ages(text):
        text = _put(text, start, end, "")
    for q in mentions.quantities:
        text = _plain(text, q, passage.start)
    return with_pauses(text, passage.start, mentions)


def _plain(text: str, q: QuantityMention, offset: int) -> str:
    """The text with the count's hedge as one plain word and without what tells the count again in another unit."""
    hedge = q.number.start - q.start if q.number is not None and q.noun is not None else 0
    if q.number is not None and hedge > len(PLAIN_HEDGE) and q.text.lower().startswith(_puzzling()):
        text = _put(text, q.start - offset, q.number.start - offset, PLAIN_HEDGE)
    if q.number is not None and (ceiling := CEILING.search(q.text)) is not None:
        text = _put(text, q.start - offset, q.start - offset + ceiling.end(), PLAIN_HEDGE)
    if q.unit == "percent" and RATIO.search(q.text) and text.startswith(" of ", q.end - offset):  # "one in five of the people"
        text = _put(text, q.start - offset, q.end - offset, "Most" if q.start == offset else "most")
    if (rest := REST.match(q.text)) is not None:  # "all but 300 of the 20,000 inhabitants"
        plain = "most" if q.unit == "percent" else "all" if rest["number"] else ""
        text = _put(text, q.start - offset, q.start - offset + rest.end("left" if rest["left"] else 0), plain)
    told = q.noun or q.number
    if q.also and told is not None:
        text = _put(text, told.end - offset, q.end - offset, "")
    return text


def _put(text: str, start: int, end: int, word: str) -> str:
    return text[:start] + word.ljust(end - start) + text[end:]


def unveil(tree: Tree, text: str) -> Tree:
    """The tree with the words of the text at its tokens' offsets."""
    if tree.text == text:
        return tree
    tokens = tuple(t if t.text == text[t.start : t.end] else _own_words(t, text) for t in without_pauses(tree, text))
    return Tree(text, tokens)


def _own_words(t: Token, text: str) -> Token:
    """The token with its own words, without the mark that closes a quotation."""
    word = text[t.start : t.end]
    if len(word) > 1 and word[-1] in '"”' and word[:-1].isalnum():
        return msgspec.structs.replace(t, text=word[:-1], lemma=word[:-1], end=t.end - 1)
    return msgspec.structs.replace(t, text=word, lemma=word)
