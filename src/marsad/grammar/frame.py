"""What a predicate's words say of who does what to whom: voice normalised, prepositions as role names.

Enters: a sentence and a token that is a verb, a participle or a noun of doing. Leaves: arguments as (relation, head token).
Relations: agent, patient, recipient, time, compound, mod, poss, self, a preposition, purpose (the verb of a purpose clause),
aux (a modal or auxiliary beside it), governor (the word that it completes: "able to", "designed to", "prevented from").
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from marsad.grammar.argument import FALLBACK, Argument, prepositions, whence
from marsad.grammar.blame import spoken_for
from marsad.grammar.clause import is_verbal
from marsad.grammar.noun import noun_arguments, standing
from marsad.grammar.sentence import Sentence
from marsad.grammar.verb import verb_arguments

WHO = ("agent", "patient", "subject", "owner_in", "owner_at", "owner_on", "owner_without", "owner_under", "owner_beyond", "owner_out_of")
GONE = ("owner_out of", "owner_out_of", "owner_from", "owner_off")  # "were let out of the besieged town": they are in it no more
LOSING = {"lose", "suffer", "sustain", "take"}  # whose subject is harmed: "the army lost 27 dead"
PARTICLES = {"down", "up", "off", "out", "over", "away", "back"}


class Frame(NamedTuple):
    """The arguments of a predicate, and the same by their relation, nearest first."""

    args: list[Argument]
    by_relation: Mapping[str, Sequence[Argument]]


def frame(s: Sentence, i: int, support: frozenset[str], merged: tuple[int, ...], misread: bool) -> Frame:
    """The predicate's frame; of a verb that the tagger took for a noun also what stands before it and below it."""
    args = arguments(s, i, support, merged)
    if misread:
        have = {a.head for a in args}
        args += [Argument("agent", c) for c in s.kids(i, "compound", "nsubj") if c < i and c not in have]
    by_relation: dict[str, list[Argument]] = {}
    for a in sorted(args, key=lambda a: a.near):
        by_relation.setdefault(a.relation, []).append(a)
    return Frame(args, by_relation)


def arguments(s: Sentence, i: int, support: frozenset[str] = frozenset(), merged: tuple[int, ...] = ()) -> list[Argument]:
    """The predicate's arguments, nearest first; `support` holds forms of verbs that lend a noun their subject.

    `merged` are further tokens of the same trigger ("took [control]", "burnt [down]"), whose own phrases count as the predicate's.
    """
    found = [Argument("self", i)]
    if is_verbal(s, i):
        found += verb_arguments(s, i)
    if not is_verbal(s, i) or s.dep(i) in ("amod", "compound"):
        found += noun_arguments(s, i, support)
        found += standing(s, i)
    for extra in merged:
        found += _of_word(s, i, extra)
    found += prepositions(s, i, found)
    for a in list(found):
        if a.relation in WHO and a.near < FALLBACK:
            found += whence(s, a.head)
        if a.relation in ("agent", "by") and a.near < FALLBACK:
            found += [Argument("behalf", c) for c in spoken_for(s, a.head)]
        if a.relation == "agent" and a.near < FALLBACK:  # "fighting in the town displaced"
            found += [Argument("agent_in", c, 1) for c in s.kids(a.head, "nmod") if s.case(c) in ("in", "around", "near")]
            found += [Argument("agent_mod", c, 1) for c in s.kids(a.head, "compound", "amod")]  # "Chadian guns"
        if a.relation == "verb" and s.lemma(a.head) in LOSING:  # "the army lost 27 dead"
            found += [Argument("loser", b.head) for b in verb_arguments(s, a.head) if b.relation == "agent"]
        if a.relation == "patient":  # "civilians in areas besieged by": whose place is the patient
            found += [
                Argument("owner_patient", b.head) for b in standing(s, a.head) if b.relation.startswith("owner_") and b.relation not in GONE
            ]
        if a.relation == "on" and s.lemma(a.head) == "behalf":  # "claimed the raid on behalf of the brigades"
            found += [Argument("behalf", c) for c in s.kids(a.head, "nmod") if s.case(c) in ("of", "")]
        if a.relation in ("purpose", "kept", "main", "complement_verb", "own_clause", "side_clause", "deed"):
            found += [Argument(f"{a.relation}:{b.relation}", b.head, b.near) for b in verb_arguments(s, a.head) if b.relation != "purpose"]
        if a.relation in ("purpose", "kept"):
            found += [
                Argument(f"purpose:{b.relation}", b.head, b.near)
                for other in s.kids(a.head, "conj")
                if is_verbal(s, other)
                for b in verb_arguments(s, other)
                if b.relation == "patient"
            ]
    return found


def _of_word(s: Sentence, i: int, extra: int) -> list[Argument]:
    """What a further word of the trigger brings: the phrases of a noun, or the object that a particle was hung on as its preposition."""
    if s.tokens[extra].pos in ("NOUN", "PROPN"):
        return [a for a in noun_arguments(s, extra, frozenset()) if a.head != i]
    above = s.tokens[extra].head
    particle = s.relation(extra) == "case" and s.tokens[above].head == i and s.lower(extra) in PARTICLES
    return [Argument("patient", above)] if particle and s.kids(above, "case") == [extra] else []  # "burnt down the school"
