"""Word lists find their words in every form, and the table of forms is current."""

import importlib.util
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from marsad.grammar.card import CLASSES
from marsad.grammar.load import KINDS
from marsad.grammar.words import forms_of, lists_of, read_word_lists, shared_lists, word_list

ROOT = Path(__file__).resolve().parents[2]
LISTS = [*sorted((ROOT / "src/marsad/claims").glob("*/words.en.yml")), ROOT / "src/marsad/languages/en/classes.yml"]
FLAT = [ROOT / "src/marsad/languages/en" / name for name in ("reporting.yml", "sentence_ends.yml", "units.yml")]


@pytest.mark.parametrize(
    ("word", "pos", "form"),
    [
        ("flee", "verb", "fled"),
        ("seize", "verb", "seizing"),
        ("retake", "verb", "retook"),
        ("family", "noun", "families"),
        ("kill", "word", "kill"),
    ],
)
def test_forms_are_known(word: str, pos: str, form: str) -> None:
    assert form in forms_of(word, pos)


def test_a_word_without_a_class_has_no_further_forms() -> None:
    assert forms_of("seize", "word") == ("seize",)


def test_entries_of_several_words_are_found_by_their_first() -> None:
    words = word_list("leave", "verb", ["flee", "Run for safety", "run away"])
    assert words.forms["fled"] == (("flee",),)
    assert ("run", "for", "safety") in words.forms["run"]
    assert "fleeing" in words
    assert "run" not in words


def test_pairs_come_with_their_plural() -> None:
    assert word_list("w", "noun", ["air strike"]).pairs == {("air", "strike"), ("air", "strikes")}


def test_unknown_part_of_speech_names_what_is_allowed() -> None:
    with pytest.raises(ValueError, match="word list w: pos 'vreb' is unknown; allowed: verb, noun, adjective, word"):
        word_list("w", "vreb", ["flee"])


def test_a_list_named_twice_is_an_error_and_takes_no_place_of_the_first(tmp_path: Path) -> None:
    file = tmp_path / "words.en.yml"
    file.write_text("kill: {pos: verb, words: [kill]}\nkill: {pos: verb, words: [slay]}\n", encoding="utf-8")
    with pytest.raises(ValueError, match="kill: there are 2 of that name"):
        read_word_lists(file)


def test_a_list_of_one_kind_bears_no_name_of_a_class() -> None:
    for kind in KINDS:
        assert not set(lists_of(kind)) & set(CLASSES)


def test_shared_lists_hold_words() -> None:
    assert all(each.entries for each in shared_lists().values())


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.parent.name)
def test_no_list_names_a_word_twice(path: Path) -> None:
    lists = {name: entry["words"] for name, entry in yaml.safe_load(path.read_text(encoding="utf-8")).items()}
    assert {name for name, words in lists.items() if len(set(words)) < len(words)} == set()


@pytest.mark.parametrize("path", FLAT, ids=lambda path: path.name)
def test_no_line_of_words_names_one_twice(path: Path) -> None:
    lines = {name: words.split() for name, words in yaml.safe_load(path.read_text(encoding="utf-8")).items() if isinstance(words, str)}
    assert {name: Counter(words) - Counter(set(words)) for name, words in lines.items() if len(set(words)) < len(words)} == {}


@pytest.mark.skipif(importlib.util.find_spec("lemminflect") is None, reason="lemminflect is in the build group, which is not installed")
def test_table_of_forms_is_current() -> None:
    done = subprocess.run([sys.executable, "scripts/build_forms.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def _leaves(value: object) -> Iterator[object]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in inner:
        yield from _leaves(one)
    if not isinstance(value, dict | list):
        yield value


@pytest.mark.parametrize(
    "path", [*LISTS, *sorted((ROOT / "src/marsad/languages/en").glob("*.yml"))], ids=lambda path: path.parent.name + "/" + path.name
)
def test_no_word_is_read_as_a_truth_value(path: Path) -> None:
    """Unquoted, "no" and "on" are truth values to YAML."""
    assert [w for w in _leaves(yaml.safe_load(path.read_text(encoding="utf-8"))) if isinstance(w, bool)] == []
