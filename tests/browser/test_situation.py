"""The situation report in a browser: evidence by keyboard, the slider, the address, accessibility, print, hostile text. Each visit also
asserts that nothing was requested and nothing complained."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from browser.conftest import Visit
from marsad.publish.html import situation_page
from publish.made import large_edition
from publish.payloads import PAYLOADS, poisoned

pytestmark = pytest.mark.browser

SCHEMES = [
    pytest.param({"color_scheme": scheme, "viewport": {"width": width, "height": 900}}, id=f"{scheme}-{width}")
    for scheme in ("light", "dark")
    for width in (1440, 768, 390)
]


def evidence(page: Any) -> Any:
    return page.locator("#card")


def test_every_number_mark_and_note_shows_its_sentence_by_keyboard(visit: Visit, report: Path) -> None:
    page = visit.open(report)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    found = page.evaluate(
        """() => Array.from(document.querySelectorAll("main a.ev")).filter(a => a.getClientRects().length).map(a => {
            a.focus();
            const card = document.getElementById("card"), quote = card.querySelector("blockquote");
            return document.activeElement === a && !card.hidden && quote && quote.textContent.trim() && card.textContent.includes("Lasting id");
        })"""
    )
    assert len(found) > 100
    assert all(found)


def test_every_mark_of_the_map_is_reached_by_tab(visit: Visit, report: Path) -> None:
    page = visit.open(report)
    page.locator("#play").focus()
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        name = page.evaluate("document.activeElement.closest('svg.map') && document.activeElement.getAttribute('aria-label')")
        if name:
            reached.add(name)
    visible = page.eval_on_selector_all("svg.map.w a.mk:not(.off)", "all => all.map(a => a.getAttribute('aria-label'))")
    assert visible
    assert set(visible) <= reached


def test_enter_opens_the_card_and_escape_returns_to_the_number(visit: Visit, report: Path) -> None:
    page = visit.open(report)
    number = page.locator(".highlights a.num").first
    number.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "card"
    page.keyboard.press("Tab")
    assert page.evaluate("document.getElementById('card').contains(document.activeElement)")
    page.keyboard.press("Escape")
    assert not evidence(page).is_visible()
    assert number.evaluate("a => a === document.activeElement")


def test_the_card_marks_the_words_of_the_claim(visit: Visit, report: Path) -> None:
    page = visit.open(report)
    page.locator(".big a.ev", has_text="28,400").or_(page.locator(".big a.ev")).first.hover()
    page.wait_for_timeout(250)
    card = evidence(page)
    assert card.is_visible()
    assert card.locator("mark.m-figure").count() == 1
    assert card.locator("button", has_text="Copy citation").count() == 1


def test_a_contested_number_leads_through_all_its_claims(visit: Visit, report: Path) -> None:
    page = visit.open(report)
    page.locator("#doubts a.ev[data-c]:visible").first.click()
    card = evidence(page)
    assert "1 of 2" in card.inner_text()
    first = card.locator("blockquote").inner_text()
    card.locator("button", has_text="Next").click()
    assert card.locator("blockquote").inner_text() != first


def test_the_slider_moves_the_map_and_stays_in_the_address(visit: Visit, report: Path) -> None:
    page = visit.open(report)
    before = page.locator("svg.map.w a.mk:not(.off)").count()
    slider = page.locator("#day")
    slider.focus()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    assert page.locator("svg.map.w a.mk:not(.off)").count() < before
    day = page.locator("#day-words").inner_text()
    match = re.search(r"#day=(\d{4}-\d\d-\d\d)", page.url)
    assert match
    page.goto("about:blank")
    page.goto(report.as_uri() + f"#day={match[1]}")
    assert page.locator("#day-words").inner_text() == day


def test_one_place_at_a_time_stays_in_the_address(visit: Visit, report: Path) -> None:
    page = visit.open(report)
    before = page.locator("#control tbody tr:visible").count()
    page.locator("#place").select_option("Hawija")
    assert 0 < page.locator("#control tbody tr:visible").count() < before
    assert "place=Hawija" in page.url
    page.goto("about:blank")
    page.goto(report.as_uri() + "#place=Hawija")
    assert page.locator("#control tbody tr:visible").count() < before
    page.locator("#place").select_option("")
    assert page.locator("#control tbody tr:visible").count() == before


def test_play_runs_to_the_end_and_stops(visit: Visit, report: Path) -> None:
    page = visit.open(report)
    page.evaluate("document.getElementById('day').value = document.getElementById('day').max - 3")
    page.locator("#play").click()
    expect(page.locator("#play")).to_have_text("Pause")
    expect(page.locator("#play")).to_have_text("Play", timeout=8000)
    assert page.evaluate("document.getElementById('day').value === document.getElementById('day').max")


def test_a_claim_in_the_address_opens_its_card(visit: Visit, report: Path) -> None:
    page = visit.open(report)
    page.locator(".highlights a.num").first.click()
    fragment = page.evaluate("location.hash")
    assert "claim=e-" in fragment
    quote = evidence(page).locator("blockquote").inner_text()
    page.goto("about:blank")
    page.goto(report.as_uri() + fragment)
    assert evidence(page).locator("blockquote").inner_text() == quote


def test_a_citation_can_be_copied(visit: Visit, report: Path) -> None:
    page = visit.open(report)
    page.locator(".highlights a.num").first.click()
    evidence(page).locator("button", has_text="Copy citation").click()
    expect(page.locator("#said")).to_have_text("Citation copied")


@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], indirect=True, ids=["no-scripts"])
def test_it_reads_with_scripts_off(visit: Visit, report: Path) -> None:
    page = visit.open(report)
    assert page.locator("svg.map.w").first.is_visible()
    assert page.locator(".time").is_hidden()
    assert page.locator("#control table").first.is_visible()
    page.locator(".highlights a.num").first.click()
    assert page.locator(".claim:target").is_visible()


@pytest.mark.parametrize("visit", SCHEMES, indirect=True)
def test_nothing_serious_stands_in_anybodys_way(visit: Visit, report: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = visit.open(report)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.locator(".highlights a.num").first.click()
    found = Axe().run(page).response["violations"]
    grave = [
        f"{v['id']} ({v['impact']}): {n['html'][:160]}" for v in found if v["impact"] in {"serious", "critical"} for n in v["nodes"][:3]
    ]
    assert grave == []


@pytest.mark.parametrize("visit", SCHEMES, indirect=True)
def test_nothing_sticks_out_at_the_side(visit: Visit, report: Path) -> None:
    page = visit.open(report)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_it_prints(visit: Visit, report: Path, tmp_path: Path, paper: str) -> None:
    page = visit.open(report)
    page.pdf(path=str(tmp_path / "page.pdf"), format=paper)
    pages = (tmp_path / "page.pdf").read_bytes().count(b"/Type /Page\n") or len(
        re.findall(rb"/Type\s*/Page\b", (tmp_path / "page.pdf").read_bytes())
    )
    assert 5 <= pages <= 25


def test_a_long_page_prints_the_evidence_that_leads(visit: Visit, tmp_path: Path) -> None:
    path = tmp_path / "long.html"
    path.write_text(situation_page(large_edition()), encoding="utf-8")
    page = visit.open(path)
    page.pdf(path=str(tmp_path / "page.pdf"), format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", (tmp_path / "page.pdf").read_bytes())) < 30


def test_motion_is_reduced_where_asked(browser: Any, report: Path) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(report.as_uri())
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    context.close()


@pytest.mark.parametrize("start", range(0, len(PAYLOADS), 50))
def test_hostile_text_stays_text(visit: Visit, tmp_path: Path, start: int) -> None:
    path = tmp_path / "hostile.html"
    path.write_text(situation_page(poisoned(start)), encoding="utf-8")
    page = visit.page
    page.add_init_script(
        "window.hits = 0; window.hit = function () { window.hits += 1; };"
        "document.addEventListener('securitypolicyviolation', function () { window.hits += 1; });"
    )
    visit.open(path)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    for link in page.locator("a.ev:visible").all()[:40]:
        link.focus()
    page.wait_for_timeout(200)
    assert page.evaluate("window.hits") == 0
    assert page.locator("script").count() == 1
    assert page.locator("img, iframe, object, embed, link, base, form, video").count() == 0
