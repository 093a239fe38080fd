"""A running app on a database of its own, and a browser in front of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect, sync_playwright

from benchmarks.clicking import CHROMIUM, CHROMIUM_FLAGS, browser_page
from benchmarks.serving import served
from tests.journeys.written import App, begun_app

expect.set_options(timeout=20_000)  # a machine that does other work beside the browser is slow, not wrong


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of an app that nobody has visited yet; its database holds the sample only."""
    folder: Path = tmp_path_factory.mktemp("served")
    with served(folder) as url:
        yield url


@pytest.fixture
def browser(address: str) -> Iterator[Page]:
    """A wide window on the app's first page."""
    with browser_page() as page:
        page.set_default_timeout(20_000)
        page.goto(address)
        page.get_by_role("heading", level=1).wait_for()
        yield page


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """An app with an assessment of two people, whose server a test may kill."""
    app = begun_app(tmp_path_factory.mktemp("written"))
    app.start()
    yield app
    app.kill()


@pytest.fixture
def context() -> Iterator[BrowserContext]:
    """A browser with a touch screen, which keeps what pages leave in it while tabs come and go."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(CHROMIUM_FLAGS))
        try:
            context = browser.new_context(viewport={"width": 1440, "height": 900}, has_touch=True, bypass_csp=True)
            context.set_default_timeout(60_000)
            yield context
        finally:
            browser.close()
