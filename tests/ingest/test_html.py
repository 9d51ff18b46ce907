import datetime

import pytest

from ingest.archives import page
from ingest.reading import only, refused


def test_reads_the_article_without_its_furniture(tmp_path):
    report = only(tmp_path, a_html=page(0))
    assert report.text.startswith("At least 12 civilians were killed")
    assert "Home" not in report.text
    assert "rights reserved" not in report.text


def test_reads_what_the_page_says_of_itself(tmp_path):
    report = only(tmp_path, a_html=page(0))
    assert report.title == "Shells fall on Hatra"
    assert (report.published, report.published_method) == (datetime.date(2016, 11, 20), "given")
    assert (report.publisher, report.url, report.language) == ("The River Post", "https://riverpost.example/news/Hatra", "en")


def test_a_page_without_an_ending_in_its_name_is_a_page(tmp_path):
    assert only(tmp_path, saved_txt=page(0)).title == "Shells fall on Hatra"


@pytest.mark.parametrize("depth", [300, 5_000, 20_000])
def test_a_page_that_nests_too_deep_is_read_whole_and_flagged(tmp_path, depth):
    report = only(tmp_path, a_html="<html><body>" + "<div>" * depth + "<p>Twenty people fled.</p>" + "</div>" * depth)
    assert report.text == "Twenty people fled."
    assert report.flags == ("page without a recognisable article: all its words were kept",)


@pytest.mark.parametrize("content", ["<html><head><title>x</title></head><body></body></html>", "<html><script>alert(1)</script></html>"])
def test_a_page_without_text_is_set_aside(tmp_path, content):
    assert refused(tmp_path, a_html=content) == "page without text"


def test_the_declared_encoding_counts(tmp_path):
    declared = page(0).replace("utf-8", "windows-1251").replace("doctors at the hospital", "врачи больницы")
    assert "врачи больницы" in only(tmp_path, a_html=declared.encode("cp1251")).text


def test_an_unfinished_page_is_read(tmp_path):
    assert "12 civilians" in only(tmp_path, a_html=page(0)[:900]).text


def test_a_huge_colspan_does_not_hang(tmp_path):
    table = "<table><tr><td colspan=9007199254740991>Nine people fled the town of Hit on Monday.</td></tr></table>"
    assert "Nine people fled" in only(tmp_path, a_html=f"<html><body>{table}</body></html>").text
