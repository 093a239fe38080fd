"""A programme manager in a real browser: a step is begun, closed with what was seen, and the sponsor's page says so."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
SAMPLE = "assessment=sample-tamarind-mutual"
SEEN = "The three reviews of March, each with its minutes."


def choose(page: Page, step: str, status: str) -> None:
    """Choose the status of a step on its card."""
    page.get_by_label(f"Status of {step}").click()
    page.get_by_role("option", name=status, exact=True).click()


def test_a_step_is_begun_and_closed_and_what_was_typed_survives_a_reload(browser: Page, address: str) -> None:
    browser.goto(f"{address}/board?{SAMPLE}&on=board")
    step = "Problem Management: level 0 to 1"
    browser.get_by_label(f"Status of {step}").wait_for()
    choose(browser, step, "Started")
    expect(browser.get_by_text("Started (1)")).to_be_visible()
    choose(browser, step, "Done")
    browser.get_by_label("What was seen").press_sequentially(SEEN)
    browser.goto(f"{address}/board?{SAMPLE}&on=board")
    browser.get_by_label(f"Status of {step}").wait_for()
    choose(browser, step, "Done")
    browser.get_by_role("button", name="Take this text").click()
    expect(browser.get_by_label("What was seen")).to_have_value(SEEN)
    browser.get_by_role("button", name="Close the step").click()
    expect(browser.get_by_text("Done (1)")).to_be_visible()
    browser.goto(f"{address}/board?{SAMPLE}&on=progress")
    expect(browser.get_by_role("cell", name=SEEN)).to_be_visible()
