"""Arguments of a noun of doing, with what the verb above it lends; and what a noun, adjective or adverb is said of."""

from marsad.grammar.argument import APART, FALLBACK, Argument
from marsad.grammar.blame import doers_said, is_disowned
from marsad.grammar.clause import (
    AIDING,
    RELATIVE,
    among_those,
    is_passive,
    is_verbal,
    parted,
    relative_head,
    said_of_those,
    surface_subject,
)
from marsad.grammar.sentence import HYPHENS, Sentence
from marsad.grammar.verb import adjuncts, is_infinitive, verb_arguments
from marsad.grammar.words import lists_of
from marsad.reading.wordlists import word_set

BLAMING = {"blame", "pin"}  # "the raid was blamed on the rebels": it struck others
ACCUSING = lists_of("certainty")["accusing"].alone | {"blame"}
SUFFERING = word_set("frames", "suffering")
ENDURING = word_set("frames", "enduring")
STRUCK_BY = word_set("frames", "struck_by")
WALKING = word_set("frames", "walking")
TOLLING = word_set("frames", "tolling")
# who acts then, or for that reason, did not do it
EARLIER = {"after", "since", "before", "following", "due to", "due", "because of", "because", "owing to", "amid", "despite"}
USING = {"using", "employing"}  # "16 strikes using drones": with what, not on whom
ASIDE = {"with", "without", "despite", "amid"}  # "raids with no word on casualties"
BEFALLING = {"in", "by", "during", "from", "after"}  # what stands between those who were harmed and the deed
DEFINITE = {"the", "this", "that", "these", "those", "every", "each", "no", "any"}
LENT = {"in", "at", "on", "near", "inside", "outside", "time", "during"}  # where and when: what a relative clause lends
STRETCHES = word_set("frames", "stretches")
HITTING = word_set("frames", "hitting")
TOLD = word_set("frames", "told")
OWNING_UP = lists_of("certainty")["owning_up"].alone
WRECKING = word_set("frames", "wrecking")
HEARING = word_set("frames", "hearing")
TOTALS = word_set("frames", "totals")
LABEL = 3  # tokens before the colon of a label: "the two dead:"
DONE = word_set("frames", "done")


def noun_arguments(s: Sentence, n: int, support: frozenset[str]) -> list[Argument]:
    """Arguments of a noun of doing, and of the verb that supports it ("launched an offensive")."""
    found: list[Argument] = []
    for c in s.children[n]:
        dep, relation = s.dep(c), s.relation(c)
        if dep == "nmod:poss":
            worst = s.tokens[c].pos == "PROPN" and any(s.tokens[a].tag == "JJS" for a in s.kids(n, "amod"))
            found.append(Argument("in" if worst else "poss", c))  # "in Somalia's deadliest attack"
        elif dep in ("nmod:tmod", "nmod:unmarked", "nmod:npmod", "obl:tmod"):
            found.append(Argument("time", c))
        elif relation in ("nmod", "obl"):
            found.append(Argument(s.case(c) or "time", c))
            if s.case(c) not in ASIDE:
                found += [Argument(s.case(g), g, 1) for g in s.kids(c, "nmod") if s.case(g) not in ("", "of")]
        elif relation in ("compound", "amod"):
            if _names_one(s, c):
                continue  # "Saudi-led coalition strikes": the coalition is one body
            found.append(Argument("compound", c))
            if s.tokens[c].tag == "VBN" and c >= 2 and s.tokens[c - 1].text in HYPHENS:
                found.append(Argument("led", c - 2))
        elif relation in ("nummod", "advmod"):
            found.append(Argument("count" if relation == "nummod" else "mod", c))
            found += [Argument("mod", m) for m in s.kids(c, "advmod") if relation == "nummod" and s.tokens[m].pos == "ADV"]
        elif relation == "appos":
            found.append(Argument("appos", c))
        elif relation == "acl" and is_infinitive(s, c):
            found.append(Argument("purpose", c))
        elif (
            relation == "acl"
            and s.dep(c) == "acl"
            and (s.tokens[c].tag in ("VBG", "VBN") or (s.lemma(c) in DONE and s.kids(c, "obl:agent")))
        ):
            apart = ("purpose", "patient") if s.lower(c) in USING else ("purpose",)
            found.append(Argument("verb", c))
            found += [a for a in lent_by(s, c, exclude=n) if a.relation not in apart]
        elif s.dep(c) == "acl:relcl" and not is_passive(s, c) and any(s.lower(k) in RELATIVE for k in s.kids(c, "nsubj")):
            found += _told_of(s, n, c)
    if s.relation(n) == "compound" and s.tokens[n].head > n and not is_verbal(s, s.tokens[n].head):
        found += [a for a in noun_arguments(s, s.tokens[n].head, support) if a.head != n]  # "bomb attacks on the town"
        return found
    found += [Argument("lasting", c) for c in _stretch(s, n)]
    found += [Argument("blamed", doer.head, 1) for doer in doers_said(s, n)]
    found += _governor(s, n, support)
    return found


def _stretch(s: Sentence, n: int) -> list[int]:
    """How long a deed went on: "three days of fighting", "an 11-day battle", "a battle of 55 days"."""
    whole = s.tokens[n].head
    beside = [*s.kids(n, "nmod", "compound", "amod"), *([whole] if s.of_child(whole) == n else [])]
    return [c for c in beside if s.lower(c).split("-")[-1] in STRETCHES]


def _names_one(s: Sentence, c: int) -> bool:
    """Whether a participle is only a part of the name of one who acts, of which a later noun is the last."""
    return s.tokens[c].tag == "VBN" and any(first < c < last and s.relation(last) == "compound" for first, last, _ in s.actors)


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
    state = token.pos == "ADJ" or (token.tag == "VBN" and relation != "amod")
    if state and n > 0 and s.tokens[n - 1].pos == "NUM":  # "15 dead and 22 missing", however the parse hangs the number
        found.append(Argument("count", n - 1, FALLBACK))
    if token.pos == "ADJ":  # "left 14 people dead", however the parse hangs the people
        hung = [c for c in s.kids(n, "obl", "nsubj") if c < n and not s.case(c)]
        first = s.left_first(n)
        found += [Argument("patient", c) for c in ([first] if first is not None else hung)]
    label = n <= LABEL and n + 2 < len(s.tokens) and s.tokens[n + 1].text == ":"
    if label and s.tokens[n + 2].pos in ("NUM", "DET"):  # "the dead: two nurses and a driver"
        found += [Argument("said_among", c) for c in s.kids(n, "parataxis", "appos", "dep", "conj") if c > n][:1]
    if head == n:
        return found
    if head < n and (relation == "ccomp" or relation == "xcomp" or (relation == "advcl" and s.kids(n, "cop"))):
        found.append(Argument("governor", head))  # "said they were behind the raid"
    if relation in ("amod", "compound") and token.pos in ("ADJ", "NOUN", "PROPN", "VERB"):
        found.append(Argument("compound_of", head))
        if token.pos == "ADJ":
            found.append(Argument("patient", head))
    if relation == "advcl" and token.pos == "ADJ" and any(s.lower(m) == "as" for m in s.kids(n, "mark")):
        found += [a for a in verb_arguments(s, head) if a.relation == "patient"]  # "nine are listed as missing"
    if relation == "acl" and token.pos == "ADJ":
        found.append(Argument("patient", head))  # "hundreds missing in Zintan"
    if (whole := parted(s, n)) is not None:  # "four of the dead were soldiers"
        found.append(Argument("said_among", whole))
    if relation == "appos" or (relation == "advmod" and s.tokens[head].pos in ("NOUN", "PROPN")):  # "the town, home to thousands"
        found.append(Argument("appos_of", head))
    first = min([n, *s.kids(n, "det", "amod", "nmod:poss", "compound")])
    if relation == "parataxis" and first >= 2 and s.tokens[first - 1].text == "," and s.tokens[first - 2].pos == "PROPN":
        found.append(Argument("appos_of", first - 2))  # "to Zintan, their last stronghold"
    found += [Argument("said_among", who) for who in (said_of_those(s, n) if case in ("of", "among") else ())]
    found += [Argument("said_among", who) for who in (among_those(s, n) if case == "among" else ())]
    if case and relation == "nmod":
        found.append(Argument(f"owner_{case}", head))
    if relation in ("obj", "nsubj:pass") and s.lemma(head) in WRECKING:
        found.append(Argument("wrecked", n))  # "engineers destroyed nine mines"
    if relation == "obj" and s.lemma(head) in HEARING and (hearer := surface_subject(s, head)) is not None:
        found.append(Argument("heard_by", hearer[0]))  # "monitors heard nine explosions"
    if case and relation == "obl" and s.tokens[head].pos == "ADV" and (owner := _predicate_subject(s, head)) is not None:
        found += [Argument(f"owner_{case}", owner), Argument("mod", head)]  # "rebels are now in control", "back in their hands"
    if case and relation == "obl" and is_verbal(s, head):
        found.append(Argument(f"verb_{case}", head))  # "fell into rebel hands"
    if case and relation in ("obl", "xcomp", "advcl") and is_verbal(s, head):
        patient = [a for a in verb_arguments(s, head) if a.relation == "patient"]
        agent = [a for a in verb_arguments(s, head) if a.relation == "agent"]
        found += [Argument(f"owner_{case}", a.head) for a in (patient or agent)]
        inner = [s.of_child(a.head) for a in patient]  # "took control of villages in rebel hands"
        found += [Argument(f"owner_{case}", i, 1) for i in inner if i is not None]
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
        if s.lower(subject) in RELATIVE and s.dep(n) == "ccomp":  # "an attack that the army said was the work of the rebels"
            return relative_head(s, n)
        return subject
    if s.relation(n) == "nsubj" and not is_verbal(s, s.tokens[n].head) and s.kids(s.tokens[n].head, "cop"):
        return s.tokens[n].head  # "its main stronghold is Zintan"
    if s.relation(n) == "xcomp" and is_verbal(s, s.tokens[n].head):
        found = surface_subject(s, n)
        return found[0] if found else None
    head = s.tokens[n].head
    if s.relation(n) == "conj" and s.kids(head, "cop") and head != n:
        return _predicate_subject(s, head)
    if s.relation(n) == "conj" and is_verbal(s, head) and (s.case(n) or s.kids(n, "cop")):  # "was besieged and in rebel hands"
        found = surface_subject(s, head)
        return found[0] if found else None
    return None


def _is_undergone(s: Sentence, n: int, top: int, v: int) -> bool:
    """Whether the subject of the verb meets the deed: "came under fire", "ran into an ambush", "was caught in a raid"."""
    if s.relation(top) == "obj":
        return s.lemma(v) in ENDURING and s.lemma(n) in STRUCK_BY
    if s.relation(top) != "obl":
        return False
    case, passive = s.case(top), is_passive(s, v)
    if case == "under":
        return not passive
    return (case == "into" and not passive and s.lemma(v) in WALKING) or (case == "in" and passive and s.lemma(v) in ("catch", "trap"))


def _governor(s: Sentence, n: int, support: frozenset[str]) -> list[Argument]:
    """What the verb above a noun of doing lends it."""
    whole = s.tokens[n].head
    top = whole if s.lower(whole) in TOTALS and s.of_child(whole) == n else n
    while s.dep(top) == "conj" and s.tokens[top].head != top and not is_verbal(s, s.tokens[top].head):
        top = s.tokens[top].head
    v = s.tokens[top].head
    relation, dep = s.relation(top), s.dep(top)
    if v == top:
        return adjuncts(s, top, 0)
    if not is_verbal(s, v):
        if relation != "nsubj" or not s.kids(v, "cop"):
            return []
        word = s.case(v)  # "the loss was a blow to the army": what hangs on such a noun is the noun's
        lent = [a for a in adjuncts(s, v) if word or a.relation not in ("to", "for")]
        there = [Argument(s.case(c), c) for c in s.kids(v, "nmod") if word == "under"]  # "clashes were under way at Zintan"
        return [*([Argument(word, v)] if word else []), *lent, *there, Argument("subject_of", v)]  # "the attack was in Zintan"
    raised = _raised_to(s, v) if relation == "nsubj" else v
    if raised != v:
        v, dep = raised, "nsubj:pass" if is_passive(s, raised) else "nsubj"
    own = lent_by(s, v, exclude=top)
    supports = s.lower(v) in support
    if relation in ("obj", "nsubj") or (relation == "obl" and s.case(top) == "by" and is_passive(s, v)):
        own.append(Argument("verb", v))
    if dep == "nsubj" and not is_passive(s, v):
        own.append(Argument("subject_of", v))
    if _is_undergone(s, n, top, v):
        own += [Argument("under", a.head, a.near) for a in own if a.relation in ("agent", "patient") and a.head != top]
        return [a for a in own if a.relation not in ("self", "agent", "patient")]
    if relation == "obj":
        nobody = s.lemma(v) in OWNING_UP and any(s.lower(d) == "no" for c in s.kids(v, "nsubj") for d in s.kids(c, "det"))
        doer = supports and not nobody and not is_disowned(s, n)  # "no group has claimed the raid": somebody else did it
        lent = [a for a in own if a.relation not in ("patient", "self") and (doer or a.relation != "agent")]
        return [Argument(a.relation, a.head, a.near + (0 if supports else 1)) for a in lent]
    if relation == "nsubj" and dep != "nsubj:pass":
        own += _effects(s, v, own)
    if dep == "nsubj:pass":
        own.append(Argument("verb", v))
    if relation == "nsubj" or dep == "nsubj:pass":
        unlent = {"patient", "agent", "self"}
        if dep == "nsubj:pass":  # "the raid was condemned by the council", which carried out nothing
            unlent = {"patient", "self"} if supports else unlent | {"by"}
        lent = [a for a in own if a.relation not in unlent and not (a.relation == "of" and a.near >= FALLBACK)]  # "of" what was hit
        return [Argument(a.relation, a.head, a.near + (0 if supports else 1)) for a in lent]
    if relation == "obl" and supports and s.case(top) != "from":  # "put the toll from the attack at 31"
        unsaid = ("self", "agent", "patient") if s.case(top) in EARLIER else ("self",)
        unsaid = (*unsaid, "patient") if s.lemma(v) in AIDING else unsaid  # "backed the army with air strikes"
        return [a for a in own if a.relation not in unsaid]
    anew = s.case(top) == "in" and s.lemma(v) in HITTING and not any(s.lower(d) in DEFINITE for d in s.kids(top, "det"))
    aimed = s.case(top) == "by" or anew
    if relation == "obl" and aimed and is_passive(s, v):  # "the office was hit by a missile", "in two strikes"
        own += [Argument("effect", a.head, a.near) for a in own if a.relation == "patient" and a.near < FALLBACK]
    if relation == "obl" and s.case(top) in BEFALLING and not any(s.lower(d) in DEFINITE for d in s.kids(top, "det")):
        own.append(Argument("befell_in", v, APART))  # "nine were killed in a bombing"
    if relation == "obl":
        active = not is_passive(s, v) and s.lemma(v) not in SUFFERING and s.lemma(v) not in ACCUSING
        doer = active and s.case(top) in ("in", "during", "with")  # "in a raid, police seized"
        accused = s.lemma(v) in ACCUSING and s.case(top) in ("of", "with", "for") and is_bare(s, top)  # "charged them with bombing it"
        return [
            Argument("agent" if accused and a.relation == "patient" else a.relation, a.head, a.near + 1)
            for a in own
            if a.relation not in ("patient", "agent", "self", "purpose")
            or a.relation == ("patient" if accused else "agent" if doer else "")
        ]
    return []


def _raised_to(s: Sentence, v: int) -> int:
    """The verb whose doer the subject of another is: "an air strike is believed to have killed ten", "fighting was said to go on"."""
    below = next((c for c in s.kids(v, "xcomp") if is_infinitive(s, c)), None) if is_passive(s, v) else None
    return v if below is None or s.lemma(v) not in TOLD else below


def is_accused(s: Sentence, noun: int) -> bool:
    """Whether a noun is whom a verb accuses."""
    return s.relation(noun) == "obj" and s.lower(s.tokens[noun].head) in lists_of("certainty")["accusing"]


def is_bare(s: Sentence, n: int) -> bool:
    """Whether a noun stands without an article or an owner: of "the murder" it is known that it was done."""
    return not s.kids(n, "det", "nmod:poss")


def _effects(s: Sentence, v: int, own: list[Argument]) -> list[Argument]:
    """What a noun of doing does its deed to, by its verb: "15 strikes engaged five units"; a bare number is a toll."""
    struck = [a for a in own if a.relation == "patient" and s.lemma(v) not in TOLLING and s.lemma(v) not in AIDING]
    return [Argument("effect", a.head, a.near) for a in struck if s.tokens[a.head].pos != "NUM" or s.of_child(a.head) is not None]


def _told_of(s: Sentence, n: int, v: int) -> list[Argument]:
    """What the verb of a relative clause tells of a noun of doing: "an attack that killed 12 people in Zintan"."""
    own = lent_by(s, v, exclude=n)
    told = [a for a in own if a.relation in LENT] + [Argument("verb", v), Argument("subject_of", v), *_effects(s, v, own)]
    return [Argument(a.relation, a.head, a.near + APART) for a in told]


def lent_by(s: Sentence, v: int, exclude: int) -> list[Argument]:
    """What a verb says of a noun of doing beside it: its arguments but for one phrase, and but for those whom it blames."""
    blamed = s.lemma(v) in BLAMING
    return [a for a in verb_arguments(s, v) if a.head != exclude and not (blamed and a.relation == "on")]
