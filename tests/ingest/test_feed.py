import datetime

import pytest

from ingest.reading import only, read, refused

ITEM = "<item><title>{title}</title><link>https://wire.example/{title}</link><pubDate>{date}</pubDate><description>{words}</description></item>"


def rss(*items: str) -> str:
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Delta Wire</title>{"".join(items)}</channel></rss>'


def test_each_entry_is_a_report(tmp_path):
    date = "Tue, 22 Nov 2016 23:30:00 -0300"
    report = only(
        tmp_path,
        a_xml=rss(ITEM.format(title="One", date=date, words="&lt;p&gt;Some 300 families fled.&lt;/p&gt;&lt;p&gt;Two died.&lt;/p&gt;")),
    )
    assert report.text == "Some 300 families fled.\nTwo died."
    assert (report.title, report.publisher, report.url) == ("One", "Delta Wire", "https://wire.example/One")
    assert report.published == datetime.date(2016, 11, 22)


def test_full_content_goes_before_the_summary(tmp_path):
    entry = "<entry><title>A</title><summary>Short.</summary><content type='html'>&lt;p&gt;Long words.&lt;/p&gt;</content><updated>2017-01-02T10:00:00Z</updated></entry>"
    report = only(tmp_path, a_atom=f'<feed xmlns="http://www.w3.org/2005/Atom"><title>B</title>{entry}</feed>')
    assert (report.text, report.published) == ("Long words.", datetime.date(2017, 1, 2))


def test_a_damaged_feed_gives_its_good_entries_and_says_so(tmp_path):
    whole = rss(ITEM.format(title="One", date="", words="Five fled."), ITEM.format(title="Two", date="", words="Six fled."))
    reports, aside = read(tmp_path, a_xml=whole[: whole.index("Six")])
    assert reports[0].text == "Five fled."
    assert "damaged feed" in aside[-1].reason


@pytest.mark.parametrize("content", [rss(), '<?xml version="1.0"?><rss'])
def test_a_feed_without_entries_is_set_aside(tmp_path, content):
    assert "0 entries" in (reason := refused(tmp_path, a_rss=content)) or reason == "feed without entries"


def test_entities_of_its_own_are_refused(tmp_path):
    bomb = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&a;</title></item></channel></rss>'
    assert "entities" in refused(tmp_path, a_xml=bomb)
