"""Verbs that come late, behind what is said of their subjects, and that the parse hung under it.

"Men believed to be rebels attacked a train", "the blast, which police blamed on the group, killed three", "troops led by tanks pushed into
Zintan", "police, hunting for him, set fire to houses", "militiamen loyal to ousted President Rawi seized a station".
"""

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from marsad.model.syntax import Token
from marsad.reading.mend.hanging import FINITE, Tokens, above, as_subject, hung
from marsad.reading.mend.verbless import UNDERGONE_BY_NONE
from marsad.reading.voices.cues import cue_forms
from marsad.reading.wordlists import word_set

BELIEVED = word_set("mends", "believed")
ONWARD = word_set("mends", "onward")
NEVER_TELLING = UNDERGONE_BY_NONE | word_set("mends", "never_telling")
NOUNS = ("NOUN", "PROPN")
OF_CLAUSE = ("nsubj", "nsubj:pass", "cop", "aux", "aux:pass", "expl", "case", "mark")
MAX_NOUNS = 3  # "a group of dozens of men believed to be": how many nouns may stand above the one described


class _Late(NamedTuple):
    """The verb, its subject, the word in whose place it belongs, and what is hung anew beside them."""

    verb: int
    subject: int
    top: int
    anew: dict[int, tuple[int, str]]


def with_late_verbs(tokens: Tokens) -> Tokens:
    """The tokens with each such verb above its subject, and what is said of the subject under it."""
    tokens = hung(tokens, {t.i: (t.head, "acl:relcl") for t in tokens if t.dep == "acl" and t.tag in FINITE and _is_relative(tokens, t)})
    for find in (_believed, _unnamed, _aside, _blamed_aside, _led, _behind_aside, _loyal):
        for late in list(find(tokens)):
            tokens = _raised(tokens, late)
    for verb, noun, first in list(_listed(tokens)):
        tokens = hung(tokens, {verb: (first, "conj"), noun: (verb, "obj")})
    for verb, noun in list(_beside_object(tokens)):
        top = tokens[noun]
        rest = {t.i: (verb, t.dep) for t in tokens if t.head == noun and t.i != noun and (t.i < verb or t.dep == "punct")}
        tokens = hung(tokens, rest | {noun: (verb, "obj"), verb: (verb if top.head == noun else top.head, top.dep)})
    return tokens


def _is_relative(tokens: Tokens, verb: Token) -> bool:
    """Whether a word that only opens relative clauses belongs to a verb: "the raid, for which they blamed the army"."""
    return any(c.head == verb.i and c.i < verb.i and c.tag in ("WDT", "WP") for c in tokens)


def _raised(tokens: Tokens, late: _Late) -> Tokens:
    """The tokens with the verb in its place, its subject under it, and what stood above both behind it."""
    verb, subject, top = late.verb, late.subject, late.top
    place = (verb, tokens[top].dep) if tokens[top].head == top else (tokens[top].head, tokens[top].dep)
    rest = {t.i: (verb, t.dep) for t in tokens if t.head == top and t.i != top and (t.i > verb or t.dep == "punct")}
    anew = rest | late.anew | {verb: place}
    kept = tuple(t for t in tokens if t.i not in anew)
    tokens = hung(tokens, anew | {subject: as_subject(kept, verb)})
    return tuple(msgspec.structs.replace(t, tag="VBD", pos="VERB") if t.i == verb and t.tag in ("VB", "VBN") else t for t in tokens)


def _is_bare_noun(tokens: Tokens, noun: Token) -> bool:
    """Whether a noun stands where the verb of a clause should, and nothing makes it a predicate."""
    on_top = noun.dep in ("root", "parataxis", "ccomp") and noun.pos in NOUNS
    return on_top and not any(c.head == noun.i and c.dep in OF_CLAUSE for c in tokens)


def _outermost(tokens: Tokens, noun: Token) -> Token:
    """The noun that a phrase is about: "a group" in "a group of men"."""
    for _ in range(MAX_NOUNS):
        if noun.dep != "nmod" or tokens[noun.head].pos not in NOUNS:
            break
        noun = tokens[noun.head]
    return noun


def _believed(tokens: Tokens) -> Iterator[_Late]:
    """Verbs of whose subject it is said first what it is believed to be."""
    for told in tokens:
        to, be = told.i + 1, told.i + 2
        if told.text.lower() not in BELIEVED or be >= len(tokens) or tokens[to].text != "to" or tokens[be].tag != "VB":
            continue
        yield from _belonging(tokens, told, tokens[be])
        for noun in tokens[be + 1 :]:
            verb = tokens[noun.head]
            if noun.dep not in ("nsubj", "obl") or verb.tag not in FINITE or verb.head != told.i or verb.i < noun.i:
                continue  # "to be rebels", "to be from Chad"
            own = [c for c in tokens if c.head == told.i and c.dep.startswith("nsubj") and c.i < told.i]
            subject = own[0] if own else tokens[told.head]
            if not own and told.dep != "acl":
                break
            outer = subject if own else _outermost(tokens, subject)
            if own or _is_bare_noun(tokens, outer):
                anew = {told.i: (subject.i, "acl"), noun.i: (told.i, "xcomp"), to: (noun.i, "mark"), be: (noun.i, "cop")}
                yield _Late(verb.i, outer.i, told.i if own else outer.i, anew)
            break


def _belonging(tokens: Tokens, told: Token, verb: Token) -> Iterator[_Late]:
    """The verb behind what somebody is believed to do: "jets thought to belong to the army bombed"."""
    own = [c for c in tokens if c.head == told.i and c.i != told.i]
    subjects = [c for c in own if c.dep.startswith("nsubj") and c.i < told.i]
    verbs = [c for c in own if c.i > verb.i + 1 and c.tag == "VBD" and c.dep in ("ccomp", "xcomp", "conj", "parataxis")]
    if verb.head == told.i and len(subjects) == len(verbs) == 1 and not _has_subject(tokens, verbs[0]):
        if not any(c.dep.startswith("aux") for c in own):
            yield _Late(verbs[0].i, subjects[0].i, told.i, {told.i: (subjects[0].i, "acl")})


def _unnamed(tokens: Tokens) -> Iterator[_Late]:
    """Sayings of those of whom it is said first that they would not be named: "a nurse who asked not to be named said"."""
    for be, named, said in zip(tokens[1:], tokens[2:], tokens[3:], strict=False):
        if be.text != "be" or tokens[be.i - 1].text not in ("to", "not") or named.tag != "VBN" or said.text.lower() not in cue_forms():
            continue
        asked = next((t for t in reversed(tokens[: be.i]) if t.dep == "acl:relcl"), None)
        if asked is None or said.tag not in ("VBD", "VBN") or not _is_bare_noun(tokens, tokens[asked.head]):
            continue
        parted = (asked.head, asked.i, named.i, said.i)
        subjects = {t.head for t in tokens[said.i :] if t.dep.startswith("nsubj")}
        told = next((t for t in tokens[said.i + 1 :] if t.head in parted and t.i in subjects), None)
        if told is not None and said.head != said.i:
            yield _Late(said.i, asked.head, asked.head, {named.i: (asked.i, "xcomp"), told.i: (said.i, "ccomp")})


def _aside(tokens: Tokens) -> Iterator[_Late]:
    """Verbs behind a participle between two commas that was taken for the verb: "men, believed to be rebels, attacked a train"."""
    for told in tokens[2:]:
        own = [c for c in tokens if c.head == told.i and c.i != told.i]
        subjects = [c for c in own if c.dep.startswith("nsubj") and c.i < told.i]
        if tokens[told.i - 1].text != "," or len(subjects) != 1 or not _may_describe(told, own):
            continue
        if any(subjects[0].i not in (t.i, *above(tokens, t.i)) for t in tokens[subjects[0].i : told.i - 1]):
            continue  # "the rebels, however, withdrew"
        verbs = [c for c in own if c.i > told.i and c.tag == "VBD" and c.dep in ("ccomp", "conj", "parataxis", "xcomp", "advcl")]
        if len(verbs) == 1 and tokens[verbs[0].i - 1].text == "," and not _has_subject(tokens, verbs[0]):
            yield _Late(verbs[0].i, subjects[0].i, told.i, {told.i: (subjects[0].i, "acl")})


def _may_describe(told: Token, own: list[Token]) -> bool:
    """Whether a word with these under it may be a participle or an adjective that says what somebody is like."""
    if any(c.dep.startswith(("aux", "cop", "obj", "ccomp")) and c.tag != "VBD" for c in own):
        return False
    if told.tag in ("VBN", "VBG", "JJ"):
        return True
    return (
        told.tag == "VBD"
        and told.lemma not in NEVER_TELLING
        and told.text.lower() not in cue_forms()
        and any(c.dep.startswith("obl") and c.i > told.i for c in own)
    )


def _has_subject(tokens: Tokens, verb: Token) -> bool:
    """Whether a verb has a subject, a mark or an auxiliary of its own."""
    return any(c.head == verb.i and c.dep.startswith(("nsubj", "mark", "aux", "cc")) for c in tokens)


def _beside_object(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Past forms behind a comma taken for adjectives of their object, which was taken for the predicate of the subject."""
    for deed in tokens[1:]:
        noun = tokens[deed.head]
        own = [c for c in tokens if c.head == noun.i and c.i != noun.i]
        taken = deed.tag == "VBD" and deed.dep == "amod" and tokens[deed.i - 1].text == "," and noun.dep in ("root", "ccomp", "parataxis")
        if (
            taken
            and not any(c.dep in ("cop", "case", "aux", "det") for c in own)
            and any(c.dep == "nsubj" and c.i < deed.i - 1 for c in own)
        ):
            yield deed.i, noun.i


def _blamed_aside(tokens: Tokens) -> Iterator[_Late]:
    """Verbs behind a clause that somebody has something to say in, given to the one who says it."""
    for verb in tokens:
        noun = tokens[verb.head]
        if verb.dep != "acl:relcl" or verb.tag not in FINITE or not _is_bare_noun(tokens, noun):
            continue
        own = [c for c in tokens if c.head == verb.i and c.i < verb.i]
        which = [c for c in own if c.text.lower() in ("which", "whom", "that") and c.dep in ("obj", "obl")]
        who = [c for c in own if c.dep == "nsubj" and which and c.i > which[0].i]
        if len(which) != 1 or len(who) != 1 or tokens[which[0].i - 1].text != "," or tokens[verb.i - 1].text != ",":
            continue
        did = tokens[who[0].i + 1]
        if did.tag in ("VBN", "VBD") and did.head == who[0].i and did.dep == "acl":
            anew = {did.i: (noun.i, "acl:relcl"), who[0].i: (did.i, "nsubj"), which[0].i: (did.i, "obj")}
            yield _Late(verb.i, noun.i, noun.i, anew)


def _led(tokens: Tokens) -> Iterator[_Late]:
    """Verbs given to the last noun of what a bare noun is told of: "soldiers backed by armour pushed into the town"."""
    for verb in tokens:
        inner = tokens[verb.head]
        told = tokens[inner.head]
        noun = tokens[told.head]
        stacked = verb.dep == "acl" and told.dep == "acl" and inner.dep in ("obl", "obl:agent") and told.tag in ("VBN", "VBD")
        if not stacked or verb.tag not in ("VBN", "VBD") or not noun.i < told.i < inner.i == verb.i - 1 or not _is_bare_noun(tokens, noun):
            continue
        own = [c for c in tokens if c.head == verb.i and c.i > verb.i]
        aimed = any(c.dep == "case" and c.text.lower() in ONWARD and tokens[c.head] in own for c in tokens)
        if any(c.dep == "obl:agent" for c in own):
            continue
        if aimed or any(c.dep == "obj" for c in own):
            yield _Late(verb.i, noun.i, noun.i, {})


def _behind_aside(tokens: Tokens) -> Iterator[_Late]:
    """Verbs made one list with a bare noun behind what is said of it between two commas."""
    for verb in tokens:
        noun = tokens[verb.head]
        listed = verb.dep in ("conj", "parataxis") and verb.tag in ("VB", "VBD") and verb.i > noun.i + 1 and tokens[verb.i - 1].text == ","
        if not listed or not _is_bare_noun(tokens, noun) or any(c.head == verb.i and c.i < verb.i and c.dep != "punct" for c in tokens):
            continue
        if tokens[noun.i + 1].text == "," and any(c.head == noun.i and c.dep in ("acl", "appos") and noun.i < c.i < verb.i for c in tokens):
            yield _Late(verb.i, noun.i, noun.i, {})


def _loyal(tokens: Tokens) -> Iterator[_Late]:
    """Verbs of those who are loyal to somebody "ousted", a participle that was taken for their deed."""
    for to, told in zip(tokens, tokens[1:], strict=False):
        if to.text != "to" or to.head != told.i or told.tag not in ("VBD", "VBN") or to.i == 0 or tokens[to.i - 1].pos != "ADJ":
            continue
        subjects = [c for c in tokens if c.head == told.i and c.dep.startswith("nsubj") and c.i < to.i]
        verbs = [c for c in tokens if c.head == told.i and c.tag in FINITE and c.i > told.i]
        if len(subjects) != 1 or len(verbs) != 1 or tokens[to.i - 1].head != subjects[0].i:
            continue
        between = tokens[told.i + 1 : verbs[0].i]
        names = [c for c in between if (c.head, c.dep) in ((verbs[0].i, "nsubj"), (told.i, "obj"))]
        if len(names) == 1:
            anew = {told.i: (names[0].i, "amod"), to.i: (names[0].i, "case"), names[0].i: (to.i - 1, "obl")}
            yield _Late(verbs[0].i, subjects[0].i, told.i, anew)


def _listed(tokens: Tokens) -> Iterator[tuple[int, int, int]]:
    """Past forms taken for adjectives in a list of deeds, with the noun behind and the first verb: "took Zintan, looted shops and fled"."""
    for deed in tokens[1:]:
        noun = tokens[deed.head]
        first = tokens[noun.head]
        taken = deed.tag == "VBD" and deed.dep == "amod" and tokens[deed.i - 1].text == "," and noun.dep == "obj" and first.tag == "VBD"
        if taken and any(c.head == first.i and c.dep == "obj" and c.i < deed.i for c in tokens) and first.i < deed.i:
            yield deed.i, noun.i, first.i
