"""Whether a phrase is of a class that cards ask for: people, a force, an actor, a place, and narrower ones."""

from marsad.grammar.clause import is_passive
from marsad.grammar.phrase import FORCES, Phrases
from marsad.grammar.sentence import HYPHENS, Sentence
from marsad.reading.syntax import load_syntax
from marsad.reading.wordlists import word_set

CHARGES = word_set("frames", "charges")
CHARGING = word_set("frames", "charging")
UNARMED = {"humanitarian", "monitor"}
CIVILIAN_KINDS = {"people", "civilians"}
HELD = word_set("frames", "held")
TOWNS = {"settlement", "neighbourhood", "admin2", "camp", "site", "crossing", "island"}
FEW = 100
BLASTS = word_set("frames", "blasts")
FURTHER = word_set("frames", "further")
PEOPLE_UNITS = (None, "person", "household")
VIOLENT = word_set("frames", "violent")
ARMED = word_set("frames", "armed")
ANYBODY = word_set("frames", "anybody")
EQUIPPED = word_set("frames", "equipped")


def is_further_one(s: Sentence, noun: int) -> bool:
    """Whether words stand for one more of those told of before: "another was wounded", "and a third was hurt"."""
    if s.relation(noun) != "nsubj" or s.of_child(noun) is not None:
        return False
    if not any(last < noun and m.unit in ("person", "fighter") for _, last, m in s.quantities):
        return False  # "a third was hit": who was told of before is unsure
    return s.lower(noun) == "another" or (s.lower(noun) in FURTHER and [s.lower(c) for c in s.children[noun]] == ["a"])


class Classes:
    """The classes of the phrases of one sentence."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.s = phrases.s
        self.discourse = phrases.discourse
        self._forces: dict[int, bool] = {}
        self._noticed = self.discourse.noticed  # what the answers kept were given by

    def is_force(self, head: int) -> bool:
        """Whether a phrase names people under arms, or a pronoun for them."""
        if self._noticed is not self.discourse.noticed:
            self._forces, self._noticed = {}, self.discourse.noticed
        noun = self.phrases.noun_of(head)
        if noun not in self._forces:
            self._forces[noun] = self._is_force(noun)
        return self._forces[noun]

    def _is_force(self, noun: int) -> bool:
        if any(m.kind in UNARMED and not m.adjectival for m in self.s.at_token(self.s.actors, noun)):
            return False  # "aid organisations"
        if (whole := self._whole(noun)) is not None:
            return whole == "force"
        if self.phrases.listed("forces", noun) or self.s.lower(noun) in ("we", "us"):
            of = self.s.of_child(noun)
            return of is None or self.s.lemma(of) not in BLASTS  # "the force of the explosion"
        if self.phrases.listed("people", noun) or self.s.lemma(noun) == "agent":
            if self.s.lower(noun) == "men" and self.s.kids(noun, "nmod:poss"):
                return True  # "Assad's men", "his men"
            if any(self.s.lemma(c) in EQUIPPED for c in self.s.kids(noun, "nmod") if self.s.case(c) in ("on", "in", "with")):
                return True  # "men on motorcycles", "men in fatigues"
            if self._is_equipped(noun) or self._does_violence(noun):
                return True
            return any(self.s.lower(c) in ARMED for c in self.s.kids(noun, "amod")) or any(
                self.s.lower(c) in ("militia", "army", "police", "rebel", "guerrilla", "paramilitary", "patrol", "security")
                or any(m.kind in FORCES for m in self.s.at_token(self.s.actors, c))
                for c in self.s.kids(noun, "compound")
            )
        beside = self.s.tokens[noun].head
        if self.s.relation(noun) == "conj" and beside != noun and self.discourse.is_demonym(self.s.lower(noun)) and self.is_force(beside):
            return True  # "3,000 Angolan soldiers and 300 Zimbabweans crossed the border"
        if self.phrases.listed("elements", noun):  # "rebel elements", "elements of the militia"
            return (whose := self.phrases.actor(noun)) is not None and whose.kind in FORCES
        hits = [m for m in self.s.actors_at(noun) if m.kind in FORCES]
        return bool(hits) or self.discourse.is_force(self.s, noun)

    def _is_equipped(self, noun: int) -> bool:
        """Whether a clause behind the noun tells of arms or a disguise: "men carrying rifles", "men armed with machetes"."""
        s = self.s
        if s.lemma(noun) not in ANYBODY:
            return False
        told = [c for c in s.kids(noun, "acl") if c > noun]
        if any(s.lower(c) in ("armed", "disguised", "posing") for c in told):
            return True
        bearing = [c for c in told if s.lemma(c) in ("wear", "carry", "ride", "wield", "brandish", "dress", "hold")]
        return any(s.lemma(x) in EQUIPPED or self.phrases.listed("forces", x) for c in bearing for x in s.kids(c, "obj", "obl"))

    def _does_violence(self, noun: int) -> bool:
        """Whether people of no calling do what only people with arms do: "two youths shot the senator", "the men fired at the guards"."""
        s = self.s
        if s.lemma(noun) not in ANYBODY or s.dep(noun) != "nsubj" or is_passive(s, v := s.tokens[noun].head):
            return False
        if s.lemma(v) == "fire":
            return any(s.case(c) in ("on", "at") for c in s.kids(v, "obl"))
        return s.lemma(v) in VIOLENT and any(s.objects(x) for x in (v, *s.kids(v, "conj")))

    def is_armed_group(self, head: int) -> bool:
        """Whether a phrase names a group under arms that is no state's: "the FARC", "Boko Haram fighters"."""
        return any(m.kind == "armed group" for m in self.s.actors_at(self.phrases.noun_of(head)))

    def is_charge(self, head: int) -> bool:
        """Whether a phrase stands for what somebody has just been charged with: "the army denied this", "rejected that version"."""
        s = self.s
        noun = self.phrases.noun_of(head)
        told_of = [c for c in s.children[noun] if c > noun and s.relation(c) in ("acl", "ccomp", "nmod", "appos")]
        charged = self.discourse.charged_near(s.passage.index) or any(s.lower(i) in CHARGING for i in range(noun))
        return s.lower(noun) in CHARGES and not told_of and charged

    def is_people(self, head: int) -> bool:
        """Whether a phrase names people who are not fighting."""
        s = self.s
        noun = self.phrases.noun_of(head)
        if self.is_force(head):
            return False
        if self.phrases.listed("people", noun) or self.phrases.listed("households", noun):
            return True
        token = s.tokens[noun]
        if s.lower(noun) == "one" and any(s.lower(c) == "no" for c in s.kids(noun, "det")):
            return True  # "no one was hurt"
        if is_further_one(s, noun):
            return True
        if token.pos == "NUM" or (self.phrases.listed("measures", noun) and not s.kids(noun, "nmod")):
            q = self.phrases.quantity(head)
            whose = s.of_child(noun)
            if self._whole(noun) is not None:
                return q is not None  # and no force, as was seen
            if q is not None or token.pos == "NUM":
                counts = q is not None and (q.unit in PEOPLE_UNITS or (q.unit == "percent" and self.discourse.last_people(s, head)))
                return counts and not (whose is not None and self.is_force(whose))
        if self.phrases.listed("indefinites", noun) or self._counted_as_people(head, noun):
            return True
        if token.tag in ("NNPS", "NNS", "NNP", "JJ") and self.discourse.is_demonym(s.lower(noun)):
            return token.tag != "JJ" or any(s.lower(c) == "the" for c in s.kids(noun, "det"))
        return self.discourse.is_people(s, noun)

    def _whole(self, number: int) -> str | None:
        """For the number of "26 of them" what they are a part of, by the last such people or force counted; None where that is unsure."""
        s = self.s
        whom = s.of_child(number) if s.tokens[number].pos == "NUM" else None
        if whom is None or s.lower(whom) != "them":
            return None
        count = self.phrases.quantity(number)
        many = count.best or count.low or 0.0 if count is not None else 0.0
        for first, last, m in reversed(s.quantities):
            if last < number and m.unit == "person" and m.noun is not None and (m.best or m.low or 0.0) >= many:
                noun, _ = s.token_range(m.noun.start - s.passage.start, m.noun.end - s.passage.start)
                return "force" if first <= noun and self.is_force(noun) else "people"
        return self.discourse.whole(s, whom, many)

    def _counted_as_people(self, head: int, noun: int) -> bool:
        """Whether the count says so: "800,000 Lebanese", "1,200 evacuees", whatever else is known of the word."""
        q = self.phrases.quantity(head) if self.s.quantities else None
        if q is None or q.unit not in ("person", "household") or q.noun is None:
            return False
        token = self.s.tokens[noun]
        return q.noun.start <= self.s.passage.start + token.start < q.noun.end

    def is_person(self, head: int) -> bool:
        """A single person, by name, title or noun."""
        noun = self.phrases.noun_of(head)
        hits = self.s.at_token(self.s.actors, noun)
        return any(m.kind == "person" for m in hits) or self.phrases.listed("persons", noun)

    def is_name(self, head: int) -> bool:
        """A proper name that is no place and no body: most likely a person's."""
        s = self.s
        noun = self.phrases.noun_of(head)
        named = s.tokens[noun].text[:1].isupper() and any(s.tokens[c].tag == "NNP" for c in s.kids(noun, "flat"))  # "Nova Kamenka"
        proper = named or (s.tokens[noun].tag == "NNP" and s.tokens[noun].pos == "PROPN")
        if not (proper or self._unknown(noun)) or self.is_force(noun):
            return False
        if any(not m.adjectival for m in s.at_token(s.places, noun)) or s.is_time(noun):
            return False
        return all(m.kind in ("person", None) for m in s.at_token(s.actors, noun))

    def _unknown(self, i: int) -> bool:
        """Whether a word in capitals is none of the language's own, and so most likely a name that the tagger took for a word."""
        token = self.s.tokens[i]
        return self.s.shouted and len(token.text) > 2 and token.text.isalpha() and not load_syntax().knows(token.text)

    def is_unknown_place(self, head: int) -> bool:
        """A proper name that is nobody's: behind a verb that only places are taken with, a place that no gazetteer has."""
        s = self.s
        noun = self.phrases.noun_of(head)
        if s.shouted or not self.is_name(head) or s.at_token(s.actors, noun) or self.phrases.places(head):
            return False
        token = s.tokens[noun]
        titled = any(s.tokens[c].pos == "NOUN" or s.tokens[c].text.endswith(".") for c in s.kids(noun, "compound", "appos"))
        return token.text[:1].isupper() and not titled and not token.text.isupper()

    def is_somebody(self, head: int) -> bool:
        """Whether a phrase names people, a force or a person."""
        return self.is_people(head) or self.is_force(head) or self.is_person(head)

    def is_town(self, head: int) -> bool:
        """Whether a phrase names a town or a part of one, or stands for it."""
        noun = self.phrases.noun_of(head)
        beside = self.s.kids(noun, "appos") if self.phrases.listed("placelike", noun) else []  # "the rebels' last redoubt, Zintan"
        found = [m for i in (noun, *beside) for m in self.s.at_token(self.s.places, i)]
        return any(m.kind in TOWNS and m.lat is not None and not m.adjectival for m in found)

    def is_whole_country(self, head: int) -> bool:
        """Whether a phrase names a country, not a part of it, and not only to say where another place lies: "Kidal, a town in Mali"."""
        s = self.s
        locates = s.relation(head) == "nmod" and s.relation(s.tokens[head].head) == "appos"
        return self.is_country(head) and not locates and not any(m.part for m in self.phrases.places(head))

    def is_part_of_country(self, head: int) -> bool:
        """Whether a phrase names a place that is no whole country."""
        noun = self.phrases.noun_of(head)
        found = self.phrases.places(head)
        if (
            any(m.kind in ("country", "continent") and not m.part for m in found)
            and noun == head
            and not self.phrases.listed("placelike", noun)
        ):
            return False
        return self.is_place(head)

    def is_owner(self, head: int) -> bool:
        """Whether a word of possession stands for people under arms or a body that acts."""
        return self.s.lower(head) in ("their", "its", "his") and self.discourse.actor(self.s, head) is not None

    def is_owned(self, head: int) -> bool:
        """What belongs to a force that is named with it: "rebel positions"."""
        owner = self.phrases.actor(head) if self.phrases.listed("assets", self.phrases.noun_of(head)) else None
        return owner is not None and owner.kind in FORCES

    def is_single(self, head: int) -> bool:
        """One person, or a phrase without a number that is not plural."""
        noun = self.phrases.noun_of(head)
        q = self.phrases.quantity(head)
        if q is not None:
            return q.best == 1 and q.high == 1
        token = self.s.tokens[noun]
        if len(self.s.conjuncts(head)) > 1 or self.phrases.listed("collectives", noun):
            return False
        named = token.tag == "NNP" and token.text.endswith("s")
        if named and (self.phrases.listed("people", noun) or self.discourse.is_demonym(self.s.lower(noun))):
            return False  # "Serbs", taken for one name
        return token.tag in ("NN", "NNP") or self.s.lower(noun) in ("he", "she", "him", "her")

    def is_few(self, head: int) -> bool:
        """Fewer than a hundred, who are no town's people: "two residents of Zintan"."""
        q = self.phrases.quantity(head)
        return q is not None and q.unit != "percent" and max(q.low or 0, q.best or 0) < FEW

    def is_share(self, head: int) -> bool:
        """Whether so many are told as a part of a whole: "half the residents", "40 per cent of them"."""
        q = self.phrases.quantity(head)
        return q is not None and q.unit == "percent"

    def is_actor(self, head: int) -> bool:
        """Whether a phrase names somebody who acts: a force, a body, a country."""
        s = self.s
        noun = self.phrases.noun_of(head)
        if self.is_force(head) or any(
            m.kind not in CIVILIAN_KINDS and (not m.adjectival or s.dep(noun) in ("amod", "compound", "nmod:poss"))
            for m in s.actors_at(noun)
        ):
            return True
        if self._before_participle(noun):
            return True
        if self.phrases.listed("bodies", noun) or self.discourse.actor(s, noun) is not None:
            return True
        if self.phrases.listed("assets", noun) and (owner := self.phrases.actor(head)) is not None and owner.kind in FORCES:
            return True
        return any(m.kind == "country" for m in s.at_token(s.places, noun)) or self.discourse.is_demonym(s.lower(noun))

    def _before_participle(self, noun: int) -> bool:
        """Whether a people's name is joined to a participle: "the Druze-held hills" are held by the Druze."""
        s = self.s
        joined = noun + 2 < len(s.tokens) and s.tokens[noun + 1].text in HYPHENS and s.lower(noun + 2) in HELD
        return joined and (self.phrases.listed("people", noun) or s.tokens[noun].text[:1].isupper())

    def is_place(self, head: int) -> bool:
        """Whether a phrase names a place, by name or by noun."""
        noun = self.phrases.noun_of(head)
        if self.is_force(head) and not self.phrases.listed("placelike", noun):
            return False
        if self.s.tokens[noun].pos == "NUM":  # "two villages were taken, five more are to follow"
            return any(m.unit == "place" and last < noun for _, last, m in self.s.quantities)
        if self.phrases.places(head) or (
            self.s.tokens[noun].pos == "PROPN" and any(self.phrases.listed("placelike", c) for c in self.s.kids(noun, "appos"))
        ):
            return True
        if (
            self.phrases.listed("partitives", noun)
            and not self.s.kids(noun, "nmod", "nummod", "acl", "amod", "compound")
            and self.s.of_child(noun) is None
        ):
            return False
        return self.phrases.listed("placelike", noun)

    def is_uprooted(self, head: int) -> bool:
        """Whether a phrase names people by their flight: refugees, evacuees, displaced families."""
        s = self.s
        more = s.lower(head) == "more" and bool(s.kids(head, "nummod"))  # "500 more were arriving"
        if (s.tokens[head].pos == "NUM" or more) and self.is_people(head):
            return self.discourse.last_people(s, head) or self._adds_to(head)
        return any(
            self.phrases.listed("uprooted", i)
            or any(self.phrases.listed("uprooted", c) for c in s.kids(i, "amod", "acl") if s.tokens[c].tag != "VBG")
            for i in (self.phrases.noun_of(head), head)
        )

    def _adds_to(self, number: int) -> bool:
        """Whether so many bring a total of people who fled to a height: "another 3,000 came, bringing the number of refugees to 14,500"."""
        s = self.s
        v = s.tokens[number].head
        if s.relation(number) != "nsubj":
            return False
        totals = (o for c in s.kids(v, "advcl", "conj") if self.phrases.listed("bringing", c) for o in s.objects(c))
        whole = [x for o in totals if self.phrases.listed("totals", o) for x in s.subtree(o)]
        return any(self.phrases.listed("uprooted", x) or s.lower(x) == "arrivals" for x in whole)

    def is_national(self, head: int) -> bool:
        """Whether a phrase names people by their country or by what they are: "the Malians", "9,000 Lebanese", "the Kurds"."""
        noun = self.phrases.noun_of(head)
        proper = self.s.tokens[noun].tag in ("NNPS", "NNP")
        named = proper and (self._counted_as_people(head, noun) or any(m.kind == "people" for m in self.s.at_token(self.s.actors, noun)))
        return (named or self.discourse.is_demonym(self.s.lower(noun))) and self.is_people(head)

    def is_country(self, head: int) -> bool:
        """Whether a phrase names a country."""
        return any(m.kind == "country" for m in self.phrases.places(head)) or self.s.tokens[head].lemma.lower() == "country"
