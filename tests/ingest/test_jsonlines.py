import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.reading import only, read, split
from marsad.ingest.document import Origin
from marsad.ingest.draft import Draft
from marsad.ingest.jsonlines import read_line
from marsad.model.report import SetAside


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip), st.booleans())
def test_a_given_text_is_kept_exactly(text, ascii_only):
    line = json.dumps({"text": text}, ensure_ascii=ascii_only).encode()
    assert read_line(line, Origin("x")).text == text


def test_given_fields_are_kept(tmp_path):
    fields = {
        "id": "n/1",
        "text": "\ufeff Five fled.\r\n",
        "title": "T",
        "published": "2017-03-03",
        "publisher": "P",
        "url": "u",
        "place": "Hit",
        "language": "en-GB",
        "x": [1],
    }
    report = only(tmp_path, a_jsonl=json.dumps(fields))
    assert (report.id, report.text, report.title, str(report.published)) == ("n/1", "\ufeff Five fled.\r\n", "T", "2017-03-03")
    assert (report.publisher, report.url, report.place, report.language) == ("P", "u", "Hit", "en")
    assert report.published_method == "given"


BAD = [
    ("{", "not a JSON object"),
    ("[1]", "not a JSON object"),
    ('"text"', "not a JSON object"),
    ("null", "not a JSON object"),
    ('{"id": "a"}', "no field text"),
    ('{"text": 5}', "field text is not a string"),
    ('{"text": ["a"]}', "field text is not a string"),
    ('{"text": " "}', "empty"),
    ('{"text": "a", "title": {}}', "field title is not a string"),
    ("[" * 100_000, "not a JSON object"),
    ('{"a":' * 100_000, "not a JSON object"),
    ('{"text": "a"} {"text": "b"}', "not a JSON object"),
    ('{"text": "a"', "not a JSON object"),
]


@pytest.mark.parametrize(("line", "reason"), BAD)
def test_a_bad_line_is_set_aside_with_its_number_and_the_rest_is_read(tmp_path, line, reason):
    reports, aside = read(tmp_path, a_jsonl='{"text": "First fled."}\n' + line + '\n\n{"text": "Last fled."}')
    assert [report.text for report in reports] == ["First fled.", "Last fled."]
    assert aside[0].record == "line 2"
    assert aside[0].reason.startswith(reason)


def test_a_line_beyond_the_limit_costs_only_itself(tmp_path):
    reports, aside = read(tmp_path, a_jsonl=b'{"text": "First fled."}\n{"text": "' + b"x" * 21_000_000 + b'"}\n{"text": "Last fled."}\n')
    assert [report.text for report in reports] == ["First fled.", "Last fled."]
    assert aside == [SetAside("a.jsonl" if False else aside[0].input, "line 2", "oversized: a line of more than 20 MB")]


def test_halves_of_surrogates_become_one_character_each(tmp_path):
    report = only(tmp_path, a_jsonl='{"text": "a \\ud800 b \\ud83d\\ude00 c"}')
    assert report.text == "a \ufffd b 😀 c"
    assert report.flags


def test_a_number_is_an_id_and_a_date_that_is_none_is_flagged(tmp_path):
    report = only(tmp_path, a_jsonl='{"id": 12, "text": "Five fled.", "published": "yesterday"}')
    assert (report.id, report.published, report.flags) == ("12", None, ("the given publication date was not understood",))


def test_a_line_in_another_encoding_is_read_and_flagged(tmp_path):
    report = only(tmp_path, a_jsonl='{"text": "The café “closed” and five fled."}'.encode("cp1252"))
    assert report.text == "The café “closed” and five fled."
    assert report.flags


def test_an_id_that_comes_twice_with_other_words_is_set_aside(tmp_path):
    reports, aside = read(
        tmp_path, a_jsonl='{"id": "a", "text": "Five fled."}\n{"id": "a", "text": "Six fled."}\n{"id": "a", "text": "Five fled."}'
    )
    assert [report.text for report in reports] == ["Five fled."]
    assert [one.reason for one in aside] == ["its id was given to another report before: a", "repeats a report of the same id and words: a"]


def test_a_million_lines_are_never_held(monkeypatch):
    from marsad.ingest.jsonlines import read_json_lines

    class Endless:
        def readline(self, size):
            return b'{"text": "Five fled."}\n'

    records = read_json_lines(Endless(), Origin("x"))
    assert all(isinstance(next(records), Draft) for _ in range(1000))
    assert split([]) == ([], [])
