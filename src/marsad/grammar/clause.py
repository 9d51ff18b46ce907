"""The clause of a verb: whether a word acts as one, its voice, and whose deed it tells, own or inherited."""

from marsad.grammar.sentence import Sentence
from marsad.grammar.words import lists_of, past_forms
from marsad.reading.wordlists import word_set

RELATIVE = {"who", "whom", "which", "that", "whose", "where"}
MAKING = word_set("frames", "making")
MAIN = {"root", "ccomp", "conj", "parataxis", "advcl"}  # relations of the predicate of a clause
JOINS = {":", ";", "as", "while", "when", "because", "although"}  # what stands between two clauses
BYSTANDING = word_set("frames", "bystanding")
SERVED = word_set("frames", "served")
UNDERGONE = word_set("frames", "undergone") | SERVED
NEVER_PAST = word_set("frames", "never_past")
AIDING = word_set("frames", "aiding")
OPENING = 3  # tokens: "of all the dead"
BE_REACH = 4  # tokens from "were" to the noun: "22 were young women"
MAX_STEPS = 12  # how far subjects are looked up; a bound, no sentence needs more


def is_verbal(s: Sentence, i: int) -> bool:
    """Whether a token acts as a verb."""
    token = s.tokens[i]
    if token.tag == "VBZ" and s.kids(i, "case"):
        return False  # "killed in clashes"
    if token.pos in ("VERB", "AUX") or token.tag.startswith("VB"):
        return True  # the tagger takes "controls" for a noun now and then, but a relative clause needs a verb
    if token.tag == "NN" and (
        token.text.endswith(("ed", "ing")) and s.kids(i, "obj") or any(s.dep(c) == "nsubj:pass" for c in s.children[i])
    ):
        return True  # "soldiers torched six houses", "denied shelling the town", "7 dead, 22 hurt"
    if token.dep == "acl" and is_relative(s, i):
        return True
    if token.tag not in ("NNS", "NN", "JJ") or s.kids(i, "cop", "det"):
        return False
    if token.tag == "NNS" and s.kids(i, "nsubj", "compound") and s.kids(i, "obj"):
        return True  # "the group controls large parts of the plain", "the camp houses families"
    if token.tag == "JJ" and s.kids(i, "obj") and s.kids(i, "nsubj"):
        return True  # "rebels set houses ablaze", "set" read as an adjective
    if token.dep == "acl:relcl":
        return token.tag != "JJ" and any(s.dep(c) == "nsubj" for c in s.children[i])
    return token.dep in MAIN and s.lower(i) in past_forms()  # "soldiers torched Zintan" read as a noun


def is_relative(s: Sentence, v: int) -> bool:
    """Whether a word is the verb of a relative clause, also one that was read as a noun: "the last town that the militia controls"."""
    token = s.tokens[v]
    as_noun = token.dep == "acl" and token.tag == "NNS" and any(s.lower(m) == "that" for m in s.kids(v, "mark"))
    return token.dep == "acl:relcl" or as_noun


def makes_do(s: Sentence, v: int) -> bool:
    """Whether a verb makes its object do something: "forcing thousands to flee"."""
    return s.tokens[v].lemma.lower() in MAKING and is_verbal(s, v) and bool(s.objects(v))


def is_passive(s: Sentence, v: int, _steps: int = 0) -> bool:
    """Whether the verb's surface subject is its patient."""
    if s.kids(v, "nsubj:pass", "csubj:pass", "aux:pass"):
        return any(s.dep(c) in ("nsubj:pass", "csubj:pass", "aux:pass") for c in s.children[v])
    token = s.tokens[v]
    if any(s.dep(c) == "nsubj" for c in s.children[v]):
        if token.text.lower() in NEVER_PAST and not s.kids(v, "aux") and token.dep in ("root", "conj", "parataxis"):
            return True  # "Two nurses taken hostage"
        marked = (
            s.left_first(v) is not None
            or (v > 1 and s.tokens[v - 1].text == ",")  # "a doctor, reached by telephone, said"
            or any(s.lower(m) == "with" for m in s.kids(v, "mark", "case"))
            or s.kids(v, "obl:agent")
            or s.passage.kind in ("headline", "bullet")
        )
        undergone = token.lemma.lower() in UNDERGONE and token.dep in ("root", "conj", "parataxis")  # "Two soldiers killed, one injured."
        helped = undergone and token.lemma.lower() in SERVED
        given = helped and any(s.case(c) == "with" for c in s.kids(v, "obl"))  # "Oxfam: 300 families provided with tents"
        told = token.tag == "VBN" or given or (helped and s.passage.kind in ("bullet", "headline"))  # "- 4,000 children vaccinated"
        return bool(told and not s.kids(v, "aux") and (marked or undergone) and not s.objects(v) and token.dep != "acl:relcl")
    if token.tag not in ("VBN", "VBD"):
        return False
    if s.objects(v) or s.kids(v, "aux"):
        return False
    if token.lemma.lower() in UNDERGONE and _count_before(s, v):  # "resulted in 16 killed"
        return True
    if token.dep == "acl" and s.kids(v, "obl:agent"):  # "the raid in Zintan carried out by rebels", whatever the tag
        return True
    if token.dep == "conj" and _steps < MAX_STEPS and is_verbal(s, token.head):
        return token.tag == "VBN" and is_passive(s, token.head, _steps + 1)
    return token.tag == "VBN" and token.dep in ("acl", "amod", "advcl", "root", "xcomp", "acl:relcl", "parataxis", "ccomp")


def _count_before(s: Sentence, v: int) -> list[int]:
    """The bare count that stands for the subject of a participle: "12 killed in strike", "and ten more wounded"."""
    if s.tokens[v].tag == "VBG" and s.lemma(s.tokens[v].head) == "send":  # "raid sends 3,000 fleeing"
        return [c for c in s.kids(v, "nummod") if c == v - 1]
    if s.tokens[v].tag not in ("VBN", "VBD"):
        return []
    if v > 1 and s.lower(v - 1) == "others" and s.lower(v - 2) == "and":  # "nine were killed and others displaced"
        return [v - 1]
    before = [m for _, last, m in s.quantities if last == v - 1 and m.noun is None]
    if before and s.tokens[v - 1].pos == "NUM" and not s.objects(v):  # "resulted in 16 killed and 20 wounded"
        return [v - 1]
    return [c for c in s.kids(v, "nummod", "dep") if c < v and (s.tokens[c].pos == "NUM" or s.kids(c, "nummod"))][:1]


def surface_subject(s: Sentence, v: int, steps: int = 0) -> tuple[int, int] | None:
    """The subject in the words, own or inherited, as (head, number of predicates it was inherited over)."""
    left = s.left_first(v)
    own = [left] if left is not None else [c for c in s.children[v] if s.relation(c) in ("nsubj", "csubj") and s.case(c) != "according to"]
    own = own or [c for aux in s.kids(v, "aux") for c in s.children[aux] if s.relation(c) == "nsubj"] or _count_before(s, v)
    token = s.tokens[v]
    if not own and token.tag in ("NN", "NNS") and is_verbal(s, v):  # a verb that was read as a noun
        own = [c for c in s.kids(v, "compound") if c < v]
    if own:
        subject = _whole(s, _its_own(s, own, v))
        if s.lower(subject) in RELATIVE and token.dep == "acl:relcl":
            return token.head, steps
        if s.lower(subject) in RELATIVE and token.dep in ("conj", "ccomp", "xcomp"):
            relative = relative_head(s, v)
            return (relative, steps) if relative is not None else None
        return subject, steps
    before = _before_mistaken(s, v)
    if before is not None:
        return before, steps
    if steps > MAX_STEPS or token.head == v:
        return None
    head = token.head
    dep = token.dep
    if (dep == "conj" or _next_deed(s, v)) and is_verbal(s, head):
        return surface_subject(s, head, steps + 1)
    sent = dep == "advcl" and token.tag == "VBG" and s.tokens[head].lemma.lower() == "send"  # "sent thousands fleeing"
    admitted = dep == "obj" and token.text.endswith("ing") and is_verbal(s, v) and is_verbal(s, head)  # "rebels admitted shelling the town"
    if dep == "xcomp" or sent or admitted or (dep == "advcl" and token.tag == "VB" and makes_do(s, head)):
        objects = [o for o in (*s.objects(head), *s.kids(head, "iobj")) if o != v]
        if objects and token.tag != "VBD":  # "rebels fleeing the town burnt houses": a past form has a subject of its own
            return objects[0], steps + 1
        if s.lemma(head) == "leave" and s.tokens[head].tag != "VBN":
            return None  # "a bomber struck the town, leaving 40 dead"
        return surface_subject(s, head, steps + 1)
    if dep.startswith("acl") and (token.tag in ("VBG", "VBN") or dep == "acl:relcl"):
        if dep == "acl:relcl" and any(s.lower(c) == "where" for c in s.children[v]):
            return None
        return head, steps
    if dep in ("advcl", "xcomp", "acl", "ccomp") and s.tokens[head].pos == "ADJ" and not is_verbal(s, head):
        return _bearer(s, head, steps + 1)
    if (kept_from(s, v) or charged_with(s, v)) and s.kids(head, "obj"):
        return s.kids(head, "obj")[0], steps + 1
    if dep == "advcl" and is_verbal(s, head) and token.tag in ("VBG", "VBN", "VB", "TO"):
        accused = s.kids(head, "obj") if token.tag == "VBG" and s.lower(head) in lists_of("certainty")["accusing"] else []
        if accused:  # "accused rebels of shelling the town, killing 13"
            return accused[0], steps + 1
        stands_by = token.tag == "VBG" and s.tokens[head].lemma in BYSTANDING and s.dep(head) == "advcl" and not s.objects(head)
        return surface_subject(s, s.tokens[head].head if stands_by else head, steps + 1)
    if dep == "acl" and token.tag in ("VB", "TO"):
        return None
    return None


def _whole(s: Sentence, subject: int) -> int:
    """ "He said 21 people, including six children, were killed": the parse took the part for the subject."""
    marks = [c for c in s.kids(subject, "case") if s.lower(c) == "including" and c < subject]
    if not marks:
        return subject
    before = marks[0] - 1
    while before > 0 and s.tokens[before].pos == "PUNCT":
        before -= 1
    return before if s.tokens[before].pos in ("NOUN", "PROPN", "NUM") else subject


def _before_mistaken(s: Sentence, v: int) -> int | None:
    """The subject of a finite verb that the parse gave to a participle before it: "rebels of the league, a group allied with X, seized"."""
    if s.tokens[v].tag not in ("VBD", "VBZ", "VBP") or s.dep(v) not in ("root", "conj", "ccomp"):
        return None
    for c in s.kids(v, "ccomp"):
        if c < v and s.tokens[c].tag in ("VBD", "VBN") and s.tokens[v - 1].pos in ("PUNCT", "ADV"):
            nouns = [k for k in s.children[c] if k < c and s.relation(k) in ("nsubj", "obl") and s.tokens[k].pos in ("NOUN", "PROPN")]
            if len(nouns) > 1 and not s.case(nouns[0]):
                return nouns[0]
    return None


def _next_deed(s: Sentence, v: int) -> bool:
    """Whether a finite verb without a subject is the next of a list of deeds: "stormed the town, killed nine and fled"."""
    token = s.tokens[v]
    listed = token.dep in ("advcl", "parataxis") and token.tag == "VBD" and token.head < v and s.tokens[v - 1].text in (",", "and", "then")
    return (
        listed and s.tokens[token.head].tag in ("VBD", "VBN") and not is_passive(s, token.head) and not s.kids(v, "mark", "aux", "aux:pass")
    )


def kept_from(s: Sentence, v: int) -> bool:
    """Whether a verb tells what somebody is kept from: "barred the drivers from entering the town"."""
    marked = s.relation(v) in ("advcl", "xcomp", "acl", "ccomp") and any(s.lower(m) == "from" for m in s.kids(v, "mark", "case"))
    return marked and s.tokens[v].tag == "VBG" and is_verbal(s, s.tokens[v].head)


def charged_with(s: Sentence, v: int) -> bool:
    """Whether a verb tells what somebody is said to have done: "accused rebels on Friday of shelling", "charged them with looting"."""
    above = s.tokens[v].head
    doing = s.tokens[v].tag == "VBG" or any(s.tokens[c].tag == "VBG" for c in s.kids(v, "aux"))  # "of having shelled it"
    marked = doing and any(s.lower(m) in ("of", "for", "with") for m in s.kids(v, "mark", "case"))
    return (
        marked and s.relation(v) in ("advcl", "obl") and (s.lower(above) in lists_of("certainty")["accusing"] or s.lemma(above) == "blame")
    )


def _its_own(s: Sentence, subjects: list[int], v: int) -> int:
    """The first of a verb's subjects; the nearer one where a colon or a conjunction between two shows that two clauses were joined."""
    subject = subjects[0]
    for c in subjects[1:]:
        if c < v and any(s.lower(k) in JOINS for k in range(subject + 1, c)):
            subject = c
    return subject


def _bearer(s: Sentence, adjective: int, steps: int) -> tuple[int, int] | None:
    """The noun that an adjective speaks of ("sites capable of receiving"): the nearest one before it."""
    relation = s.relation(adjective)
    head = s.tokens[adjective].head
    if relation == "amod":
        return head, steps
    if relation in ("acl", "xcomp", "advmod", "advcl") and adjective > 0:
        before = [t.i for t in s.tokens[:adjective] if t.pos in ("NOUN", "PROPN")]
        if before and before[-1] == adjective - 1:
            return before[-1], steps
    own = [c for c in s.children[adjective] if s.relation(c) == "nsubj"]
    if own:
        return own[0], steps
    return surface_subject(s, adjective, steps) if relation == "xcomp" and is_verbal(s, head) else None


def relative_head(s: Sentence, v: int) -> int | None:
    """The noun that the nearest relative clause above this verb belongs to."""
    node = v
    for _ in range(MAX_STEPS):
        if s.dep(node) == "acl:relcl":
            return s.tokens[node].head
        if s.tokens[node].head == node:
            return None
        node = s.tokens[node].head
    return None


def parted(s: Sentence, whole: int) -> int | None:
    """What a counted part is said to be: "four of the dead were soldiers", asked of the dead."""
    part = s.tokens[whole].head
    if s.of_child(part) != whole or s.tokens[part].pos != "NUM":
        return None
    if s.relation(part) == "appos" and s.tokens[s.tokens[part].head].pos == "NUM":  # "thirty-one"
        part = s.tokens[part].head
    predicate = s.tokens[part].head
    return predicate if s.relation(part) == "nsubj" and s.kids(predicate, "cop") else None


def among_those(s: Sentence, those: int) -> list[int]:
    """Who is said to be among them, where the words for him are the predicate: "among those killed was a clerk"."""
    who = s.tokens[those].head
    return [who] if who > those and s.kids(who, "cop") and s.case(those) == "among" and not s.kids(who, "nsubj") else []


def said_of_those(s: Sentence, those: int) -> list[int]:
    """What numbers of them are said to be, where a sentence opens with them: "of the dead, 22 were women and nine were children"."""
    if s.lower(0) not in ("of", "among") or those > OPENING:
        return []
    found = []
    for _, last, m in s.quantities:
        be = last + 1
        who = next((c for c in range(be + 1, min(be + BE_REACH, len(s.tokens))) if s.tokens[c].pos == "NOUN"), None)
        if last > those and be < len(s.tokens) and s.lower(be) in ("were", "are", "was") and m.noun is None and who is not None:
            found.append(who)
    return found


def aside_of(s: Sentence, i: int) -> int | None:
    """The verb of the relative clause on a subject that a token stands in: "the town, which fell in May, was shelled"."""
    for v in (i, *s.ancestors(i)):
        relative = is_relative(s, v) or (s.relation(v) == "acl" and any(s.lower(c) in RELATIVE for c in s.children[v]))
        if relative and s.relation(s.tokens[v].head) == "nsubj":
            return v
    return None
