"""Which number belongs to a phrase: before the noun, behind it, or said of it by a predicate."""

from collections.abc import Callable

from marsad.grammar.clause import BE_REACH
from marsad.grammar.compared import is_compared
from marsad.grammar.sentence import PARTS, Sentence
from marsad.model.mention import QuantityMention
from marsad.reading.wordlists import word_set

WHOSE = {"them", "whom", "these", "those", "us", "own"}  # "55,000 of them": the number stands for the people
PEOPLE = ("person", "household", "fighter")
EVERY = {"all", "every", "both", "each"}
WHOSE_REACH = 6  # words from a share to the whole: "of the country's"
NUMBERING = frozenset({"numbering", "totalling", "totaling"})
FLOWS = word_set("frames", "flows")
FINITE = ("VBD", "VBP", "VBZ", "MD")
GROUPS = word_set("frames", "groups")
STANDS = frozenset({"stands", "stood", "stand"})
STAND_REACH = 6  # tokens from a total to its verb: "the number of confirmed dead stands"
LABEL_WORDS = 9  # "People in need: 40,000"


class Counts:
    """Finds the counts of phrases in one sentence."""

    def __init__(self, sentence: Sentence, listed: Callable[[str, int], bool], noun_of: Callable[[int], int]) -> None:
        self.s = sentence
        self.listed = listed
        self.noun_of = noun_of

    def of(self, head: int) -> QuantityMention | None:
        """The count that belongs to a phrase."""
        s = self.s
        noun = self.noun_of(head)
        tokens = {head, noun}
        for one in (head, noun):
            for c in s.kids(one, "nummod", "amod", "det", "advmod", "nmod"):
                if s.tokens[c].start < s.tokens[one].start or s.dep(c) == "nummod":
                    tokens |= {c, *s.kids(c, "nummod", "compound", "fixed")}
        hits = [(first, last, m) for first, last, m in s.quantities if any(first <= i <= last for i in tokens)]
        shares = [m for first, last, m in s.quantities if m.unit == "percent" and first <= head <= last]
        if head != noun and shares:
            return shares[0]  # "most of the town's 40,000 people"
        if self.listed("some", head):
            return None
        if head != noun and any(h[0] > head for h in hits) and any(h[0] < head for h in hits):
            hits = [h for h in hits if h[0] < head]  # "five members of one family"
        if len(hits) > 1 and s.lower(hits[0][1] + 1) == "of":
            hits = hits[:1]  # "3,000 of the town's 70,000 people"
        owned = [h for h in hits if self._owns(h[0], h[1], noun, head) and not self._not_all(h[0])]
        if not owned and (put := self._put_at(head) or self._stands_at(head)) is not None:
            return put
        if not owned:
            if self.listed("totals", head) and (total := self._of_total(head) or self._predicated(head)) is not None:
                return total
            above = s.tokens[head].head
            if self.listed("totals", above) and s.case(head) == "of":
                return self._predicated(above) or self._labelled(above)
            if s.lemma(above) in FLOWS and s.case(head) == "of" and (rate := self._predicated(above)) is not None and rate.per is not None:
                return rate  # "the flow of refugees has risen to 60,000 a day"
            return self._beside_count(head) or self._of_subject(head) or self._of_size(head) or self._said_to_be(head)
        if not owned:
            return None
        own = max(owned, key=lambda h: (h[0] <= noun <= h[1], h[2].end - h[2].start))
        return self._share_of(head, own[0]) or own[2]

    def _share_of(self, head: int, first: int) -> QuantityMention | None:
        """The share told of a number that begins there and was not seen by the parse: "one in five of the town's 40,000 people"."""
        s = self.s
        above = {head, *s.ancestors(head)}
        near = ((a, last, m) for a, last, m in s.quantities if m.unit == "percent" and last < first <= last + WHOSE_REACH)
        shares = ((last, m) for a, last, m in near if above.isdisjoint(range(a, last + 1)))
        for last, m in shares:
            between = [s.lower(i) for i in range(last + 1, first)]
            half_the = s.dep(last) == "det:predet" and first < self.noun_of(head)  # "half the town's 40,000 people"
            if (between[:1] == ["of"] or half_the) and not {",", "and", "who", "that", "which"} & set(between):
                return m
        return None

    def _not_all(self, first: int) -> bool:
        """Whether so many are only said not to be all: "not all of the 400 families fled"."""
        whole = next((i for i in range(first - 1, max(-1, first - 4), -1) if self.s.lower(i) in EVERY), None)
        return whole is not None and self.s.lower(whole - 1) == "not"

    def _of_total(self, head: int) -> QuantityMention | None:
        """The number that is the total: "a death toll of 15 villagers"."""
        inner = self.s.of_child(head)
        return next(
            (m for first, last, m in self.s.quantities if inner is not None and first <= inner <= last and m.unit in (None, *PEOPLE)), None
        )

    def _predicated(self, head: int) -> QuantityMention | None:
        """The number that a total is said to be: "the number of displaced people rose from 4,000 to 9,000"."""
        s = self.s
        above = s.tokens[head].head
        beside = s.relation(head) == "appos" or s.dep(head) == "nmod:unmarked"
        if beside and s.tokens[above].pos == "NUM":  # "brings to 4,000 the number of"
            return next((m for first, last, m in s.quantities if first <= above <= last), None)
        put = self._put_at(head)
        if put is not None or above == head or s.relation(head) not in ("nsubj", "obj", "obl") or s.lemma(above) == "include":
            return put
        for predicate in (above, *s.kids(above, "conj", "xcomp")):
            near = [
                predicate,
                *(
                    c
                    for c in s.children[predicate]
                    if s.relation(c) in ("obl", "obj", "xcomp", "advmod", "nummod", "nsubj")
                    and (c > head or s.case(c) == "to")
                    and s.case(c) != "by"  # "rose by 5,000": how far, not to what
                ),
            ]
            hits = [
                ("to" not in (s.case(i), s.case(c)) or s.case(c) == "from", n, m)
                for n, i in enumerate(near)
                for c in (i, *s.kids(i, "nummod", "obl"), *(x for x in s.kids(i, "nmod") if s.case(x) == "to"))
                for first, last, m in s.quantities
                if first <= c <= last and m.unit in (None, *PEOPLE) and s.lower(first - 1) not in PARTS and not is_compared(s, first)
            ]
            if hits:
                return min(hits, key=lambda h: h[:2])[2]
        return self._brought_to(head, above)

    def _stands_at(self, head: int) -> QuantityMention | None:
        """The number behind "stands at", where that was not seen as a verb: "the number of wounded stands at 120"."""
        s = self.s
        near = range(head + 1, min(head + STAND_REACH, len(s.tokens) - 2))
        at = next((t + 1 for t in near if s.lower(t) in STANDS and s.lower(t + 1) == "at"), None)
        if at is None or not self.listed("totals", head):
            return None
        return next((m for start, _, m in s.quantities if start == at + 1 and m.unit in (None, *PEOPLE)), None)

    def _put_at(self, head: int) -> QuantityMention | None:
        """The next number behind "at": "put the number of dead at 62 and the number of wounded at 75"."""
        s = self.s
        verb = next((a for a in s.ancestors(head) if s.tokens[a].pos == "VERB"), head)
        if not self.listed("putting", verb) or verb > head:
            return None
        if s.lower(verb + 1) == "at":  # "put at 300 the number of dead"
            return next((m for start, _, m in s.quantities if start == verb + 2 and m.unit in (None, *PEOPLE)), None)
        behind = (t for t in range(head + 1, len(s.tokens)) if s.lower(t) in ("at", "and", ",", "to"))
        at = next(behind, None)
        if at is None or s.lower(at) != "at":
            return None
        return next((m for start, _, m in s.quantities if start == at + 1 and m.unit in (None, *PEOPLE)), None)

    def _brought_to(self, head: int, verb: int) -> QuantityMention | None:
        """The number behind the next "to", however long what is counted is: "bringing the number of people in the camps to 84,000"."""
        s = self.s
        if not self.listed("bringing", verb) or s.relation(head) != "obj":
            return None
        behind = (
            m for first, _, m in s.quantities if first > head and s.lower(first - 1) == "to" and m.unit in (None, "person", "household")
        )
        return next(behind, None)

    def _beside_count(self, head: int) -> QuantityMention | None:
        """A number that stands behind what it counts: "IDPs: 4,500", "the refugees, about 20,000 of them,"."""
        s = self.s
        if (labelled := self._labelled(head)) is not None:
            return labelled
        if self.listed("totals", head):  # "population 11,000"
            behind = next((m for first, _, m in s.quantities if first == head + 1 and m.unit in (None, *PEOPLE)), None)
            if behind is not None:
                return behind
        for c in s.kids(head, "appos", "nmod"):
            whose = s.of_child(c) if s.tokens[c].pos == "NUM" else None
            if whose is not None and s.lower(whose) in WHOSE:
                return next((m for first, last, m in s.quantities if first <= c <= last), None)
        return self._at_a_rate(head) or self._numbering(head)

    def _labelled(self, head: int) -> QuantityMention | None:
        """The number behind the colon of a label: "Number of refugees: 4,500"."""
        s = self.s
        near = range(head + 1, min(head + LABEL_WORDS, len(s.tokens) - 1))
        colon = next((t for t in near if s.tokens[t].text == ":"), None)
        if colon is None or any(s.tokens[t].pos == "AUX" or s.tokens[t].tag in FINITE for t in range(colon)):
            return None
        return next((m for first, _, m in s.quantities if first == colon + 1), None)

    def _numbering(self, head: int) -> QuantityMention | None:
        """ "Refugees numbering 30,000", "families totalling some 900 people"."""
        s = self.s
        told = [v for v in s.kids(head, "acl") if s.lower(v) in NUMBERING]
        return next((m for v in told for first, _, m in s.quantities if first == v + 1 and m.unit in (None, *PEOPLE)), None)

    def _of_subject(self, head: int) -> QuantityMention | None:
        """The number of what is counted and said to be this: "four of the dead were soldiers"."""
        s = self.s
        counted = [c for c in s.kids(head, "nsubj") if s.tokens[c].pos == "NUM" and s.kids(head, "cop")]
        return next((m for c in counted for first, last, m in s.quantities if first <= c <= last and m.unit in (None, *PEOPLE)), None)

    def _said_to_be(self, head: int) -> QuantityMention | None:
        """The number that a sentence says to be this of those it opens with: "of the dead, 22 were women"."""
        s = self.s
        if s.lower(0) not in ("of", "among"):
            return None
        near = (
            (last + 1, m)
            for _, last, m in s.quantities
            if head - BE_REACH < last + 1 < head and m.noun is None and m.unit in (None, *PEOPLE)
        )
        return next((m for be, m in near if s.lower(be) in ("were", "are", "was")), None)

    def _of_size(self, head: int) -> QuantityMention | None:
        """How many a group is of: "a family of six", "a patrol of 12"."""
        s = self.s
        inner = s.of_child(head) if s.tokens[head].tag == "NN" and s.lemma(head) in GROUPS else None
        if inner is None or s.tokens[inner].pos != "NUM":
            return None
        return next((m for first, last, m in s.quantities if first <= inner <= last and m.unit in (None, "person")), None)

    def _at_a_rate(self, head: int) -> QuantityMention | None:
        """ "Refugees were crossing at a rate of 900 an hour", "continue to arrive at about 200 a day"."""
        s = self.s
        if s.relation(head) != "nsubj":
            return None
        verb = s.tokens[head].head
        for c in (o for v in (verb, *s.kids(verb, "xcomp")) for o in s.kids(v, "obl")):
            inner = s.of_child(c) if s.lower(c) in ("rate", "pace") else c if s.case(c) == "at" else None
            if inner is not None:
                return next((m for first, last, m in s.quantities if m.per and first <= inner <= last), None)
        return None

    def _owns(self, first: int, last: int, noun: int, head: int) -> bool:
        """A number belongs to the noun that it stands before, not to another noun beyond it."""
        return first <= max(noun, head) and (last >= min(noun, head) - 8)
