"""The parser, run step by step, finds what spaCy's own loop finds."""

import pytest
from spacy.tokens import Doc

from marsad.reading.steps import annotate
from marsad.reading.syntax import OURS, load_pipeline

SENTENCES = (
    "Rebels who had fled the town returned on Monday, killing nine people and burning huts.",
    "Dead: 12.",
    "UNITA, which holds most of the province, denied on Tuesday that its men had shelled the market in Kuito, where 40 people died.",
    "",
    '"We left at night," said a nurse. ' * 9,
)


def parts(docs: list[Doc]) -> list[list[tuple[str, int, str, str, str]]]:
    return [[(t.text, t.head.i, t.dep_, t.tag_, str(t.morph)) for t in doc] for doc in docs]


@pytest.mark.parametrize("together", [1, 5])
def test_steps_find_what_the_pipeline_finds(together: int) -> None:
    nlp = load_pipeline(OURS / "pipeline")
    made = [nlp.make_doc(text) for text in SENTENCES]
    stepped = [doc for k in range(0, len(made), together) for doc in annotate(nlp, made[k : k + together])]
    assert parts(stepped) == parts(list(nlp.pipe(SENTENCES)))
