import pytest

from grammar_trees import sentence
from marsad.model.syntax import Tree
from marsad.reading.mend import mended


def tree_of(words) -> Tree:
    s = sentence(words.split())
    return Tree(s.passage.text, s.tokens)


def told(tree) -> str:
    return " ".join(f"{t.text}/{t.tag}/{tree.tokens[t.head].text if t.head != t.i else '-'}/{t.dep}" for t in tree.tokens)


def test_a_participle_between_a_subject_and_a_bare_noun_is_the_verb():
    rebels = "Later/RB/4/advmod the/DT/3/det rebels/NNS/5/compound occupied/VBN/5/amod Zintan/NNP/0/root again/RB/5/advmod ././5/punct"
    assert told(mended(tree_of(rebels))) == (
        "Later/RB/occupied/advmod the/DT/rebels/det rebels/NNS/occupied/nsubj occupied/VBD/-/root "
        "Zintan/NNP/occupied/obj again/RB/occupied/advmod ././occupied/punct"
    )


def test_an_article_that_the_parse_gave_to_the_object_is_the_subjects():
    plane = "A/DT/4/det plane/NN/4/compound dropped/VBN/4/amod bombs/NNS/0/root on/IN/6/case Zintan/NNP/4/nmod"
    assert told(mended(tree_of(plane))).startswith("A/DT/plane/det plane/NN/dropped/nsubj dropped/VBD/-/root bombs/NNS/dropped/obj")


@pytest.mark.parametrize(
    "words",
    [
        "government/NN/3/compound held/VBN/3/amod areas/NNS/0/root",
        "They/PRP/2/nsubj reached/VBD/0/root the/DT/6/det rebels/NNS/6/compound occupied/VBN/6/amod town/NN/2/obj",
        "The/DT/3/det occupied/VBN/3/amod town/NN/0/root",
        "from/IN/4/case rebels/NNS/4/compound occupied/VBN/4/amod Zintan/NNP/0/root",
    ],
)
def test_what_a_noun_may_have_before_it_is_left_alone(words):
    tree = tree_of(words)
    assert mended(tree) is tree
