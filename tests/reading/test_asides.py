"""What is put in behind a noun leaves the rest of its sentence as it would be without it."""

import pytest

from marsad.flow import all_passages, parse, prepare
from marsad.model.report import Report
from marsad.model.syntax import Tree
from marsad.reading.asides import asides_in


def tree(text: str) -> Tree:
    one = prepare(Report(id="own", text=text, sha256="0" * 64))
    return parse(one.along.beside(list(all_passages(one))))[0]


def relation(parsed: Tree, word: str) -> tuple[str, str]:
    """The relation of a word and the word that it hangs on."""
    token = next(t for t in parsed.tokens if t.text == word)
    return token.dep.split(":")[0], parsed.tokens[token.head].text


@pytest.mark.parametrize(
    "text",
    [
        "Doctors said at least 14 people, including a nurse and two children, died in Zintan.",
        "Some 14 people – most of them women – died in Zintan.",
        "Some 14 people -- including three children -- died in Zintan.",
        "Police said on Monday that 14 people, all of them members of one family, died in Zintan.",
        "About 14 people, according to the Red Cross, died in Zintan.",
        "About 14 people, the mayor said on Monday, died in Zintan.",
        "Some 9,000 people, including 4,000 children, died in Zintan.",
        "SOME 14 PEOPLE, INCLUDING THREE CHILDREN, DIED IN ZINTAN.",
    ],
)
def test_the_verb_behind_an_aside_has_its_subject(text: str) -> None:
    parsed = tree(text)
    people, died = ("PEOPLE", "DIED") if text.isupper() else ("people", "died")
    assert relation(parsed, people) == ("nsubj", died)
    assert [t.text for t in parsed.tokens] == [text[t.start : t.end] for t in parsed.tokens]
    assert [t.start for t in parsed.tokens] == sorted(t.start for t in parsed.tokens)
    assert all(0 <= t.head < len(parsed.tokens) and t.i == i for i, t in enumerate(parsed.tokens))


def test_an_aside_hangs_on_its_noun_and_a_saying_on_the_verb() -> None:
    assert relation(tree("The 14 people, most of them women, died in Zintan."), "women") == ("appos", "people")
    assert relation(tree("The 14 people, including a nurse, died in Zintan."), "nurse") == ("nmod", "people")
    assert relation(tree("The 14 people, the mayor said, died in Zintan."), "said") == ("parataxis", "died")


@pytest.mark.parametrize(
    "text",
    [
        "Rebels took Zintan, the mayor said, while the army withdrew.",  # it stands between two clauses
        "Including a nurse, 14 people died.",
        "The town, Zintan, fell.",
        '"We fled," the mayor said, "when shells fell."',
        "Those killed were women, children and men.",
    ],
)
def test_other_commas_part_nothing(text: str) -> None:
    assert asides_in(text) == []


def test_the_whole_list_is_put_in() -> None:
    text = "At least 14 people, including two women, a child and a nurse, were killed."
    assert [text[a.first : a.last] for a in asides_in(text)] == ["including two women, a child and a nurse"]
