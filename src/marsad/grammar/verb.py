"""Arguments of a verb or participle: subject, object, complements, phrases of place and time, and what it shares with its neighbours."""

from collections.abc import Sequence
from functools import lru_cache

from marsad.grammar.argument import FALLBACK, Argument, can, stands_for_noun
from marsad.grammar.clause import MAX_STEPS, RELATIVE, UNDERGONE, among_those, is_passive, is_relative, is_verbal, parted, surface_subject
from marsad.grammar.sentence import HYPHENS, Sentence
from marsad.reading.places.relative import BEARINGS
from marsad.reading.places.words import spatial_words
from marsad.reading.wordlists import word_set

LABELLED = 8  # tokens of such a line, at most
RECENT = 256  # verbs whose arguments are kept, as several cards and nouns ask for them
THEMSELVES = {"they", "it", "he", "she", "we"}
OWNERS = {"their", "its", "his", "her", "our"}
SIDE = word_set("frames", "sides")
AROUND = ("in", "around", "near", "at")
INCLUDING = {"include", "number"}  # "those killed included two guards"
LEFT_FROM = {"from", "out of", "off", "of", "in"}
ENTERED = {"in", "into", "to", "at"}
TOGETHER = {"along with", "as well as", "together with"}


@lru_cache(maxsize=RECENT)
def verb_arguments(s: Sentence, v: int) -> Sequence[Argument]:
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
    if subject is None and _is_label(s, v):
        found += [Argument("patient", c.i) for c in s.tokens[v + 2 : v + 4] if c.pos == "NUM"]  # "Killed: 12"
    if (number := _counted_behind(s, v)) is not None:
        found.append(Argument("patient", number))  # "Children vaccinated: 5,100"
    if subject is not None:
        found.append(Argument("patient" if passive else "agent", subject[0], subject[1]))
    surely = token.lemma.lower() in UNDERGONE or s.tokens[v - 1].text == "," or bool(s.kids(v, "aux:pass", "obl:agent", "aux"))
    if passive and subject is not None and not surely:
        found.append(Argument("agent", subject[0], FALLBACK))  # "the rebels clashed" read as a participle
    for c in [c for c in s.children[v] if s.relation(c) == "nsubj" and not _of_owner(s, c)][
        1:
    ]:  # "Zintan (Libya): rebels entered", two subjects to the parse
        found.append(Argument("patient" if passive else "agent", c, FALLBACK))
    other = _nearest_noun(s, v)
    if other is not None and (subject is None or other != subject[0]):
        found.append(Argument("patient" if passive else "agent", other, FALLBACK))
    found += _mistaken(s, v)
    found += _joined(s, v)
    if token.dep == "advcl" and is_verbal(s, token.head):
        found.append(Argument("main", token.head))
    if s.dep(v) == "acl" and s.case(token.head) == "among":  # "six were among those killed"
        subjects = s.kids(token.head, "nsubj") or s.kids(s.tokens[token.head].head, "nsubj") or among_those(s, token.head)
        found += [Argument("among_of", _meant(s, c)) for c in subjects]
    if s.case(v) == "among":  # "among the injured were two nurses", read as a verb
        found += [Argument("among_of", c) for c in s.kids(v, "nsubj") or among_those(s, v)]
    if s.dep(v) == "acl" and s.lower(token.head) == "those" and s.lemma(s.tokens[token.head].head) in INCLUDING:
        found += [Argument("among_of", o) for o in s.objects(s.tokens[token.head].head) if s.relation(token.head) == "nsubj"]
    if s.dep(v) == "acl" and s.lower(token.head) == "those" and (whole := parted(s, token.head)) is not None:
        found.append(Argument("among_of", whole))  # "four of those killed were soldiers"
    if token.dep == "acl:relcl" and any(s.lower(x) == "it" for x in s.kids(token.head, "nsubj")) and s.kids(token.head, "cop"):
        found.append(Argument("cleft", token.head))  # "it was the army that shelled the town"
    if is_relative(s, v):
        found += _relative_gap(s, v, passive, subject)
    for c in s.children[v]:
        found += _complement(s, v, c, passive)
        found += _own_clause(s, c) if s.relation(c) == "ccomp" else []
        found += _below(s, v, c, passive)
        found += _kept(s, c)
    if token.dep == "conj" and is_verbal(s, token.head):
        found.append(Argument("joined", token.head))
        found += _shared(s, v, token.head, found)
    if not passive and all(a.relation != "patient" for a in found):
        found += _shared_object(s, v)
    found += _deeper(s, v, found)
    if token.dep == "xcomp" and is_verbal(s, token.head):
        found += [a for a in adjuncts(s, token.head) if a.head != v]
        if is_relative(s, token.head):  # "Mariupol, where thousands remain trapped"
            found += [a for a in _relative_gap(s, token.head, passive, subject) if a.relation == "in"]
            if any(s.lower(o) in RELATIVE for o in s.kids(v, "obj")):  # "Kidal, which the army continues to hold"
                found.append(Argument("patient", s.tokens[token.head].head))
    found += [Argument("aux", c) for c in s.kids(v, "aux")]
    said_behind = s.relation(v) == "ccomp" and token.head > v  # "they did it, officials said": another may say so
    if token.head != v and s.relation(v) in ("xcomp", "advcl", "acl", "ccomp") and token.dep != "acl:relcl" and not said_behind:
        found.append(Argument("governor", token.head))
        if any(s.lower(m) == "from" for m in s.kids(v, "mark", "case")):
            found.append(Argument("keeper", s.tokens[token.head].head if s.relation(v) == "acl" else token.head))
    if s.relation(v) == "csubj" and s.tokens[token.head].pos == "ADJ":
        found.append(Argument("governor", token.head))  # "it is impossible to deliver food"
    return found + can(s, v)


def _meant(s: Sentence, subject: int) -> int:
    """A subject, or the noun that it stands for: "a judge, who was among those killed"."""
    clause = s.tokens[subject].head
    if s.lower(subject) not in RELATIVE:
        return subject
    if s.dep(clause) == "acl:relcl":
        return s.tokens[clause].head
    before = s.tokens[subject - 2] if subject > 1 and s.tokens[subject - 1].text == "," else s.tokens[subject]
    return before.head if before.dep == "flat" else before.i


def _is_label(s: Sentence, v: int) -> bool:
    """Whether a word with a colon behind it begins an entry of a list: "Killed: 12, injured: 30"."""
    return v + 2 < len(s.tokens) and s.tokens[v + 1].text == ":" and (v == 0 or s.tokens[v - 1].pos == "PUNCT")


def _counted_behind(s: Sentence, v: int) -> int | None:
    """The number that a line of a list gives behind its colon for those of whom its participle tells: "People reached with food: 900"."""
    end = len(s.tokens) - 1
    labelled = 0 < v < end - 1 <= LABELLED and s.tokens[end].pos == "NUM" and s.tokens[end - 1].text == ":"
    plain = labelled and s.tokens[v].tag in ("VBN", "VBD") and s.tokens[v - 1].pos == "NOUN" and not s.objects(v)
    return end if plain and s.passage.kind in ("bullet", "headline") else None


def _of_owner(s: Sentence, c: int) -> bool:
    """Whether a noun stands behind an owner that the parse took for another phrase: "the majority of the town's 900 people"."""
    first = min([c, *s.kids(c, "nummod", "amod", "compound")])
    first = min([first, *(x for n in s.kids(c, "nummod") for x in s.subtree(n))])
    return first > 0 and s.lower(first - 1) in ("'s", "’s")


def _joined(s: Sentence, v: int) -> list[Argument]:
    """Who is joined to a participle that says something of the subject: "the town is rebel-held"."""
    whole = v >= 2 and s.tokens[v].tag in ("VBN", "VB", "VBD") and s.tokens[v - 1].text in HYPHENS and bool(s.kids(v, "cop", "aux:pass"))
    return [Argument("agent", v - 2)] if whole and s.tokens[v - 2].head == v else []


def _mistaken(s: Sentence, v: int) -> list[Argument]:
    """What a participle or a relative verb says that the parse took for something else."""
    token = s.tokens[v]
    if token.tag == "VBD" and token.dep == "advcl" and not s.objects(v) and not s.kids(v, "nsubj", "aux", "mark") and v >= 2:
        before = s.tokens[v - 2]
        if s.tokens[v - 1].text == "," and before.pos in ("PROPN", "NOUN"):  # "Zintan, recaptured from the rebels in July, and"
            return [Argument("patient", v - 2)]
    return []


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
    return i if i >= 0 and s.tokens[i].pos in ("NOUN", "PROPN", "NUM") and s.case(i) != "according to" else None


def _prenominal(s: Sentence, v: int) -> list[Argument]:
    """ "IS-held Hit", "Saudi-led strikes": the noun is the patient, the word before the hyphen the agent."""
    found = [] if s.tokens[v].tag == "VBG" else [Argument("patient", s.tokens[v].head)]  # "the surrounding hills" surround
    if v >= 2 and s.tokens[v - 1].text in HYPHENS:
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
        return [Argument("patient", c), *([Argument("complement_verb", c)] if is_gerund(s, c) else [])]
    if relation == "iobj":
        return [Argument("recipient", c)]
    if relation == "parataxis" and c > v and s.tokens[c].pos in ("NOUN", "PROPN"):  # an apposition of the object misread
        return _made(s, c)
    if dep in ("obl:tmod", "obl:unmarked", "obl:npmod", "nmod:tmod", "nmod:unmarked", "nmod:npmod"):
        return [Argument("time", c), *_behind_time(s, c)]
    if relation in ("obl", "nmod"):
        case = s.case(c)
        if case == "by" and passive:
            return [Argument("agent", c), Argument("by", c)]
        if case in TOGETHER:
            return [Argument("patient" if passive else "agent", c)]
        if "within" in case or any(s.lower(m) == "within" for m in s.kids(c, "advmod")):  # "to within 40 km of the capital"
            return [Argument(case, c), *(Argument("within_of", g) for g in s.kids(c, "nmod", "obl") if s.case(g) == "of")]
        found = [Argument(case or "time", c), *(_deed(s, c) if is_gerund(s, c) else [])]
        found += [Argument(s.case(k), k) for k in s.kids(c, "conj") if s.is_elsewhere(c, k)]
        found += _behind_time(s, c)
        if not case and s.tokens[c].pos == "NUM" and c > v and not s.objects(v):  # "displaced over 100,000", no phrase of time
            found.append(Argument("patient", c))
        if case in AROUND and any(s.tokens[o + 1].head == c for o in s.objects(v) if o < c):
            found.append(Argument("patient_in", c, 1))
        return found
    if relation == "advmod" and s.tokens[c].pos in ("ADJ", "PART"):
        return [Argument("mod", c)]  # "walked in unopposed", "had not shelled"
    if relation == "advmod" and s.tokens[c].pos in ("ADV", "NOUN", "PROPN"):
        there = [Argument("in", c)] if s.lower(c) in ("there", "inside") and not s.children[c] else []
        return [Argument("time", c), Argument("mod", c), *([Argument("near", c)] if _is_bearing(s, c) else []), *there]
    if relation in ("advcl", "xcomp", "ccomp") and is_infinitive(s, c):
        return [Argument("purpose", c)]
    if relation == "xcomp" and s.tokens[c].pos == "ADJ":
        being = any(s.lower(x) == "being" for x in s.kids(c, "cop"))  # "denied being involved"
        return [Argument("complement_verb" if being else "mod", c)]
    if relation == "advcl" and s.tokens[c].pos == "ADJ" and not s.children[c]:
        return [Argument("mod", c)]  # "marched into the town unopposed"
    if relation == "xcomp" and s.tokens[c].pos == "NOUN" and not is_gerund(s, c):
        return [Argument("complement", c)]
    if relation in ("xcomp", "advcl") and s.tokens[c].tag in ("VBN", "VBD") and not s.kids(c, "mark", "nsubj", "aux"):
        return [Argument("complement", c)]  # "declared the town liberated"
    told_apart = s.kids(c, "mark") or (relation == "advcl" and s.kids(c, "nsubj"))
    having = any(s.lower(x) in ("having", "being") for x in s.kids(c, "aux", "cop"))  # "denied having ordered it", "being behind it"
    if relation in ("xcomp", "ccomp", "advcl", "obj") and (is_gerund(s, c) or having) and not told_apart:
        return [Argument("complement_verb", c)]
    if _deed(s, c):
        return _deed(s, c)
    if relation == "advcl" and any(s.lower(m) in ("when", "as", "after") for m in s.kids(c, "advmod", "mark")):
        hit = (*s.kids(c, "nsubj"), *s.objects(c), *s.kids(c, "obl:agent"))
        return [Argument("when_hit", k) for k in hit]  # "died when a shell hit the house", "after being hit by a bullet"
    if relation == "advcl" and s.tokens[c].tag == "VBG":
        marks = [s.lower(m) for m in s.kids(c, "mark")]
        unused = [Argument("without", o) for o in s.objects(c)] if "without" in marks else []  # "without firing a shot"
        return [Argument("means", c)] if "by" in marks else unused
    return []


def _made(s: Sentence, c: int) -> list[Argument]:
    """What an object is declared to be, behind its apposition: "declared Zintan, the regional capital, liberated"."""
    return [Argument("complement", g, 1) for g in s.kids(c, "acl") if s.tokens[g].tag == "VBN" and not s.kids(g, "obl", "obl:agent")]


def _is_bearing(s: Sentence, c: int) -> bool:
    """Whether a word says on which side of a place, how far off is not said: "advanced north of the town"."""
    way = spatial_words().directions.get(s.lower(c))
    return way in BEARINGS and c + 1 < len(s.tokens) and s.lower(c + 1) == "of" and min(s.children[c], default=c) > c


def _deed(s: Sentence, c: int) -> list[Argument]:
    """What somebody is accused or suspected of, as a verb: "of carrying out a raid"."""
    charged = ("of", "for", "with") if s.lemma(s.tokens[c].head) == "charge" else ("of", "for")
    if not any(s.lower(m) in charged for m in s.kids(c, "mark", "case")):
        return []
    having = any(s.lower(x) == "having" for x in s.kids(c, "aux"))
    if s.tokens[c].tag != "VBG" and not having:  # "of burning houses": to the parse, houses that burn
        return [Argument("deed", k) for k in s.kids(c, "compound", "amod") if s.lower(k).endswith("ing")] if s.relation(c) == "nmod" else []
    return [Argument("deed", c), *(Argument("deed", o) for o in s.objects(c))]


def _kept(s: Sentence, c: int) -> list[Argument]:
    """What somebody or something is kept from: "blocked aid from entering the town", whatever the parse hangs it on."""
    near = [c, *(s.kids(c, "acl") if s.relation(c) in ("obj", "nsubj") else [])]
    return [Argument("kept", x) for x in near if s.tokens[x].tag == "VBG" and any(s.lower(m) == "from" for m in s.kids(x, "mark", "case"))]


def _own_clause(s: Sentence, c: int) -> list[Argument]:
    """What somebody says of himself or of his side in a clause: "denied that they had shelled the town", "that the army had"."""
    found = []
    for v in (c, *s.kids(c, "acl", "ccomp")):
        stands = s.relation(v) in ("ccomp", "acl") and (is_verbal(s, v) or s.kids(v, "cop"))
        subjects = s.kids(v, "nsubj") if stands and (not is_passive(s, v) or s.lemma(v) == "involve") else []
        if any(is_own(s, x) for x in subjects):
            found.append(Argument("own_clause", v))
        elif any(s.lower(x) in SIDE and [s.lower(k) for k in s.children[x]] == ["the"] for x in subjects):
            found.append(Argument("side_clause", v))
    return found


def is_own(s: Sentence, noun: int) -> bool:
    """Whether a word stands for who speaks, or for somebody of theirs: "they", "its planes", "one of their men"."""
    nouns = (noun, *(n for n in (s.of_child(noun),) if n is not None and s.tokens[noun].pos in ("NUM", "PRON", "DET")))
    return s.lower(noun) in THEMSELVES or any(s.lower(o) in OWNERS for n in nouns for o in s.kids(n, "nmod:poss"))


def _below(s: Sentence, v: int, c: int, passive: bool) -> list[Argument]:
    """Phrases that hang on the object or on an adverb ("deep into", "the militants from their positions") but say where."""
    relation = s.relation(c)
    if relation in ("advmod", "xcomp", "acl") and s.tokens[c].pos in ("ADJ", "ADV"):
        return [a for g in s.kids(c, "obl", "nmod") for a in _complement(s, v, g, passive)]
    if c in s.objects(v) or s.dep(c) == "nsubj:pass":
        made = [a for g in s.kids(c, "appos") if g > c for a in _made(s, g)]
        inner = [Argument(s.case(g), g, FALLBACK if s.case(g) == "of" else 1) for g in s.kids(c, "nmod") if s.case(g) not in ("", "by")]
        inner += [Argument("patient_in", g, 1) for g in s.kids(c, "nmod") if s.case(g) in AROUND]  # "fled clashes in Zintan"
        times = [Argument("time", g, 1) for g in s.kids(c, "nmod") if s.dep(g) in ("nmod:tmod", "nmod:unmarked")]
        return inner + times + made + [d for g in s.kids(c, "acl", "nmod") for d in _deed(s, g)] + _own_clause(s, c)
    return []


def is_gerund(s: Sentence, i: int) -> bool:
    """Whether a word is the -ing form of a verb, also where the tagger took it for a noun."""
    return s.tokens[i].tag == "VBG" or (s.tokens[i].text.endswith("ing") and is_verbal(s, i))


def is_infinitive(s: Sentence, v: int) -> bool:
    """Whether a verb stands behind "to"."""
    return any(s.lower(m) == "to" and s.tokens[m].tag == "TO" for m in s.kids(v, "mark"))


def _behind_time(s: Sentence, time: int) -> list[Argument]:
    """What a time put in between parts from its noun: "took control last week of the town"."""
    if not s.is_time(time):
        return []
    return [Argument("of", k) for k in s.kids(time, "nmod", "obl") if k > time and s.case(k) == "of" and not s.is_time(k)]


def adjuncts(s: Sentence, v: int, near: int = 1) -> list[Argument]:
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
    shared = [Argument(a.relation, a.head, 1) for a in adjuncts(s, first) if s.tokens[a.head].i < first]
    if "patient" not in have and not is_passive(s, v):  # "shot and killed a man": the object hangs on the first verb
        shared += [Argument("patient", o, 1) for o in s.objects(first) if o > v]
    if "agent" not in have and is_passive(s, v) and is_passive(s, first):
        shared += [Argument("agent", c, 1) for c in s.children[first] if s.dep(c) == "obl:agent"]
    if have.isdisjoint(LEFT_FROM) and not s.objects(v) and not s.kids(v, "nsubj", "nsubj:pass"):  # "took Zintan but were driven out"
        entered = [c for c in s.kids(first, "obl") if s.case(c) in ENTERED]
        shared += [Argument("told_before", c, 1) for c in (*s.objects(first), *entered) if c < v]
    return shared


def _deeper(s: Sentence, v: int, own: list[Argument]) -> list[Argument]:
    """Phrases further down in the clause, which the parse may have hung on the wrong noun; tried last."""
    have = {a.head for a in own}
    apart = ("advcl", "ccomp", "acl", "parataxis", "nsubj", "csubj", "cc")
    own_words = set(s.subtree(v, without=(*apart, "appos")))  # an apposition tells of a place, not when
    below = [c for c in s.subtree(v, without=apart) if c > v and (c in own_words or s.is_time(c))]
    there = [Argument("in", c, FALLBACK) for c in below if s.lower(c) == "there" and s.relation(c) == "advmod" and c not in have]
    return there + [
        Argument(s.case(c), c, FALLBACK)
        for c in below
        if c not in have
        and s.relation(c) in ("nmod", "obl")
        and s.case(c) not in ("", "of")
        and not _within_verb(s, c, v)
        and not any(s.dep(k) == "mark" for k in range(v + 1, c))  # of another clause, whatever the parse says
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
