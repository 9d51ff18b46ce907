"""What a saying that is put into a clause drew to itself: "Some 900 people, officials said, have fled"."""

from collections.abc import Iterator
from itertools import pairwise

import msgspec

from marsad.model.syntax import Token
from marsad.reading.mend.hanging import FINITE, Tokens, as_subject, hung
from marsad.reading.voices.cues import cue_forms

NAMING = ("NOUN", "PROPN", "PRON", "NUM")
SPEAKER = 10  # words of a speaker between two commas
TOLD = (*FINITE, "VBN", "VBG")
SUBJECTS = ("nsubj", "nsubj:pass")


def with_sayings_apart(tokens: Tokens) -> Tokens:
    """The tokens with the subject, the time and the outcome of what is said under its verb and not under that of the saying."""
    tokens = _with_parts_apart(tokens)
    if not any(t.text.lower() in cue_forms() for t in tokens):
        return tokens
    for subject, said, verb in list(_put_in(tokens)):
        tokens = _with_past(hung(tokens, _around(tokens, subject, said, verb)), verb)
    for saying, subject, verb in list(_behind_participles(tokens)):
        above = tokens[saying].head if tokens[saying].head <= saying else tokens[verb].head
        place = (above, tokens[saying].dep if above == saying else "advcl")
        tokens = hung(tokens, {saying: place, subject: as_subject(tokens, verb), verb: (saying, "ccomp")})
    for first, second, said, told in list(_listed_speakers(tokens)):
        tokens = hung(tokens, _behind_told(tokens, first, second, said, told))
    tokens = hung(tokens, {i: (told, tokens[i].dep) for i, told in _fronted(tokens)})
    tokens = hung(tokens, {i: (told, "conj") for i, told in _going_on(tokens)})
    return hung(tokens, {i: (head, tokens[i].dep) for i, head in _outcomes(tokens)})


def _with_parts_apart(tokens: Tokens) -> Tokens:
    """The tokens with the verb of a subject into which was put what its members are: "Eight soldiers, all of them Chadian, died"."""
    for subject, part, verb in list(_parts_put_in(tokens)):
        anew = {subject: as_subject(tokens, verb), part: (subject, "appos")}
        if tokens[verb].head == part:
            top = tokens[part]
            anew |= {verb: (verb if top.head == part else top.head, top.dep)}
            anew |= {t.i: (verb, t.dep) for t in tokens[verb:] if t.head == part and t.i != verb}
        tokens = _with_past(hung(tokens, anew), verb)
    return tokens


def _with_past(tokens: Tokens, verb: int) -> Tokens:
    """The tokens with a verb that has no auxiliary as one of the past."""
    past = tokens[verb].tag == "VBN" and not any(t.head == verb and t.dep.startswith("aux") for t in tokens)
    return tuple(msgspec.structs.replace(t, tag="VBD") if past and t.i == verb else t for t in tokens)


def _parts_put_in(tokens: Tokens) -> Iterator[tuple[int, int, int]]:
    """Each such subject, with what its members are and the verb."""
    for whole, of, whom in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if (of.text.lower(), whom.text.lower()) not in (("of", "them"), ("of", "whom")) or whole.i < 2 or tokens[whole.i - 1].text != ",":
            continue
        comma = next((k for k in range(whom.i + 1, min(len(tokens), whom.i + SPEAKER)) if tokens[k].text == ","), 0)
        subject, verb = _bare_head(tokens[: whole.i - 1]), _verb_behind(tokens, comma) if comma else None
        part = next((t for t in tokens[whole.i : comma] if not whole.i <= t.head < comma or t.head == t.i), None)
        if subject is None or verb is None or part is None or subject.head == verb.i:
            continue
        yield subject.i, part.i, verb.i


def _put_in(tokens: Tokens) -> Iterator[tuple[int, int, int]]:
    """Each saying put in between a subject and its verb, all three: "The army, the governor said, clashed with rebels"."""
    for said, behind in pairwise(tokens):
        if behind.text != "," or said.text.lower() not in cue_forms() or said.pos != "VERB" or said.tag not in FINITE:
            continue
        comma = next((k for k in range(said.i - 1, max(0, said.i - SPEAKER), -1) if tokens[k].text == ","), 0)
        subject, verb = _bare_head(tokens[:comma]), _verb_behind(tokens, behind.i)
        if subject is None or verb is None or not any(t.head == said.i and t.dep in SUBJECTS for t in tokens[comma : said.i]):
            continue
        own = any(t.head == verb.i and t.dep in SUBJECTS for t in tokens[behind.i : verb.i])
        if not own and not (subject.head == verb.i and subject.dep in SUBJECTS):
            yield subject.i, said.i, verb.i


def _bare_head(before: Tokens) -> Token | None:
    """The noun of the one phrase that these words are, None where they are more than that."""
    heads = [t for t in before if t.head >= len(before) or t.head == t.i]
    bare = not any(t.pos in ("VERB", "AUX", "ADP") and t.dep not in ("case", "acl", "amod", "fixed") for t in before)
    return heads[0] if len(heads) == 1 and bare and heads[0].pos in NAMING and heads[0].text[0].isalpha() else None


def _verb_behind(tokens: Tokens, comma: int) -> Token | None:
    """The verb with which the words behind a comma go on, its auxiliaries and adverbs passed over."""
    first = next((t for t in tokens[comma + 1 : comma + 4] if t.pos != "ADV"), None)
    if first is None:
        return None
    verb = tokens[first.head] if first.pos == "AUX" and first.head > first.i else first
    return verb if verb.pos == "VERB" and verb.tag in TOLD else None


def _around(tokens: Tokens, subject: int, said: int, verb: int) -> dict[int, tuple[int, str]]:
    """Where the words of such a clause hang, once its verb is the verb of the sentence."""
    speaker = next(t.i for t in reversed(tokens[:said]) if t.head == said and t.dep in SUBJECTS)
    anew = {t.i: (verb, t.dep) for t in tokens[said + 1 :] if t.head in (said, subject) and t.i != verb}
    anew |= {t.i: (verb, "obj") for t in tokens[verb + 1 :] if t.head == verb and t.dep in SUBJECTS}
    anew |= {t.i: (said, "punct") for t in tokens[subject + 1 : said + 2] if t.text == "," and t.head in (said, subject)}
    return anew | {
        subject: as_subject(tokens, verb),
        speaker: (said, "nsubj"),
        said: (verb, "parataxis"),
        verb: (verb, "root"),
    }


def _behind_participles(tokens: Tokens) -> Iterator[tuple[int, int, int]]:
    """Each saying in -ing with the subject that it took for its object, and their verb: "asked for help, saying rockets hit the town"."""
    for saying in tokens:
        if saying.tag != "VBG" or saying.text.lower() not in cue_forms() or not saying.i:
            continue
        taken = [t.i for t in tokens[saying.i :] if t.head == saying.i and t.dep == "obj" and t.pos in NAMING]
        if tokens[saying.i - 1].text.lower() not in (",", "as") or len(taken) != 1:
            continue
        verb = next((t for t in tokens[taken[0] + 1 :] if t.tag in TOLD and t.tag != "VBG" and _is_told(tokens, t, saying, taken[0])), None)
        if verb is not None and not any(t.head == verb.i and t.dep in SUBJECTS and t.i > saying.i for t in tokens):
            yield saying.i, taken[0], verb.i


def _is_told(tokens: Tokens, verb: Token, saying: Token, subject: int) -> bool:
    """Whether a verb may be the one of a saying's clause, by where the parse hung it."""
    finite = verb.tag in FINITE or any(t.head == verb.i and t.dep.startswith("aux") and t.i > subject for t in tokens)
    if not finite:
        return False
    if verb.head == saying.i and verb.dep == "ccomp":
        return True
    if verb.head == subject:  # "saying a convoy brought food"
        return verb.dep == "acl"
    return verb.i in (saying.head, tokens[saying.head].head) or (verb.head == saying.head < saying.i and verb.dep in ("conj", "advcl"))


def _listed_speakers(tokens: Tokens) -> Iterator[tuple[int, int, int, int]]:
    """Two who speak, the first made one list with a noun of what they tell: "Jets bombed Aden, witnesses and medics said"."""
    for said in tokens[4:]:
        if said.text.lower() not in cue_forms() or said.tag not in FINITE:
            continue
        second = tokens[said.i - 1]
        joint = next((t for t in tokens[: second.i] if t.dep == "cc" and t.i >= second.i - 3 and t.head in (second.i, said.i)), None)
        if joint is None or second.pos not in ("NOUN", "PROPN") or (second.head, second.dep) != (said.i, "nsubj") and second.dep != "conj":
            continue
        first = tokens[joint.i - 1]
        comma = next((t for t in reversed(tokens[: first.i]) if t.text == "," and t.i >= first.i - 3), None)
        told = next((t for t in tokens[: first.i] if t.tag in TOLD and t.dep in ("root", "ccomp", "parataxis")), None)
        if comma is None or told is None or first.dep != "conj" or not first.head < comma.i:
            continue
        if all(t.head == first.i for t in tokens[comma.i + 1 : first.i]) and said.head in (said.i, told.i, first.i):
            yield first.i, second.i, said.i, told.i


def _behind_told(tokens: Tokens, first: int, second: int, said: int, told: int) -> dict[int, tuple[int, str]]:
    """Where two who speak hang, once their verb stands beside what they tell."""
    anew = {t.i: (second, "cc") for t in tokens[first:second] if t.dep == "cc"}
    anew |= {t.i: (told, "obj") for t in tokens[told + 1 : first] if (t.head, t.dep) == (said, "nsubj")}
    if tokens[told].head == said:
        anew[told] = (told, "root")
    return anew | {first: (said, "nsubj"), second: (first, "conj"), said: (told, "parataxis")}


def _fronted(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """When and where, told before the saying, each with what is said: "On Monday, the army said, rebels shelled"."""
    for said, behind in pairwise(tokens):
        if behind.text != "," or said.text.lower() not in cue_forms():
            continue
        told = next((t for t in tokens[said.i + 2 :] if t.head == said.i and t.dep == "ccomp"), None)
        speaker = next((t for t in tokens[: said.i] if t.head == said.i and t.dep in SUBJECTS), None)
        if told is None or speaker is None:
            continue
        first = min([t.i for t in tokens[: speaker.i] if t.head == speaker.i and t.text != ","], default=speaker.i)
        if first and tokens[first - 1].text == ",":
            yield from ((t.i, told.i) for t in tokens[:first] if t.head == said.i and t.dep.split(":")[0] in ("obl", "advmod"))


def _going_on(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Second deeds behind a saying, each with the first that is told before it: "Rebels shot two men, police said, and wounded nine"."""
    for said, comma, joint in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if (comma.text, joint.text.lower()) != (",", "and") or said.text.lower() not in cue_forms():
            continue
        told = next((t for t in tokens[: said.i] if t.head == said.i and t.dep == "ccomp" and t.pos == "VERB"), None)
        second = next((t for t in tokens[joint.i :] if t.head == said.i and t.dep == "conj" and t.tag in FINITE), None)
        if told is None or second is None or second.text.lower() in cue_forms() or second.i > joint.i + 2:
            continue
        if not any(t.head == second.i and t.dep.startswith(("nsubj", "aux")) for t in tokens):
            yield second.i, told.i


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
