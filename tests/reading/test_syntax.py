"""The shipped parser through its wrapper."""

import time
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.errors import UsageError
from marsad.model.syntax import Token, Tree
from marsad.reading.syntax import LONGEST, Syntax, is_shouted, load_syntax, plain


@pytest.fixture(scope="module")
def syntax() -> Syntax:
    return load_syntax()


def parse(syntax: Syntax, sentence: str) -> Tree:
    return syntax.parse([sentence])[0]


def relations(tree: Tree) -> set[tuple[str, str, str]]:
    return {(t.text.lower(), t.dep, tree.tokens[t.head].text.lower()) for t in tree.tokens}


def assert_sound(tree: Tree) -> None:
    """One root that everything leads to, tokens in order, offsets that say what they hold."""
    assert [t.i for t in tree.tokens] == list(range(len(tree.tokens)))
    assert sum(t.head == t.i for t in tree.tokens) == min(1, len(tree.tokens))
    end = 0
    for token in tree.tokens:
        assert tree.text[token.start : token.end] == token.text != ""
        assert token.start >= end
        end = token.end
        assert root_of(tree, token).dep == "root"


def root_of(tree: Tree, token: Token) -> Token:
    for _ in tree.tokens:
        token = tree.tokens[token.head]
    return token


SENTENCES = [
    "A Russian air strike killed at least 20 civilians in Hama on Tuesday.",
    "More than 3,000 people have fled the town since Friday, the mayor said.",
    "The bridge was destroyed by government forces.",
    "Rebels seized the airport from the army.",
]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (SENTENCES[0], {("strike", "nsubj", "killed"), ("civilians", "obj", "killed"), ("20", "nummod", "civilians")}),
        (SENTENCES[1], {("people", "nsubj", "fled"), ("town", "obj", "fled"), ("mayor", "nsubj", "said")}),
        (SENTENCES[2], {("bridge", "nsubj:pass", "destroyed"), ("forces", "obl:agent", "destroyed")}),
        (SENTENCES[3], {("rebels", "nsubj", "seized"), ("airport", "obj", "seized"), ("army", "obl", "seized")}),
    ],
)
def test_finds_subject_object_and_oblique(syntax: Syntax, sentence: str, expected: set[tuple[str, str, str]]) -> None:
    assert expected <= relations(parse(syntax, sentence))


@pytest.mark.parametrize("sentence", SENTENCES)
def test_capitals_change_no_relation(syntax: Syntax, sentence: str) -> None:
    shouted = parse(syntax, sentence.upper())
    assert_sound(shouted)
    assert shouted.tokens[0].text == sentence.upper()[: len(shouted.tokens[0].text)]
    core = {"nsubj", "nsubj:pass", "obj", "obl:agent", "root"}
    assert {r for r in relations(shouted) if r[1] in core} == {r for r in relations(parse(syntax, sentence)) if r[1] in core}


def test_words_carry_lemma_tags_and_features(syntax: Syntax) -> None:
    tokens = {t.text: t for t in parse(syntax, "Militiamen fled Mosul after troops had besieged it.").tokens}
    assert (tokens["Militiamen"].lemma, tokens["Militiamen"].tag) == ("militiaman", "NNS")
    assert (tokens["fled"].lemma, tokens["fled"].pos, tokens["fled"].dep) == ("flee", "VERB", "root")
    assert (tokens["besieged"].lemma, tokens["Mosul"].pos, tokens["Mosul"].lemma) == ("besiege", "PROPN", "Mosul")
    assert "Tense=Past" in tokens["fled"].feats.split("|")


def test_offsets_survive_odd_spaces_and_typographic_marks(syntax: Syntax) -> None:
    tree = parse(syntax, "  The army\u00a0\u201crecaptured\u201d the town\u2019s\n\thospital \u2014 officials  said. ")
    assert_sound(tree)
    assert [t.text for t in tree.tokens] == [
        "The", "army", "\u201c", "recaptured", "\u201d", "the", "town", "\u2019s", "hospital", "\u2014", "officials", "said", ".",
    ]  # fmt: skip


def test_typographic_marks_read_like_plain_ones(syntax: Syntax) -> None:
    curly, straight = syntax.parse(["The town\u2019s hospital wasn\u2019t hit.", "The town's hospital wasn't hit."])
    assert [(t.lemma, t.tag, t.head, t.dep) for t in curly.tokens] == [(t.lemma, t.tag, t.head, t.dep) for t in straight.tokens]


def test_order_is_kept_and_neighbours_change_nothing(syntax: Syntax) -> None:
    many = [f"{sentence[:-1]} ({n})." for n in range(150) for sentence in SENTENCES]
    trees = syntax.parse(many)
    assert [tree.text for tree in trees] == many
    alone = [parse(syntax, sentence) for sentence in many[:8]]
    assert [relations(tree) for tree in alone] == [relations(tree) for tree in trees[:8]]


def test_a_full_stop_inside_does_not_cut_the_tree(syntax: Syntax) -> None:
    tree = parse(syntax, "Lt. Col. Hamid said approx. 40 men fled. They went north.")
    assert_sound(tree)


@pytest.mark.parametrize("text", ["", " ", "\n\t\u00a0", "\u3000"])
def test_nothing_gives_a_tree_without_tokens(syntax: Syntax, text: str) -> None:
    assert parse(syntax, text) == Tree(text, ())


def test_no_sentences_give_no_trees(syntax: Syntax) -> None:
    assert syntax.parse([]) == []


@pytest.mark.parametrize(
    "text",
    [
        "(" * 5_000,
        "a" * 100_000,
        "a-" * 3_000,
        "...!!!???" * 600,
        "he said " * 20_000,
        "http://" + "a." * 3_000,
        "1,000,000," * 1_000,
        "\ud800 lone \udfff",
        "\x00\x01 fled \x7f",
        "\u0130\u0130\u0130 \u00df\u00df " * 200,
        "'" * 2_500,
        "\U0001f4a5 bomb \U0001f4a5",
    ],
)
def test_hostile_text_is_bounded(syntax: Syntax, text: str) -> None:
    begun = time.process_time()
    tree = parse(syntax, text)
    assert time.process_time() - begun < 5
    assert_sound(tree)
    assert all(token.end <= LONGEST for token in tree.tokens)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_gives_a_sound_tree(text: str) -> None:
    assert_sound(parse(load_syntax(), text))


def test_plain_keeps_the_length() -> None:
    text = "\u201cIt\u2019s\u201d\u00a0\u2028\ud800"
    assert plain(text) == '"It\'s"  \ufffd'


@pytest.mark.parametrize(
    ("text", "shouted"),
    [
        ("MORE THAN 30 PEOPLE FLED HIT, THE U.N. SAID", True),
        ("THE McDONALD INQUIRY OPENED IN BEIRUT", True),
        ("IS took Hit", False),
        ("UN, IOM and UNHCR staff left", False),
        ("NATO", False),
        ("1,200", False),
    ],
)
def test_shouting_is_told_from_acronyms(text: str, shouted: bool) -> None:
    assert is_shouted(text) is shouted


def test_a_pipeline_without_universal_dependencies_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(UsageError, match="Universal Dependencies"):
        load_syntax(tmp_path / "blank")


def test_a_named_pipeline_is_used(syntax: Syntax) -> None:
    shipped = Path(__file__).parents[2] / "src" / "marsad" / "languages" / "en" / "syntax" / "pipeline"
    assert relations(parse(load_syntax(shipped), SENTENCES[3])) == relations(parse(syntax, SENTENCES[3]))


def test_the_parser_is_loaded_once() -> None:
    assert load_syntax() is load_syntax()
