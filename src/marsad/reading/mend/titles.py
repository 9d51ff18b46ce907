"""Names whose title the parse took for another person: "killed Colonel Jose Garcia", "killed policemen Humberto Diaz and Mario Navarro"."""

from collections.abc import Iterator

from marsad.reading.mend.hanging import Tokens, hung

OBJECTS = ("obj", "nsubj:pass")


def with_titled_names(tokens: Tokens) -> Tokens:
    """The tokens with each title under the name right behind it, and with the name whole."""
    anew: dict[int, tuple[int, str]] = {}
    for title, name in _titled(tokens):
        anew[title] = (name, "nmod:desc")
        if tokens[name].dep == "appos":  # "the murder of Judge Rojas"
            anew[name] = (tokens[title].head, "nmod")
            anew |= {t.i: (name, "case") for t in tokens[:title] if t.head == title and t.dep == "case"}
        last = name + 1
        while last < len(tokens) and tokens[last].tag == "NNP" and tokens[last].dep in ("obl:unmarked", "flat"):
            anew[last] = (name, "flat")
            last += 1
    return hung(tokens, anew)


def _titled(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Each title and the name behind it, both objects of one verb with nothing between them."""
    for title, name in zip(tokens, tokens[1:], strict=False):
        alike = title.head == name.head and title.dep == name.dep and title.dep in OBJECTS
        named = name.dep == "appos" and title.dep == "nmod" and name.head == title.head and title.tag in ("NNP", "NN")
        if (alike or named) and name.tag == "NNP" and title.pos in ("NOUN", "PROPN"):
            yield title.i, name.i
