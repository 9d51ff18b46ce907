"""Rates that the parse took for doers: in "800 people an hour were crossing" no hour crosses anything."""

from collections.abc import Iterator
from itertools import pairwise

from marsad.reading.mend.hanging import Tokens, hung
from marsad.reading.wordlists import word_set

SPANS = word_set("mends", "spans")


def with_rates(tokens: Tokens) -> Tokens:
    """The tokens with those who do something at a rate as its subject, and the time for which the rate is told beside them."""
    for span, people, verb in list(_rates(tokens)):
        over, dep = tokens[people].head, tokens[people].dep
        top = (verb, "root") if over == people else (over, "ccomp" if dep in ("obj", "obl") else dep)
        behind = {t.i: (verb, t.dep) for t in tokens if t.head == people and (t.i > verb or t.dep in ("punct", "advcl", "obl"))}
        tokens = hung(tokens, behind | {verb: top, people: (verb, "nsubj"), span: (people, "nmod:unmarked")})
    return tokens


def _rates(tokens: Tokens) -> Iterator[tuple[int, int, int]]:
    """Words for a span of time taken for the subject of a relative clause, each with the noun before it and the verb."""
    for article, span in pairwise(tokens):
        if span.text.lower() not in SPANS or span.dep != "nsubj" or article.text.lower() not in ("a", "an", "per") or article.i == 0:
            continue
        verb = tokens[span.head]
        noun = tokens[article.i - 1]
        if verb.dep == "acl:relcl" and verb.head == noun.i and verb.i > span.i and noun.tag in ("NNS", "CD", "NN"):
            yield span.i, noun.i, verb.i
