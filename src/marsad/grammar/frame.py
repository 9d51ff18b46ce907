"""What a predicate's words say of who does what to whom: voice normalised, prepositions as role names.

Enters: a sentence and a token that is a verb, a participle or a noun of doing. Leaves: arguments as (relation, head token).
Relations: agent, patient, recipient, time, compound, mod, poss, self, a preposition, purpose (the verb of a purpose clause),
aux (a modal or auxiliary beside it), governor (the word that it completes: "able to", "designed to", "prevented from").
"""

from marsad.grammar.argument import FALLBACK, Argument, can, prepositions, stands_for_noun, whence
from marsad.grammar.sentence import Sentence
from marsad.grammar.words import past_forms

RELATIVE = {"who", "whom", "which", "that", "whose", "where"}
NON_FINITE_TAGS = {"VBG", "VBN", "VB"}
TOGETHER = {"along with", "as well as", "together with"}
MAKING = {"force", "cause", "compel", "oblige", "push", "prompt", "lead", "drive"}  # whose object does what the infinitive says
WHO = ("agent", "patient", "subject")
MAIN = {"root", "ccomp", "conj", "parataxis", "advcl"}  # relations of the predicate of a clause
JOINS = {":", "as", "while", "when", "because", "although"}  # what stands between two clauses
MAX_STEPS = 12  # how far subjects are looked up; a bound, no sentence needs more


def is_verbal(s: Sentence, i: int) -> bool:
    """Whether a token acts as a verb."""
    token = s.tokens[i]
    if token.pos in ("VERB", "AUX") or token.tag.startswith("VB"):
        return True  # the tagger takes "controls" for a noun now and then, but a relative clause needs a verb
    if token.tag == "NN" and (token.text.endswith("ed") and s.kids(i, "obj") or any(s.dep(c) == "nsubj:pass" for c in s.children[i])):
        return True  # "soldiers torched six houses", "7 dead, 22 hurt"
    if token.tag not in ("NNS", "NN", "JJ") or s.kids(i, "cop", "det"):
        return False
    if token.dep == "acl:relcl":
        return token.tag != "JJ" and any(s.dep(c) == "nsubj" for c in s.children[i])
    return token.dep in MAIN and s.lower(i) in past_forms()  # "soldiers torched Zintan" read as a noun


def makes_do(s: Sentence, v: int) -> bool:
    """Whether a verb makes its object do something: "forcing thousands to flee"."""
    return s.tokens[v].lemma.lower() in MAKING and is_verbal(s, v) and bool(s.objects(v))


def is_passive(s: Sentence, v: int, _steps: int = 0) -> bool:
    """Whether the verb's surface subject is its patient."""
    if s.kids(v, "nsubj:pass", "csubj:pass", "aux:pass"):
        return any(s.dep(c) in ("nsubj:pass", "csubj:pass", "aux:pass") for c in s.children[v])
    token = s.tokens[v]
    if any(s.dep(c) == "nsubj" for c in s.children[v]):
        marked = any(s.lower(m) == "with" for m in s.kids(v, "mark", "case")) or s.kids(v, "obl:agent") or s.passage.kind == "headline"
        return bool(token.tag == "VBN" and not s.kids(v, "aux") and marked and not s.objects(v) and token.dep != "acl:relcl")
    if token.tag not in ("VBN", "VBD"):
        return False
    if s.objects(v) or s.kids(v, "aux"):
        return False
    if token.dep == "conj" and _steps < MAX_STEPS and is_verbal(s, token.head):
        return token.tag == "VBN" and is_passive(s, token.head, _steps + 1)
    return token.tag == "VBN" and token.dep in ("acl", "amod", "advcl", "root", "xcomp", "acl:relcl", "parataxis", "ccomp")


def surface_subject(s: Sentence, v: int, steps: int = 0) -> tuple[int, int] | None:
    """The subject in the words, own or inherited, as (head, number of predicates it was inherited over)."""
    own = [c for c in s.children[v] if s.relation(c) in ("nsubj", "csubj")]
    own = own or [c for aux in s.kids(v, "aux") for c in s.children[aux] if s.relation(c) == "nsubj"]
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
    if dep == "conj" and is_verbal(s, head):
        return surface_subject(s, head, steps + 1)
    if dep == "xcomp" or (dep == "advcl" and token.tag == "VB" and makes_do(s, head)):
        objects = s.kids(head, "obj", "iobj")
        if objects and token.tag != "VBD":  # "rebels fleeing the town burnt houses": a past form has a subject of its own
            return objects[0], steps + 1
        return surface_subject(s, head, steps + 1)
    if dep.startswith("acl") and (token.tag in ("VBG", "VBN") or dep == "acl:relcl"):
        if dep == "acl:relcl" and any(s.lower(c) == "where" for c in s.children[v]):
            return None
        return head, steps
    if dep in ("advcl", "xcomp", "acl", "ccomp") and s.tokens[head].pos == "ADJ" and not is_verbal(s, head):
        return _bearer(s, head, steps + 1)
    if kept_from(s, v) and s.kids(head, "obj"):
        return s.kids(head, "obj")[0], steps + 1
    if dep == "advcl" and is_verbal(s, head) and token.tag in ("VBG", "VBN", "VB", "TO"):
        return surface_subject(s, head, steps + 1)
    if dep == "acl" and token.tag in ("VB", "TO"):
        return None
    return None


def _mistaken(s: Sentence, v: int) -> list[Argument]:
    """What a participle or a relative verb says that the parse took for something else."""
    token = s.tokens[v]
    if token.tag == "VBD" and token.dep == "advcl" and not s.objects(v) and not s.kids(v, "nsubj", "aux", "mark") and v >= 2:
        before = s.tokens[v - 2]
        if s.tokens[v - 1].text == "," and before.pos in ("PROPN", "NOUN"):  # "Zintan, recaptured from the rebels in July, and"
            return [Argument("patient", v - 2)]
    return []


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


def kept_from(s: Sentence, v: int) -> bool:
    """Whether a verb tells what somebody is kept from: "barred the drivers from entering the town"."""
    marked = s.relation(v) in ("advcl", "xcomp", "acl", "ccomp") and any(s.lower(m) == "from" for m in s.kids(v, "mark", "case"))
    return marked and s.tokens[v].tag == "VBG" and is_verbal(s, s.tokens[v].head)


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


def arguments(s: Sentence, i: int, support: frozenset[str] = frozenset(), merged: tuple[int, ...] = ()) -> list[Argument]:
    """The predicate's arguments, nearest first; `support` holds forms of verbs that lend a noun their subject.

    `merged` are further tokens of the same trigger ("took [control]"), whose own phrases count as the predicate's.
    """
    found = [Argument("self", i)]
    if is_verbal(s, i):
        found += verb_arguments(s, i)
    if not is_verbal(s, i) or s.dep(i) in ("amod", "compound"):
        found += noun_arguments(s, i, support)
        found += standing(s, i)
    for extra in merged:
        found += [a for a in noun_arguments(s, extra, frozenset()) if a.head != i]
    found += prepositions(s, i, found)
    for a in list(found):
        if a.relation in WHO and a.near < FALLBACK:
            found += whence(s, a.head)
        if a.relation == "agent" and a.near < FALLBACK:  # "fighting in the town displaced"
            found += [Argument("agent_in", c, 1) for c in s.kids(a.head, "nmod") if s.case(c) in ("in", "around", "near")]
        if a.relation == "patient":  # "civilians in areas besieged by": whose place is the patient
            found += [Argument("owner_patient", b.head) for b in standing(s, a.head) if b.relation.startswith("owner_")]
        if a.relation == "purpose":
            found += [Argument(f"purpose:{b.relation}", b.head, b.near) for b in verb_arguments(s, a.head) if b.relation != "purpose"]
            found += [
                Argument(f"purpose:{b.relation}", b.head, b.near)
                for other in s.kids(a.head, "conj")
                if is_verbal(s, other)
                for b in verb_arguments(s, other)
                if b.relation == "patient"
            ]
    return found


def verb_arguments(s: Sentence, v: int) -> list[Argument]:
    """Arguments of a verb or participle."""
    found: list[Argument] = []
    passive = is_passive(s, v)
    subject = surface_subject(s, v)
    token = s.tokens[v]
    if token.dep == "amod" and token.head != v:
        found += _prenominal(s, v)
        passive, subject = token.tag == "VBN", None
    if subject is None and _fronted(s, v):
        found.append(Argument("patient", token.head))
    label = v + 2 < len(s.tokens) and v == 0 and s.tokens[1].text == ":"
    if subject is None and label:
        found += [Argument("patient", c.i) for c in s.tokens[2:4] if c.pos == "NUM"]  # "Killed: 12"
    if subject is None and token.tag == "VBN" and (bare := [c for c in s.kids(v, "nummod") if c < v]):
        found.append(Argument("patient", bare[0]))  # headlines: "12 killed in strike"
    if subject is not None:
        found.append(Argument("patient" if passive else "agent", subject[0], subject[1]))
    if passive and subject is not None and not s.kids(v, "aux:pass", "obl:agent", "aux"):
        found.append(Argument("agent", subject[0], FALLBACK))  # "the rebels clashed" read as a participle
    for c in [c for c in s.children[v] if s.relation(c) == "nsubj"][1:]:  # "Zintan (Libya): rebels entered", two subjects to the parse
        found.append(Argument("patient" if passive else "agent", c, FALLBACK))
    other = _nearest_noun(s, v)
    if other is not None and (subject is None or other != subject[0]):
        found.append(Argument("patient" if passive else "agent", other, FALLBACK))
    found += _mistaken(s, v)
    if token.dep == "advcl" and is_verbal(s, token.head):
        found.append(Argument("main", token.head))
    if token.dep == "acl:relcl":
        found += _relative_gap(s, v, passive, subject)
    for c in s.children[v]:
        found += _complement(s, v, c, passive)
        found += _below(s, v, c, passive)
    if token.dep == "conj" and is_verbal(s, token.head):
        found += _shared(s, v, token.head, found)
    if not passive and all(a.relation != "patient" for a in found):
        found += _shared_object(s, v)
    found += _deeper(s, v, found)
    if token.dep == "xcomp" and is_verbal(s, token.head):
        found += [a for a in _adjuncts(s, token.head) if a.head != v]
    found += [Argument("aux", c) for c in s.kids(v, "aux")]
    if token.head != v and s.relation(v) in ("xcomp", "advcl", "acl", "ccomp") and token.dep != "acl:relcl":
        found.append(Argument("governor", token.head))
    return found + can(s, v)


def _fronted(s: Sentence, v: int) -> bool:
    """Whether a participle stands before what it is said of: "also injured were two nurses"."""
    token = s.tokens[v]
    if token.tag != "VBN" or token.head <= v or s.relation(v) not in ("csubj", "nsubj", "advcl", "acl", "amod"):
        return False
    return any(v < c < token.head for c in s.kids(token.head, "cop", "aux", "aux:pass")) and s.tokens[token.head].pos in (
        "NOUN",
        "PROPN",
        "NUM",
    )


def _nearest_noun(s: Sentence, v: int) -> int | None:
    """The noun right before a participle or relative clause, which may be what it belongs to whatever the parse says."""
    set_off = s.relation(v) == "advcl" and s.tokens[v].tag == "VBN" and s.tokens[v - 1].text == "," and not s.kids(v, "mark", "aux")
    if set_off and v > 1:  # "an aid convoy, halted at the bridge"
        return v - 2 if s.tokens[v - 2].pos in ("NOUN", "PROPN") else None
    for _ in range(MAX_STEPS):
        if s.dep(v) != "xcomp":
            break
        v = s.tokens[v].head
    if not s.dep(v).startswith("acl"):
        return None
    i = v - 1
    while i > 0 and (s.tokens[i].pos in ("PUNCT", "ADV", "AUX", "PART") or s.lower(i) in RELATIVE or s.lower(i) == "and"):
        i -= 1
    return i if i >= 0 and s.tokens[i].pos in ("NOUN", "PROPN", "NUM") else None


def _prenominal(s: Sentence, v: int) -> list[Argument]:
    """ "IS-held Hit", "Saudi-led strikes": the noun is the patient, the word before the hyphen the agent."""
    found = [Argument("patient", s.tokens[v].head)]
    if v >= 2 and s.tokens[v - 1].text in "-‐‑–":
        found.append(Argument("agent", v - 2))
    else:
        found += [Argument("agent", c) for c in s.kids(v, "compound", "obl", "nmod", "nsubj")]
    return found


def _relative_gap(s: Sentence, v: int, passive: bool, subject: tuple[int, int] | None) -> list[Argument]:
    """The noun before a relative clause in the role that the clause leaves open."""
    head = s.tokens[v].head
    if subject is not None and subject[0] == head:
        return []
    for c in s.subtree(v, without=("conj", "ccomp", "advcl")):
        if s.lower(c) in RELATIVE and c != v and s.tokens[c].pos in ("PRON", "DET", "ADV", "SCONJ"):
            relation = s.relation(c)
            if s.lower(c) == "where":
                return [Argument("in", head)]
            if relation == "obj":
                return [Argument("patient", head)]
            if relation == "obl":
                return [Argument(s.case(c) or "in", head)]
    if subject is not None and not passive and not s.kids(v, "obj", "ccomp", "xcomp"):
        stranded = [c for c in s.kids(v, "obl", "case") if not s.children[c] and s.tokens[c].pos == "ADP"]
        return [Argument(s.lower(stranded[0]) if stranded else "patient", head)]
    return []


def _complement(s: Sentence, v: int, c: int, passive: bool) -> list[Argument]:
    dep, relation = s.dep(c), s.relation(c)
    if s.lower(c) in RELATIVE and s.dep(v) == "acl:relcl":
        return []
    if dep == "obl:agent":
        return [Argument("agent", c), Argument("by", c)]
    if relation == "obj" or c in s.objects(v) or (relation == "appos" and c > v):  # an apposition of a verb is its object misread
        return [Argument("patient", c)]
    if relation == "iobj":
        return [Argument("recipient", c)]
    if dep in ("obl:tmod", "obl:unmarked", "obl:npmod", "nmod:tmod", "nmod:unmarked", "nmod:npmod"):
        return [Argument("time", c)]
    if relation in ("obl", "nmod"):
        case = s.case(c)
        if case == "by" and passive:
            return [Argument("agent", c), Argument("by", c)]
        if case in TOGETHER:
            return [Argument("patient" if passive else "agent", c)]
        if "within" in case or any(s.lower(m) == "within" for m in s.kids(c, "advmod")):  # "to within 40 km of the capital"
            return [Argument(case, c), *(Argument("within_of", g) for g in s.kids(c, "nmod", "obl") if s.case(g) == "of")]
        return [Argument(case or "time", c)]
    if relation == "advmod" and s.tokens[c].pos in ("ADV", "NOUN", "PROPN"):
        return [Argument("time", c), Argument("mod", c)]
    if relation in ("advcl", "xcomp", "ccomp") and _is_infinitive(s, c):
        return [Argument("purpose", c)]
    if relation == "xcomp" and s.tokens[c].pos == "ADJ":
        return [Argument("mod", c)]
    if relation == "xcomp" and s.tokens[c].pos == "NOUN":
        return [Argument("complement", c)]
    if relation in ("xcomp", "advcl") and s.tokens[c].tag in ("VBN", "VBD") and not s.kids(c, "mark", "nsubj", "aux"):
        return [Argument("complement", c)]  # "declared the town liberated"
    if relation in ("xcomp", "ccomp", "advcl", "obj") and s.tokens[c].tag == "VBG" and not s.kids(c, "mark"):
        return [Argument("complement_verb", c)]
    if _deed(s, c):
        return _deed(s, c)
    if relation == "advcl" and s.tokens[c].tag == "VBG":
        marks = [s.lower(m) for m in s.kids(c, "mark")]
        return [Argument("means", c)] if "by" in marks else []
    return []


def _deed(s: Sentence, c: int) -> list[Argument]:
    """What somebody is accused or suspected of, as a verb: "of carrying out a raid"."""
    if s.tokens[c].tag != "VBG" or not any(s.lower(m) in ("of", "for") for m in s.kids(c, "mark", "case")):
        return []
    return [Argument("deed", c), *(Argument("deed", o) for o in s.objects(c))]


def _below(s: Sentence, v: int, c: int, passive: bool) -> list[Argument]:
    """Phrases that hang on the object or on an adverb ("deep into", "the militants from their positions") but say where."""
    relation = s.relation(c)
    if relation in ("advmod", "xcomp", "acl") and s.tokens[c].pos in ("ADJ", "ADV"):
        return [a for g in s.kids(c, "obl", "nmod") for a in _complement(s, v, g, passive)]
    if c in s.objects(v) or s.dep(c) == "nsubj:pass":
        inner = [Argument(s.case(g), g, FALLBACK if s.case(g) == "of" else 1) for g in s.kids(c, "nmod") if s.case(g) not in ("", "by")]
        times = [Argument("time", g, 1) for g in s.kids(c, "nmod") if s.dep(g) in ("nmod:tmod", "nmod:unmarked")]
        return inner + times + [d for g in s.kids(c, "acl") for d in _deed(s, g)]
    return []


def _is_infinitive(s: Sentence, v: int) -> bool:
    return any(s.lower(m) == "to" and s.tokens[m].tag == "TO" for m in s.kids(v, "mark"))


def _adjuncts(s: Sentence, v: int, near: int = 1) -> list[Argument]:
    """Phrases of place and time that a clause lends to what hangs on it."""
    return [
        Argument(a.relation, a.head, near)
        for c in s.children[v]
        if s.relation(c) in ("obl", "advmod", "nmod") and s.dep(c) != "obl:agent"
        for a in _complement(s, v, c, passive=False)
        if a.relation != "mod"
    ]


def _shared(s: Sentence, v: int, first: int, own: list[Argument]) -> list[Argument]:
    """What a coordinated verb shares with the first one: fronted adjuncts, and the agent of a shared passive."""
    have = {a.relation for a in own if a.near < FALLBACK}
    shared = [Argument(a.relation, a.head, 1) for a in _adjuncts(s, first) if s.tokens[a.head].i < first]
    if "patient" not in have and not is_passive(s, v):  # "shot and killed a man": the object hangs on the first verb
        shared += [Argument("patient", o, 1) for o in s.objects(first) if o > v]
    if "agent" not in have and is_passive(s, v) and is_passive(s, first):
        shared += [Argument("agent", c, 1) for c in s.children[first] if s.dep(c) == "obl:agent"]
    return shared


def _deeper(s: Sentence, v: int, own: list[Argument]) -> list[Argument]:
    """Phrases further down in the clause, which the parse may have hung on the wrong noun; tried last."""
    have = {a.head for a in own}
    apart = ("advcl", "ccomp", "acl", "parataxis", "nsubj", "csubj", "cc")
    return [
        Argument(s.case(c), c, FALLBACK)
        for c in s.subtree(v, without=apart)
        if c > v and c not in have and s.relation(c) in ("nmod", "obl") and s.case(c) not in ("", "of") and not _within_verb(s, c, v)
    ]


def _within_verb(s: Sentence, c: int, v: int) -> bool:
    """Whether another verb stands between a token and the verb above it."""
    node = s.tokens[c].head
    for _ in range(MAX_STEPS):
        if node == v:
            return False
        if (is_verbal(s, node) and not stands_for_noun(s, node)) or s.tokens[node].head == node:
            return True
        node = s.tokens[node].head
    return True


def _shared_object(s: Sentence, v: int) -> list[Argument]:
    """ "killed and wounded 40 people": the object stands after the last verb only."""
    for c in s.kids(v, "conj"):
        between = any(s.relation(x) in ("obj", "obl", "ccomp", "xcomp") and x < c for x in s.children[v])
        if is_verbal(s, c) and not between and s.tokens[c].tag == s.tokens[v].tag and not is_passive(s, c):
            return [Argument("patient", o, 1) for o in s.objects(c)]
    return []


def noun_arguments(s: Sentence, n: int, support: frozenset[str]) -> list[Argument]:
    """Arguments of a noun of doing, and of the verb that supports it ("launched an offensive")."""
    found: list[Argument] = []
    for c in s.children[n]:
        dep, relation = s.dep(c), s.relation(c)
        if dep == "nmod:poss":
            found.append(Argument("poss", c))
        elif dep in ("nmod:tmod", "nmod:unmarked", "nmod:npmod", "obl:tmod"):
            found.append(Argument("time", c))
        elif relation in ("nmod", "obl"):
            found.append(Argument(s.case(c) or "time", c))
            found += [Argument(s.case(g), g, 1) for g in s.kids(c, "nmod") if s.case(g) not in ("", "of")]
        elif relation in ("compound", "amod"):
            found.append(Argument("compound", c))
            if s.tokens[c].tag == "VBN" and c >= 2 and s.tokens[c - 1].text in "-‐‑–":
                found.append(Argument("led", c - 2))
        elif relation in ("nummod",):
            found.append(Argument("count", c))
        elif relation == "appos":
            found.append(Argument("appos", c))
        elif relation == "acl" and _is_infinitive(s, c):
            found.append(Argument("purpose", c))
        elif relation == "acl" and s.dep(c) == "acl" and s.tokens[c].tag in ("VBG", "VBN"):
            found.append(Argument("verb", c))
            found += [a for a in verb_arguments(s, c) if a.head != n and a.relation != "purpose"]
    if s.relation(n) == "compound" and s.tokens[n].head > n and not is_verbal(s, s.tokens[n].head):
        found += [a for a in noun_arguments(s, s.tokens[n].head, support) if a.head != n]  # "bomb attacks on the town"
        return found
    found += _governor(s, n, support)
    return found


def standing(s: Sentence, n: int) -> list[Argument]:
    """What a noun, adjective or adverb is said of: "X is a stronghold", "X, a stronghold", "X in the hands of", "the displaced X"."""
    found: list[Argument] = []
    token = s.tokens[n]
    relation = s.relation(n)
    head = token.head
    case = s.case(n).replace(" ", "_")
    subject = _predicate_subject(s, n)
    if subject is not None:
        found.append(Argument(f"owner_{case}" if case else "subject", subject))
        found += [Argument(f"said_{case}", subject)] if case else []
        if token.pos in ("ADJ", "VERB") and not case:
            found.append(Argument("patient", subject))
    if token.pos == "ADJ" and n > 0 and s.tokens[n - 1].pos == "NUM":  # "15 dead and 22 missing", however the parse hangs the number
        found.append(Argument("count", n - 1, FALLBACK))
    if token.pos == "ADJ":  # "left 14 people dead", however the parse hangs the people
        found += [Argument("patient", c) for c in s.kids(n, "obl", "nsubj") if c < n and not s.case(c)]
    if head == n:
        return found
    if relation in ("amod", "compound") and token.pos in ("ADJ", "NOUN", "PROPN", "VERB"):
        found.append(Argument("compound_of", head))
        if token.pos == "ADJ":
            found.append(Argument("patient", head))
    if relation == "appos":
        found.append(Argument("appos_of", head))
    first = min([n, *s.kids(n, "det", "amod", "nmod:poss", "compound")])
    if relation == "parataxis" and first >= 2 and s.tokens[first - 1].text == "," and s.tokens[first - 2].pos == "PROPN":
        found.append(Argument("appos_of", first - 2))  # "to Zintan, their last stronghold"
    if case and relation == "nmod":
        found.append(Argument(f"owner_{case}", head))
    if case and relation in ("obl", "xcomp", "advcl") and is_verbal(s, head):
        patient = [a for a in verb_arguments(s, head) if a.relation == "patient"]
        agent = [a for a in verb_arguments(s, head) if a.relation == "agent"]
        found += [Argument(f"owner_{case}", a.head) for a in (patient or agent)]
    if relation == "advmod":
        found.append(Argument("above", head))
        above = s.case(head).replace(" ", "_")
        if above:
            found.append(Argument(f"above_{above}", head))
            found += [Argument("owner_above", a.head) for a in standing(s, head) if a.relation == f"owner_{above}"]
        else:
            found += [
                Argument("owner_above", a.head)
                for a in ([b for b in verb_arguments(s, head) if b.relation == "agent"] if is_verbal(s, head) else [])
            ]
            found += [Argument("owner_above", a.head) for a in standing(s, head) if a.relation in ("subject", "patient")]
    return found


def _predicate_subject(s: Sentence, n: int) -> int | None:
    """The subject of a nominal or adjectival predicate, own or inherited."""
    own = [c for c in s.children[n] if s.relation(c) == "nsubj"]
    if own:
        subject = own[0]
        if s.lower(subject) in RELATIVE and s.dep(n) == "acl:relcl":
            return s.tokens[n].head
        return subject
    if s.relation(n) == "nsubj" and not is_verbal(s, s.tokens[n].head) and s.kids(s.tokens[n].head, "cop"):
        return s.tokens[n].head  # "its main stronghold is Zintan"
    if s.relation(n) == "xcomp" and is_verbal(s, s.tokens[n].head):
        found = surface_subject(s, n)
        return found[0] if found else None
    if s.relation(n) == "conj" and s.kids(s.tokens[n].head, "cop") and s.tokens[n].head != n:
        return _predicate_subject(s, s.tokens[n].head)
    return None


def _governor(s: Sentence, n: int, support: frozenset[str]) -> list[Argument]:
    """What the verb above a noun of doing lends it."""
    top = n
    while s.dep(top) == "conj" and s.tokens[top].head != top and not is_verbal(s, s.tokens[top].head):
        top = s.tokens[top].head
    v = s.tokens[top].head
    relation, dep = s.relation(top), s.dep(top)
    if v == top:
        return _adjuncts(s, top, 0)
    if not is_verbal(s, v):
        if relation != "nsubj" or not s.kids(v, "cop"):
            return []
        return [*([Argument(s.case(v), v)] if s.case(v) else []), *_adjuncts(s, v)]  # "the attack was in Zintan"
    own = lexical_args(s, v, exclude=top)
    supports = s.lower(v) in support
    if relation in ("obj", "nsubj") or (relation == "obl" and s.case(top) == "by" and is_passive(s, v)):
        own.append(Argument("verb", v))
    if dep == "nsubj" and not is_passive(s, v):
        own.append(Argument("subject_of", v))
    if relation == "obj":
        lent = [a for a in own if a.relation not in ("patient", "self") and (supports or a.relation != "agent")]
        return [Argument(a.relation, a.head, a.near + (0 if supports else 1)) for a in lent]
    if relation == "nsubj" and dep != "nsubj:pass":  # "15 strikes engaged five units": what they do it to
        own += [Argument("effect", a.head, a.near) for a in own if a.relation == "patient"]
    if dep == "nsubj:pass":
        own.append(Argument("verb", v))
    if relation == "nsubj" or dep == "nsubj:pass":
        keep = ("agent",) if dep == "nsubj:pass" and supports else ()
        lent = [a for a in own if a.relation not in ("patient", "agent", "self") or a.relation in keep]
        return [Argument(a.relation, a.head, a.near + (0 if supports else 1)) for a in lent]
    if relation == "obl" and s.case(top) == "under" and not is_passive(s, v):  # "came under fire"
        own += [Argument("under", a.head, a.near) for a in own if a.relation == "agent"]
        return [a for a in own if a.relation not in ("self", "agent")]
    if relation == "obl" and supports:
        return [a for a in own if a.relation != "self"]
    if relation == "obl":
        doer = s.case(top) in ("in", "during", "with") and not is_passive(s, v)  # "in a raid, police seized"
        return [
            Argument(a.relation, a.head, a.near + 1)
            for a in own
            if a.relation not in ("patient", "agent", "self", "purpose") or (doer and a.relation == "agent")
        ]
    return []


def lexical_args(s: Sentence, v: int, exclude: int) -> list[Argument]:
    """A verb's arguments but for one phrase."""
    return [a for a in verb_arguments(s, v) if a.head != exclude]
