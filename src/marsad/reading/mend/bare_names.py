"""A name parted from its verb, or torn from its preposition: "Sake, a village near Goma, was shelled", "in Goma rebels killed nine"."""

from collections.abc import Iterator

from marsad.reading.mend.hanging import FINITE, Tokens, as_subject, hung, is_placed

WHERE = ("in", "near", "at", "outside", "around")
OPENING = (",", ";", "and", "but", "while", "as")
ADRIFT = ("advmod", "mark", "dep", "obl:unmarked", "parataxis", "nmod:unmarked", "discourse", "vocative", "dislocated")


def with_named_subjects(tokens: Tokens) -> Tokens:
    """The tokens with each such name as the subject, and what stands between the commas under it."""
    for name, between in list(_parted(tokens)):
        verb = tokens[between].head
        under = "nmod" if is_placed(tokens, between) else "appos"
        tokens = hung(tokens, {name: as_subject(tokens, verb), between: (name, under)})
    for word, name, doer, verb in list(_where_before(tokens)):
        tokens = hung(tokens, {word: (name, "case"), name: (verb, "obl"), doer: as_subject(tokens, verb)})
    for word, name, doer, verb in list(_joined_to_acronyms(tokens)):
        tokens = hung(tokens, {word: (name, "case"), name: (verb, "obl"), doer: as_subject(tokens, verb)})
    return hung(tokens, {i: (tokens[i].head, "nsubj") for i in _called_out(tokens)})


def _joined_to_acronyms(tokens: Tokens) -> Iterator[tuple[int, int, int, int]]:
    """The same where who acts is an acronym that was made a part of the name: "In Homs UNHCR distributed food"."""
    for word, name, doer in zip(tokens, tokens[1:], tokens[2:], strict=False):
        opens = (word.i == 0 or tokens[word.i - 1].text.lower() in OPENING) and word.text.lower() in WHERE
        acronym = len(doer.text) > 1 and doer.text.isupper() and doer.head == name.i and doer.dep in ("flat", "appos")
        if opens and acronym and name.text.istitle() and name.dep.startswith("nsubj") and name.head > doer.i:
            yield word.i, name.i, doer.i, name.head


def _called_out(tokens: Tokens) -> Iterator[int]:
    """Each name taken for a call of what is said of it: "Zuwara, a small port, is host to"."""
    for name in tokens:
        said = tokens[name.head]
        if name.tag not in ("NNP", "NNPS") or name.dep not in ("discourse", "vocative", "dislocated") or said.i < name.i:
            continue
        own = [c for c in tokens if c.head == said.i]
        if any(c.dep == "cop" and name.i < c.i < said.i for c in own) and not any(c.dep.startswith("nsubj") for c in own):
            yield name.i


def _where_before(tokens: Tokens) -> Iterator[tuple[int, int, int, int]]:
    """Names of places that open a clause and were joined to who acts there, each with its preposition, the doer and the verb."""
    for word, name, doer in zip(tokens, tokens[1:], tokens[2:], strict=False):
        opens = word.i == 0 or tokens[word.i - 1].text.lower() in OPENING
        if not (opens and word.text.lower() in WHERE and name.text[:1].isupper() and name.dep == "compound" and name.head == doer.i):
            continue
        verb = tokens[doer.head]
        finite = verb.tag in FINITE or any(c.head == verb.i and c.dep == "aux" and c.tag in FINITE for c in tokens)
        done = verb.i > doer.i and verb.pos == "VERB" and finite and (doer.tag == "NNS" or (len(doer.text) > 1 and doer.text.isupper()))
        beside = verb.i == doer.i + 1 and not any(c.head == verb.i and c.dep.startswith("nsubj") for c in tokens)
        if done and (doer.dep.startswith("nsubj") or (doer.dep == "obl" and beside)):
            yield word.i, name.i, doer.i, verb.i


def _parted(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Each name without a part in its clause, with the head of the one phrase between it and its verb."""
    for name in tokens[:-4]:
        if name.tag not in ("NNP", "NNPS") or name.dep not in ADRIFT or tokens[name.i + 1].text != "," or is_placed(tokens, name.i):
            continue
        close = next((t.i for t in tokens[name.i + 2 :] if t.text == ","), None)
        heads = [t.i for t in tokens[name.i + 2 : close] if not name.i + 2 <= t.head < (close or 0)]
        if close is None or len(heads) != 1 or tokens[heads[0]].pos not in ("NOUN", "PROPN"):
            continue
        verb = tokens[tokens[heads[0]].head]
        own = [c for c in tokens if c.head == verb.i]
        first = min([verb.i, *(c.i for c in own if c.dep.startswith("aux") and c.i > close)])
        told = first == close + 1 and verb.pos == "VERB" and (verb.tag in FINITE or first < verb.i)
        if told and name.head in (verb.i, verb.head) and all(c.i == heads[0] for c in own if c.dep.startswith("nsubj")):
            yield name.i, heads[0]
