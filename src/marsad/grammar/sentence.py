"""A parsed passage with the mentions inside it, indexed by token; offsets of mentions are moved into the sentence."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from marsad.model.mention import ActorMention, Mentions, PlaceMention, QuantityMention, Span, TimeMention
from marsad.model.passage import Passage
from marsad.model.syntax import Token, Tree
from marsad.reading.casing import is_shouted

M = TypeVar("M", PlaceMention, TimeMention, QuantityMention, ActorMention)

CLAUSES = ("acl", "advcl", "ccomp", "csubj", "parataxis")

HYPHENS = frozenset("-‐‑–")
PARTS = frozenset({"including", "among"})  # what stands behind them is a part of those told of before
SAME_CASE = {"upon": "on", "amongst": "among"}


def _without_anchors(places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The places but for those by which another just named is located: nothing happens in Goma in "Sake, 20 km west of Goma"."""
    said = [m for m in places if m.kind == "relative" and m.adjectival]
    return [m for m in places if not any(w.start <= m.start and m.end <= w.end and m is not w for w in said)]


class Sentence:
    """One parsed passage with its mentions; token indices are those of the tree."""

    def __init__(self, passage: Passage, tree: Tree, mentions: Mentions) -> None:
        self.passage = passage
        self.tokens: tuple[Token, ...] = tree.tokens
        self.children: list[list[int]] = [[] for _ in tree.tokens]
        for token in tree.tokens:
            if token.head != token.i:
                self.children[token.head].append(token.i)
        self._relations = [t.dep.partition(":")[0] for t in self.tokens]
        self._kids = [[(c, self._relations[c], tree.tokens[c].dep) for c in below] for below in self.children]
        self._lower = [t.text.lower() for t in tree.tokens]
        self._lemmas = [t.lemma.lower() for t in tree.tokens]
        self.said = frozenset((*self._lower, *self._lemmas))
        self._starts = [t.start for t in tree.tokens]
        self._cases: dict[int, str] = {}
        self._objects: dict[int, list[int]] = {}
        self.ones: dict[tuple[int, int], QuantityMention] = {}  # people told of one by one in lists, by their first and last token
        self.shouted = is_shouted(passage.text)
        self.places = self._place(_without_anchors(mentions.places))
        self.times = self._place(mentions.times)
        self.quantities = self._place(mentions.quantities)
        self.actors = self._place(mentions.actors)

    def _place(self, mentions: Sequence[M]) -> list[tuple[int, int, M]]:
        """Mentions as (first token, last token, mention)."""
        found = []
        for m in mentions if self.tokens else ():
            first, last = self.token_range(m.start - self.passage.start, m.end - self.passage.start)
            found.append((first, last, m))
        return found

    def token_range(self, start: int, end: int) -> tuple[int, int]:
        """The first and last token that overlap these offsets of the sentence."""
        first = bisect_left(self._starts, start)
        if first == len(self.tokens) or (self._starts[first] > start and first > 0 and self.tokens[first - 1].end > start):
            first -= 1
        last = max(first, bisect_left(self._starts, end) - 1)
        return first, last

    def span_of(self, tokens: Iterable[int]) -> Span:
        """Offsets in the report's field that cover these tokens."""
        indices = list(tokens)
        return Span(self.passage.start + self.tokens[min(indices)].start, self.passage.start + self.tokens[max(indices)].end)

    def text_of(self, span: Span) -> str:
        """The words of a span."""
        return self.passage.text[span.start - self.passage.start : span.end - self.passage.start]

    def lower(self, i: int) -> str:
        """A token in lower case."""
        return self._lower[i]

    def lemma(self, i: int) -> str:
        """A token's lemma in lower case."""
        return self._lemmas[i]

    def dep(self, i: int) -> str:
        """The UD relation of a token, with its subtype."""
        return self.tokens[i].dep

    def relation(self, i: int) -> str:
        """The UD relation without its subtype."""
        return self._relations[i]

    def kids(self, i: int, *deps: str) -> list[int]:
        """Children by relation, with or without subtype."""
        below = self._kids[i]
        return [c for c, relation, dep in below if relation in deps or dep in deps] if below else []

    def subtree(self, i: int, without: Sequence[str] = ()) -> Iterator[int]:
        """The tokens below and including i; branches whose relation is named in `without` are left out."""
        stack = [i]
        seen = {i}
        while stack:
            node = stack.pop()
            yield node
            for c in self.children[node]:
                if c not in seen and self._relations[c] not in without:
                    seen.add(c)
                    stack.append(c)

    def ancestors(self, i: int) -> Iterator[int]:
        """Governors, nearest first."""
        seen = {i}
        while self.tokens[i].head not in seen:
            i = self.tokens[i].head
            seen.add(i)
            yield i

    def conjuncts(self, i: int) -> list[int]:
        """The head and everything coordinated with it, in text order."""
        found = [i]
        for head in found:
            more = (*self.kids(head, "conj"), *self._second_subjects(head), *self._hung_on_verb(head), *self._left_beside(head))
            found += [c for c in more if c not in found and not self.is_clause_misread(c) and not self.is_elsewhere(head, c)]
        return sorted(found)

    def is_elsewhere(self, head: int, c: int) -> bool:
        """Whether a coordinated phrase has a preposition of its own: "out of Zintan and into Nalut"."""
        return bool(self.case(head)) and self.case(c) not in ("", self.case(head))

    def is_clause_misread(self, c: int) -> bool:
        """Whether a bare number behind "and" and a participle is that verb's object: "killed nine and displaced thousands"."""
        before = [a for a in self.kids(c, "amod") if a < c and self.tokens[a].tag in ("VBN", "VBD")]
        bare = before and (self.tokens[c].pos == "NUM" or self.of_child(c) is None) and self.at_token(self.quantities, c)
        if not bare or self.relation(c) != "conj" or any(m.noun is not None for m in self.at_token(self.quantities, c)):
            return False
        return before[0] > 0 and self.lower(before[0] - 1) == "and"

    def _second_subjects(self, i: int) -> list[int]:
        """A further subject or object of the same verb after an "and": one verb has one, so the parse missed a coordination."""
        if self.relation(i) not in ("nsubj", "obj") or self.tokens[i].head == i:
            return []
        return [
            c
            for c in self.kids(self.tokens[i].head, self.relation(i))
            if c > i
            and any(self.lower(x) == "and" for x in range(i + 1, c))
            and not any(self.tokens[x].pos in ("VERB", "AUX", "SCONJ") for x in range(i + 1, c))
        ]

    def _hung_on_verb(self, i: int) -> list[int]:
        """A counted noun behind an object and an "and", which the parse coordinated with a verb: "killing 11 civilians and one officer"."""
        verb = self.tokens[i].head
        if self.relation(i) != "obj":
            return []
        above = (verb, self.tokens[verb].head, *self.kids(i, "nmod"), *self.kids(verb, "obl"))
        nouns = [c for v in above for c in self.kids(v, "conj") if c > i and self.tokens[c].pos == "NOUN"]
        between = {c: [self.tokens[x] for x in range(i + 1, c)] for c in nouns}
        return [c for c in nouns if self.kids(c, "nummod") and all(t.pos != "VERB" for t in between[c]) and self._and_before(c)]

    def _and_before(self, c: int) -> bool:
        """Whether a counted noun stands right behind an "and"."""
        first = min([c, *(x for n in self.kids(c, "nummod") for x in self.subtree(n))])
        return first > 0 and self.lower(first - 1) == "and"

    def left_first(self, state: int) -> int | None:
        """The first of those who were left so, where the parse hung only the second on the word for it: "left a man and a child dead"."""
        head = self.tokens[state].head
        if self.relation(state) != "conj" or self.lemma(head) != "leave" or self.tokens[state].tag not in ("JJ", "VBN"):
            return None
        if self.kids(state, "cop", "aux", "obj") or not self.kids(state, "cc"):
            return None
        if any(self.tokens[x].tag in ("JJ", "VBN") and self.relation(x) == "xcomp" for x in self.kids(head, "xcomp") if x < state):
            return None  # "left two dead and three others hurt": the first are told apart
        return next((o for o in self.kids(head, "obj") if o < state), None)

    def _left_beside(self, i: int) -> list[int]:
        """Those who were left so beside the first."""
        states = self.kids(self.tokens[i].head, "conj") if self.relation(i) == "obj" else []
        return [c for state in states if self.left_first(state) == i for c in self.kids(state, "nsubj", "obl") if i < c < state]

    def case(self, i: int) -> str:
        """The preposition of a phrase, lower case, several words joined; empty where there is none."""
        if i not in self._cases:
            self._cases[i] = self._read_case(i)
        return self._cases[i]

    def _read_case(self, i: int) -> str:
        counted = [(first, last) for first, last, _ in self.quantities]  # "at least 20", "up to 40": no prepositions
        counted += [(first, last) for first, last, _ in self.places if first <= i <= last]  # "Ar Raqqah": nor is "Ar"
        cases = [
            c
            for c in self.kids(i, "case")
            if c < i and self.lower(c) not in ("'s", "’s") and not any(first <= c <= last for first, last in counted)
            if self.tokens[c].tag != "RP"  # "burned down a church"
            if not any(first == last == c for first, last, _ in self.times)  # "took control overnight of the airport"
        ]
        if not cases:  # "from four villages": the parse hung the preposition on the number
            cases = [c for n in self.kids(i, "nummod") for c in self.kids(n, "case") if c < n and not any(f <= c <= x for f, x in counted)]
        if not cases:  # "of analyst Fernando Roja", "of Serb-allied forces": the parse hung the preposition on the first word of the name
            cases = [c for word in self._first_words(i) for c in self.kids(word, "case") if c < word and self.lower(c) not in ("'s", "’s")]
        words: list[int] = []
        for c in cases:
            words += [c, *self.kids(c, "fixed")]
        case = " ".join(self.lower(w) for w in sorted(words))
        return SAME_CASE.get(case, case)

    def _first_words(self, i: int) -> list[int]:
        """The words of a phrase's own name before its last, and in a hyphened word before it."""
        before = [word for word in self.kids(i, "compound", "flat") if word < i]
        if self.shouted:
            return before
        return [word for word in before if any(self.tokens[x].text in HYPHENS for x in range(word + 1, i))]

    def of_child(self, i: int) -> int | None:
        """The noun that "of" ties to this one ("thousands of people"), whatever mention covers the "of"."""
        for c in self.kids(i, "nmod", "obl"):
            if c > i and any(self.lower(x) == "of" for x in self.kids(c, "case")):
                return c
        if i + 1 < len(self.tokens) and self.lower(i + 1) == "of":  # whatever the parse makes of it
            for c in range(i + 2, min(i + 8, len(self.tokens))):
                if self.tokens[c].pos in ("VERB", "AUX", "PUNCT"):
                    break
                if self.tokens[c].pos in ("NOUN", "PROPN") and (
                    c + 1 == len(self.tokens) or (self.tokens[c + 1].pos not in ("NOUN", "PROPN") and self.tokens[c + 1].tag != "POS")
                ):
                    return self._whole_of(c)
        return None

    def _whole_of(self, c: int) -> int:
        """The noun that a name before it describes: "Sierra Leonean and Liberian refugees"."""
        for _ in range(2):
            if self.relation(c) in ("compound", "flat"):
                c = self.tokens[c].head
        return c

    def is_time(self, i: int) -> bool:
        """Whether a time mention covers the token."""
        return any(first <= i <= last for first, last, _ in self.times)

    def objects(self, v: int) -> list[int]:
        """The verb's direct objects; a phrase that only its number's hedge made look prepositional counts as one."""
        if v not in self._objects:
            self._objects[v] = self.kids(v, "obj") or self._bare_objects(v) or self._misread_object(v)
        return self._objects[v]

    def _bare_objects(self, v: int) -> list[int]:
        return [
            c
            for c in self.children[v]
            if (self.relation(c) == "obl" or self._is_share(c)) and c > v and not self.case(c) and not self.is_time(c)
            if self.kids(c, "nummod", "case") or any(first <= c <= last for first, last, _ in self.places)
        ]

    def _misread_object(self, v: int) -> list[int]:
        """ "Police arrested nine suspects", "shot dead five men": a noun without a verb, taken for a clause, is the object."""
        found = [c for c in self.kids(v, "ccomp") if c > v and self.tokens[c].tag in ("NN", "NNS")]
        if any(self.tokens[c].pos == "ADJ" and c == v + 1 for c in self.kids(v, "xcomp")):
            found += [c for c in self.kids(v, "xcomp") if c > v + 1 and self.tokens[c].tag in ("NN", "NNS")]
        return [c for c in found if not self.kids(c, "nsubj", "cop", "mark", "aux", "obj")]

    def _is_share(self, i: int) -> bool:
        """Whether a noun taken for an adverb is a share of something: "controls a third of the plain"."""
        return self.relation(i) == "advmod" and self.tokens[i].pos == "NOUN" and self.of_child(i) is not None

    def actors_at(self, i: int) -> list[ActorMention]:
        """Actors that cover token i, or the rest of the name that it begins: "Los Extraditables"."""
        here = self.at_token(self.actors, i)
        if here or self.tokens[i].pos != "PROPN":
            return here
        return [m for c in self.kids(i, "flat") for m in self.at_token(self.actors, c)]

    def at_token(self, mentions: Sequence[tuple[int, int, M]], i: int) -> list[M]:
        """Mentions that cover token i, longest first."""
        hits = [(first, last, m) for first, last, m in mentions if first <= i <= last]
        return [m for _, _, m in sorted(hits, key=lambda x: (x[0] - x[1], x[0]))]
