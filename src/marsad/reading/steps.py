"""Runs a pipeline over documents, its parser step by step: spaCy's own loop hands the interpreter's lock to and fro at every step."""

from collections.abc import Sequence

from spacy.language import Language
from spacy.pipeline import DependencyParser
from spacy.tokens import Doc


def annotate(nlp: Language, docs: Sequence[Doc]) -> Sequence[Doc]:
    """The documents with all that the pipeline finds in them."""
    for _, component in nlp.pipeline:
        if isinstance(component, DependencyParser) and _is_greedy(component):
            component.set_annotations(docs, _parsed(component, docs))
        elif hasattr(component, "pipe"):
            docs = list(component.pipe(docs, batch_size=len(docs)))
        else:
            docs = [component(doc) for doc in docs]
    return docs


def _is_greedy(parser: DependencyParser) -> bool:
    """Whether a parser takes the best step each time, of steps that it has all learned."""
    return parser.cfg["beam_width"] == 1 and parser.model.attrs.get("has_upper") and not parser.model.attrs.get("unseen_classes")


def _parsed(parser: DependencyParser, docs: Sequence[Doc]) -> Sequence[object]:
    """The end states of the parser, one for each document: those of `parser.predict`."""
    states = list(parser.moves.init_batch(docs))
    model = parser.model.predict(docs)
    model.vec2scores.ops = parser.model.ops  # spaCy leaves it on slower ones
    unfinished = [state for state in states if not state.is_final()]
    while unfinished:
        vectors = model.state2vec.predict(model.get_token_ids(unfinished))
        unfinished = parser.transition_states(unfinished, model.vec2scores.predict(vectors))
    model.clear_memory()
    return states
