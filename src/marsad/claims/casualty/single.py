"""People harmed who are told of one by one: "a policeman was shot dead" counts one, "a judge and his driver" two."""

import msgspec

from marsad.grammar.classes import is_further_one
from marsad.grammar.draft import Draft, Filler
from marsad.grammar.sentence import Sentence
from marsad.model.mention import QuantityMention, Span
from marsad.reading.quantities.lexicon import counts_people
from marsad.reading.wordlists import word_set

ONE = {"a", "an", "another", "the", "this", "that"}
SEVERAL = word_set("numbers", "many") | {"troop", "corpse"}


def counted_single(s: Sentence, d: Draft) -> Draft:
    """The draft; people harmed who are told of one by one are as many as are told of."""
    if d.card.kind != "casualty" or d.quantity is not None or d.counted is None or d.card.claim.type == "casualties":
        return d
    harmed = [f for f in d.fillers if f.role == d.counted.role]
    if not harmed or not all(_is_one(s, f) for f in harmed):
        return d
    start, end = min(f.span.start for f in harmed), max(f.span.end for f in harmed)
    number = float(len(harmed))
    one = QuantityMention(
        start=start, end=end, text=s.text_of(Span(start, end)), field=s.passage.field, low=number, best=number, high=number, unit="person"
    )
    return msgspec.structs.replace(d, quantity=one)


def _is_one(s: Sentence, f: Filler) -> bool:
    """Whether a phrase tells of one person: by a noun in the singular, or by a name."""
    noun = s.tokens[f.noun]
    if is_further_one(s, f.noun):
        return True
    if f.actor is not None and f.actor.kind == "person" and noun.tag in ("NN", "NNP"):
        return True
    told = bool(s.kids(f.noun, "nmod:poss")) or any(s.lower(c) in ONE for c in s.kids(f.noun, "det"))
    singular = noun.tag == "NN" or (noun.tag == "NNP" and noun.text.islower())  # "an imam"
    if not singular or noun.text.lower() in SEVERAL or not told or f.head != f.noun:
        return False
    return counts_people(noun)
