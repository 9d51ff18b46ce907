"""Subjects described by a participle that the parse took for the verb or the subject: "Militants linked to the group killed 12 people"."""

from collections.abc import Iterator

from marsad.model.syntax import Token
from marsad.reading.mend.hanging import FINITE, Tokens, as_subject, hung
from marsad.reading.mend.subordinate import OPENING
from marsad.reading.mend.verbless import UNDERGONE_BY_NONE
from marsad.reading.wordlists import word_set

BEHIND = ("ccomp", "xcomp", "parataxis", "conj", "advcl")  # how the parse hangs the true verb on the participle
STARTS = ("mark", "cc", "nsubj", "nsubj:pass", "expl")  # what a clause of its own begins with

WHERE = ("in", "near", "at", "outside", "from", "around")
DISGUISED = word_set("mends", "disguised")

SELVES = ("itself", "themselves", "himself", "herself")
NEVER_TELLING = UNDERGONE_BY_NONE | word_set("mends", "never_telling")


def with_described_subjects(tokens: Tokens) -> Tokens:
    """The tokens with such participles on their nouns, and the verbs behind them in the place of the participles."""
    for told, subject, verb in list(_described(tokens)):
        rest = {t.i: (verb, t.dep) for t in tokens if t.head == told and (t.i > verb or t.dep == "punct") and t.i != told}
        if any(dep == "conj" for _, dep in rest.values()):
            continue
        rest |= {as_.i: (posed.i, "case") for as_, posed in _posed(tokens, told, verb)}
        rest |= {posed.i: (told, "obl") for _, posed in _posed(tokens, told, verb)}
        place = (verb, tokens[told].dep) if tokens[told].head == told else (tokens[told].head, tokens[told].dep)
        tokens = hung(tokens, rest | {told: (subject, "acl"), subject: as_subject(tokens, verb), verb: place})
    for doing, subject, verb in list(_doing(tokens)):
        opening = {c.i: (verb, c.dep) for c in tokens[:subject] if c.head == doing}
        tokens = hung(tokens, opening | {doing: (subject, "acl"), subject: as_subject(tokens, verb)})
    for told, subject, where, verb in list(_before_places(tokens)):
        top = tokens[told]
        place = (verb, top.dep) if top.head == told else (top.head, top.dep)
        rest = {t.i: (verb, t.dep) for t in tokens if t.head == told and t.i > verb}
        tokens = hung(tokens, rest | {verb: place, told: (subject, "acl"), where: (told, "obl"), subject: as_subject(tokens, verb)})
    for told, subject in list(_set_off(tokens)):
        tokens = hung(tokens, {told: (subject, "acl"), subject: as_subject(tokens, tokens[told].head)})
    for told, noun, posed, verb in list(_disguised(tokens)):
        top = tokens[noun]
        place = (verb, top.dep) if top.head == noun else (top.head, top.dep)
        rest = {t.i: (verb, t.dep) for t in tokens if t.head == noun and (t.dep == "punct" or t.i > verb)}
        tokens = hung(tokens, rest | {posed: (told, "obl"), told + 1: (posed, "case"), noun: as_subject(tokens, verb), verb: place})
    for called, subject, name, verb in list(_called(tokens)):
        rest = {t.i: (verb, t.dep) for t in tokens if t.head == called and (t.i > verb or t.dep == "punct")}
        top = tokens[called]
        place = (verb, top.dep) if top.head == called else (top.head, top.dep)
        anew = {called: (subject, "acl"), name: (called, "xcomp"), subject: as_subject(tokens, verb), verb: place}
        tokens = hung(tokens, rest | anew)
    return tokens


def _doing(tokens: Tokens) -> Iterator[tuple[int, int, int]]:
    """Each word made a subject with the noun before it, which is the subject: "Rebels holding the port shelled it", "rebels opposed to"."""
    for doing in tokens:
        clause = doing.dep == "csubj" or (doing.dep in ("nsubj", "nsubj:pass") and doing.tag == "JJ") or _is_run_on(tokens, doing)
        if doing.tag not in ("VBG", "VBD", "VBN", "JJ") or not clause or not _is_finite(tokens, doing.head) or doing.head < doing.i:
            continue
        own = [c for c in tokens if c.head == doing.i and c.i < doing.i and c.dep not in ("obl", "punct")]
        beside = [c for c in tokens if c.head == doing.head and c.i != doing.i and c.dep.startswith(("nsubj", "csubj"))]
        if len(own) == 1 and own[0].dep == "nsubj" and not beside and _beside(tokens, own[0], doing):
            yield doing.i, own[0].i, doing.head


def _is_run_on(tokens: Tokens, doing: Token) -> bool:
    """Whether a participle runs on to the verb without a comma: "a plane carrying sorghum landed"."""
    return doing.tag == "VBG" and doing.dep == "advcl" and not any(t.text == "," for t in tokens[doing.i : doing.head])


def _is_finite(tokens: Tokens, verb: int) -> bool:
    """Whether a verb or its helping verb is one of a main clause."""
    return tokens[verb].tag in FINITE or any(c.head == verb and c.dep == "aux:pass" and c.tag in FINITE for c in tokens)


def _before_places(tokens: Tokens) -> Iterator[tuple[int, int, int, int]]:
    """Each participle with its noun, the place behind it that was made a subject, and the verb: "Nuns kidnapped in Goma were freed"."""
    for place in tokens[3:]:
        verb = tokens[place.head]
        placed = any(c.head == place.i and c.dep == "case" and c.text.lower() in WHERE for c in tokens[: place.i])
        if not place.dep.startswith("nsubj") or verb.i < place.i or not placed:
            continue
        told = next((t for t in reversed(tokens[: place.i]) if t.pos == "VERB"), place)
        own = [c for c in tokens if c.head == told.i and c.i < told.i]
        plain = told.tag == "VBN" and len(own) == 1 and own[0].dep.startswith("nsubj") and _beside(tokens, own[0], told)
        helped = verb.tag in FINITE or any(c.head == verb.i and c.dep.startswith("aux") for c in tokens)
        if plain and helped and not any(t.text == "," for t in tokens[told.i : place.i]):
            yield told.i, own[0].i, place.i, verb.i


def _set_off(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Each participle between two commas that took the subject of the verb behind it, with that: "rebels, helped by tanks, captured"."""
    for told in tokens[2:]:
        verb = tokens[told.head]
        if (
            told.tag != "VBN"
            or told.dep not in ("advcl", "ccomp")
            or verb.i < told.i
            or verb.tag not in FINITE
            or tokens[told.i - 1].text != ","
        ):
            continue
        own = [c for c in tokens if c.head == told.i and c.i < told.i and c.dep != "punct"]
        beside = any(c.head == verb.i and c.dep.startswith("nsubj") for c in tokens)
        closed = any(t.text == "," for t in tokens[told.i : verb.i])
        if len(own) == 1 and own[0].dep.startswith("nsubj") and closed and not beside:
            yield told.i, own[0].i


def _disguised(tokens: Tokens) -> Iterator[tuple[int, int, int, int]]:
    """Each "dressed as" on a noun without a verb, with the noun, the noun behind "as" that was made a subject, and its verb."""
    for told in tokens:
        if told.text.lower() not in DISGUISED or told.dep != "acl" or tokens[told.head].dep not in ("root", "parataxis"):
            continue
        for verb in (c for c in tokens if c.head == told.i and c.dep in BEHIND and c.tag in FINITE):
            posed = _posed(tokens, told.i, verb.i)
            if posed:
                yield told.i, told.head, posed[0][1].i, verb.i


def _called(tokens: Tokens) -> Iterator[tuple[int, int, int, int]]:
    """Each "calling itself" with the noun before it, the name behind it that was made a subject, and the verb of the clause."""
    for called in tokens:
        own = [c for c in tokens if c.head == called.i and c.i != called.i]
        selves = [c for c in own if c.dep == "obj" and c.text.lower() in SELVES]
        subjects = [c for c in own if c.dep == "nsubj" and c.i < called.i]
        verbs = [c for c in own if c.dep in ("ccomp", "xcomp", "conj", "parataxis") and c.tag in FINITE and c.i > called.i]
        if called.tag != "VBG" or not (selves and verbs) or len(subjects) != 1 or not _beside(tokens, subjects[0], called):
            continue
        names = [c for c in tokens if c.head == verbs[0].i and c.dep == "nsubj" and selves[0].i < c.i < verbs[0].i]
        if len(names) == 1:
            yield called.i, subjects[0].i, names[0].i, verbs[0].i


def _described(tokens: Tokens) -> Iterator[tuple[int, int, int]]:
    """Each such participle with its noun and the verb: no mark, "and" or comma stands between them, and the verb has no subject."""
    for told in tokens:
        done = told.tag in ("VBD", "VBN") or (told.tag == "JJ" and told.text.endswith("ed"))
        if told.tag != "VBG" and (not done or told.lemma in NEVER_TELLING):
            continue  # "fighters answering to a warlord seized", "militants linked to the group killed"
        own = [c for c in tokens if c.head == told.i and c.i != told.i]
        subjects = [c for c in own if c.dep.startswith("nsubj") and c.i < told.i]
        behind = [c for c in own if c.i > told.i and c.dep in BEHIND and c.tag in ("VBD", "VBN")]
        if len(subjects) != 1 or not behind or any(c.dep.startswith(("aux", "obj", "mark", "cop")) for c in own):
            continue
        verb = behind[0]
        if _beside(tokens, subjects[0], told) and _bare(tokens, told, verb):
            yield told.i, subjects[0].i, verb.i


def _beside(tokens: Tokens, subject: Token, told: Token) -> bool:
    """Whether the participle stands right behind the noun, which is no pronoun."""
    return subject.pos != "PRON" and all(t.head == subject.i for t in tokens[subject.i + 1 : told.i])


def _bare(tokens: Tokens, told: Token, verb: Token) -> bool:
    """Whether a phrase with a preposition and nothing else parts the two, and the verb is finite and starts no clause of its own."""
    between = tokens[told.i + 1 : verb.i]
    own = [c for c in tokens if c.head == verb.i and c.i < verb.i]
    finite = verb.tag == "VBD" or any(c.dep.startswith("aux") and c.tag in ("VBD", "VBP", "VBZ") for c in own)
    if _posed(tokens, told.i, verb.i):
        return finite
    if not finite or not between or (between[0].pos != "ADP" and between[0].dep != "case") or any(c.dep in STARTS for c in own):
        return False
    disguised = tokens[told.i].text.lower() in DISGUISED  # with "as": no clause follows
    between = between[1:] if disguised and between[0].text == "as" else between
    return not any((t.pos in ("PUNCT", "CCONJ") and t.tag != "HYPH") or t.text.lower() in OPENING for t in between)


def _posed(tokens: Tokens, told: int, verb: int) -> list[tuple[Token, Token]]:
    """The "as" and the noun of "disguised as policemen", which the parse gave to the verb as its own."""
    own = [c for c in tokens if c.head == verb and told < c.i < verb and c.dep in ("mark", "nsubj")]
    if tokens[told].text.lower() not in DISGUISED or [c.dep for c in own] != ["mark", "nsubj"]:
        return []
    return [(own[0], own[1])] if own[0].text == "as" and own[0].i == told + 1 else []
