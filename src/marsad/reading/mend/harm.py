"""Those who came to harm, where the parse took the word for it for another: "the civilians killed at 39", "were led out and shot"."""

from collections.abc import Iterator
from itertools import pairwise

import msgspec

from marsad.model.syntax import Token
from marsad.reading.mend.hanging import Tokens, above, hung, last_of
from marsad.reading.wordlists import word_set

HARMING = word_set("mends", "harming")
HARMED = word_set("mends", "harmed")
OWN = ("obj", "nsubj", "nsubj:pass", "aux", "aux:pass", "ccomp", "det", "amod", "nmod", "compound")
GRAVELY = word_set("mends", "gravely")
FINDING = word_set("mends", "finding")
REPORTED = word_set("mends", "reported")


def with_harm(tokens: Tokens) -> Tokens:
    """The tokens with the participles of harm as participles, and with what a label counts as what came to harm."""
    for shot, verb in list(_shot(tokens)):
        tokens = hung(tokens, {shot: (verb, "conj")})
        tokens = _retagged(tokens, {shot}, lemma="shoot")
    for shot, doer in list(_shot_and_killed(tokens)):
        tokens = hung(tokens, {doer: (shot, "nsubj")})
        tokens = tuple(msgspec.structs.replace(t, pos="VERB", tag="VBD", lemma="shoot") if t.i == shot else t for t in tokens)
    for shot, doer, verb in list(_shot_at_first(tokens)):
        top = tokens[verb]
        place = (shot, top.dep) if top.head == verb else (top.head, top.dep)
        rest = {t.i: (shot, t.dep) for t in tokens if t.head == verb and t.dep == "punct"}
        tokens = hung(tokens, rest | {doer: (shot, "nsubj"), verb: (shot, "conj"), shot: place})
        tokens = tuple(msgspec.structs.replace(t, tag="VBD") if t.i == shot else t for t in tokens)
    tokens = hung(tokens, {t.i: (verb, "advcl") for t, verb in _harming(tokens)})
    tokens = _retagged(tokens, {t.i for t in tokens if _is_participle(tokens, t)})
    tokens = hung(tokens, {who: (harmed, "nsubj:pass") for who, harmed in _undergone(tokens)})
    tokens = _retagged(tokens, {t.head for t in tokens if t.dep == "nsubj:pass" and tokens[t.head].tag == "VBD"} & _bare_past(tokens))
    tokens = hung(tokens, {part: (harmed, "parataxis") for part, harmed in _gravely(tokens)})
    labels = list(_labels(tokens))
    for noun, harmed, number in labels:
        loose = {t.i: (noun, t.dep) for t in tokens if t.head in range(noun + 1, harmed + 1) and t.i > harmed}
        said = dict.fromkeys(range(noun + 1, harmed), (harmed, "advmod"))
        tokens = hung(tokens, {**loose, **said, noun: (noun, "root"), harmed: (noun, "acl"), number: (noun, "appos")})
        tokens = _retagged(tokens, set(range(noun + 1, harmed + 1)))
    return tokens


def _retagged(tokens: Tokens, participles: set[int], lemma: str | None = None) -> Tokens:
    """The tokens with some as participles; the same object where there are none."""
    if not participles:
        return tokens
    return tuple(
        msgspec.structs.replace(t, pos="VERB", tag="VBN", lemma=lemma or t.lemma) if t.i in participles and t.tag != "RB" else t
        for t in tokens
    )


def _is_participle(tokens: Tokens, t: Token) -> bool:
    """Whether a word of harm is a participle in spite of its tag: "the civilians killed at 39", "were shot and wounded"."""
    if t.text.lower() not in HARMED or t.tag not in ("VBD", "JJ"):
        return False
    below = {c.dep for c in tokens if c.head == t.i}
    if t.tag == "VBD":
        return t.dep == "acl" and tokens[t.head].pos != "NUM" and not below & {"obj", "nsubj", "nsubj:pass", "ccomp", "mark"}
    return t.dep == "conj" and tokens[t.head].tag == "VBN" and any(c.head == t.head and c.dep == "aux:pass" for c in tokens)


def _bare_past(tokens: Tokens) -> set[int]:
    """The words of harm without an auxiliary and without anybody whom they do harm to."""
    busy = {t.head for t in tokens if t.dep.startswith("aux") or t.dep in ("obj", "iobj", "ccomp", "xcomp")}
    return {t.i for t in tokens if t.text.lower() in HARMED and t.tag in ("VBN", "VBD") and t.i not in busy}


def _undergone(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Who was harmed and is taken for who did it: "reported three people killed", "a man was killed and his brother wounded"."""
    bare = _bare_past(tokens)
    for t in tokens:
        harmed = tokens[t.head]
        if t.dep != "nsubj" or t.head not in bare or last_of(tokens, t.i) + 1 != t.head or t.pos == "PRON":
            continue
        over = tokens[harmed.head]
        joined = harmed.dep == "conj" and over.tag == "VBN" and any(c.head == over.i and c.dep == "aux:pass" for c in tokens)
        reported = harmed.dep in ("ccomp", "xcomp") and harmed.tag == "VBN" and over.lemma in FINDING and over.i < t.i
        counted = harmed.dep == "advcl" and harmed.tag == "VBN" and t.pos == "NUM" and t.i == 0
        numbered = t.pos == "NUM" or any(c.head == t.i and c.dep == "nummod" for c in tokens)
        counted |= harmed.dep == "root" and numbered and harmed.i + 1 < len(tokens) and tokens[harmed.i + 1].text in (",", ".", "in")
        fronted = harmed.dep == "advcl" and any(c.head == t.i and c.dep == "case" and c.text.lower() == "of" for c in tokens)
        if joined or reported or counted or fronted:  # "of the 60 people killed, 18 were soldiers"
            yield t.i, harmed.i


def _gravely(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """How many of those harmed are harmed gravely, with the harm: "left 12 dead and 30 wounded, five of them critically"."""
    for number, of, them, how in zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False):
        if number.pos != "NUM" or (of.text, them.text) != ("of", "them") or how.text.lower() not in GRAVELY:
            continue
        before = [t.i for t in tokens[: number.i] if t.text.lower() in HARMED]
        if before and how.head == number.i and number.dep in ("obj", "conj", "xcomp"):
            yield number.i, before[-1]


def _shot(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """A "shot" that stands alone behind "and" and a passive, taken for a noun, with the verb: "were taken from the bus and shot"."""
    for t in tokens:
        if t.text.lower() != "shot" or t.tag != "NN" or t.dep != "conj" or tokens[t.i - 1].text.lower() != "and":
            continue
        if any(c.head == t.i and c.dep in OWN for c in tokens):
            continue
        verb = next((a for a in above(tokens, t.i) if any(c.head == a and c.dep == "aux:pass" for c in tokens)), None)
        if verb is not None and tokens[verb].tag == "VBN":
            yield t.i, verb


def _shot_and_killed(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Each "shot" before "and killed" or the like that was taken for a noun, with who shot: "Police shot and killed a man"."""
    for shot, joint, verb in zip(tokens, tokens[1:], tokens[2:], strict=False):
        taken = shot.text.lower() == "shot" and shot.tag == "NN" and joint.text.lower() == "and" and verb.text.lower() in HARMED
        if not taken or verb.head != shot.i or any(c.head == shot.i and c.dep in ("case", "cop") for c in tokens):
            continue
        before = [c for c in tokens[: shot.i] if c.head == shot.i and c.dep in ("nsubj", "compound", "nmod:unmarked")]
        if before and before[-1].tag in ("NNS", "NN", "NNP"):
            yield shot.i, before[-1].i


def _shot_at_first(tokens: Tokens) -> Iterator[tuple[int, int, int]]:
    """Each "shot" before "and killed" that was hung on who shot, with him and the other verb: "Two men shot and killed a guard"."""
    for shot, joint, verb in zip(tokens, tokens[1:], tokens[2:], strict=False):
        taken = shot.text.lower() == "shot" and shot.dep == "acl" and joint.text.lower() == "and" and verb.text.lower() in HARMED
        active = taken and verb.tag == "VBD" and any(c.head == verb.i and c.dep == "obj" for c in tokens)
        if active and tokens[shot.head].head == verb.i and tokens[shot.head].dep.startswith("nsubj"):
            yield shot.i, shot.head, verb.i


def _harming(tokens: Tokens) -> Iterator[tuple[Token, int]]:
    """What came of a deed, hung on what its object does, with the verb of the deed: "attacked a convoy carrying miners, killing 18"."""
    for comma, t in pairwise(tokens):
        told = tokens[t.head]
        target = tokens[told.head]
        beside = comma.text == "," and t.text.lower() in HARMING and t.dep == "advcl" and told.i < t.i
        if beside and told.tag == "VBG" and told.dep == "acl" and target.dep == "obj" and tokens[target.head].pos == "VERB":
            yield t, target.head


def _labels(tokens: Tokens) -> Iterator[tuple[int, int, int]]:
    """Who came to harm by a label, with the word for it and the number: "Civilians reported killed: 21"."""
    if len(tokens) < 4 or tokens[0].tag not in ("NNS", "NNPS"):
        return
    harmed = 2 if tokens[1].text.lower() in REPORTED else 1
    number = harmed + 2
    if number < len(tokens) and tokens[harmed].text.lower() in HARMED and tokens[harmed + 1].text == ":" and tokens[number].pos == "NUM":
        yield 0, harmed, number
