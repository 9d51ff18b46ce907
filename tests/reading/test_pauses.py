"""Pauses between times and names are shown to the parser and leave no trace in the tree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.model.mention import Mentions
from marsad.model.syntax import Token, Tree
from marsad.reading.pauses import with_pauses, without_pauses
from marsad.reading.quantities import read_quantities
from marsad.reading.syntax import PAUSE, load_syntax
from marsad.reading.times import read_times


def paused(text: str) -> str:
    mentions = Mentions(times=tuple(read_times(text)), quantities=tuple(read_quantities(text)))
    return with_pauses(text, 0, mentions).replace(PAUSE, "|")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("In May Zintan fell.", "In May|Zintan fell."),
        ("On 3 May rebels took Zintan.", "On 3 May|rebels took Zintan."),
        ("Last month Zintan fell.", "Last month|Zintan fell."),
        ("They fled Zintan hours after the raid.", "They fled Zintan|hours after the raid."),
        ("The raid killed 40 people hours after the truce.", "The raid killed 40 people|hours after the truce."),
        ("In May and June Zintan was shelled.", "In May and June|Zintan was shelled."),
        ("In May, Zintan fell.", "In May, Zintan fell."),
        ("On Monday when rebels came they fled.", "On Monday when rebels came they fled."),
        ("He said in May Zintan had fallen.", "He said in May Zintan had fallen."),
        ("Two days after the raid they fled.", "Two days after the raid they fled."),
    ],
)
def test_a_pause_stands_between_a_time_and_what_is_no_part_of_it(text: str, shown: str) -> None:
    assert paused(text) == shown


def test_what_follows_a_pause_is_parsed_as_a_clause_of_its_own() -> None:
    text = "In May Zintan fell."
    (tree,) = load_syntax().parse([text.replace("May ", "May" + PAUSE)])
    tokens = without_pauses(tree, text)
    assert [t.i for t in tokens] == list(range(5))
    assert [tokens[t.head].text for t in tokens if t.text == "Zintan"] == ["fell"]


@given(st.text(alphabet="ab " + PAUSE, max_size=20))
def test_a_mark_that_a_text_has_itself_stays_where_it_is(text: str) -> None:
    marks = [(i, c) for i, c in enumerate(text) if c != " "]
    tokens = tuple(Token(n, at, at + 1, c, c, "X", "X", "", 0, "dep") for n, (at, c) in enumerate(marks))
    assert without_pauses(Tree(text, tokens), text) == tokens
