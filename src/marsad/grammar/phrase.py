"""The mentions that a phrase holds: its noun, its count, the actor and the places that it names."""

from marsad.grammar.counts import WHOSE, Counts
from marsad.grammar.load import Grammar
from marsad.grammar.noun import is_accused, standing
from marsad.grammar.reference import Discourse
from marsad.grammar.sentence import Sentence
from marsad.model.mention import ActorMention, PlaceMention, QuantityMention
from marsad.reading.actors import state_force
from marsad.reading.wordlists import names_people

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
ELSEWHERE = {"into", "to", "from", "out of", "towards", "toward"}  # "the province into Albania": another place
MAX_MEASURES = 3  # "tens of thousands of members of the group": how many nouns of measure may stand before the noun


class Phrases:
    """The phrases of one sentence by their heads."""

    def __init__(self, sentence: Sentence, grammar: Grammar, discourse: Discourse) -> None:
        self.s = sentence
        self.shared = grammar.shared
        self.discourse = discourse
        self.counts = Counts(sentence, self.listed, self.noun_of)
        self._nouns: dict[int, int] = {}
        self._quantities: dict[int, QuantityMention | None] = {}

    def listed(self, name: str, i: int) -> bool:
        """Whether token i is a word of a shared list, by form or lemma; of people also by how it ends."""
        words = self.shared[name].alone
        low = self.s.lower(i)
        return low in words or self.s.lemma(i) in words or (name == "people" and self.s.tokens[i].pos == "NOUN" and names_people(low))

    def noun_of(self, head: int) -> int:
        """The noun that a phrase is about: "fighters" in "hundreds of fighters"."""
        if head not in self._nouns:
            self._nouns[head] = self._seek_noun(head)
        return self._nouns[head]

    def _seek_noun(self, head: int) -> int:
        for _ in range(MAX_MEASURES):
            number = self.s.tokens[head].pos == "NUM" or bool(self._shares(head))
            measured = number or self.listed("measures", head) or self.are_members(head)
            inner = (self.s.of_child(head) or self._in_ratio(head)) if measured else None
            if inner is None or self.s.lower(inner) in WHOSE:
                return self._continued(head)
            head = inner
        return self._continued(head)

    def are_members(self, head: int) -> bool:
        """Whether they are members of a people: "4,000 members of the tribe"."""
        inner = self.s.of_child(head) if self.s.lemma(head) == "member" else None
        return inner is not None and self.listed("people", inner) and not self.listed("captives", inner)

    def _continued(self, noun: int) -> int:
        """The last word of a phrase, where the parse takes it for an adjective: "seized the town's main government compound"."""
        s, after = self.s, noun + 1
        cut = s.relation(noun) == "obj" and after < len(s.tokens) and s.relation(after) in ("xcomp", "advmod")
        cut = cut and (s.tokens[after].pos != "ADV" or self.listed("placelike", noun))  # "a farmer north of Zintan" is no place
        return after if cut and s.tokens[after].head == s.tokens[noun].head and self.listed("placelike", after) else noun

    def _in_ratio(self, head: int) -> int | None:
        """The noun of a ratio: "one in five residents"."""
        s = self.s
        shares = self._shares(head)
        return next((c for c in s.kids(head, "nmod") for n in s.kids(c, "nummod") if any(a <= n <= z for a, z in shares)), None)

    def _shares(self, head: int) -> list[tuple[int, int]]:
        """The shares whose words a token belongs to, by their first and last token."""
        return [(first, last) for first, last, m in self.s.quantities if m.unit == "percent" and first <= head <= last]

    def quantity(self, head: int) -> QuantityMention | None:
        """The count that belongs to a phrase."""
        if head not in self._quantities:
            self._quantities[head] = self.counts.of(head)
        return self._quantities[head]

    def actor(self, head: int) -> ActorMention | None:
        """The actor that a phrase names, or that its adjectives name."""
        s = self.s
        noun = self.noun_of(head)
        owner = self._owner(noun) or self._sender(noun)
        if owner is not None:
            return owner
        for i in (noun, head):
            hits = s.actors_at(i)
            named = [m for m in hits if m.name]
            if named:
                return named[0]
        inside = [i for i in s.subtree(noun, without=PHRASE_ENDS) if i != noun]
        for first, last, m in s.actors:
            if any(first <= i <= last for i in inside) and (m.adjectival or last < noun) and m.kind != "person":
                return m
        for i in () if is_accused(s, noun) else inside:  # "accused the colonel of the killing of nine villagers": he is none of them
            if s.case(i) == "of" and (hits := s.at_token(s.actors, i)):
                return hits[0]
            theirs = s.case(i) == "from" and s.tokens[i].head == noun and self.listed("forces", noun)
            if theirs and (hits := [m for m in s.at_token(s.actors, i) if m.kind in FORCES and m.name]):  # "rebels from the FMLN"
                return hits[0]
        unnamed = [*s.actors_at(noun), *s.actors_at(head)]
        return unnamed[0] if unnamed else self._demonym(noun) or self.discourse.actor(s, noun)

    def _sender(self, noun: int) -> ActorMention | None:
        """Whose aircraft or troops they are said to be right behind: "warplanes from the Saudi-led coalition" are no state's own."""
        s = self.s
        if s.tokens[noun].tag not in ("NN", "NNS") or not s.actors_at(noun) or is_accused(s, noun):
            return None
        behind = [c for c in s.kids(noun, "nmod") if s.case(c) in ("from", "of") and min(s.subtree(c), default=c) == noun + 1]
        found = [self.actor(c) for c in behind]
        return next((m for m in found if m is not None and m.kind not in ("person", "civilians") and m.name), None)

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
        if s.lower(noun) in ("it", "there", "inside"):
            found = self.discourse.places(s, noun)
            return found if s.lower(noun) == "it" else tuple(m for m in found if m.name)
        if not (self.listed("placelike", noun) or self.listed("placelike", head)):
            return ()
        if said_of := self._identified(head):  # "Zintan is one of two areas of Libya held by": not all of Libya
            return said_of
        if own := [m for c in s.kids(noun, "compound") for m in self._named_at(c)]:  # "the Jadida area of western Zintan": not all of it
            return tuple(own[:1])
        after = s.of_child(noun)
        named = [] if after is None else [self._named_at(i) for i in s.conjuncts(after)]  # "the towns of Zintan, Rawa and Hit"
        if named and named[0]:
            return tuple(m for one in named for m in one[:1])
        return self._inner_places(noun) or self._inner_places(head) or self._beside(noun)

    def _named_at(self, i: int) -> list[PlaceMention]:
        return [m for m in self.s.at_token(self.s.places, i) if not m.adjectival]

    def _beside(self, noun: int) -> tuple[PlaceMention, ...]:
        """A place right beside the phrase, whatever the parse says: "Zintan, the main city", "the route into Zintan"."""
        s = self.s
        first = min([noun, *s.kids(noun, "det", "amod", "nummod", "compound", "nmod:poss")])
        if first >= 2 and s.tokens[first - 1].text == "," and not s.kids(noun, "nummod"):  # "in Zintan, nine positions were hit"
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
        if s.of_child(above) == head and (s.tokens[above].pos == "NUM" or self.listed("measures", above)):
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
