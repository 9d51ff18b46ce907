"""A headless Chromium on the situation report; without one the tests are skipped, loudly."""

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
MISSING = "NO CHROMIUM ON THIS MACHINE: the browser tests of the situation report DID NOT RUN (Debian: apt-get install chromium)"


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        print(f"\n{'=' * 100}\n{MISSING}\n{'=' * 100}", file=sys.__stderr__)
        pytest.skip(MISSING)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield running
        running.close()


@dataclass
class Visit:
    """An open page, and what it did that it should not."""

    page: Any
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, path: Path, fragment: str = "") -> Any:
        self.page.goto(path.as_uri() + fragment)
        return self.page


@pytest.fixture
def visit(browser: Any, request: pytest.FixtureRequest) -> Iterator[Visit]:
    options = getattr(request, "param", {})
    context = browser.new_context(**({"viewport": {"width": 1280, "height": 900}} | options))
    page = context.new_page()
    made = Visit(page)
    page.on("request", lambda r: made.requests.append(r.url) if not r.url.startswith("file:") else None)
    page.on("console", lambda m: made.complaints.append(m.text) if m.type in {"error", "warning"} else None)
    page.on("pageerror", lambda e: made.complaints.append(str(e)))
    page.on("dialog", lambda d: (made.complaints.append(d.message), d.dismiss()))
    yield made
    context.close()
    assert made.requests == []
    assert made.complaints == []


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from marsad.publish.html import situation_page
    from publish.made import small_edition

    path = tmp_path_factory.mktemp("page") / "situation.html"
    path.write_text(situation_page(small_edition()), encoding="utf-8")
    return path
