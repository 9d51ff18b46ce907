import re
from html.parser import HTMLParser

import msgspec
import pytest

from marsad.model.picture import Picture
from marsad.publish.edition import Edition
from marsad.publish.html import situation_page
from marsad.publish.html.evidence import _word
from marsad.publish.html.page import SECTIONS
from publish.crisis import Desk, pictured, small
from publish.made import edition_of_desk, large_edition, small_edition


class Seen(HTMLParser):
    """Tags, ids and links of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def seen(page: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = Seen()
    parser.feed(page)
    return parser.tags


def test_all_sections_stand_in_order_even_with_nothing_to_show() -> None:
    empty = Edition(reports=(), claims=(), picture=Picture())
    for edition in (small_edition(), empty):
        ids = [a["id"] for tag, a in seen(situation_page(edition)) if tag == "section"]
        assert ids == [name for name, _ in SECTIONS]


def test_the_same_edition_gives_the_same_bytes_and_no_day_of_making() -> None:
    one, two = (situation_page(edition_of_desk(small())) for _ in range(2))
    assert one == two
    assert "Built" not in one


def test_the_order_of_the_inputs_does_not_show() -> None:
    desk = small()
    turned = Desk(desk.reports[::-1], desk.claims[::-1])
    picture = pictured(desk)
    pages = [situation_page(Edition(reports=tuple(d.reports), claims=tuple(d.claims), picture=picture)) for d in (desk, turned)]
    assert pages[0] == pages[1]


def test_every_piece_of_evidence_that_is_linked_is_there() -> None:
    tags = seen(situation_page(small_edition()))
    ids = [a["id"] for _, a in tags if a.get("id")]
    assert len(ids) == len(set(ids))
    links = [a for tag, a in tags if tag == "a" and "ev" in (a.get("class") or "").split()]
    assert len(links) > 60
    for link in links:
        wanted = [(link["href"] or "")[1:], *(link.get("data-c") or "").split()]
        assert set(wanted) <= set(ids)


def test_every_number_in_a_box_and_in_a_figure_table_leads_to_a_claim() -> None:
    page = situation_page(small_edition())
    big = re.findall(r'<p class="big">(.*?)</p>', page, re.S)
    assert len(big) >= 4
    assert all('href="#e-' in box for box in big)


def test_nothing_is_loaded_from_anywhere() -> None:
    tags = seen(situation_page(small_edition()))
    assert not [t for t, a in tags if t in {"img", "iframe", "object", "embed", "link", "audio", "video", "base", "form"}]
    assert not [a for t, a in tags if a.get("src") or a.get("style") or any(k.startswith("on") for k in a)]
    outward = [a["href"] for t, a in tags if a.get("href") and not str(a["href"]).startswith("#")]
    assert all(re.match(r"https://example\.org/|data:text/csv;charset=utf-8,", str(h)) for h in outward)
    policy = next(a["content"] for t, a in tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert [t for t, _ in tags].count("script") == 1


def test_links_to_reports_tell_the_reader_nothing_of_where_they_came_from() -> None:
    links = [a for t, a in seen(situation_page(small_edition())) if str(a.get("href", "")).startswith("https:")]
    assert links
    assert all(a["rel"] == "noopener noreferrer nofollow" for a in links)


def test_what_was_set_aside_contradicts_or_cannot_be_located_is_visible() -> None:
    page = situation_page(small_edition())
    for words in (
        "broken.html: no text in the page",
        "Two sources give two rates",
        "the Khazir crossing",
        "not located",
        "repeats Harbour Wire",
        "1 undated",
    ):
        assert words in page
    assert "reports/broken.html" not in page  # how somebody's disk is laid out is nobody's business


def test_names_in_another_script_say_their_language_and_direction() -> None:
    assert '<bdi lang="ar" dir="rtl">الموصل</bdi>' in situation_page(small_edition())


def test_a_thousand_claims_fit_in_three_megabytes() -> None:
    edition = large_edition()
    assert len(edition.claims) >= 1000
    assert len(situation_page(edition).encode()) < 3_000_000


@pytest.mark.parametrize("kind", ["figures", "holdings", "incidents"])
def test_a_page_without_one_kind_of_finding_is_still_made(kind: str) -> None:
    edition = small_edition()
    picture = msgspec.structs.replace(edition.picture, **{kind: ()})
    assert "<h1>" in situation_page(Edition(reports=edition.reports, claims=edition.claims, picture=picture))


def test_a_picture_that_names_unknown_claims_does_not_break_the_page() -> None:
    edition = small_edition()
    assert "<h1>" in situation_page(Edition(reports=edition.reports, claims=(), picture=edition.picture))


def test_two_rates_are_not_joined_and_events_stand_alone() -> None:
    from marsad.publish.html.evidence import numbers
    from marsad.publish.html.refs import Notes
    from marsad.publish.html.series import charts

    edition = large_edition()
    drawn = [c for c in charts(edition, Notes(edition, numbers(edition))) if c.drawn]
    events = [c for c in drawn if "one event" in c.subtitle]
    assert events
    assert all(c.stems and not c.step and not c.band for c in events)
    small_ = small_edition()
    rates = [c for c in charts(small_, Notes(small_, numbers(small_))) if "per day" in c.subtitle]
    assert rates
    assert all("V" not in c.step for c in rates)


def test_every_cell_of_a_table_says_under_which_head_it_stands() -> None:
    page = situation_page(small_edition())
    for table in re.findall(r"<table.*?</table>", page, re.S):
        heads = set(re.findall(r'<th scope="col"[^>]*>(.*?)</th>', table))
        assert set(re.findall(r'<td data-l="(.*?)"', table)) <= heads
        assert len(re.findall(r"<td", table)) == len(re.findall(r"<td data-l", table))


def test_paper_has_maps_of_three_days() -> None:
    page = situation_page(small_edition())
    assert page.count('<figure class="moment">') == 3


def test_a_place_in_the_evidence_is_marked_as_a_word_of_its_own() -> None:
    assert _word("a coalition held it", "it", 0, 19) == 17
    assert _word("a coalition", "it", 0, 11) == -1
