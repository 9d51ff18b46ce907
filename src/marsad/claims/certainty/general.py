"""Whether words tell of no deed in particular: "attacks on civilians", "guerrillas who kill farmers", "the murdered priests".

What makes a deed particular: a number, a day, a place smaller than a country, a victim by name, or an article and a plain past.
"""

from marsad.grammar.clause import is_verbal
from marsad.grammar.draft import Draft, Filler
from marsad.grammar.sentence import Sentence
from marsad.grammar.words import WordList, lists_of
from marsad.reading.syntax import load_syntax

DEEDS = frozenset(
    """
    attack ied abduction execution suicide_bomb killed injured casualties sexual_violence looting arrest
    """.split()
)
VAGUE = frozenset({"all", "any", "many", "such", "more", "most", "no", "every", "each"})
SEVERAL = lists_of("certainty")["several"].alone
OURS = frozenset({"our", "my", "your"})
PLURAL_PRONOUNS = frozenset({"they", "them", "we", "us", "themselves", "those"})
PAST_TOO = lists_of("certainty")["past_too"].alone
HITS = ("victim", "target")


def in_general(s: Sentence, draft: Draft, words: dict[str, WordList]) -> bool:
    """True of deeds and victims that nothing in the words makes particular."""
    if _each_time(s, draft.trigger) or _asked(draft):
        return True
    if draft.card.kind == "event" and _of_a_thing(s, draft, words):
        return True
    if draft.card.claim.type == "gained" and s.dep(draft.trigger) == "amod":
        return _taken_as_known(s, draft)  # "the occupied valley"
    if draft.card.claim.type not in DEEDS or s.passage.kind == "headline":
        return False
    if draft.card.kind == "event" and _taken_as_known(s, draft):
        return True  # "the 13 captured soldiers": who is counted is no news of their capture
    if draft.card.kind == "event" and _told_by_numbers(s, draft.trigger, words):
        return True
    hit = [f for f in draft.fillers if f.role in HITS]
    if draft.quantity is not None or any(_numbered(s, f) for f in hit):
        return False
    return _taken_as_known(s, draft) or _of_nothing_particular(s, draft, hit, words)


def _asked(draft: Draft) -> bool:
    """Whether it is only asked or unknown how many: "it was not clear how many people were killed"."""
    return draft.quantity is None and any(f.text.lower().startswith("how many ") for f in draft.fillers)


def _each_time(s: Sentence, v: int) -> bool:
    """Whether the present tells what happens again and again: "whenever rebels attack, families flee"."""
    helpers = {s.lower(c) for c in s.kids(v, "aux", "aux:pass")}
    if s.tokens[v].tag not in ("VBP", "VBZ") and not (is_verbal(s, v) and helpers & {"is", "are"}):
        return False
    return any(t.text.lower() == "whenever" or (t.text.lower() in ("each", "every") and s.lower(t.i + 1) == "time") for t in s.tokens[:-1])


def _of_a_thing(s: Sentence, draft: Draft, words: dict[str, WordList]) -> bool:
    """Whether a noun of doing only says what something is for: "attack helicopters", "the combat mission"."""
    i = draft.trigger
    if is_verbal(s, i) or s.relation(i) not in ("compound", "amod"):
        return False
    described = s.lower(s.tokens[i].head)
    return described in words["gear"] or (draft.card.claim.type == "armed_clash" and described in words["losses"])


def _told_by_numbers(s: Sentence, i: int, words: dict[str, WordList]) -> bool:
    """Whether it is only told how many such deeds there are: "attacks averaged 30 a day", "raids have doubled"."""
    many = s.tokens[i].tag == "NNS" and s.relation(i) == "nsubj"
    return many and s.lower(s.tokens[i].head) in words["counting"]


def _of_nothing_particular(s: Sentence, draft: Draft, hit: list[Filler], words: dict[str, WordList]) -> bool:
    """Whether neither a day, a place nor anybody struck makes the deed particular."""
    if draft.times:
        return False
    if hit and all(f.actor is None and (s.lower(f.noun) in words["anybody"] or _they(s, f)) for f in hit):
        return not _said_where(s, draft.trigger)
    if any(_pinned(f) or (f.role in HITS and _named(s, f)) for f in draft.fillers):
        return False
    aimless = all(_anybody(s, f, words) for f in draft.fillers if f.role in HITS or f.role in ("at", "near") and not f.places)
    if is_verbal(s, draft.trigger):
        if not hit and draft.card.claim.type == "casualties":
            return s.tokens[draft.trigger].tag in ("VBZ", "VBP", "VB")  # "air strikes cause civilian casualties"
        return bool(hit) and aimless and not any(_several(f) for f in hit) and not _plain_past(s, draft.trigger)
    return aimless and _bare_deed(s, draft, bool(hit), words) and not _done(s, draft)


def _taken_as_known(s: Sentence, draft: Draft) -> bool:
    """ "The murdered priests", "the release of all those kidnapped": the deed is no news, only who is spoken of."""
    token = s.tokens[draft.trigger]
    if token.tag not in ("VBN", "JJ", "VBD"):
        return False
    if token.dep == "amod":
        return token.head > token.i
    if any(f.role in HITS and f.head != token.head for f in draft.fillers):
        return False  # "a guard was among those killed"
    return token.tag != "VBD" and token.dep.startswith("acl") and s.lower(token.head) in PLURAL_PRONOUNS and not _said_where(s, token.i)


def _said_where(s: Sentence, v: int) -> bool:
    """Whether a verb or the one it is coordinated with says in what: "those killed and injured in the attack"."""
    beside = [s.tokens[v].head] if s.relation(v) == "conj" else s.kids(v, "conj")
    return any(s.kids(one, "obl") for one in (v, *beside))


def _they(s: Sentence, f: Filler) -> bool:
    return s.lower(f.noun) in PLURAL_PRONOUNS


def _pinned(f: Filler) -> bool:
    """Whether a phrase holds a number, a place smaller than a country, or somebody's name where a deed struck."""
    if f.quantity is not None or any(m.lat is not None and m.kind not in ("country", "region", "continent") for m in f.places):
        return True
    return f.role in HITS and f.actor is not None and f.actor.name is not None and f.actor.kind not in ("people", "civilians")


def _numbered(s: Sentence, f: Filler) -> bool:
    """Whether the words say how many: "killing and wounding over 40 people"."""
    return any(first <= f.noun <= last or last in (f.noun - 1, f.noun - 2) for first, last, _ in s.quantities)


def _named(s: Sentence, f: Filler) -> bool:
    """Whether a phrase holds a proper name that is no people's."""
    if f.actor is not None and f.actor.kind in ("people", "civilians"):
        return False
    first, last = s.token_range(f.span.start - s.passage.start, f.span.end - s.passage.start)
    return any(t.tag == "NNP" and not (s.shouted and load_syntax().knows(t.text)) for t in s.tokens[first : last + 1])


def _anybody(s: Sentence, f: Filler, words: dict[str, WordList]) -> bool:
    """Whether a phrase names a sort of people or things ("students", "the civilian population"), not some of them."""
    if s.lower(f.noun) in words["everybody"]:
        return True
    return s.tokens[f.noun].tag in ("NNS", "NNPS") and not _pointed(s, f.head) and not _pointed(s, f.noun)


def _plain_past(s: Sentence, v: int) -> bool:
    """Whether a verb tells what happened: "attacked", "were killed", "had killed"; not "attack", "are killing", "by killing"."""
    helpers = [s.tokens[c] for c in s.kids(v, "aux", "aux:pass", "cop")]
    if any(h.text.lower() in ("is", "are", "has", "have", "'s", "’s", "'re", "’re") for h in helpers):
        return False
    if any(h.tag == "VBD" for h in helpers):
        return True
    token = s.tokens[v]
    above = s.tokens[token.head]
    joined = token.dep == "conj" and above.tag == "VBG" and above.dep == "advcl"
    if token.tag == "VBG" and (token.dep == "advcl" or joined) and not helpers and not s.kids(v, "mark", "case"):
        return token.head != v and _plain_past(s, token.head)  # "stormed the village, killing farmers and burning huts"
    if token.tag == "VBP" and token.text.lower() in PAST_TOO:
        return True
    return token.tag == "VBD" or token.tag == "VBN" and not token.dep.startswith("acl")


def _done(s: Sentence, draft: Draft) -> bool:
    """Whether the verb beside a noun of doing tells in the plain past that it was done: "attacks shook Goma", "rebels launched attacks"."""
    v = s.tokens[draft.trigger].head
    relation = s.relation(draft.trigger)
    if relation == "obl" and s.case(draft.trigger) in ("in", "by", "during"):  # "nine were killed in bombing"
        return s.lower(v) in lists_of("event")["harmed"] and _plain_past(s, v)
    if relation not in ("nsubj", "obj") or not is_verbal(s, v) or not _plain_past(s, v):
        return False
    return relation == "nsubj" or any(f.role == "agent" and f.head in s.kids(v, "nsubj") for f in draft.fillers)


def _bare_deed(s: Sentence, draft: Draft, aimed: bool, words: dict[str, WordList]) -> bool:
    """Whether a noun of doing tells of many deeds or of none: "attacks", "the terrorist attacks", "the murder of students"."""
    i, tag = draft.trigger, s.tokens[draft.trigger].tag
    if tag == "NNS":
        return not s.kids(i, "nummod", "acl")
    nobody = all(_anybody(s, f, words) for f in draft.fillers if f.role == "agent")
    return tag in ("NN", "VBG") and (aimed or nobody and not _pointed(s, i))


def _several(f: Filler) -> bool:
    """Whether some of them are meant: "killed many civilians"."""
    return not SEVERAL.isdisjoint(f.text.lower().split())


def _pointed(s: Sentence, i: int) -> bool:
    """Whether an article, a pointing word, an owner or a number says which or how many."""
    return any(s.lower(c) not in VAGUE and s.lower(c) not in OURS for c in s.kids(i, "det", "nmod:poss", "nummod"))
