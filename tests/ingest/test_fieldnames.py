import json

import pytest

from ingest.reading import only, read

RELIEFWEB = {
    "id": "4021",
    "fields": {
        "title": "Flash update",
        "body": "Some **300** families fled.",
        "date": {"original": "2018-05-03T00:00:00+00:00", "created": "2018-05-04T10:00:00+00:00"},
        "source": [{"name": "UN Office", "shortname": "UNO"}],
        "url_alias": "https://relief.example/4021",
        "primary_country": {"name": "Iraq"},
        "language": [{"name": "English", "code": "en"}],
    },
}
GDELT = {
    "url": "https://n.example/1",
    "title": "Five killed near the bridge",
    "seendate": "20180503T101500Z",
    "domain": "n.example",
    "language": "English",
}
ARTICLE = {
    "headline": "T",
    "articleBody": "<p>Five fled.</p>",
    "datePublished": "2018-05-03",
    "publisher": {"name": "P"},
    "inLanguage": "en-GB",
}
COLLECTED = {
    "title": "T",
    "maintext": "Five fled.",
    "date_publish": "2018-05-03 10:00:00",
    "source_domain": "n.example",
    "url": "https://n.example/1",
}


@pytest.mark.parametrize(
    ("found", "text", "publisher"),
    [
        (RELIEFWEB, "Some **300** families fled.", "UN Office"),
        (GDELT, "", "n.example"),
        (ARTICLE, "Five fled.", "P"),
        (COLLECTED, "Five fled.", "n.example"),
    ],
)
def test_reads_the_field_names_of_other_collections(tmp_path, found, text, publisher):
    report = only(tmp_path, a_jsonl=json.dumps(found))
    assert (report.text, report.publisher, str(report.published), report.published_method) == (text, publisher, "2018-05-03", "given")
    assert report.language == "en"


def test_a_given_text_goes_before_any_other_name(tmp_path):
    assert only(tmp_path, a_jsonl=json.dumps({"text": "<p>Five fled.</p>", "body": "other"})).text == "<p>Five fled.</p>"


@pytest.mark.parametrize("wrap", [lambda items: items, lambda items: {"totalCount": 2, "data": items}, lambda items: {"articles": items}])
def test_reads_a_list_of_reports_in_one_document(tmp_path, wrap):
    reports, aside = read(tmp_path, a_json=json.dumps(wrap([RELIEFWEB, GDELT, "no object"]), indent=1))
    assert (len(reports), [one.record for one in aside]) == (2, ["item 3"])


def test_one_object_over_several_lines_is_one_report(tmp_path):
    assert only(tmp_path, a_json=json.dumps({"id": "a", "text": "Five fled."}, indent=2)).id == "a"


@pytest.mark.parametrize("content", ["[]", "{", "[1, 2", "nul"])
def test_json_without_reports_is_set_aside(tmp_path, content):
    reports, aside = read(tmp_path, a_json=content)
    assert aside or reports[0].text == content
