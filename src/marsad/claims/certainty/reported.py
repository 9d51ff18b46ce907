"""What is told as somebody's report: denied, called false, only reported, or estimated, by the words that hold the clause."""

from typing import NamedTuple

from marsad.grammar.clause import is_verbal
from marsad.grammar.sentence import Sentence
from marsad.grammar.words import WordList
from marsad.model.claim import Status

REACH = 7  # tokens behind a denying verb in which the noun for what it denies stands
NAMED = 6  # tokens in which the end of a sentence names who estimates: ", the UN refugee agency estimates."
STEPS = 8  # governors looked at
HOLDING = ("acl", "advcl", "ccomp", "csubj", "xcomp", "nmod", "conj", "obj", "nsubj", "obl", "appos", "dep", "parataxis")
OUTRIGHT = {"no", "little"}  # "no truth to reports that"
AWAY = {"aside", "off", "against", "back"}  # "brushed aside", "shrugged off", "pushed back against"
DOUBTS = {"doubt", "doubts", "suspicion"}
CONFIRMING = {"confirmation", "verification", "corroboration"}
BESIDE = {"regarding", "concerning", "over", "about"}  # "denied the charges that were made regarding the murder"
APART = {"while", "whereas", "although", "though", "after", "before", "when", "since", "because", "until"}
FRAMES = ("obl", "advcl", "nmod", "parataxis")


class Told(NamedTuple):
    """The status that a report of somebody's words has, and the word that gives it."""

    status: Status
    word: str


def denied_report(s: Sentence, trigger: int, words: dict[str, WordList]) -> Told | None:
    """ "Refuted reports that rebels took the town", "the claim that they took it is false", or nobody can confirm it."""
    below = trigger
    for above in _holders(s, trigger):
        if is_verbal(s, above) and s.lower(above) in words["denying"] and _claimed(s, below, words):
            return Told("denied", s.lower(above))
        if s.lower(above) in words["retorting"] and _claimed(s, below, words) and _away(s, above, below):
            return Told("denied", s.lower(above))
        if _claimed(s, below, words) and any(s.lower(o) in DOUBTS for o in (above, *s.kids(above, "obj"))):
            return Told("doubted", "doubt")  # "cast doubt on claims that"
        if _called_false(s, above, below, words):
            return Told("denied", s.lower(above))
        if (_claimed(s, below, words) or s.lower(above) in CONFIRMING) and _unconfirmed(s, above, words):
            return Told("doubted", s.lower(above))
        below = above
    return _behind_denied_words(s, trigger, words)


def _behind_denied_words(s: Sentence, trigger: int, words: dict[str, WordList]) -> Told | None:
    """ "Refuted reports claiming rebels took the town", wherever the parse hangs what is claimed."""
    for v in range(trigger):
        denying = s.lower(v) in words["denying"] or (s.lower(v) in words["retorting"] and s.lower(v + 1) in AWAY)
        if not denying or not (is_verbal(s, v) or s.lower(v + 1) in AWAY) or s.kids(v, "aux:pass"):
            continue
        noun = next((n for n in range(v + 1, min(v + REACH, trigger)) if s.lower(n) in words["claims"] and not s.kids(n, "nsubj")), None)
        opened = noun is not None and s.lower(noun + 1) in ("that", "claiming", "saying", "alleging", "suggesting", "of")
        beside = noun is not None and any(s.lower(k) in BESIDE for k in range(noun, trigger))
        if opened and not beside and trigger in set(s.subtree(v, without=("conj", "parataxis"))):
            return Told("denied", s.lower(v))
    return None


def _away(s: Sentence, verb: int, noun: int) -> bool:
    return any(s.lower(x) in AWAY for x in range(verb + 1, min(noun, verb + REACH)))


def only_reported(s: Sentence, trigger: int, words: dict[str, WordList]) -> Told | None:
    """ "There were reports of shelling", "reports suggest that", "it was reported that", "was said to have"."""
    below = trigger
    for above in _holders(s, trigger):
        if s.tokens[above].pos == "NOUN" and not s.kids(above, "nsubj") and (told := _heard(s, above, words)):
            return told
        if is_verbal(s, above) and s.relation(below) in ("ccomp", "xcomp", "csubj"):
            passive = bool(s.kids(above, "aux:pass")) and not s.kids(above, "obl:agent")
            if passive and s.lower(above) in ("reported", "said", "alleged", "claimed", "rumored", "rumoured"):
                return Told("alleged", s.lower(above))
            if told := next(filter(None, (_heard(s, c, words) for c in s.kids(above, "nsubj"))), None):
                return told
        below = above
    return None


def _heard(s: Sentence, noun: int, words: dict[str, WordList]) -> Told | None:
    """What a noun makes of what it holds: "rumours that" leave it alleged, "fears that" possible."""
    if _vouched(s, noun, words):
        return None
    if s.lower(noun) in words["heard"]:
        return Told("alleged", s.lower(noun))
    return Told("possible", s.lower(noun)) if s.lower(noun) in words["feared"] else None


def estimated(s: Sentence, trigger: int) -> Told | None:
    """ "According to U.S. estimates", "by some estimates", "..., the UN estimates"."""
    clause = [trigger, *_holders(s, trigger)]
    for node in clause:
        if any(s.lower(c) in ("estimate", "estimates", "estimated") and not s.kids(c, "aux:pass") for c in s.kids(node, *FRAMES)):
            return Told("estimated", "estimates")
    top = trigger
    while s.relation(top) in ("nmod", "compound", "amod") and s.tokens[s.tokens[top].head].pos == "NOUN":
        top = s.tokens[top].head  # "the number of dead"
    if (s.relation(top) == "obj" or s.dep(top) == "nsubj:pass") and s.lemma(s.tokens[top].head) == "estimate":
        return Told("estimated", "estimated")
    words = [t.i for t in s.tokens if t.pos != "PUNCT"]
    last = words[-1] if words else 0
    comma = any(s.tokens[x].text == "," for x in range(max(0, last - NAMED), last))
    if s.lower(last) in ("estimates", "estimated") and comma and not s.kids(last, "obj", "aux:pass"):
        return Told("estimated", s.lower(last))
    return None


def gladly_done(s: Sentence, trigger: int, words: dict[str, WordList]) -> bool:
    """Whether somebody is glad to have been able to do it: "we are relieved that we could help evacuate 300 people"."""
    clause = [trigger, *_holders(s, trigger)]
    return any(
        s.lower(above) in words["gladness"] and any(s.lower(a) == "could" for a in s.kids(below, "aux"))
        for below, above in zip(clause, clause[1:], strict=False)
    )


def _holders(s: Sentence, i: int) -> list[int]:
    """The words that hold a clause, nearest first, up to a relative clause or a bound of steps."""
    found = []
    for _ in range(STEPS):
        relative = s.dep(i) == "acl:relcl" and not any(s.lower(m) == "that" for m in s.kids(i, "mark"))  # "a claim by rebels that they had"
        if s.relation(i) not in HOLDING or relative or s.tokens[i].head == i:
            break
        if s.relation(i) == "advcl" and any(s.lower(m) in APART for m in s.kids(i, "mark", "advmod")):
            break  # "reports that some died, while thousands flee"
        i = s.tokens[i].head
        found.append(i)
    return found


def _claimed(s: Sentence, i: int, words: dict[str, WordList]) -> bool:
    """Whether a word is a noun for what somebody says: "claims", "the rebels' reports"."""
    return s.lower(i) in words["claims"] and s.tokens[i].pos in ("NOUN", "PROPN")


def _called_false(s: Sentence, above: int, below: int, words: dict[str, WordList]) -> bool:
    about = _claimed(s, below, words) or (s.relation(below) in ("ccomp", "csubj", "advcl", "acl") and is_verbal(s, below))
    if not about:
        return False
    if any(s.lower(c) in words["false"] for c in s.kids(above, "xcomp")) and s.relation(below) in ("nsubj", "csubj"):
        return True  # "proved false", "turned out to be untrue"
    if s.lower(above) in words["false"]:
        return s.relation(below) in ("nsubj", "csubj", "ccomp", "advcl", "acl")
    if s.lower(above) in ("truth", "basis"):
        return any(s.lower(c) in OUTRIGHT for c in s.kids(above, "det", "amod", "advmod"))
    negated = any(s.lower(c) in ("not", "n't", "n’t", "never") for c in s.kids(above, "advmod"))
    return negated and s.lower(above) in words["true"]


def _unconfirmed(s: Sentence, above: int, words: dict[str, WordList]) -> bool:
    """Whether nobody confirms it: "the claim that they took it could not be verified", "no confirmation of the claim"."""
    if s.lower(above) in CONFIRMING:
        return any(s.lower(c) in OUTRIGHT for c in s.kids(above, "det", "amod"))
    over = s.tokens[above].head
    if s.lower(above) in words["vouching"] and s.relation(above) in ("xcomp", "csubj", "advcl", "acl") and _unable(s, over, words):
        return True  # "was unable to verify the claim", "it was not possible to verify it"
    return s.lower(above) in words["vouching"] and any(s.lower(c) in ("not", "n't", "n’t", "never") for c in s.kids(above, "advmod"))


def _unable(s: Sentence, i: int, words: dict[str, WordList]) -> bool:
    """Whether a word says that something cannot be done."""
    negated = any(s.lower(c) in ("not", "n't", "n’t", "never") for c in s.kids(i, "advmod"))
    return s.lower(i) in words["unable"] or (negated and s.lower(i) in ("possible", "able"))


def _vouched(s: Sentence, i: int, words: dict[str, WordList]) -> bool:
    """Whether somebody stands for the reports: "the UN's reports", "confirmed reports that"."""
    if s.kids(i, "nmod:poss", "compound") or any(s.case(c) in ("by", "from") for c in s.kids(i, "nmod")):
        return not any(s.lower(c) in ("unconfirmed", "unverified") for c in s.kids(i, "amod"))
    above = s.tokens[i].head
    return s.relation(i) == "obj" and s.tokens[above].lemma.lower() in words["vouching"]
