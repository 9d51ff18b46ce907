"""Whether the words say that people crossed a border: to a country, across a frontier, out of their country, or called refugees."""

from marsad.grammar.draft import Draft, Filler
from marsad.grammar.sentence import Sentence
from marsad.model.mention import PlaceMention
from marsad.reading.wordlists import word_set

FRONTIERS = {"border", "frontier"}
REFUGEES = {"refugee", "asylum-seeker"}
OTHERS = word_set("frames", "others_abroad")
LEAVING = word_set("frames", "leaving")
THEIR_OWN = {"the", "their"}  # "fled the country"


def is_abroad(s: Sentence, d: Draft) -> bool:
    """Whether those of whom a draft tells are in, or have gone to, another country than their own."""
    if any(s.tokens[f.noun].lemma.lower() in REFUGEES or _more_refugees(s, f) for f in d.fillers if f.role == "who"):
        return True
    if any(s.lower(c) == "abroad" for c in s.kids(d.trigger, "advmod")):
        return True
    here = {m.country for f in d.fillers if f.role == "origin" for m in f.places[:1] if m.country} | _nations(s, d)
    for f in (f for f in d.fillers if f.role == "destination" or f.role == "at" and d.card.claim.type == "sheltering"):
        if s.lower(f.noun) in FRONTIERS and s.case(f.head) in ("across", "over"):
            return True
        there = f.places[0] if f.places else None
        if there is not None and there.country and here:
            return there.country not in here
        if f.role == "destination" and _is_country(there) and s.case(f.head) != "across":
            return True
        if f.role == "destination" and s.tokens[f.noun].lemma.lower() == "country":
            return True  # "to neighbouring countries"
    leaves = s.tokens[d.trigger].lemma.lower() in LEAVING and not any(f.role == "destination" for f in d.fillers)
    return leaves and any(_leaves_country(s, f) for f in d.fillers if f.role == "origin")


def _more_refugees(s: Sentence, f: Filler) -> bool:
    """Whether a bare number stands for refugees, the people told of last: "9,000 refugees came and 500 more are on the way"."""
    if s.tokens[f.noun].pos != "NUM" and s.lower(f.noun) != "more":
        return False
    told = (s.tokens[i].lemma.lower() for i in range(f.noun - 1, -1, -1) if s.tokens[i].pos == "NOUN")
    return next((w in REFUGEES for w in told if w in REFUGEES or w in OTHERS), False)


def _is_country(m: PlaceMention | None) -> bool:
    return m is not None and m.kind == "country" and m.part is None


def _leaves_country(s: Sentence, f: Filler) -> bool:
    """ "Fled Syria", "fled the country"."""
    if s.tokens[f.noun].lemma.lower() == "country":
        return any(s.lower(c) in THEIR_OWN for c in s.kids(f.noun, "det", "nmod:poss"))
    return _is_country(f.places[0] if f.places else None)


def _nations(s: Sentence, d: Draft) -> set[str]:
    """The countries whose people are spoken of: "9,000 Malians", "Syrian families"."""
    who = [i for f in d.fillers if f.role == "who" for i in (f.noun, *s.kids(f.noun, "amod", "compound"))]
    return {m.country for i in who for m in s.at_token(s.places, i) if m.adjectival and m.country}
