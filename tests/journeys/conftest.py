"""A running app on a database of its own, and a browser in front of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from benchmarks.clicking import browser_page
from benchmarks.serving import served

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
