"""Which phrase fills a role: what it must be, and the number, place and actor that it holds."""

from collections.abc import Callable
from functools import partial

from marsad.grammar.blame import is_known
from marsad.grammar.card import Card, Role
from marsad.grammar.classes import Classes
from marsad.grammar.draft import Filler
from marsad.grammar.frame import Frame, frame
from marsad.grammar.load import Grammar
from marsad.grammar.noun import is_accused
from marsad.grammar.phrase import PHRASE_ENDS, Phrases
from marsad.grammar.reference import Discourse
from marsad.grammar.relief import Relief
from marsad.grammar.sentence import HYPHENS, PARTS, Sentence
from marsad.grammar.verb import is_own
from marsad.grammar.words import WordList
from marsad.model.mention import QuantityMention, Span
from marsad.reading.wordlists import word_set

ANYWHERE = frozenset({"place", "located"})  # classes that a place may be of whose name nobody knows
PLACE_ROLES = {"origin", "destination", "at", "toward", "near"}
BESIDE = {"vicinity", "proximity"}
LOCATIVE = {
    "in",
    "near",
    "at",
    "from",
    "out of",
    "off",
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
LIVING = ("displacement", "population", "response")  # kinds whose people are alive
COPULAS = ("was", "were", "is", "are")
LOYAL = word_set("frames", "loyal")
NEXT_TO = 12  # characters between a phrase and a count that belongs to it
INTO_PLACES = {"from", "to", "in", "into", "at", "inside", "around", "near", "across", "within", "towards", "toward"}
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


class Filling:
    """Fills roles in one sentence."""

    def __init__(self, sentence: Sentence, grammar: Grammar, discourse: Discourse) -> None:
        self.s = sentence
        self.grammar = grammar
        self.discourse = discourse
        self.phrases = Phrases(sentence, grammar, discourse)
        self.classes = Classes(self.phrases)
        self.relief = Relief(sentence, self.phrases.listed, self.phrases.actor, discourse.relief_near)
        self._support = frozenset(grammar.shared["support"].forms)
        self._frames: dict[tuple[int, tuple[int, ...], bool], Frame] = {}
        self._answers: dict[tuple[str, str, int], bool] = {}
        self._tests: dict[str, Callable[[int], bool]] = {
            "people": self.classes.is_people,
            "force": self.classes.is_force,
            "actor": self.classes.is_actor,
            "place": self.classes.is_place,
            "person": self.classes.is_person,
            "single": self.classes.is_single,
            "owned": self.classes.is_owned,
            "unknown": self.classes.is_unknown_place,
            "town": self.classes.is_town,
            "part_of_country": self.classes.is_part_of_country,
            "owner": self.classes.is_owner,
            "located": self.is_located,
            "uprooted": self.classes.is_uprooted,
            "nationals": self.classes.is_national,
            "countries": self.classes.is_country,
            "whole_country": self.classes.is_whole_country,
            "armed_group": self.classes.is_armed_group,
            "bare": lambda h: self.s.tokens[self.phrases.noun_of(h)].pos == "NUM" and self.s.of_child(h) is None,
            "heading": lambda h: (self.s.passage.kind == "headline" or self.s.passage.field == "title") and self.s.dep(h) == "root",
            "item": self._is_item,
            "own": partial(is_own, self.s),
            "charged": self.classes.is_charge,
            "name": self.classes.is_name,
            "household": partial(self.phrases.listed, "households"),
            "any": lambda _: True,
            "indefinite": lambda h: not is_known(self.s, h),
            "thing": lambda h: not self.classes.is_people(h) and not self.classes.is_force(h) and self.s.lower(h) not in PRONOUNS,
            "pronoun": lambda h: self.s.lower(h) in PRONOUNS,
            "moment": self.s.is_time,
            "few": self.classes.is_few,
            "share": self.classes.is_share,
            "humane": lambda h: self.relief.is_humane(self.phrases.noun_of(h)),
            "helper": lambda h: self.relief.helps(self.phrases.noun_of(h)),
            "relief": lambda h: self.relief.is_relief(h) or self.relief.is_relief(self.phrases.noun_of(h)),
        }

    def frame(self, i: int, merged: tuple[int, ...], misread: bool) -> Frame:
        """The arguments of a predicate, worked out once for all cards that it triggers."""
        key = i, merged, misread
        if key not in self._frames:
            self._frames[key] = frame(self.s, i, self._support, merged, misread)
        return self._frames[key]

    def _is_item(self, head: int) -> bool:
        """Whether a word is the main one of a bullet, or of a short line below the head of a report."""
        s = self.s
        line = s.passage.kind == "bullet" or (s.passage.kind == "headline" and s.passage.field == "text" and s.passage.index > 0)
        return line and "root" in (s.dep(head), s.dep(s.tokens[head].head))

    def is_located(self, head: int) -> bool:
        """Whether a phrase names a place whose coordinates are known."""
        return any(m.lat is not None for m in self.phrases.places(head))

    def _unknown_place(self, card: Card, name: str, role: Role, head: int) -> bool:
        """Whether a name that nobody knows stands where people flee from or to, or stay: it is a place without coordinates."""
        s = self.s
        first = s.tokens[head].head if s.relation(head) == "conj" else head
        asked = (role.as_ or name) in PLACE_ROLES and not ANYWHERE.isdisjoint(role.must)
        if (
            not asked
            or (card.kind not in ("displacement", "population") and card.claim.type != "site_opened")
            or s.case(first) not in INTO_PLACES
        ):
            return False
        words = [s.tokens[i].text for i in (head, *s.kids(head, "flat", "compound"))]
        plain = all(w[0].isupper() for w in words) and any(w[1:].islower() and len(w) > 2 for w in words) and not s.shouted
        return plain and self.classes.is_name(head) and not s.at_token(s.actors, head) and not self.discourse.is_demonym(s.lower(head))

    def is_a(self, card: Card, name: str, head: int) -> bool:
        """Whether a phrase is of a class or its noun is in a list."""
        key = (card.kind, name, head)
        if key not in self._answers:
            test = self._tests.get(name)
            self._answers[key] = test(head) if test else self._is_listed(self.grammar.find(card, name), head)
        return self._answers[key]

    def _stands_for_place(self, card: Card, role: Role, head: int) -> bool:
        """Whether "it" is what is held or taken: the place just told of, though beside other deeds "it" could be an army."""
        asked = card.kind == "control" and "place" in role.must and "force" in role.never and self.s.lower(head) == "it"
        return asked and any(m.name for m in self.phrases.places(head))

    def _is_listed(self, words: WordList, head: int) -> bool:
        noun = self.phrases.noun_of(head)
        of = (noun,) if self.phrases.are_members(head) else (noun, head)
        if any(self.s.lower(i) in words.alone or self.s.lemma(i) in words.alone for i in of):
            return True
        before = self.s.kids(noun, "compound", "amod") if words.pairs else ()
        return any((self.s.lower(c), self.s.lower(noun)) in words.pairs for c in before)  # "air force", "rocket attacks"

    def filler(self, card: Card, name: str, role: Role, head: int, near: int) -> Filler | None:
        """The phrase as a filler of the role, or None where it is not what the role asks for."""
        if self._stands_for_place(card, role, head):
            return self.make(role.as_ or name, head, near, hidden=role.hidden)
        if any(self.is_a(card, c, head) for c in role.never):
            return None
        if card.kind in LIVING and role.count != "none" and self.phrases.listed("remains", self.phrases.noun_of(head)):
            return None
        if not any(self.is_a(card, c, head) for c in role.must) and not self._unknown_place(card, name, role, head):
            return None
        quantity = self.phrases.quantity(head) if role.count != "none" else None
        if role.count == "required" and quantity is None:
            return None
        return self.make(role.as_ or name, head, near, quantity, role.hidden)

    def make(self, role: str, head: int, near: int = 0, quantity: QuantityMention | None = None, hidden: bool = False) -> Filler:
        """The phrase as a filler, with its number, places and actor."""
        s = self.s
        apart = [x for c in s.kids(head, "advmod") for x in s.subtree(c)]
        apart += [x for c in s.kids(head, "nmod", "obl") if s.case(c) in PARTS for x in s.subtree(c)]  # "40 people, including children"
        apart += [x for c in s.kids(head, "nmod") if self._is_no_name(head, c) for x in s.subtree(c)]
        loyal = [c for c in s.kids(head, "amod", "acl") if c > head and s.lower(c) in LOYAL and s.kids(c, "obl", "nmod")]
        apart += [c for c in s.kids(head, "amod") if c > head and s.tokens[c].pos in ("ADJ", "VERB") and c not in loyal]
        apart += [x for c in s.children[head] if self._is_clock(c) for x in s.subtree(c)]
        if role not in PLACE_ROLES:  # "this year rebels": the parse hung the time on those who acted
            apart += [x for c in s.kids(head, "compound", "nmod", "advmod") if c < head and s.is_time(c) for x in s.subtree(c)]
        apart += [x for c in s.kids(head, "amod") if c > 1 and s.tokens[c - 1].text in HYPHENS for x in (*s.subtree(c), c - 1, c - 2)]
        if role not in PLACE_ROLES and not (
            role == "target" and self.phrases.places(head)
        ):  # "a patrol near Zintan": where it is, is told apart
            apart += [x for c in s.kids(head, "nmod") if c > head and self._locates_noun(role, head, c) for x in s.subtree(c)]
            tokens = [i for i in s.subtree(head, without=PHRASE_ENDS) if i not in apart]
            tokens += [i for c in loyal for i in s.subtree(c, without=("acl:relcl", "advcl", "parataxis"))]  # whose forces they are
        else:
            tokens = [i for i in s.subtree(head, without=PHRASE_ENDS) if i not in apart or i > head]
        named = [(first, last) for first, last, m in s.places if first <= head <= last and not m.adjectival]
        if role in PLACE_ROLES and named:  # "Zintan of the militants": the name with its adjectives is the place
            close = {x for c in s.kids(head, "det", "amod", "compound", "flat", "nummod") for x in s.subtree(c)}
            tokens = [i for i in tokens if (i in close and i not in apart) or i == head or any(first <= i <= last for first, last in named)]
        noun = self.phrases.noun_of(head)
        if role == "at" and s.lower(noun) in BESIDE and s.of_child(noun) is not None:
            role = "near"  # "in the vicinity of Zintan"
        if noun == head + 1:  # the last word of the phrase, which the parse cut off
            tokens.append(noun)
        if role == "provider":  # "a Red Cross plane", "Médecins Sans Frontières": the whole name
            tokens += [i for first, last, m in s.actors if first <= head <= last and m.name for i in range(first, last + 1)]
        span = self._with_count(s.span_of(sorted(set(tokens))), quantity, role)
        return Filler(
            role=role,
            head=head,
            noun=noun,
            span=span,
            text=s.text_of(span),
            near=near,
            quantity=quantity,
            places=self.phrases.places(head),
            actor=self.phrases.actor(head),
            hidden=hidden,
            site=self.phrases.listed("placelike", noun),
        )

    def _locates_noun(self, role: str, head: int, c: int) -> bool:
        """Whether a phrase behind a noun says where it is, not who they are: "fighters from Zintan" are of Zintan."""
        s = self.s
        doers = role in ("agent", "holder") and s.dep(head) in ("nsubj", "nsubj:pass", "obl:agent")
        of_theirs = s.case(c) == "from" and doers and bool(s.at_token(s.places, c) or self.classes.is_force(c))
        beside = min(s.subtree(c), default=c) == head + 1
        return s.case(c) in LOCATIVE and not (of_theirs and beside)

    def _is_no_name(self, head: int, c: int) -> bool:
        """Whether what hangs on a noun tells when, or of which deed it is accused: "troops today", "accused troops of shelling"."""
        s = self.s
        if s.dep(c) == "nmod:unmarked" and s.is_time(c):
            return True
        return s.case(c) == "of" and is_accused(s, head)

    def _is_clock(self, c: int) -> bool:
        """Whether a word before a noun tells when, wherever the parse hangs it: "ten years ago rebels", "14:20 Rebels entered"."""
        return self.s.lower(c) == "ago" or (":" in self.s.tokens[c].text and self.s.is_time(c))

    def _with_count(self, span: Span, quantity: QuantityMention | None, role: str) -> Span:
        """The span with the words of its count, also those that the parser was not shown, where the two touch."""
        within = (  # "at least 20 residents", which nothing counts
            m
            for _, _, m in self.s.quantities
            if role == "target" and m.start < span.start < m.end and m.noun is not None and m.noun.end <= span.end
        )
        q = quantity or next(within, None)
        if q is None or q.start > span.end or q.end < span.start - NEXT_TO:
            return span
        if self.s.text_of(Span(q.end, span.start)).strip() in COPULAS:  # "twelve of the dead were soldiers"
            return span
        return Span(min(span.start, q.start), max(span.end, q.end))
