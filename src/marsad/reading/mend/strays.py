"""Words that the parse hung beside their own head: subjects and outcomes behind a saying, participles with their doer."""

from collections.abc import Iterator
from itertools import pairwise

from marsad.model.syntax import Token
from marsad.reading.mend.hanging import Tokens, hung
from marsad.reading.voices.cues import cue_forms

NAMING = ("NOUN", "PROPN", "PRON", "NUM")
SUBJECTS = ("nsubj", "nsubj:pass")


def with_own_heads(tokens: Tokens) -> Tokens:
    """The tokens with what a saying or an owner drew to itself, and what a doer stands behind, where they belong."""
    tokens = hung(tokens, {t.i: (tokens[t.head].head, "case") for t in tokens if _on_owner(tokens, t)})
    tokens = hung(tokens, dict(_parted(tokens)))
    tokens = hung(tokens, {i: (told, tokens[i].dep) for i, told in _fronted(tokens)})
    own = dict(_own_subjects(tokens))
    tokens = hung(tokens, {t.i: (t.head, "obj") for t in tokens if t.dep == "nsubj" and t.head in own.values() and t.i > t.head})
    tokens = hung(tokens, {i: (head, "nsubj") for i, head in own.items()})
    tokens = hung(tokens, {i: (head, tokens[i].dep) for i, head in _outcomes(tokens)})
    return hung(tokens, {i: (noun, "acl") for i, noun in _done_by(tokens)})


def _on_owner(tokens: Tokens, t: Token) -> bool:
    """Whether a preposition hangs on an owner and not on what is owned: "from their homes"."""
    owner = tokens[t.head]
    return t.dep == "case" and t.pos == "ADP" and owner.dep == "nmod:poss" and owner.pos == "PRON" and t.i < owner.i < owner.head


def _fronted(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """When and where, told before a saying that is put in, each with what is said: "On Monday, the army said, rebels shelled"."""
    for said in tokens:
        if said.text.lower() not in cue_forms() or said.i + 1 >= len(tokens) or tokens[said.i + 1].text != ",":
            continue
        told = next((t for t in tokens[said.i + 2 :] if t.head == said.i and t.dep == "ccomp"), None)
        speaker = next((t for t in tokens[: said.i] if t.head == said.i and t.dep in SUBJECTS), None)
        if told is None or speaker is None:
            continue
        first = min([t.i for t in tokens[: speaker.i] if t.head == speaker.i and t.text != ","], default=speaker.i)
        if first and tokens[first - 1].text == ",":
            yield from ((t.i, told.i) for t in tokens[:first] if t.head == said.i and t.dep.split(":")[0] in ("obl", "advmod"))


def _own_subjects(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Subjects of clauses that a saying is put into, each with its verb: "Some 900 people, aid agencies say, are facing hunger"."""
    for said in tokens:
        if said.dep == "parataxis" and said.head > said.i and said.text.lower() in cue_forms():
            subjects = [t.i for t in tokens[: said.i] if t.head == said.i and t.dep in ("nsubj", "ccomp", "dep") and t.pos in NAMING]
            own = any(t.head == said.head and t.dep.startswith("nsubj") for t in tokens[: said.head])
            if len(subjects) == 2 and not own and any(tokens[k].text == "," for k in range(*subjects)):
                yield subjects[0], said.head
    for t in tokens:  # "Soldiers patrolling near the border were killed"
        passive = t.tag == "VBG" and t.dep == "dep" and any(c.head == t.head and c.dep == "aux:pass" and c.i > t.i for c in tokens)
        if passive and not any(c.head == t.head and c.dep.startswith("nsubj") for c in tokens):
            yield from ((c.i, t.head) for c in tokens if c.head == t.i and c.dep == "nsubj" and c.i < t.i)


def _parted(tokens: Tokens) -> Iterator[tuple[int, tuple[int, str]]]:
    """The parts of a clause that a saying is put into and took for its own: "Some 900 people, officials said, have fled"."""
    for said in tokens:
        if said.text.lower() not in cue_forms() or said.i + 1 >= len(tokens) or tokens[said.i + 1].text != ",":
            continue
        told = next((t for t in tokens[said.i + 2 :] if t.head == said.i and t.dep == "ccomp" and t.pos == "VERB"), None)
        before = next((t for t in tokens[: said.i] if t.head == said.i and t.dep in ("dep", "ccomp", "obl") and t.pos in NAMING), None)
        if (
            told is None
            or before is None
            or tokens[before.i + 1].text != ","
            or any(c.head == told.i and c.dep in SUBJECTS for c in tokens)
        ):
            continue
        passive = any(c.head == told.i and c.dep == "aux:pass" for c in tokens)
        yield before.i, (told.i, "nsubj:pass" if passive else "nsubj")
        yield told.i, (told.i if said.head == said.i else said.head, said.dep)
        yield said.i, (told.i, "parataxis")


def _outcomes(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Participles behind a speaker, each with the verb whose outcome they tell: "Planes struck a market, he said, killing 12"."""
    for t in tokens:
        said = tokens[t.head]
        if t.tag != "VBG" or t.dep != "advcl" or t.i < said.i or tokens[t.i - 1].text != "," or t.text.lower() in cue_forms():
            continue
        if said.text.lower() in cue_forms():
            told = [c.i for c in tokens if c.head == said.i and c.dep == "ccomp" and c.i < said.i and c.pos == "VERB"]
            if told:
                yield t.i, told[-1]


def _done_by(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Participles with a doer right behind a noun, each with that noun: "died in an ambush laid by rebels", hung on the dying."""
    for before, t in pairwise(tokens):
        hung = t.tag == "VBN" and t.dep in ("advmod", "advcl") and before.pos == "NOUN" and before.head == t.head and before.dep == "obl"
        if hung and any(c.head == t.i and c.dep == "obl:agent" for c in tokens):
            yield t.i, before.i
