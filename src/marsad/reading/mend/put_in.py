"""What a saying that is put into a clause drew to itself: "Some 900 people, officials said, have fled"."""

from collections.abc import Iterator
from itertools import pairwise

from marsad.model.syntax import Token
from marsad.reading.mend.hanging import Tokens, hung
from marsad.reading.voices.cues import cue_forms

NAMING = ("NOUN", "PROPN", "PRON", "NUM")
SUBJECTS = ("nsubj", "nsubj:pass")


def with_sayings_apart(tokens: Tokens) -> Tokens:
    """The tokens with the subject, the time and the outcome of what is said under its verb and not under that of the saying."""
    if not any(t.text.lower() in cue_forms() for t in tokens):
        return tokens
    tokens = hung(tokens, dict(_parted(tokens)))
    tokens = hung(tokens, {i: (told, tokens[i].dep) for i, told in _fronted(tokens)})
    own = dict(_own_subjects(tokens))
    tokens = hung(tokens, {t.i: (t.head, "obj") for t in tokens if t.dep == "nsubj" and t.head in own.values() and t.i > t.head})
    tokens = hung(tokens, {i: (head, "nsubj") for i, head in own.items()})
    return hung(tokens, {i: (head, tokens[i].dep) for i, head in _outcomes(tokens)})


def _with_content(tokens: Tokens) -> Iterator[tuple[Token, Token]]:
    """Each saying with a comma behind it, and the verb of what is said further on."""
    for said, behind in pairwise(tokens):
        if behind.text == "," and said.text.lower() in cue_forms():
            told = next((t for t in tokens[said.i + 2 :] if t.head == said.i and t.dep == "ccomp"), None)
            if told is not None:
                yield said, told


def _fronted(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """When and where, told before the saying, each with what is said: "On Monday, the army said, rebels shelled"."""
    for said, told in _with_content(tokens):
        speaker = next((t for t in tokens[: said.i] if t.head == said.i and t.dep in SUBJECTS), None)
        if speaker is None:
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


def _parted(tokens: Tokens) -> Iterator[tuple[int, tuple[int, str]]]:
    """The parts of a clause that a saying took for its own: "Some 900 people, officials said, have fled"."""
    for said, told in _with_content(tokens):
        before = next((t for t in tokens[: said.i] if t.head == said.i and t.dep in ("dep", "ccomp", "obl") and t.pos in NAMING), None)
        served = any(c.head == told.i and c.dep in SUBJECTS for c in tokens)
        if before is None or told.pos != "VERB" or served or tokens[before.i + 1].text != ",":
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
