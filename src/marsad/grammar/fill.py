"""Which phrase fills a role: what it must be, and the number, place and actor that it holds."""

from collections.abc import Callable
from functools import partial

from marsad.grammar.card import Card, Role
from marsad.grammar.counts import WHOSE, Counts
from marsad.grammar.draft import Filler
from marsad.grammar.frame import standing
from marsad.grammar.load import Grammar
from marsad.grammar.reference import Discourse
from marsad.grammar.relief import Relief
from marsad.grammar.sentence import Sentence
from marsad.model.mention import ActorMention, PlaceMention, QuantityMention, Span
from marsad.reading.actors import state_force
from marsad.reading.syntax import load_syntax

PHRASE_ENDS = (
    "acl",
    "advcl",
    "ccomp",
    "conj",
    "cc",
    "appos",
    "parataxis",
    "csubj",
    "punct",
    "case",
    "nsubj",
    "cop",
    "mark",
    "obl",
    "discourse",
)
FORCES = {"state force", "armed group", "police", "coalition"}
CONTAINERS = ("compound", "flat", "nmod", "appos", "amod", "nummod", "obl")
PRONOUNS = {
    "they",
    "them",
    "he",
    "she",
    "it",
    "him",
    "her",
    "we",
    "us",
    "who",
    "which",
    "that",
    "those",
    "themselves",
    "itself",
    "their",
    "its",
    "his",
}
PLACE_ROLES = {"origin", "destination", "at", "toward", "near"}
LOCATIVE = {
    "in",
    "near",
    "at",
    "from",
    "on",
    "outside",
    "inside",
    "along",
    "around",
    "into",
    "to",
    "with",
    "against",
    "during",
    "for",
    "between",
    "across",
}
NEXT_TO = 12  # characters between a phrase and a count that belongs to it
INTO_PLACES = {"from", "to", "in", "into", "at", "inside", "around", "near", "across", "within", "towards", "toward"}
ELSEWHERE = {"into", "to", "from", "out of", "towards", "toward"}  # "the province into Albania": another place
CIVILIAN_KINDS = {"people", "civilians"}
HELD = {"held", "controlled", "occupied", "run", "ruled", "besieged"}
TOWNS = {"settlement", "neighbourhood", "admin2", "camp", "site", "crossing", "island"}
FEW = 100
MAX_MEASURES = 3  # "tens of thousands of members of the group": how many nouns of measure may stand before the noun


class Filling:
    """Fills roles in one sentence."""

    def __init__(self, sentence: Sentence, grammar: Grammar, discourse: Discourse) -> None:
        self.s = sentence
        self.grammar = grammar
        self.discourse = discourse
        self.counts = Counts(sentence, self.listed, self.noun_of)
        self.relief = Relief(sentence, self.listed, self.actor, discourse.relief_near)

    # ------------------------------------------------------------ words
    def listed(self, name: str, i: int) -> bool:
        """Whether token i is a word of a shared list, by form or lemma."""
        words = self.grammar.shared[name]
        return self.s.lower(i) in words or self.s.tokens[i].lemma.lower() in words

    def noun_of(self, head: int) -> int:
        """The noun that a phrase is about: "fighters" in "hundreds of fighters"."""
        for _ in range(MAX_MEASURES):
            measured = self.listed("measures", head) or self.s.tokens[head].pos == "NUM"
            inner = self.s.of_child(head) if measured else None
            if inner is None or self.s.lower(inner) in WHOSE:
                return head
            head = inner
        return head

    # ------------------------------------------------------------ mentions
    def quantity(self, head: int) -> QuantityMention | None:
        """The count that belongs to a phrase."""
        return self.counts.of(head)

    def actor(self, head: int) -> ActorMention | None:
        """The actor that a phrase names, or that its adjectives name."""
        s = self.s
        noun = self.noun_of(head)
        owner = self._owner(noun)
        if owner is not None:
            return owner
        for i in (noun, head):
            hits = s.at_token(s.actors, i)
            named = [m for m in hits if m.name]
            if named:
                return named[0]
        inside = [i for i in s.subtree(noun, without=PHRASE_ENDS) if i != noun]
        for first, last, m in s.actors:
            if any(first <= i <= last for i in inside) and (m.adjectival or last < noun) and m.kind != "person":
                return m
        for i in inside:
            if s.case(i) == "of" and (hits := s.at_token(s.actors, i)):
                return hits[0]
        unnamed = [*s.at_token(s.actors, noun), *s.at_token(s.actors, head)]
        return unnamed[0] if unnamed else self._demonym(noun) or self.discourse.actor(s, noun)

    def _owner(self, noun: int) -> ActorMention | None:
        """Whose forces "its troops" are: those of the force or the country that the pronoun points back to."""
        s = self.s
        pronouns = [c for c in s.kids(noun, "nmod:poss") if s.lower(c) in ("its", "their", "his")]
        if not pronouns or not self.listed("forces", noun):
            return None
        found = self.discourse.antecedent(s, pronouns[0])
        if found is None or found.actor is None:
            return None
        if found.actor.kind in FORCES:
            return found.actor
        if found.actor.kind == "government" and found.actor.country:
            name, kind, id_ = state_force(found.actor.country, "forces", "state force")
            token = s.tokens[noun]
            at = s.passage.start + token.start
            return ActorMention(
                start=at, end=at + len(token.text), text=token.text, name=name, kind=kind, id=id_, country=found.actor.country
            )
        return None

    def _demonym(self, noun: int) -> ActorMention | None:
        """The country whose adjective stands before a noun: "a Russian air strike"."""
        s = self.s
        for c in s.kids(noun, "amod", "compound", "nmod"):
            for m in s.at_token(s.places, c):
                if m.kind == "country" and (m.adjectival or s.dep(c) in ("amod", "compound", "nmod:poss")):
                    return ActorMention(
                        start=m.start,
                        end=m.end,
                        text=m.text,
                        field=m.field,
                        name=m.name,
                        kind="state force",
                        country=m.country,
                        adjectival=True,
                    )
        return None

    def places(self, head: int) -> tuple[PlaceMention, ...]:
        """The places that a phrase names itself; else those that say where its noun is."""
        s = self.s
        noun = self.noun_of(head)
        for i in dict.fromkeys((noun, head)):
            direct = [m for m in s.at_token(s.places, i) if not m.adjectival]
            if direct:
                longest = direct[0]
                return tuple(m for m in direct if (m.start, m.end) == (longest.start, longest.end))
        if s.lower(noun) in ("it", "there"):
            return self.discourse.places(s, noun)
        if not (self.listed("placelike", noun) or self.listed("placelike", head)):
            return ()
        after = s.of_child(noun)
        if after is not None and (inside := [m for m in s.at_token(s.places, after) if not m.adjectival]):
            return tuple(inside[:1])
        return self._identified(head) or self._inner_places(noun) or self._inner_places(head) or self._beside(noun)

    def _beside(self, noun: int) -> tuple[PlaceMention, ...]:
        """A place right beside the phrase, whatever the parse says: "Zintan, the main city", "the route into Zintan"."""
        s = self.s
        first = min([noun, *s.kids(noun, "det", "amod", "nummod", "compound", "nmod:poss")])
        if first >= 2 and s.tokens[first - 1].text == ",":
            before = [m for m in s.at_token(s.places, first - 2) if not m.adjectival]
            if before:
                return tuple(before[:1])
        if noun + 2 < len(s.tokens) and s.tokens[noun + 1].pos == "ADP" and s.lower(noun + 1) not in ("from", "by"):
            for i in range(noun + 2, min(noun + 5, len(s.tokens))):
                after = [m for m in s.at_token(s.places, i) if not m.adjectival]
                if after:
                    return tuple(after[:1])
                if s.tokens[i].pos not in ("DET", "ADJ", "PROPN", "NOUN"):
                    break
        return ()

    def _identified(self, head: int) -> tuple[PlaceMention, ...]:
        """ "Zintan is the last town held by": what the noun is said to be, or stands beside."""
        s = self.s
        above = s.tokens[head].head
        if s.case(head) == "of" and (s.tokens[above].pos == "NUM" or self.listed("measures", above)):
            head = above
        for a in standing(s, head):
            if a.relation in ("subject", "appos_of"):
                direct = [m for m in s.at_token(s.places, a.head) if not m.adjectival]
                if direct:
                    return tuple(m for m in direct if (m.start, m.end) == (direct[0].start, direct[0].end))
        for c in s.kids(head, "appos"):
            direct = [m for m in s.at_token(s.places, c) if not m.adjectival]
            if direct:
                return tuple(direct[:1])
        return ()

    def _inner_places(self, noun: int) -> tuple[PlaceMention, ...]:
        s = self.s
        found: list[PlaceMention] = []
        stack = [noun]
        seen = set(stack)
        while stack:
            node = stack.pop(0)
            for c in s.children[node]:
                if c in seen or s.relation(c) not in (*CONTAINERS, "conj") or s.case(c) in ELSEWHERE:
                    continue
                if s.relation(c) == "conj" and node == noun:
                    continue
                seen.add(c)
                direct = [m for m in s.at_token(s.places, c) if not m.adjectival]
                found += [m for m in direct[:1] if m not in found]
                if not direct:
                    stack.append(c)
        return tuple(found)

    # ------------------------------------------------------------ classes
    def is_force(self, head: int) -> bool:
        """Whether a phrase names people under arms, or a pronoun for them."""
        noun = self.noun_of(head)
        if self.listed("forces", noun) or self.s.lower(noun) in ("we", "us"):
            return True
        if self.listed("people", noun):
            return any(self.s.lower(c) in ("armed", "masked", "uniformed") for c in self.s.kids(noun, "amod")) or any(
                self.s.lower(c) in ("militia", "army", "police", "rebel", "guerrilla", "paramilitary")
                or any(m.kind in FORCES for m in self.s.at_token(self.s.actors, c))
                for c in self.s.kids(noun, "compound")
            )
        hits = [m for m in self.s.at_token(self.s.actors, noun) if m.kind in FORCES]
        return bool(hits) or self.discourse.is_force(self.s, noun)

    def is_people(self, head: int) -> bool:
        """Whether a phrase names people who are not fighting."""
        s = self.s
        noun = self.noun_of(head)
        if self.is_force(head):
            return False
        if self.listed("people", noun) or self.listed("households", noun):
            return True
        token = s.tokens[noun]
        if token.pos == "NUM" or (self.listed("measures", noun) and not s.kids(noun, "nmod")):
            q = self.quantity(head)
            whose = s.of_child(noun)
            if q is not None or token.pos == "NUM":
                return q is not None and q.unit in (None, "person", "household") and not (whose is not None and self.is_force(whose))
        if self.listed("indefinites", noun) or self._counted_as_people(head, noun):
            return True
        if token.tag in ("NNPS", "NNS", "NNP", "JJ") and self.discourse.is_demonym(s.lower(noun)):
            return token.tag != "JJ" or any(s.lower(c) == "the" for c in s.kids(noun, "det"))
        return self.discourse.is_people(s, noun)

    def _counted_as_people(self, head: int, noun: int) -> bool:
        """Whether the count says so: "800,000 Lebanese", "1,200 evacuees", whatever else is known of the word."""
        q = self.quantity(head) if self.s.quantities else None
        if q is None or q.unit not in ("person", "household") or q.noun is None:
            return False
        token = self.s.tokens[noun]
        return q.noun.start <= self.s.passage.start + token.start < q.noun.end

    def is_person(self, head: int) -> bool:
        """A single person, by name, title or noun."""
        noun = self.noun_of(head)
        hits = self.s.at_token(self.s.actors, noun)
        return any(m.kind == "person" for m in hits) or self.listed("persons", noun)

    def is_name(self, head: int) -> bool:
        """A proper name that is no place and no body: most likely a person's."""
        s = self.s
        noun = self.noun_of(head)
        proper = s.tokens[noun].tag == "NNP" and s.tokens[noun].pos == "PROPN"
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
        noun = self.noun_of(head)
        if s.shouted or not self.is_name(head) or s.at_token(s.actors, noun) or self.places(head):
            return False
        token = s.tokens[noun]
        titled = any(s.tokens[c].pos == "NOUN" or s.tokens[c].text.endswith(".") for c in s.kids(noun, "compound", "appos"))
        return token.text[:1].isupper() and not titled and not token.text.isupper()

    def is_town(self, head: int) -> bool:
        """Whether a phrase names a town or a part of one, or stands for it."""
        noun = self.noun_of(head)
        found = [m for m in self.s.at_token(self.s.places, noun) if m.lat is not None and not m.adjectival]
        return any(m.kind in TOWNS for m in found)

    def is_part_of_country(self, head: int) -> bool:
        """Whether a phrase names a place that is no whole country."""
        noun = self.noun_of(head)
        found = self.places(head)
        if any(m.kind in ("country", "continent") and not m.part for m in found) and noun == head and not self.listed("placelike", noun):
            return False
        return self.is_place(head)

    def is_owner(self, head: int) -> bool:
        """Whether a word of possession stands for people under arms or a body that acts."""
        return self.s.lower(head) in ("their", "its", "his") and self.discourse.actor(self.s, head) is not None

    def is_owned(self, head: int) -> bool:
        """What belongs to a force that is named with it: "rebel positions"."""
        owner = self.actor(head) if self.listed("assets", self.noun_of(head)) else None
        return owner is not None and owner.kind in FORCES

    def is_single(self, head: int) -> bool:
        """One person, or a phrase without a number that is not plural."""
        noun = self.noun_of(head)
        q = self.quantity(head)
        if q is not None:
            return q.best == 1 and q.high == 1
        token = self.s.tokens[noun]
        if len(self.s.conjuncts(head)) > 1 or self.listed("collectives", noun):
            return False
        return token.tag in ("NN", "NNP") or self.s.lower(noun) in ("he", "she", "him", "her")

    def is_few(self, head: int) -> bool:
        """Fewer than a hundred, who are no town's people: "two residents of Zintan"."""
        q = self.quantity(head)
        return q is not None and max(q.low or 0, q.best or 0) < FEW

    def is_actor(self, head: int) -> bool:
        """Whether a phrase names somebody who acts: a force, a body, a country."""
        s = self.s
        noun = self.noun_of(head)
        if self.is_force(head) or any(
            m.kind not in CIVILIAN_KINDS and (not m.adjectival or s.dep(noun) in ("amod", "compound", "nmod:poss"))
            for m in s.at_token(s.actors, noun)
        ):
            return True
        if self._before_participle(noun):
            return True
        if self.listed("bodies", noun) or self.discourse.actor(s, noun) is not None:
            return True
        if self.listed("assets", noun) and (owner := self.actor(head)) is not None and owner.kind in FORCES:
            return True
        return any(m.kind == "country" for m in s.at_token(s.places, noun)) or self.discourse.is_demonym(s.lower(noun))

    def _before_participle(self, noun: int) -> bool:
        """Whether a people's name is joined to a participle: "the Druze-held hills" are held by the Druze."""
        s = self.s
        joined = noun + 2 < len(s.tokens) and s.tokens[noun + 1].text in "-‐‑–" and s.lower(noun + 2) in HELD
        return joined and (self.listed("people", noun) or s.tokens[noun].text[:1].isupper())

    def is_place(self, head: int) -> bool:
        """Whether a phrase names a place, by name or by noun."""
        noun = self.noun_of(head)
        if self.is_force(head) and not self.listed("placelike", noun):
            return False
        if self.s.tokens[noun].pos == "NUM":  # "two villages were taken, five more are to follow"
            return any(m.unit == "place" and last < noun for _, last, m in self.s.quantities)
        if self.places(head) or (
            self.s.tokens[noun].pos == "PROPN" and any(self.listed("placelike", c) for c in self.s.kids(noun, "appos"))
        ):
            return True
        if (
            self.listed("partitives", noun)
            and not self.s.kids(noun, "nmod", "nummod", "acl", "amod", "compound")
            and self.s.of_child(noun) is None
        ):
            return False
        return self.listed("placelike", noun)

    def is_uprooted(self, head: int) -> bool:
        """Whether a phrase names people by their flight: refugees, evacuees, displaced families."""
        s = self.s
        if s.tokens[head].pos == "NUM" and self.is_people(head):
            return self.discourse.last_people(s, head)
        return any(
            self.listed("uprooted", i) or any(self.listed("uprooted", c) for c in s.kids(i, "amod", "acl") if s.tokens[c].tag != "VBG")
            for i in (self.noun_of(head), head)
        )

    def is_national(self, head: int) -> bool:
        """Whether a phrase names people by their country: "the Malians", "9,000 Lebanese"."""
        noun = self.noun_of(head)
        return self.discourse.is_demonym(self.s.lower(noun)) and self.is_people(head)

    def is_country(self, head: int) -> bool:
        """Whether a phrase names a country."""
        return any(m.kind == "country" for m in self.places(head)) or self.s.tokens[head].lemma.lower() == "country"

    def _unknown_place(self, card: Card, role: str, head: int) -> bool:
        """Whether a name that nobody knows stands where people flee from or to, or stay: it is a place without coordinates."""
        s = self.s
        first = s.tokens[head].head if s.relation(head) == "conj" else head
        if role not in PLACE_ROLES or card.kind not in ("displacement", "population") or s.case(first) not in INTO_PLACES:
            return False
        words = [s.tokens[i].text for i in (head, *s.kids(head, "flat", "compound"))]
        plain = all(w[0].isupper() for w in words) and any(w[1:].islower() and len(w) > 2 for w in words) and not s.shouted
        return plain and self.is_name(head) and not s.at_token(s.actors, head) and not self.discourse.is_demonym(s.lower(head))

    def is_a(self, card: Card, name: str, head: int) -> bool:
        """Whether a phrase is of a class or its noun is in a list."""
        tests: dict[str, Callable[[int], bool]] = {
            "people": self.is_people,
            "force": self.is_force,
            "actor": self.is_actor,
            "place": self.is_place,
            "person": self.is_person,
            "single": self.is_single,
            "owned": self.is_owned,
            "unknown": self.is_unknown_place,
            "town": self.is_town,
            "part_of_country": self.is_part_of_country,
            "owner": self.is_owner,
            "located": lambda h: any(m.lat is not None for m in self.places(h)),
            "uprooted": self.is_uprooted,
            "nationals": self.is_national,
            "countries": self.is_country,
            "bare": lambda h: self.s.tokens[self.noun_of(h)].pos == "NUM" and self.s.of_child(h) is None,
            "name": self.is_name,
            "household": partial(self.listed, "households"),
            "any": lambda _: True,
            "thing": lambda h: not self.is_people(h) and not self.is_force(h) and self.s.lower(h) not in PRONOUNS,
            "pronoun": lambda h: self.s.lower(h) in PRONOUNS,
            "few": self.is_few,
            "humane": lambda h: self.relief.is_humane(self.noun_of(h)),
            "helper": lambda h: self.relief.helps(self.noun_of(h)),
            "relief": lambda h: self.relief.is_relief(h) or self.relief.is_relief(self.noun_of(h)),
        }
        if name in tests:
            return tests[name](head)
        words = self.grammar.find(card, name)
        noun = self.noun_of(head)
        if any(self.s.lower(i) in words or self.s.tokens[i].lemma.lower() in words for i in (noun, head)):
            return True
        before = self.s.kids(noun, "compound", "amod") if words.pairs else ()
        return any((self.s.lower(c), self.s.lower(noun)) in words.pairs for c in before)  # "air force", "rocket attacks"

    # ------------------------------------------------------------ fillers
    def filler(self, card: Card, name: str, role: Role, head: int, near: int) -> Filler | None:
        """The phrase as a filler of the role, or None where it is not what the role asks for."""
        if any(self.is_a(card, c, head) for c in role.never):
            return None
        if not any(self.is_a(card, c, head) for c in role.must) and not self._unknown_place(card, role.as_ or name, head):
            return None
        quantity = self.quantity(head) if role.count != "none" else None
        if role.count == "required" and quantity is None:
            return None
        return self.make(role.as_ or name, head, near, quantity, role.hidden)

    def make(self, role: str, head: int, near: int = 0, quantity: QuantityMention | None = None, hidden: bool = False) -> Filler:
        """The phrase as a filler, with its number, places and actor."""
        s = self.s
        apart = [x for c in s.kids(head, "advmod") for x in s.subtree(c)]
        apart += [c for c in s.kids(head, "amod") if c > head and s.tokens[c].pos in ("ADJ", "VERB")]
        apart += [x for c in s.kids(head, "amod") if c > 1 and s.tokens[c - 1].text in "-‐‑–" for x in (*s.subtree(c), c - 1, c - 2)]
        if role not in PLACE_ROLES and not (role == "target" and self.places(head)):  # "a patrol near Zintan": where it is, is told apart
            apart += [x for c in s.kids(head, "nmod") if c > head and s.case(c) in LOCATIVE for x in s.subtree(c)]
            tokens = [i for i in s.subtree(head, without=PHRASE_ENDS) if i not in apart]
        else:
            tokens = [i for i in s.subtree(head, without=PHRASE_ENDS) if i not in apart or i > head]
        named = [(first, last) for first, last, m in s.places if first <= head <= last and not m.adjectival]
        if role in PLACE_ROLES and named:  # "Zintan of the militants": the name with its adjectives is the place
            close = {x for c in s.kids(head, "det", "amod", "compound", "flat", "nummod") for x in s.subtree(c)}
            tokens = [i for i in tokens if (i in close and i not in apart) or i == head or any(first <= i <= last for first, last in named)]
        span = self._with_count(s.span_of(tokens), quantity)
        return Filler(
            role=role,
            head=head,
            noun=self.noun_of(head),
            span=span,
            text=s.text_of(span),
            near=near,
            quantity=quantity,
            places=self.places(head),
            actor=self.actor(head),
            hidden=hidden,
            site=self.listed("placelike", self.noun_of(head)),
        )

    def _with_count(self, span: Span, quantity: QuantityMention | None) -> Span:
        """The span with the words of its count, also those that the parser was not shown, where the two touch."""
        q = quantity
        if q is None or q.start > span.end or q.end < span.start - NEXT_TO:
            return span
        return Span(min(span.start, q.start), max(span.end, q.end))
