"""What pronouns and other stand-ins point back to, by recency, number and class; unsure stays unresolved."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from marsad.grammar.clause import surface_subject
from marsad.grammar.sentence import Sentence
from marsad.model.mention import ActorMention, PlaceMention

PLURAL = {"they", "them", "their", "themselves", "we", "us", "our"}
SINGULAR = {"it", "its", "itself"}
PERSONAL = {"he", "him", "his", "she", "her", "himself", "herself"}
OWNING = {"their", "its", "his", "her", "themselves", "itself", "himself", "herself"}
REACH = 3  # passages back that a pronoun may reach
CHARGE_REACH = 2  # passages behind a charge in which "this" may be what is charged
RELIEF_REACH = 8  # passages behind an aid convoy in which "the trucks" are its own
FORCES = {"state force", "armed group", "police", "coalition"}


class Noticed(NamedTuple):
    """A phrase of an earlier sentence (or earlier in this one) that a pronoun may stand for."""

    passage: int
    token: int
    label: str  # people, force, actor, person, place
    plural: bool
    subject: bool
    actor: ActorMention | None
    places: tuple[PlaceMention, ...] = ()
    many: float = 0.0


class Discourse:
    """What the sentences read so far have spoken of."""

    def __init__(self, is_demonym: Callable[[str], bool] = lambda _: False) -> None:
        self.noticed: list[Noticed] = []
        self.is_demonym = is_demonym
        self.relief_at: int | None = None  # the last passage that told of a vehicle with aid
        self.charged_at: int | None = None  # the last passage that told of violence and who did it
        self._answers: dict[tuple[int, int], Noticed | None] = {}

    def notice(self, items: list[Noticed]) -> None:
        """Remember the phrases of a sentence once it has been read."""
        self.noticed = (self.noticed + items)[-60:]

    def relief_near(self, passage: int) -> bool:
        """Whether a passage shortly before this one told of a vehicle with aid."""
        return self.relief_at is not None and 0 <= passage - self.relief_at <= RELIEF_REACH

    def charged_near(self, passage: int) -> bool:
        """Whether the passage before this one told of violence and who did it."""
        return self.charged_at is not None and 0 < passage - self.charged_at <= CHARGE_REACH

    def antecedent(self, s: Sentence, i: int) -> Noticed | None:
        """What a pronoun points back to, or None."""
        word = s.lower(i)
        if word not in PLURAL and word not in SINGULAR and word not in PERSONAL:
            return None
        if word in ("we", "us", "our"):
            return None
        key = (s.passage.index, i)
        if key not in self._answers:
            self._answers[key] = self._search(s, i, word)
        return self._answers[key]

    def _search(self, s: Sentence, i: int, word: str) -> Noticed | None:
        def fits(n: Noticed) -> bool:
            if word in PERSONAL:
                return n.label == "person"
            if word in SINGULAR:
                return n.label in ("force", "actor") and not n.plural
            return n.label in ("people", "force", "actor") and (n.plural or n.label != "people")

        here = s.passage.index
        near = [n for n in self.noticed if fits(n) and (0 < here - n.passage <= REACH or n.passage == here and n.token < i)]
        above = list(_subjects_above(s, i))
        if above and word not in OWNING and s.relation(i) in ("obj", "obl", "iobj"):  # "the troops repelled them": somebody else
            own = above.pop(0)
            near = [n for n in near if n.passage != here or n.token != own]
        if not near:
            return None
        speaking = [n for n in near if n.passage == here and n.token in above]
        if speaking and word not in PERSONAL:  # "the government denied it, saying that its troops": whose clause the pronoun stands in
            return max(speaking, key=lambda n: n.token)
        best = max(near, key=lambda n: (n.passage, n.subject if n.passage != here else n.token < i, n.subject, -n.token))
        if word not in PLURAL or best.plural:
            return best
        rivals = [n for n in near if n.plural and n.label != "people" and n.passage == best.passage]
        if not rivals:
            return best
        unsure = best._replace(actor=None)  # "The army attacked rebels. They lost": who lost stays open
        return next((n for n in rivals if n.subject), unsure)

    def places(self, s: Sentence, i: int) -> tuple[PlaceMention, ...]:
        """The place that "it" stands for: the last place before it in this sentence or the one before; none if that has no name."""
        here = s.passage.index
        near = [n for n in self.noticed if n.label == "place" and (n.passage == here and n.token < i or n.passage == here - 1)]
        if not near:
            return ()
        return max(near, key=lambda n: (n.passage, n.subject, n.token)).places

    def actor(self, s: Sentence, i: int) -> ActorMention | None:
        """The actor that a pronoun stands for, or None."""
        found = self.antecedent(s, i)
        return found.actor if found and found.label != "people" else None

    def is_force(self, s: Sentence, i: int) -> bool:
        """Whether a pronoun stands for people under arms."""
        found = self.antecedent(s, i)
        return found is not None and found.label == "force"

    def is_people(self, s: Sentence, i: int) -> bool:
        """Whether a pronoun stands for people who are not fighting."""
        found = self.antecedent(s, i)
        return found is not None and found.label == "people"

    def whole(self, s: Sentence, i: int, number: float) -> str | None:
        """What "26 of them" are a part of, people or a force: those last counted who are as many, else whom the pronoun stands for."""
        here = s.passage.index
        counted = [n for n in self.noticed if n.label in ("people", "force") and n.many >= number and 0 < here - n.passage <= REACH]
        found = max(counted, key=lambda n: (n.passage, n.token), default=None) or self.antecedent(s, i)
        return found.label if found else None

    def last_people(self, s: Sentence, i: int) -> bool:
        """Whether the last group told of before a bare number is of people who are not fighting: "another 9,000 arrived"."""
        here = s.passage.index
        groups = [n for n in self.noticed if n.label in ("people", "force") and n.plural and 0 <= here - n.passage <= REACH]
        before = [n for n in groups if n.passage < here or n.token < i]
        return bool(before) and max(before, key=lambda n: (n.passage, n.token)).label == "people"


def _subjects_above(s: Sentence, i: int) -> Iterator[int]:
    """The subjects of the clauses that a pronoun stands in, without the one that it is itself."""
    for v in s.ancestors(i):
        if s.tokens[v].pos in ("VERB", "AUX"):
            found = surface_subject(s, v)
            if found is not None and found[0] != i:
                yield found[0]
