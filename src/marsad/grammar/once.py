"""One draft for one thing done: what a verb and its noun, a blow and its victims, or two verbs tell together is claimed once."""

from marsad.grammar.card import BLOWS
from marsad.grammar.clause import is_verbal
from marsad.grammar.draft import Draft
from marsad.grammar.sentence import Sentence

LINKS = ("obj", "xcomp", "nsubj", "obl", "compound", "nmod", "advcl", "acl", "ccomp")
STRUCK = {"place", "target", "at", "victim", "origin", "toward"}  # roles that say whom or what a deed hit
PLACED = {"destination", "at", "origin"}
IT = {"it", "they", "which", "that"}
TURNS = ("after", "before", "until", "since")
GENERAL = {"attack", "looting"}  # what a blow's own verb may be taken for: "the strike hit", "the shelling destroyed"
VIOLENT = BLOWS | {"attack", "armed_clash", "execution", "offensive", "sexual_violence"}
CHAIN = 4  # how many nouns may stand before a noun and say what sort it is
MAX_STEPS = 12  # how far governors are looked up; a bound, no sentence needs more


def once(s: Sentence, drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that tell again what another tells more fully or more closely."""
    dropped: set[int] = set()
    victims = {d.trigger for d in drafts if d.card.kind == "casualty"}
    for n, a in enumerate(drafts):
        for m in range(n + 1, len(drafts)):
            b = drafts[m]
            if n in dropped or m in dropped or a.card.kind != b.card.kind:
                continue
            lesser = _laid_or_fallen(a, b) if a.trigger == b.trigger else _lesser(s, a, b, victims)
            if lesser is not None:
                dropped.add(n if lesser is a else m)
    told: dict[object, Draft] = {}
    for n, d in enumerate(drafts):
        if n not in dropped:
            whom = d.counted.head if d.counted and d.quantity is None else None
            told.setdefault((d.card.kind, d.card.claim.type, d.evidence, d.quantity, whom), d)
    return list(told.values())


def _laid_or_fallen(a: Draft, b: Draft) -> Draft | None:
    """Of two drafts of one word the one that takes bombs that fell for bombs that were laid; None where they are of other kinds."""
    laid = next((d for d in (a, b) if d.card.claim.type in ("ied", "shelling")), None)
    return laid if laid is not None and "air_strike" in (a.card.claim.type, b.card.claim.type) else None


def _lesser(s: Sentence, a: Draft, b: Draft, victims: set[int]) -> Draft | None:
    """Of two drafts of one kind, a before b, the one that only repeats the other; None where each tells a thing of its own."""
    if a.card.kind == "event" and (lesser := _lesser_deed(s, a, b, victims)) is not None:
        return lesser
    if a.card.kind == "population" and _same_people(s, a, b):
        return b if a.verbal else a  # "40,000 residents endured a siege": they are told of once
    if a.card.kind == "response" and a.card.claim.type == b.card.claim.type and _same_count(a, b):
        told, other = (any(f.role in PLACED for f in d.fillers) for d in (a, b))
        return b if (told, _fullness(a)) >= (other, _fullness(b)) else a  # "30 tonnes sent by the charity reached the town"
    if a.card.claim.type != b.card.claim.type or (a.quantity and b.quantity and a.quantity != b.quantity):
        return None
    if a.card.kind == "casualty" and (word := _word_counted(a, b) or _word_counted(b, a)) is not None:
        return word  # "received 53 wounded": the hospital's verb tells more of them
    if a.card.kind == "control" and (_at_another_time(s, b) or _of_another_place(s, a, b)):
        return None
    if a.evidence.start <= b.evidence.start and b.evidence.end <= a.evidence.end and a.card.claim.type == "gained" and not b.quantity:
        return b  # "declared the town liberated": the second is a word of the first
    if (
        not a.verbal
        and not b.verbal
        and s.relation(b.trigger) == "conj"
        and s.tokens[b.trigger].head == a.trigger
        and _struck(a) == _struck(b)
    ):
        return b if _fullness(a) >= _fullness(b) else a  # "rockets and shells hit the town"
    if _coordinated(s, a, b):
        return a  # "overran and seized the town": the object stands with the second verb
    if _linked(s, a.trigger, b.trigger):
        return b if _fullness(a) >= _fullness(b) else a
    return None


def _same_count(a: Draft, b: Draft) -> bool:
    """Whether two drafts count by the very same words."""
    return a.counted is not None and b.counted is not None and a.counted.head == b.counted.head


def _of_another_place(s: Sentence, a: Draft, b: Draft) -> bool:
    """Whether a clause with a subject of its own tells of another place: "Zintan is in rebel hands while Rawa is held by the army"."""
    own = s.relation(b.trigger) in ("advcl", "conj", "parataxis") and bool(s.kids(b.trigger, "nsubj"))
    return own and bool(_struck(a) and _struck(b)) and _struck(a).isdisjoint(_struck(b))


def _at_another_time(s: Sentence, b: Draft) -> bool:
    """Whether a clause tells of another time: "was declared free a year after rebels had taken it"."""
    return s.relation(b.trigger) == "advcl" and any(s.lower(m) in TURNS for m in s.kids(b.trigger, "mark"))


def _lesser_deed(s: Sentence, a: Draft, b: Draft, victims: set[int]) -> Draft | None:
    """Of two drafts of events the one that is the other's word, sort, outcome or instrument."""
    if b.trigger in a.words or a.trigger in b.words:  # "agreed to halt fighting": the noun is a word of the other's trigger
        return b if b.trigger in a.words else a
    if _names_the_sort(s, a.trigger, b.trigger) or _outcome(s, b, a):
        return b
    if {a.card.claim.type, b.card.claim.type} in ({"suicide_bomb", "ied"}, {"shelling", "ied"}) and _one_clause(s, a, b):
        return a if a.card.claim.type == "ied" else b  # "a suicide bomber set off explosives", "a mortar bomb exploded"
    if {a.card.claim.type, b.card.claim.type} == {"mine_clearance", "ied"} and _linked(s, a.trigger, b.trigger):
        bomb = a if a.card.claim.type == "ied" else b
        return None if bomb.verbal else bomb  # "removed mines laid by the rebels"
    if a.card.claim.type == b.card.claim.type == "attack" and _next_of(s, a, b) and not _struck(b):
        return b  # "burst into a school and opened fire"
    if {a.trigger, b.trigger} <= victims and s.relation(b.trigger) == "conj" and s.tokens[b.trigger].head == a.trigger:
        return b  # "killed two nurses and wounded a doctor"
    for deed, other in ((a, b), (b, a)):
        if _strikes(s, deed, other) or _goes_off(s, deed, other):
            return other
        if _answered(s, deed, other):
            return deed
        alike = other.card.claim.type in ("attack", "armed_clash", deed.card.claim.type)
        if other.trigger in victims and deed.trigger not in victims and other.verbal and alike and deed.card.claim.type in VIOLENT:
            return other  # "raided the village and killed nine": the dead are a claim of their own
    return None


def _next_of(s: Sentence, a: Draft, b: Draft) -> bool:
    """Whether the verb of one draft is coordinated with that of another, and says of nobody else that he did it."""
    joined = a.verbal and b.verbal and s.relation(b.trigger) == "conj" and s.tokens[b.trigger].head == a.trigger
    return joined and not s.kids(b.trigger, "nsubj")


def _names_the_sort(s: Sentence, a: int, b: int) -> bool:
    """Whether a stands before b and says what sort it is: "bomb attack", "chlorine gas attack"."""
    for _ in range(CHAIN):
        if s.relation(a) != "compound":
            return False
        a = s.tokens[a].head
        if a == b:
            return True
    return False


def _outcome(s: Sentence, b: Draft, a: Draft) -> bool:
    """Whether b only tells what the deed a led to: "stormed the town, shooting and killing nine"."""
    node = b.trigger
    if b.card.claim.type != "attack" or not b.verbal or s.tokens[node].tag != "VBG":
        return False
    if s.relation(node) == "conj":
        node = s.tokens[node].head
    above = s.tokens[node].head
    return s.relation(node) == "advcl" and above in (a.trigger, s.tokens[a.trigger].head)


def _strikes(s: Sentence, blow: Draft, verb: Draft) -> bool:
    """Whether a verb says what a blow did ("air strikes hit the town", "a blast when it hit a bus"), and is no deed of its own."""
    if blow.card.claim.type not in BLOWS or verb.card.claim.type not in GENERAL or not verb.verbal or blow.verbal:
        return False
    subjects = s.kids(verb.trigger, "nsubj")
    if any(c == blow.trigger or s.tokens[blow.trigger].head == c for c in subjects):
        return True
    if not subjects and s.tokens[verb.trigger].tag == "VBG":
        return _leads(s, blow.trigger, verb.trigger)  # "a strike hit the camp, destroying a school"
    return any(s.lower(c) in IT for c in subjects) and _leads(s, blow.trigger, verb.trigger)


def _goes_off(s: Sentence, blow: Draft, verb: Draft) -> bool:
    """Whether only what was dropped or fired is told of: "dropped two bombs that exploded in a market", "rained bombs and missiles on"."""
    if blow.card.claim.type not in ("air_strike", "shelling") or verb.card.claim.type not in ("ied", "shelling") or not blow.verbal:
        return False
    dropped = {c for o in s.objects(blow.trigger) for c in s.conjuncts(o)}
    return verb.trigger in dropped or (s.dep(verb.trigger).startswith("acl") and s.tokens[verb.trigger].head in dropped)


def _leads(s: Sentence, noun: int, verb: int) -> bool:
    """Whether a noun is the subject of a clause above a verb."""
    node = verb
    for _ in range(MAX_STEPS):
        above = s.tokens[node].head
        if above in (node, noun):
            return above == noun
        node = above
        if any(c == noun or s.tokens[noun].head == c for c in s.kids(node, "nsubj")):
            return True
    return False


def _answered(s: Sentence, attack: Draft, verb: Draft) -> bool:
    """Whether a verb tells of an attack with what came of it: "repelled an assault", "arrested six in raids"."""
    if (
        attack.card.claim.type not in ("attack", "offensive")
        or attack.verbal
        or not verb.verbal
        or s.tokens[attack.trigger].head != verb.trigger
    ):
        return False
    relation, type_ = s.relation(attack.trigger), verb.card.claim.type
    off = relation == "obl" and s.case(attack.trigger) in ("off", "back")  # "fought off an assault", however the parse takes the particle
    by_none = all(f.role != "agent" for f in attack.fillers)
    undergone = relation == "obj" or (by_none and s.dep(attack.trigger) == "nsubj:pass")
    met = undergone and attack.card.claim.type == "attack"  # "fought a campaign" is no answer to it
    return ((met or off) and type_ == "armed_clash") or (relation == "obl" and type_ == "arrest")


def _same_people(s: Sentence, a: Draft, b: Draft) -> bool:
    """Whether one draft only counts the people of whom the other tells something, or says what they are without."""
    if a.counted is None or b.counted is None or a.counted.head != b.counted.head:
        return False
    owned = (a.counted.head, a.counted.noun)
    return a.trigger in owned or b.trigger in owned or (a.verbal != b.verbal and _linked(s, a.trigger, b.trigger))


def _word_counted(a: Draft, b: Draft) -> Draft | None:
    """The second draft, if it is made by the very word that the first counts."""
    return b if a.counted is not None and b.trigger in (a.counted.head, a.counted.noun) and a.trigger != b.trigger else None


def _coordinated(s: Sentence, a: Draft, b: Draft) -> bool:
    """Whether two verbs joined by "and" have one object."""
    if not (a.verbal and b.verbal and s.relation(b.trigger) == "conj" and s.tokens[b.trigger].head == a.trigger):
        return False
    struck = _struck(a)
    return bool(struck) and struck == _struck(b) and not _by_others(a, b)


def _by_others(a: Draft, b: Draft) -> bool:
    """Whether each names who took it, and they are not the same: "was taken by rebels and retaken by the army"."""
    first, second = ({f.head for f in d.fillers if f.role == "holder"} for d in (a, b))
    return bool(first and second) and first != second


def _struck(d: Draft) -> set[int]:
    return {f.head for f in d.fillers if f.role in STRUCK}


def _one_clause(s: Sentence, a: Draft, b: Draft) -> bool:
    """Whether two drafts are told by one clause, or one of them is of a bomber, whose bomb is named besides."""
    nouns = [s.tokens[d.trigger].head if s.relation(d.trigger) == "compound" else d.trigger for d in (a, b)]  # "a mortar bomb"
    if "suicide_bomb" in (a.card.claim.type, b.card.claim.type):
        apart = s.relation(nouns[1]) == "nsubj" and s.relation(s.tokens[nouns[1]].head) == "conj"
        return not apart  # "a bomber struck a funeral, and a car bomb killed nine"
    return nouns[0] == nouns[1] or _linked(s, nouns[0], nouns[1])


def _linked(s: Sentence, a: int, b: int) -> bool:
    """Whether one predicate is the object, complement or modifier of the other, or coordinated with one that is."""
    for low, high in ((a, b), (b, a)):
        first = _first(s, low)
        if first != low and s.tokens[first].head == high and s.relation(first) in ("nsubj", "obj"):
            return True  # "bombs and shells pounded the town"
        if (
            s.tokens[low].head == high
            and s.relation(low) in LINKS
            and not (is_verbal(s, low) and is_verbal(s, high) and s.relation(low) not in ("xcomp", "acl", "advcl"))
        ):
            return True
    return False


def _first(s: Sentence, i: int) -> int:
    """The noun that a noun is coordinated with, or the noun itself."""
    return s.tokens[i].head if s.relation(i) == "conj" and not is_verbal(s, i) else i


def _fullness(d: Draft) -> tuple[bool, bool, int, bool]:
    tried = d.card.claim.status is not None  # "an attempt to kill": the attempt is what happened
    return (tried, d.quantity is not None, len(d.fillers), d.verbal)
