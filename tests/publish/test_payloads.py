"""No text of others becomes markup: each of 200 payloads goes through every text field of the page."""

import pytest

from marsad.publish.html import situation_page
from marsad.publish.safe import link, plain
from publish.payloads import PAYLOADS, poisoned
from publish.test_page import seen

ALLOWED = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "a",
    "header",
    "div",
    "p",
    "span",
    "h1",
    "h2",
    "h3",
    "h4",
    "dl",
    "dt",
    "dd",
    "time",
    "nav",
    "ul",
    "li",
    "main",
    "section",
    "article",
    "button",
    "label",
    "option",
    "select",
    "input",
    "output",
    "b",
    "bdi",
    "svg",
    "defs",
    "pattern",
    "rect",
    "path",
    "circle",
    "g",
    "use",
    "text",
    "figure",
    "figcaption",
    "details",
    "summary",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "br",
    "blockquote",
    "mark",
    "footer",
    "script",
}


def test_there_are_two_hundred() -> None:
    assert len(PAYLOADS) == 200
    assert len(set(PAYLOADS)) == 200


@pytest.mark.parametrize("start", range(0, 200, 40))
def test_no_payload_becomes_markup(start: int) -> None:
    page = situation_page(poisoned(start))
    tags = seen(page)
    assert {t for t, _ in tags} <= ALLOWED
    assert [t for t, _ in tags].count("script") == 1
    for tag, attributes in tags:
        assert not [k for k in attributes if k.startswith("on") or k in {"src", "srcdoc", "style", "action", "formaction", "autofocus"}], (
            tag,
            attributes,
        )
        href = str(attributes.get("href") or "#")
        assert href.startswith(("#", "data:text/csv;charset=utf-8,", "https://", "http://")), href
    assert "hit()" in page  # they are shown, as text
    assert "{{ 7*7 }}" in page
    assert not any(c in page for c in "\u202e\u2066\u2069\0")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.invalid",
        "https://a b",
        "https://\u202eevil",
        "http://user:pw@host/",
        "ftp://x/",
        "",
        " ",
        "https:",
        "java\nscript:alert(1)",
        "http://[::1",
        None,
    ],
)
def test_addresses_that_run_or_mislead_are_no_links(address: str | None) -> None:
    assert link(address) is None


def test_plain_addresses_are_links() -> None:
    assert link("https://example.org/a?b=c&d=%20") == "https://example.org/a?b=c&d=%20"


def test_marks_that_reorder_or_hide_are_stripped() -> None:
    assert plain("a\u202eb\u200bc\x00d\n e") == "abc d e"
