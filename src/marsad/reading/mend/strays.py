"""Words that the parse hung beside their own head: prepositions on an owner, doers on a participle, numbers of more who do something."""

import calendar
from collections.abc import Iterator
from itertools import pairwise, takewhile

from marsad.model.syntax import Token
from marsad.reading.mend.hanging import FINITE, Tokens, above, as_subject, hung
from marsad.reading.wordlists import word_set

DAYS = frozenset(calendar.day_name)
LYING = word_set("mends", "lying")
LADEN = word_set("mends", "laden")
PARTS = word_set("mends", "parts")
UNOPPOSED = word_set("mends", "unopposed")
MAKING = word_set("mends", "making")
HELD = word_set("mends", "held")
BEFORE_NOUNS = frozenset({"compound", "amod"})
STRIKING = frozenset({"into", "at", "through", "against"})


def with_own_heads(tokens: Tokens) -> Tokens:
    """The tokens with what an owner or a participle drew to itself, and what a doer stands behind, where they belong."""
    tokens = hung(tokens, {t.i: (tokens[t.head].head, "case") for t in tokens if _on_owner(tokens, t)})
    for case, noun, relation in list(_on_first_words(tokens)):
        tokens = hung(tokens, {case: (noun, "case"), noun: (tokens[noun].head, relation)})
    tokens = hung(tokens, {i: (verb, "nsubj") for i, verb in _doing(tokens)})
    tokens = hung(tokens, {i: (noun, "det") for i, noun in _articles(tokens)})
    lying = [t for t in tokens[1:] if t.tag == "VBG" and t.dep == "advcl" and t.text.lower() in LYING and tokens[t.i - 1].pos == "NOUN"]
    tokens = hung(tokens, {t.i: (t.i - 1, "acl") for t in lying})  # "shelled villages surrounding Zintan"
    tokens = hung(tokens, {i: (verb, "obl") for i, verb in _times_of_others(tokens)})
    tokens = hung(tokens, {i: (verb, "nsubj") for i, verb in _tellers(tokens)})
    for number, close in list(_close_to(tokens)):
        tokens = hung(tokens, {number: (tokens[close].head, "obj"), close: (number, "advmod")})
    for noun, close, to in list(_close_on(tokens)):
        tokens = hung(tokens, {noun: (tokens[close].head, tokens[close].dep), close: (noun, "advmod"), to: (close, "fixed")})
    for place, close, to in list(_close_by(tokens)):
        tokens = hung(tokens, {place: (tokens[close].head, "obl"), close: (place, "case"), to: (close, "fixed")})
    tokens = hung(tokens, {t.i: (verb, t.dep) for t, verb in _days_between(tokens)})
    tokens = hung(tokens, {t.i: (tokens[t.head].head, "obl") for t in tokens if _on_day(tokens, t)})
    tokens = hung(tokens, {t.i: (verb, "xcomp") for t, verb in _unopposed(tokens)})
    tokens = hung(tokens, {i: (verb, "obl") for i, verb in _behind_semicolons(tokens)})
    tokens = hung(tokens, {t.i: (t.head, "xcomp") for t in tokens if _is_forced(tokens, t)})
    killed = [t for t in tokens if t.dep == "obj" and _to_death(tokens, tokens[t.head]) and t.i > t.head]
    tokens = hung(tokens, {t.i: (tokens[t.head].head, "obj") for t in killed})
    helped = [t for t in tokens if t.dep == "nummod" and tokens[t.head].dep.startswith(("aux", "cop"))]  # "and 11 were injured"
    tokens = hung(tokens, {t.i: as_subject(tokens, tokens[t.head].head) for t in helped})
    tokens = hung(tokens, {t.i: (t.head, "nsubj") for t in tokens if _counts_verb(tokens, t)})
    for number, more, verb in list(_more(tokens)):
        behind = {t.i: (verb, "obj") for t in tokens if t.head == verb and t.i > verb and t.dep == "nsubj"}
        tokens = hung(tokens, behind | {number: (verb, "nsubj"), more: (number, "advmod")})
    for laden, vehicle, phrases in list(_laden(tokens)):
        tokens = hung(tokens, {laden: (vehicle, "acl"), **dict.fromkeys(phrases, (tokens[vehicle].head, "obl"))})
    for noun, case, name in list(_nearby(tokens)):
        tokens = hung(tokens, {case: (name, "case"), name: (noun, "nmod")})
    for place, holder, held in list(_in_brackets(tokens)):
        tokens = hung(tokens, {held: (place, "amod"), holder: (held, "compound"), holder + 1: (held, "punct")})
    tokens = hung(tokens, {t.i: (t.head, "nsubj") for t in tokens if _is_share(tokens, t)})
    tokens = hung(tokens, {t.i: (tokens[t.head].head, "case") for t in tokens if _before_adjective(tokens, t)})
    for first, second, noun in list(_between_both(tokens)):
        own = {t.i: (second, "compound") for t in tokens[first + 1 : second] if t.head == first and t.dep == "conj"}
        freed = {first: (noun, "nmod")} if second in above(tokens, first) else {}
        tokens = hung(tokens, {second: (first, "conj"), **freed, **(own if freed else {})})
    return hung(tokens, {i: (noun, "acl") for i, noun in (*_done_by(tokens), *_set_off(tokens))})


def _on_owner(tokens: Tokens, t: Token) -> bool:
    """Whether a preposition hangs on an owner and not on what is owned: "from their homes"."""
    owner = tokens[t.head]
    return t.dep == "case" and t.pos == "ADP" and owner.dep == "nmod:poss" and owner.pos == "PRON" and t.i < owner.i < owner.head


def _on_first_words(tokens: Tokens) -> Iterator[tuple[int, int, str]]:
    """Prepositions on the first word of a name, each with the noun they belong to and how that hangs: "by Chechen fighters"."""
    for t in tokens:
        if t.dep != "case" or t.pos != "ADP" or tokens[t.head].dep not in BEFORE_NOUNS or t.head < t.i:
            continue
        noun = next((i for i in above(tokens, t.i) if tokens[i].dep not in BEFORE_NOUNS), t.i)
        joined = tokens[t.i + 1].tag == "HYPH" or any(
            c.dep == "case" and c.head == noun and c.i < t.i for c in tokens
        )  # "at an on-duty guard"
        plain = tokens[noun].pos in ("NOUN", "PROPN") and all(tokens[i].pos != "VERB" for i in range(t.i, noun))
        whole = plain and noun > t.head and not joined
        if whole and (relation := _behind(tokens, t, tokens[noun])):
            yield t.i, noun, relation


def _behind(tokens: Tokens, case: Token, noun: Token) -> str:
    """How a noun hangs once a preposition stands before it; empty where it does not."""
    above_it = tokens[noun.head]
    if noun.dep == "obj" and case.i > noun.head:
        return "obl"
    if noun.dep not in ("obl", "nmod"):
        return ""
    done = any(t.dep in ("aux:pass", "nsubj:pass") and t.head == above_it.i for t in tokens) or above_it.dep == "acl"
    by = case.text.lower() == "by" and above_it.tag == "VBN" and done
    return "obl:agent" if by else noun.dep


def _counts_verb(tokens: Tokens, t: Token) -> bool:
    """Whether a number is hung on the finite verb right behind it, which has no other subject: "4,000 have left and 3,000 remain"."""
    verb = tokens[t.head]
    right_behind = t.dep == "nummod" and verb.i == t.i + 1 and verb.pos == "VERB" and verb.tag in FINITE
    return right_behind and not any(c.head == verb.i and c.dep.startswith("nsubj") for c in tokens)


def _doing(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Doers of a participle to whom more was done, each with that verb: "Soldiers patrolling near the border were killed"."""
    for t in tokens:
        passive = t.tag == "VBG" and t.dep == "dep" and any(c.head == t.head and c.dep == "aux:pass" and c.i > t.i for c in tokens)
        if passive and not any(c.head == t.head and c.dep.startswith("nsubj") for c in tokens):
            yield from ((c.i, t.head) for c in tokens if c.head == t.i and c.dep == "nsubj" and c.i < t.i)


def _articles(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Articles that hang on a verb, each with the noun of its subject: "A 62-year-old woman suffered"."""
    for t in tokens:
        if t.dep == "det" and t.text.lower() in ("a", "an", "the") and tokens[t.head].pos in ("VERB", "AUX") and t.head > t.i:
            subject = next((s.i for s in tokens[t.i + 1 : t.head] if s.head == t.head and s.dep.startswith("nsubj")), None)
            if subject is not None and all(subject in (k.head, *above(tokens, k.i)) for k in tokens[t.i + 1 : subject]):
                yield t.i, subject


def _tellers(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Who tells what was done, taken for who did it: "Nine people were killed, Jane Smith, a nurse, told reporters"."""
    for t in tokens:
        done = tokens[t.head]
        if t.dep not in ("obl:agent", "appos") or t.pos not in ("NOUN", "PROPN") or done.pos != "VERB" or t.i < done.i:
            continue
        first = min([t.i, *(c.i for c in tokens if c.head == t.i and c.i < t.i and c.dep != "punct")])
        if not first or tokens[first - 1].text != "," or any(c.head == t.i and c.dep == "case" for c in tokens):
            continue
        verb = tokens[done.head]
        if done.dep == "ccomp" and verb.i > t.i and not any(c.head == verb.i and c.dep.startswith("nsubj") for c in tokens):
            yield t.i, verb.i


def _more(tokens: Tokens) -> Iterator[tuple[int, int, int]]:
    """Numbers of more who do something, each with the word and the verb: "400 more arrived", where "more" hangs on the verb."""
    for number, more in pairwise(tokens):
        verb = tokens[more.head]
        counted = number.dep == "nummod" and number.head == more.i and more.text.lower() == "more" and more.dep == "advmod"
        if (
            counted
            and verb.i > more.i
            and verb.pos == "VERB"
            and not any(t.head == verb.i and t.dep.startswith("nsubj") for t in tokens[: verb.i])
        ):
            yield number.i, more.i, verb.i


def _to_death(tokens: Tokens, death: Token) -> bool:
    """Whether a word is the death to which somebody is put: "hacked to death six farmers", whom the parse gave to the death."""
    return death.text.lower() == "death" and death.i > 0 and tokens[death.i - 1].text.lower() == "to" and tokens[death.head].pos == "VERB"


def _days_between(tokens: Tokens) -> Iterator[tuple[Token, int]]:
    """Days right before a verb, hung on what describes its subject: "troops backed by aircraft on Thursday pressed an offensive"."""
    for day, verb in pairwise(tokens):
        told = tokens[day.head]
        subject = tokens[told.head]
        beside = day.text in DAYS and day.dep == "obl" and told.dep == "acl" and told.i < day.i
        if beside and verb.tag in FINITE and subject.dep.startswith("nsubj") and subject.head == verb.i and subject.i < told.i:
            yield day, verb.i


def _unopposed(tokens: Tokens) -> Iterator[tuple[Token, int]]:
    """Words for nobody's resistance behind a place, each with the verb that they belong to: "entered Zintan unopposed"."""
    for t in tokens[1:]:
        if t.text.lower() in UNOPPOSED and t.dep != "advcl" and t.head < t.i and tokens[t.i - 1].pos in ("NOUN", "PROPN"):
            verb = next((i for i in (t.head, *above(tokens, t.head)) if tokens[i].pos == "VERB"), None)
            if verb is not None:
                yield t, verb


def _is_forced(tokens: Tokens, t: Token) -> bool:
    """Whether an infinitive tells what somebody was made to do, not to what end: "were forced by the army to leave"."""
    above_it = tokens[t.head]
    made = t.tag == "VB" and t.dep == "advcl" and above_it.tag == "VBN" and above_it.lemma in MAKING and above_it.i < t.i
    return made and any(c.head == t.i and c.text.lower() == "to" and c.dep == "mark" for c in tokens)


def _on_day(tokens: Tokens, t: Token) -> bool:
    """Whether a phrase behind a day that a verb has was hung on the day: "clashes broke out on Friday between"."""
    day = tokens[t.head]
    if t.dep != "nmod" or day.text not in DAYS or day.i > t.i or tokens[day.head].pos != "VERB":
        return False
    return any(
        c.dep == "case" and c.head == t.i and c.text.lower() in ("between", "with", "against", "at", "near", "around") for c in tokens
    )


def _times_of_others(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Since when and on which day, told behind where a place lies, each with its verb: "held the hills overlooking Zintan since May"."""
    for t in tokens:
        where = tokens[t.head]
        if t.dep != "obl" or where.dep != "acl" or where.text.lower() not in LYING or t.i < where.i:
            continue
        told = t.text in DAYS or any(c.head == t.i and c.text.lower() == "since" for c in tokens)
        verb = next((i for i in above(tokens, where.i) if tokens[i].pos == "VERB"), None)
        if told and verb is not None:
            yield t.i, verb


def _behind_semicolons(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Phrases that open what stands behind a semicolon or ", but", hung on the clause before, each with its verb."""
    subjects = {t.head: t.i for t in tokens if t.dep.startswith("nsubj")}  # the last one of each verb
    for mark in tokens[1:]:
        if mark.text != ";" and not (mark.text.lower() in ("but", "while", "whereas") and tokens[mark.i - 1].text == ","):
            continue
        opening = takewhile(lambda t: t.pos not in ("VERB", "AUX") and t.text != ";", tokens[mark.i + 1 :])
        phrase = next((t.i for t in opening if t.dep in ("obl", "nmod") and t.head < mark.i), None)
        if phrase is None:
            continue
        verb = next((v for v in range(phrase, len(tokens)) if subjects.get(v, -1) > phrase), None)
        if verb is not None:
            yield phrase, verb


def _close_to(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Numbers that are only neared, hung on the word for it, which is returned too: "drove close to a million from their homes"."""
    for t in tokens:
        close = tokens[t.head]
        number = t.pos == "NUM" or t.text.lower() in ("hundred", "thousand", "million")
        neared = number and t.dep == "obl" and close.text.lower() in ("close", "near") and close.dep == "advmod" and close.i < t.i
        if neared and tokens[close.head].pos == "VERB" and not any(c.head == close.head and c.dep == "obj" for c in tokens):
            yield t.i, close.i


def _close_on(tokens: Tokens) -> Iterator[tuple[int, int, int]]:
    """Counted nouns that only "close on" makes a phrase of, with its two words: "close on 90,000 Tigrayans have crossed"."""
    for close, to in pairwise(tokens):
        noun = tokens[to.head]
        near = close.text.lower() == "close" and close.dep.startswith("nsubj") and to.text.lower() in ("on", "to") and noun.head == close.i
        if near and any(c.head == noun.i and c.dep == "nummod" for c in tokens):
            yield noun.i, close.i, to.i


def _close_by(tokens: Tokens) -> Iterator[tuple[int, int, int]]:
    """Names that something is close to, each with the two words for it: "Close to Zintan, nine positions were hit"."""
    for close, to in pairwise(tokens):
        place = tokens[to.head]
        beside = close.text.lower() == "close" and close.dep == "advmod" and to.text.lower() == "to" and to.dep == "case"
        if beside and place.head == close.i and place.pos == "PROPN" and tokens[close.head].pos in ("VERB", "NOUN"):
            yield place.i, close.i, to.i


def _done_by(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Participles with a doer right behind a noun, each with that noun: "died in an ambush laid by rebels", hung on the dying."""
    for before, t in pairwise(tokens):
        beside = t.tag == "VBN" and t.dep in ("advmod", "advcl") and before.pos == "NOUN" and before.head == t.head and before.dep == "obl"
        if beside and any(c.head == t.i and c.dep == "obl:agent" for c in tokens):
            yield t.i, before.i


def _set_off(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Participles between a subject with a comma and its verb, each with the subject: "Kidal, held by rebels, was shelled"."""
    for noun, comma, t in zip(tokens, tokens[1:], tokens[2:], strict=False):
        beside = t.tag == "VBN" and t.dep == "dep" and comma.text == "," and noun.pos in ("NOUN", "PROPN")
        if beside and noun.dep.startswith("nsubj") and noun.head == t.head and t.head > t.i:
            yield t.i, noun.i


def _between_both(tokens: Tokens) -> Iterator[tuple[int, int, int]]:
    """First and second ones of two, the second made a subject, with the true one: "clashes between rebels and the army left nine dead"."""
    for case in tokens:
        if case.text.lower() != "between" or case.dep != "case" or case.head < case.i:
            continue
        first = case.head
        second = next((t for t in tokens[first + 1 :] if t.dep == "nsubj"), None)
        if second is None or not any(t.text.lower() == "and" for t in tokens[first + 1 : second.i]):
            continue
        if any(t.pos in ("VERB", "AUX", "PUNCT") for t in tokens[first + 1 : second.i]) or second.head < second.i:
            continue
        noun = next((t.i for t in tokens[: case.i] if t.dep == "nsubj" and t.head == second.head), None)
        if noun is not None:
            yield first, second.i, noun


def _laden(tokens: Tokens) -> Iterator[tuple[int, int, list[int]]]:
    """Words for what a vehicle is full of, right behind it, each with it and with what it is driven into: "drove a car packed with"."""
    for vehicle, t in pairwise(tokens):
        beside = t.text.lower() in LADEN and vehicle.pos == "NOUN" and vehicle.dep == "obj"
        if beside and (t.head, t.dep) in ((vehicle.head, "xcomp"), (vehicle.head, "advcl"), (vehicle.i, "acl")):
            into = {c.head for c in tokens if c.dep == "case" and c.text.lower() in STRIKING}
            yield t.i, vehicle.i, [c.i for c in tokens if c.dep == "obl" and c.head == t.i and c.i in into]


def _is_share(tokens: Tokens, t: Token) -> bool:
    """Whether a share that opens a clause is its subject: "A third of the town is in rebel hands"."""
    if t.text.lower() not in PARTS or t.dep not in ("obl", "nmod", "obl:unmarked", "obl:npmod") or t.head < t.i:
        return False
    own = {c.dep for c in tokens if c.head == t.i}
    above = {c.dep for c in tokens if c.head == t.head and c.i != t.i}
    return "nmod" in own and "case" not in own and "cop" in above and not above & {"nsubj", "nsubj:pass", "csubj"}


def _before_adjective(tokens: Tokens, t: Token) -> bool:
    """Whether a "to" that the parse took for that of a verb stands before an adjective of a noun: "access to clean water"."""
    adjective = tokens[t.head]
    noun = tokens[adjective.head]
    beside = t.text.lower() == "to" and t.dep == "mark" and adjective.tag == "JJ" and adjective.i == t.i + 1
    return beside and adjective.dep == "amod" and noun.i > adjective.i and noun.pos == "NOUN"


def _in_brackets(tokens: Tokens) -> Iterator[tuple[int, int, int]]:
    """Places with who holds them in brackets, each with the holder and the participle: "Kidal (rebel-held)"."""
    for place, bracket, holder, hyphen, held in zip(tokens, tokens[1:], tokens[2:], tokens[3:], tokens[4:], strict=False):
        inside = bracket.text == "(" and hyphen.text.endswith("-") and held.text.lower() in HELD
        if inside and place.pos in ("PROPN", "NOUN") and holder.pos in ("PROPN", "NOUN"):
            yield place.i, holder.i, held.i


def _nearby(tokens: Tokens) -> Iterator[tuple[int, int, int]]:
    """Names right before a verb that the parse gave them to, with the noun they belong to: "The camp near Gao shelters 6,000 people"."""
    for noun, case, name, verb in zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False):
        given = verb.tag in FINITE and case.head == name.head == verb.i and case.dep == "case" and name.dep == "compound"
        if given and name.pos == "PROPN" and noun.dep.startswith("nsubj") and noun.head == verb.i:
            yield noun.i, case.i, name.i
