"""Who helps and what helps: humanitarian bodies and their people, goods for people in need, and what carries them.

The words alone decide nothing ("group", "truck", "supply"): a body's name or a word of relief must stand in the phrase,
and no word of arms.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from marsad.grammar.sentence import Sentence
from marsad.grammar.words import WordList
from marsad.model.mention import ActorMention
from marsad.reading.wordlists import word_set

MODIFIERS = ("compound", "amod", "nmod", "nmod:poss", "flat", "nummod")
LOADED = ("acl", "acl:relcl")
LOAD_REACH = 5  # words behind a vehicle in which its load is named
BRINGING = word_set("frames", "bringing_aid")
SENDERS = word_set("frames", "senders")
HOSTILE = word_set("frames", "no_aid")


def tells_of_convoy(text: str, shared: Mapping[str, WordList]) -> bool:
    """Whether a passage names a vehicle that brings aid; those behind it may speak of it by its bare noun."""
    convoys, shown, goods = shared["convoys"].forms, shared["relief_words"].forms, shared["goods"].forms
    low = text.lower()
    if not any(form in low for form in convoys):
        return False
    words = [word.strip(".,;:") for word in low.split()]
    if any(after in convoys and (before in shown or before in SENDERS) for before, after in pairwise(words)):
        return True
    return any(_brings(words[n + 1 : n + 1 + LOAD_REACH], goods, shown) for n, word in enumerate(words) if word in convoys)


def _brings(words: Sequence[str], goods: Mapping[str, object], shown: Mapping[str, object]) -> bool:
    """Whether the words right behind a vehicle say that it brings aid: "loaded with flour", "of relief supplies"."""
    if not words or words[0] not in BRINGING:
        return False
    return any(word in goods or word in shown for word in words[1:]) and not any(word in HOSTILE for word in words)


class Relief:
    """Answers for one sentence; `listed` knows the shared lists, `actor` whom a phrase names, `recently` whether aid was on its way."""

    def __init__(
        self,
        s: Sentence,
        listed: Callable[[str, int], bool],
        actor: Callable[[int], ActorMention | None],
        recently: Callable[[int], bool],
    ) -> None:
        self.s = s
        self.recently = recently
        self.listed = listed
        self.actor = actor

    def helps(self, noun: int) -> bool:
        """Whether a noun names a humanitarian body or its people."""
        if self._humanitarian(noun) or self._owns_carrier(noun):
            return True
        if self.listed("sole_helpers", noun):
            return not self._armed(noun)
        whose = self.s.kids(noun, "nmod:poss") if self.listed("own_helpers", noun) else []
        own = any(self.s.lower(c) == "our" or (self.s.tokens[c].pos == "PRON" and self._humanitarian(c)) for c in whose)
        return own or self._plain_agency(noun) or (self.listed("helpers", noun) and (self._shown(noun) or self._works_for(noun)))

    def _plain_agency(self, noun: int) -> bool:
        """Whether aid agencies are called "agencies" and no more, or one is that of somebody: "her agency"."""
        s = self.s
        if s.lemma(noun) != "agency":
            return False
        told = [c for c in s.kids(noun, *MODIFIERS) if c < noun or s.case(c) in ("of", "for", "from")]
        own = len(told) == 1 and s.lower(told[0]) in ("her", "his", "our", "their")
        return own or (not told and s.lower(noun) == "agencies" and not s.kids(noun, "conj") and s.relation(noun) != "conj")

    def _owns_carrier(self, noun: int) -> bool:
        """Whether a humanitarian body is named before the vehicle that it sends: "two UNHCR convoys"."""
        s = self.s
        named = any(m.kind == "humanitarian" and m.adjectival for m in s.at_token(s.actors, noun))
        return named and s.relation(noun) == "compound" and self.listed("carriers", s.tokens[noun].head)

    def _works_for(self, noun: int) -> bool:
        """Whether people are told to be at a site of a humanitarian body: "surgeons at the Red Cross hospital"."""
        s = self.s
        sites = [c for c in s.kids(noun, "nmod") if s.case(c) in ("at", "in")]
        return any(self._humanitarian(k) for c in sites for k in s.kids(c, "compound", "nmod:poss"))

    def is_relief(self, noun: int) -> bool:
        """Whether a noun names goods for people in need, or a vehicle that brings them."""
        if self._armed(noun):
            return False
        if self.listed("goods", noun):
            return True
        if self.listed("loads", noun):
            content = self.s.of_child(noun)
            homely = any(self.listed("homely", c) for c in self.s.kids(noun, "compound", "amod"))  # "cooking sets"
            return homely or self._shown(noun) or (content is not None and self._is_good(content)) or self._beside_goods(noun)
        if not self.listed("carriers", noun):
            return False
        load = self.s.of_child(noun)  # "a truck of relief goods"
        return self._shown(noun) or self._carries(noun) or self._told_before(noun) or (load is not None and self._shown(load))

    def is_humane(self, noun: int) -> bool:
        """Whether a noun is said to be humanitarian: "relief operation", "aid corridor", "aid trucks"."""
        if self.listed("carriers", noun):
            return self.is_relief(noun)
        if self.s.case(noun) == "of" and self.listed("carriers", self.s.tokens[noun].head):  # "a convoy of food"
            return self.is_relief(noun)
        return self.listed("undertakings", noun) and self._shown(noun) and not self._armed(noun)

    def _is_good(self, content: int) -> bool:
        """Whether what a load is of is for people in need, or comes with what is: "70 tonnes of coal and medicine"."""
        return any(self.listed("goods", c) or self._shown(c) for c in (content, *self.s.kids(content, "conj")))

    def _beside_goods(self, load: int) -> bool:
        """Whether a load is listed with goods or with loads of goods: "200 litres of fuel and four tonnes of rice"."""
        first = self.s.tokens[load].head if self.s.relation(load) == "conj" else load
        others = [c for c in (first, *self.s.kids(first, "conj")) if c != load]
        return any(self.listed("goods", x) for c in others for x in (c, self.s.of_child(c)) if x is not None)

    def _humanitarian(self, i: int) -> bool:
        if any(m.kind == "humanitarian" and not m.adjectival for m in self.s.at_token(self.s.actors, i)):
            return not self.listed("carriers", i)
        if self.s.tokens[i].pos != "PRON":
            return False
        found = self.actor(i)
        return found is not None and found.kind == "humanitarian"

    def _shown(self, noun: int) -> bool:
        """Whether the phrase around a noun shows that it helps: "aid group", "UN truck", "staff of the charity"."""
        found = self.actor(noun)
        if found is not None and found.kind == "humanitarian":
            return True
        if any(self._humanitarian(c) for c in self.s.kids(noun, "nmod") if self.s.case(c) in ("by", "of", "from", "with")):
            return True  # "flights by the Red Cross", "staff from Oxfam"
        return any(self.listed("relief_words", c) or self.listed("goods", c) for c in self.s.kids(noun, *MODIFIERS))

    def _carries(self, noun: int) -> bool:
        """ "trucks loaded with flour", "a plane carrying medicine"."""
        s = self.s
        below = [c for clause in s.kids(noun, *LOADED) for c in s.kids(clause, "obj", "obl", "conj")]
        below += [g for c in below for g in s.kids(c, "nmod", "conj")]
        return any(self.listed("goods", c) and not self._armed(c) for c in below)

    def _told_before(self, noun: int) -> bool:
        """ "the trucks" behind an aid convoy, owned by nobody else."""
        return self.recently(self.s.passage.index) and self.listed("convoys", noun) and self.actor(noun) is None

    def _armed(self, noun: int) -> bool:
        s = self.s
        near = [noun, *s.kids(noun, *MODIFIERS), *s.kids(noun, "conj")]
        near += [s.tokens[noun].head] if s.relation(noun) == "conj" else []
        return any(s.lower(c) in ("military", "armed", "armoured", "armored", "rebel") or self.listed("arms", c) for c in near)
